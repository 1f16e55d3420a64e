#include "widgets/plot/plot_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QList>

namespace secant {
namespace {

double near(double pixel)
{
    return std::isnan(pixel) ? pixel : std::clamp(pixel, -kFarAway, kFarAway);
}

/// Liang and Barsky (1984): the part [t0, t1] of a segment inside a rectangle.
bool clipSegment(QPointF a, QPointF b, const QRectF& clip, double& t0, double& t1)
{
    const double dx = b.x() - a.x();
    const double dy = b.y() - a.y();
    const double direction[4] = {-dx, dx, -dy, dy};
    const double room[4] = {a.x() - clip.left(), clip.right() - a.x(), a.y() - clip.top(), clip.bottom() - a.y()};
    t0 = 0.0;
    t1 = 1.0;
    for (int side = 0; side < 4; ++side) {
        if (direction[side] == 0.0) {
            if (room[side] < 0.0) {
                return false;
            }
            continue;
        }
        const double t = room[side] / direction[side];
        if (direction[side] < 0.0) {
            t0 = std::max(t0, t);
        } else {
            t1 = std::min(t1, t);
        }
    }
    return t0 <= t1;
}

QPointF between(QPointF a, QPointF b, double t, const QRectF& clip)
{
    const QPointF p = a + t * (b - a);
    return {std::clamp(p.x(), clip.left(), clip.right()), std::clamp(p.y(), clip.top(), clip.bottom())};
}

bool isFinite(QPointF p)
{
    return std::isfinite(p.x()) && std::isfinite(p.y());
}

bool inside(QPointF p, const QRectF& clip)
{
    return p.x() >= clip.left() && p.x() <= clip.right() && p.y() >= clip.top() && p.y() <= clip.bottom();
}

class Clipper {
public:
    explicit Clipper(const QRectF& clip) : m_clip(clip) {}

    void add(QPointF a, QPointF b)
    {
        double t0 = 0.0;
        double t1 = 1.0;
        if (inside(a, m_clip) && inside(b, m_clip)) {
            append(a, b);
        } else if (clipSegment(a, b, m_clip, t0, t1)) {
            if (t0 > 0.0) {
                lift();
            }
            append(t0 > 0.0 ? between(a, b, t0, m_clip) : a, t1 < 1.0 ? between(a, b, t1, m_clip) : b);
            if (t1 < 1.0) {
                lift();
            }
        } else {
            lift();
        }
    }

    void lift()
    {
        if (!m_piece.empty()) {
            m_pieces.push_back(std::move(m_piece));
            m_piece.clear();
        }
    }

    void point(QPointF p)
    {
        if (m_piece.empty() && inside(p, m_clip)) {
            m_piece.push_back(p);
        }
    }

    std::vector<Polyline> take()
    {
        lift();
        return std::move(m_pieces);
    }

private:
    void append(QPointF a, QPointF b)
    {
        if (m_piece.empty()) {
            m_piece.push_back(a);
        }
        m_piece.push_back(b);
    }

    QRectF m_clip;
    Polyline m_piece;
    std::vector<Polyline> m_pieces;
};

} // namespace

double fractionOf(double number, const Range& range, AxisScale scale)
{
    if (scale == AxisScale::Linear) {
        return (number - range.min) / (range.max - range.min);
    }
    const double lo = placeOn(scale, range.min);
    return (placeOn(scale, number) - lo) / (placeOn(scale, range.max) - lo);
}

QPointF PlotMap::toPixel(double atX, double atY) const
{
    const double fx = fractionOf(atX, x, xScale);
    const double fy = fractionOf(atY, y, yScale);
    return {near(rect.left() + 0.5 + fx * rect.width()), near(rect.bottom() - 0.5 - fy * rect.height())};
}

QPointF PlotMap::toData(QPointF pixel) const
{
    const double fx = (pixel.x() - rect.left() - 0.5) / rect.width();
    const double fy = (rect.bottom() - 0.5 - pixel.y()) / rect.height();
    const auto along = [](const Range& range, AxisScale scale, double fraction) {
        const double lo = placeOn(scale, range.min);
        return numberAt(scale, lo + fraction * (placeOn(scale, range.max) - lo));
    };
    return {along(x, xScale, fx), along(y, yScale, fy)};
}

std::vector<Polyline> clipped(const Polyline& line, const QRectF& clip)
{
    Clipper clipper(clip);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!isFinite(line[i])) {
            clipper.lift();
            continue;
        }
        const bool joined = i > 0 && isFinite(line[i - 1]);
        if (joined) {
            clipper.add(line[i - 1], line[i]);
        } else {
            clipper.lift();
            const bool goesOn = i + 1 < line.size() && isFinite(line[i + 1]);
            if (!goesOn) {
                clipper.point(line[i]);
            }
        }
    }
    return clipper.take();
}

Polyline inPixels(const std::vector<FigurePoint>& run, const PlotMap& map)
{
    Polyline line;
    line.reserve(run.size());
    for (const FigurePoint& point : run) {
        line.push_back(map.toPixel(point.x, point.y));
    }
    return line;
}

std::vector<Polyline> dashed(const Polyline& line, const QList<qreal>& pattern, double width)
{
    if (pattern.isEmpty() || line.size() < 2) {
        return {line};
    }
    std::vector<Polyline> pieces;
    qsizetype entry = 0;
    bool drawing = true;
    // A round end adds half a width on both sides of a dash; a dot keeps a hair of length so that it has a direction.
    const auto entryLength = [&](qsizetype index) {
        const double visible = pattern[index % pattern.size()];
        return index % 2 == 0 ? std::max((visible - 1.0) * width, 1e-3) : (visible + 1.0) * width;
    };
    double left = entryLength(0);
    Polyline piece{line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF from = line[i - 1];
        const QPointF whole = line[i] - from;
        double length = std::hypot(whole.x(), whole.y());
        if (length == 0.0) {
            continue;
        }
        const QPointF direction = whole / length;
        while (length > left) {
            from += left * direction;
            length -= left;
            if (drawing) {
                piece.push_back(from);
                pieces.push_back(std::move(piece));
                piece.clear();
            } else {
                piece.assign(1, from);
            }
            drawing = !drawing;
            entry = (entry + 1) % (2 * pattern.size());
            left = entryLength(entry);
        }
        left -= length;
        if (drawing) {
            piece.push_back(line[i]);
        }
    }
    if (drawing && piece.size() > 1) {
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

double distanceTo(const Polyline& line, QPointF point)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF a = line[i == 0 ? 0 : i - 1];
        const QPointF ab = line[i] - a;
        const double square = QPointF::dotProduct(ab, ab);
        const double t = square > 0.0 ? std::clamp(QPointF::dotProduct(point - a, ab) / square, 0.0, 1.0) : 0.0;
        const QPointF away = point - (a + t * ab);
        best = std::min(best, std::hypot(away.x(), away.y()));
    }
    return best;
}

Polyline clippedPolygon(Polyline outline, const QRectF& clip)
{
    // Sutherland and Hodgman 1974: one side of the rectangle after the other.
    const auto cutBy = [&outline](const auto& depth) {
        Polyline kept;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const QPointF& from = outline[i];
            const QPointF& to = outline[(i + 1) % outline.size()];
            const double a = depth(from);
            const double b = depth(to);
            if (a >= 0.0) {
                kept.push_back(from);
            }
            if ((a >= 0.0) != (b >= 0.0)) {
                kept.push_back(from + (to - from) * (a / (a - b)));
            }
        }
        outline = std::move(kept);
    };
    cutBy([&clip](const QPointF& p) { return p.x() - clip.left(); });
    cutBy([&clip](const QPointF& p) { return clip.right() - p.x(); });
    cutBy([&clip](const QPointF& p) { return p.y() - clip.top(); });
    cutBy([&clip](const QPointF& p) { return clip.bottom() - p.y(); });
    return outline;
}

} // namespace secant
