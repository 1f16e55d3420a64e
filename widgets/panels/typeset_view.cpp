#include "widgets/panels/typeset_view.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QFontInfo>
#include <QPainter>

namespace secant {
namespace {

constexpr double kSmallestScale = 0.7;
constexpr double kFadeWidth = 24.0;
constexpr int kMargin = 2;

} // namespace

TypesetView::TypesetView(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TypesetView::setFormula(const QString& latex, const QString& name)
{
    setAccessibleName(name);
    if (latex == m_latex) {
        return;
    }
    m_latex = latex;
    setToolTip(latex.toHtmlEscaped());
    layOut();
}

void TypesetView::layOut()
{
    m_typeset = m_latex.isEmpty() ? std::nullopt : typeset(m_latex, QFontInfo(font()).pixelSize() + 1);
    updateGeometry();
    update();
}

double TypesetView::scaleFor(int width) const
{
    const double room = width - 2.0 * kMargin;
    return m_typeset && m_typeset->width > room ? std::max(kSmallestScale, room / m_typeset->width) : 1.0;
}

QSize TypesetView::sizeHint() const
{
    const int width = m_typeset ? static_cast<int>(std::ceil(m_typeset->width)) + 2 * kMargin : 0;
    return {width, heightForWidth(width)};
}

QSize TypesetView::minimumSizeHint() const
{
    return {0, m_typeset ? heightForWidth(0) : 0};
}

int TypesetView::heightForWidth(int width) const
{
    return m_typeset ? static_cast<int>(std::ceil(scaleFor(width) * m_typeset->height())) + 2 * kMargin : 0;
}

void TypesetView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        layOut();
    }
}

void TypesetView::paintEvent(QPaintEvent*)
{
    if (!m_typeset) {
        return;
    }
    QPainter painter(this);
    const double scale = scaleFor(width());
    const QColor ink = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
    QPen pen(ink);
    if (scale * m_typeset->width > width() - 2.0 * kMargin) {
        QLinearGradient fade(width() - kMargin - kFadeWidth, 0.0, width() - kMargin, 0.0);
        QColor gone = ink;
        gone.setAlpha(0);
        fade.setColorAt(0.0, ink);
        fade.setColorAt(1.0, gone);
        pen = QPen(QBrush(fade), 1.0);
    }
    painter.setPen(pen);
    painter.translate(kMargin, kMargin);
    painter.scale(scale, scale);
    m_typeset->paint(painter, {0.0, m_typeset->ascent});
}

} // namespace secant
