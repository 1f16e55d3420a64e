#include "widgets/export/png_writer.h"

#include <csetjmp>
#include <memory>
#include <vector>

#include <QIODevice>

#include <png.h>

namespace secant {
namespace {

/// Progress is told after so many rows of an A4 page at 600 dpi: a few milliseconds.
constexpr int kRowsATime = 64;
/// Figures are flat: the difference to the row above compresses as well as libpng's choice of filter in half the time.
constexpr int kFilter = PNG_FILTER_UP;
constexpr int kCompression = 6;

void writeBytes(png_structp png, png_bytep bytes, size_t count)
{
    auto* device = static_cast<QIODevice*>(png_get_io_ptr(png));
    if (device->write(reinterpret_cast<const char*>(bytes), static_cast<qint64>(count)) != static_cast<qint64>(count)) {
        png_error(png, "not written");
    }
}

void flushNothing(png_structp /*png*/) {}

/// libpng leaves through a jump, the message is of no use to a person.
void leave(png_structp png, png_const_charp /*message*/)
{
    png_longjmp(png, 1);
}

void ignore(png_structp /*png*/, png_const_charp /*message*/) {}

class PngFile {
public:
    PngFile(const QImage& image, QIODevice& device)
        : m_image(image),
          m_device(device),
          m_hasAlpha(image.hasAlphaChannel()),
          m_row(static_cast<std::size_t>(image.width()) * (m_hasAlpha ? 4 : 3)),
          m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, &leave, &ignore))
    {
        m_info = m_png != nullptr ? png_create_info_struct(m_png) : nullptr;
    }
    ~PngFile() { png_destroy_write_struct(&m_png, &m_info); }
    PngFile(const PngFile&) = delete;
    PngFile& operator=(const PngFile&) = delete;

    [[nodiscard]] bool writeHead()
    {
        // Nothing that needs a destructor may live between here and a jump.
        if (m_info == nullptr || setjmp(png_jmpbuf(m_png)) != 0) {
            return false;
        }
        png_set_write_fn(m_png, &m_device, &writeBytes, &flushNothing);
        png_set_filter(m_png, PNG_FILTER_TYPE_BASE, kFilter);
        png_set_compression_level(m_png, kCompression);
        png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(m_image.width()),
                     static_cast<png_uint_32>(m_image.height()), 8,
                     m_hasAlpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_set_pHYs(m_png, m_info, static_cast<png_uint_32>(m_image.dotsPerMeterX()),
                     static_cast<png_uint_32>(m_image.dotsPerMeterY()), PNG_RESOLUTION_METER);
        png_write_info(m_png, m_info);
        return true;
    }

    [[nodiscard]] bool writeRow(int y)
    {
        fillRow(y);
        if (setjmp(png_jmpbuf(m_png)) != 0) {
            return false;
        }
        png_write_row(m_png, m_row.data());
        return true;
    }

    [[nodiscard]] bool finish()
    {
        if (setjmp(png_jmpbuf(m_png)) != 0) {
            return false;
        }
        png_write_end(m_png, nullptr);
        return true;
    }

private:
    void fillRow(int y)
    {
        const auto* line = reinterpret_cast<const QRgb*>(m_image.constScanLine(y));
        png_byte* out = m_row.data();
        for (int x = 0; x < m_image.width(); ++x) {
            const QRgb pixel = m_hasAlpha ? qUnpremultiply(line[x]) : line[x];
            *out++ = static_cast<png_byte>(qRed(pixel));
            *out++ = static_cast<png_byte>(qGreen(pixel));
            *out++ = static_cast<png_byte>(qBlue(pixel));
            if (m_hasAlpha) {
                *out++ = static_cast<png_byte>(qAlpha(pixel));
            }
        }
    }

    const QImage& m_image;
    QIODevice& m_device;
    bool m_hasAlpha;
    std::vector<png_byte> m_row;
    png_structp m_png;
    png_infop m_info = nullptr;
};

} // namespace

Ending writePng(const QImage& image, QIODevice& device, const ExportProgress& progress)
{
    PngFile file(image, device);
    if (!file.writeHead()) {
        return Ending::Failed;
    }
    for (int y = 0; y < image.height(); ++y) {
        if (!file.writeRow(y)) {
            return Ending::Failed;
        }
        const bool isTold = (y + 1) % kRowsATime == 0 && progress;
        if (isTold && !progress(y + 1, image.height())) {
            return Ending::Stopped;
        }
    }
    return file.finish() ? Ending::Written : Ending::Failed;
}

} // namespace secant
