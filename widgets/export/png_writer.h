#pragma once

#include <QImage>

#include "widgets/export/export_file.h"

namespace secant {

/// A PNG of 8 bits a channel with the image's dots a metre, written row by row: after some rows `progress` hears how
/// many of all are done and may stop it. RGB, or RGBA where the image has an alpha channel. The same image gives the
/// same bytes. Precondition: the image is RGB32 or ARGB32_Premultiplied.
[[nodiscard]] Ending writePng(const QImage& image, QIODevice& device, const ExportProgress& progress);

} // namespace secant
