#include "widgets/panels/typeset.h"

#include <algorithm>

#include <QPainter>

#include "widgets/panels/typeset_layout.h"

namespace secant {

void Typeset::place(const Typeset& part, double x, double y)
{
    for (const Glyphs& glyph : part.glyphs) {
        glyphs.push_back({glyph.text, glyph.at + QPointF(x, y), glyph.pixelSize, glyph.italic});
    }
    for (const QPainterPath& shape : part.shapes) {
        shapes.push_back(shape.translated(x, y));
    }
    width = std::max(width, x + part.width);
    ascent = std::max(ascent, part.ascent - y);
    descent = std::max(descent, part.descent + y);
}

void Typeset::paint(QPainter& painter, QPointF at) const
{
    painter.save();
    painter.translate(at);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Glyphs& glyph : glyphs) {
        painter.setFont(formulaFont(glyph.pixelSize, glyph.italic));
        painter.drawText(glyph.at, glyph.text);
    }
    for (const QPainterPath& shape : shapes) {
        painter.fillPath(shape, painter.pen().color());
    }
    painter.restore();
}

QFont formulaFont(int pixelSize, bool italic)
{
    QFont font(QStringList{QStringLiteral("DejaVu Serif"), QStringLiteral("Noto Serif"), QStringLiteral("Serif")});
    font.setStyleHint(QFont::Serif);
    font.setPixelSize(pixelSize);
    font.setItalic(italic);
    font.setHintingPreference(QFont::PreferNoHinting); // Widths then do not depend on the scale of the screen.
    return font;
}

std::optional<Typeset> typeset(const QString& latex, int pixelSize)
{
    constexpr qsizetype kLongest = 4000;
    if (latex.size() > kLongest) {
        return std::nullopt;
    }
    return TypesetLayout(latex, pixelSize).run();
}

} // namespace secant
