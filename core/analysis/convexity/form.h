#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/analysis/convexity/budget.h"
#include "core/analysis/convexity/expr.h"

namespace secant::convexity {

/// Thrown inside the engine where a normal form would become too large or is not known; the prover then gives up.
struct NoForm {};

/// Kernel numbers with rational exponents, ascending, no exponent 0.
using Monomial = std::vector<std::pair<int, Rational>>;

/// A sum of rational multiples of monomials, without zero terms: no terms means 0 identically.
using Form = std::map<Monomial, Rational>;

enum class KernelKind : std::uint8_t { T, Pi, Number, Exp, Log, Base, Sin, Cos, Asin, Atan, Asinh, Erf, Gamma, Psi };

/// What a form is built of. Exp holds one monomial with coefficient 1, so that commensurable exponentials are one.
struct Kernel {
    KernelKind kind = KernelKind::T;
    Form arg;
    std::optional<Form> derivative;
    int order = 0;           ///< Of a Psi: the derivative of Γ′/Γ that it is.
    bool isPositive = false; ///< On the whole open leaf.
    std::optional<int> sign; ///< Found by the prover; 0 means not known.
};

/// Normal forms of functions on one leaf, an open interval where all are analytic, in t with x = origin + direction·t.
class Field {
public:
    Field(const Rational& origin, int direction, bool isPositiveT, Budget& budget);

    [[nodiscard]] Form read(const Expr& f);
    [[nodiscard]] Form multiply(const Form& a, const Form& b);
    /// a^q. Precondition: a ≠ 0 on the leaf if q < 0, and a > 0 if q is no integer.
    [[nodiscard]] Form power(const Form& a, const Rational& q);
    [[nodiscard]] Form exponential(const Form& a);
    [[nodiscard]] Form logarithm(const Form& a); ///< Precondition: a > 0 on the leaf.
    [[nodiscard]] Form derivative(const Form& a);
    [[nodiscard]] Form pi();
    /// sin, cos, atan, asin or erf of a; `symmetry` is 1 for an even function and −1 for an odd one.
    [[nodiscard]] Form call(KernelKind kind, const Form& a, int symmetry);
    /// A form without t as an expression.
    [[nodiscard]] ExprPtr written(const Form& a) const;
    /// Powers of sums with positive integer exponents multiplied out.
    [[nodiscard]] Form expanded(const Form& a);

    [[nodiscard]] Kernel& kernel(int i) { return m_kernels[static_cast<std::size_t>(i)]; }
    [[nodiscard]] Budget& budget() { return m_budget; }

private:
    struct Parts {
        Rational content;
        Monomial common;
        Form rest;
    };

    int intern(KernelKind kind, Form arg, bool isPositive, int order = 0);
    Form single(int kernel, const Rational& exponent = 1, const Rational& coefficient = 1) const;
    Form numberPower(const Rational& base, const Rational& q);
    Form called(const Expr& f);
    [[nodiscard]] ExprPtr writtenKernel(int k) const;
    bool isPositive(const Monomial& m) const;
    Parts parts(const Form& a, bool onlyPositive) const;
    void addProduct(Form& sum, const Monomial& a, const Monomial& b, const Rational& c);
    const Form& kernelDerivative(int i);

    std::vector<Kernel> m_kernels;
    Rational m_origin;
    int m_direction;
    Budget& m_budget;
};

[[nodiscard]] Form constantForm(const Rational& value);
[[nodiscard]] Form add(const Form& a, const Form& b, const Rational& factor = 1);
[[nodiscard]] Form scaled(const Form& a, const Rational& factor);
/// The value of a form without kernels.
[[nodiscard]] std::optional<Rational> constantOf(const Form& a);
/// The monomial of the least exponents of all kernels over all terms, and what remains when it is divided out.
[[nodiscard]] std::pair<Monomial, Form> factored(const Form& a);
[[nodiscard]] Monomial product(const Monomial& a, const Monomial& b, int sign = 1);

} // namespace secant::convexity
