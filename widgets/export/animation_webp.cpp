#include <memory>

#include <QIODevice>

#include <webp/encode.h>
#include <webp/mux.h>

#include "widgets/export/animation.h"

namespace secant {

namespace {

struct EncoderDeleter {
    void operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }
};

/// A picture that libwebp has memory for.
class Picture {
public:
    Picture() : m_valid(WebPPictureInit(&m_picture) != 0) {}
    ~Picture() { WebPPictureFree(&m_picture); }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    [[nodiscard]] bool import(const QImage& image)
    {
        m_picture.use_argb = 1;
        m_picture.width = image.width();
        m_picture.height = image.height();
        return m_valid && WebPPictureImportBGRX(&m_picture, image.constBits(), static_cast<int>(image.bytesPerLine()));
    }
    [[nodiscard]] WebPPicture* get() { return &m_picture; }

private:
    WebPPicture m_picture{};
    bool m_valid;
};

class WebpWriter : public AnimationWriter {
public:
    WebpWriter(QIODevice& device, QSize size, int delayMs) : m_device(device), m_delay(delayMs)
    {
        WebPAnimEncoderOptions options{};
        if (WebPAnimEncoderOptionsInit(&options) != 0 && WebPConfigInit(&m_config) != 0 &&
            WebPConfigLosslessPreset(&m_config, kEffort) != 0) {
            options.anim_params.loop_count = 0;
            m_encoder.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
        }
    }

    bool add(const QImage& frame) override
    {
        Picture picture;
        if (!m_encoder || !picture.import(frame.convertToFormat(QImage::Format_RGB32)))
            return false;
        const int at = m_delay * m_frames++;
        return WebPAnimEncoderAdd(m_encoder.get(), picture.get(), at, &m_config) != 0;
    }

    bool finish() override
    {
        WebPData data;
        WebPDataInit(&data);
        const bool assembled = m_encoder && m_frames > 0 &&
                               WebPAnimEncoderAdd(m_encoder.get(), nullptr, m_delay * m_frames, nullptr) != 0 &&
                               WebPAnimEncoderAssemble(m_encoder.get(), &data) != 0;
        const auto size = static_cast<qint64>(data.size);
        const bool written = assembled && m_device.write(reinterpret_cast<const char*>(data.bytes), size) == size;
        WebPDataClear(&data);
        return written;
    }

private:
    static constexpr int kEffort = 2; ///< Of 0 (fast) to 9 (small).

    QIODevice& m_device;
    int m_delay;
    int m_frames = 0;
    WebPConfig m_config{};
    std::unique_ptr<WebPAnimEncoder, EncoderDeleter> m_encoder;
};

} // namespace

std::unique_ptr<AnimationWriter> webpWriter(QIODevice& device, QSize size, int delayMs)
{
    return std::make_unique<WebpWriter>(device, size, delayMs);
}

} // namespace secant
