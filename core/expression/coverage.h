#pragma once

#include <span>

#include "core/expression/syntax_tree.h"

namespace secant {

/// Whether at least one of these conditions holds wherever all of them have a meaning, so that the last one need not be
/// asked for: x < 0, 0 <= x < 1, x >= 1, or u < v and u >= v. False where it cannot be told by comparing x with numbers
/// or two comparisons with each other. Precondition: each is a comparison, an And or an Or in `nodes`.
[[nodiscard]] bool coverEverything(std::span<const Node> nodes, std::span<const NodeIndex> conditions);

} // namespace secant
