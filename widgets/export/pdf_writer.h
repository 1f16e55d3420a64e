#pragma once

#include <functional>

#include <QByteArray>
#include <QSize>

class QPainter;

namespace secant {

/// One page of `size` logical pixels with what `paint` draws: vectors, real text, fonts embedded. Equal pictures give
/// equal bytes: the date that Qt writes is blanked out in place.
[[nodiscard]] QByteArray pdfOf(const QSize& size, const std::function<void(QPainter&)>& paint);

} // namespace secant
