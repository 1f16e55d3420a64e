#pragma once

#include <cstdint>
#include <vector>

#include <QImage>
#include <QRect>

#include "widgets/plot/plot_map.h"
#include "widgets/plot/sample_mask.h"

namespace secant {

/// Coverage of the pixels of a rectangle by one curve, 0 to 255. A curve is the union of capsules (segments with round
/// ends); the coverage of the union is taken as the largest of its parts, so joints and crossings are never drawn twice
/// and a translucent pen blends once. Where a polyline turns back within about the pen's width, the largest part is not
/// the union: there, samples are counted that any part covers.
///
/// Accuracy against 16 × 16 supersampling, in grey levels: mean error below 2; no pixel off by more than 20, but at the
/// ends of thin lines and in the corners of right angles, 45 (tests/widgets/plot/tst_stroker.cpp).
class CoverageMask {
public:
    /// An empty mask for the pixels of `area` (device pixels). Keeps its memory.
    void reset(const QRect& area);

    /// Pixels within `halfWidth` of the segment ab, device pixels. The ends must lie within ±kFarAway.
    void addSegment(QPointF a, QPointF b, double halfWidth);
    void addPolyline(const Polyline& line, double halfWidth);
    /// Pixels of a rectangle, partly covered ones in proportion.
    void addRect(const QRectF& rect);

    [[nodiscard]] int at(int x, int y) const;

    /// Lays `color` over the image through the mask, once, and empties the mask. The image is RGB32 or
    /// ARGB32_Premultiplied.
    void blendInto(QImage& image, const QColor& color);

private:
    static constexpr int kBlock = 16;

    void touch(int firstX, int lastX, int y);
    void addSampled(const Polyline& line, bool isAscending, double halfWidth, const QRect& pixels);

    QRect m_area;
    int m_stride = 0;
    std::vector<std::uint8_t> m_coverage;
    std::vector<int> m_firstRow; ///< Per block of kBlock columns: rows that may not be empty.
    std::vector<int> m_lastRow;
    SampleMask m_samples;
};

/// Lays a tile over a rectangle of the image (device pixels), repeated from `origin`. Both are 32 bits a pixel,
/// premultiplied or opaque.
void blendTiled(QImage& image, const QRect& rect, const QImage& tile, QPoint origin);

} // namespace secant
