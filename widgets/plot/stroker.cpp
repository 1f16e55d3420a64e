#include "widgets/plot/stroker.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "widgets/plot/tight_turns.h"
#include "widgets/plot/vector_clones.h"

namespace secant {
namespace {

constexpr int kLanes = 8;

/// One capsule in the coordinates of the mask, with what the coverage of its edge needs.
struct Capsule {
    float ax, ay; // First end.
    float ux, uy; // Unit direction.
    float length;
    float halfWidth;
    float steep;     // a ≥ b: components of the direction's absolute value.
    float outer;     // (a + b) / 2: beyond it a half plane covers all or nothing of a pixel.
    float inner;     // (a − b) / 2: up to it the coverage is linear.
    float curvature; // 1 / (2ab)
};

/// A row of the mask that a capsule may touch: columns [first, first + kLanes · groups).
struct Span {
    std::uint8_t* pixels;
    float x; // Middle of the first column.
    float y;
    int groups;
};

/// Area of a unit pixel on the inner side of an edge whose distance from the pixel's middle is z (inside positive).
///   0.5 + sgn(z)·(|z|/a            for |z| ≤ (a−b)/2
///                 0.5 − (A−|z|)²/2ab up to A = (a+b)/2)
inline __attribute__((always_inline)) float edgeCoverage(float z, const Capsule& c)
{
    const float distance = std::fabs(z);
    const float rest = std::max(c.outer - distance, 0.0F);
    const float bent = 0.5F - rest * rest * c.curvature;
    const float straight = distance / c.steep;
    const float half = distance <= c.inner ? straight : bent;
    return 0.5F + (z < 0.0F ? -half : half);
}

SECANT_CLONES void addSpan(const Span& span, const Capsule& c)
{
    const float dy = span.y - c.ay;
    // A pen thinner than a pixel has both its edges in one pixel.
    const float thin = c.halfWidth < 0.71F ? 1.0F : 0.0F;
    for (int group = 0; group < span.groups; ++group) {
        std::uint8_t* const pixels = span.pixels + group * kLanes;
        const float x0 = span.x + static_cast<float>(group * kLanes) - c.ax;
        float coverage[kLanes];
        for (int lane = 0; lane < kLanes; ++lane) {
            const float dx = x0 + static_cast<float>(lane);
            const float across = dx * c.uy - dy * c.ux;
            const float along = dx * c.ux + dy * c.uy;
            const float past = std::max(std::max(-along, along - c.length), 0.0F);
            const float distance = std::sqrt(across * across + past * past);
            const float near = edgeCoverage(c.halfWidth - distance, c);
            const float far = edgeCoverage(c.halfWidth + distance, c) - 1.0F;
            coverage[lane] = std::max(near + thin * far, 0.0F) * 255.0F + 0.5F;
        }
        for (int lane = 0; lane < kLanes; ++lane) {
            const int value = static_cast<int>(coverage[lane]);
            pixels[lane] = static_cast<std::uint8_t>(std::max<int>(pixels[lane], value));
        }
    }
}

/// Both lanes of two 8-bit values times a factor of at most 255, divided by 255, rounded.
inline __attribute__((always_inline)) std::uint32_t scaledPair(std::uint32_t products)
{
    const std::uint32_t rounded = products + 0x00800080U;
    return ((rounded + ((rounded >> 8U) & 0x00ff00ffU)) >> 8U) & 0x00ff00ffU;
}

inline __attribute__((always_inline)) std::uint32_t scaledByte(std::uint32_t product)
{
    const std::uint32_t rounded = product + 0x80U;
    return (rounded + (rounded >> 8U)) >> 8U;
}

SECANT_CLONES void blendCovered(std::uint32_t* pixels, const std::uint8_t* coverage, int count, std::uint32_t source)
{
    const std::uint32_t redBlue = source & 0x00ff00ffU;
    const std::uint32_t alphaGreen = (source >> 8U) & 0x00ff00ffU;
    const std::uint32_t alpha = source >> 24U;
    for (int i = 0; i < count; ++i) {
        const std::uint32_t covered = coverage[i];
        const std::uint32_t kept = 255U - scaledByte(alpha * covered);
        const std::uint32_t below = pixels[i];
        const std::uint32_t rb = scaledPair(redBlue * covered + (below & 0x00ff00ffU) * kept);
        const std::uint32_t ag = scaledPair(alphaGreen * covered + ((below >> 8U) & 0x00ff00ffU) * kept);
        pixels[i] = rb | (ag << 8U);
    }
}

SECANT_CLONES void blendOver(std::uint32_t* pixels, const std::uint32_t* source, int count)
{
    for (int i = 0; i < count; ++i) {
        const std::uint32_t kept = 255U - (source[i] >> 24U);
        const std::uint32_t below = pixels[i];
        const std::uint32_t rb = scaledPair((below & 0x00ff00ffU) * kept);
        const std::uint32_t ag = scaledPair(((below >> 8U) & 0x00ff00ffU) * kept);
        pixels[i] = source[i] + (rb | (ag << 8U));
    }
}

Capsule capsule(QPointF a, QPointF b, double halfWidth)
{
    const double dx = b.x() - a.x();
    const double dy = b.y() - a.y();
    const double length = std::hypot(dx, dy);
    const double ux = length > 0.0 ? dx / length : 1.0;
    const double uy = length > 0.0 ? dy / length : 0.0;
    const double steep = std::max(std::abs(ux), std::abs(uy));
    const double flat = std::max(std::min(std::abs(ux), std::abs(uy)), 0.01);
    return {
        .ax = static_cast<float>(a.x()),
        .ay = static_cast<float>(a.y()),
        .ux = static_cast<float>(ux),
        .uy = static_cast<float>(uy),
        .length = static_cast<float>(length),
        .halfWidth = static_cast<float>(halfWidth),
        .steep = static_cast<float>(steep),
        .outer = static_cast<float>((steep + flat) / 2.0),
        .inner = static_cast<float>((steep - flat) / 2.0),
        .curvature = static_cast<float>(1.0 / (2.0 * steep * flat)),
    };
}

int clampedFloor(double value, int low, int high)
{
    return static_cast<int>(std::floor(std::clamp(value, static_cast<double>(low), static_cast<double>(high))));
}

/// Whether all pixels of a segment lie in one of the rectangles.
bool isAmong(const std::vector<QRect>& turns, QPointF a, QPointF b, double halfWidth)
{
    const double left = std::min(a.x(), b.x()) - halfWidth;
    const double right = std::max(a.x(), b.x()) + halfWidth;
    const auto after =
        std::upper_bound(turns.begin(), turns.end(), left, [](double x, const QRect& turn) { return x < turn.left(); });
    if (after == turns.begin()) {
        return false;
    }
    const QRect& turn = *std::prev(after);
    return right <= turn.right() + 1 && std::min(a.y(), b.y()) - halfWidth >= turn.top() &&
           std::max(a.y(), b.y()) + halfWidth <= turn.bottom() + 1;
}

/// The segments of an ascending line that are not all left or right of two abscissae.
std::span<const QPointF> between(const Polyline& line, double left, double right)
{
    const auto first = std::lower_bound(line.begin(), line.end(), left, [](QPointF p, double x) { return p.x() < x; });
    const auto last = std::upper_bound(first, line.end(), right, [](double x, QPointF p) { return x < p.x(); });
    return {first == line.begin() ? first : first - 1, last == line.end() ? last : last + 1};
}

} // namespace

void CoverageMask::reset(const QRect& area)
{
    m_area = area.isValid() ? area : QRect();
    const int blocks = (m_area.width() + kBlock - 1) / kBlock;
    m_stride = blocks * kBlock;
    const auto size = static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(m_area.height());
    m_coverage.assign(size, 0);
    m_firstRow.assign(static_cast<std::size_t>(blocks), m_area.height());
    m_lastRow.assign(static_cast<std::size_t>(blocks), -1);
}

void CoverageMask::touch(int firstX, int lastX, int y)
{
    for (int block = firstX / kBlock; block <= lastX / kBlock; ++block) {
        const auto index = static_cast<std::size_t>(block);
        m_firstRow[index] = std::min(m_firstRow[index], y);
        m_lastRow[index] = std::max(m_lastRow[index], y);
    }
}

void CoverageMask::addSegment(QPointF a, QPointF b, double halfWidth)
{
    a -= m_area.topLeft();
    b -= m_area.topLeft();
    const double reach = halfWidth + 0.75; // Half a pixel's diagonal, and a little for rounding.
    const double top = std::min(a.y(), b.y());
    const double bottom = std::max(a.y(), b.y());
    const double left = std::min(a.x(), b.x());
    const double right = std::max(a.x(), b.x());
    const int width = m_area.width();
    const int height = m_area.height();
    if (!(top - reach < height && bottom + reach > 0.0 && left - reach < width && right + reach > 0.0)) {
        return;
    }
    const Capsule shape = capsule(a, b, halfWidth);
    const double slope = b.y() != a.y() ? (b.x() - a.x()) / (b.y() - a.y()) : 0.0;
    const int lastRow = clampedFloor(bottom + reach, 0, height - 1);
    for (int row = clampedFloor(top - reach, 0, height - 1); row <= lastRow; ++row) {
        // The part of the segment that is near enough to this row bounds the columns.
        const double from = std::clamp(row + 0.5 - reach, top, bottom);
        const double to = std::clamp(row + 0.5 + reach, top, bottom);
        double x0 = left;
        double x1 = right;
        if (b.y() != a.y()) {
            const double atFrom = a.x() + (from - a.y()) * slope;
            const double atTo = a.x() + (to - a.y()) * slope;
            x0 = std::min(atFrom, atTo);
            x1 = std::max(atFrom, atTo);
        }
        if (x1 + reach < 0.0 || x0 - reach >= width) {
            continue;
        }
        const int first = clampedFloor(x0 - reach, 0, width - 1) / kLanes * kLanes;
        const int last = clampedFloor(x1 + reach, 0, width - 1);
        touch(first, last, row);
        addSpan({.pixels = m_coverage.data() + static_cast<std::ptrdiff_t>(row) * m_stride + first,
                 .x = static_cast<float>(first) + 0.5F,
                 .y = static_cast<float>(row) + 0.5F,
                 .groups = (last - first) / kLanes + 1},
                shape);
    }
}

void CoverageMask::addPolyline(const Polyline& line, double halfWidth)
{
    if (line.size() == 1) {
        addSegment(line.front(), line.front(), halfWidth);
    }
    const std::vector<QRect> turns = tightTurns(line, halfWidth);
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (!isAmong(turns, line[i - 1], line[i], halfWidth)) {
            addSegment(line[i - 1], line[i], halfWidth);
        }
    }
    const auto isLeft = [](QPointF a, QPointF b) { return a.x() < b.x(); };
    const bool isAscending = !turns.empty() && std::is_sorted(line.begin(), line.end(), isLeft);
    for (const QRect& turn : turns) {
        addSampled(line, isAscending, halfWidth, turn & m_area);
    }
}

/// The union of all segments in some pixels, by samples.
void CoverageMask::addSampled(const Polyline& line, bool isAscending, double halfWidth, const QRect& pixels)
{
    for (int x = pixels.left(); x <= pixels.right(); x += SampleMask::kMaxColumns) {
        const int count = std::min(pixels.right() - x + 1, SampleMask::kMaxColumns);
        const QPointF origin(x, pixels.top());
        m_samples.reset(count, pixels.height());
        const std::span<const QPointF> near =
            isAscending ? between(line, x - halfWidth - 1.0, x + count + halfWidth + 1.0) : std::span(line);
        for (std::size_t i = 1; i < near.size(); ++i) {
            m_samples.addSegment(near[i - 1] - origin, near[i] - origin, halfWidth);
        }
        const int first = x - m_area.x();
        for (int i = m_samples.firstRow(); i < m_samples.lastRow(); ++i) {
            const int row = pixels.top() - m_area.y() + i;
            touch(first, first + count - 1, row);
            m_samples.raise(i, m_coverage.data() + static_cast<std::ptrdiff_t>(row) * m_stride + first);
        }
    }
}

void CoverageMask::addRect(const QRectF& rect)
{
    const QRectF local = rect.normalized().translated(-m_area.topLeft()) & QRectF(QPointF(), QSizeF(m_area.size()));
    if (local.isEmpty()) {
        return;
    }
    const int firstX = clampedFloor(local.left(), 0, m_area.width() - 1);
    const int lastX = clampedFloor(local.right(), 0, m_area.width() - 1);
    const int lastY = clampedFloor(local.bottom(), 0, m_area.height() - 1);
    const auto overlap = [](double low, double high, int cell) {
        return std::max(0.0, std::min(high, cell + 1.0) - std::max<double>(low, cell));
    };
    for (int y = clampedFloor(local.top(), 0, m_area.height() - 1); y <= lastY; ++y) {
        touch(firstX, lastX, y);
        const double rows = overlap(local.top(), local.bottom(), y) * 255.0;
        for (int x = firstX; x <= lastX; ++x) {
            std::uint8_t& pixel = m_coverage[static_cast<std::size_t>(y * m_stride + x)];
            const int value = static_cast<int>(rows * overlap(local.left(), local.right(), x) + 0.5);
            pixel = static_cast<std::uint8_t>(std::max<int>(pixel, value));
        }
    }
}

int CoverageMask::at(int x, int y) const
{
    return m_area.contains(x, y) ? m_coverage[static_cast<std::size_t>((y - m_area.y()) * m_stride + x - m_area.x())]
                                 : 0;
}

void CoverageMask::blendInto(QImage& image, const QColor& color)
{
    const QRgb source = qPremultiply(color.rgba());
    const int blocks = static_cast<int>(m_firstRow.size());
    for (int block = 0; block < blocks; ++block) {
        const auto index = static_cast<std::size_t>(block);
        const int first = block * kBlock;
        const int count = std::min({kBlock, m_area.width() - first, image.width() - m_area.x() - first});
        for (int row = m_firstRow[index]; row <= m_lastRow[index]; ++row) {
            std::uint8_t* const coverage = m_coverage.data() + static_cast<std::ptrdiff_t>(row) * m_stride + first;
            if (count > 0 && m_area.y() + row < image.height()) {
                auto* const line = reinterpret_cast<std::uint32_t*>(image.scanLine(m_area.y() + row));
                blendCovered(line + m_area.x() + first, coverage, count, source);
            }
            std::fill_n(coverage, kBlock, std::uint8_t{0});
        }
        m_firstRow[index] = m_area.height();
        m_lastRow[index] = -1;
    }
}

void blendTiled(QImage& image, const QRect& rect, const QImage& tile, QPoint origin)
{
    const QRect area = rect & image.rect();
    if (area.isEmpty() || tile.isNull()) {
        return;
    }
    const auto wrapped = [](int value, int period) { return ((value % period) + period) % period; };
    std::vector<std::uint32_t> rows(static_cast<std::size_t>(tile.height()) * static_cast<std::size_t>(area.width()));
    for (int y = 0; y < tile.height(); ++y) {
        const auto* const source = reinterpret_cast<const std::uint32_t*>(tile.constScanLine(y));
        std::uint32_t* const row = rows.data() + static_cast<std::ptrdiff_t>(y) * area.width();
        int phase = wrapped(area.x() - origin.x(), tile.width());
        for (int x = 0; x < area.width();) {
            const int count = std::min(tile.width() - phase, area.width() - x);
            std::copy_n(source + phase, count, row + x);
            x += count;
            phase = 0;
        }
    }
    for (int y = area.top(); y <= area.bottom(); ++y) {
        auto* const line = reinterpret_cast<std::uint32_t*>(image.scanLine(y));
        blendOver(line + area.x(), rows.data() + wrapped(y - origin.y(), tile.height()) * area.width(), area.width());
    }
}

} // namespace secant
