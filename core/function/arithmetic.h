#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/expression/condition.h"
#include "core/function/program.h"
#include "core/number/enclosure.h"
#include "core/number/jet.h"
#include "core/number/primitive.h"

/// The operations of the one interpreter on each of its numbers. Undefined results are NaN in double and Jet:
/// 1/0 and 0^−1 are not infinite but undefined, and stay so through atan and exp.
namespace secant::arithmetic {

/// f64 power with the language's domain: a^0 = 1, 0^n undefined for n < 0.
inline double integerPower(double a, int n)
{
    return a == 0.0 && n < 0 ? kNaN : std::pow(a, n);
}

inline double realPower(double a, double p)
{
    return a < 0.0 || (a == 0.0 && p < 0.0) ? kNaN : std::pow(a, p);
}

inline double power(double a, double b)
{
    return a > 0.0 ? std::pow(a, b) : kNaN;
}

inline double divide(double a, double b)
{
    return b == 0.0 ? kNaN : a / b;
}

inline double minimum(double a, double b)
{
    return std::isnan(a) || std::isnan(b) ? kNaN : (b < a ? b : a);
}

inline double maximum(double a, double b)
{
    return std::isnan(a) || std::isnan(b) ? kNaN : (a < b ? b : a);
}

/// a − b ⌊a/b⌋, which fmod gives exactly up to its sign.
inline double modulo(double a, double b)
{
    if (b == 0.0 || !std::isfinite(a) || std::isnan(b)) {
        return kNaN;
    }
    const double remainder = std::fmod(a, b);
    return remainder != 0.0 && (remainder < 0.0) != (b < 0.0) ? remainder + b : remainder;
}

inline double hypotenuse(double a, double b)
{
    return std::isnan(a) || std::isnan(b) ? kNaN : std::hypot(a, b);
}

inline double compare(NodeKind relation, double a, double b)
{
    return std::isnan(a) || std::isnan(b) ? kNaN : holds(relation, a, b) ? 1.0 : 0.0;
}

inline double choose(double condition, double a, double b)
{
    return std::isnan(condition) ? kNaN : condition != 0.0 ? a : b;
}

inline double call(const BoundPrimitive& primitive, double a)
{
    return primitive.evaluate(a).value;
}

inline Jet undefinedJet()
{
    return {kNaN, kNaN, kNaN};
}

/// Powers of the base that a zero factor makes irrelevant are not formed: x² has curvature 2 at 0, not 0 · 0^−1.
inline Jet powerRule(double a, double p, double value)
{
    const double slope = p == 0.0 ? 0.0 : p * std::pow(a, p - 1.0);
    const double factor = p * (p - 1.0);
    return {value, slope, factor == 0.0 ? 0.0 : factor * std::pow(a, p - 2.0)};
}

inline Jet integerPower(const Jet& a, int n)
{
    const double value = integerPower(a.value, n);
    return std::isnan(value) ? undefinedJet() : compose(powerRule(a.value, n, value), a);
}

inline Jet realPower(const Jet& a, double p)
{
    const double value = realPower(a.value, p);
    return std::isnan(value) ? undefinedJet() : compose(powerRule(a.value, p, value), a);
}

/// a^b = exp(w) with w = b log a, so that f′ = f w′ and f″ = f (w″ + w′²).
inline Jet power(const Jet& a, const Jet& b)
{
    if (!(a.value > 0.0)) {
        return undefinedJet();
    }
    const Jet logarithm = compose({std::log(a.value), 1.0 / a.value, -1.0 / (a.value * a.value)}, a);
    const Jet w = b * logarithm;
    const double value = std::pow(a.value, b.value);
    return {value, value * w.slope, value * (w.curvature + w.slope * w.slope)};
}

inline Jet divide(const Jet& a, const Jet& b)
{
    return b.value == 0.0 ? undefinedJet() : a / b;
}

inline Jet mean(const Jet& a, const Jet& b)
{
    return {a.value, 0.5 * (a.slope + b.slope), 0.5 * (a.curvature + b.curvature)};
}

/// Where both are equal, the mean of their derivatives, as torch.minimum returns it.
inline Jet minimum(const Jet& a, const Jet& b)
{
    if (std::isnan(a.value) || std::isnan(b.value)) {
        return undefinedJet();
    }
    return a.value == b.value ? mean(a, b) : (b.value < a.value ? b : a);
}

inline Jet maximum(const Jet& a, const Jet& b)
{
    if (std::isnan(a.value) || std::isnan(b.value)) {
        return undefinedJet();
    }
    return a.value == b.value ? mean(a, b) : (a.value < b.value ? b : a);
}

/// Between its jumps a − qb with a whole number q; at a jump the derivatives from the right of an increasing a/b.
inline Jet modulo(const Jet& a, const Jet& b)
{
    const double value = modulo(a.value, b.value);
    if (std::isnan(value)) {
        return undefinedJet();
    }
    const auto less = [q = std::round((a.value - value) / b.value)](double rate, double divisorRate) {
        return divisorRate == 0.0 ? rate : rate - q * divisorRate;
    };
    return {value, less(a.slope, b.slope), less(a.curvature, b.curvature)};
}

/// h′ = (a a′ + b b′)/h and h″ = (a′² + b′² − h′² + a a″ + b b″)/h; 0 where h is, as for the absolute value.
inline Jet hypotenuse(const Jet& a, const Jet& b)
{
    const double value = hypotenuse(a.value, b.value);
    if (std::isnan(value)) {
        return undefinedJet();
    }
    if (value == 0.0) {
        return {0.0, 0.0, 0.0};
    }
    const double u = a.value / value;
    const double v = b.value / value;
    const double across = v * a.slope - u * b.slope; // a′² + b′² − h′² is its square.
    return {value, u * a.slope + v * b.slope, across * across / value + u * a.curvature + v * b.curvature};
}

inline Jet compare(NodeKind relation, const Jet& a, const Jet& b)
{
    const double value = compare(relation, a.value, b.value);
    return std::isnan(value) ? undefinedJet() : Jet{value, 0.0, 0.0};
}

inline Jet choose(const Jet& condition, const Jet& a, const Jet& b)
{
    return std::isnan(condition.value) ? undefinedJet() : condition.value != 0.0 ? a : b;
}

inline Jet call(const BoundPrimitive& primitive, const Jet& a)
{
    return compose(primitive.evaluate(a.value), a);
}

inline Enclosure integerPower(const Enclosure& a, int n)
{
    return secant::power(a, n);
}

inline Enclosure realPower(const Enclosure& a, double p)
{
    return secant::power(a, p);
}

inline Enclosure divide(const Enclosure& a, const Enclosure& b)
{
    return a / b;
}

inline Enclosure hypotenuse(const Enclosure& a, const Enclosure& b)
{
    return secant::power(secant::power(a, 2) + secant::power(b, 2), 0.5);
}

/// What is known of a relation on a box: that it holds (1), that it does not (0), or neither.
inline std::optional<bool> decided(NodeKind relation, const Interval& a, const Interval& b)
{
    const bool isEqual = a.lo == a.hi && a == b;
    const bool isApart = a.hi < b.lo || b.hi < a.lo;
    switch (relation) {
    case NodeKind::Less:
        return a.hi < b.lo ? std::optional(true) : b.hi <= a.lo ? std::optional(false) : std::nullopt;
    case NodeKind::LessEqual:
        return a.hi <= b.lo ? std::optional(true) : b.hi < a.lo ? std::optional(false) : std::nullopt;
    case NodeKind::Greater:
        return decided(NodeKind::Less, b, a);
    case NodeKind::GreaterEqual:
        return decided(NodeKind::LessEqual, b, a);
    case NodeKind::Equal:
        return isEqual ? std::optional(true) : isApart ? std::optional(false) : std::nullopt;
    default:
        return isApart ? std::optional(true) : isEqual ? std::optional(false) : std::nullopt;
    }
}

inline Enclosure compare(NodeKind relation, const Enclosure& a, const Enclosure& b)
{
    const Grade grade = std::min(a.valueGrade, b.valueGrade);
    if (grade == Grade::Empty) {
        return Enclosure::nowhere();
    }
    const std::optional<bool> answer = decided(relation, a.value, b.value);
    Enclosure e = answer ? Enclosure::constant(Interval::point(*answer ? 1.0 : 0.0))
                         : Enclosure{{0.0, 1.0}, Interval::whole(), Interval::whole()};
    const Grade best = grade == Grade::Partial ? Grade::Partial : answer ? Grade::Continuous : Grade::Defined;
    e.valueGrade = e.slopeGrade = e.curvatureGrade = best;
    return e;
}

inline Enclosure call(const BoundPrimitive& primitive, const Enclosure& a)
{
    return compose(primitive.enclose(a.value), a);
}

// Enclosure has its power, minimum, maximum, modulo and choose beside its type, where argument-dependent lookup finds
// them.

/// The constant of a step as a number of each kind.
template<typename Number>
Number constantOf(const Step& step);

template<>
inline double constantOf<double>(const Step& step)
{
    return step.constant;
}

template<>
inline Jet constantOf<Jet>(const Step& step)
{
    return std::isnan(step.constant) ? undefinedJet() : Jet{step.constant, 0.0, 0.0};
}

template<>
inline Enclosure constantOf<Enclosure>(const Step& step)
{
    return step.constantEnclosure.isEmpty() ? Enclosure::nowhere() : Enclosure::constant(step.constantEnclosure);
}

/// The result of one step whose operands are in `slots`, x being the variable.
template<typename Number>
Number execute(const Step& step, const std::vector<BoundPrimitive>& primitives, const Number& x, const Number* slots)
{
    const auto left = [&]() -> const Number& { return slots[step.left]; };
    const auto right = [&]() -> const Number& { return slots[step.right]; };
    switch (step.kind) {
    case StepKind::Variable:
        return x;
    case StepKind::Constant:
        return constantOf<Number>(step);
    case StepKind::Negate:
        return -left();
    case StepKind::Add:
        return left() + right();
    case StepKind::Subtract:
        return left() - right();
    case StepKind::Multiply:
        return left() * right();
    case StepKind::Divide:
        return divide(left(), right());
    case StepKind::IntegerPower:
        return integerPower(left(), step.exponent);
    case StepKind::RealPower:
        return realPower(left(), step.constant);
    case StepKind::Power:
        return power(left(), right());
    case StepKind::Minimum:
        return minimum(left(), right());
    case StepKind::Maximum:
        return maximum(left(), right());
    case StepKind::Modulo:
        return modulo(left(), right());
    case StepKind::Hypotenuse:
        return hypotenuse(left(), right());
    case StepKind::Compare:
        return compare(step.relation, left(), right());
    case StepKind::If:
        return choose(slots[step.condition], left(), right());
    case StepKind::Call:
        return call(primitives[step.callee], left());
    }
    return x;
}

} // namespace secant::arithmetic
