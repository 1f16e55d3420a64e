#pragma once

#include <array>

#include "core/scene/scene.h"

namespace secant {

/// The picture that a figure is computed for: the size of its panes in device pixels and of its text in them.
struct Budget {
    double paneWidthPx = 800.0;
    std::array<double, kPaneKinds> paneHeightPx{600.0, 600.0, 600.0, 600.0};
    double tickSpacingPx = 90.0; ///< Wanted distance of labelled ticks.
};

} // namespace secant
