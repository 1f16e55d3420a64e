#include <array>
#include <cmath>
#include <numbers>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

bool isValid(double alpha)
{
    return std::abs(alpha) <= 1e6;
}

/// atan x + π/2, without cancellation for x < 0.
template<typename Number>
Number raisedArctangent(const Number& x)
{
    return isNegative(x) ? -arctangent(Number(1) / x) : arctangent(x) + piAs<Number>() / Number(2);
}

/// raisedArctangent(x) + x/(1 + x²); for x far to the left 2y³/3 − 4y⁵/5 + 6y⁷/7 − …, y = −1/x.
template<typename Number>
Number raisedSlope(const Number& x, bool isFar)
{
    const Number one = Number(1);
    if (!isFar) {
        return raisedArctangent(x) + x / (one + x * x);
    }
    const Number y = -one / x;
    Number sum = Number(0);
    for (int k = 12; k >= 1; --k) {
        sum = Number(2 * k) / Number(2 * k + 1) - y * y * sum;
    }
    return y * y * y * sum;
}

/// The limits: f ∼ −αx − (1 + 2α)/π on the left, (1 + α)x − (1 + 2α)/π on the right.
Jet limit(double x, double alpha)
{
    const double slope = x > 0.0 ? 1.0 + alpha : -alpha;
    const double level = -(1.0 + 2.0 * alpha) / std::numbers::pi;
    return {slope == 0.0 ? level : slope * x, slope, 0.0};
}

/// f = x((1 + 2α)h/π − α) with h = atan x + π/2; f′ = (1 + 2α)(h + x/(1 + x²))/π − α, f″ = 2(1 + 2α)/(π(1 + x²)²).
/// For x > 0 by f(x; α) = −f(−x; −1 − α), where nothing cancels. |α| > 10⁶ gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    const double alpha = p[0];
    if (std::isnan(x) || !isValid(alpha)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return limit(x, alpha);
    }
    return settledJet(x, [x, alpha](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number shift = x > 0.0 ? -(Number(1) + Number(alpha)) : Number(alpha);
        const Number scale = (Number(1) + Number(2) * shift) / piAs<Number>();
        const Number left = -magnitudeOf(t);
        const Number square = Number(1) + t * t;
        const Number bend = Number(2) * scale / square / square;
        return Jets<Number>{t * (scale * raisedArctangent(left) - shift),
                            scale * raisedSlope(left, std::abs(x) > 256.0) - shift, x > 0.0 ? -bend : bend};
    });
}

/// ∂f/∂α = 2x atan(x)/π.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kNaN;
    }
    const Extended wide = x;
    return static_cast<double>(wide * std::atan(wide) / std::atan(1.0L) / 2);
}

/// Where f′, which changes its sign on that half-line, does so.
double valueTurn(double alpha, double side)
{
    const std::array parameters{alpha};
    const auto isBefore = [&parameters](double x) {
        return evaluate(x, parameters).slope * evaluate(0.0, parameters).slope > 0.0;
    };
    double near = 0.0;
    double far = side;
    while (isBefore(far)) {
        near = far;
        far *= 2.0;
    }
    for (double middle = 0.5 * (near + far); middle != near && middle != far; middle = 0.5 * (near + far)) {
        (isBefore(middle) ? near : far) = middle;
    }
    return far;
}

/// f″ has one sign and is largest at 0, so that f′ runs from −α to 1 + α.
Shape shape(ParameterValues p)
{
    const double alpha = p[0];
    if (!isValid(alpha)) {
        return emptyShape();
    }
    Shape shape;
    if (alpha > 0.0 || alpha < -1.0) {
        shape.valueTurns = {valueTurn(alpha, alpha > 0.0 ? -1.0 : 1.0)};
    }
    if (alpha != -0.5) {
        shape.curvatureTurns = {0.0};
    }
    shape.atLow = limit(-kInfinity, alpha);
    shape.atHigh = limit(kInfinity, alpha);
    return shape;
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 0.0, .min = -1e6, .max = 1e6, .sliderMin = -1.0, .sliderMax = 2.0},
};

constexpr Primitive kPrimitive{
    .name = "xatlu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"expanded arctan linear unit", "ATLU", "反正切门控"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 0.0, "paper, to start with"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"xATLU", "扩展反正切线性单元"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x((1 + 2α)(arctan x + π/2)/π − α)",
    .latex = R"(x\left((1 + 2\alpha)\frac{\arctan x + \pi/2}{\pi} - \alpha\right))",
    .purpose = {"A gate by arctan whose range (−α, 1 + α) is learned.", "以反正切为门控，其范围 (−α, 1 + α) 可学习。"},
    .paper = "Huang 2024, Expanded Gating Ranges Improve Activation Functions",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& xatlu()
{
    return kActivation;
}

} // namespace secant::activation
