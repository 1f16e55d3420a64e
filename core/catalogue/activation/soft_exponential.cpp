#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/tracked.h"

namespace secant::activation {
namespace {

/// α² is finite, and α = 0 or α² a normal number, so that both ends of the range are finite.
bool isValid(double alpha)
{
    return alpha == 0.0 || (std::abs(alpha) >= 0x1p-500 && std::abs(alpha) <= 0x1p500);
}

/// α > 0: (e^z − 1 + α²)/α with z = αx. Where it nearly vanishes all Extended digits cancel.
Jet growingJet(double x, double alpha)
{
    const Extended z = Extended{alpha} * x;
    const Extended expm1 = std::expm1(z);
    const Extended sum = kept(expm1 + Extended{alpha} * alpha, expm1,
                              [=] { return exponentialLess1(Deep(alpha) * Deep(x)) + Deep(alpha) * Deep(alpha); });
    const Extended slope = std::exp(z);
    return rounded(sum / alpha, slope, alpha * slope);
}

/// 1 − α(x + α) for α < 0: positive on the domain.
Extended argument(double x, double alpha)
{
    const Extended plain = 1 - alpha * (x + Extended{alpha});
    return plain < 0.5L ? static_cast<Extended>(Deep(1) - Deep(alpha) * (Deep(x) + Deep(alpha))) : plain;
}

/// α < 0: −ln(1 − α(x + α))/α.
Jet loggingJet(double x, double alpha)
{
    const Extended w = argument(x, alpha);
    if (!(w > 0)) {
        return kUndefined;
    }
    const Extended logarithm = w < 0.5L ? std::log(w) : std::log1p(-alpha * (x + Extended{alpha}));
    const Extended slope = 1 / w;
    return rounded(-logarithm / alpha, slope, alpha * slope * slope);
}

/// f = (e^(αx) − 1)/α + α if α > 0, x if α = 0, −ln(1 − α(x + α))/α if α < 0, the last for x > 1/α − α only;
/// f′ = e^(αx), 1, 1/(1 − α(x + α)); f″ = αf′, 0, αf′². α is learned. Undefined outside the domain.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kUndefined;
    }
    if (p[0] == 0.0) {
        return {x, 1.0, 0.0};
    }
    return p[0] > 0.0 ? growingJet(x, p[0]) : loggingJet(x, p[0]);
}

/// ∂f/∂α for α ≥ 0 is 1 + x²h(αx), h(t) = (te^t − e^t + 1)/t² = Σ tⁿ/(n!(n + 2)).
Extended growingSlope(Extended x, Extended alpha)
{
    const Extended t = alpha * x;
    if (std::abs(t) >= 0.5L) {
        if (t > kFarthestExponent) { // Beyond the doubles, and soon beyond Extended.
            return kInfinity;
        }
        const Extended product = t < -kFarthestExponent ? 0 : t * std::exp(t);
        return 1 + (product - std::expm1(t)) / (alpha * alpha);
    }
    Extended power = 1; // tⁿ/n!
    Extended sum = 0.5L;
    for (int n = 1; n <= 18; ++n) {
        power *= t / n;
        sum += power / (n + 2);
    }
    return 1 + x * x * sum;
}

/// ∂f/∂α for α < 0. With u = x + α, y = −αu and L(y) = ln(1 + y)/y: f = uL, whose derivative is L − u(x + 2α)L′.
Extended loggingSlope(Extended x, Extended alpha, Extended w)
{
    const Extended u = x + alpha;
    const Extended y = -alpha * u;
    if (std::isinf(x)) {
        return x;
    }
    if (std::abs(y) >= 0.25L) {
        const Extended logarithm = w < 0.5L ? std::log(w) : std::log1p(y);
        return (logarithm / alpha + (x + 2 * alpha) / w) / alpha;
    }
    Extended ratio = 0;
    Extended rate = 0;
    for (int n = 36; n >= 0; --n) { // L = Σ (−y)ⁿ/(n + 1), L′ = −Σ (n + 1)(−y)ⁿ/(n + 2).
        const Extended count = n;
        ratio = 1 / (count + 1) - y * ratio;
        rate = (count + 1) / (count + 2) - y * rate;
    }
    return ratio + u * (x + 2 * alpha) * rate;
}

double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (std::isnan(evaluate(x, p).value)) {
        return kNaN;
    }
    const double alpha = p[0];
    return static_cast<double>(alpha < 0.0 ? loggingSlope(x, alpha, argument(x, alpha)) : growingSlope(x, alpha));
}

/// Monotone with all derivatives; a half-line for α < 0.
Shape shape(ParameterValues p)
{
    const double alpha = p[0];
    if (!isValid(alpha)) {
        return emptyShape();
    }
    if (alpha == 0.0) {
        return {.atLow = {-kInfinity, 1.0, 0.0}, .atHigh = {kInfinity, 1.0, 0.0}};
    }
    const double end = static_cast<double>(1 / Extended{alpha} - alpha);
    if (alpha > 0.0) {
        return {.atLow = {-end, 0.0, 0.0},
                .atHigh = {kInfinity, kInfinity, kInfinity},
                .range = {std::nextafter(-end, -kInfinity), kInfinity}};
    }
    // An open end that is rounded up would leave out a number of the domain.
    const bool isDefined = !std::isnan(evaluate(end, p).value);
    return {.domain = {isDefined ? std::nextafter(end, -kInfinity) : end, kInfinity},
            .domainLowOpen = true,
            .atLow = {-kInfinity, kInfinity, -kInfinity},
            .atHigh = {kInfinity, 0.0, 0.0}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 0.5, .sliderMin = -1.0, .sliderMax = 1.0},
};

constexpr Primitive kPrimitive{
    .name = "soft_exponential",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExponential,
    .slopeRounding = kExponential,
    .curvatureRounding = kExponential,
};

constexpr std::string_view kAliases[] = {"softexp", "soft exp", "软指数"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 0.5, "example"}, {"alpha", 0.0, "identity"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Soft exponential", "软指数函数"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "(e^(αx) − 1)/α + α if α > 0, x if α = 0, −ln(1 − α(x + α))/α if α < 0, α learned",
    .latex =
        R"(\begin{cases}\frac{e^{\alpha x} - 1}{\alpha} + \alpha & \alpha > 0 \\ x & \alpha = 0 \\ -\frac{\ln(1 - \alpha(x + \alpha))}{\alpha} & \alpha < 0\end{cases})",
    .purpose = {"One learned number leads from logarithm over identity to exponential, so that a layer can multiply as "
                "well as add.",
                "一个可学习参数在对数、恒等与指数之间连续过渡，使网络层既能加也能乘。"},
    .paper = "Godfrey & Gashler 2015, A Continuum Among Logarithmic, Linear, and Exponential Functions, and Its "
             "Potential to Improve Generalization in Neural Networks",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& softExponential()
{
    return kActivation;
}

} // namespace secant::activation
