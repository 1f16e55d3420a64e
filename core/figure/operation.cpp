#include "core/figure/operation.h"

#include <algorithm>

#include "core/expression/combine.h"
#include "core/expression/print.h"
#include "core/figure/compose.h"
#include "core/figure/formula_reading.h"

namespace secant {
namespace {

using Values = std::map<std::string, double, std::less<>>;

/// A function with its values under the names that its tree has.
struct Operand {
    SyntaxTree tree;
    Values values;
};

std::optional<Operand> operandOf(const CurveSpec& curve)
{
    const FormulaReading reading = readingOf(curve);
    if (!reading->ok()) {
        return std::nullopt;
    }
    Operand operand{reading->value(), {}};
    const std::vector<double> values = parameterValues(curve, operand.tree);
    for (std::size_t i = 0; i < values.size(); ++i) {
        operand.values[operand.tree.parameters[i]] = values[i];
    }
    return operand;
}

std::string freeName(const std::string& name, const Values& taken, const Values& alsoTaken)
{
    for (int i = 2;; ++i) {
        std::string next = name + "_" + std::to_string(i);
        if (!taken.contains(next) && !alsoTaken.contains(next)) {
            return next;
        }
    }
}

/// Renames what has another value under the same name in `fixed`.
void keepApart(const Operand& fixed, Operand& other)
{
    const Values before = other.values;
    for (const auto& [name, value] : before) {
        const auto same = fixed.values.find(name);
        if (same != fixed.values.end() && same->second != value) {
            const std::string next = freeName(name, fixed.values, other.values);
            other.tree = renamed(std::move(other.tree), name, next);
            other.values.erase(name);
            other.values[next] = value;
        }
    }
}

SyntaxTree treeOf(Operation operation, const Operand& f, const Operand& g, const std::string& t)
{
    switch (operation) {
    case Operation::Negation:
        return negated(f.tree);
    case Operation::Perspective:
        return perspective(f.tree, t);
    case Operation::Sum:
        return combined(NodeKind::Add, f.tree, g.tree);
    case Operation::Maximum:
        return combined(NodeKind::Maximum, f.tree, g.tree);
    case Operation::Composition:
        break;
    }
    return substituted(g.tree, f.tree);
}

} // namespace

std::optional<CurveSpec> operated(Operation operation, const CurveSpec& f, const CurveSpec* g)
{
    const std::optional<Operand> first = operandOf(f);
    std::optional<Operand> second = g ? operandOf(*g) : std::nullopt;
    if (!first || (needsOther(operation) && !second)) {
        return std::nullopt;
    }
    CurveSpec result = f;
    result.activation.clear();
    result.parameters = first->values;
    const std::string t = first->values.contains("t") ? freeName("t", first->values, {}) : "t";
    if (operation == Operation::Perspective) {
        result.parameters[t] = 2.0;
    }
    if (needsOther(operation)) {
        keepApart(*first, *second);
        result.parameters.insert(second->values.begin(), second->values.end());
    }
    result.formula = print(treeOf(operation, *first, second ? *second : *first, t));
    return result.formula.size() > kMaxFormulaBytes ? std::nullopt : std::optional(result);
}

} // namespace secant
