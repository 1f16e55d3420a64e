#pragma once

#include <math.h> // The functions of _Float128, which <cmath> does not have.

#include <algorithm>
#include <cmath>

#include "core/catalogue/activation/deep.h"
#include "core/catalogue/activation/extended.h"

#if !__HAVE_FLOAT128
// The C library has them all the same, but does not show them to compilers that lack the name _Float128.
extern "C" {
__float128 expf128(__float128);
__float128 expm1f128(__float128);
__float128 log1pf128(__float128);
__float128 sqrtf128(__float128);
__float128 sinf128(__float128);
__float128 cosf128(__float128);
__float128 atanf128(__float128);
__float128 erff128(__float128);
__float128 erfcf128(__float128);
}
#endif

/// Activations composed of several elementary functions are computed in Extended together with a bound on what
/// rounding did, and once more with twice the digits where that bound is too wide: next to roots of f′ and f″, whose
/// places need not be known for that, and where large exponents are rounded. Where these digits cancel too, as the
/// bound tells, with a thousand more.
namespace secant::activation {

/// 113 bits, exponents as wide as those of Extended. Some microseconds for an elementary function.
__extension__ typedef __float128 Quad; // NOLINT(modernize-use-using): `using` has no place for __extension__.

/// A number and a bound on its distance to the exact one.
struct Tracked {
    Extended value = 0;
    Extended error = 0;

    Tracked(Extended exact) : value(exact) {} // NOLINT(google-explicit-constructor): any double is such a number.
    Tracked(Extended computed, Extended bound) : value(computed), error(bound) {}
};

/// What one operation may be wrong by, relative to its result, and a little for the rounding of bounds themselves.
inline constexpr Extended kOperation = 0x1.01p-64L;
/// The same for functions of the C library: glibc documents 2 units for the worst of exp, sin, cos, atan and erf …
inline constexpr Extended kLibrary = 0x1p-62L;
/// … 4 for expm1 and log1p, 5 for erfc.
inline constexpr Extended kLibraryRest = 0x1.4p-61L;

[[nodiscard]] inline Tracked operator-(const Tracked& a)
{
    return {-a.value, a.error};
}

[[nodiscard]] inline Tracked operator+(const Tracked& a, const Tracked& b)
{
    const Extended sum = a.value + b.value;
    return {sum, a.error + b.error + std::abs(sum) * kOperation};
}

[[nodiscard]] inline Tracked operator-(const Tracked& a, const Tracked& b)
{
    return a + -b;
}

[[nodiscard]] inline Tracked operator*(const Tracked& a, const Tracked& b)
{
    const Extended product = a.value * b.value;
    return {product, std::abs(a.value) * b.error + std::abs(b.value) * a.error + a.error * b.error +
                         std::abs(product) * kOperation};
}

[[nodiscard]] inline Tracked operator/(const Tracked& a, const Tracked& b)
{
    const Extended quotient = a.value / b.value;
    const Extended least = std::abs(b.value) - b.error;
    return {quotient, least > 0 ? (a.error + std::abs(quotient) * b.error) / least + std::abs(quotient) * kOperation
                                : std::numeric_limits<Extended>::infinity()};
}

/// A library function with the given value, whose slope is at most `steepness` within the error of its argument.
[[nodiscard]] inline Tracked libraryResult(Extended value, Extended steepness, const Tracked& argument,
                                           Extended library = kLibrary)
{
    return {value,
            argument.error == 0 ? std::abs(value) * library : std::abs(value) * library + steepness * argument.error};
}

/// What steepness may grow to within the error of an exponent: e^error ≤ 1.02, or else nothing is known.
[[nodiscard]] inline Extended steepestWithin(Extended steepness, Extended error)
{
    return error < 0x1p-6L ? 1.02L * steepness : std::numeric_limits<Extended>::infinity();
}

[[nodiscard]] inline Tracked exponential(const Tracked& a)
{
    if (a.value + a.error < -kFarthestExponent) {
        return {0, 0}; // Below any double, also times any quotient of them.
    }
    const Extended value = std::exp(a.value);
    return libraryResult(value, steepestWithin(value, a.error), a);
}

/// e^a − 1
[[nodiscard]] inline Tracked exponentialLess1(const Tracked& a)
{
    const Extended value = std::expm1(a.value);
    return libraryResult(value, steepestWithin(value + 1, a.error), a, kLibraryRest);
}

/// ln(1 + a) for a ≥ 0.
[[nodiscard]] inline Tracked logarithmOf1Plus(const Tracked& a)
{
    return libraryResult(std::log1p(a.value), 1, a, kLibraryRest);
}

[[nodiscard]] inline Tracked squareRoot(const Tracked& a)
{
    const Extended value = std::sqrt(a.value);
    return libraryResult(value, a.error < 0.5L * a.value ? 1 / value : std::numeric_limits<Extended>::infinity(), a);
}

[[nodiscard]] inline Tracked sine(const Tracked& a)
{
    return libraryResult(std::sin(a.value), 1, a);
}

[[nodiscard]] inline Tracked cosine(const Tracked& a)
{
    return libraryResult(std::cos(a.value), 1, a);
}

[[nodiscard]] inline Tracked arctangent(const Tracked& a)
{
    return libraryResult(std::atan(a.value), 1, a);
}

[[nodiscard]] inline Tracked errorFunction(const Tracked& a)
{
    return libraryResult(std::erf(a.value), 1.2L, a);
}

/// 1 − erf a, whose logarithm is nowhere steeper than 2a + 1.2 for a ≥ 0; else its own slope is below 1.2.
[[nodiscard]] inline Tracked errorFunctionRest(const Tracked& a)
{
    const Extended value = std::erfc(a.value);
    const Extended steepness = a.value < 0 ? 1.2L : value * (2 * a.value + 1.2L);
    return libraryResult(value, steepestWithin(steepness, a.error * (2 + std::abs(a.value))), a, kLibraryRest);
}

[[nodiscard]] inline Quad exponential(Quad a)
{
    return expf128(a);
}

[[nodiscard]] inline Quad exponentialLess1(Quad a)
{
    return expm1f128(a);
}

[[nodiscard]] inline Quad logarithmOf1Plus(Quad a)
{
    return log1pf128(a);
}

[[nodiscard]] inline Quad squareRoot(Quad a)
{
    return sqrtf128(a);
}

[[nodiscard]] inline Quad sine(Quad a)
{
    return sinf128(a);
}

[[nodiscard]] inline Quad cosine(Quad a)
{
    return cosf128(a);
}

[[nodiscard]] inline Quad arctangent(Quad a)
{
    return atanf128(a);
}

[[nodiscard]] inline Quad errorFunction(Quad a)
{
    return erff128(a);
}

[[nodiscard]] inline Quad errorFunctionRest(Quad a)
{
    return erfcf128(a);
}

[[nodiscard]] inline bool isNegative(const Tracked& a)
{
    return a.value < 0;
}

[[nodiscard]] inline bool isNegative(Quad a)
{
    return a < 0;
}

template<typename Number>
[[nodiscard]] Number magnitudeOf(const Number& a)
{
    return isNegative(a) ? -a : a;
}

template<typename Number>
[[nodiscard]] Number piAs()
{
    return Number(4) * arctangent(Number(1));
}

/// Whether rounding to double adds at least as much as all before it: the bound is half a unit, or below the doubles.
[[nodiscard]] inline bool isSettled(const Tracked& a)
{
    return a.error <= std::max(std::abs(a.value) * 0x1p-54L, 0x1p-1078L);
}

/// The same of `slow`, computed like `quick` with 49 bits more: its bound is that much smaller, and twice that to be
/// safe.
[[nodiscard]] inline bool isSettled(const Tracked& quick, Quad slow)
{
    return isSettled(Tracked(static_cast<Extended>(slow), quick.error * 0x1p-48L));
}

/// A sum whose terms are about as large as `term`, or, where they cancel, what `slow` finds in Quad or Deep.
template<typename Slow>
[[nodiscard]] Extended kept(Extended sum, Extended term, const Slow& slow)
{
    return isCancelled(sum, term) ? static_cast<Extended>(slow()) : sum;
}

/// What the functions below promise: half a unit twice, which they stay far from, and what subnormal results lose.
inline constexpr Rounding kTracked{1.3, kTiny};

/// formula(x), a number, for a double x.
template<typename Formula>
[[nodiscard]] double settledNumber(double x, const Formula& formula)
{
    const Tracked quick = formula(Tracked(x));
    if (isSettled(quick)) {
        return static_cast<double>(quick.value);
    }
    const Quad slow = formula(static_cast<Quad>(x));
    return static_cast<double>(isSettled(quick, slow) ? static_cast<Extended>(slow)
                                                      : static_cast<Extended>(formula(Deep(x))));
}

} // namespace secant::activation
