#pragma once

#include <nlohmann/json.hpp>

#include "core/scene/field_reader.h"
#include "core/scene/judgement.h"

/// Internal to core/scene, like scene_reader.h.
namespace secant::json {

/// {"lo": "-inf", "hi": 2, "loClosed": false, "hiClosed": true, "shown": true, "why": false}; an infinite end is a
/// text.
[[nodiscard]] nlohmann::ordered_json judgementToJson(const JudgementSpec& judgement);
void readJudgement(FieldReader& reader, const Json& scene, JudgementSpec& target);

} // namespace secant::json
