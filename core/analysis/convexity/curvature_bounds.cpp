#include "core/analysis/convexity/curvature_bounds.h"

#include <algorithm>

#include "core/analysis/convexity/certificate.h"
#include "core/analysis/convexity/sign_map.h"

namespace secant::convexity {

namespace {

constexpr mpfr_prec_t kBits = 200;

/// Bounds on the values of f″ that decide: at the ends of the stretches where it is monotone.
class Extremes {
public:
    Extremes(const Leaf& leaf, Budget& budget) : m_leaf(leaf), m_budget(budget) {}

    bool add(CurvatureBounds& all)
    {
        const SignMap map = signMap(m_leaf, 3, m_budget);
        if (!map.isComplete)
            return false;
        const Sign sign = signOn(*m_leaf.f, m_leaf, 2, m_budget);
        m_floor = sign.isKnown() && sign.value() >= 0 ? 0.0 : -kInfinity;
        m_ceiling = sign.isKnown() && sign.value() <= 0 ? 0.0 : kInfinity;
        for (const SignedPart& part : map.parts) {
            const int direction = part.sign.value();
            include(all, at(part.lo, -1, -direction));
            if (direction != 0)
                include(all, at(part.hi, 1, direction));
        }
        return true;
    }

private:
    static void include(CurvatureBounds& all, const Interval& value)
    {
        all.least = {std::min(all.least.lo, value.lo), std::min(all.least.hi, value.hi)};
        all.greatest = {std::max(all.greatest.lo, value.lo), std::max(all.greatest.hi, value.hi)};
    }

    Interval bounded(const Local& local) const
    {
        if (local.known != Known::Defined || local.order < 2)
            return {m_floor, m_ceiling};
        const Interval value = boundsOf(local.d[2]);
        return {std::max(value.lo, m_floor), std::min(value.hi, m_ceiling)};
    }

    /// The limit of f″ at an end of a stretch. `towards`: +1 if f″ rises towards it, −1 if it falls, 0 if constant.
    Interval at(const Cut& cut, int side, int towards)
    {
        if (!cut.isInfinite) {
            const Interval value = bounded(evaluate(*m_leaf.f, cut.real(), 2, m_budget));
            if (value.lo > -kInfinity && value.hi < kInfinity)
                return value;
            const Limit limit = limitAt(m_leaf, side < 0, 2, m_budget);
            if (const auto bounds = isEnd(cut, side) ? boundsOf(limit) : std::nullopt)
                return *bounds;
        }
        return beyond(cut, side, towards);
    }

    [[nodiscard]] bool isEnd(const Cut& cut, int side) const
    {
        const Cut& end = side < 0 ? m_leaf.lo : m_leaf.hi;
        return !end.isInfinite && end.lo == cut.lo && end.hi == cut.hi;
    }

    /// Monotone to an end with an unknown limit: bounded on one side by the values on the way.
    Interval beyond(const Cut& cut, int side, int towards)
    {
        Interval value{m_floor, m_ceiling};
        const Rational from = inside(m_leaf);
        for (const unsigned long shift : {20UL, 60UL}) {
            Rational x = mpz_class(1) << shift;
            if (cut.isInfinite)
                x = side < 0 ? Rational(-abs(from) - x) : Rational(abs(from) + x);
            else
                x = side < 0 ? Rational(cut.hi + (from - cut.hi) / x) : Rational(cut.lo - (cut.lo - from) / x);
            const Interval here = bounded(evaluate(*m_leaf.f, x, 2, m_budget));
            if (towards > 0)
                value.lo = std::max(value.lo, here.lo);
            else
                value.hi = std::min(value.hi, here.hi);
            if (cut.isInfinite) {
                const Interval rest =
                    bounded(evaluate(*m_leaf.f, side < 0 ? Ball::below(x) : Ball::above(x), 2, m_budget));
                value = {std::max(value.lo, rest.lo), std::min(value.hi, rest.hi)};
            }
        }
        return value;
    }

    const Leaf& m_leaf;
    Budget& m_budget;
    double m_floor = -kInfinity;
    double m_ceiling = kInfinity;
};

} // namespace

std::optional<CurvatureBounds> curvatureBounds(const Anatomy& anatomy, Budget& budget)
{
    const WorkingBits scope(kBits);
    const auto block = anatomy.block();
    if (!block)
        return std::nullopt;
    CurvatureBounds all{Interval::point(kInfinity), Interval::point(-kInfinity)};
    for (std::size_t i = block->first; i <= block->last + 1; ++i) {
        const Possible here = possibleAt(anatomy.joints[i]);
        if (!here.isKnown)
            return std::nullopt;
        if (!here.convex)
            all.least = Interval::point(-kInfinity);
        if (!here.concave)
            all.greatest = Interval::point(kInfinity);
        if (i <= block->last && !Extremes(anatomy.leaves[i], budget).add(all))
            return std::nullopt;
    }
    return all;
}

} // namespace secant::convexity
