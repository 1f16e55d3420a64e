#pragma once

#include <string_view>

namespace secant {

/// Exact expressions for the coordinates of a turning point or an inflection, and for the slope there; each may be
/// empty.
struct ClosedForm {
    std::string_view x;     ///< "−1 − W(1/e)"
    std::string_view y;     ///< "−W(1/e)"
    std::string_view slope; ///< "2/√π"
};

/// What is known exactly of the point at x on the graph of a catalogue activation whose parameters have their standard
/// values. All texts are empty where nothing is. W is the principal branch of Lambert's function. Each entry was
/// derived by hand; tests/core/catalogue/tst_closed_form.cpp compares it with values from mpmath and with the graph.
[[nodiscard]] ClosedForm closedFormAt(std::string_view activation, double x);

} // namespace secant
