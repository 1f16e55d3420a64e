#include "widgets/plot/readout_table.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace secant {
namespace {

constexpr std::size_t kMostRows = 12;
constexpr double kPadding = 8.0;
constexpr double kColumnGap = 14.0;
constexpr double kSample = 22.0;
constexpr double kFromPointer = 18.0;
constexpr double kNameLimit = 190.0;

QFont rowFont(const QFont& base, bool active)
{
    QFont font = base;
    font.setWeight(active ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

ReadoutTable::ReadoutTable(const Readout& readout, const PlotFonts& fonts) : m_fonts(fonts)
{
    addRows(readout);
    measure();
}

void ReadoutTable::addRows(const Readout& readout)
{
    m_rows.push_back({.cells = {QStringLiteral("x = ") + QString::fromStdString(readout.xText), QStringLiteral("f"),
                                QStringLiteral("f\u2032"), QStringLiteral("f\u2033")}});
    std::vector<const ReadoutRow*> shown;
    for (const ReadoutRow& row : readout.rows) {
        shown.push_back(&row);
    }
    if (shown.size() > kMostRows) {
        // The active curve is never among the ones left out.
        std::stable_partition(shown.begin(), shown.end(), [](const ReadoutRow* row) { return row->active; });
        shown.resize(kMostRows);
    }
    const QFontMetricsF metrics(m_fonts.text);
    for (const ReadoutRow* row : shown) {
        m_rows.push_back({.style = row->style,
                          .curve = true,
                          .active = row->active,
                          .cells = {metrics.elidedText(QString::fromStdString(row->name), Qt::ElideRight, kNameLimit),
                                    QString::fromStdString(row->valueText), QString::fromStdString(row->slopeText),
                                    QString::fromStdString(row->curvatureText)}});
    }
    if (readout.rows.size() > shown.size()) {
        const int hidden = static_cast<int>(readout.rows.size() - shown.size());
        m_rows.push_back({.cells = {QCoreApplication::translate("secant::FigureView", "+ %n more", nullptr, hidden),
                                    QString(), QString(), QString()}});
    }
}

void ReadoutTable::measure()
{
    const QFontMetricsF metrics(rowFont(m_fonts.text, true)); // The widest that a row may become.
    for (const Row& row : m_rows) {
        for (std::size_t column = 0; column < m_widths.size(); ++column) {
            const double indent = column == 0 && row.curve ? kSample + 7.0 : 0.0;
            const double width = metrics.horizontalAdvance(row.cells[static_cast<qsizetype>(column)]) + indent;
            m_widths[column] = std::max(m_widths[column], width);
        }
    }
    m_rowHeight = metrics.height() + 3.0;
    double width = 2.0 * kPadding + 3.0 * kColumnGap;
    for (const double column : m_widths) {
        width += column;
    }
    m_size = QSizeF(std::ceil(width), std::ceil(2.0 * kPadding - 2.0 + m_rowHeight * double(m_rows.size())));
}

QRectF ReadoutTable::placed(QPointF pointer, const QRectF& room) const
{
    QRectF box(pointer + QPointF(kFromPointer, kFromPointer), m_size);
    if (box.right() > room.right()) {
        box.moveRight(pointer.x() - kFromPointer);
    }
    if (box.bottom() > room.bottom()) {
        box.moveBottom(pointer.y() - kFromPointer);
    }
    box.moveLeft(std::max(room.left(), box.left()));
    box.moveTop(std::max(room.top(), box.top()));
    // Pushed back over the pointer in a small window: go above or below it, whichever is roomier.
    if (box.adjusted(-4.0, -4.0, 4.0, 4.0).contains(pointer)) {
        const bool below = room.bottom() - pointer.y() > pointer.y() - room.top();
        box.moveTop(below ? pointer.y() + kFromPointer : pointer.y() - kFromPointer - box.height());
    }
    return {QPointF(std::round(box.left()), std::round(box.top())), box.size()};
}

void ReadoutTable::paint(QPainter& painter, const QRectF& box, const FigurePalette& palette) const
{
    QColor ground = palette.labelBacking;
    ground.setAlpha(240);
    painter.setPen(QPen(palette.frame, 1.0));
    painter.setBrush(ground);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0);
    double middle = box.top() + kPadding - 1.0 + m_rowHeight / 2.0;
    for (const Row& row : m_rows) {
        double right = box.left() + kPadding;
        painter.setFont(rowFont(m_fonts.text, row.active));
        const QFontMetricsF metrics(painter.font());
        for (std::size_t column = 0; column < m_widths.size(); ++column) {
            right += m_widths[column] + (column > 0 ? kColumnGap : 0.0);
            const QString& cell = row.cells[static_cast<qsizetype>(column)];
            const double indent = row.curve ? kSample + 7.0 : 0.0;
            const double left = column == 0 ? box.left() + kPadding + indent : right - metrics.horizontalAdvance(cell);
            painter.setPen(row.curve || column == 0 ? palette.text : palette.mutedText);
            painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2.0), cell);
        }
        if (row.curve) {
            const CurveStyle& style = palette.curve(row.style);
            const double left = box.left() + kPadding + 1.0;
            QPainterPath sample;
            for (const Polyline& dash : dashed({{left, middle}, {left + kSample - 2.0, middle}}, style.dashes, 2.0)) {
                sample.moveTo(dash.front());
                sample.lineTo(dash.back());
            }
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(style.color, 2.0, Qt::SolidLine, Qt::RoundCap));
            painter.drawPath(sample);
        }
        middle += m_rowHeight;
    }
}

} // namespace secant
