#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/expression/syntax_tree.h"
#include "core/number/interval.h"

/// Truth for activations in hundreds of bits: their definitions (core/expression/definition.h), which share nothing
/// with the code under core/catalogue/activation, interpreted over MPFR.
namespace secant::precise {

/// How far a computed number is from the true one.
struct Error {
    double ulps = 0.0; ///< In units of the last place of the truth; 2^−1074 below the normal numbers. Infinite if one
                       ///< of the two is infinite or undefined and the other is not.
    double truth = 0.0; ///< Rounded to nearest.
};

/// f, f′, f″ and ∂f/∂(each parameter) of a formula at a double, with as many bits as it takes to know them to 2^−80.
class Formula {
public:
    /// Precondition: every primitive called is one of the few that definitions use.
    explicit Formula(SyntaxTree tree);
    ~Formula();
    Formula(const Formula&) = delete;
    Formula& operator=(const Formula&) = delete;

    /// Free names, in the order of evaluate().
    [[nodiscard]] const std::vector<std::string>& parameters() const;

    /// Computes all of it; false if 8192 bits do not suffice, or the formula is undefined or beyond MPFR's exponents.
    [[nodiscard]] bool evaluate(double x, std::span<const double> parameters);

    /// After evaluate(): index 0, 1, 2 for f, f′, f″, 3 and up for the parameters in the order of the tree.
    [[nodiscard]] Error error(std::size_t index, double computed) const;

    /// After evaluate(): whether the true number, as far as it is known, lies within the bounds.
    [[nodiscard]] bool isWithin(std::size_t index, const Interval& bounds) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace secant::precise
