#include <algorithm>
#include <array>

#include <QIODevice>

#include <gif_lib.h>

#include "widgets/export/animation.h"
#include "widgets/export/gif_palette.h"

namespace secant {

namespace {

constexpr int kPaletteSize = 256; // giflib wants a power of two.
constexpr int kMsPerTick = 10;

int writeBytes(GifFileType* gif, const GifByteType* bytes, int count)
{
    return static_cast<int>(static_cast<QIODevice*>(gif->UserData)->write(reinterpret_cast<const char*>(bytes), count));
}

struct MapDeleter {
    void operator()(ColorMapObject* map) const { GifFreeMapObject(map); }
};

class GifWriter : public AnimationWriter {
public:
    GifWriter(QIODevice& device, QSize size, int delayMs);
    ~GifWriter() override;
    GifWriter(const GifWriter&) = delete;
    GifWriter& operator=(const GifWriter&) = delete;

    bool add(const QImage& frame) override;
    bool finish() override;

private:
    [[nodiscard]] bool writeHead();
    [[nodiscard]] bool writePixels(const QImage& image, const QRect& area, const GifPalette& palette);

    GifFileType* m_gif = nullptr;
    QSize m_size;
    int m_delay;
    bool m_hasHead = false;
    QImage m_last; ///< What the reader shows when the next picture comes: only what differs is written.
};

GifWriter::GifWriter(QIODevice& device, QSize size, int delayMs)
    : m_size(size), m_delay(std::max(2, (delayMs + kMsPerTick / 2) / kMsPerTick))
{
    int error = 0;
    m_gif = EGifOpen(&device, &writeBytes, &error);
}

GifWriter::~GifWriter()
{
    int error = 0;
    if (m_gif != nullptr)
        EGifCloseFile(m_gif, &error);
}

bool GifWriter::writeHead()
{
    EGifSetGifVersion(m_gif, true);
    if (EGifPutScreenDesc(m_gif, m_size.width(), m_size.height(), 8, 0, nullptr) == GIF_ERROR)
        return false;
    const std::array<GifByteType, 3> forEver{1, 0, 0};
    return EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE) != GIF_ERROR &&
           EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0") != GIF_ERROR &&
           EGifPutExtensionBlock(m_gif, static_cast<int>(forEver.size()), forEver.data()) != GIF_ERROR &&
           EGifPutExtensionTrailer(m_gif) != GIF_ERROR;
}

/// Where two pictures of one size differ; a pixel if nowhere.
QRect changed(const QImage& before, const QImage& after)
{
    if (before.isNull())
        return after.rect();
    QRect area;
    for (int y = 0; y < after.height(); ++y) {
        const auto* old = reinterpret_cast<const QRgb*>(before.constScanLine(y));
        const auto* now = reinterpret_cast<const QRgb*>(after.constScanLine(y));
        const auto first = std::mismatch(now, now + after.width(), old).first - now;
        if (first == after.width())
            continue;
        auto last = static_cast<std::ptrdiff_t>(after.width()) - 1;
        while (now[last] == old[last])
            --last;
        area |= QRect(QPoint(static_cast<int>(first), y), QPoint(static_cast<int>(last), y));
    }
    return area.isEmpty() ? QRect(0, 0, 1, 1) : area;
}

bool GifWriter::add(const QImage& frame)
{
    if (m_gif == nullptr || (!m_hasHead && !writeHead()))
        return false;
    m_hasHead = true;
    const QImage image = frame.convertToFormat(QImage::Format_RGB32);
    const QRect area = changed(m_last, image);
    m_last = image;
    const GifPalette palette(image.copy(area));
    std::array<GifColorType, kPaletteSize> colors{};
    for (std::size_t i = 0; i < palette.colors().size(); ++i) {
        const QRgb color = palette.colors()[i];
        colors[i] = {static_cast<GifByteType>(qRed(color)), static_cast<GifByteType>(qGreen(color)),
                     static_cast<GifByteType>(qBlue(color))};
    }
    const std::unique_ptr<ColorMapObject, MapDeleter> map(GifMakeMapObject(kPaletteSize, colors.data()));
    const std::array<GifByteType, 4> control{DISPOSE_DO_NOT << 2, static_cast<GifByteType>(m_delay & 0xFF),
                                             static_cast<GifByteType>(m_delay >> 8), 0};
    return map &&
           EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE, static_cast<int>(control.size()), control.data()) !=
               GIF_ERROR &&
           EGifPutImageDesc(m_gif, area.x(), area.y(), area.width(), area.height(), false, map.get()) != GIF_ERROR &&
           writePixels(image, area, palette);
}

bool GifWriter::writePixels(const QImage& image, const QRect& area, const GifPalette& palette)
{
    std::vector<GifPixelType> row(static_cast<std::size_t>(area.width()));
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y)) + area.left();
        // Neighbours are mostly alike: they are looked up once.
        QRgb color = line[0];
        std::uint8_t index = palette.indexOf(color);
        for (std::size_t x = 0; x < row.size(); ++x) {
            if (line[x] != color) {
                color = line[x];
                index = palette.indexOf(color);
            }
            row[x] = index;
        }
        if (EGifPutLine(m_gif, row.data(), area.width()) == GIF_ERROR)
            return false;
    }
    return true;
}

bool GifWriter::finish()
{
    int error = 0;
    const bool closed = m_hasHead && EGifCloseFile(m_gif, &error) != GIF_ERROR;
    m_gif = m_hasHead ? nullptr : m_gif;
    return closed;
}

} // namespace

std::unique_ptr<AnimationWriter> gifWriter(QIODevice& device, QSize size, int delayMs)
{
    return std::make_unique<GifWriter>(device, size, delayMs);
}

} // namespace secant
