#include "widgets/export/gif_palette.h"

#include <algorithm>
#include <array>

namespace secant {

namespace {

constexpr std::size_t kMostColors = 255;

struct Counted {
    QRgb color;
    qint64 count;
};

int channel(QRgb color, int index)
{
    return index == 0 ? qRed(color) : index == 1 ? qGreen(color) : qBlue(color);
}

/// A run of the list of colours.
struct Box {
    std::vector<Counted>::iterator begin;
    std::vector<Counted>::iterator end;
    int longest = 0; ///< Channel.
    int length = 0;
    qint64 count = 0;
};

Box measured(std::vector<Counted>::iterator begin, std::vector<Counted>::iterator end)
{
    Box box{begin, end};
    std::array<int, 3> low{255, 255, 255};
    std::array<int, 3> high{0, 0, 0};
    for (auto it = begin; it != end; ++it) {
        box.count += it->count;
        for (int i = 0; i < 3; ++i) {
            const auto slot = static_cast<std::size_t>(i);
            low[slot] = std::min(low[slot], channel(it->color, i));
            high[slot] = std::max(high[slot], channel(it->color, i));
        }
    }
    for (int i = 0; i < 3; ++i) {
        const auto slot = static_cast<std::size_t>(i);
        if (high[slot] - low[slot] > box.length) {
            box.length = high[slot] - low[slot];
            box.longest = i;
        }
    }
    return box;
}

QRgb meanOf(const Box& box)
{
    std::array<qint64, 3> sums{};
    for (auto it = box.begin; it != box.end; ++it) {
        for (int i = 0; i < 3; ++i)
            sums[static_cast<std::size_t>(i)] += it->count * channel(it->color, i);
    }
    const auto mean = [&](std::size_t i) { return static_cast<int>((sums[i] + box.count / 2) / box.count); };
    return qRgb(mean(0), mean(1), mean(2));
}

/// Where half of the box's pixels are on either side, never at an end.
std::vector<Counted>::iterator median(const Box& box)
{
    qint64 seen = 0;
    auto it = box.begin;
    for (; it + 1 != box.end && (it == box.begin || seen + it->count <= box.count / 2); ++it)
        seen += it->count;
    return it;
}

std::vector<Box> medianCut(std::vector<Counted>& colors)
{
    std::vector<Box> boxes{measured(colors.begin(), colors.end())};
    while (boxes.size() < kMostColors) {
        // The most visible error first: a long box with many pixels.
        const auto weight = [](const Box& box) {
            return static_cast<double>(box.length) * static_cast<double>(box.count);
        };
        const auto widest = std::max_element(boxes.begin(), boxes.end(),
                                             [&](const Box& a, const Box& b) { return weight(a) < weight(b); });
        if (widest->length == 0)
            break;
        const Box box = *widest;
        std::sort(box.begin, box.end, [&](const Counted& a, const Counted& b) {
            const int x = channel(a.color, box.longest);
            const int y = channel(b.color, box.longest);
            return x != y ? x < y : a.color < b.color;
        });
        const auto middle = median(box);
        *widest = measured(box.begin, middle);
        boxes.push_back(measured(middle, box.end));
    }
    return boxes;
}

} // namespace

GifPalette::GifPalette(const QImage& image)
{
    std::unordered_map<QRgb, qint64> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        // Neighbours are mostly alike: a run is counted at once.
        for (int x = 0; x < image.width();) {
            const int begin = x;
            while (x < image.width() && line[x] == line[begin])
                ++x;
            counts[line[begin] & 0xFFFFFFU] += x - begin;
        }
    }
    std::vector<Counted> colors;
    for (const auto& [color, count] : counts)
        colors.push_back({color, count});
    // An order of its own: that of a hash differs between libraries.
    std::sort(colors.begin(), colors.end(), [](const Counted& a, const Counted& b) { return a.color < b.color; });
    if (colors.size() <= kMostColors) {
        for (const Counted& counted : colors) {
            m_index[counted.color] = static_cast<std::uint8_t>(m_colors.size());
            m_colors.push_back(0xFF000000U | counted.color);
        }
        return;
    }
    for (const Box& box : medianCut(colors)) {
        for (auto it = box.begin; it != box.end; ++it)
            m_index[it->color] = static_cast<std::uint8_t>(m_colors.size());
        m_colors.push_back(meanOf(box));
    }
}

} // namespace secant
