#include "widgets/panels/fact_sentences.h"

#include <cmath>
#include <utility>

#include <QStringList>

#include "core/figure/compose.h"
#include "core/figure/exact_text.h"
#include "core/figure/framework_slopes.h"
#include "core/figure/judgement_text.h"
#include "widgets/panels/facts_panel.h"
#include "widgets/panels/shape_names.h"

namespace secant {
namespace {

constexpr int kDigits = 6;
/// A list longer than this is cut: the plot shows the rest.
constexpr std::size_t kMostPlaces = 6;

/// With its exact expression where there is one.
QString text(double number, std::string_view exact)
{
    return QString::fromStdString(valueText(number, exact, kDigits));
}

QString text(double number)
{
    return QString::fromStdString(readable(number, kDigits));
}

QString spanText(const ValueSpan& span)
{
    if (span.lo == span.hi) {
        return QStringLiteral("{%1}").arg(text(span.lo));
    }
    return QStringLiteral("%1%2, %3%4")
        .arg(span.loAttained ? QStringLiteral("[") : QStringLiteral("("), text(span.lo), text(span.hi),
             span.hiAttained ? QStringLiteral("]") : QStringLiteral(")"));
}

QString trendText(Trend trend)
{
    switch (trend) {
    case Trend::Constant:
        return FactsPanel::tr("constant");
    case Trend::StrictlyIncreasing:
        return FactsPanel::tr("strictly increasing");
    case Trend::Increasing:
        return FactsPanel::tr("increasing, not strictly");
    case Trend::StrictlyDecreasing:
        return FactsPanel::tr("strictly decreasing");
    case Trend::Decreasing:
        return FactsPanel::tr("decreasing, not strictly");
    case Trend::NotMonotone:
        return FactsPanel::tr("not monotone");
    }
    return {};
}

QString smoothnessText(Smoothness smoothness)
{
    switch (smoothness) {
    case Smoothness::Discontinuous:
        return FactsPanel::tr("discontinuous: it jumps");
    case Smoothness::Continuous:
        return FactsPanel::tr("C⁰: continuous, f′ is not");
    case Smoothness::Differentiable:
        return FactsPanel::tr("C¹: f′ is continuous, f″ is not");
    case Smoothness::TwiceDifferentiable:
        return FactsPanel::tr("C²: f″ is continuous, f‴ is not");
    case Smoothness::InfinitelyDifferentiable:
        return FactsPanel::tr("C^∞: differentiable without end");
    }
    return {};
}

QString endText(const End& end)
{
    const QString line = QString::fromStdString(lineText(end.slope, end.intercept, kDigits));
    switch (end.kind) {
    case EndKind::Limit:
        return end.saturates() ? FactsPanel::tr("tends to %1; saturates").arg(text(end.value))
                               : FactsPanel::tr("tends to %1").arg(text(end.value));
    case EndKind::Constant:
        return FactsPanel::tr("is %1; saturates").arg(text(end.value));
    case EndKind::Line:
        return FactsPanel::tr("approaches %1").arg(line);
    case EndKind::Straight:
        return FactsPanel::tr("is %1").arg(line);
    case EndKind::Slope:
        return end.slope == 0.0 ? FactsPanel::tr("unbounded, flatter than any line")
                                : FactsPanel::tr("unbounded, f(x)/x tends to %1").arg(text(end.slope));
    case EndKind::Steep:
        return FactsPanel::tr("unbounded, steeper than any line");
    case EndKind::Swings:
        return FactsPanel::tr("has no limit");
    case EndKind::Outside:
        return FactsPanel::tr("the domain ends at %1").arg(text(end.at));
    }
    return {};
}

template<typename Place, typename Word>
QString placesText(const Places<Place>& places, const Word& word)
{
    if (places.endless) {
        return FactsPanel::tr("infinitely many");
    }
    if (places.list.empty()) {
        return FactsPanel::tr("none");
    }
    QStringList lines;
    for (const Place& place : places.list) {
        if (static_cast<std::size_t>(lines.size()) == kMostPlaces) {
            lines.append(FactsPanel::tr("and %1 more").arg(places.list.size() - kMostPlaces));
            break;
        }
        lines.append(word(place));
    }
    return lines.join(QLatin1Char('\n'));
}

QString kinkText(const Kink& kink)
{
    return FactsPanel::tr("x = %1: slope %2 on the left, %3 on the right")
        .arg(text(kink.at), text(kink.left), text(kink.right));
}

QString jumpText(const Jump& jump)
{
    return FactsPanel::tr("x = %1: from %2 to %3, f there is %4")
        .arg(text(jump.at), text(jump.left), text(jump.right), text(jump.value));
}

QString regionText(const Region& region)
{
    return QStringLiteral("(%1, %2)").arg(text(region.from), text(region.to));
}

QString extremumText(const CurveSpec& curve, const Extremum& extremum)
{
    const ClosedForm exact = exactAt(curve, extremum.at);
    const QString words = extremum.isMaximum ? (extremum.isGlobal ? FactsPanel::tr("maximum %1 at x = %2")
                                                                  : FactsPanel::tr("local maximum %1 at x = %2"))
                                             : (extremum.isGlobal ? FactsPanel::tr("minimum %1 at x = %2")
                                                                  : FactsPanel::tr("local minimum %1 at x = %2"));
    return words.arg(text(extremum.value, exact.y), text(extremum.at, exact.x));
}

QString inflectionText(const CurveSpec& curve, const Inflection& inflection)
{
    const QString at = text(inflection.at, exactAt(curve, inflection.at).x);
    return inflection.isJump ? FactsPanel::tr("x = %1 (f″ jumps)").arg(at) : QStringLiteral("x = %1").arg(at);
}

/// An expression without its sign.
std::string_view magnitude(std::string_view exact)
{
    constexpr std::string_view kMinus = "−";
    return exact.starts_with(kMinus) ? exact.substr(kMinus.size()) : exact;
}

QString steepestText(const CurveSpec& curve, const Steepest& steepest)
{
    if (!std::isfinite(steepest.supremum)) {
        return FactsPanel::tr("∞: f has no Lipschitz constant");
    }
    const ClosedForm exact = steepest.isAttained ? exactAt(curve, steepest.at) : ClosedForm{};
    const QString value = text(steepest.supremum, magnitude(exact.slope));
    QString line = steepest.isAttained ? FactsPanel::tr("%1, reached at x = %2").arg(value, text(steepest.at, exact.x))
                   : std::isfinite(steepest.at)
                       ? FactsPanel::tr("%1, on one side of x = %2").arg(value, text(steepest.at))
                       : FactsPanel::tr("%1, approached as x → %2").arg(value, text(steepest.at));
    if (!steepest.isLipschitz) {
        line += QLatin1Char('\n') + FactsPanel::tr("not a Lipschitz constant: f jumps");
    }
    return line;
}

QString atZeroText(const Facts& facts)
{
    const SlopesAtZero& slopes = facts.slopesAtZero.value;
    const QString value = QStringLiteral("f(0) = %1").arg(text(facts.atZero.value));
    if (slopes.left == slopes.right) {
        return value + QStringLiteral(", f′(0) = %1").arg(text(slopes.left));
    }
    return value + QStringLiteral(", f′(0⁻) = %1, f′(0⁺) = %2").arg(text(slopes.left), text(slopes.right));
}

QString identityText(const Facts& facts)
{
    if (facts.likeIdentity.value) {
        return FactsPanel::tr("yes: a layer passes small signals and gradients unchanged");
    }
    return facts.atZero.value != 0.0 ? FactsPanel::tr("no: f(0) is not 0") : FactsPanel::tr("no: f′(0) is not 1");
}

QString gainText(const CurveFacts& all)
{
    const NormalMoments& normal = all.facts.normal.value;
    QStringList lines{FactsPanel::tr("E f = %1, E f² = %2").arg(text(normal.mean), text(normal.square)),
                      FactsPanel::tr("gain 1/√(E f²) = %1").arg(text(normal.forwardGain()))};
    if (std::isfinite(normal.slopeSquare)) {
        lines.append(FactsPanel::tr("for gradients 1/√(E f′²) = %1").arg(text(normal.backwardGain())));
    }
    if (const auto torch = torchGain(all.curve)) {
        lines.append(FactsPanel::tr("PyTorch's calculate_gain: %1").arg(text(*torch)));
    }
    return lines.join(QLatin1Char('\n'));
}

class Writer {
public:
    explicit Writer(const CurveFacts& all, Naming naming, Language language)
        : m_all(all), m_facts(all.facts), m_naming(naming), m_language(language)
    {
    }

    std::vector<FactSentence> write()
    {
        addShape();
        addPlaces();
        addEnds();
        addNumbers();
        return std::move(m_sentences);
    }

private:
    template<typename Value, typename Word>
    void add(FactKind kind, const QString& title, const Fact<Value>& fact, const Word& word, bool isDrawable,
             const QString& tip)
    {
        const QString said = fact.isKnown() ? QString(word(fact.value)) : FactsPanel::tr("not known");
        m_sentences.push_back({kind, title, said, fact.assurance, fact.isKnown() && isDrawable, tip});
    }

    void addShape()
    {
        const auto rangeText = [](const std::vector<ValueSpan>& spans) {
            QStringList parts;
            for (const ValueSpan& span : spans) {
                parts.append(spanText(span));
            }
            return parts.join(QStringLiteral(" ∪ "));
        };
        const bool turns = !m_facts.extrema.value.list.empty();
        const bool bends = !m_facts.inflections.value.list.empty();
        const bool breaks = !m_facts.kinks.value.list.empty() || !m_facts.jumps.value.list.empty();
        add(FactKind::Range, FactsPanel::tr("Range"), m_facts.range, rangeText, true,
            FactsPanel::tr("All values that f takes. Bounded output keeps training stable, unbounded output does not "
                           "saturate."));
        add(FactKind::Trend, FactsPanel::tr("Monotone"), m_facts.trend, trendText, turns,
            FactsPanel::tr("The error surface of a single layer with a monotone activation is %1 under its matching "
                           "loss. Shows where the direction changes.")
                .arg(cupName(m_naming, m_language)));
        add(
            FactKind::Bend, FactsPanel::tr("Shape"), m_facts.bend, [this](Bend bend) { return bendText(bend); }, bends,
            FactsPanel::tr("Over the whole domain. The convexity page judges any interval and shows why."));
        add(FactKind::Smoothness, FactsPanel::tr("Smoothness"), m_facts.smoothness, smoothnessText, breaks,
            FactsPanel::tr("How many derivatives are continuous."));
    }

    void addPlaces()
    {
        add(
            FactKind::Kinks, FactsPanel::tr("Kinks"), m_facts.kinks,
            [](const auto& places) { return placesText(places, kinkText); }, !m_facts.kinks.value.list.empty(),
            FactsPanel::tr("Where f is continuous and its slope is not: a framework has to choose one."));
        add(
            FactKind::Jumps, FactsPanel::tr("Jumps"), m_facts.jumps,
            [](const auto& places) { return placesText(places, jumpText); }, !m_facts.jumps.value.list.empty(),
            FactsPanel::tr("Where f itself is not continuous."));
        add(
            FactKind::Extrema, FactsPanel::tr("Extrema"), m_facts.extrema,
            [this](const auto& places) {
                return placesText(places, [this](const Extremum& place) { return extremumText(m_all.curve, place); });
            },
            !m_facts.extrema.value.list.empty(),
            FactsPanel::tr("Minima and maxima; a stretch on which f is constant is none."));
        add(
            FactKind::Inflections, FactsPanel::tr("Inflections"), m_facts.inflections,
            [this](const auto& places) {
                return placesText(places,
                                  [this](const Inflection& place) { return inflectionText(m_all.curve, place); });
            },
            !m_facts.inflections.value.list.empty(),
            FactsPanel::tr("Where f has a slope and changes from ∪ to ∩ or back."));
        add(
            FactKind::Dead, FactsPanel::tr("Dead zones"), m_facts.dead,
            [](const auto& places) { return placesText(places, regionText); }, !m_facts.dead.value.list.empty(),
            FactsPanel::tr("Where f′ is exactly 0: no gradient passes. Not merely small, which is saturation."));
    }

    void addEnds()
    {
        const auto isDrawn = [](const End& end) {
            return end.kind == EndKind::Limit || end.kind == EndKind::Constant || end.kind == EndKind::Line ||
                   end.kind == EndKind::Straight;
        };
        const QString tip = FactsPanel::tr("What f does far out. A side saturates if f stays bounded and f′ tends to "
                                           "0.");
        add(FactKind::Low, QStringLiteral("x → −∞"), m_facts.low, endText, isDrawn(m_facts.low.value), tip);
        add(FactKind::High, QStringLiteral("x → +∞"), m_facts.high, endText, isDrawn(m_facts.high.value), tip);
    }

    void addNumbers()
    {
        add(
            FactKind::Steepest, QStringLiteral("sup |f′|"), m_facts.steepest,
            [this](const Steepest& steepest) { return steepestText(m_all.curve, steepest); },
            std::isfinite(m_facts.steepest.value.supremum),
            FactsPanel::tr("The steepest slope: the Lipschitz constant of f, by which a layer can at most magnify."));
        add(
            FactKind::AtZero, FactsPanel::tr("At 0"), m_facts.atZero, [this](double) { return atZeroText(m_facts); },
            true, FactsPanel::tr("Value and slope at 0, with the tangent there."));
        add(
            FactKind::LikeIdentity, FactsPanel::tr("f(x) ≈ x near 0"), m_facts.likeIdentity,
            [this](bool) { return identityText(m_facts); }, true,
            FactsPanel::tr("With f(0) = 0 and f′(0) = 1 small initial weights train efficiently. Shows y = x."));
        add(
            FactKind::Normal, FactsPanel::tr("For x ~ N(0, 1)"), m_facts.normal,
            [this](const NormalMoments&) { return gainText(m_all); }, true,
            FactsPanel::tr("Weights of variance gain²/fan-in keep E f² at 1 from layer to layer; the second gain keeps "
                           "the gradients."));
    }

    [[nodiscard]] QString bendText(Bend bend) const
    {
        using convexity::VerdictKind;
        const auto word = [this](VerdictKind kind) {
            return QString::fromStdString(verdictWord(kind, m_naming, m_language));
        };
        switch (bend) {
        case Bend::Affine:
            return FactsPanel::tr("affine: both ∪ and ∩");
        case Bend::StrictlyConvex:
            return word(VerdictKind::StrictlyConvex);
        case Bend::Convex:
            return FactsPanel::tr("%1, not strictly").arg(word(VerdictKind::Convex));
        case Bend::StrictlyConcave:
            return word(VerdictKind::StrictlyConcave);
        case Bend::Concave:
            return FactsPanel::tr("%1, not strictly").arg(word(VerdictKind::Concave));
        case Bend::Neither:
            return word(VerdictKind::Neither);
        }
        return {};
    }

    const CurveFacts& m_all;
    const Facts& m_facts;
    Naming m_naming;
    Language m_language;
    std::vector<FactSentence> m_sentences;
};

} // namespace

std::vector<FactSentence> factSentences(const CurveFacts& facts, Naming naming, Language language)
{
    return Writer(facts, naming, language).write();
}

QString assuranceWord(Assurance assurance)
{
    switch (assurance) {
    case Assurance::Exact:
        return FactsPanel::tr("exact");
    case Assurance::Proved:
        return FactsPanel::tr("proved");
    case Assurance::Numerical:
        return FactsPanel::tr("numerical");
    case Assurance::Unknown:
        return FactsPanel::tr("not known");
    }
    return {};
}

QString assuranceTip(Assurance assurance)
{
    switch (assurance) {
    case Assurance::Exact:
        return FactsPanel::tr("Follows from the definition; numbers are right to the last digit shown.");
    case Assurance::Proved:
        return FactsPanel::tr("Proved by interval arithmetic with outward rounding.");
    case Assurance::Numerical:
        return FactsPanel::tr("Computed in rounded arithmetic to more digits than shown, without a proof.");
    case Assurance::Unknown:
        return FactsPanel::tr("Could not be found out in the time allowed; nothing is guessed.");
    }
    return {};
}

} // namespace secant
