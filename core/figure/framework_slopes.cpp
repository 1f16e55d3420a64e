#include "core/figure/framework_slopes.h"

#include <cmath>

#include "core/catalogue/catalogue.h"

namespace secant {
namespace {

std::vector<double> valuesOf(const CurveSpec& curve, const Primitive& primitive)
{
    std::vector<double> values;
    for (const ParameterSpec& spec : primitive.parameters) {
        const auto chosen = curve.parameters.find(spec.name);
        values.push_back(chosen == curve.parameters.end() ? spec.standard : chosen->second);
    }
    return values;
}

} // namespace

std::vector<KinkSlopes> frameworkSlopes(const CurveSpec& curve)
{
    const Activation* activation = curve.activation.empty() ? nullptr : findActivation(curve.activation);
    return activation ? kinkSlopes(*activation, valuesOf(curve, *activation->primitive)) : std::vector<KinkSlopes>{};
}

std::optional<double> torchGain(const CurveSpec& curve)
{
    const std::string& id = curve.activation;
    if (id == "identity" || id == "sigmoid") {
        return 1.0;
    }
    if (id == "tanh") {
        return 5.0 / 3.0;
    }
    if (id == "relu") {
        return std::sqrt(2.0);
    }
    if (id == "selu") {
        return 0.75;
    }
    if (id == "leaky_relu") {
        const double slope = valuesOf(curve, *findActivation(id)->primitive).front();
        return std::sqrt(2.0 / (1.0 + slope * slope));
    }
    return std::nullopt;
}

} // namespace secant
