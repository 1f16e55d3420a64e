#pragma once

#include "core/catalogue/activation/tracked.h"

/// f, f′ and f″ of functions composed of elementary ones, in any Number of tracked.h, and those elementary ones in
/// forms that keep their relative accuracy in both tails.
namespace secant::activation {

template<typename Number>
struct Jets {
    Number value;
    Number slope;
    Number curvature;
};

/// x itself.
template<typename Number>
[[nodiscard]] Jets<Number> variable(const Number& x)
{
    return {x, Number(1), Number(0)};
}

template<typename Number>
[[nodiscard]] Jets<Number> operator+(const Jets<Number>& a, const Jets<Number>& b)
{
    return {a.value + b.value, a.slope + b.slope, a.curvature + b.curvature};
}

template<typename Number>
[[nodiscard]] Jets<Number> operator*(const Number& c, const Jets<Number>& a)
{
    return {c * a.value, c * a.slope, c * a.curvature};
}

template<typename Number>
[[nodiscard]] Jets<Number> operator*(const Jets<Number>& a, const Jets<Number>& b)
{
    return {a.value * b.value, a.slope * b.value + a.value * b.slope,
            a.curvature * b.value + Number(2) * a.slope * b.slope + a.value * b.curvature};
}

/// q′ = (a′ − q b′)/b, q″ = (a″ − 2q′b′ − q b″)/b.
template<typename Number>
[[nodiscard]] Jets<Number> operator/(const Jets<Number>& a, const Jets<Number>& b)
{
    const Number value = a.value / b.value;
    const Number slope = (a.slope - value * b.slope) / b.value;
    return {value, slope, (a.curvature - Number(2) * slope * b.slope - value * b.curvature) / b.value};
}

/// x·g for the jets of g at x.
template<typename Number>
[[nodiscard]] Jets<Number> gated(const Number& x, const Jets<Number>& g)
{
    return {x * g.value, g.value + x * g.slope, Number(2) * g.slope + x * g.curvature};
}

/// g(u), `outer` being the jets of g at u.value.
template<typename Number>
[[nodiscard]] Jets<Number> chain(const Jets<Number>& outer, const Jets<Number>& u)
{
    return {outer.value, outer.slope * u.slope, outer.curvature * u.slope * u.slope + outer.slope * u.curvature};
}

template<typename Number>
[[nodiscard]] Jets<Number> exponentialJets(const Number& u)
{
    const Number e = exponential(u);
    return {e, e, e};
}

/// σ, σ′ = E/(1 + E)² and σ″ = ∓σ′(1 − E)/(1 + E), E = e^−|u|.
template<typename Number>
[[nodiscard]] Jets<Number> logisticJets(const Number& u)
{
    const Number a = magnitudeOf(u);
    const Number e = exponential(-a);
    const Number r = Number(1) / (Number(1) + e);
    const Number slope = e * r * r;
    const Number bend = slope * r * exponentialLess1(-a);
    return isNegative(u) ? Jets<Number>{e * r, slope, -bend} : Jets<Number>{r, slope, bend};
}

/// ln(1 + e^u)
template<typename Number>
[[nodiscard]] Jets<Number> softplusJets(const Number& u)
{
    const Jets<Number> logistic = logisticJets(u);
    const Number rest = logarithmOf1Plus(exponential(-magnitudeOf(u)));
    return {isNegative(u) ? rest : u + rest, logistic.value, logistic.slope};
}

/// tanh u, by E = e^−2|u|.
template<typename Number>
[[nodiscard]] Jets<Number> tangentJets(const Number& u)
{
    const Number twice = Number(-2) * magnitudeOf(u);
    const Number e = exponential(twice);
    const Number r = Number(1) / (Number(1) + e);
    const Number size = -exponentialLess1(twice) * r;
    const Number value = isNegative(u) ? -size : size;
    const Number slope = Number(4) * e * r * r;
    return {value, slope, Number(-2) * value * slope};
}

/// ln(1 + u) for u ≥ 0.
template<typename Number>
[[nodiscard]] Jets<Number> logarithmJets(const Number& u)
{
    const Number slope = Number(1) / (Number(1) + u);
    return {logarithmOf1Plus(u), slope, -slope * slope};
}

template<typename Number>
[[nodiscard]] Jets<Number> errorFunctionJets(const Number& u)
{
    const Number slope = Number(2) * exponential(-u * u) / squareRoot(piAs<Number>());
    return {errorFunction(u), slope, Number(-2) * u * slope};
}

/// Φ, the distribution of N(0, 1).
template<typename Number>
[[nodiscard]] Jets<Number> normalJets(const Number& u)
{
    const Number density = exponential(-u * u / Number(2)) / squareRoot(Number(2) * piAs<Number>());
    return {errorFunctionRest(-u / squareRoot(Number(2))) / Number(2), density, -u * density};
}

/// formula(x), jets, for a double x.
template<typename Formula>
[[nodiscard]] Jet settledJet(double x, const Formula& formula)
{
    const Jets<Tracked> quick = formula(Tracked(x));
    if (isSettled(quick.value) && isSettled(quick.slope) && isSettled(quick.curvature)) {
        return rounded(quick.value.value, quick.slope.value, quick.curvature.value);
    }
    const Jets<Quad> slow = formula(static_cast<Quad>(x));
    if (isSettled(quick.value, slow.value) && isSettled(quick.slope, slow.slope) &&
        isSettled(quick.curvature, slow.curvature)) {
        return {static_cast<double>(slow.value), static_cast<double>(slow.slope), static_cast<double>(slow.curvature)};
    }
    const Jets<Deep> deep = formula(Deep(x));
    return {static_cast<double>(deep.value), static_cast<double>(deep.slope), static_cast<double>(deep.curvature)};
}

} // namespace secant::activation
