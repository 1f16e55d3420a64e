#include "widgets/panels/formula_edit.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/formula_history.h"
#include "widgets/panels/matching_bracket.h"

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

std::pair<double, double> FormulaEdit::pixelsOf(qsizetype begin, qsizetype end) const
{
    QTextLayout layout(text(), font());
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    // The line may be scrolled: the cursor's place on the screen and in the layout tell by how much. Its rectangle is
    // centred on it.
    const QRect cursor = cursorRect();
    const double shift = cursor.x() + cursor.width() / 2 - line.cursorToX(cursorPosition());
    return {line.cursorToX(static_cast<int>(begin)) + shift, line.cursorToX(static_cast<int>(end)) + shift};
}

std::optional<std::pair<double, double>> FormulaEdit::markedPixels() const
{
    if (!m_mark || text().isEmpty()) {
        return std::nullopt;
    }
    const auto [from, to] = pixelsOf(utf16Index(text(), m_mark->begin), utf16Index(text(), m_mark->end));
    return std::pair{from, std::max(to, from + fontMetrics().averageCharWidth())};
}

void FormulaEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBrackets(painter);
    const auto pixels = markedPixels();
    if (!pixels) {
        return;
    }
    const double left = std::max(pixels->first, 4.0);
    const double right = std::min(pixels->second, width() - 4.0);
    const double bottom = std::min((height() + fontMetrics().height()) / 2.0 + 1.0, height() - 2.0);
    painter.setPen(QPen(errorColor(palette()), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(wave(left, right, bottom));
}

void FormulaEdit::paintBrackets(QPainter& painter) const
{
    const auto pair = hasFocus() ? matchingBracket(text(), cursorPosition()) : std::nullopt;
    if (!pair) {
        return;
    }
    QColor color = pair->partner ? palette().color(QPalette::Highlight) : errorColor(palette());
    color.setAlphaF(0.3F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const qsizetype at : {pair->at, pair->partner.value_or(pair->at)}) {
        const auto [from, to] = pixelsOf(at, at + 1);
        const double high = fontMetrics().height();
        const QRectF box(from, (height() - high) / 2.0, to - from, high);
        if (box.left() >= 0.0 && box.right() <= width()) {
            painter.drawRoundedRect(box, 2.0, 2.0);
        }
        if (!pair->partner) {
            return;
        }
    }
}

void FormulaEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isUp = event->key() == Qt::Key_Up;
    if (m_history && (isUp || event->key() == Qt::Key_Down) && event->modifiers() == Qt::NoModifier) {
        browse(isUp ? -1 : 1);
        event->accept();
        return;
    }
    m_browsed.reset();
    QLineEdit::keyPressEvent(event);
}

void FormulaEdit::browse(int step)
{
    const QStringList& formulas = m_history->formulas();
    if (!m_browsed) {
        m_draft = text();
    }
    const qsizetype from = m_browsed.value_or(formulas.size());
    qsizetype at = std::min(from, formulas.size()) + step;
    // What stands in the line already is passed over.
    if (step < 0 && at >= 0 && formulas[at] == text()) {
        --at;
    }
    if (at < 0 || at > formulas.size()) {
        return;
    }
    m_browsed = at;
    selectAll();
    insert(at == formulas.size() ? m_draft : formulas[at]);
}

} // namespace secant
