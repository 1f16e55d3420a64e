#pragma once

#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/function/function.h"

namespace secant::test {

/// A formula with its free names bound, in order of first use; 1 for those that `values` does not reach.
/// Precondition: it parses.
inline Function formula(std::string_view text, std::vector<double> values = {})
{
    const auto tree = parse(text, vocabulary());
    if (!tree) {
        qFatal("no formula: %.*s", static_cast<int>(text.size()), text.data());
    }
    values.resize(tree->parameters.size(), 1.0);
    return Function(*tree, values);
}

} // namespace secant::test
