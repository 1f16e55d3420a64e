#pragma once

#include <string_view>

#include "core/expression/token.h"

namespace secant {

/// What a command of LaTeX stands for in a pasted formula.
struct LatexCommand {
    std::string_view name;             ///< Without the backslash.
    TokenKind kind = TokenKind::Error; ///< A sign, or Name.
    std::string_view text = {};        ///< Of a Name: how it is written here.
    NodeKind relation = NodeKind::Number;
};

/// \cdot, \pi, \alpha, \sin, \le …; null for every other word. \frac, \sqrt, \left, \right and \operatorname, which
/// need what follows them, are not among these.
[[nodiscard]] const LatexCommand* findLatexCommand(std::string_view name);

} // namespace secant
