#pragma once

#include <span>
#include <string_view>

#include "core/catalogue/activation.h"
#include "core/scene/scene.h"

namespace secant {

/// A scene worth looking at, with the question that it puts to a class.
struct Example {
    std::string_view id;
    LocalizedText title;
    LocalizedText question;
    std::string_view formula; ///< Of the active curve, or the id of an activation behind "@".
    std::string_view other;   ///< Of a second curve, or empty.
    double lo;                ///< The interval of judgement, open where infinite or where openLo says so.
    double hi;
    bool openLo;
    Range view;
};

[[nodiscard]] std::span<const Example> examples();
/// Null if there is no such example.
[[nodiscard]] const Example* findExample(std::string_view id);

/// The scene of an example: its curves, its interval shown, nothing shaded. Heights are left as they are in a new
/// scene.
[[nodiscard]] Scene sceneOf(const Example& example);

} // namespace secant
