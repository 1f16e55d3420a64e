#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/analysis/facts.h"
#include "core/catalogue/activation.h"
#include "core/scene/scene.h"

namespace secant {

/// A typed formula that is an activation of the catalogue, scaled and shifted: height·g(rate·x + start) + lift.
struct Likeness {
    const Activation* activation = nullptr;
    std::vector<double> parameters;
    double height = 1.0;
    double lift = 0.0;
    double rate = 1.0;
    double start = 0.0;
    /// Proved: the difference vanishes identically on every piece. Numerical: it agrees to rounding on −30 … 30.
    Assurance assurance = Assurance::Unknown;

    [[nodiscard]] bool isPlain() const { return height == 1.0 && lift == 0.0 && rate == 1.0 && start == 0.0; }
    /// "2*silu(3*x) + 1", as it is typed.
    [[nodiscard]] std::string formula() const;
};

/// Looks for the activation that a typed formula is; nothing if there is none, and for activations themselves. Rates
/// and shifts are sought among the numbers of the formula. Some milliseconds.
[[nodiscard]] std::optional<Likeness> likenessOf(const CurveSpec& curve, const std::stop_token& stop = {});

} // namespace secant
