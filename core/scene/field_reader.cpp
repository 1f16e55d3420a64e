#include "core/scene/field_reader.h"

#include <cmath>
#include <utility>

namespace secant::json {

void FieldReader::repair(std::string place, std::string reason)
{
    if (m_repairs.size() + 1 < kMaxRepairs)
        m_repairs.push_back({std::move(place), std::move(reason)});
    else if (m_repairs.size() < kMaxRepairs)
        m_repairs.push_back({"", "there is more that had to be repaired"});
}

const Json* FieldReader::member(const Json& parent, const char* key, const std::string& place,
                                bool (Json::*isKind)() const noexcept, const char* wanted)
{
    const auto found = parent.find(key);
    if (found == parent.end())
        return nullptr;
    if (((*found).*isKind)())
        return &*found;
    repair(place + key, std::string("this should be ") + wanted);
    return nullptr;
}

void FieldReader::readBool(const Json& parent, const char* key, const std::string& place, bool& target)
{
    if (const Json* json = member(parent, key, place, &Json::is_boolean, "true or false"))
        target = json->get<bool>();
}

void FieldReader::readInt(const Json& parent, const char* key, const std::string& place, int min, int max, int& target)
{
    const Json* json = member(parent, key, place, &Json::is_number, "a whole number");
    if (!json)
        return;
    const double value = json->get<double>();
    if (value >= min && value <= max && value == std::floor(value))
        target = static_cast<int>(value);
    else
        repair(place + key, "this should be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
}

void FieldReader::readNumber(const Json& parent, const char* key, const std::string& place, double min, double max,
                             double& target)
{
    const Json* json = member(parent, key, place, &Json::is_number, "a number");
    if (!json)
        return;
    const double value = json->get<double>();
    if (value >= min && value <= max)
        target = value;
    else
        repair(place + key, "the number is out of range");
}

} // namespace secant::json
