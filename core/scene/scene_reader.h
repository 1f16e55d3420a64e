#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/scene/scene.h"
#include "core/scene/scene_json.h"

/// The inner side of scene_json.h: only its two sources include this.

namespace secant::json {

inline constexpr std::array<const char*, kPaneKinds> kPaneNames{"f", "df", "d2f", "df_dparameter"};
inline constexpr std::array<const char*, kFactKinds> kFactNames{
    "range", "monotone", "convex", "smoothness", "kinks",   "jumps",       "low",   "high",
    "dead",  "steepest", "zero",   "identity",   "extrema", "inflections", "normal"};
inline constexpr std::array<const char*, 3> kRuleNames{"absolute", "relative", "layers"};
inline constexpr std::array<const char*, kMarkKinds> kMarkNames{"zeros", "extrema", "inflections", "breaks",
                                                                "asymptotes"};
inline constexpr std::array<const char*, 4> kThemeNames{"window", "light", "dark", "paper"};
inline constexpr std::array<const char*, 2> kScaleNames{"linear", "logarithmic"};
inline constexpr std::array<const char*, 2> kLanguageNames{"en", "zh"};
inline constexpr std::array<const char*, 3> kNamingNames{"international", "older_chinese", "up_down"};

/// Makes a Scene of a document whose format and version were checked. Whatever is wrong in it is put right and listed.
[[nodiscard]] LoadedScene readScene(const nlohmann::json& json);

} // namespace secant::json
