#include "widgets/plot/view_edit.h"

#include <algorithm>
#include <cmath>

namespace secant {
namespace {

bool isUsable(const Range& range)
{
    return std::isfinite(range.min) && std::isfinite(range.max) && range.min < range.max;
}

} // namespace

Range panned(const Range& range, double fraction)
{
    const double step = (range.max - range.min) * fraction;
    return {.min = range.min + step, .max = range.max + step};
}

Range zoomed(const Range& range, double at, double factor)
{
    const double size = range.max - range.min;
    const double fixed = range.min + at * size;
    return {.min = fixed - at * size * factor, .max = fixed + (1.0 - at) * size * factor};
}

Range part(const Range& range, double from, double to)
{
    const double size = range.max - range.min;
    return {.min = range.min + std::min(from, to) * size, .max = range.min + std::max(from, to) * size};
}

bool isUsable(const View& view)
{
    return isUsable(view.x) && std::all_of(view.y.begin(), view.y.end(), [](const Range& y) { return isUsable(y); });
}

QPointF fractionIn(const QRectF& rect, QPointF pixel)
{
    if (rect.isEmpty()) {
        return {0.5, 0.5};
    }
    return {(pixel.x() - rect.left() - 0.5) / rect.width(), (rect.bottom() - 0.5 - pixel.y()) / rect.height()};
}

} // namespace secant
