#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "core/analysis/canvas.h"
#include "core/analysis/curve_classify.h"
#include "core/analysis/doubles.h"
#include "core/analysis/event.h"
#include "core/analysis/find_parts.h"

namespace secant::finding {
namespace {

/// How far from a suspect box its sides are looked at: in parts of the window, and of the room to the next one.
constexpr double kReach = 0x1p-24;
constexpr double kRoom = 0.25;
/// Pixels are finer here than on the screen by these factors: a jump too low to be seen is one all the same. Coarser
/// ones follow for what does not settle so fast, such as a square root.
constexpr std::array kFinerPixels = {1024.0, 32.0, 1.0};
/// A slope that grows by this factor on the way to its place is infinite there.
constexpr double kVertical = 1e4;

Window refined(Window window, double factor)
{
    window.heightPx *= factor;
    return window;
}

FeatureKind kindOf(BreakKind kind)
{
    switch (kind) {
    case BreakKind::Jump:
        return FeatureKind::Jump;
    case BreakKind::Pole:
        return FeatureKind::Pole;
    case BreakKind::Hole:
        return FeatureKind::Hole;
    case BreakKind::DomainEdge:
        break;
    }
    return FeatureKind::DomainEnd;
}

bool areApart(const Interval& a, const Interval& b)
{
    return a.hi < b.lo || b.hi < a.lo;
}

class Namer {
public:
    Namer(const Function& function, const Window& window, FoundFeatures& findings)
        : m_function(function), m_window(window), m_findings(findings)
    {
    }

    /// `before` and `after` are the ends of what lies beside the box.
    void name(const Interval& box, double before, double after)
    {
        const double reach =
            (m_window.xScale == AxisScale::Linear ? (m_window.x.hi / 2.0 - m_window.x.lo / 2.0) * 2.0 : box.lo) *
            kReach;
        m_box = box;
        m_left = std::min(box.lo, std::max(box.lo - reach, box.lo - kRoom * (box.lo - before)));
        m_right = std::max(box.hi, std::min(box.hi + reach, box.hi + kRoom * (after - box.hi)));
        const Enclosure e = m_function.enclose(box);
        m_place = placeOf();
        m_isPole = false;
        const bool continuous = e.valueGrade == Grade::Continuous;
        if (continuous || !nameBreak()) {
            nameKink(continuous);
            addExtremum(continuous);
        }
        addZero(continuous);
    }

private:
    [[nodiscard]] double placeOf() const
    {
        for (const Event& event : eventsWithin(m_function, Order::Slope, m_box)) {
            if (m_box.contains(event.at)) {
                return event.at + 0.0;
            }
        }
        return m_box.contains(0.0) ? 0.0 : m_box.lo + (m_box.hi / 2.0 - m_box.lo / 2.0);
    }

    void doubt(std::initializer_list<FeatureKind> kinds)
    {
        for (const FeatureKind kind : kinds) {
            m_findings.complete[static_cast<std::size_t>(kind)] = false;
        }
    }

    void nameKink(bool continuous)
    {
        const double left = m_function.jet(m_box.lo).slope;
        const double right = m_function.jet(m_box.hi).slope;
        const double fartherLeft = m_function.jet(m_left).slope;
        const double fartherRight = m_function.jet(m_right).slope;
        Feature kink{FeatureKind::Kink, m_box, m_place, m_function.value(m_place), left, right, false};
        const bool vertical =
            std::abs(left) > kVertical * std::abs(fartherLeft) && std::abs(right) > kVertical * std::abs(fartherRight);
        if (vertical) {
            kink.left = std::copysign(kInfinity, left);
            kink.right = std::copysign(kInfinity, right);
            m_findings.features.push_back(kink);
            return;
        }
        const Enclosure before = m_function.enclose({m_left, m_box.lo});
        const Enclosure after = m_function.enclose({m_box.hi, m_right});
        kink.proved = continuous && before.slopeGrade == Grade::Continuous && after.slopeGrade == Grade::Continuous &&
                      areApart(before.slope, after.slope);
        // The slopes of a smooth function would meet on the way; here they would have done so by half.
        if (kink.proved || std::abs(left - right) > 0.5 * std::abs(fartherLeft - fartherRight)) {
            m_findings.features.push_back(kink);
        } else {
            doubt({FeatureKind::Kink, FeatureKind::Inflection});
        }
    }

    void addExtremum(bool continuous)
    {
        const Sign before = signAt(m_function, Order::Slope, m_box.lo);
        const Sign after = signAt(m_function, Order::Slope, m_box.hi);
        if (before == Sign::Unknown || after == Sign::Unknown) {
            doubt({FeatureKind::Minimum, FeatureKind::Maximum});
        } else if (before != Sign::Zero && after != Sign::Zero && before != after) {
            const double y = m_function.value(m_place);
            const FeatureKind kind = before == Sign::Minus ? FeatureKind::Minimum : FeatureKind::Maximum;
            m_findings.features.push_back({kind, m_box, m_place, y, y, y, continuous});
        }
    }

    /// False where the sides meet as far as can be seen, though nothing proves it.
    bool nameBreak()
    {
        const BreakVerdict verdict = classified();
        m_isPole = verdict.mark && verdict.mark->kind == BreakKind::Pole;
        if (verdict.isolated) {
            const CurvePoint at = *verdict.isolated;
            m_findings.features.push_back({FeatureKind::DomainEnd, m_box, at.x, at.y, kNaN, kNaN, false});
        } else if (verdict.mark) {
            const CurveBreak& mark = *verdict.mark;
            m_findings.features.push_back(
                {kindOf(mark.kind), m_box, mark.x, mark.value, mark.left, mark.right, provesKind(mark.kind)});
        } else {
            doubt({FeatureKind::Kink, FeatureKind::Jump, FeatureKind::Pole, FeatureKind::Hole, FeatureKind::DomainEnd,
                   FeatureKind::Minimum, FeatureKind::Maximum, FeatureKind::Inflection});
            if (!verdict.joined) {
                doubt({FeatureKind::Zero});
            }
            return !verdict.joined;
        }
        m_place = m_findings.features.back().x;
        return true;
    }

    [[nodiscard]] BreakVerdict classified() const
    {
        BreakVerdict verdict;
        CurveStatistics statistics;
        for (const double factor : kFinerPixels) {
            const Canvas canvas(refined(m_window, factor));
            verdict = BreakClassifier(m_function, Order::Value, canvas, statistics)
                          .classify({m_left, m_function.value(m_left)}, {m_right, m_function.value(m_right)});
            if (verdict.mark || verdict.isolated || verdict.joined) {
                break;
            }
        }
        return verdict;
    }

    [[nodiscard]] bool provesKind(BreakKind kind) const
    {
        const Enclosure before = m_function.enclose({m_left, m_box.lo});
        const Enclosure after = m_function.enclose({m_box.hi, m_right});
        const bool definedBefore = before.valueGrade == Grade::Continuous;
        const bool definedAfter = after.valueGrade == Grade::Continuous;
        if (kind == BreakKind::Jump) {
            return definedBefore && definedAfter && areApart(before.value, after.value);
        }
        return kind == BreakKind::DomainEdge && ((definedBefore && after.valueGrade == Grade::Empty) ||
                                                 (definedAfter && before.valueGrade == Grade::Empty));
    }

    /// At a kink f may pass 0 or touch it; at a break it may take it. Ends of a stretch of zeros are no zeros alone.
    void addZero(bool continuous)
    {
        for (Interval& rest : m_findings.restsOnZero) {
            if (rest.hi == m_box.lo || rest.lo == m_box.hi) {
                if (continuous) {
                    (rest.hi == m_box.lo ? rest.hi : rest.lo) = m_place;
                }
                return;
            }
        }
        const double y = m_function.value(m_place);
        const Sign at = signAt(m_function, Order::Value, m_place);
        const Sign before = signAt(m_function, Order::Value, m_box.lo);
        const Sign after = signAt(m_function, Order::Value, m_box.hi);
        const bool passes = continuous && before != Sign::Unknown && after != Sign::Unknown && before != after &&
                            before != Sign::Zero && after != Sign::Zero;
        if (at == Sign::Zero || passes) {
            m_findings.features.push_back({FeatureKind::Zero, m_box, m_place, y, y, y, true});
        } else if (at == Sign::Unknown && !std::isnan(y) && !m_isPole) {
            doubt({FeatureKind::Zero});
        }
    }

    const Function& m_function;
    Window m_window;
    FoundFeatures& m_findings;
    Interval m_box;
    double m_left = 0.0;
    double m_right = 0.0;
    double m_place = 0.0;
    bool m_isPole = false;
};

} // namespace

void classifyBreaks(const Function& function, const Window& window, const Breaks& breaks, const std::stop_token& stop,
                    FoundFeatures& findings)
{
    Namer namer(function, window, findings);
    for (std::size_t i = 0; i < breaks.suspect.size() && !stop.stop_requested(); ++i) {
        const double before = i == 0 ? window.x.lo : breaks.suspect[i - 1].hi;
        const double after = i + 1 == breaks.suspect.size() ? window.x.hi : breaks.suspect[i + 1].lo;
        namer.name(breaks.suspect[i], before, after);
    }
}

} // namespace secant::finding
