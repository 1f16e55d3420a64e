#pragma once

#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QPen>
#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace secant {

/// What was painted, as plain values in logical pixels: the writers of SVG and TikZ read this and nothing else, so that
/// whatever the window learns to draw they can write.

struct DrawnPath {
    QPainterPath path;
    QPen pen = QPen(Qt::NoPen); ///< Its width is in pixels.
    QColor fill;                ///< Invalid: not filled.
    std::optional<QRectF> clip;
};

struct DrawnText {
    QPointF at; ///< Left end of the base line.
    QString text;
    QFont font;        ///< Sized in pixels.
    double size = 0.0; ///< Of the font in pixels, more exactly than `font` says it.
    double width = 0.0;
    QColor color;
    std::optional<QRectF> clip;
};

using DrawnItem = std::variant<DrawnPath, DrawnText>;

struct Drawing {
    QSizeF size;
    std::vector<DrawnItem> items; ///< Back to front.
};

/// Runs `paint` on a painter that writes everything down. Pixmaps are left out: a figure has none.
[[nodiscard]] Drawing record(const QSizeF& size, const std::function<void(QPainter&)>& paint);

/// The letters of a text as a filled path.
[[nodiscard]] DrawnPath outlined(const DrawnText& text);

/// A coordinate in at most three decimals, written alike in every locale; never "-0".
[[nodiscard]] QByteArray shortNumber(double number);

} // namespace secant
