#include <algorithm>
#include <cmath>
#include <string>

#include "core/figure/compose_parts.h"
#include "core/figure/wording.h"

namespace secant::composing {
namespace {

constexpr int kDigits = 5;

class MarkMaker {
public:
    MarkMaker(const Facts& facts, PaneKind pane, int style, Language language)
        : m_facts(facts), m_pane(pane), m_style(style), m_language(language)
    {
    }

    void add(FactKind kind)
    {
        m_kind = kind;
        switch (kind) {
        case FactKind::Range:
            return addRange();
        case FactKind::Trend:
        case FactKind::Extrema:
            return addExtrema();
        case FactKind::Bend:
        case FactKind::Inflections:
            return addInflections();
        case FactKind::Smoothness:
            addKinks();
            return addJumps();
        case FactKind::Kinks:
            return addKinks();
        case FactKind::Jumps:
            return addJumps();
        case FactKind::Low:
            return addEnd(m_facts.low);
        case FactKind::High:
            return addEnd(m_facts.high);
        case FactKind::Dead:
            return addDead();
        case FactKind::Steepest:
            return addSteepest();
        case FactKind::AtZero:
            return addAtZero();
        case FactKind::LikeIdentity:
            return addIdentity();
        case FactKind::Normal:
            return addMean();
        }
    }

    [[nodiscard]] std::vector<FactMark> take() { return std::move(m_marks); }

private:
    [[nodiscard]] bool onValues() const { return m_pane == PaneKind::Value; }
    [[nodiscard]] std::string word(const LocalizedText& text) const { return std::string(spoken(text, m_language)); }

    void addMark(MarkShape shape, FigurePoint from, FigurePoint to, std::string text)
    {
        m_marks.push_back({m_kind, shape, from, to, m_style, std::move(text)});
    }
    void addPoint(double x, double y, std::string text) { addMark(MarkShape::Point, {x, y}, {x, y}, std::move(text)); }
    /// y = slope·x + rest over the whole pane.
    void addLine(double slope, double rest, std::string text)
    {
        addMark(MarkShape::Line, {0.0, rest}, {1.0, rest + slope}, std::move(text));
    }

    void addRange()
    {
        if (!onValues() || !m_facts.range.isKnown()) {
            return;
        }
        for (const ValueSpan& span : m_facts.range.value) {
            addMark(MarkShape::Band, {0.0, span.lo}, {0.0, span.hi}, {});
            if (std::isfinite(span.lo)) {
                addLine(0.0, span.lo, (span.loAttained ? "min f = " : "inf f = ") + readable(span.lo, kDigits));
            }
            if (std::isfinite(span.hi) && span.hi != span.lo) {
                addLine(0.0, span.hi, (span.hiAttained ? "max f = " : "sup f = ") + readable(span.hi, kDigits));
            }
        }
    }

    void addExtrema()
    {
        for (const Extremum& extremum : m_facts.extrema.value.list) {
            const std::string name = extremum.isMaximum ? "max " : "min ";
            const double y = onValues() ? extremum.value : 0.0;
            if (onValues() || (m_pane == PaneKind::Slope && !extremum.isKink)) {
                addPoint(extremum.at, y,
                         onValues()
                             ? name + readable(extremum.value, kDigits) + ", x = " + readable(extremum.at, kDigits)
                             : std::string());
            }
        }
    }

    void addInflections()
    {
        for (const Inflection& inflection : m_facts.inflections.value.list) {
            if (onValues()) {
                addPoint(inflection.at, inflection.value,
                         word(kInflectionWord) + " x = " + readable(inflection.at, kDigits));
            } else if (m_pane == PaneKind::Slope) {
                addPoint(inflection.at, inflection.slope, {});
            } else if (m_pane == PaneKind::Curvature && !inflection.isJump) {
                addPoint(inflection.at, 0.0, {});
            }
        }
    }

    void addKinks()
    {
        for (const Kink& kink : m_facts.kinks.value.list) {
            if (onValues()) {
                addPoint(kink.at, kink.value,
                         "f′: " + readable(kink.left, kDigits) + " | " + readable(kink.right, kDigits));
            } else if (m_pane == PaneKind::Slope) {
                addMark(MarkShape::Segment, {kink.at, kink.left}, {kink.at, kink.right}, {});
            }
        }
    }

    void addJumps()
    {
        for (const Jump& jump : m_facts.jumps.value.list) {
            if (onValues()) {
                addMark(MarkShape::Segment, {jump.at, jump.left}, {jump.at, jump.right},
                        word(kJumpWord) + " " + readable(jump.right - jump.left, kDigits));
            }
        }
    }

    void addEnd(const Fact<End>& end)
    {
        if (!onValues() || !end.isKnown()) {
            return;
        }
        switch (end.value.kind) {
        case EndKind::Limit:
        case EndKind::Constant:
            return addLine(0.0, end.value.value, "y = " + readable(end.value.value, kDigits));
        case EndKind::Line:
        case EndKind::Straight:
            return addLine(end.value.slope, end.value.intercept,
                           lineText(end.value.slope, end.value.intercept, kDigits));
        default:
            return;
        }
    }

    void addDead()
    {
        for (const Region& region : m_facts.dead.value.list) {
            addMark(MarkShape::Column, {region.from, 0.0}, {region.to, 0.0}, onValues() ? "f′ = 0" : "");
        }
    }

    void addSteepest()
    {
        const Steepest& steepest = m_facts.steepest.value;
        if (m_pane != PaneKind::Slope || !m_facts.steepest.isKnown() || !std::isfinite(steepest.supremum)) {
            return;
        }
        const double slope = steepest.slope;
        const std::string text =
            (steepest.isAttained ? "max |f′| = " : "sup |f′| = ") + readable(steepest.supremum, kDigits);
        if (std::isfinite(steepest.at)) {
            addPoint(steepest.at, slope, text);
        } else {
            addLine(0.0, slope, text);
        }
    }

    void addAtZero()
    {
        if (!onValues() || !m_facts.atZero.isKnown()) {
            return;
        }
        const SlopesAtZero& slopes = m_facts.slopesAtZero.value;
        const double value = m_facts.atZero.value;
        if (slopes.left == slopes.right && std::isfinite(slopes.left)) {
            addLine(slopes.left, value, {});
        }
        addPoint(0.0, value, "f(0) = " + readable(value, kDigits));
    }

    void addIdentity()
    {
        if (onValues()) {
            addLine(1.0, 0.0, "y = x");
        }
    }

    void addMean()
    {
        if (onValues() && m_facts.normal.isKnown()) {
            addLine(0.0, m_facts.normal.value.mean, "E f = " + readable(m_facts.normal.value.mean, kDigits));
        }
    }

    const Facts& m_facts;
    PaneKind m_pane;
    int m_style;
    Language m_language;
    FactKind m_kind = FactKind::Range;
    std::vector<FactMark> m_marks;
};

} // namespace

std::vector<FactMark> factMarks(const Facts& facts, const Scene& scene, PaneKind pane, int style)
{
    MarkMaker maker(facts, pane, style, scene.language);
    for (std::size_t i = 0; i < kFactKinds; ++i) {
        if (scene.facts.shown[i]) {
            maker.add(static_cast<FactKind>(i));
        }
    }
    return maker.take();
}

} // namespace secant::composing

namespace secant {

std::string lineText(double slope, double intercept, int digits)
{
    std::string text = "y = ";
    if (slope != 0.0) {
        const std::string factor = slope == 1.0 ? "" : slope == -1.0 ? "−" : readable(slope, digits) + " ";
        text += factor + "x";
    }
    if (intercept != 0.0 && slope != 0.0) {
        text += (intercept < 0.0 ? " − " : " + ") + readable(std::abs(intercept), digits);
    } else if (slope == 0.0) {
        text += readable(intercept, digits);
    }
    return text;
}

} // namespace secant
