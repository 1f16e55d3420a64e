#include "widgets/panels/swatch.h"

#include <QPainter>

#include "widgets/panels/appearance.h"
#include "widgets/plot/palette.h"
#include "widgets/plot/region_pattern.h"

namespace secant {
namespace {

constexpr double kPenWidth = 2.5;

} // namespace

LineSample::LineSample(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LineSample::setStyleSlot(int slot)
{
    if (m_slot != slot) {
        m_slot = slot;
        update();
    }
}

void LineSample::setDark(bool dark)
{
    m_dark = dark;
    update();
}

void LineSample::setFaded(bool faded)
{
    if (m_faded != faded) {
        m_faded = faded;
        update();
    }
}

QSize LineSample::sizeHint() const
{
    return {40, 16};
}

void LineSample::paintEvent(QPaintEvent*)
{
    const CurveStyle& style = figurePalette(FigureTheme::Window, m_dark).curve(m_slot);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_faded ? 0.35 : 1.0);
    QPen pen(style.color, kPenWidth, Qt::SolidLine, Qt::FlatCap);
    if (!style.dashes.isEmpty()) {
        pen.setDashPattern(style.dashes);
    }
    painter.setPen(pen);
    const double middle = height() / 2.0;
    painter.drawLine(QPointF(1.0, middle), QPointF(width() - 1.0, middle));
}

RegionSample::RegionSample(RegionKind kind, QWidget* parent) : QWidget(parent), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RegionSample::setStyleSlot(int slot)
{
    if (m_slot != slot) {
        m_slot = slot;
        update();
    }
}

QSize RegionSample::sizeHint() const
{
    return {32, 16};
}

void RegionSample::paintEvent(QPaintEvent*)
{
    const FigurePalette& colors = figurePalette(FigureTheme::Window, isDark(palette()));
    const QColor ink = colors.curve(m_slot).color;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF field = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.fillRect(field, colors.background);
    paintRegion(painter, field, field.topLeft(), m_kind, ink);
    painter.setPen(QPen(ink, 1.0));
    painter.drawRect(field);
}

} // namespace secant
