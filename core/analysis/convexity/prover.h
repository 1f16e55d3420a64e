#pragma once

#include <string_view>

#include "core/analysis/convexity/form.h"
#include "core/analysis/convexity/polynomial.h"
#include "core/analysis/convexity/real.h"

namespace secant::convexity {

/// What is proved of the sign of a function on an open leaf.
struct Sign {
    enum class Kind : std::uint8_t { Unknown, Zero, Positive, Negative };
    Kind kind = Kind::Unknown;
    bool isStrict = false; ///< No zero inside; else there may be isolated ones.
    std::string_view rule;
    bool isMixed = false; ///< Unknown since both signs are there.

    [[nodiscard]] bool isKnown() const { return kind != Kind::Unknown; }
    [[nodiscard]] int value() const { return kind == Kind::Positive ? 1 : kind == Kind::Negative ? -1 : 0; }
};

/// A one-sided limit at t → 0+.
struct Limit {
    enum class Kind : std::uint8_t { Unknown, Finite, PlusInfinity, MinusInfinity };
    Kind kind = Kind::Unknown;
    Real value;
    ExprPtr constant = nullptr; ///< The value as a formula without x, where it is known as such.
};

/// How long to try: Quick takes a few boxes alone.
enum class Effort : std::uint8_t { Quick, Full };

/// Signs and limits of normal forms over a range of t that contains the leaf.
class Prover {
public:
    /// `isExactLow`: range.lo is the end of the leaf itself, so that values at it bound what follows.
    Prover(Field& field, const OpenRange& range, bool isExactLow, Effort effort = Effort::Full);

    [[nodiscard]] Sign signOf(const Form& a, int depth = 0);
    /// A product of powers of kernels, and what remains when it is divided out: nothing if a is 0 identically.
    struct Factors {
        Sign outside;
        Form rest;
    };
    [[nodiscard]] Factors factorsOf(const Form& a, int depth = 0);
    /// Precondition: the leaf begins at t = 0.
    [[nodiscard]] Limit limitAtZero(const Form& a, int depth = 0);
    [[nodiscard]] Ball enclose(const Form& a, const Ball& t);
    [[nodiscard]] Ball rangeBall() const;
    /// Whether a ≠ 0 is proved at some point: what is not 0 everywhere and analytic has isolated zeros alone.
    [[nodiscard]] bool isNonzeroSomewhere(const Form& a);
    /// Whether both signs are proved at one of a few points each: then no sign of a will be.
    [[nodiscard]] bool hasBothSigns(const Form& a);
    /// The coefficients if a is a polynomial in t.
    [[nodiscard]] static std::optional<Polynomial> polynomialIn(const Form& a, int kernel);

private:
    struct KernelLimit {
        bool isKnown = false;
        bool isLogarithmic = false; ///< Infinite, slower than any power of t.
        Real value;
    };

    [[nodiscard]] std::vector<Rational> samplePoints() const; ///< A few, in the range of t.
    Sign kernelSign(int k, int depth);
    Sign monomialSign(const Monomial& m, int depth);
    Sign twoTerms(const Form& a, int depth);
    Sign oneSign(const Form& a, int depth);
    Sign grouped(const Form& a, int depth);
    Sign sturm(const Form& a);
    Sign derivativeChain(const Form& a, int depth);
    Limit seriesLimit(const Form& a);
    Sign boxes(const Form& a, int most);
    Sign core(const Form& a, int depth);
    KernelLimit kernelLimit(int k, int depth);
    Limit termLimit(const Monomial& m, const Rational& c, int depth);
    Ball encloseKernel(int k, const Ball& t);
    static Ball enclosePolynomial(const Polynomial& p, const Ball& t);
    Ball encloseExponent(const Form& exponent, const Ball& t);
    Ball encloseTerm(const Monomial& m, const Rational& c, const Ball& t);

    Field& m_field;
    OpenRange m_range;
    bool m_isExactLow;
    Effort m_effort;
    std::vector<std::optional<Ball>> m_memo;
};

} // namespace secant::convexity
