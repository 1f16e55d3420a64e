#include "core/analysis/facts.h"

#include "core/analysis/normal_moments.h"
#include "core/analysis/outline_facts.h"
#include "core/analysis/scaled_call.h"
#include "core/function/function.h"

namespace secant {
namespace {

std::vector<double> cutsOf(const Shape& shape)
{
    std::vector<double> cuts;
    for (const Break& at : shape.breaks) {
        cuts.push_back(at.at);
    }
    return cuts;
}

} // namespace

Facts factsOf(const SyntaxTree& tree, std::string_view, std::span<const double> values, const FactsAllowance& allowance)
{
    const Function function(tree, values);
    Facts facts;
    if (const auto call = scaledCall(tree, values)) {
        const Shape outline = outlineOf(*call);
        facts = outlineFacts(outline, function, call->isPlain() ? Assurance::Exact : Assurance::Proved);
        facts.normal = normalMoments(function, cutsOf(outline), !facts.jumps.value.list.empty(), allowance.stop);
    }
    return facts;
}

} // namespace secant
