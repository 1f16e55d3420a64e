#pragma once

#include <string>

#include <mpfr.h>

#include "core/expression/syntax_tree.h"

/// A number of MPFR that copies itself.
class Mpfr {
public:
    static constexpr mpfr_prec_t kBits = 700;
    /// What numbers made from now on have: kBits, or more to see whether rounding made a difference.
    inline static mpfr_prec_t bits = kBits;

    Mpfr()
    {
        mpfr_init2(m_value, bits);
        mpfr_set_zero(m_value, 1);
    }
    Mpfr(double x) : Mpfr() { mpfr_set_d(m_value, x, MPFR_RNDN); } // NOLINT: converts on purpose
    /// "1/3", "-2", "0.25".
    explicit Mpfr(const std::string& text);
    Mpfr(const Mpfr& other) : Mpfr() { mpfr_set(m_value, other.m_value, MPFR_RNDN); }
    Mpfr& operator=(const Mpfr& other)
    {
        mpfr_set(m_value, other.m_value, MPFR_RNDN);
        return *this;
    }
    ~Mpfr() { mpfr_clear(m_value); }

    mpfr_ptr get() { return m_value; }
    [[nodiscard]] mpfr_srcptr get() const { return m_value; }
    [[nodiscard]] int sign() const { return mpfr_sgn(m_value); }
    [[nodiscard]] double toDouble() const { return mpfr_get_d(m_value, MPFR_RNDN); }
    /// The binary exponent; very small for 0.
    [[nodiscard]] long exponent() const { return mpfr_zero_p(m_value) ? -1000000000L : mpfr_get_exp(m_value); }

    friend Mpfr operator+(const Mpfr& a, const Mpfr& b)
    {
        Mpfr r;
        mpfr_add(r.m_value, a.m_value, b.m_value, MPFR_RNDN);
        return r;
    }
    friend Mpfr operator-(const Mpfr& a, const Mpfr& b)
    {
        Mpfr r;
        mpfr_sub(r.m_value, a.m_value, b.m_value, MPFR_RNDN);
        return r;
    }
    friend Mpfr operator*(const Mpfr& a, const Mpfr& b)
    {
        Mpfr r;
        mpfr_mul(r.m_value, a.m_value, b.m_value, MPFR_RNDN);
        return r;
    }
    friend Mpfr operator/(const Mpfr& a, const Mpfr& b)
    {
        Mpfr r;
        mpfr_div(r.m_value, a.m_value, b.m_value, MPFR_RNDN);
        return r;
    }

private:
    mpfr_t m_value;
};

/// f at a point, by MPFR with 700 bits and nothing of the program but the parsed formula.
struct MpfrValue {
    enum class Kind { Defined, Undefined, Unsure };
    Kind kind = Kind::Unsure; ///< Unsure where a condition or an edge of the domain hangs on rounding.
    Mpfr value;
    bool isExact = false; ///< Nothing was rounded on the way to the value.
    long scale =
        -1000000000L; ///< Binary exponent of the greatest number met on the way: errors are about 2^(scale − 690).
};

/// Elementary functions only: no activation but relu, sigmoid, softplus and step. Parameters are not supported.
[[nodiscard]] MpfrValue mpfrValue(const secant::SyntaxTree& tree, const Mpfr& x);
