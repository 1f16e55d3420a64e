#include "core/number/elementary.h"

#include <vector>

#include "core/number/elementary_parts.h"

namespace secant {

std::span<const Primitive* const> elementaryPrimitives()
{
    static const std::vector<const Primitive*> all = [] {
        std::vector<const Primitive*> list;
        const auto append = [&list](const auto& theme) {
            for (const Primitive* primitive : theme) {
                list.push_back(primitive);
            }
        };
        append(elementary::kExponential);
        append(elementary::kRoots);
        append(elementary::kTrigonometric);
        append(elementary::kHyperbolic);
        append(elementary::kPiecewise);
        append(elementary::kErrorFunction);
        append(elementary::kSpecial);
        return list;
    }();
    return all;
}

} // namespace secant
