#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/function/function.h"
#include "core/scene/scene.h"

namespace secant {

/// In which language a formula is written.
enum class FormulaForm : std::uint8_t { Text, Latex, Cpp, NumPy, PyTorch };

/// f of a curve: what was typed as it was understood, or the definition of an activation, parameters under their
/// names. Empty if the text is no formula.
[[nodiscard]] std::string formulaText(const CurveSpec& curve, FormulaForm form);

/// f, f′ or f″ as LaTeX. Nothing if the text is no formula, if there is no such formula (gamma), or if it would have
/// more than 300 parts, which nobody reads.
[[nodiscard]] std::optional<std::string> formulaLatex(const CurveSpec& curve, Order order);

} // namespace secant
