#include "core/analysis/convexity/prover.h"

#include <algorithm>
#include <cmath>

namespace secant::convexity {

namespace {

constexpr int kMaxDepth = 7;
constexpr int kMaxQuickDepth = 4;
constexpr std::size_t kMaxChainTerms = 60;
constexpr int kMaxBoxes = 160;
constexpr int kMaxQuickBoxes = 6;
constexpr int kMaxInnerBoxes = 24;

using Kind = Sign::Kind;

Sign signed_(int sign, bool isStrict, std::string_view rule)
{
    return {sign > 0 ? Kind::Positive : Kind::Negative, isStrict, rule};
}

Sign mixed()
{
    Sign s;
    s.isMixed = true;
    return s;
}

Sign times(const Sign& a, const Sign& b)
{
    if (!a.isKnown() || !b.isKnown())
        return {};
    return signed_(a.value() * b.value(), a.isStrict && b.isStrict, b.rule);
}

bool isOdd(const Rational& e)
{
    return e.get_den() == 1 && mpz_odd_p(e.get_num_mpz_t()) != 0;
}

} // namespace

Prover::Prover(Field& field, const OpenRange& range, bool isExactLow, Effort effort)
    : m_field(field), m_range(range), m_isExactLow(isExactLow), m_effort(effort)
{
}

Ball Prover::rangeBall() const
{
    if (m_range.lo && m_range.hi)
        return {*m_range.lo, *m_range.hi};
    return m_range.lo ? Ball::above(*m_range.lo) : m_range.hi ? Ball::below(*m_range.hi) : Ball::whole();
}

std::optional<Polynomial> Prover::polynomialIn(const Form& a, int kernel)
{
    Polynomial p;
    for (const auto& [m, c] : a) {
        if (m.size() > 1 || (m.size() == 1 && m[0].first != kernel))
            return std::nullopt;
        const Rational e = m.empty() ? Rational(0) : m[0].second;
        if (e.get_den() != 1 || e < 0 || e > 200)
            return std::nullopt;
        const std::size_t degree = e.get_num().get_ui();
        if (p.size() <= degree)
            p.resize(degree + 1);
        p[degree] = c;
    }
    return p;
}

Sign Prover::signOf(const Form& a, int depth)
{
    m_field.budget().poll();
    if (a.empty())
        return {Kind::Zero, false, "identically zero"};
    if (depth > (m_effort == Effort::Quick ? kMaxQuickDepth : kMaxDepth))
        return {};
    if (const Sign s = twoTerms(a, depth); s.isKnown())
        return s;
    const Factors factors = factorsOf(a, depth);
    if (factors.rest.empty())
        return {Kind::Zero, false, "identically zero"};
    if (factors.outside.isKnown()) {
        const Sign inside = core(factors.rest, depth);
        if (inside.isKnown())
            return times(factors.outside, inside);
        if (inside.isMixed)
            return mixed();
    }
    return depth == 0 ? boxes(a, kMaxBoxes) : Sign{};
}

Prover::Factors Prover::factorsOf(const Form& a, int depth)
{
    Form rest = a;
    Monomial common;
    for (int round = 0; round < 4; ++round) {
        auto [outer, inner] = factored(rest);
        common = product(common, outer);
        rest = m_field.expanded(inner);
        if (rest == inner)
            break;
        if (rest.empty())
            return {};
    }
    auto [outer, inner] = factored(rest);
    common = product(common, outer);
    return {monomialSign(common, depth), inner};
}

/// a − b with a, b > 0 has the sign of aⁿ − bⁿ, which has no roots for the right n.
Sign Prover::twoTerms(const Form& a, int depth)
{
    if (a.size() != 2 || sgn(a.begin()->second) == sgn(a.rbegin()->second))
        return {};
    mpz_class n = 1;
    for (const auto& [m, c] : a) {
        for (const auto& [k, e] : m) {
            if (!m_field.kernel(k).isPositive)
                return {};
            n = lcm(n, e.get_den());
        }
    }
    if (n == 1 || n > 12)
        return {};
    Form difference;
    for (const auto& [m, c] : a) {
        const Form term = m_field.power({{m, abs(c)}}, Rational(n));
        difference = add(difference, term, sgn(c));
    }
    return signOf(difference, depth + 1);
}

Sign Prover::core(const Form& a, int depth)
{
    if (const Sign s = oneSign(a, depth); s.isKnown())
        return s;
    Sign weak = sturm(a);
    if (!weak.isKnown() && a.size() > 2)
        weak = grouped(a, depth);
    if (!weak.isKnown() && hasBothSigns(a))
        return mixed();
    const auto isEnough = [&weak](const Sign& s) {
        weak = s.isKnown() && (s.isStrict || !weak.isKnown()) ? s : weak;
        return weak.isStrict;
    };
    if (isEnough(weak) || isEnough(boxes(a, kMaxInnerBoxes)) || isEnough(derivativeChain(a, depth)))
        return weak;
    return weak.isKnown() || depth > 0 ? weak : boxes(a, kMaxBoxes);
}

Sign Prover::kernelSign(int k, int depth)
{
    Kernel& kernel = m_field.kernel(k);
    if (kernel.isPositive)
        return signed_(1, true, "positive");
    if (kernel.sign)
        return *kernel.sign == 0 ? Sign{} : signed_(*kernel.sign, true, "known");
    const Form arg = kernel.arg;
    const KernelKind kind = kernel.kind;
    Sign s;
    switch (kind) {
    case KernelKind::T:
        if (m_range.hi && *m_range.hi <= 0)
            s = signed_(-1, true, "negative");
        break;
    case KernelKind::Base:
    case KernelKind::Atan:
    case KernelKind::Asin:
    case KernelKind::Asinh:
    case KernelKind::Erf:
        s = signOf(arg, depth + 1);
        break;
    case KernelKind::Log:
        s = signOf(add(arg, constantForm(1), -1), depth + 1);
        break;
    default: {
        m_memo.clear();
        const Ball b = encloseKernel(k, rangeBall());
        if (b.isPositive() || b.isNegative())
            s = signed_(b.isPositive() ? 1 : -1, true, "range");
    }
    }
    const bool isUsable = s.kind == Kind::Positive || s.kind == Kind::Negative;
    m_field.kernel(k).sign = isUsable && s.isStrict ? s.value() : 0;
    return isUsable ? s : Sign{};
}

Sign Prover::monomialSign(const Monomial& m, int depth)
{
    Sign all = signed_(1, true, "one sign");
    for (const auto& [k, e] : m) {
        Sign s = kernelSign(k, depth);
        const bool isEven = e.get_den() == 1 && !isOdd(e);
        if (isEven)
            s = signed_(1, s.isKnown() && s.isStrict, "even power");
        if (!s.isKnown())
            return {};
        if (e < 0)
            s.isStrict = true; // A denominator is not 0 where the function is defined.
        if (s.value() < 0 && e.get_den() != 1)
            return {};
        all = times(all, s);
    }
    all.rule = "one sign";
    return all;
}

Sign Prover::oneSign(const Form& a, int depth)
{
    int sign = 0;
    bool isStrict = false;
    for (const auto& [m, c] : a) {
        const Sign s = monomialSign(m, depth);
        if (!s.isKnown())
            return {};
        const int here = s.value() * sgn(c);
        if (sign != 0 && here != sign)
            return {};
        sign = here;
        isStrict = isStrict || s.isStrict;
    }
    return signed_(sign, isStrict, "one sign");
}

/// Polynomials in one kernel with factors of one sign: (log t)² + 2 log t + 1 + 1/t.
Sign Prover::grouped(const Form& a, int depth)
{
    std::map<int, int> counts;
    for (const auto& [m, c] : a) {
        for (const auto& [k, e] : m)
            ++counts[k];
    }
    for (const auto& [kernel, count] : counts) {
        if (count < 2)
            continue;
        std::map<Monomial, Form> groups;
        for (const auto& [m, c] : a) {
            Monomial rest;
            Monomial own;
            for (const auto& factor : m)
                (factor.first == kernel ? own : rest).push_back(factor);
            groups[rest][own] += c;
        }
        Sign all;
        for (const auto& [rest, polynomial] : groups) {
            const Sign outside = monomialSign(rest, depth);
            const Sign inside = !outside.isKnown()      ? Sign{}
                                : polynomial.size() > 1 ? sturm(polynomial)
                                                        : oneSign(polynomial, depth);
            const Sign here = times(outside, inside);
            const bool agrees = here.isKnown() && here.value() != 0 && (!all.isKnown() || all.value() == here.value());
            if (!agrees) {
                all = {};
                break;
            }
            all = signed_(here.value(), all.isStrict || here.isStrict, "groups");
        }
        if (all.isKnown())
            return all;
    }
    return {};
}

/// Polynomials in one kernel, on the range of that kernel.
Sign Prover::sturm(const Form& a)
{
    int kernel = 0;
    mpz_class denominator = 1;
    for (const auto& [m, c] : a) {
        for (const auto& [k, e] : m) {
            if (m.size() > 1 || (kernel != 0 && k != kernel))
                return {};
            kernel = k;
            denominator = lcm(denominator, e.get_den());
        }
        if (!m.empty() && m[0].first == 0 && kernel != 0)
            return {};
    }
    if (denominator > 12)
        return {};
    const bool isRooted = denominator != 1;
    if (isRooted && !m_field.kernel(kernel).isPositive)
        return {};
    Form whole;
    for (const auto& [m, c] : a) {
        Monomial scaledPowers = m;
        for (auto& [k, e] : scaledPowers)
            e *= Rational(denominator);
        whole[scaledPowers] = c;
    }
    const auto p = polynomialIn(whole, kernel);
    if (!p)
        return {};
    OpenRange range = m_range;
    if (kernel != 0) {
        m_memo.clear();
        const Ball b = encloseKernel(kernel, rangeBall());
        range = {};
        if (std::isfinite(b.low()))
            range.lo = b.exactLow();
        if (std::isfinite(b.high()))
            range.hi = b.exactHigh();
        if (m_field.kernel(kernel).isPositive && (!range.lo || *range.lo < 0))
            range.lo = Rational(0);
    }
    if (isRooted) {
        const Rational top = range.hi ? Rational(*range.hi + 1) : Rational(0);
        const bool hasTop = range.hi.has_value();
        range = {Rational(0), hasTop ? std::optional(top) : std::nullopt}; // s ≤ 1 + s^d holds for s > 0.
    }
    if (range.lo && range.hi && *range.lo >= *range.hi)
        return {};
    const PolynomialSign s = signOn(*p, range, m_field.budget());
    // A kernel may take the ends of its range inside the leaf; t does not.
    const auto vanishesAt = [&](const std::optional<Rational>& end) { return end && valueAt(*p, *end) == 0; };
    const bool isOpen = kernel == 0 || (!vanishesAt(range.lo) && !vanishesAt(range.hi));
    return s.sign == 0 ? Sign{} : signed_(s.sign, s.isStrict && isOpen, "Sturm");
}

/// N(0+) ≥ 0 and N′ ≥ 0 give N ≥ 0.
Sign Prover::derivativeChain(const Form& a, int depth)
{
    if (!m_isExactLow || depth >= kMaxDepth)
        return {};
    Limit start = limitAtZero(a);
    if (start.kind == Limit::Kind::Unknown)
        start = seriesLimit(a);
    if (start.kind != Limit::Kind::Finite)
        return {};
    const auto s = start.value.sign();
    if (!s)
        return {};
    const Form rate = m_field.derivative(a);
    if (rate.size() > kMaxChainTerms)
        return {};
    const Sign slope = signOf(rate, depth + 1);
    const bool isSigned = slope.kind == Kind::Positive || slope.kind == Kind::Negative;
    const bool isUsable = isSigned && (slope.isStrict || isNonzeroSomewhere(rate));
    if (!isUsable || (*s != 0 && *s != slope.value()))
        return {};
    return signed_(slope.value(), true, "derivative chain"); // Strictly monotone from a value ≥ 0.
}

Sign Prover::boxes(const Form& a, int most)
{
    struct Box {
        std::optional<Rational> lo;
        std::optional<Rational> hi;
    };
    if (m_effort == Effort::Quick)
        most = std::min(most, kMaxQuickBoxes);
    std::vector<Box> open{{m_range.lo, m_range.hi}};
    int sign = 0;
    bool isStrict = true;
    for (int count = 0; !open.empty(); ++count) {
        if (count >= most)
            return {};
        const Box box = open.back();
        open.pop_back();
        const Ball t = box.lo && box.hi ? Ball(*box.lo, *box.hi)
                       : box.lo         ? Ball::above(*box.lo)
                       : box.hi         ? Ball::below(*box.hi)
                                        : Ball::whole();
        const Ball b = enclose(a, t);
        const int here = b.isZero() ? 0 : b.isNonNegative() ? 1 : b.isNonPositive() ? -1 : 0;
        if (here != 0) {
            if (sign != 0 && here != sign)
                return {};
            sign = here;
            isStrict = isStrict && (b.isPositive() || b.isNegative());
            continue;
        }
        Rational middle;
        if (box.lo && box.hi)
            middle = (*box.lo + *box.hi) / 2;
        else if (box.lo)
            middle = *box.lo >= 1 ? Rational(*box.lo * 4) : *box.lo < 0 ? Rational(0) : Rational(1);
        else if (box.hi)
            middle = *box.hi <= -1 ? Rational(*box.hi * 4) : *box.hi > 0 ? Rational(0) : Rational(-1);
        open.push_back({middle, box.hi});
        open.push_back({box.lo, middle});
    }
    return sign == 0 ? Sign{} : signed_(sign, isStrict, "boxes");
}

} // namespace secant::convexity
