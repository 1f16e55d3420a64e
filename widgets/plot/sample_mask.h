#pragma once

#include <cstdint>
#include <vector>

#include <QPointF>

namespace secant {

/// Pixels of some columns by 16 × 8 samples each: one that several segments cover counts once, so that the coverage of
/// their union is right to a sample where the largest of their coverages is not. Slower than CoverageMask, for the
/// places where that matters.
class SampleMask {
public:
    static constexpr int kMaxColumns = 32;

    /// No sample of `columns` × `rows` pixels is covered; at most kMaxColumns. Keeps its memory.
    void reset(int columns, int rows);

    /// Covers the samples within `halfWidth` of the segment ab. The ends must lie within ±kFarAway.
    void addSegment(QPointF a, QPointF b, double halfWidth);

    /// Rows that may not be empty: from the first to before the last.
    [[nodiscard]] int firstRow() const { return m_firstRow; }
    [[nodiscard]] int lastRow() const { return m_lastRow; }

    /// Raises the coverage of the pixels of a row, 0 to 255, to that of its samples.
    void raise(int row, std::uint8_t* pixels) const;

private:
    static constexpr int kAcross = 16; ///< Samples of a pixel in each of its kDown lines.
    static constexpr int kDown = 8;
    static constexpr int kWords = kMaxColumns * kAcross / 64; ///< Of a line.

    struct Capsule;
    void addRow(int row, const Capsule& capsule);

    int m_columns = 0;
    int m_rows = 0;
    int m_firstRow = 0;
    int m_lastRow = 0;
    std::vector<std::uint64_t> m_samples; ///< rows × kWords × kDown
};

} // namespace secant
