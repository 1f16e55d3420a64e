#pragma once

namespace secant {

/// The value of a function at one abscissa with its first and second derivative there. Dimensionless.
struct Jet {
    double value = 0.0;
    double slope = 0.0;     ///< f′
    double curvature = 0.0; ///< f″

    friend constexpr bool operator==(const Jet&, const Jet&) = default;
};

[[nodiscard]] constexpr Jet operator-(const Jet& a)
{
    return {-a.value, -a.slope, -a.curvature};
}

[[nodiscard]] constexpr Jet operator+(const Jet& a, const Jet& b)
{
    return {a.value + b.value, a.slope + b.slope, a.curvature + b.curvature};
}

[[nodiscard]] constexpr Jet operator-(const Jet& a, const Jet& b)
{
    return {a.value - b.value, a.slope - b.slope, a.curvature - b.curvature};
}

/// (uv)′ = u′v + uv′ and (uv)″ = u″v + 2u′v′ + uv″.
[[nodiscard]] constexpr Jet operator*(const Jet& a, const Jet& b)
{
    return {a.value * b.value, a.slope * b.value + a.value * b.slope,
            a.curvature * b.value + 2.0 * a.slope * b.slope + a.value * b.curvature};
}

/// With q = u/v: q′ = (u′ − q v′)/v and q″ = (u″ − 2q′v′ − q v″)/v, which cancels less than (u′v − uv′)/v².
[[nodiscard]] constexpr Jet operator/(const Jet& a, const Jet& b)
{
    const double value = a.value / b.value;
    const double slope = (a.slope - value * b.slope) / b.value;
    return {value, slope, (a.curvature - 2.0 * slope * b.slope - value * b.curvature) / b.value};
}

/// g(u) for a g whose jet at u.value is known: (g∘u)′ = g′u′, (g∘u)″ = g″u′² + g′u″.
/// A zero inner slope or curvature annihilates an infinite outer one, as it does in the limit of a constant u.
[[nodiscard]] constexpr Jet compose(const Jet& outer, const Jet& inner)
{
    const auto times = [](double factor, double rate) { return rate == 0.0 ? 0.0 : factor * rate; };
    return {outer.value, times(outer.slope, inner.slope),
            times(outer.curvature, inner.slope * inner.slope) + times(outer.slope, inner.curvature)};
}

/// A value with its derivative in one parameter, x being held fixed.
struct Gradient {
    double value = 0.0;
    double tangent = 0.0; ///< ∂f/∂p
};

} // namespace secant
