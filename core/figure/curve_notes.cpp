#include "core/figure/curve_notes.h"

#include <algorithm>

#include "core/expression/print.h"
#include "core/figure/compose.h"
#include "core/figure/formula_reading.h"

namespace secant {
namespace {

/// Whether the last thing done is a subtraction of two functions of x.
bool isDifference(const SyntaxTree& tree)
{
    const Node& root = tree.nodes.back();
    if (root.kind != NodeKind::Subtract) {
        return false;
    }
    std::vector<bool> varies;
    for (const Node& node : tree.nodes) {
        const auto uses = [&](NodeIndex i) { return i != kNoNode && varies[static_cast<std::size_t>(i)]; };
        varies.push_back(node.kind == NodeKind::Variable || uses(node.first) || uses(node.second) ||
                         std::any_of(node.values.begin(), node.values.end(), uses));
    }
    return varies[static_cast<std::size_t>(root.first)] && varies[static_cast<std::size_t>(root.second)];
}

} // namespace

CurveNotes notesOf(const CurveSpec& curve, const std::stop_token& stop)
{
    CurveNotes notes;
    const FormulaReading reading = readingOf(curve);
    if (!reading->ok() || !curve.activation.empty()) {
        return notes;
    }
    const SyntaxTree& tree = reading->value();
    if (isDifference(tree)) {
        notes.gap = largestValue(Function(tree, parameterValues(curve, tree)), kGapWindow, stop);
    }
    notes.likeness = likenessOf(curve, stop);
    return notes;
}

std::string boundFormula(const CurveSpec& curve)
{
    const FormulaReading reading = readingOf(curve);
    if (!reading->ok()) {
        return {};
    }
    SyntaxTree bound = reading->value();
    const std::vector<double> values = parameterValues(curve, bound);
    for (Node& node : bound.nodes) {
        if (node.kind == NodeKind::Parameter) {
            node.kind = NodeKind::Number;
            node.number = values[node.index];
        }
    }
    bound.parameters.clear();
    return print(bound);
}

std::string differenceFormula(const CurveSpec& first, const CurveSpec& second)
{
    const std::string left = boundFormula(first);
    const std::string right = boundFormula(second);
    if (left.empty() || right.empty()) {
        return {};
    }
    // A call needs no brackets.
    return left + " - " + (second.activation.empty() ? "(" + right + ")" : right);
}

} // namespace secant
