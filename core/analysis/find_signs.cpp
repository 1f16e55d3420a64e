#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/analysis/canvas.h"
#include "core/analysis/doubles.h"
#include "core/analysis/find_parts.h"

namespace secant::finding {
namespace {

Interval componentOf(const Enclosure& e, Order order)
{
    return order == Order::Value ? e.value : order == Order::Slope ? e.slope : e.curvature;
}

bool hasOneSign(const Interval& rate)
{
    return rate.lo >= 0.0 || rate.hi <= 0.0;
}

bool isStrict(Sign sign)
{
    return sign == Sign::Minus || sign == Sign::Plus;
}

FeatureKind kindOf(Order order, Sign before)
{
    switch (order) {
    case Order::Value:
        return FeatureKind::Zero;
    case Order::Slope:
        return before == Sign::Minus ? FeatureKind::Minimum : FeatureKind::Maximum;
    case Order::Curvature:
        break;
    }
    return FeatureKind::Inflection;
}

/// Near 0 boxes are split until their width is this part of where they are.
constexpr double kFinestPart = 0x1p-30;
constexpr int kMostNearZero = 1500;
/// Places of one kind in one piece beyond which nobody counts.
constexpr int kMostFound = 256;

/// Isolates the sign changes of f, f′ or f″, and the points where f touches 0, the widest boxes first.
class SignHunter {
public:
    SignHunter(const Function& function, Order order, double finest, Allowance& allowance, FoundFeatures& findings)
        : m_function(function), m_order(order), m_finest(finest), m_allowance(allowance), m_findings(findings)
    {
    }

    void run(const Interval& piece)
    {
        std::vector<Interval> current{piece};
        while (!current.empty()) {
            m_next.clear();
            for (const Interval& box : current) {
                decide(box);
            }
            std::swap(current, m_next);
        }
        settleOpen();
    }

private:
    void decide(const Interval& box)
    {
        if (m_found > kMostFound || !m_allowance.spend()) {
            m_open.push_back(box);
            m_complete = false;
            return;
        }
        const Enclosure e = m_function.enclose(box);
        const Interval values = componentOf(e, m_order);
        const bool touches = m_order == Order::Value && values.contains(0.0);
        if (values.lo > 0.0 || values.hi < 0.0 || (!touches && hasOneSign(values))) {
            return; // No sign changes here.
        }
        if (values.isZero()) {
            rest(box);
        } else if (!isMonotone(e) || !cutMonotone(box)) {
            split(box);
        }
    }

    [[nodiscard]] bool isMonotone(const Enclosure& e) const
    {
        return m_order == Order::Value   ? hasOneSign(e.slope)
               : m_order == Order::Slope ? e.curvatureGrade >= Grade::Defined && hasOneSign(e.curvature)
                                         : false;
    }

    /// The zeros of a monotone function are connected, so the signs at the ends tell everything.
    bool cutMonotone(const Interval& box)
    {
        const Sign left = signAt(m_function, m_order, box.lo);
        const Sign right = signAt(m_function, m_order, box.hi);
        if (left == Sign::Unknown || right == Sign::Unknown) {
            return false;
        }
        if (isStrict(left) && isStrict(right)) {
            if (left != right) {
                add(closedIn(box, left), left);
            }
            return true;
        }
        // A zero on the very end. That of f is one; a sign change of a derivative would have to be seen from both
        // sides.
        if (m_order == Order::Value) {
            add(Interval::point(left == Sign::Zero ? box.lo : box.hi), left);
        }
        return true;
    }

    void split(const Interval& box)
    {
        const bool narrow = box.hi - box.lo <= m_finest;
        if ((narrow && box.hi - box.lo <= kFinestPart * std::abs(box.hi)) || areNeighbours(box.lo, box.hi)) {
            m_open.push_back(box);
            return;
        }
        if (narrow) {
            splitNearZero(box);
            return;
        }
        // Where the sign is known, so that no zero sits on the edge of two boxes.
        constexpr std::array kParts = {0.5, 0.46875, 0.53125, 0.40625, 0.625};
        double at = middleDouble(box.lo, box.hi);
        for (const double part : kParts) {
            const double x = box.lo + part * (box.hi - box.lo);
            if (box.lo < x && x < box.hi && m_allowance.spend() && isStrict(signAt(m_function, m_order, x))) {
                at = x;
                break;
            }
        }
        m_next.push_back({box.lo, at});
        m_next.push_back({at, box.hi});
    }

    /// Close to 0 a function may do much, as long as its signs are not lost in rounding.
    void splitNearZero(const Interval& box)
    {
        const double at = middleDouble(box.lo, box.hi);
        if (--m_nearZero < 0 || std::max(-box.lo, box.hi) <= kNearestToZero ||
            !isStrict(signAt(m_function, m_order, at))) {
            m_open.push_back(box);
            return;
        }
        m_next.push_back({box.lo, at});
        m_next.push_back({at, box.hi});
    }

    /// From the sign change that doubles show outward to where enclosures prove the signs.
    [[nodiscard]] Interval closedIn(const Interval& box, Sign left) const
    {
        const bool rises = left == Sign::Minus;
        const auto before = [&](double x) { return (m_function.at(m_order, x) < 0.0) == rises; };
        const Switch change = bisect(box.lo, box.hi, before);
        return {proved(change.yes, box.lo, -1, left), proved(change.no, box.hi, 1, rises ? Sign::Plus : Sign::Minus)};
    }

    /// The nearest double on the way to `limit` at which the sign is proved: by doubling steps, then by halving the
    /// last.
    [[nodiscard]] double proved(double from, double limit, int direction, Sign sign) const
    {
        const auto isProved = [&](double x) { return signAt(m_function, m_order, x) == sign; };
        const std::int64_t room = direction * (ordinal(limit) / 2 - ordinal(from) / 2); // Halves do not overflow.
        double last = from;
        for (std::int64_t step = 0; step < room; step = step == 0 ? 1 : step > room / 2 ? room : 2 * step) {
            const double x = stepped(from, direction * step);
            if (isProved(x)) {
                return x == last ? x : bisect(x, last, isProved).yes;
            }
            last = x;
        }
        return limit;
    }

    /// The double in a narrow box at which the function is nearest to 0: the root of the doubles, or 0 itself.
    [[nodiscard]] double bestIn(const Interval& where) const
    {
        double best = where.contains(0.0) ? 0.0 : where.lo + (where.hi / 2.0 - where.lo / 2.0);
        for (const double x : {where.lo, where.hi}) {
            if (std::abs(m_function.at(m_order, x)) < std::abs(m_function.at(m_order, best))) {
                best = x;
            }
        }
        return best + 0.0;
    }

    void add(const Interval& where, Sign before)
    {
        const double x = bestIn(where);
        const double y = m_function.value(x);
        ++m_found;
        m_findings.features.push_back({kindOf(m_order, before), where, x, y, y, y, true});
    }

    /// What could not be split further, neighbours taken together.
    void settleOpen()
    {
        std::sort(m_open.begin(), m_open.end(), [](const Interval& a, const Interval& b) { return a.lo < b.lo; });
        for (std::size_t i = 0; i < m_open.size();) {
            Interval cluster = m_open[i++];
            while (i < m_open.size() && m_open[i].lo == cluster.hi) {
                cluster.hi = m_open[i++].hi;
            }
            settle(cluster);
        }
        const auto fail = [&](FeatureKind kind) {
            bool& complete = m_findings.complete[static_cast<std::size_t>(kind)];
            complete = complete && m_complete;
        };
        fail(kindOf(m_order, Sign::Minus));
        fail(kindOf(m_order, Sign::Plus));
    }

    void settle(const Interval& cluster)
    {
        const Sign left = signAt(m_function, m_order, cluster.lo);
        const Sign right = signAt(m_function, m_order, cluster.hi);
        if (isStrict(left) && isStrict(right) && left != right) {
            // Narrow boxes that hold more than one change hold an odd number, and look like one.
            add(closedIn(cluster, left), left);
            m_complete = m_complete && cluster.hi - cluster.lo <= kClusters * m_finest;
        } else if (m_order != Order::Value || !touchesZero(cluster)) {
            m_complete = false;
        }
    }

    /// f does not change sign, and is exactly 0 at a double: the zero of x². Bent one way it has no other.
    bool touchesZero(const Interval& cluster)
    {
        const double x = bestIn(cluster);
        if (signAt(m_function, Order::Value, x) != Sign::Zero) {
            return false;
        }
        add(Interval::point(x), Sign::Zero);
        const Enclosure e = m_function.enclose(cluster);
        return e.slopeGrade == Grade::Continuous && hasOneSign(e.curvature);
    }

    void rest(const Interval& box)
    {
        if (m_order == Order::Value) {
            m_findings.restsOnZero.push_back(box);
        }
    }

    /// Boxes of the finest width that may lie side by side around one zero.
    static constexpr double kClusters = 64.0;

    const Function& m_function;
    Order m_order;
    double m_finest;
    Allowance& m_allowance;
    FoundFeatures& m_findings;
    int m_nearZero = kMostNearZero;
    int m_found = 0;
    std::vector<Interval> m_next;
    std::vector<Interval> m_open;
    bool m_complete = true;
};

} // namespace

Sign signAt(const Function& function, Order order, double x)
{
    const Bounds bounds = boundsOf(function.enclose(Interval::point(x)), order);
    if (bounds.grade < Grade::Defined) {
        return Sign::Unknown;
    }
    return bounds.value.lo > 0.0   ? Sign::Plus
           : bounds.value.hi < 0.0 ? Sign::Minus
           : bounds.value.isZero() ? Sign::Zero
                                   : Sign::Unknown;
}

void huntSigns(const Function& function, Order order, const Interval& piece, double finest, Allowance& allowance,
               FoundFeatures& findings)
{
    SignHunter(function, order, finest, allowance, findings).run(piece);
}

} // namespace secant::finding
