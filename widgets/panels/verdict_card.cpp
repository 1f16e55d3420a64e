#include "widgets/panels/verdict_card.h"

#include <array>
#include <cmath>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/figure/compose.h"
#include "core/figure/judgement_text.h"
#include "widgets/panels/appearance.h"

namespace secant {
namespace {

using convexity::Reason;
using convexity::Standing;
using convexity::VerdictKind;

constexpr int kTickMs = 50;
constexpr std::size_t kMostPieces = 8;

QString number(double value)
{
    return QString::fromStdString(readable(value, 5));
}

/// The rule of a piece of a proof in words.
QString ruleText(std::string_view rule)
{
    const std::array<std::pair<std::string_view, QString>, 7> rules{{
        {"identically zero", VerdictCard::tr("f is a straight line there")},
        {"one sign", VerdictCard::tr("every term of f″ has that sign")},
        {"Sturm", VerdictCard::tr("a count of real roots (Sturm)")},
        {"boxes", VerdictCard::tr("interval bounds on small boxes")},
        {"derivative chain", VerdictCard::tr("signs of further derivatives from one end")},
        {"even power", VerdictCard::tr("an even power")},
        {"range", VerdictCard::tr("bounds on the whole piece")},
    }};
    for (const auto& [name, text] : rules) {
        if (name == rule) {
            return text;
        }
    }
    return VerdictCard::tr("known signs of its factors");
}

QString pieceText(const convexity::Piece& piece)
{
    const QString sign = piece.sign > 0   ? QStringLiteral("f″ ≥ 0")
                         : piece.sign < 0 ? QStringLiteral("f″ ≤ 0")
                                          : QStringLiteral("f″ = 0");
    return QStringLiteral("(%1, %2)  %3  %4")
        .arg(number(piece.lo), number(piece.hi), sign, QStringLiteral("· ") + ruleText(piece.rule));
}

/// Why a chord breaks `shape`: "Not convex: …".
QString chordText(const convexity::Chord& chord, const QString& shape)
{
    const QString head = VerdictCard::tr("Not %1: between x = %2 and x = %3")
                             .arg(shape, number(chord.x1.get_d()), number(chord.x2.get_d()));
    if (chord.isHole) {
        return head + VerdictCard::tr(" there is a point where f is undefined.");
    }
    const convexity::Rational inner = chord.lambda * chord.x1 + (1 - chord.lambda) * chord.x2;
    const QString gap = number(std::min(std::abs(chord.gapLow), std::abs(chord.gapHigh)));
    return head + (chord.gapLow > 0.0 ? VerdictCard::tr(", at x = %1, f lies at least %2 above its chord.")
                                      : VerdictCard::tr(", at x = %1, f lies at least %2 below its chord."))
                      .arg(number(inner.get_d()), gap);
}

/// How f rises and falls, which is another question than how it bends.
QString trendText(const convexity::Monotonicity& monotonicity)
{
    switch (monotonicity.trend) {
    case convexity::Trend::Constant:
        return VerdictCard::tr("Constant.");
    case convexity::Trend::Increasing:
        return monotonicity.isStrict ? VerdictCard::tr("Strictly increasing.")
                                     : VerdictCard::tr("Increasing, not strictly.");
    case convexity::Trend::Decreasing:
        return monotonicity.isStrict ? VerdictCard::tr("Strictly decreasing.")
                                     : VerdictCard::tr("Decreasing, not strictly.");
    case convexity::Trend::None:
        return VerdictCard::tr("Neither increasing nor decreasing.");
    case convexity::Trend::Unknown:
        break;
    }
    return VerdictCard::tr("Whether it is monotone is not decided.");
}

QString reasonText(Reason reason)
{
    switch (reason) {
    case Reason::TooLarge:
        return VerdictCard::tr("The formula is too large, or uses a function that has no exact rules here.");
    case Reason::OutOfTime:
        return VerdictCard::tr("The time was over before a proof or a breaking chord was found.");
    case Reason::NoProof:
    case Reason::None:
        break;
    }
    return VerdictCard::tr("Neither a proof nor a pair of breaking chords was found.");
}

} // namespace

VerdictCard::VerdictCard(QWidget* parent) : QFrame(parent)
{
    setProperty("card", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGap, kGap, kGap, kGap);
    column->setSpacing(kHalfGap);
    m_word = new QLabel(this);
    m_word->setObjectName(QStringLiteral("verdictWord"));
    QFont large = m_word->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_word->setFont(large);
    m_standing = new QLabel(this);
    m_standing->setObjectName(QStringLiteral("verdictStanding"));
    m_trend = new QLabel(this);
    m_trend->setObjectName(QStringLiteral("verdictTrend"));
    m_reason = new QLabel(this);
    m_reason->setObjectName(QStringLiteral("verdictReason"));
    m_reason->setFont(smallFont(font()));
    for (QLabel* label : {m_word, m_standing, m_reason, m_trend}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    createWays();
    createButtons();
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_progress->setValue(m_progress->value() + kTickMs); });
}

void VerdictCard::createWays()
{
    constexpr std::array<const char*, 2> kNames{"goToFirst", "goToSecond"};
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        m_ways[i] = new QPushButton(this);
        m_ways[i]->setObjectName(QLatin1String(kNames[i]));
        m_ways[i]->setToolTip(tr("Bring this chord into view; undo brings you back."));
        m_ways[i]->setAutoDefault(false);
        m_ways[i]->hide();
        layout()->addWidget(m_ways[i]);
        connect(m_ways[i], &QPushButton::clicked, this, [this, i] { emit rangeRequested(m_hidden[i]); });
    }
}

void VerdictCard::showWays(const Scene& scene, const convexity::Verdict& verdict)
{
    m_hidden = chordsOutOfSight(scene.view, verdict);
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        m_ways[i]->setVisible(i < m_hidden.size());
        if (i < m_hidden.size()) {
            m_ways[i]->setText(tr("Go to x = %1 … %2").arg(number(m_hidden[i].min), number(m_hidden[i].max)));
        }
    }
}

void VerdictCard::createButtons()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("verdictProgress"));
    m_progress->setRange(0, static_cast<int>(kLongPatience / std::chrono::milliseconds(1)));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Time used for the verdict"));
    column->addWidget(m_progress);
    m_why = new QCheckBox(tr("Show me why"), this);
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setToolTip(
        tr("Draw the proof: pieces of one curvature, bounds on f″, jumps of the slope; or the chords that "
           "break it."));
    m_longer = new QPushButton(tr("Try longer"), this);
    m_longer->setObjectName(QStringLiteral("tryLonger"));
    m_longer->setToolTip(tr("Look for a proof or a breaking chord for up to two seconds."));
    m_stop = new QPushButton(tr("Stop"), this);
    m_stop->setObjectName(QStringLiteral("stopLooking"));
    m_stop->setToolTip(tr("Give up looking."));
    auto* row = new QHBoxLayout;
    row->addWidget(m_why);
    row->addStretch(1);
    for (QPushButton* button : {m_longer, m_stop}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    column->addLayout(row);
    connect(m_why, &QCheckBox::clicked, this, &VerdictCard::whyToggled);
    connect(m_longer, &QPushButton::clicked, this, &VerdictCard::longerRequested);
    connect(m_stop, &QPushButton::clicked, this, &VerdictCard::stopRequested);
}

QString VerdictCard::whyText(const Scene& scene, const convexity::Verdict& verdict) const
{
    if (verdict.standing == Standing::Undecided) {
        return reasonText(verdict.reason);
    }
    QStringList lines;
    const auto shape = [&scene](VerdictKind kind) {
        return QString::fromStdString(verdictWord(kind, scene.naming, scene.language));
    };
    if (verdict.broken.convexity && verdict.standing == Standing::Refuted) {
        lines << chordText(*verdict.broken.convexity, shape(VerdictKind::Convex));
    }
    if (verdict.broken.concavity && verdict.standing == Standing::Refuted) {
        lines << chordText(*verdict.broken.concavity, shape(VerdictKind::Concave));
    }
    for (std::size_t i = 0; i < std::min(verdict.pieces.size(), kMostPieces); ++i) {
        lines << pieceText(verdict.pieces[i]);
    }
    if (verdict.pieces.size() > kMostPieces) {
        lines << tr("and %n more pieces", nullptr, static_cast<int>(verdict.pieces.size() - kMostPieces));
    }
    if (verdict.pieces.size() > 1) {
        const bool rises = verdict.kind == VerdictKind::Convex || verdict.kind == VerdictKind::StrictlyConvex;
        const bool falls = verdict.kind == VerdictKind::Concave || verdict.kind == VerdictKind::StrictlyConcave;
        lines << (rises   ? tr("Where pieces meet, the slope does not fall.")
                  : falls ? tr("Where pieces meet, the slope does not rise.")
                          : tr("Where pieces meet, the slope stays the same."));
    }
    return lines.join(QLatin1Char('\n'));
}

void VerdictCard::setVerdict(const Scene& scene, const JudgedCurve* judged, bool isJudging, bool isLonger)
{
    showProgress(isJudging, isLonger);
    m_why->setChecked(scene.judgement.why);
    const CurveSpec* curve = scene.find(scene.activeCurve);
    m_why->setEnabled(curve != nullptr);
    const bool canGoOn = judged && judged->verdict.standing == Standing::Undecided &&
                         judged->verdict.reason != Reason::TooLarge && judged->patience < kLongPatience;
    m_longer->setVisible(canGoOn && !isLonger);
    if (!judged) {
        // While a slider moves, what was known a moment ago stays until there is something new to say.
        if (!isJudging) {
            m_word->setText(curve ? tr("Nothing to judge") : tr("No curve"));
            m_standing->clear();
            m_trend->clear();
            showWays(scene, {});
            m_reason->setText(curve ? tr("The formula of the active curve cannot be read.")
                                    : tr("Put a curve on the plot first."));
        }
        return;
    }
    const convexity::Verdict& verdict = judged->verdict;
    m_word->setText(QString::fromStdString(verdictWord(verdict.kind, scene.naming, scene.language)));
    const QString interval = QString::fromStdString(intervalText(scene.judgement));
    const QString name = QString::fromStdString(displayName(*curve, scene.language));
    m_standing->setText(verdict.standing == Standing::Proved ? tr("✓ proved: %1 on %2").arg(name, interval)
                        : verdict.standing == Standing::Refuted
                            ? tr("✗ refuted by two chords: %1 on %2").arg(name, interval)
                            : tr("? not decided: %1 on %2").arg(name, interval));
    m_reason->setText(whyText(scene, verdict));
    showWays(scene, verdict);
    m_trend->setText(trendText(judged->monotonicity));
}

void VerdictCard::showProgress(bool isJudging, bool isLonger)
{
    const bool shown = isJudging && isLonger;
    m_stop->setVisible(shown);
    m_progress->setVisible(shown);
    if (shown && !m_tick.isActive()) {
        m_progress->setValue(0);
        m_tick.start();
    } else if (!shown) {
        m_tick.stop();
    }
}

} // namespace secant
