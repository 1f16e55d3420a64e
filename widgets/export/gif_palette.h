#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include <QImage>

namespace secant {

/// At most 255 colours for the pixels of a picture: exactly its own where it has no more, otherwise the means of the
/// boxes of a median cut (Heckbert 1982) through the cube of its colours, weighted by how often they occur.
class GifPalette {
public:
    /// `image` is RGB32.
    explicit GifPalette(const QImage& image);

    [[nodiscard]] const std::vector<QRgb>& colors() const { return m_colors; }
    /// Precondition: the colour occurs in the picture.
    [[nodiscard]] std::uint8_t indexOf(QRgb color) const { return m_index.at(color & 0xFFFFFFU); }

private:
    std::vector<QRgb> m_colors;
    std::unordered_map<QRgb, std::uint8_t> m_index;
};

} // namespace secant
