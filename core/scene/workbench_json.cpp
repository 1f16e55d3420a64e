#include "core/scene/workbench_json.h"

#include <algorithm>

#include "core/scene/scene.h"

namespace secant::json {
namespace {

constexpr const char* kPlace = "workbench.";

void readPoints(FieldReader& reader, const Json& object, std::vector<WeightedPoint>& target)
{
    const Json* list = reader.member(object, "jensen", kPlace, &Json::is_array, "a list");
    if (!list) {
        return;
    }
    for (std::size_t i = 0; i < list->size() && i < kMaxJensenPoints; ++i) {
        const std::string place = kPlace + std::string("jensen[") + std::to_string(i) + "]";
        if (!(*list)[i].is_object()) {
            reader.repair(place, "this should be an object; the point was left out");
            continue;
        }
        WeightedPoint& point = target.emplace_back();
        reader.readNumber((*list)[i], "x", place + ".", -kMaxCoordinate, kMaxCoordinate, point.x);
        reader.readNumber((*list)[i], "weight", place + ".", 0.0, 1.0, point.weight);
    }
    if (list->size() == 1 || list->size() > kMaxJensenPoints) {
        reader.repair("workbench.jensen", "this should be no points, or 2 to " + std::to_string(kMaxJensenPoints));
    }
}

void readSegment(FieldReader& reader, const Json& object, WorkbenchSpec& target)
{
    const Json* list = reader.member(object, "segment", kPlace, &Json::is_array, "a list of four numbers");
    if (!list) {
        return;
    }
    const auto isNumber = [](const Json& json) { return json.is_number(); };
    if (list->size() != 4 || !std::all_of(list->begin(), list->end(), isNumber)) {
        reader.repair("workbench.segment", "this should be a list of four numbers");
        return;
    }
    target.segmentFirst = {(*list)[0].get<double>(), (*list)[1].get<double>()};
    target.segmentSecond = {(*list)[2].get<double>(), (*list)[3].get<double>()};
}

} // namespace

nlohmann::ordered_json workbenchToJson(const WorkbenchSpec& workbench)
{
    nlohmann::ordered_json jensen = nlohmann::ordered_json::array();
    for (const WeightedPoint& point : workbench.jensen) {
        jensen.push_back({{"x", point.x}, {"weight", point.weight}});
    }
    return {{"gaps", workbench.gaps},
            {"randomChords", workbench.randomChords},
            {"seed", workbench.seed},
            {"hunt", workbench.hunt},
            {"jensen", jensen},
            {"tangent", workbench.tangent},
            {"tangentX", workbench.tangentX},
            {"epigraph", workbench.epigraph},
            {"segment", nlohmann::ordered_json::array({workbench.segmentFirst.x, workbench.segmentFirst.y,
                                                       workbench.segmentSecond.x, workbench.segmentSecond.y})},
            {"envelope", workbench.envelope},
            {"conjugate", workbench.conjugate},
            {"conjugateSlope", workbench.conjugateSlope}};
}

void readWorkbench(FieldReader& reader, const Json& scene, WorkbenchSpec& target)
{
    const Json* object = reader.member(scene, "workbench", "", &Json::is_object, "an object");
    if (!object) {
        return;
    }
    WorkbenchSpec given;
    reader.readBool(*object, "gaps", kPlace, given.gaps);
    reader.readInt(*object, "randomChords", kPlace, 0, kMaxRandomChords, given.randomChords);
    if (const Json* seed = reader.member(*object, "seed", kPlace, &Json::is_number_unsigned, "a whole number from 0")) {
        given.seed = seed->get<std::uint64_t>();
    }
    reader.readBool(*object, "hunt", kPlace, given.hunt);
    readPoints(reader, *object, given.jensen);
    reader.readBool(*object, "tangent", kPlace, given.tangent);
    reader.readNumber(*object, "tangentX", kPlace, -kMaxCoordinate, kMaxCoordinate, given.tangentX);
    reader.readBool(*object, "epigraph", kPlace, given.epigraph);
    readSegment(reader, *object, given);
    reader.readBool(*object, "envelope", kPlace, given.envelope);
    reader.readBool(*object, "conjugate", kPlace, given.conjugate);
    reader.readNumber(*object, "conjugateSlope", kPlace, -kMaxCoordinate, kMaxCoordinate, given.conjugateSlope);
    target = clamped(given, {});
}

} // namespace secant::json
