#include "core/figure/figure_json.h"

#include <array>

#include <nlohmann/json.hpp>

namespace secant {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, kPaneKinds> kPaneNames{"f", "df", "d2f", "df_dparameter"};
constexpr std::array<const char*, 3> kDotNames{"closed", "open", "framework"};

Json toJson(const FigurePoint& point)
{
    return Json::array({point.x, point.y});
}

Json toJson(const FigureAxis& axis)
{
    Json json{{"range", {axis.range.min, axis.range.max}}, {"title", axis.title}, {"ticks", Json::array()}};
    for (const AxisTick& tick : axis.ticks)
        json["ticks"].push_back({{"at", tick.at}, {"label", tick.label}});
    return json;
}

Json toJson(const RegionBand& band)
{
    return {{"curve", band.curve},
            {"kind", band.kind == RegionKind::Dead ? "dead" : "saturated"},
            {"from", band.from},
            {"to", band.to},
            {"fromIsEdge", band.fromIsEdge},
            {"toIsEdge", band.toIsEdge}};
}

Json toJson(const Ink& ink)
{
    Json json{{"curve", ink.curve},    {"style", ink.style},       {"role", ink.role == InkRole::Fan ? "fan" : "curve"},
              {"runs", Json::array()}, {"columns", Json::array()}, {"unproved", Json::array()}};
    for (const auto& run : ink.runs) {
        Json points = Json::array();
        for (const FigurePoint& point : run)
            points.push_back(toJson(point));
        json["runs"].push_back(std::move(points));
    }
    for (const InkColumn& column : ink.columns)
        json["columns"].push_back(Json::array({column.x0, column.x1, column.lo, column.hi}));
    for (const Range& piece : ink.unproved)
        json["unproved"].push_back(Json::array({piece.min, piece.max}));
    return json;
}

Json toJson(const FactMark& mark)
{
    constexpr std::array<const char*, 5> kShapes{"point", "line", "segment", "band", "column"};
    return {{"shape", kShapes[static_cast<std::size_t>(mark.shape)]},
            {"from", toJson(mark.from)},
            {"to", toJson(mark.to)},
            {"text", mark.text}};
}

Json toJson(const ChordInk& chord)
{
    return {{"curve", chord.curve},
            {"defined", chord.defined},
            {"first", toJson(chord.first)},
            {"second", toJson(chord.second)},
            {"lambda", chord.lambda},
            {"onChord", toJson(chord.onChord)},
            {"onCurve", toJson(chord.onCurve)},
            {"gap", chord.gap},
            {"text", chord.text}};
}

Json toJson(const Pane& pane)
{
    Json json{{"kind", kPaneNames[static_cast<std::size_t>(pane.kind)]}, {"y", toJson(pane.y)}};
    json["regions"] = Json::array();
    for (const RegionBand& band : pane.regions)
        json["regions"].push_back(toJson(band));
    json["curves"] = Json::array();
    for (const Ink& ink : pane.inks)
        json["curves"].push_back(toJson(ink));
    json["dots"] = Json::array();
    for (const Dot& dot : pane.dots)
        json["dots"].push_back({{"curve", dot.curve},
                                {"at", toJson(dot.at)},
                                {"kind", kDotNames.at(static_cast<std::size_t>(dot.kind))},
                                {"text", dot.text}});
    json["chords"] = Json::array();
    for (const ChordInk& chord : pane.chords)
        json["chords"].push_back(toJson(chord));
    json["facts"] = Json::array();
    for (const FactMark& mark : pane.factMarks)
        json["facts"].push_back(toJson(mark));
    return json;
}

} // namespace

std::string toJson(const Figure& figure)
{
    Json json{{"format", "secant-figure"}, {"version", 1}, {"x", toJson(figure.x)}, {"panes", Json::array()}};
    for (const Pane& pane : figure.panes)
        json["panes"].push_back(toJson(pane));
    json["legend"] = Json::array();
    for (const LegendEntry& entry : figure.legend)
        json["legend"].push_back({{"curve", entry.curve}, {"style", entry.style}, {"text", entry.text}});
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace secant
