#pragma once

#include <vector>

#include <QSize>
#include <QString>

namespace secant {

/// What figures are made for, with the size that this asks for.
struct ExportPreset {
    QString text;
    QSize size; ///< Logical pixels at 96 an inch.
};

/// The first is the figure as it is on the screen.
[[nodiscard]] std::vector<ExportPreset> exportPresets(QSize figureSize);

} // namespace secant
