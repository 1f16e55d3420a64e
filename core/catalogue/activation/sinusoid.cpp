#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"
#include "core/catalogue/activation/waves.h"

namespace secant::activation {
namespace {

/// f = sin(ωx), f′ = ω cos(ωx), f″ = −ω² sin(ωx). Without a limit at ±∞.
Jet evaluate(double x, ParameterValues p)
{
    const double omega = p[0];
    if (!std::isfinite(x) || !std::isfinite(omega)) {
        return kUndefined;
    }
    return settledJet(x, [omega](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = Number(omega);
        const Number value = sine(rate * t);
        return Jets<Number>{value, rate * cosine(rate * t), -rate * rate * value};
    });
}

/// ∂f/∂ω = x cos(ωx).
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    const double omega = p[0];
    if (!std::isfinite(x) || !std::isfinite(omega)) {
        return kNaN;
    }
    return settledNumber(x, [omega](const auto& t) { return t * cosine(std::decay_t<decltype(t)>(omega) * t); });
}

Enclosure enclose(const Interval& x, ParameterValues p)
{
    if (!std::isfinite(p[0])) {
        return Enclosure::nowhere();
    }
    return sineOf(Enclosure::constant(Interval::point(p[0])) * Enclosure::variable(x));
}

constexpr ParameterSpec kParameters[] = {
    {.name = "omega", .symbol = "ω", .standard = 1.0, .sliderMin = -30.0, .sliderMax = 30.0},
};

constexpr Primitive kPrimitive{
    .name = "sinusoid",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
    .enclose = enclose,
    .breakWithin = noBreak,
};

constexpr std::string_view kAliases[] = {"sinusoid", "sin", "SIREN", "正弦函数"};

constexpr FrameworkDefault kDefaults[] = {{"omega", 1.0, "sin x"}, {"omega", 30.0, "SIREN"}};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.sin"},
    {"Keras", "keras.ops.sin"},
    {"JAX", "jax.numpy.sin"},
    {"ONNX", "Sin"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Sine (SIREN)", "正弦（SIREN）"},
    .aliases = kAliases,
    .family = Family::Oscillating,
    .formula = "sin(ωx)",
    .latex = R"(\sin(\omega x))",
    .purpose = {"A wave: SIREN networks of sines represent images, sound and their derivatives.",
                "正弦波：由其构成的 SIREN 网络可表示图像、声音及其导数。"},
    .frameworks = kFrameworks,
    .paper = "Sitzmann, Martel, Bergman, Lindell & Wetzstein 2020, Implicit Neural Representations with Periodic "
             "Activation Functions",
    .defaults = kDefaults,
};

} // namespace

const Activation& sinusoid()
{
    return kActivation;
}

} // namespace secant::activation
