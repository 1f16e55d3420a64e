#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/scene/scene_json.h"

/// Internal to core/scene, like scene_reader.h.
namespace secant::json {

using Json = nlohmann::json;

/// Reads single members of a document. A missing one leaves its target alone; one of the wrong kind or out of range
/// does so too, and is listed. `place` is what stands before the key in the list: "chords[2]." or nothing.
class FieldReader {
public:
    void repair(std::string place, std::string reason);
    [[nodiscard]] std::vector<SceneError> takeRepairs() { return std::move(m_repairs); }

    /// The member, or null if there is none or it is not of the kind that `isKind` tells.
    const Json* member(const Json& parent, const char* key, const std::string& place,
                       bool (Json::*isKind)() const noexcept, const char* wanted);
    void readBool(const Json& parent, const char* key, const std::string& place, bool& target);
    void readInt(const Json& parent, const char* key, const std::string& place, int min, int max, int& target);
    void readNumber(const Json& parent, const char* key, const std::string& place, double min, double max,
                    double& target);
    template<typename Enum, std::size_t N>
    void readName(const Json& parent, const char* key, const std::string& place,
                  const std::array<const char*, N>& names, Enum& target);

private:
    std::vector<SceneError> m_repairs;
};

template<typename Enum, std::size_t N>
void FieldReader::readName(const Json& parent, const char* key, const std::string& place,
                           const std::array<const char*, N>& names, Enum& target)
{
    const Json* json = member(parent, key, place, &Json::is_string, "a text");
    if (!json)
        return;
    const auto found = std::find(names.begin(), names.end(), json->get_ref<const std::string&>());
    if (found != names.end())
        target = static_cast<Enum>(found - names.begin());
    else
        repair(place + key, "the word is unknown");
}

} // namespace secant::json
