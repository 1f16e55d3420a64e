#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/scene/scene.h"
#include "core/support/result.h"

namespace secant {

inline constexpr int kSceneVersion = 1;
inline constexpr std::size_t kMaxSceneBytes = 16U << 20U;
inline constexpr std::size_t kMaxSceneDepth = 64;

/// Why a text is no scene: where in the file and what.
struct SceneError {
    std::string place;   ///< "curves[2].parameters.alpha", or "line 3, column 7".
    std::string reason;  ///< In English; it goes to a log or behind a translated sentence.
};

struct LoadedScene {
    Scene scene;
    std::vector<SceneError> repairs;  ///< What was out of range and replaced.
};

/// The scene as JSON, indented by two, keys in a fixed order, numbers in shortest round-trip decimals.
[[nodiscard]] std::string toJson(const Scene& scene);

/// Reads what toJson wrote. Unknown keys are ignored; values out of range are repaired and listed; a text that is no
/// JSON, too large, too deep or of a newer version is an error.
[[nodiscard]] Result<LoadedScene, SceneError> sceneFromJson(std::string_view json);

}  // namespace secant
