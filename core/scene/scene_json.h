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
inline constexpr std::size_t kMaxSceneValues = 1'000'000; ///< Numbers, texts, lists and objects in one file.
inline constexpr std::size_t kMaxRepairs = 100;           ///< What is listed; the last one says that there were more.

/// Why a text is no scene: where in the file and what.
struct SceneError {
    std::string place;    ///< "curves[2].parameters.alpha", or "line 3, column 7".
    std::string reason;   ///< In English; it goes to a log or behind a translated sentence.
    bool isNewer = false; ///< The file belongs to a newer version, and nobody may write over it.
};

struct LoadedScene {
    Scene scene;
    std::vector<SceneError> repairs; ///< What was out of range and replaced.
};

/// The scene as JSON, indented by two, keys in a fixed order, numbers in decimals that read back as the same double.
/// Written alike in every locale. What sceneFromJson would repair (NaN, broken UTF-8) is not kept.
///
///   {"format": "secant-scene", "version": 1,
///    "curves": [{"id": 1, "activation": "leaky_relu", "parameters": {"alpha": 0.1}, "style": 0, "visible": true,
///                "randomSlopes": {"training": true, "seed": 1, "draws": 24}}, {"id": 2, "formula": "x^2", …}],
///    "activeCurve": 1, "nextCurve": 3,
///    "view": {"x": [-6, 6], "f": […], "df": […], "d2f": […], "df_dparameter": […],
///             "xScale": "linear" | "logarithmic", "yScale": "linear"}, "panes": ["f", "df"],
///    "facts": ["range", "kinks"],
///    "shading": {"saturated": true, "dead": true, "epsilon": 0.05,
///                "rule": "absolute" | "relative" | "layers", "layers": 10, "expanding": false, "monotone": false,
///                "curved": false, "identity": false, "tolerance": 0.05,
///                "inputs": {"shown": false, "mean": 0, "deviation": 1}},
///    "chords": [{"curve": 1, "x1": -2, "x2": 3, "lambda": 0.5}],
///    "judgement": {"lo": "-inf", "hi": 2, "loClosed": false, "hiClosed": true,
///                  "shown": false, "why": false},
///    "marks": ["zeros", "extrema", "inflections", "breaks", "asymptotes"],
///    "show": {"kinks": true, "crosshair": true, "tangent": true, "grid": true,
///             "autoHeights": false},
///    "workbench": {"gaps": true, "randomChords": 0, "seed": 1, "hunt": false, "jensen": [{"x": 0, "weight": 1}, …],
///                  "tangent": false, "tangentX": 1, "epigraph": false, "segment": [-1.5, 3, 2, 3],
///                  "envelope": false, "conjugate": false, "conjugateSlope": 0.5},
///    "naming": "international" | "older_chinese" | "up_down",
///    "example": "cube",
///    "theme": "window" | "light" | "dark" | "paper", "language": "en" | "zh"}
///
/// A missing key has the value of a new Scene; `randomSlopes`, `xScale` and `yScale` are written where they differ from
/// that.
[[nodiscard]] std::string toJson(const Scene& scene);

/// Reads what toJson wrote. Unknown keys are ignored; values out of range are repaired and listed; a text that is no
/// JSON (or holds a number beyond double), too large, too deep or of a newer version is an error.
/// A curve of an unknown activation, one without a formula and a chord of no curve are left out, and listed.
[[nodiscard]] Result<LoadedScene, SceneError> sceneFromJson(std::string_view json);

} // namespace secant
