#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/expression/syntax_tree.h"
#include "core/number/enclosure.h"
#include "core/number/jet.h"
#include "core/number/primitive.h"

namespace secant {

/// A place where a function may fail to be smooth: argument − critical changes sign, or vanishes, there.
struct Suspect {
    std::int32_t left = -1;  ///< A step of the program.
    std::int32_t right = -1; ///< Another, or −1: then `critical` stands for it.
    double critical = 0.0;

    friend constexpr bool operator==(const Suspect&, const Suspect&) = default;
};

/// Which of the functions that belong to f is meant.
enum class Order : std::uint8_t { Value, Slope, Curvature };

/// A formula of x whose parameters have values: what is drawn, shaded and judged. A catalogue activation and a typed
/// formula are both of this kind. Immutable and cheap to copy; every member may be called from several threads.
class Function {
public:
    /// Binds `tree` to one value for each of tree.parameters.
    /// Precondition: values.size() == tree.parameters.size().
    Function(const SyntaxTree& tree, std::span<const double> values);

    /// f(x), NaN where undefined (1/0, log 0, √ of a negative number and all that is computed from them).
    [[nodiscard]] double value(double x) const;
    /// f of each x, by vector instructions; `out` is as long, and may be x itself. Sums of powers are taken by Horner's
    /// rule and common functions in two words, so the last bits may differ from value(x).
    void values(std::span<const double> x, double* out) const;
    /// f, f′ and f″ of each x, likewise; none of `out` overlaps another or x.
    void jets(std::span<const double> x, const JetBlock& out) const;
    /// f, f′ and f″ at x by jets; at a kink the convention of Primitive::evaluate.
    [[nodiscard]] Jet jet(double x) const;
    /// One component of jet(x); Value does not compute the others.
    [[nodiscard]] double at(Order order, double x) const;
    /// ∂f/∂p[index] at x.
    [[nodiscard]] double parameterSlope(double x, std::size_t index) const;
    /// Bounds on f, f′, f″ over every x of the box.
    [[nodiscard]] Enclosure enclose(const Interval& x) const;

    /// The steps that keep the wanted order from being proved continuous over the box, each with what must be solved.
    [[nodiscard]] std::vector<Suspect> suspects(const Interval& x, Order order) const;
    /// The quantity whose zero is the suspect's place; NaN where undefined.
    [[nodiscard]] double residual(const Suspect& suspect, double x) const;

    /// True if x stands once in the formula: then enclosures of f are the exact range up to rounding.
    [[nodiscard]] bool usesVariableOnce() const;
    [[nodiscard]] std::size_t parameterCount() const;
    /// How long one evaluation takes, counted in additions.
    [[nodiscard]] double cost() const;

private:
    struct Program;
    std::shared_ptr<const Program> m_program;
};

} // namespace secant
