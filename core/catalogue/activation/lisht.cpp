#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = x tanh x, f′ = tanh x + x sech² x, f″ = 2 sech² x (1 − x tanh x). ±∞ gives {+∞, ±1, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{-x, -1.0, 0.0};
    }
    return settledJet(x, [](const auto& t) { return gated(t, tangentJets(t)); });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {0.0},
            .slopeTurns = {-1.1996786402577337, 1.1996786402577337},
            .curvatureTurns = {-1.7179204967675554, 0.0, 1.7179204967675554},
            .atLow = {kInfinity, -1.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {0.0, kInfinity}};
}

constexpr Primitive kPrimitive{
    .name = "lisht",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"linearly scaled hyperbolic tangent", "线性双曲正切"};

constexpr FrameworkName kFrameworks[] = {
    {"TensorFlow Addons", "tfa.activations.lisht"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"LiSHT", "线性缩放双曲正切"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x tanh x",
    .latex = R"(x \tanh x)",
    .purpose = {"A smooth |x|: even, never negative, with bounded slope.", "光滑的 |x|：偶函数、非负且斜率有界。"},
    .frameworks = kFrameworks,
    .paper = "Roy, Manna, Dubey & Chaudhuri 2019, LiSHT: Non-Parametric Linearly Scaled Hyperbolic Tangent Activation "
             "Function for Neural Networks",
    .inPyTorch = false,
};

} // namespace

const Activation& lisht()
{
    return kActivation;
}

} // namespace secant::activation
