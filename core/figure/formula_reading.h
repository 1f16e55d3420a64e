#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/expression/parse.h"
#include "core/scene/scene.h"
#include "core/support/result.h"

namespace secant {

using FormulaReading = std::shared_ptr<const Result<SyntaxTree, ParseError>>;

/// parse(text, vocabulary()), kept for the next time: every frame asks for the same few formulas. May be called from
/// several threads. Never null.
[[nodiscard]] FormulaReading readFormula(std::string_view text);

/// As it is read: of an activation the call with its parameters by name, else what was typed.
[[nodiscard]] std::string formulaOf(const CurveSpec& curve);

/// readFormula(formulaOf(curve))
[[nodiscard]] FormulaReading readingOf(const CurveSpec& curve);

} // namespace secant
