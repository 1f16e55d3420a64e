#include "app/parameter_argument.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "app/command_message.h"
#include "app/number_argument.h"
#include "core/figure/compose.h"

namespace secant {

namespace {

std::string decimal(double number)
{
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), end};
}

bool allows(const CurveParameter& parameter, double value)
{
    const bool aboveMin = parameter.minIncluded ? value >= parameter.min : value > parameter.min;
    return std::isfinite(value) && aboveMin && value <= parameter.max;
}

std::string requirement(const CurveParameter& parameter)
{
    std::string text = "a finite number";
    if (std::isfinite(parameter.min))
        text += (parameter.minIncluded ? " from " : " above ") + decimal(parameter.min);
    if (std::isfinite(parameter.max))
        text += " up to " + decimal(parameter.max);
    return text;
}

std::string names(const std::vector<CurveParameter>& parameters)
{
    std::string list;
    for (const CurveParameter& parameter : parameters)
        list += (list.empty() ? "" : ", ") + parameter.name;
    return list.empty() ? "it has none" : "it has " + list;
}

} // namespace

std::optional<std::string> setParameter(CurveSpec& curve, std::string_view assignment)
{
    const std::size_t equals = assignment.find('=');
    if (equals == std::string_view::npos)
        return inQuotes(assignment) + " should have the form name=value";
    const std::string_view name = assignment.substr(0, equals);
    const std::vector<CurveParameter> parameters = parametersOf(curve);
    // min and max are functions of the language, so that hard_tanh's bounds are min_val and max_val; tables say min.
    const std::string bound = std::string(name) + "_val";
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const auto& p) { return p.name == name || p.name == bound; });
    if (found == parameters.end()) {
        const std::string function = curve.activation.empty() ? curve.formula : curve.activation;
        return inQuotes(function) + " has no parameter " + inQuotes(name) + ": " + names(parameters);
    }
    const std::optional<double> value = parseNumber(assignment.substr(equals + 1));
    if (!value || !allows(*found, *value))
        return inQuotes(assignment) + ": the value should be " + requirement(*found);
    curve.parameters[found->name] = *value;
    return std::nullopt;
}

} // namespace secant
