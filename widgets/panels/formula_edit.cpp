#include "widgets/panels/formula_edit.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include "widgets/panels/appearance.h"

namespace secant {
namespace {

constexpr double kWaveLength = 4.0;
constexpr double kWaveHeight = 2.0;

QPainterPath wave(double from, double to, double y)
{
    QPainterPath path({from, y});
    bool up = true;
    for (double x = from; x < to; x += kWaveLength / 2.0) {
        path.lineTo(std::min(x + kWaveLength / 2.0, to), up ? y - kWaveHeight : y);
        up = !up;
    }
    return path;
}

} // namespace

qsizetype utf16Index(const QString& text, std::size_t codePoint)
{
    qsizetype at = 0;
    for (; codePoint > 0 && at < text.size(); --codePoint) {
        const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        at += isPair ? 2 : 1;
    }
    return at;
}

void FormulaEdit::setMark(const std::optional<SourceRange>& mark)
{
    m_mark = mark;
    update();
}

std::optional<std::pair<double, double>> FormulaEdit::markedPixels() const
{
    if (!m_mark || text().isEmpty()) {
        return std::nullopt;
    }
    QTextLayout layout(text(), font());
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    // The line may be scrolled: the cursor's place on the screen and in the layout tell by how much. Its rectangle is
    // centred on it.
    const QRect cursor = cursorRect();
    const double shift = cursor.x() + cursor.width() / 2 - line.cursorToX(cursorPosition());
    const double from = line.cursorToX(static_cast<int>(utf16Index(text(), m_mark->begin))) + shift;
    const double to = line.cursorToX(static_cast<int>(utf16Index(text(), m_mark->end))) + shift;
    return std::pair{from, std::max(to, from + fontMetrics().averageCharWidth())};
}

void FormulaEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const auto pixels = markedPixels();
    if (!pixels) {
        return;
    }
    const double left = std::max(pixels->first, 4.0);
    const double right = std::min(pixels->second, width() - 4.0);
    const double bottom = std::min((height() + fontMetrics().height()) / 2.0 + 1.0, height() - 2.0);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(errorColor(palette()), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(wave(left, right, bottom));
}

} // namespace secant
