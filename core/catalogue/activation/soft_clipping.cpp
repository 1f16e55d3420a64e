#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

bool isValid(double alpha)
{
    return alpha >= 1e-6 && alpha <= 1e6;
}

/// f(x) = (ln(1 + e^αx) − ln(1 + e^α(x − 1)))/α, which is 1 − f(1 − x). With E = e^αx and K = e^−α for x ≤ ½:
/// f = ln(1 + E(1 − K)/(1 + EK))/α, f′ = E(1 − K)/((1 + E)(1 + EK)), f″ = αf′(1 − E²K)/((1 + E)(1 + EK)).
/// −∞ gives {0, 0, 0}, +∞ gives {1, 0, 0}; α outside [10⁻⁶, 10⁶] gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    const double alpha = p[0];
    if (std::isnan(x) || !isValid(alpha)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return {x > 0.0 ? 1.0 : 0.0, 0.0, 0.0};
    }
    return settledJet(x, [x, alpha](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = Number(alpha);
        const Number one = Number(1);
        const bool mirrored = x > 0.5;
        const Number from0 = mirrored ? one - t : t;
        const Number e = exponential(rate * from0);
        const Number k = exponential(-rate);
        const Number part = -exponentialLess1(-rate) * e;
        const Number inverse = one / (one + e * k);
        const Number slope = part * inverse / (one + e);
        const Number value = logarithmOf1Plus(part * inverse) / rate;
        const Number bend = -exponentialLess1(rate * (from0 + from0 - one)) * inverse / (one + e);
        const Number curvature = rate * slope * bend;
        return mirrored ? Jets<Number>{one - value, slope, -curvature} : Jets<Number>{value, slope, curvature};
    });
}

/// ∂f/∂α = (xσ(αx) − (x − 1)σ(α(x − 1)) − f)/α.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    const double alpha = p[0];
    if (std::isnan(x) || !isValid(alpha)) {
        return kNaN;
    }
    if (std::isinf(x)) {
        return 0.0;
    }
    // ∂f/∂α changes its sign with f − ½ and is odd about ½.
    const bool mirrored = x > 0.5;
    const double size = settledNumber(x, [mirrored, alpha](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = Number(alpha);
        const Number from0 = mirrored ? Number(1) - t : t;
        const Number from1 = from0 - Number(1);
        const Number e = exponential(rate * from0);
        const Number k = exponential(-rate);
        const Number value = logarithmOf1Plus(-exponentialLess1(-rate) * e / (Number(1) + e * k)) / rate;
        return (from0 * logisticJets(rate * from0).value - from1 * logisticJets(rate * from1).value - value) / rate;
    });
    return mirrored ? -size : size;
}

/// f″ = 0 at ½; with C = cosh(α/2), f‴ = 0 where cosh(α(x − ½)) = (C + √(C² + 8))/2.
Shape shape(ParameterValues p)
{
    if (!isValid(p[0])) {
        return emptyShape();
    }
    const Extended alpha = p[0];
    // Divided by e^(α/2), which may overflow.
    const Extended decay = std::exp(-alpha);
    const Extended ratio = (1 + decay) / 2;
    const Extended hyperbolic = (ratio + std::sqrt(ratio * ratio + 8 * decay)) / 2;
    const Extended root = std::sqrt(hyperbolic * hyperbolic - decay);
    const Extended distance = 0.5L + std::log(hyperbolic + root) / alpha;
    return {.slopeTurns = {0.5},
            .curvatureTurns = {static_cast<double>(0.5L - distance), static_cast<double>(0.5L + distance)},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {0.0, 1.0}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 1.0, .min = 1e-6, .max = 1e6, .sliderMin = 0.1, .sliderMax = 20.0},
};

constexpr Primitive kPrimitive{
    .name = "soft_clipping",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"softclip", "平滑截断"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 1.0, "where none is chosen"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Soft clipping", "软截断"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "(1/α) ln((1 + e^(αx))/(1 + e^(α(x − 1))))",
    .latex = R"(\frac{1}{\alpha} \ln\frac{1 + e^{\alpha x}}{1 + e^{\alpha(x - 1)}})",
    .purpose = {"A smooth clamp to (0, 1), nearly linear inside for large α.",
                "到 (0, 1) 的光滑截断，α 大时中间近似线性。"},
    .paper = "Klimek & Perelstein 2020, Neural Network-Based Approach to Phase Space Integration",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& softClipping()
{
    return kActivation;
}

} // namespace secant::activation
