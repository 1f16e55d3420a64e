#include "widgets/panels/parameter_slider.h"

#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/number_edit.h"
#include "widgets/panels/number_text.h"
#include "widgets/panels/slider_track.h"

namespace secant {
namespace {

constexpr int kSymbolWidth = 24;
constexpr int kLongestSymbol = 72;

QString fromUtf8(const std::string& text)
{
    return QString::fromStdString(text);
}

/// The nearest ±{1, 2, 5}·10ⁿ that is not below `value`.
double niceAbove(double value)
{
    if (value == 0.0) {
        return 0.0;
    }
    if (value < 0.0) {
        return -niceStep(-value);
    }
    const double below = niceStep(value);
    return below >= value ? below : niceStep(2.5 * below);
}

double niceBelow(double value)
{
    return -niceAbove(-value);
}

/// The slider's usual range, widened to round ends where the value lies outside.
Range sliderRange(const CurveParameter& parameter)
{
    Range range{parameter.sliderMin, parameter.sliderMax};
    if (parameter.value > range.max) {
        range.max = std::min(niceAbove(parameter.value), parameter.max);
    }
    if (parameter.value < range.min) {
        range.min = std::max(niceBelow(parameter.value), parameter.min);
    }
    return range;
}

std::vector<SliderTrack::Tick> marksOf(const std::vector<CurveParameter::Tick>& ticks)
{
    std::vector<SliderTrack::Tick> marks;
    for (const CurveParameter::Tick& tick : ticks) {
        marks.push_back({tick.value, fromUtf8(tick.label)});
    }
    return marks;
}

} // namespace

QString refusal(const CurveParameter& parameter, double value, double kept)
{
    const bool tooLow = parameter.minIncluded ? value < parameter.min : value <= parameter.min;
    if (!tooLow && value <= parameter.max) {
        return {};
    }
    const QString symbol = fromUtf8(parameter.symbol);
    const QString low = numberText(parameter.min);
    const QString high = numberText(parameter.max);
    const QString old = numberText(kept);
    const bool hasLow = parameter.min > -kMaxCoordinate;
    const bool hasHigh = parameter.max < kMaxCoordinate;
    if (hasLow && hasHigh) {
        return parameter.minIncluded
                   ? ParameterSlider::tr("%1 must lie between %2 and %3; it stays %4.").arg(symbol, low, high, old)
                   : ParameterSlider::tr("%1 must be greater than %2 and at most %3; it stays %4.")
                         .arg(symbol, low, high, old);
    }
    if (tooLow && hasLow) {
        return parameter.minIncluded
                   ? ParameterSlider::tr("%1 must be at least %2; it stays %3.").arg(symbol, low, old)
                   : ParameterSlider::tr("%1 must be greater than %2; it stays %3.").arg(symbol, low, old);
    }
    if (hasHigh) {
        return ParameterSlider::tr("%1 must be at most %2; it stays %3.").arg(symbol, high, old);
    }
    return ParameterSlider::tr("That is too large to compute with; %1 stays %2.").arg(symbol, old);
}

class ParameterSlider::Private {
public:
    explicit Private(ParameterSlider* slider);

    void updateTrack(bool sameParameter);
    void updateTexts();
    void take(double value, EditPhase phase);
    void judge(double typed);
    void reset();

    ParameterSlider* q;
    ElidedLabel* symbol;
    SliderTrack* track;
    NumberEdit* edit;
    MessageLabel* message;
    CurveParameter parameter;
    Range range;
    bool logarithmic = false;
    QString name;
    QString tip;
};

ParameterSlider::Private::Private(ParameterSlider* slider)
    : q(slider),
      symbol(new ElidedLabel(slider)),
      track(new SliderTrack(slider)),
      edit(new NumberEdit(slider)),
      message(new MessageLabel(slider))
{
    track->setObjectName(QStringLiteral("track"));
    edit->setObjectName(QStringLiteral("value"));
    symbol->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    symbol->setFixedWidth(kSymbolWidth);
    auto* row = new QHBoxLayout;
    row->setSpacing(kHalfGap);
    row->addWidget(symbol);
    row->addWidget(track, 1);
    row->addWidget(edit);
    auto* column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(message);
    connect(track, &SliderTrack::moved, q, [this](double value, EditPhase phase) { take(value, phase); });
    connect(track, &SliderTrack::resetRequested, q, [this] { reset(); });
    connect(edit, &NumberEdit::valueTyped, q, [this](double typed) { judge(typed); });
    connect(edit, &NumberEdit::refused, q, [this](const QString& why) { message->showSentence(why); });
    connect(edit, &NumberEdit::stepRequested, q, [this](int steps, bool fine) { track->stepBy(steps, fine); });
}

void ParameterSlider::Private::updateTrack(bool sameParameter)
{
    if (track->isDragging()) {
        return;
    }
    Range wanted = sliderRange(parameter);
    if (sameParameter && parameter.value != parameter.standard) {
        // A range that was widened once stays so while one moves about in it.
        wanted = {std::min(wanted.min, range.min), std::max(wanted.max, range.max)};
    }
    range = wanted;
    track->setRange(range.min, range.max, logarithmic);
    track->setOpenEnd(parameter.minIncluded ? std::nullopt : std::optional(parameter.min));
    track->setOrigin(logarithmic ? range.min : 0.0);
    track->setTicks(marksOf(parameter.ticks));
    track->setChanges(marksOf(parameter.changes));
    track->setValue(parameter.value);
}

void ParameterSlider::Private::updateTexts()
{
    const QString sign = fromUtf8(parameter.symbol);
    const QFontMetrics metrics(symbol->font());
    symbol->setFixedWidth(std::clamp(metrics.horizontalAdvance(sign) + 4, kSymbolWidth, kLongestSymbol));
    symbol->setFullText(sign);
    const QString spoken = name.isEmpty() ? sign : name;
    track->setAccessibleName(ParameterSlider::tr("%1, slider").arg(spoken));
    edit->setAccessibleName(spoken);
    const QString use = ParameterSlider::tr("Drag %1 (Shift: finer); a double click brings back %2.")
                            .arg(sign, numberText(parameter.standard));
    track->setToolTip(tip.isEmpty() ? use : tip + QLatin1Char(' ') + use);
    edit->setToolTip(ParameterSlider::tr("Type a value for %1, for example 0.25 or 1/3.").arg(sign));
}

void ParameterSlider::Private::take(double value, EditPhase phase)
{
    parameter.value = value;
    track->setValue(value);
    edit->setValue(value);
    message->showSentence({});
    emit q->edited(value, phase);
}

void ParameterSlider::Private::judge(double typed)
{
    const QString why = refusal(parameter, typed, parameter.value);
    message->showSentence(why);
    if (!why.isEmpty() || typed == parameter.value) {
        return;
    }
    parameter.value = typed;
    updateTrack(true);
    take(typed, EditPhase::Single);
}

void ParameterSlider::Private::reset()
{
    if (parameter.value == parameter.standard) {
        return;
    }
    parameter.value = parameter.standard;
    updateTrack(true);
    take(parameter.standard, EditPhase::Single);
}

ParameterSlider::ParameterSlider(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setParameter(CurveParameter());
}

ParameterSlider::~ParameterSlider() = default;

void ParameterSlider::setParameter(const CurveParameter& parameter)
{
    const bool same = d->parameter.name == parameter.name && d->parameter.sliderMin == parameter.sliderMin &&
                      d->parameter.sliderMax == parameter.sliderMax;
    if (!same || d->parameter.value != parameter.value) {
        d->message->showSentence({});
    }
    const bool sameTexts = d->parameter.symbol == parameter.symbol && d->parameter.standard == parameter.standard;
    d->parameter = parameter;
    d->updateTrack(same);
    if (!sameTexts) {
        d->updateTexts();
    }
    d->edit->setValue(parameter.value);
}

void ParameterSlider::setLogarithmic(bool logarithmic)
{
    d->logarithmic = logarithmic;
    d->updateTrack(true);
}

void ParameterSlider::setDescription(const QString& name, const QString& tip)
{
    if (name != d->name || tip != d->tip) {
        d->name = name;
        d->tip = tip;
        d->updateTexts();
    }
}

double ParameterSlider::value() const
{
    return d->parameter.value;
}

QString ParameterSlider::message() const
{
    return d->message->text();
}

void ParameterSlider::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* reset = menu->addAction(tr("Reset to %1").arg(numberText(d->parameter.standard)));
    reset->setEnabled(d->parameter.value != d->parameter.standard);
    connect(reset, &QAction::triggered, this, [this] { d->reset(); });
    if (!d->parameter.ticks.empty()) {
        menu->addSeparator();
    }
    for (const CurveParameter::Tick& tick : d->parameter.ticks) {
        QAction* action =
            menu->addAction(tr("%1: %2", "value: frameworks").arg(numberText(tick.value), fromUtf8(tick.label)));
        connect(action, &QAction::triggered, this, [this, value = tick.value] { d->judge(value); });
    }
    if (!d->parameter.changes.empty()) {
        menu->addSeparator();
    }
    for (const CurveParameter::Tick& change : d->parameter.changes) {
        QAction* action = menu->addAction(fromUtf8(change.label));
        connect(action, &QAction::triggered, this, [this, value = change.value] { d->judge(value); });
    }
    menu->popup(event->globalPos());
}

} // namespace secant
