#include "core/scene/judgement_json.h"

#include <cmath>

namespace secant::json {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

nlohmann::ordered_json endToJson(double end)
{
    if (std::isfinite(end)) {
        return end;
    }
    return end < 0.0 ? "-inf" : "inf";
}

void readEnd(FieldReader& reader, const Json& object, const char* key, double& target)
{
    const auto found = object.find(key);
    if (found == object.end()) {
        return;
    }
    if (found->is_number()) {
        target = found->get<double>();
    } else if (*found == "-inf" || *found == "inf") {
        target = *found == "inf" ? kInfinite : -kInfinite;
    } else {
        reader.repair(std::string("judgement.") + key, "this should be a number, \"-inf\" or \"inf\"");
    }
}

} // namespace

nlohmann::ordered_json judgementToJson(const JudgementSpec& judgement)
{
    return {{"lo", endToJson(judgement.lo)},  {"hi", endToJson(judgement.hi)}, {"loClosed", judgement.loClosed},
            {"hiClosed", judgement.hiClosed}, {"shown", judgement.shown},      {"why", judgement.why}};
}

void readJudgement(FieldReader& reader, const Json& scene, JudgementSpec& target)
{
    const Json* object = reader.member(scene, "judgement", "", &Json::is_object, "an object");
    if (!object) {
        return;
    }
    JudgementSpec given;
    readEnd(reader, *object, "lo", given.lo);
    readEnd(reader, *object, "hi", given.hi);
    reader.readBool(*object, "loClosed", "judgement.", given.loClosed);
    reader.readBool(*object, "hiClosed", "judgement.", given.hiClosed);
    reader.readBool(*object, "shown", "judgement.", given.shown);
    reader.readBool(*object, "why", "judgement.", given.why);
    target = clamped(given, target);
    if (target != given) {
        reader.repair("judgement", "the interval is empty or reaches too far, or an infinite end is closed");
    }
}

} // namespace secant::json
