#pragma once

#include <string>
#include <string_view>

#include "core/catalogue/closed_form.h"
#include "core/scene/scene.h"

namespace secant {

/// What is known exactly of the point at x of a curve: of catalogue activations whose parameters have their standard
/// values, nothing of others.
[[nodiscard]] ClosedForm exactAt(const CurveSpec& curve, double x);

/// "−W(1/e) ≈ −0.27846", the digits alone where there is no exact expression, the expression alone where it is a
/// number.
[[nodiscard]] std::string valueText(double value, std::string_view exact, int digits);

} // namespace secant
