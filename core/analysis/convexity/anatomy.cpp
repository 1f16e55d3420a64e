#include "core/analysis/convexity/anatomy.h"

#include <algorithm>

namespace secant::convexity {

std::optional<Anatomy::Block> Anatomy::block() const
{
    const auto isDefined = [](const Leaf& leaf) { return leaf.f != nullptr; };
    const auto found = std::ranges::find_if(leaves, isDefined);
    if (found == leaves.end())
        return std::nullopt;
    Block b;
    b.first = static_cast<std::size_t>(found - leaves.begin());
    b.last = b.first;
    while (b.last + 1 < leaves.size() && leaves[b.last + 1].f)
        ++b.last;
    if (std::any_of(leaves.begin() + static_cast<std::ptrdiff_t>(b.last) + 1, leaves.end(), isDefined))
        return std::nullopt;
    for (std::size_t i = 0; i < joints.size(); ++i) {
        const bool isApart = i < b.first || i > b.last + 1;
        if (isApart && joints[i].known != Known::Undefined)
            return std::nullopt;
    }
    return b;
}

Anatomy dissect(const ExprPtr& f, const Range& range, Budget& budget)
{
    Anatomy a{f, range, split(f, range, budget), {}};
    for (std::size_t i = 0; i <= a.leaves.size(); ++i) {
        const Leaf* const left = i > 0 ? &a.leaves[i - 1] : nullptr;
        const Leaf* const right = i < a.leaves.size() ? &a.leaves[i] : nullptr;
        a.joints.push_back(jointOf(*f, left, right, range, budget));
    }
    return a;
}

} // namespace secant::convexity
