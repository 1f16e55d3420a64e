#include "core/analysis/regions.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/doubles.h"
#include "core/analysis/partition.h"

namespace secant {
namespace {

/// |f′| ≤ threshold.
class SaturationRule final : public RegionRule {
public:
    SaturationRule(const Function& function, double threshold) : m_function(function), m_threshold(threshold) {}

    bool decide(const Interval& box, std::vector<Piece>& pieces) const override
    {
        const Enclosure e = m_function.enclose(box);
        if (e.slopeGrade == Grade::Empty || e.slope.mignitude() > m_threshold) {
            pieces.push_back({box, Standing::Outside});
            return true;
        }
        if (e.valueGrade == Grade::Continuous && e.slopeGrade >= Grade::Defined && e.slope.magnitude() <= m_threshold) {
            pieces.push_back({box, Standing::Inside});
            return true;
        }
        const bool monotone = e.slopeGrade == Grade::Continuous && (e.curvature.lo >= 0.0 || e.curvature.hi <= 0.0);
        return monotone && cutMonotone(box, pieces);
    }

    bool holdsUpTo(double, double x) const override { return holdsAt(x); }

    bool holdsAt(double x) const override { return std::abs(m_function.jet(x).slope) <= m_threshold; }

    bool runsAcross(const Interval& box) const override
    {
        constexpr int kLooks = 8;
        for (int i = 1; i < kLooks; ++i) {
            if (!holdsAt(box.lo + (box.hi - box.lo) * (static_cast<double>(i) / kLooks))) {
                return false;
            }
        }
        return m_function.enclose(box).valueGrade == Grade::Continuous;
    }

private:
    /// f′ is monotone and continuous, so {|f′| ≤ threshold} is one interval, whose ends bisection finds.
    bool cutMonotone(const Interval& box, std::vector<Piece>& pieces) const
    {
        const double left = m_function.jet(box.lo).slope;
        const double right = m_function.jet(box.hi).slope;
        const bool insideLeft = std::abs(left) <= m_threshold;
        const bool insideRight = std::abs(right) <= m_threshold;
        const auto inside = [this](double x) { return holdsAt(x); };
        if (std::isnan(left) || std::isnan(right)) {
            return false;
        }
        if (insideLeft && insideRight) {
            pieces.push_back({box, Standing::Inside});
        } else if (insideLeft) {
            const Switch end = bisect(box.lo, box.hi, inside);
            pieces.insert(pieces.end(), {{{box.lo, end.yes}, Standing::Inside}, {{end.no, box.hi}, Standing::Outside}});
        } else if (insideRight) {
            const Switch end = bisect(box.hi, box.lo, inside);
            pieces.insert(pieces.end(), {{{box.lo, end.no}, Standing::Outside}, {{end.yes, box.hi}, Standing::Inside}});
        } else if ((left > 0.0) == (right > 0.0)) {
            pieces.push_back({box, Standing::Outside});
        } else {
            cutThroughZero(box, left > 0.0, pieces);
        }
        return true;
    }

    void cutThroughZero(const Interval& box, bool falling, std::vector<Piece>& pieces) const
    {
        const auto before = [&](double x) { return (m_function.jet(x).slope > 0.0) == falling; };
        const Switch zero = bisect(box.lo, box.hi, before);
        const double centre = holdsAt(zero.yes) ? zero.yes : zero.no;
        if (!holdsAt(centre)) {
            pieces.push_back({box, Standing::Outside});
            return;
        }
        const auto inside = [this](double x) { return holdsAt(x); };
        const Switch from = bisect(centre, box.lo, inside);
        const Switch to = bisect(centre, box.hi, inside);
        pieces.insert(pieces.end(), {{{box.lo, from.no}, Standing::Outside},
                                     {{from.yes, to.yes}, Standing::Inside},
                                     {{to.no, box.hi}, Standing::Outside}});
    }

    const Function& m_function;
    double m_threshold;
};

/// f′ = 0, and f constant.
class DeadRule final : public RegionRule {
public:
    explicit DeadRule(const Function& function) : m_function(function) {}

    bool decide(const Interval& box, std::vector<Piece>& pieces) const override
    {
        const Enclosure e = m_function.enclose(box);
        if (isConstant(e)) {
            pieces.push_back({box, Standing::Inside});
            return true;
        }
        if (!e.slope.contains(0.0) || cannotRest(e, box)) {
            pieces.push_back({box, Standing::Outside});
            return true;
        }
        return false;
    }

    bool holdsUpTo(double inside, double x) const override
    {
        return isConstant(m_function.enclose({std::min(inside, x), std::max(inside, x)}));
    }

    bool holdsAt(double x) const override { return isConstant(m_function.enclose(Interval::point(x))); }

    bool runsAcross(const Interval&) const override { return false; }

private:
    static bool isConstant(const Enclosure& e)
    {
        return e.valueGrade == Grade::Continuous && e.slopeGrade >= Grade::Defined && e.slope.isZero();
    }

    /// Without a break of f″ the box holds one analytic piece: that is constant throughout, or nowhere on an interval,
    /// and three points where it is not settle which.
    [[nodiscard]] bool cannotRest(const Enclosure& e, const Interval& box) const
    {
        const double middle = box.lo + (box.hi - box.lo) / 2.0;
        return e.curvatureGrade == Grade::Continuous && !holdsAt(box.lo) && !holdsAt(middle) && !holdsAt(box.hi);
    }

    const Function& m_function;
};

} // namespace

std::vector<Region> saturatedRegions(const Function& function, double threshold, const Interval& window,
                                     RegionEffort* effort)
{
    if (!(threshold >= 0.0)) {
        return {};
    }
    return regionsOf(function, SaturationRule(function, threshold), window, effort);
}

std::vector<Region> deadRegions(const Function& function, const Interval& window, RegionEffort* effort)
{
    return regionsOf(function, DeadRule(function), window, effort);
}

} // namespace secant
