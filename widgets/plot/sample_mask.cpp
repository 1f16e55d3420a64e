#include "widgets/plot/sample_mask.h"

#include <algorithm>
#include <cmath>

#include "widgets/plot/vector_clones.h"

namespace secant {
namespace {

constexpr int kLines = 8;

/// One capsule: the points within halfWidth of a segment.
struct Segment {
    float ax, ay;
    float ux, uy; // Unit direction, uy not 0.
    float length;
    float halfWidth;
};

/// Samples of each line of a row of pixels that lie within a capsule: from first to before last.
struct Stretches {
    int first[kLines];
    int last[kLines];
};

/// The capsule meets a line in a single stretch. Its right end is that of the disc around the point of the segment
/// whose tangent on the right meets the line: t = (y + halfWidth · ux · sgn uy)/uy, or the end of the segment nearest
/// to it.
SECANT_CLONES void findStretches(const Segment& s, float y, float samples, float across, Stretches& found)
{
    const float lean = s.halfWidth * s.ux * (s.uy < 0.0F ? -1.0F : 1.0F);
    const float square = s.halfWidth * s.halfWidth;
    for (int line = 0; line < kLines; ++line) {
        const float dy = y + (static_cast<float>(line) + 0.5F) / kLines - s.ay;
        const float right = std::min(std::max((dy + lean) / s.uy, 0.0F), s.length);
        const float left = std::min(std::max((dy - lean) / s.uy, 0.0F), s.length);
        const float offRight = dy - right * s.uy;
        const float offLeft = dy - left * s.uy;
        const float chord = square - offRight * offRight;
        const float reachRight = std::sqrt(std::max(chord, 0.0F));
        const float reachLeft = std::sqrt(std::max(square - offLeft * offLeft, 0.0F));
        const float from = (s.ax + left * s.ux - reachLeft) * across + 0.5F;
        const float to = (s.ax + right * s.ux + reachRight) * across + 0.5F;
        const int first = static_cast<int>(std::min(std::max(from, 0.0F), samples));
        const int last = static_cast<int>(std::min(std::max(to, 0.0F), samples));
        found.first[line] = first;
        found.last[line] = chord < 0.0F ? 0 : last;
    }
}

/// The lowest bits of a word; all from 64 on.
inline __attribute__((always_inline)) std::uint64_t lowBits(int count)
{
    const std::uint64_t some = (std::uint64_t{1} << (static_cast<unsigned>(count) & 63U)) - 1U;
    return count >= 64 ? ~std::uint64_t{0} : some;
}

/// Covers the stretches in some words of a row; a word holds four pixels of a line, and comes for all lines in turn.
SECANT_CLONES void fill(const Stretches& found, int firstWord, int lastWord, std::uint64_t* row)
{
    for (int word = firstWord; word <= lastWord; ++word) {
        for (int line = 0; line < kLines; ++line) {
            const std::uint64_t before = lowBits(std::max(found.first[line] - 64 * word, 0));
            const std::uint64_t within = lowBits(std::max(found.last[line] - 64 * word, 0));
            row[word * kLines + line] |= within & ~before;
        }
    }
}

/// How many bits are set in each 16 of a word.
std::uint64_t countedBySixteen(std::uint64_t word)
{
    word -= (word >> 1U) & 0x5555555555555555U;
    word = (word & 0x3333333333333333U) + ((word >> 2U) & 0x3333333333333333U);
    word = (word + (word >> 4U)) & 0x0f0f0f0f0f0f0f0fU;
    return (word + (word >> 8U)) & 0x001f001f001f001fU;
}

} // namespace

struct SampleMask::Capsule : Segment {};

void SampleMask::reset(int columns, int rows)
{
    const std::size_t perRow = std::size_t{kDown} * kWords;
    if (m_samples.size() < static_cast<std::size_t>(rows) * perRow) {
        m_samples.assign(static_cast<std::size_t>(rows) * perRow, 0);
    } else if (m_firstRow < m_lastRow) {
        std::fill(m_samples.begin() + static_cast<std::ptrdiff_t>(m_firstRow) * std::ptrdiff_t{perRow},
                  m_samples.begin() + static_cast<std::ptrdiff_t>(m_lastRow) * std::ptrdiff_t{perRow}, 0);
    }
    m_columns = std::min(columns, kMaxColumns);
    m_rows = rows;
    m_firstRow = rows;
    m_lastRow = 0;
}

void SampleMask::addSegment(QPointF a, QPointF b, double halfWidth)
{
    // What is left of the columns by more than the pen's half width, or right of them, covers none.
    const double left = -halfWidth - 1.0;
    const double right = m_columns + halfWidth + 1.0;
    if (a.x() > b.x()) {
        std::swap(a, b);
    }
    if (b.x() < left || a.x() > right) {
        return;
    }
    const double slope = b.x() > a.x() ? (b.y() - a.y()) / (b.x() - a.x()) : 0.0;
    const QPointF from = a.x() < left ? QPointF(left, a.y() + (left - a.x()) * slope) : a;
    const QPointF to = b.x() > right ? QPointF(right, a.y() + (right - a.x()) * slope) : b;
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const double uy = length > 0.0 ? (to.y() - from.y()) / length : 0.0;
    Capsule capsule;
    capsule.ax = static_cast<float>(from.x());
    capsule.ay = static_cast<float>(from.y());
    capsule.ux = static_cast<float>(length > 0.0 ? (to.x() - from.x()) / length : 1.0);
    capsule.uy = static_cast<float>(std::abs(uy) < 1e-6 ? 1e-6 : uy);
    capsule.length = static_cast<float>(length);
    capsule.halfWidth = static_cast<float>(halfWidth);
    const auto clampedRow = [this](double y) { return static_cast<int>(std::clamp(y, 0.0, double(m_rows))); };
    const int first = clampedRow(std::floor(std::min(from.y(), to.y()) - halfWidth));
    const int last = clampedRow(std::floor(std::max(from.y(), to.y()) + halfWidth) + 1.0);
    for (int row = first; row < last; ++row) {
        addRow(row, capsule);
    }
    if (first < last) {
        m_firstRow = std::min(m_firstRow, first);
        m_lastRow = std::max(m_lastRow, last);
    }
}

void SampleMask::addRow(int row, const Capsule& capsule)
{
    static_assert(kDown == kLines);
    Stretches found;
    findStretches(capsule, static_cast<float>(row), static_cast<float>(m_columns * kAcross), kAcross, found);
    const int first = *std::min_element(found.first, found.first + kLines);
    const int last = *std::max_element(found.last, found.last + kLines);
    if (first < last) {
        fill(found, first / 64, (last - 1) / 64, m_samples.data() + static_cast<std::ptrdiff_t>(row) * kDown * kWords);
    }
}

void SampleMask::raise(int row, std::uint8_t* pixels) const
{
    const std::uint64_t* const words = m_samples.data() + static_cast<std::ptrdiff_t>(row) * kDown * kWords;
    for (int word = 0; word * 4 < m_columns; ++word) {
        std::uint64_t counts = 0;
        for (int line = 0; line < kDown; ++line) {
            counts += countedBySixteen(words[word * kDown + line]);
        }
        for (int x = word * 4; counts != 0 && x < m_columns; ++x, counts >>= 16U) {
            const auto count = static_cast<int>(counts & 0xffffU);
            pixels[x] = static_cast<std::uint8_t>(std::max<int>(pixels[x], (count * 255 + 64) / (kAcross * kDown)));
        }
    }
}

} // namespace secant
