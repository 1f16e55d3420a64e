#include "core/scene/scene_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/scene/examples.h"
#include "core/scene/field_reader.h"
#include "core/scene/judgement_json.h"
#include "core/scene/workbench_json.h"

namespace secant::json {

namespace {

/// A name out of a file made fit for a message: at most 40 bytes, ASCII.
std::string quotable(std::string_view name)
{
    std::string result(name.substr(0, 40));
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return result;
}

bool isParameterName(std::string_view name)
{
    // Bytes above ASCII are letters of other scripts: α is a name.
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !name.empty() && name.size() <= 4 * kMaxNameLength && isLetter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return isLetter(c) || isDigit(c); });
}

bool allows(const ParameterSpec& spec, double value)
{
    return std::isfinite(value) && (spec.minIncluded ? value >= spec.min : value > spec.min) && value <= spec.max;
}

/// Turns a document into a Scene. Whatever is wrong is put right and listed with its place.
class Reader : public FieldReader {
public:
    Scene read(const Json& json);

private:
    void readCurves(const Json& json, Scene& scene);
    std::optional<CurveSpec> readCurve(const Json& json, const std::string& place);
    std::optional<std::string> readFormula(const Json& json, const std::string& place);
    void readParameters(const Json& json, const std::string& place, const Activation* activation, CurveSpec& curve);
    void readRandomSlopes(const Json& json, const std::string& place, RandomSlopes& target);
    static void giveNewIds(Scene& scene);
    void readIds(const Json& json, Scene& scene);
    void readView(const Json& json, View& view);
    void readRange(const Json& parent, const char* key, AxisScale scale, Range& target);
    /// A list of names, which are switched on; those of the others are switched off.
    template<std::size_t N>
    void readFlags(const Json& json, const char* key, const std::array<const char*, N>& names,
                   std::array<bool, N>& flags);
    void readShading(const Json& json, ShadingSpec& shading);
    void readInputs(const Json& json, InputSpec& inputs);
    void readChords(const Json& json, Scene& scene);
    void readMarks(const Json& json, Scene& scene);
    void readSwitches(const Json& json, Scene& scene);
    void readExample(const Json& json, Scene& scene);
};

Scene Reader::read(const Json& json)
{
    Scene scene;
    readCurves(json, scene);
    readIds(json, scene);
    readView(json, scene.view);
    readFlags(json, "panes", kPaneNames, scene.panes);
    scene.panes.front() = true;
    readFlags(json, "facts", kFactNames, scene.facts.shown);
    readShading(json, scene.shading);
    readChords(json, scene);
    readMarks(json, scene);
    readSwitches(json, scene);
    readJudgement(*this, json, scene.judgement);
    readWorkbench(*this, json, scene.workbench);
    readExample(json, scene);
    readName(json, "naming", "", kNamingNames, scene.naming);
    readName(json, "theme", "", kThemeNames, scene.theme);
    readName(json, "language", "", kLanguageNames, scene.language);
    return scene;
}

void Reader::readCurves(const Json& json, Scene& scene)
{
    const Json* list = member(json, "curves", "", &Json::is_array, "a list");
    if (!list)
        return;
    std::set<int> ids;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string place = "curves[" + std::to_string(i) + "]";
        if (scene.curves.size() == kMaxCurves) {
            repair(place, "there are more than " + std::to_string(kMaxCurves) + " curves; the rest were left out");
            break;
        }
        std::optional<CurveSpec> curve = readCurve((*list)[i], place);
        if (!curve)
            continue;
        if (curve->id == 0 || !ids.insert(curve->id).second) {
            repair(place + ".id", "another curve has this id, or there is none; the curve was given a new one");
            curve->id = 0;
        }
        scene.curves.push_back(std::move(*curve));
    }
    giveNewIds(scene);
}

void Reader::giveNewIds(Scene& scene)
{
    int last = 0;
    for (const CurveSpec& curve : scene.curves)
        last = std::max(last, curve.id);
    for (CurveSpec& curve : scene.curves) {
        if (curve.id == 0)
            curve.id = ++last;
    }
    scene.nextCurve = last + 1;
}

std::optional<CurveSpec> Reader::readCurve(const Json& json, const std::string& place)
{
    if (!json.is_object()) {
        repair(place, "this should be an object; the curve was left out");
        return std::nullopt;
    }
    CurveSpec curve;
    const Activation* activation = nullptr;
    if (json.contains("activation")) {
        const Json& id = json["activation"];
        activation = id.is_string() ? findActivation(id.get_ref<const std::string&>()) : nullptr;
        if (!activation) {
            repair(place + ".activation", "this activation is unknown; the curve was left out");
            return std::nullopt;
        }
        curve.activation = activation->id();
        curve.formula = callText(*activation);
    } else {
        std::optional<std::string> formula = readFormula(json, place);
        if (!formula)
            return std::nullopt;
        curve.formula = std::move(*formula);
    }
    readInt(json, "id", place + ".", 1, kMaxCurveId - static_cast<int>(kMaxCurves), curve.id);
    readInt(json, "style", place + ".", 0, static_cast<int>(kMaxCurves), curve.style);
    readBool(json, "visible", place + ".", curve.visible);
    readParameters(json, place, activation, curve);
    readRandomSlopes(json, place, curve.randomSlopes);
    return curve;
}

std::optional<std::string> Reader::readFormula(const Json& json, const std::string& place)
{
    const Json* text = member(json, "formula", place + ".", &Json::is_string, "a text");
    if (!text) {
        repair(place, "there is neither a formula nor an activation; the curve was left out");
        return std::nullopt;
    }
    std::string formula = text->get<std::string>();
    if (formula.size() > kMaxFormulaBytes) {
        repair(place + ".formula", "the formula is too long; the curve was left out");
        return std::nullopt;
    }
    const auto isControl = [](char c) { return (c >= '\0' && c < ' ') || c == '\x7F'; };
    if (std::any_of(formula.begin(), formula.end(), isControl)) {
        repair(place + ".formula", "control characters were replaced by spaces");
        std::replace_if(formula.begin(), formula.end(), isControl, ' ');
    }
    return formula;
}

void Reader::readParameters(const Json& json, const std::string& place, const Activation* activation, CurveSpec& curve)
{
    const Json* values = member(json, "parameters", place + ".", &Json::is_object, "an object");
    if (!values)
        return;
    for (const auto& [name, value] : values->items()) {
        const std::string where = place + ".parameters." + quotable(name);
        // A typed formula may name anything; a parameter that it does not use is kept for when it does again.
        ParameterSpec anything;
        anything.min = -kMaxCoordinate;
        anything.max = kMaxCoordinate;
        const ParameterSpec* spec = isParameterName(name) ? &anything : nullptr;
        if (activation) {
            const auto specs = activation->primitive->parameters;
            const auto found = std::find_if(specs.begin(), specs.end(), [&](const auto& s) { return s.name == name; });
            spec = found == specs.end() ? nullptr : &*found;
        }
        if (!spec)
            repair(where, "there is no such parameter; it was left out");
        else if (!value.is_number() || !allows(*spec, value.get<double>()))
            repair(where, "this is no allowed value; the standard value is used");
        else
            curve.parameters[name] = value.get<double>();
    }
}

void Reader::readRandomSlopes(const Json& json, const std::string& place, RandomSlopes& target)
{
    const Json* slopes = member(json, "randomSlopes", place + ".", &Json::is_object, "an object");
    if (!slopes)
        return;
    const std::string here = place + ".randomSlopes.";
    readBool(*slopes, "training", here, target.training);
    readInt(*slopes, "draws", here, 1, kMaxDraws, target.draws);
    if (const Json* seed = member(*slopes, "seed", here, &Json::is_number_unsigned, "a whole number from 0"))
        target.seed = seed->get<std::uint64_t>();
}

void Reader::readIds(const Json& json, Scene& scene)
{
    // A greater one says that later curves were removed; their ids must not come back.
    readInt(json, "nextCurve", "", scene.nextCurve, kMaxCurveId, scene.nextCurve);
    readInt(json, "activeCurve", "", 0, kMaxCurveId, scene.activeCurve);
    if (scene.activeCurve != 0 && !scene.find(scene.activeCurve)) {
        repair("activeCurve", "there is no such curve");
        scene.activeCurve = scene.curves.empty() ? 0 : scene.curves.front().id;
    }
}

void Reader::readView(const Json& json, View& view)
{
    const Json* ranges = member(json, "view", "", &Json::is_object, "an object");
    if (!ranges)
        return;
    readName(*ranges, "xScale", "view.", kScaleNames, view.xScale);
    readName(*ranges, "yScale", "view.", kScaleNames, view.yScale);
    view = clamped(view, view); // The ranges of a new Scene are not positive.
    readRange(*ranges, "x", view.xScale, view.x);
    for (const PaneKind pane : kAllPanes)
        readRange(*ranges, kPaneNames[static_cast<std::size_t>(pane)], view.yScaleOf(pane), view.yOf(pane));
}

void Reader::readRange(const Json& parent, const char* key, AxisScale scale, Range& target)
{
    const Json* ends = member(parent, key, "view.", &Json::is_array, "a list of two numbers");
    if (!ends)
        return;
    if (ends->size() != 2 || !(*ends)[0].is_number() || !(*ends)[1].is_number()) {
        repair(std::string("view.") + key, "this should be a list of two numbers");
        return;
    }
    const Range given{(*ends)[0].get<double>(), (*ends)[1].get<double>()};
    target = clamped(given, target, scale);
    if (target != given)
        repair(std::string("view.") + key, scale == AxisScale::Logarithmic && !(given.min > 0.0)
                                               ? "a logarithmic scale needs a range above 0"
                                               : "the range is empty, too wide or too narrow");
}

template<std::size_t N>
void Reader::readFlags(const Json& json, const char* key, const std::array<const char*, N>& names,
                       std::array<bool, N>& flags)
{
    const Json* list = member(json, key, "", &Json::is_array, "a list");
    if (!list)
        return;
    flags = {};
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Json& name = (*list)[i];
        const auto found = std::find_if(names.begin(), names.end(), [&](const char* n) { return name == n; });
        if (found != names.end())
            flags[static_cast<std::size_t>(found - names.begin())] = true;
        else
            repair(key + ("[" + std::to_string(i) + "]"), "there is no such thing");
    }
}

void Reader::readShading(const Json& json, ShadingSpec& shading)
{
    const Json* object = member(json, "shading", "", &Json::is_object, "an object");
    if (!object)
        return;
    readBool(*object, "saturated", "shading.", shading.saturated);
    readBool(*object, "dead", "shading.", shading.dead);
    readNumber(*object, "epsilon", "shading.", std::numeric_limits<double>::denorm_min(), 1.0, shading.epsilon);
    readName(*object, "rule", "shading.", kRuleNames, shading.rule);
    readInt(*object, "layers", "shading.", 1, kMaxLayers, shading.layers);
    readBool(*object, "expanding", "shading.", shading.expanding);
    readBool(*object, "monotone", "shading.", shading.monotone);
    readBool(*object, "curved", "shading.", shading.curved);
    readBool(*object, "identity", "shading.", shading.identity);
    readNumber(*object, "tolerance", "shading.", std::numeric_limits<double>::denorm_min(), 1.0, shading.tolerance);
    readInputs(*object, shading.inputs);
}

void Reader::readInputs(const Json& json, InputSpec& inputs)
{
    const Json* object = member(json, "inputs", "shading.", &Json::is_object, "an object");
    if (!object)
        return;
    readBool(*object, "shown", "shading.inputs.", inputs.shown);
    readNumber(*object, "mean", "shading.inputs.", -kMaxInput, kMaxInput, inputs.mean);
    readNumber(*object, "deviation", "shading.inputs.", kLeastDeviation, kMaxInput, inputs.deviation);
}

void Reader::readChords(const Json& json, Scene& scene)
{
    const Json* list = member(json, "chords", "", &Json::is_array, "a list");
    if (!list)
        return;
    std::set<int> ids;
    for (const CurveSpec& curve : scene.curves)
        ids.insert(curve.id);
    for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string place = "chords[" + std::to_string(i) + "]";
        if (scene.chords.size() == kMaxChords) {
            repair(place, "there are more than " + std::to_string(kMaxChords) + " chords; the rest were left out");
            return;
        }
        const Json& item = (*list)[i];
        ChordSpec chord;
        if (item.is_object())
            readInt(item, "curve", place + ".", 0, kMaxCurveId, chord.curve);
        if (!ids.contains(chord.curve)) {
            repair(place, "it belongs to no curve; the chord was left out");
            continue;
        }
        readNumber(item, "x1", place + ".", -kMaxCoordinate, kMaxCoordinate, chord.x1);
        readNumber(item, "x2", place + ".", -kMaxCoordinate, kMaxCoordinate, chord.x2);
        readNumber(item, "lambda", place + ".", 0.0, 1.0, chord.lambda);
        scene.chords.push_back(chord);
    }
}

void Reader::readMarks(const Json& json, Scene& scene)
{
    const Json* list = member(json, "marks", "", &Json::is_array, "a list");
    if (!list)
        return;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Json& name = (*list)[i];
        const auto found = std::find_if(kMarkNames.begin(), kMarkNames.end(), [&](const char* n) { return name == n; });
        if (found != kMarkNames.end())
            scene.marks[static_cast<std::size_t>(found - kMarkNames.begin())] = true;
        else
            repair("marks[" + std::to_string(i) + "]", "there is no such mark");
    }
}

void Reader::readSwitches(const Json& json, Scene& scene)
{
    const Json* object = member(json, "show", "", &Json::is_object, "an object");
    if (!object)
        return;
    readBool(*object, "kinks", "show.", scene.kinks);
    readBool(*object, "crosshair", "show.", scene.crosshair);
    readBool(*object, "tangent", "show.", scene.tangent);
    readBool(*object, "grid", "show.", scene.grid);
    readBool(*object, "autoHeights", "show.", scene.autoHeights);
}

void Reader::readExample(const Json& json, Scene& scene)
{
    const Json* id = member(json, "example", "", &Json::is_string, "a text");
    if (!id)
        return;
    if (findExample(id->get_ref<const std::string&>()))
        scene.example = id->get<std::string>();
    else
        repair("example", "there is no such example");
}

} // namespace

LoadedScene readScene(const Json& json)
{
    Reader reader;
    LoadedScene loaded;
    loaded.scene = reader.read(json);
    loaded.repairs = reader.takeRepairs();
    return loaded;
}

} // namespace secant::json
