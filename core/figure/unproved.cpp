#include <algorithm>
#include <vector>

#include "core/analysis/canvas.h"
#include "core/figure/compose_parts.h"

/// Marks where a curve is drawn without proof.
namespace secant::composing {
namespace {

/// Pieces closer than this are one, and those that stay narrower are not marked: nothing of them can be seen.
constexpr double kApartPx = 1.0;
constexpr double kSeenPx = 0.5;

/// A stretch of the whole height: there is no line to which a mark could keep.
FillInk bandOver(const Range& piece, const Window& window)
{
    return {{{piece.min, window.y.lo}, {piece.max, window.y.lo}, {piece.max, window.y.hi}, {piece.min, window.y.hi}},
            Tone::Plain};
}

/// The part of a line within the piece; empty if there is none.
std::vector<FigurePoint> within(const std::vector<CurvePoint>& line, const Range& piece, const Window& window)
{
    const auto before = [](const CurvePoint& point, double x) { return point.x < x; };
    auto first = std::lower_bound(line.begin(), line.end(), piece.min, before);
    auto last = std::lower_bound(first, line.end(), piece.max, before);
    first -= first == line.begin() ? 0 : 1;
    last += last == line.end() ? 0 : 1;
    return cut({first, last}, piece.min, piece.max,
               {{window.x.lo, window.x.hi}, {window.y.lo, window.y.hi}, window.xScale, window.yScale});
}

} // namespace

std::vector<Range> visiblePieces(const std::vector<Interval>& pieces, const Window& window)
{
    const Canvas canvas(window);
    std::vector<Range> joined;
    for (const Interval& piece : pieces) {
        if (!joined.empty() && canvas.across(joined.back().max, piece.lo) <= kApartPx) {
            joined.back().max = piece.hi;
        } else {
            joined.push_back({piece.lo, piece.hi});
        }
    }
    std::erase_if(joined, [&canvas](const Range& piece) { return canvas.across(piece.min, piece.max) < kSeenPx; });
    return joined;
}

void markUnproved(const Curve& curve, const std::vector<Range>& pieces, const Window& window, Pane& pane)
{
    for (const Range& piece : pieces) {
        bool hasLine = false;
        for (const CurveSegment& segment : curve.segments) {
            if (segment.points.front().x >= piece.max || segment.points.back().x <= piece.min) {
                continue;
            }
            hasLine = true;
            pane.lines.push_back({within(segment.points, piece, window), Tone::Plain, LineLook::Underlay});
        }
        if (!hasLine) {
            pane.fills.push_back(bandOver(piece, window));
        }
    }
}

} // namespace secant::composing
