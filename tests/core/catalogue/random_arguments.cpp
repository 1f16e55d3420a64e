#include "random_arguments.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/expression/definition.h"

namespace secant::test {
namespace {

double sign(Generator& random)
{
    return random() % 2 == 0 ? 1.0 : -1.0;
}

double anywhere(Generator& random)
{
    switch (random() % 8) {
    case 0:
        return uniform(random, -10.0, 10.0);
    case 1:
        return std::normal_distribution<double>()(random);
    case 2:
        return sign(random) * std::pow(10.0, uniform(random, -5.0, 3.0));
    case 3:
        return sign(random) * std::ldexp(uniform(random, 1.0, 2.0), static_cast<int>(random() % 2098) - 1074);
    case 4:
        return uniform(random, -45.0, 45.0);
    case 5:
        return uniform(random, -760.0, 760.0);
    case 6:
        return sign(random) * uniform(random, 20.0, 40.0);
    default:
        return sign(random) * uniform(random, 690.0, 760.0);
    }
}

double near(Generator& random, double place)
{
    switch (random() % 3) {
    case 0: {
        double x = place;
        for (std::uint64_t steps = random() % 4; steps > 0; --steps) {
            x = std::nextafter(x, kInfinity);
        }
        return random() % 2 == 0 ? x : 2.0 * place - x;
    }
    case 1:
        return place * (1.0 + sign(random) * std::pow(10.0, uniform(random, -16.0, -0.5)));
    default:
        return place + sign(random) * std::pow(10.0, uniform(random, -12.0, -0.5));
    }
}

} // namespace

std::vector<double> placesOf(const Primitive& primitive, ParameterValues values)
{
    std::vector<double> places{0.0, 1.0};
    if (primitive.shape != nullptr) {
        const Shape shape = primitive.shape(values);
        for (const auto* turns : {&shape.valueTurns, &shape.slopeTurns, &shape.curvatureTurns}) {
            places.insert(places.end(), turns->begin(), turns->end());
        }
        for (const Break& at : shape.breaks) {
            places.push_back(at.at);
        }
    }
    using Component = double Jet::*;
    for (const Component component : {&Jet::value, &Jet::slope, &Jet::curvature}) {
        const auto isNegative = [&](double x) { return primitive.evaluate(x, values).*component < 0.0; };
        for (double low = -12.03; low < 12.0; low += 0.25) {
            double a = low;
            double b = low + 0.25;
            const bool left = isNegative(a);
            if (left == isNegative(b)) {
                continue;
            }
            for (int i = 0; i < 60; ++i) {
                const double middle = 0.5 * (a + b);
                (isNegative(middle) == left ? a : b) = middle;
            }
            places.push_back(a);
        }
    }
    return places;
}

double argument(Generator& random, const std::vector<double>& places)
{
    return random() % 4 == 0 ? near(random, places[random() % places.size()]) : anywhere(random);
}

std::vector<double> standardValues(const Primitive& primitive)
{
    std::vector<double> values;
    for (const ParameterSpec& spec : primitive.parameters) {
        values.push_back(spec.standard);
    }
    return values;
}

std::vector<double> randomValues(const Primitive& primitive, Generator& random)
{
    std::vector<double> values;
    for (const ParameterSpec& spec : primitive.parameters) {
        const double value = uniform(random, spec.sliderMin, spec.sliderMax);
        values.push_back(random() % 4 == 0 ? std::clamp(std::round(2.0 * value) / 2.0, spec.sliderMin, spec.sliderMax)
                                           : value);
    }
    return values;
}

bool isBreak(const Primitive& primitive, double x, ParameterValues values)
{
    if (primitive.shape == nullptr) {
        return false;
    }
    const Shape shape = primitive.shape(values);
    const double width = primitive.name == "hard_sigmoid_onnx" ? 0x1p-52 * std::abs(x) : 0.0;
    return std::ranges::any_of(shape.breaks, [=](const Break& at) { return std::abs(at.at - x) <= width; });
}

bool isSeam(const Primitive& primitive, ParameterValues values)
{
    return (primitive.name == "soft_exponential" && values[0] == 0.0) || (primitive.name == "plu" && values[0] == 1.0);
}

std::string definitionText(const Activation& activation)
{
    const std::string_view definition = definitionOf(activation.id());
    return definition.empty() ? callText(activation) : std::string(definition);
}

std::vector<double> inOrderOf(const std::vector<std::string>& names, const Primitive& primitive, ParameterValues values)
{
    std::vector<double> ordered;
    for (const std::string& name : names) {
        const auto place = std::ranges::find(primitive.parameters, name, &ParameterSpec::name);
        ordered.push_back(values[static_cast<std::size_t>(place - primitive.parameters.begin())]);
    }
    return ordered;
}

} // namespace secant::test
