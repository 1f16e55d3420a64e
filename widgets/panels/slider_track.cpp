#include "widgets/panels/slider_track.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <QAccessible>
#include <QFocusEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QToolTip>
#include <QWheelEvent>

#include "widgets/panels/number_text.h"
#include "widgets/panels/slider_accessible.h"

namespace secant {
namespace {

constexpr double kHandleRadius = 7.0;
constexpr double kMargin = kHandleRadius + 2.0; // Room for the focus ring at both ends.
constexpr double kTickReach = 5.0;
constexpr double kWedge = 4.0; // Half the width of the mark of a change.
constexpr int kPageSteps = 10;
constexpr int kWheelSteps = 2;
constexpr int kWheelNotch = 120; // Eighths of a degree, as Qt counts.
constexpr int kWheelPauseMs = 400;

bool isFine(Qt::KeyboardModifiers modifiers)
{
    return modifiers.testFlag(Qt::ShiftModifier);
}

} // namespace

SliderTrack::SliderTrack(QWidget* parent) : QWidget(parent), m_wheelTimer(new QTimer(this))
{
    installSliderAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    m_wheelTimer->setSingleShot(true);
    m_wheelTimer->setInterval(kWheelPauseMs);
    connect(m_wheelTimer, &QTimer::timeout, this, &SliderTrack::finish);
}

SliderTrack::~SliderTrack() = default;

void SliderTrack::setRange(double min, double max, bool logarithmic)
{
    if (!std::isfinite(min)) {
        min = 0.0;
    }
    if (!std::isfinite(max) || !std::isfinite(max - min) || !(min < max)) {
        min -= 0.5;
        max = min + 1.0;
    }
    m_logarithmic = logarithmic && min > 0.0;
    m_min = min;
    m_max = max;
    update();
}

void SliderTrack::setOpenEnd(std::optional<double> end)
{
    m_openEnd = end;
}

void SliderTrack::setOrigin(double origin)
{
    m_origin = origin;
    update();
}

void SliderTrack::setTicks(std::vector<Tick> ticks)
{
    m_ticks = std::move(ticks);
    update();
}

void SliderTrack::setChanges(std::vector<Tick> changes)
{
    m_changes = std::move(changes);
    QStringList texts;
    for (const Tick& change : m_changes) {
        texts << change.label;
    }
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
    update();
}

void SliderTrack::setValue(double value)
{
    if (m_dragging || !std::isfinite(value) || value == m_value) {
        return;
    }
    m_value = value;
    update();
    QAccessibleValueChangeEvent change(this, value);
    QAccessible::updateAccessibility(&change);
}

double SliderTrack::fraction(double value) const
{
    const double share =
        m_logarithmic ? std::log(value / m_min) / std::log(m_max / m_min) : (value - m_min) / (m_max - m_min);
    return std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0;
}

double SliderTrack::atFraction(double fraction) const
{
    const double share = std::clamp(fraction, 0.0, 1.0);
    return m_logarithmic ? m_min * std::pow(m_max / m_min, share) : m_min + (m_max - m_min) * share;
}

double SliderTrack::toPixel(double value) const
{
    return kMargin + fraction(value) * (width() - 2.0 * kMargin);
}

double SliderTrack::toValue(double pixel) const
{
    return atFraction((pixel - kMargin) / std::max(1.0, width() - 2.0 * kMargin));
}

double SliderTrack::snappedTo(double value, bool fine) const
{
    double step = 0.0;
    if (m_logarithmic) {
        step = std::pow(10.0, std::floor(std::log10(value)) - (fine ? 2.0 : 1.0));
    } else {
        step = niceStep((m_max - m_min) / 200.0) * (fine ? 0.1 : 1.0);
    }
    if (!(step > 0.0)) {
        return std::clamp(value, m_min, m_max);
    }
    const double inside = std::clamp(snapped(value, step), m_min, m_max);
    return m_openEnd && inside <= *m_openEnd ? *m_openEnd + step : inside;
}

double SliderTrack::stepped(int steps, bool fine) const
{
    if (m_logarithmic) {
        // 200 steps across; at least one unit of the snapping so that every key press is felt.
        const double next = atFraction(fraction(m_value) + steps * (fine ? 0.0005 : 0.005));
        const double snap = snappedTo(next, fine);
        const double unit = std::pow(10.0, std::floor(std::log10(m_value)) - (fine ? 2.0 : 1.0));
        return stoppedAtChange(snap != m_value ? snap : snappedTo(m_value + (steps > 0 ? unit : -unit), fine));
    }
    const double step = niceStep((m_max - m_min) / 200.0) * (fine ? 0.1 : 1.0);
    return stoppedAtChange(snappedTo(m_value + steps * step, fine));
}

const SliderTrack::Tick* SliderTrack::nearest(const std::vector<Tick>& ticks, double pixel) const
{
    const Tick* found = nullptr;
    for (const Tick& tick : ticks) {
        const double distance = std::abs(toPixel(tick.value) - pixel);
        if (tick.value >= m_min && tick.value <= m_max && distance <= kTickReach &&
            (!found || distance < std::abs(toPixel(found->value) - pixel))) {
            found = &tick;
        }
    }
    return found;
}

/// Where a drag to this value leads.
double SliderTrack::attracted(double value, bool fine) const
{
    const Tick* change = fine ? nullptr : nearest(m_changes, toPixel(value));
    return change ? change->value : snappedTo(value, fine);
}

/// The first change between the present value and the target, else the target.
double SliderTrack::stoppedAtChange(double target) const
{
    for (const Tick& change : m_changes) {
        const bool isBetween =
            (change.value > m_value && change.value < target) || (change.value < m_value && change.value > target);
        target = isBetween ? change.value : target;
    }
    return target;
}

void SliderTrack::report(double value, Gesture gesture)
{
    if (value == m_value) {
        return;
    }
    if (m_begun && m_gesture != gesture) {
        finish();
    }
    const EditPhase phase = m_begun ? EditPhase::Move : EditPhase::Begin;
    m_begun = true;
    m_gesture = gesture;
    m_value = value;
    update();
    QAccessibleValueChangeEvent change(this, value);
    QAccessible::updateAccessibility(&change);
    emit moved(value, phase);
}

void SliderTrack::finish()
{
    m_wheelTimer->stop();
    if (std::exchange(m_begun, false)) {
        m_gesture = Gesture::None;
        emit moved(m_value, EditPhase::End);
    }
}

void SliderTrack::stepBy(int steps, bool fine)
{
    finish();
    const double target = stepped(steps, fine);
    if (target != m_value) {
        setValue(target);
        emit moved(target, EditPhase::Single);
    }
}

void SliderTrack::anchorAt(double pixel, double fraction, bool fine)
{
    m_anchorPixel = pixel;
    m_anchorFraction = fraction;
    m_anchorFine = fine;
}

void SliderTrack::dragTo(double pixel, bool fine)
{
    if (fine != m_anchorFine) {
        // From here on the other gear, without a jump.
        anchorAt(pixel, fraction(m_value), fine);
        return;
    }
    const double travel = (pixel - m_anchorPixel) / std::max(1.0, width() - 2.0 * kMargin);
    report(attracted(atFraction(m_anchorFraction + travel * (fine ? 0.1 : 1.0)), fine), Gesture::Mouse);
}

void SliderTrack::cancelDrag()
{
    m_dragging = false;
    report(m_startValue, Gesture::Mouse);
    finish();
}

void SliderTrack::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    finish();
    const double pixel = event->position().x();
    const bool fine = isFine(event->modifiers());
    m_startValue = m_value;
    m_dragging = true;
    if (std::abs(pixel - toPixel(m_value)) > kHandleRadius + 2.0) {
        report(attracted(toValue(pixel), fine), Gesture::Mouse);
    }
    anchorAt(pixel, fraction(m_value), fine);
    update();
}

void SliderTrack::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) {
        dragTo(event->position().x(), isFine(event->modifiers()));
    }
}

void SliderTrack::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_dragging) {
        m_dragging = false;
        finish();
        update();
    }
}

void SliderTrack::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        emit resetRequested();
    }
}

std::optional<double> SliderTrack::keyTarget(const QKeyEvent& event) const
{
    const bool fine = isFine(event.modifiers());
    switch (event.key()) {
    case Qt::Key_Right:
    case Qt::Key_Up:
        return stepped(1, fine);
    case Qt::Key_Left:
    case Qt::Key_Down:
        return stepped(-1, fine);
    case Qt::Key_PageUp:
        return stepped(kPageSteps, fine);
    case Qt::Key_PageDown:
        return stepped(-kPageSteps, fine);
    case Qt::Key_Home:
        return m_openEnd && m_min <= *m_openEnd ? snappedTo(m_min, true) : m_min;
    case Qt::Key_End:
        return m_max;
    default:
        return std::nullopt;
    }
}

void SliderTrack::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_dragging) {
        cancelDrag();
        return;
    }
    const std::optional<double> target = keyTarget(*event);
    if (!target || m_dragging) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->isAutoRepeat()) {
        report(*target, Gesture::Key);
        return;
    }
    finish();
    if (*target != m_value) {
        setValue(*target);
        emit moved(*target, EditPhase::Single);
    }
}

void SliderTrack::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat() && m_gesture == Gesture::Key) {
        finish();
    }
    QWidget::keyReleaseEvent(event);
}

void SliderTrack::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus() || m_dragging) {
        event->ignore();
        return;
    }
    m_wheelRest += event->angleDelta().y();
    const int notches = m_wheelRest / kWheelNotch;
    m_wheelRest -= notches * kWheelNotch;
    if (notches != 0) {
        report(stepped(notches * kWheelSteps, isFine(event->modifiers())), Gesture::Wheel);
        m_wheelTimer->start();
    }
    event->accept();
}

void SliderTrack::focusOutEvent(QFocusEvent* event)
{
    if (!m_dragging) {
        finish();
    }
    QWidget::focusOutEvent(event);
    update();
}

bool SliderTrack::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Tick* change = nearest(m_changes, help->pos().x());
        const Tick* tick = nearest(m_ticks, help->pos().x());
        QStringList lines;
        if (change) {
            lines << change->label;
        }
        if (tick) {
            lines << tr("%1: %2", "value: frameworks").arg(numberText(tick->value), tick->label);
        }
        if (!lines.isEmpty()) {
            const double at = toPixel(change ? change->value : tick->value);
            const QRect area(static_cast<int>(at - kTickReach), 0, 2 * static_cast<int>(kTickReach), height());
            QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this, area);
            return true;
        }
    }
    return QWidget::event(event);
}

QSize SliderTrack::sizeHint() const
{
    return {120, 26};
}

QSize SliderTrack::minimumSizeHint() const
{
    return {60, 26};
}

void SliderTrack::paintGroove(QPainter& painter) const
{
    const double middle = height() / 2.0 - 2.0;
    const QColor accent = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRoundedRect(QRectF(kMargin - 2.0, middle - 2.0, width() - 2.0 * kMargin + 4.0, 4.0), 2.0, 2.0);
    const double from = toPixel(m_origin);
    const double to = toPixel(m_value);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(std::min(from, to), middle - 2.0, std::abs(to - from), 4.0), 2.0, 2.0);
    for (const Tick& tick : m_ticks) {
        if (tick.value < m_min || tick.value > m_max) {
            continue;
        }
        painter.setBrush(palette().color(QPalette::PlaceholderText));
        painter.drawRoundedRect(QRectF(toPixel(tick.value) - 1.0, middle + 8.0, 2.0, 5.0), 1.0, 1.0);
    }
}

/// A small wedge that points down at the groove.
void SliderTrack::paintChanges(QPainter& painter) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const double groove = height() / 2.0 - 4.0;
    for (const Tick& change : m_changes) {
        if (change.value >= m_min && change.value <= m_max) {
            const double x = toPixel(change.value);
            const std::array<QPointF, 3> wedge{QPointF(x - kWedge, groove - 1.6 * kWedge),
                                               QPointF(x + kWedge, groove - 1.6 * kWedge), QPointF(x, groove)};
            painter.drawConvexPolygon(wedge.data(), static_cast<int>(wedge.size()));
        }
    }
}

void SliderTrack::paintHandle(QPainter& painter) const
{
    const QPointF middle(toPixel(m_value), height() / 2.0 - 2.0);
    const QColor accent = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    if (hasFocus()) {
        QColor halo = accent;
        halo.setAlpha(90);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(middle, kHandleRadius + 2.0, kHandleRadius + 2.0);
    }
    painter.setPen(QPen(accent, 2.0));
    painter.setBrush(m_dragging || underMouse() ? accent : palette().color(QPalette::Base));
    painter.drawEllipse(middle, kHandleRadius - 1.5, kHandleRadius - 1.5);
}

void SliderTrack::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGroove(painter);
    paintHandle(painter);
    paintChanges(painter);
}

} // namespace secant
