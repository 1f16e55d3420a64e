#pragma once

#include <random>
#include <string>

namespace secant::test {

/// Trees of the operations that break, kink, oscillate and overflow.
class RandomFormulas {
public:
    explicit RandomFormulas(unsigned seed) : m_generator(seed) {}

    std::string next(int depth)
    {
        if (depth == 0 || pick(6) == 0) {
            return pick(5) < 3 ? "x" : std::to_string(pick(9) + 1) + ".5";
        }
        static const char* const kCalls[] = {"sin",  "cos",  "exp",     "tanh", "sqrt", "log",  "abs", "floor",
                                             "relu", "atan", "sigmoid", "gelu", "silu", "cbrt", "erf", "softplus"};
        static const char* const kOperators[] = {"+", "-", "*", "/"};
        switch (pick(5)) {
        case 0:
        case 1:
            return "(" + next(depth - 1) + kOperators[pick(4)] + next(depth - 1) + ")";
        case 2:
            return std::string(pick(2) == 0 ? "min(" : "max(") + next(depth - 1) + "," + next(depth - 1) + ")";
        default:
            return std::string(kCalls[pick(16)]) + "(" + next(depth - 1) + ")";
        }
    }

private:
    // std::uniform_int_distribution differs between libraries; the rows should not.
    unsigned pick(unsigned count) { return static_cast<unsigned>(m_generator() % count); }

    std::mt19937 m_generator;
};

} // namespace secant::test
