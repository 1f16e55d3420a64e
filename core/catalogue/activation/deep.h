#pragma once

#include <mpfr.h>

#include "core/support/mpfr_caches.h"

/// For the few places where 113 bits cancel too: next to roots whose place depends on parameters, and where parameters
/// make a leading term vanish.
namespace secant::activation {

/// 1280 bits and exponents without practical bounds (MPFR): what cancels to 2^−1000, as x = 10^−300 beside 1, still has
/// all digits of a double. Some tens of microseconds for an elementary function.
class Deep {
public:
    Deep(double value = 0.0) // NOLINT(google-explicit-constructor): any double is such a number.
    {
        freeMpfrCachesWithThread();
        mpfr_init2(m_value, kBits);
        mpfr_set_d(m_value, value, MPFR_RNDN);
    }
    Deep(const Deep& other)
    {
        mpfr_init2(m_value, kBits);
        mpfr_set(m_value, other.m_value, MPFR_RNDN);
    }
    Deep& operator=(const Deep& other)
    {
        mpfr_set(m_value, other.m_value, MPFR_RNDN);
        return *this;
    }
    ~Deep() { mpfr_clear(m_value); }

    explicit operator double() const { return mpfr_get_d(m_value, MPFR_RNDN); }
    explicit operator long double() const { return mpfr_get_ld(m_value, MPFR_RNDN); }

    friend Deep operator+(const Deep& a, const Deep& b) { return combined(mpfr_add, a, b); }
    friend Deep operator-(const Deep& a, const Deep& b) { return combined(mpfr_sub, a, b); }
    friend Deep operator*(const Deep& a, const Deep& b) { return combined(mpfr_mul, a, b); }
    friend Deep operator/(const Deep& a, const Deep& b) { return combined(mpfr_div, a, b); }
    friend Deep operator-(const Deep& a) { return applied(mpfr_neg, a); }

    friend bool isNegative(const Deep& a) { return mpfr_sgn(a.m_value) < 0; }
    friend Deep exponential(const Deep& a) { return applied(mpfr_exp, a); }
    friend Deep exponentialLess1(const Deep& a) { return applied(mpfr_expm1, a); }
    friend Deep logarithmOf1Plus(const Deep& a) { return applied(mpfr_log1p, a); }
    friend Deep squareRoot(const Deep& a) { return applied(mpfr_sqrt, a); }
    friend Deep sine(const Deep& a) { return applied(mpfr_sin, a); }
    friend Deep cosine(const Deep& a) { return applied(mpfr_cos, a); }
    friend Deep arctangent(const Deep& a) { return applied(mpfr_atan, a); }
    friend Deep errorFunction(const Deep& a) { return applied(mpfr_erf, a); }
    friend Deep errorFunctionRest(const Deep& a) { return applied(mpfr_erfc, a); }

private:
    static constexpr mpfr_prec_t kBits = 1280;

    template<typename Function>
    static Deep applied(Function function, const Deep& a)
    {
        Deep result;
        function(result.m_value, a.m_value, MPFR_RNDN);
        return result;
    }

    template<typename Function>
    static Deep combined(Function function, const Deep& a, const Deep& b)
    {
        Deep result;
        function(result.m_value, a.m_value, b.m_value, MPFR_RNDN);
        return result;
    }

    mpfr_t m_value;
};

} // namespace secant::activation
