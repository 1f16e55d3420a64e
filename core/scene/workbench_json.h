#pragma once

#include <nlohmann/json.hpp>

#include "core/scene/field_reader.h"
#include "core/scene/workbench.h"

/// Internal to core/scene, like scene_reader.h.
namespace secant::json {

/// {"gaps": true, "randomChords": 0, "seed": 1, "hunt": false, "jensen": [{"x": 0, "weight": 1}, …], "tangent": false,
///  "tangentX": 1, "epigraph": false, "segment": [x, y, x, y], "envelope": false, "conjugate": false,
///  "conjugateSlope": 0.5}
[[nodiscard]] nlohmann::ordered_json workbenchToJson(const WorkbenchSpec& workbench);
void readWorkbench(FieldReader& reader, const Json& scene, WorkbenchSpec& target);

} // namespace secant::json
