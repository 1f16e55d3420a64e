#pragma once

#include <memory>

#include <QImage>

class QIODevice;

namespace secant {

/// Writes pictures of one size one after the other, so that the memory needed does not grow with their number (WebP
/// keeps what it has compressed).
class AnimationWriter {
public:
    virtual ~AnimationWriter() = default;
    /// False if it could not be written.
    [[nodiscard]] virtual bool add(const QImage& frame) = 0;
    /// To be called once, after the last picture.
    [[nodiscard]] virtual bool finish() = 0;
};

/// GIF 89a that repeats for ever. Every picture has a palette of its own: exact up to 255 colours, else chosen by
/// median cut. Of a later picture only the rectangle
/// that changed is written. The delay is rounded to hundredths of a second.
[[nodiscard]] std::unique_ptr<AnimationWriter> gifWriter(QIODevice& device, QSize size, int delayMs);

/// Lossless WebP that repeats for ever.
[[nodiscard]] std::unique_ptr<AnimationWriter> webpWriter(QIODevice& device, QSize size, int delayMs);

} // namespace secant
