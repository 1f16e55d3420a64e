#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <utility>

#include "core/analysis/partition.h"
#include "core/analysis/regions.h"

namespace secant {
namespace {

/// A property that bounds on a quantity decide on a box, and doubles at a point.
class QuantityRule final : public RegionRule {
public:
    using BoxTest = std::function<Standing(const Enclosure&, const Interval&)>;
    using PointTest = std::function<bool(double)>;
    using JoinTest = std::function<bool(const Enclosure&, const Interval&)>;

    QuantityRule(const Function& function, BoxTest box, PointTest point, JoinTest join)
        : m_function(function), m_box(std::move(box)), m_point(std::move(point)), m_join(std::move(join))
    {
    }

    bool decide(const Interval& box, std::vector<Piece>& pieces) const override
    {
        const Enclosure e = m_function.enclose(box);
        const Standing standing = e.valueGrade == Grade::Empty ? Standing::Outside : m_box(e, box);
        if (standing == Standing::Open) {
            return false;
        }
        pieces.push_back({box, standing});
        return true;
    }

    bool holdsUpTo(double, double x) const override { return m_point(x); }
    bool holdsAt(double x) const override { return m_point(x); }

    bool runsAcross(const Interval& box) const override
    {
        const Enclosure e = m_function.enclose(box);
        return e.valueGrade == Grade::Continuous && m_join(e, box);
    }

private:
    const Function& m_function;
    BoxTest m_box;
    PointTest m_point;
    JoinTest m_join;
};

/// Inside where the quantity, continuous there or broken by a step, is > 0.
Standing signOf(const Interval& quantity, bool known, int direction)
{
    const Interval along = direction > 0 ? quantity : -quantity;
    return along.hi <= 0.0 ? Standing::Outside : known && along.lo > 0.0 ? Standing::Inside : Standing::Open;
}

bool isDefined(const Enclosure& e)
{
    return e.valueGrade == Grade::Continuous && e.slopeGrade >= Grade::Defined;
}

/// f(x) − x, by the mean value where that is tighter.
Interval deviation(const Function& function, const Enclosure& e, const Interval& box)
{
    const Interval direct = e.value - box;
    if (e.valueGrade != Grade::Continuous) {
        return direct;
    }
    const Interval middle = Interval::point(box.lo + (box.hi / 2.0 - box.lo / 2.0));
    const Interval around = function.enclose(middle).value - middle;
    return intersection(direct, around + (e.slope - Interval::point(1.0)) * (box - middle));
}

/// Φ, without loss in the left tail.
double normal(double z)
{
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

} // namespace

std::vector<Region> expandingRegions(const Function& function, const Interval& window, RegionEffort* effort)
{
    const auto box = [](const Enclosure& e, const Interval&) {
        return e.slope.magnitude() <= 1.0                  ? Standing::Outside
               : isDefined(e) && e.slope.mignitude() > 1.0 ? Standing::Inside
                                                           : Standing::Open;
    };
    const auto point = [&](double x) { return std::abs(function.jet(x).slope) > 1.0; };
    const auto join = [](const Enclosure& e, const Interval&) { return e.slope.mignitude() >= 1.0; };
    return regionsOf(function, QuantityRule(function, box, point, join), window, effort);
}

std::vector<Region> monotoneRegions(const Function& function, int direction, const Interval& window,
                                    RegionEffort* effort)
{
    const auto box = [=](const Enclosure& e, const Interval&) { return signOf(e.slope, isDefined(e), direction); };
    const auto point = [=, &function](double x) { return direction * function.jet(x).slope > 0.0; };
    const auto join = [=](const Enclosure& e, const Interval&) {
        return direction > 0 ? e.slope.lo >= 0.0 : e.slope.hi <= 0.0;
    };
    return regionsOf(function, QuantityRule(function, box, point, join), window, effort);
}

std::vector<Region> curvedRegions(const Function& function, int direction, const Interval& window, RegionEffort* effort)
{
    const auto box = [=](const Enclosure& e, const Interval&) {
        const bool smooth = e.slopeGrade == Grade::Continuous && e.curvatureGrade >= Grade::Defined;
        const Standing standing = signOf(e.curvature, smooth, direction);
        // Across a kink the curvatures of its sides do not tell all.
        return standing == Standing::Outside && e.slopeGrade != Grade::Continuous ? Standing::Open : standing;
    };
    const auto point = [=, &function](double x) { return direction * function.jet(x).curvature > 0.0; };
    const auto join = [=, &function](const Enclosure& e, const Interval& at) {
        const double step = function.jet(at.hi).slope - function.jet(at.lo).slope;
        return direction * step >= 0.0 && (direction > 0 ? e.curvature.lo >= 0.0 : e.curvature.hi <= 0.0);
    };
    return regionsOf(function, QuantityRule(function, box, point, join), window, effort);
}

std::vector<Region> nearIdentityRegions(const Function& function, double tolerance, const Interval& window,
                                        RegionEffort* effort)
{
    const auto box = [=, &function](const Enclosure& e, const Interval& x) {
        const Interval off = deviation(function, e, x);
        return off.mignitude() > tolerance                                         ? Standing::Outside
               : e.valueGrade == Grade::Continuous && off.magnitude() <= tolerance ? Standing::Inside
                                                                                   : Standing::Open;
    };
    const auto point = [=, &function](double x) { return std::abs(function.value(x) - x) <= tolerance; };
    const auto join = [](const Enclosure&, const Interval&) { return true; };
    return regionsOf(function, QuantityRule(function, box, point, join), window, effort);
}

double shareOfInputs(const std::vector<Region>& regions, double mean, double deviation)
{
    double share = 0.0;
    for (const Region& region : regions) {
        const double from = region.reachesLow ? -kInfinity : (region.from - mean) / deviation;
        const double to = region.reachesHigh ? kInfinity : (region.to - mean) / deviation;
        // By the nearer tail, where differences keep their digits.
        share += from > 0.0 ? normal(-from) - normal(-to) : normal(to) - normal(from);
    }
    return std::clamp(share, 0.0, 1.0);
}

} // namespace secant
