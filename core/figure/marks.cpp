#include <algorithm>
#include <cmath>

#include "core/analysis/find.h"
#include "core/figure/compose_parts.h"
#include "core/figure/exact_text.h"
#include "core/figure/wording.h"

namespace secant::composing {
namespace {

/// More places than this are marked without a text.
constexpr std::size_t kMostLabels = 40;

/// Every kind is asked for by one mark; kinks and breaks have dots of their own already.
MarkKind markOf(FeatureKind kind)
{
    switch (kind) {
    case FeatureKind::Zero:
        return MarkKind::Zeros;
    case FeatureKind::Minimum:
    case FeatureKind::Maximum:
        return MarkKind::Extrema;
    case FeatureKind::Inflection:
        return MarkKind::Inflections;
    case FeatureKind::Kink:
    case FeatureKind::Jump:
    case FeatureKind::Pole:
    case FeatureKind::Hole:
    case FeatureKind::DomainEnd:
        break;
    }
    return MarkKind::Breaks;
}

LocalizedText wordOf(FeatureKind kind)
{
    switch (kind) {
    case FeatureKind::Minimum:
        return kMinimumWord;
    case FeatureKind::Maximum:
        return kMaximumWord;
    case FeatureKind::Inflection:
        return kInflectionWord;
    case FeatureKind::Jump:
        return kJumpWord;
    case FeatureKind::Pole:
        return kPoleWord;
    case FeatureKind::Hole:
        return kHoleWord;
    case FeatureKind::DomainEnd:
        return kDomainEndWord;
    case FeatureKind::Zero:
    case FeatureKind::Kink:
        break;
    }
    return {};
}

constexpr std::array kMarkWords{kZerosWord, kExtremaWord, kInflectionsWord, kBreaksWord, kAsymptotesWord};

class Marker {
public:
    Marker(const Scene& scene, const DrawnCurve& curve, const Window& window, Figure& figure)
        : m_scene(scene), m_curve(curve), m_window(window), m_figure(figure), m_pane(figure.panes.front())
    {
    }

    void addPlaces(const LateParts& late)
    {
        if (!asksForPlaces(m_scene)) {
            return;
        }
        const FoundFeatures* known = late.placesOn({*m_curve.spec, Order::Value, m_window});
        const FoundFeatures findings = known ? *known : findFeatures(m_curve.function, m_window, {}, kPlacesInFrame);
        m_figure.isPartial = m_figure.isPartial || (!known && findings.isCutShort);
        m_labelled = findings.features.size() <= kMostLabels;
        for (const Feature& feature : findings.features) {
            if (feature.kind != FeatureKind::Kink && m_scene.marked(markOf(feature.kind))) {
                addPlace(feature);
            }
            if (feature.kind == FeatureKind::Pole && m_scene.marked(MarkKind::Asymptotes)) {
                m_pane.guides.push_back({{feature.x, m_window.y.lo}, {feature.x, m_window.y.hi}, style()});
            }
        }
        addCounts(findings);
    }

    void addAsymptotes()
    {
        if (!m_scene.marked(MarkKind::Asymptotes)) {
            return;
        }
        const std::vector<Asymptote> lines = asymptotesOf(m_curve.function);
        std::string text(say(kAsymptotesWord));
        std::string last;
        for (const Asymptote& line : lines) {
            const auto at = [&](double x) { return FigurePoint{x, line.slope * x + line.offset}; };
            m_pane.guides.push_back({at(m_window.x.lo), at(m_window.x.hi), style()});
            const std::string equation = equationOf(line);
            text += equation == last ? "" : (last.empty() ? ": " : ", ") + equation;
            last = equation;
        }
        if (!m_pane.guides.empty()) {
            addLegend(LegendKind::Guide, text);
        }
    }

private:
    [[nodiscard]] int style() const { return m_curve.spec->style; }
    [[nodiscard]] std::string say(const LocalizedText& text) const
    {
        return std::string(spoken(text, m_scene.language));
    }

    void addLegend(LegendKind kind, std::string text)
    {
        m_figure.legend.push_back({kind, m_curve.spec->id, style(), std::move(text), RegionKind::Saturated});
    }

    /// "y = 0", "y = x", "y = −x + 5"
    static std::string equationOf(const Asymptote& line)
    {
        if (line.slope == 0.0) {
            return "y = " + readable(line.offset, 5);
        }
        const std::string factor = line.slope == 1.0 ? "" : line.slope == -1.0 ? "−" : readable(line.slope, 5) + " ";
        const std::string rest =
            line.offset == 0.0 ? "" : (line.offset > 0.0 ? " + " : " − ") + readable(std::abs(line.offset), 5);
        return "y = " + factor + "x" + rest;
    }

    [[nodiscard]] std::string labelOf(const Feature& feature) const
    {
        const ClosedForm exact = exactAt(*m_curve.spec, feature.x);
        const std::string x = readable(feature.x, 5);
        switch (feature.kind) {
        case FeatureKind::Zero:
            return "x = " + x;
        case FeatureKind::Minimum:
        case FeatureKind::Maximum:
            return say(wordOf(feature.kind)) + " f(" + x + ") = " + valueText(feature.y, exact.y, 5);
        default:
            return say(wordOf(feature.kind)) + " x = " + valueText(feature.x, exact.x, 5);
        }
    }

    void addPlace(const Feature& feature)
    {
        const double y = std::isfinite(feature.y)      ? feature.y
                         : std::isfinite(feature.left) ? feature.left
                                                       : feature.right;
        const std::string label = labelOf(feature);
        if (feature.kind == FeatureKind::Pole || !std::isfinite(y)) {
            m_pane.edgeLabels.push_back({feature.x, label, style()});
            return;
        }
        const FigurePoint at{feature.x, y};
        if (markOf(feature.kind) != MarkKind::Breaks) {
            m_pane.dots.push_back({at, DotKind::Closed, m_curve.spec->id, style(), label});
        }
        if (m_labelled) {
            m_pane.pointLabels.push_back({at, label, style()});
        }
    }

    /// How many places of a kind there are, and whether that is all: the absence of more is claimed only when proved.
    void addCounts(const FoundFeatures& findings)
    {
        for (const MarkKind mark : {MarkKind::Zeros, MarkKind::Extrema, MarkKind::Inflections, MarkKind::Breaks}) {
            if (!m_scene.marked(mark)) {
                continue;
            }
            std::size_t count = 0;
            bool complete = true;
            for (std::size_t i = 0; i < kFeatureKinds; ++i) {
                const auto kind = static_cast<FeatureKind>(i);
                if (kind != FeatureKind::Kink && markOf(kind) == mark) {
                    count += findings.count(kind);
                    complete = complete && findings.isComplete(kind);
                }
            }
            addLegend(LegendKind::Mark, say(kMarkWords[static_cast<std::size_t>(mark)]) + ": " + std::to_string(count) +
                                            say(kFoundWord) + say(complete ? kAllWord : kMaybeMoreWord));
        }
    }

    const Scene& m_scene;
    const DrawnCurve& m_curve;
    const Window& m_window;
    Figure& m_figure;
    Pane& m_pane;
    bool m_labelled = true;
};

} // namespace

bool asksForPlaces(const Scene& scene)
{
    return std::any_of(scene.marks.begin(), scene.marks.end(), [](bool on) { return on; });
}

void addMarks(const Scene& scene, const DrawnCurve& curve, const Window& window, const LateParts& late, Figure& figure)
{
    Marker marker(scene, curve, window, figure);
    marker.addPlaces(late);
    marker.addAsymptotes();
}

} // namespace secant::composing
