#include "core/figure/slope_gaps.h"

#include <algorithm>
#include <optional>

#include "core/analysis/facts.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/derivative.h"
#include "core/figure/compose.h"
#include "core/figure/formula_reading.h"
#include "core/figure/framework_slopes.h"

namespace secant {
namespace {

/// Whether f′ as it is written falls into cases.
bool fallsIntoCases(const SyntaxTree& tree)
{
    const auto isCase = [](const Node& node) {
        const bool isStep =
            node.kind == NodeKind::Call &&
            (node.callee->name == "sign" || node.callee->name == "step" || node.callee->name == "floor");
        return isStep || node.kind == NodeKind::If;
    };
    const auto isBranched = [](const Node& node) {
        return node.kind == NodeKind::If || node.kind == NodeKind::Modulo || node.kind == NodeKind::Minimum ||
               node.kind == NodeKind::Maximum;
    };
    if (std::ranges::any_of(tree.nodes, isBranched)) {
        return true;
    }
    const std::optional<SyntaxTree> slope = derivative(tree, vocabulary());
    return slope && std::ranges::any_of(slope->nodes, isCase);
}

} // namespace

SlopeGaps slopeGaps(const CurveSpec& curve)
{
    SlopeGaps gaps;
    if (!curve.activation.empty()) {
        for (const KinkSlopes& kink : frameworkSlopes(curve))
            gaps.places.push_back(kink.at);
        return gaps;
    }
    const FormulaReading reading = readFormula(curve.formula);
    if (!reading->ok())
        return gaps;
    const SyntaxTree& tree = reading->value();
    if (const auto facts = contractFacts(tree, parameterValues(curve, tree))) {
        for (const Kink& kink : facts->kinks.value.list)
            gaps.places.push_back(kink.at);
        for (const Jump& jump : facts->jumps.value.list)
            gaps.places.push_back(jump.at);
        std::ranges::sort(gaps.places);
        return gaps;
    }
    gaps.isKnown = !fallsIntoCases(tree);
    return gaps;
}

} // namespace secant
