#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"
#include "core/catalogue/activation/waves.h"

namespace secant::activation {
namespace {

/// f = x cos x, f′ = cos x − x sin x, f″ = −2 sin x − x cos x. Without a limit at ±∞.
Jet evaluate(double x, ParameterValues)
{
    if (!std::isfinite(x)) {
        return kUndefined;
    }
    return settledJet(x, [](const auto& t) {
        const auto wave = cosine(t);
        return gated(t, Jets<std::decay_t<decltype(t)>>{wave, -sine(t), -wave});
    });
}

Enclosure enclose(const Interval& x, ParameterValues)
{
    return Enclosure::variable(x) * cosineOf(Enclosure::variable(x));
}

constexpr Primitive kPrimitive{
    .name = "gcu",
    .evaluate = evaluate,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
    .enclose = enclose,
    .breakWithin = noBreak,
};

constexpr std::string_view kAliases[] = {"growing cosine unit", "余弦增长单元"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"GCU", "增长余弦单元"},
    .aliases = kAliases,
    .family = Family::Oscillating,
    .formula = "x cos x",
    .latex = R"(x \cos x)",
    .purpose = {"A wave that grows with its input, so that one neuron can separate what usually needs several.",
                "振幅随输入增长的波，单个神经元即可划分通常需要多个神经元的数据。"},
    .paper = "Noel, Trivedi & Dutta 2021, Growing Cosine Unit: A Novel Oscillatory Activation Function That Can "
             "Speedup Training and Reduce Parameters in Convolutional Neural Networks",
    .inPyTorch = false,
};

} // namespace

const Activation& gcu()
{
    return kActivation;
}

} // namespace secant::activation
