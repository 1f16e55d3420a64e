#include "widgets/plot/view_edit.h"

#include <algorithm>
#include <cmath>

namespace secant {
namespace {

bool isUsable(const Range& range, AxisScale scale)
{
    return std::isfinite(range.min) && std::isfinite(range.max) && range.min < range.max &&
           (scale == AxisScale::Linear || range.min > 0.0);
}

Range placesOf(const Range& range, AxisScale scale)
{
    return {.min = placeOn(scale, range.min), .max = placeOn(scale, range.max)};
}

/// Logarithms are kept where numbers can be drawn: one step further out, and there would be no double for them.
Range numbersAt(const Range& places, AxisScale scale)
{
    if (scale == AxisScale::Logarithmic) {
        static const double kMost = std::log(kMaxCoordinate);
        return {.min = numberAt(scale, std::clamp(places.min, -kMost, kMost)),
                .max = numberAt(scale, std::clamp(places.max, -kMost, kMost))};
    }
    return {.min = numberAt(scale, places.min), .max = numberAt(scale, places.max)};
}

} // namespace

Range panned(const Range& range, double fraction, AxisScale scale)
{
    const Range places = placesOf(range, scale);
    const double step = (places.max - places.min) * fraction;
    return numbersAt({.min = places.min + step, .max = places.max + step}, scale);
}

Range zoomed(const Range& range, double at, double factor, AxisScale scale)
{
    const Range places = placesOf(range, scale);
    const double size = places.max - places.min;
    const double fixed = places.min + at * size;
    return numbersAt({.min = fixed - at * size * factor, .max = fixed + (1.0 - at) * size * factor}, scale);
}

Range part(const Range& range, double from, double to, AxisScale scale)
{
    const Range places = placesOf(range, scale);
    const double size = places.max - places.min;
    return numbersAt({.min = places.min + std::min(from, to) * size, .max = places.min + std::max(from, to) * size},
                     scale);
}

bool isUsable(const View& view)
{
    return isUsable(view.x, view.xScale) && std::all_of(kAllPanes.begin(), kAllPanes.end(), [&view](PaneKind kind) {
               return isUsable(view.yOf(kind), view.yScaleOf(kind));
           });
}

QPointF fractionIn(const QRectF& rect, QPointF pixel)
{
    if (rect.isEmpty()) {
        return {0.5, 0.5};
    }
    return {(pixel.x() - rect.left() - 0.5) / rect.width(), (rect.bottom() - 0.5 - pixel.y()) / rect.height()};
}

} // namespace secant
