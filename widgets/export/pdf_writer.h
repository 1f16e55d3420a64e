#pragma once

#include <functional>

#include <QByteArray>
#include <QSize>

class QPainter;

namespace secant {

/// One page of `size` logical pixels with what `paint` draws: vectors, real text, fonts embedded. Equal pictures give
/// equal bytes if Qt's hashes have a fixed seed (it writes fonts in the order of one): the date is taken out.
[[nodiscard]] QByteArray pdfOf(const QSize& size, const std::function<void(QPainter&)>& paint);

} // namespace secant
