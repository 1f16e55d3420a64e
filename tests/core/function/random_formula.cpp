#include "random_formula.h"

#include <array>
#include <string_view>

namespace secant::test {

namespace {

std::string leaf(std::mt19937& random)
{
    constexpr std::array<std::string_view, 10> kLeaves{"x", "x", "x", "x", "a", "b", "pi", "e", "1", "2"};
    const auto choice = random() % (kLeaves.size() + 2);
    if (choice < kLeaves.size())
        return std::string(kLeaves[choice]);
    return std::to_string(random() % 50) + "." + std::to_string(random() % 100);
}

} // namespace

std::string randomCondition(std::mt19937& random, int depth)
{
    const auto part = [&] { return randomFormula(random, depth - 1); };
    const auto sign = [&](bool isRising) {
        constexpr std::array<std::string_view, 4> kSigns{" < ", " <= ", " > ", " >= "};
        return std::string(kSigns[random() % 2 + (isRising ? 0 : 2)]);
    };
    const bool isRising = random() % 2 == 0;
    switch (depth == 0 ? 9 : random() % 10) {
    case 0:
    case 1:
        return part() + sign(isRising) + part() + sign(isRising) + part();
    case 2:
        return "(" + randomCondition(random, depth - 1) + ") and " + randomCondition(random, depth - 1);
    case 3:
        return randomCondition(random, depth - 1) + " or (" + randomCondition(random, depth - 1) + ")";
    default:
        return randomFormula(random, depth) + sign(isRising) + randomFormula(random, depth);
    }
}

std::string randomFormula(std::mt19937& random, int depth)
{
    if (depth == 0 || random() % 8 == 0)
        return leaf(random);
    const auto part = [&] { return randomFormula(random, depth - 1); };
    constexpr std::array<std::string_view, 20> kFunctions{"abs",  "sqrt", "cbrt",    "exp",  "ln",   "sin", "cos",
                                                          "tan",  "atan", "tanh",    "sinh", "cosh", "erf", "relu",
                                                          "step", "log",  "sigmoid", "sec",  "csc",  "cot"};
    switch (random() % 15) {
    case 0:
    case 1:
        return "(" + part() + ")+(" + part() + ")";
    case 2:
        return "(" + part() + ")-(" + part() + ")";
    case 3:
    case 4:
        return "(" + part() + ")*(" + part() + ")";
    case 5:
        return "(" + part() + ")/(" + part() + ")";
    case 6:
        return "(" + part() + ")^" + std::to_string(static_cast<int>(random() % 7) - 3);
    case 7:
        return "(" + part() + ")^(" + part() + ")";
    case 8:
        return "min(" + part() + ", " + part() + ")";
    case 9:
        return "max(" + part() + ", " + part() + ")";
    case 10:
        return "if(" + randomCondition(random, depth - 1) + ", " + part() + ", " + part() + ")";
    case 14:
        return "piecewise(" + randomCondition(random, depth - 1) + ", " + part() + ", " +
               randomCondition(random, depth - 1) + ", " + part() + (random() % 2 == 0 ? ", " + part() : "") + ")";
    case 11:
        return "-(" + part() + ")";
    default:
        return std::string(kFunctions[random() % kFunctions.size()]) + "(" + part() + ")";
    }
}

} // namespace secant::test
