#pragma once

#include <string>

#include "core/expression/syntax_tree.h"

namespace secant {

/// −f.
[[nodiscard]] SyntaxTree negated(const SyntaxTree& f);
/// f and g under an operation of two operands. Parameters of one name are one parameter.
[[nodiscard]] SyntaxTree combined(NodeKind kind, const SyntaxTree& f, const SyntaxTree& g);
/// outer(inner(x)).
[[nodiscard]] SyntaxTree substituted(const SyntaxTree& outer, const SyntaxTree& inner);
/// The perspective t·f(x/t), with t a parameter of that name.
[[nodiscard]] SyntaxTree perspective(const SyntaxTree& f, const std::string& t);
/// The formula of one node of the tree. `hole`, if given, is a node below it in whose place a parameter of that name
/// stands: of exp(x^2) at exp with x^2 as hole "u", exp(u).
[[nodiscard]] SyntaxTree partOf(const SyntaxTree& tree, NodeIndex root, NodeIndex hole = kNoNode,
                                const std::string& name = {});
/// The same formula with a parameter under another name. Precondition: no parameter has the new name.
[[nodiscard]] SyntaxTree renamed(SyntaxTree tree, const std::string& from, const std::string& to);

} // namespace secant
