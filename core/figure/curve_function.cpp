#include <algorithm>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/figure/compose.h"
#include "core/figure/formula_reading.h"
#include "core/figure/wording.h"

namespace secant {
namespace {

/// What a free name of a typed formula starts with.
constexpr double kFreeStandard = 1.0;
constexpr double kFreeSlider = 5.0;

const Activation* activationOf(const CurveSpec& curve)
{
    return curve.activation.empty() ? nullptr : findActivation(curve.activation);
}

double chosen(const CurveSpec& curve, std::string_view name, double standard)
{
    const auto found = curve.parameters.find(name);
    return found == curve.parameters.end() ? standard : found->second;
}

CurveParameter catalogueParameter(const CurveSpec& curve, const Activation& activation, const ParameterSpec& spec)
{
    CurveParameter parameter;
    parameter.name = spec.name;
    parameter.symbol = spec.symbol;
    parameter.value = chosen(curve, spec.name, spec.standard);
    parameter.standard = spec.standard;
    parameter.min = spec.min;
    parameter.max = spec.max;
    parameter.minIncluded = spec.minIncluded;
    parameter.sliderMin = spec.sliderMin;
    parameter.sliderMax = spec.sliderMax;
    for (const FrameworkDefault& tick : activation.defaults) {
        if (tick.parameter == spec.name) {
            parameter.ticks.push_back({tick.value, std::string(tick.frameworks)});
        }
    }
    return parameter;
}

CurveParameter freeParameter(const CurveSpec& curve, const std::string& name)
{
    CurveParameter parameter;
    parameter.name = name;
    parameter.symbol = name;
    parameter.value = chosen(curve, name, kFreeStandard);
    parameter.standard = kFreeStandard;
    parameter.min = -kMaxCoordinate;
    parameter.max = kMaxCoordinate;
    parameter.sliderMin = -kFreeSlider;
    parameter.sliderMax = kFreeSlider;
    return parameter;
}

} // namespace

std::vector<double> parameterValues(const CurveSpec& curve, const SyntaxTree& tree)
{
    const Activation* activation = activationOf(curve);
    std::vector<double> values;
    for (const std::string& name : tree.parameters) {
        double standard = kFreeStandard;
        if (activation) {
            const auto& specs = activation->primitive->parameters;
            const auto spec = std::find_if(specs.begin(), specs.end(), [&](const auto& s) { return s.name == name; });
            standard = spec == specs.end() ? kFreeStandard : spec->standard;
        }
        values.push_back(chosen(curve, name, standard));
    }
    return values;
}

Result<Function, ParseError> functionOf(const CurveSpec& curve)
{
    const FormulaReading reading = readingOf(curve);
    const Result<SyntaxTree, ParseError>& tree = *reading;
    if (!tree) {
        return tree.error();
    }
    return Function(*tree, parameterValues(curve, *tree));
}

std::vector<CurveParameter> parametersOf(const CurveSpec& curve)
{
    std::vector<CurveParameter> parameters;
    if (const Activation* activation = activationOf(curve)) {
        for (const ParameterSpec& spec : activation->primitive->parameters) {
            parameters.push_back(catalogueParameter(curve, *activation, spec));
        }
        return parameters;
    }
    const FormulaReading reading = readFormula(curve.formula);
    if (reading->ok()) {
        for (const std::string& name : reading->value().parameters) {
            parameters.push_back(freeParameter(curve, name));
        }
    }
    return parameters;
}

bool namesAFunction(const CurveSpec& curve)
{
    const Activation* activation = activationOf(curve);
    if (!activation || !activation->primitive->shape) {
        return true;
    }
    std::vector<double> values;
    for (const ParameterSpec& spec : activation->primitive->parameters) {
        values.push_back(chosen(curve, spec.name, spec.standard));
    }
    return !activation->primitive->shape(values).domain.isEmpty();
}

std::string displayName(const CurveSpec& curve, Language language)
{
    const Activation* activation = activationOf(curve);
    std::string name = activation ? std::string(spoken(activation->name, language)) : curve.formula;
    std::string values;
    for (const CurveParameter& parameter : parametersOf(curve)) {
        values += (values.empty() ? "" : ", ") + parameter.symbol + " = " + readable(parameter.value, 4);
    }
    return values.empty() ? name : name + " (" + values + ")";
}

} // namespace secant
