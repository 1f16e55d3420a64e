#include "core/scene/scene_json.h"

#include <algorithm>
#include <exception>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/scene/judgement_json.h"
#include "core/scene/scene_reader.h"
#include "core/scene/workbench_json.h"

namespace secant {

namespace {

using namespace json;
using OrderedJson = nlohmann::ordered_json;

constexpr const char* kFormat = "secant-scene";

OrderedJson rangeToJson(const Range& range)
{
    return OrderedJson::array({range.min, range.max});
}

OrderedJson curveToJson(const CurveSpec& curve)
{
    OrderedJson json;
    json["id"] = curve.id;
    // The formula of an activation follows from its id, so it is not said twice.
    if (curve.activation.empty())
        json["formula"] = curve.formula;
    else
        json["activation"] = curve.activation;
    json["parameters"] = OrderedJson::object();
    for (const auto& [name, value] : curve.parameters)
        json["parameters"][name] = value;
    json["style"] = curve.style;
    json["visible"] = curve.visible;
    if (curve.randomSlopes != RandomSlopes{}) {
        json["randomSlopes"] = {{"training", curve.randomSlopes.training},
                                {"seed", curve.randomSlopes.seed},
                                {"draws", curve.randomSlopes.draws}};
    }
    return json;
}

OrderedJson viewToJson(const View& view)
{
    OrderedJson json;
    json["x"] = rangeToJson(view.x);
    for (std::size_t pane = 0; pane < kPaneKinds; ++pane)
        json[kPaneNames[pane]] = rangeToJson(view.y[pane]);
    for (const auto& [key, scale] : {std::pair{"xScale", view.xScale}, std::pair{"yScale", view.yScale}}) {
        if (scale != AxisScale::Linear)
            json[key] = kScaleNames[static_cast<std::size_t>(scale)];
    }
    return json;
}

OrderedJson shadingToJson(const ShadingSpec& shading)
{
    return {
        {"saturated", shading.saturated},
        {"dead", shading.dead},
        {"epsilon", shading.epsilon},
        {"rule", kRuleNames[static_cast<std::size_t>(shading.rule)]},
        {"layers", shading.layers},
        {"expanding", shading.expanding},
        {"monotone", shading.monotone},
        {"curved", shading.curved},
        {"identity", shading.identity},
        {"tolerance", shading.tolerance},
        {"inputs",
         {{"shown", shading.inputs.shown}, {"mean", shading.inputs.mean}, {"deviation", shading.inputs.deviation}}}};
}

OrderedJson sceneToJson(const Scene& scene)
{
    OrderedJson json;
    json["format"] = kFormat;
    json["version"] = kSceneVersion;
    json["curves"] = OrderedJson::array();
    for (const CurveSpec& curve : scene.curves)
        json["curves"].push_back(curveToJson(curve));
    json["activeCurve"] = scene.activeCurve;
    json["nextCurve"] = scene.nextCurve;
    json["view"] = viewToJson(scene.view);
    json["panes"] = OrderedJson::array();
    for (std::size_t pane = 0; pane < kPaneKinds; ++pane) {
        if (scene.panes[pane])
            json["panes"].push_back(kPaneNames[pane]);
    }
    json["facts"] = OrderedJson::array();
    for (std::size_t fact = 0; fact < kFactKinds; ++fact) {
        if (scene.facts.shown[fact])
            json["facts"].push_back(kFactNames[fact]);
    }
    json["shading"] = shadingToJson(scene.shading);
    json["chords"] = OrderedJson::array();
    for (const ChordSpec& chord : scene.chords)
        json["chords"].push_back(
            {{"curve", chord.curve}, {"x1", chord.x1}, {"x2", chord.x2}, {"lambda", chord.lambda}});
    json["judgement"] = judgementToJson(scene.judgement);
    json["marks"] = OrderedJson::array();
    for (std::size_t mark = 0; mark < kMarkKinds; ++mark) {
        if (scene.marks[mark])
            json["marks"].push_back(kMarkNames[mark]);
    }
    json["show"] = {{"kinks", scene.kinks},
                    {"crosshair", scene.crosshair},
                    {"tangent", scene.tangent},
                    {"grid", scene.grid},
                    {"autoHeights", scene.autoHeights}};
    json["workbench"] = workbenchToJson(scene.workbench);
    json["naming"] = kNamingNames[static_cast<std::size_t>(scene.naming)];
    if (!scene.example.empty())
        json["example"] = scene.example;
    json["theme"] = kThemeNames[static_cast<std::size_t>(scene.theme)];
    json["language"] = kLanguageNames[static_cast<std::size_t>(scene.language)];
    return json;
}

/// Reads the text once without keeping it, so that depth, number of values and syntax are known to be harmless before
/// memory is spent on them.
class Checker : public nlohmann::json_sax<Json> {
public:
    bool null() override { return count(); }
    bool boolean(bool) override { return count(); }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t&) override { return count(); }
    bool string(string_t&) override { return count(); }
    bool binary(binary_t&) override { return count(); }
    bool key(string_t&) override { return count(); }
    bool start_object(std::size_t) override { return open(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override
    {
        m_position = position;
        m_reason = error.id == 406 ? "a number is too large" : "this is not JSON";
        return false;
    }

    [[nodiscard]] const char* reason() const { return m_reason; }
    [[nodiscard]] std::optional<std::size_t> position() const { return m_position; }

private:
    bool count()
    {
        if (++m_values <= kMaxSceneValues)
            return true;
        m_reason = "too many values";
        return false;
    }
    bool open()
    {
        if (++m_depth > kMaxSceneDepth) {
            m_reason = "nested too deeply";
            return false;
        }
        return count();
    }
    bool close()
    {
        --m_depth;
        return true;
    }

    std::size_t m_values = 0;
    std::size_t m_depth = 0;
    const char* m_reason = "this is not JSON";
    std::optional<std::size_t> m_position; ///< In bytes, from 1.
};

std::string lineAndColumn(std::string_view text, std::size_t position)
{
    const std::string_view before = text.substr(0, position == 0 ? 0 : std::min(position - 1, text.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t newline = before.rfind('\n');
    const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
    // Continuation bytes of UTF-8 are no characters of their own.
    const auto column = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
    return "line " + std::to_string(lines + 1) + ", column " + std::to_string(column + 1);
}

std::optional<SceneError> syntaxProblem(std::string_view text)
{
    Checker checker;
    if (Json::sax_parse(text, &checker))
        return std::nullopt;
    const auto position = checker.position();
    return SceneError{position ? lineAndColumn(text, *position) : std::string(), checker.reason()};
}

/// Nothing if the document is one of ours and not newer than we are.
std::optional<SceneError> headProblem(const Json& json)
{
    if (!json.is_object())
        return SceneError{"", "this is no scene"};
    const auto format = json.find("format");
    if (format != json.end() && *format != kFormat)
        return SceneError{"format", "this is no scene"};
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer() || *version < 1)
        return SceneError{"version", "this is no scene: the version is missing"};
    if (*version > kSceneVersion)
        return SceneError{"version", "the scene was written by a newer version of the program", true};
    return std::nullopt;
}

Result<LoadedScene, SceneError> read(std::string_view text)
{
    if (const auto problem = syntaxProblem(text))
        return *problem;
    const Json document = Json::parse(text, nullptr, false);
    if (document.is_discarded())
        return SceneError{"", "this is not JSON"};
    if (const auto problem = headProblem(document))
        return *problem;
    return readScene(document);
}

} // namespace

std::string toJson(const Scene& scene)
{
    return sceneToJson(scene).dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

Result<LoadedScene, SceneError> sceneFromJson(std::string_view json)
{
    if (json.size() > kMaxSceneBytes)
        return SceneError{"", "the file is larger than " + std::to_string(kMaxSceneBytes >> 20U) + " MiB"};
    try {
        return read(json);
    } catch (const std::exception&) {
        return SceneError{"", "there is not enough memory to read this"};
    }
}

} // namespace secant
