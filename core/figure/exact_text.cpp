#include "core/figure/exact_text.h"

#include <algorithm>
#include <vector>

#include "core/figure/compose.h"

namespace secant {

ClosedForm exactAt(const CurveSpec& curve, double x)
{
    if (curve.activation.empty()) {
        return {};
    }
    const std::vector<CurveParameter> parameters = parametersOf(curve);
    const bool isStandard =
        std::ranges::all_of(parameters, [](const CurveParameter& p) { return p.value == p.standard; });
    return isStandard ? closedFormAt(curve.activation, x) : ClosedForm{};
}

std::string valueText(double value, std::string_view exact, int digits)
{
    const std::string number = readable(value, digits);
    return exact.empty() ? number : std::string(exact) + (exact == number ? "" : " ≈ " + number);
}

} // namespace secant
