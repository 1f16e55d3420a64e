#pragma once

#include <random>
#include <string>

namespace secant::test {

/// A formula of x, a and b with up to `depth` operations above each other, from what evaluateCarefully() knows.
[[nodiscard]] std::string randomFormula(std::mt19937& random, int depth);

} // namespace secant::test
