#include <algorithm>

#include <QPainterPathStroker>

#include "widgets/panels/typeset_layout.h"

namespace secant {
namespace {

QPainterPath stroked(const QPainterPath& line, double width)
{
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::FlatCap);
    stroker.setJoinStyle(Qt::MiterJoin);
    return stroker.createStroke(line).simplified();
}

/// ( as a crescent: thick in the middle, thin at its ends.
QPainterPath roundBracket(double height, double width, double thickness)
{
    QPainterPath path({width, 0.0});
    const double bulge = -width / 3.0; // The control points of a curve whose middle touches 0.
    path.cubicTo({bulge, height * 0.28}, {bulge, height * 0.72}, {width, height});
    const double inner = bulge + thickness * 4.0 / 3.0;
    path.cubicTo({inner, height * 0.70}, {inner, height * 0.30}, {width, 0.0});
    path.closeSubpath();
    return path;
}

QPainterPath brace(double height, double width, double thickness)
{
    const double middle = width / 2.0;
    const double half = height / 2.0;
    const double bend = std::min(half * 0.5, width * 1.2);
    QPainterPath path({width, thickness / 2.0});
    path.cubicTo({middle, thickness / 2.0}, {middle, thickness / 2.0}, {middle, bend});
    path.lineTo(middle, half - bend);
    path.cubicTo({middle, half}, {middle, half}, {thickness / 2.0, half});
    path.cubicTo({middle, half}, {middle, half}, {middle, half + bend});
    path.lineTo(middle, height - bend);
    path.cubicTo({middle, height - thickness / 2.0}, {middle, height - thickness / 2.0},
                 {width, height - thickness / 2.0});
    return stroked(path, thickness);
}

QPainterPath mirrored(const QPainterPath& path, double width)
{
    return QTransform(-1.0, 0.0, 0.0, 1.0, width, 0.0).map(path);
}

/// ⌊ if `isFloor`, else ⌈.
QPainterPath cornered(double height, double width, double thickness, bool isFloor)
{
    QPainterPath path;
    path.addRect(0.0, 0.0, thickness, height);
    path.addRect(0.0, isFloor ? height - thickness : 0.0, width, thickness);
    return path.simplified();
}

} // namespace

std::pair<QPainterPath, double> fenceShape(QChar sign, double height, double em)
{
    const double thickness = 0.07 * em;
    const double width = std::min(0.28 * em + 0.04 * height, 0.5 * em);
    switch (sign.unicode()) {
    case u'(':
        return {roundBracket(height, width, 1.5 * thickness), width};
    case u')':
        return {mirrored(roundBracket(height, width, 1.5 * thickness), width), width};
    case u'{':
        return {brace(height, 0.45 * em, thickness), 0.45 * em};
    case u'⌊':
    case u'⌈':
        return {cornered(height, 0.3 * em, thickness, sign == u'⌊'), 0.3 * em};
    case u'⌋':
    case u'⌉':
        return {mirrored(cornered(height, 0.3 * em, thickness, sign == u'⌋'), 0.3 * em), 0.3 * em};
    default: {
        QPainterPath bar;
        bar.addRect(0.0, 0.0, thickness, height);
        return {bar, thickness};
    }
    }
}

QPainterPath rootShape(double width, double height, double em)
{
    const double thin = 0.06 * em;
    const double sign = 0.55 * em;
    QPainterPath line({-sign, height * 0.62});
    line.lineTo(-sign + 0.14 * em, height * 0.56);
    line.lineTo(-sign + 0.30 * em, height);
    line.lineTo(0.0, thin / 2.0);
    line.lineTo(width, thin / 2.0);
    QPainterPath shape = stroked(line, thin);
    QPainterPath heavy({-sign + 0.14 * em, height * 0.56});
    heavy.lineTo(-sign + 0.30 * em, height);
    return shape.united(stroked(heavy, 1.8 * thin));
}

} // namespace secant
