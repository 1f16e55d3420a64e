#include "core/figure/framework_slopes.h"

#include <cmath>

#include "core/catalogue/catalogue.h"

namespace secant {
namespace {

double chosenBy(KinkChoice choice, const Break& at)
{
    switch (choice) {
    case KinkChoice::Left:
        return at.left.slope;
    case KinkChoice::Right:
        return at.right.slope;
    case KinkChoice::Zero:
        return 0.0;
    case KinkChoice::Mean:
        return (at.left.slope + at.right.slope) / 2.0;
    }
    return kNaN;
}

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

std::vector<FrameworkSlopes> frameworkSlopes(const CurveSpec& curve)
{
    const Activation* activation = curve.activation.empty() ? nullptr : findActivation(curve.activation);
    if (!activation || !activation->primitive->shape) {
        return {};
    }
    const std::vector<double> values = valuesOf(curve, *activation->primitive);
    const Shape shape = activation->primitive->shape(values);
    std::vector<FrameworkSlopes> rows;
    for (std::size_t i = 0; i < shape.breaks.size(); ++i) {
        const Break& at = shape.breaks[i];
        if (at.left.slope == at.right.slope && at.left.value == at.right.value && at.value == at.left.value) {
            continue; // Only f″ jumps.
        }
        FrameworkSlopes row{at.at, at.left.slope, at.right.slope, {}, {}};
        if (activation->inPyTorch) {
            row.torch = activation->primitive->evaluate(at.at, values).slope;
        }
        if (i < activation->jaxKinks.size()) {
            row.jax = chosenBy(activation->jaxKinks[i], at);
        }
        rows.push_back(row);
    }
    return rows;
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
