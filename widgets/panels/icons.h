#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace secant {

/// The picture ":/icons/<name>.svg" in one colour, drawn from its vectors at every size and screen scale.
/// Disabled states are paler. Without a valid colour it has the application palette's ButtonText at the moment of
/// drawing, so it follows a change between light and dark by itself. An unknown name gives a null icon.
[[nodiscard]] QIcon icon(const QString& name, const QColor& color = {});

/// Same, with another role of the application palette.
[[nodiscard]] QIcon icon(const QString& name, QPalette::ColorRole role);

} // namespace secant
