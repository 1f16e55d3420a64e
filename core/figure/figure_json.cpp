#include "core/figure/figure_json.h"

#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

namespace secant {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, kPaneKinds> kPaneNames{"f", "df", "d2f", "df_dparameter"};
constexpr std::array<const char*, 3> kDotNames{"closed", "open", "framework"};
constexpr std::array<const char*, kRegionKinds> kRegionNames{"saturated", "dead",   "expanding", "rising",
                                                             "falling",   "convex", "concave",   "identity"};
constexpr std::array<const char*, 4> kToneNames{"cup", "cap", "flat", "plain"};
constexpr std::array<const char*, 3> kLookNames{"thin", "bold", "underlay"};
constexpr std::array<const char*, 5> kShapeNames{"point", "line", "segment", "band", "column"};
constexpr std::array<const char*, 7> kLegendNames{"curve", "region", "framework", "density",
                                                  "mark",  "guide",  "unproved"};

template<std::size_t size, typename Kind>
const char* nameIn(const std::array<const char*, size>& names, Kind kind)
{
    return names.at(static_cast<std::size_t>(kind));
}

/// A member for each part of a figure, so that any may call any.
struct Writer {
    static Json of(double number) { return std::isinf(number) ? Json(number > 0.0 ? "inf" : "-inf") : Json(number); }

    static Json of(const FigurePoint& point) { return Json::array({of(point.x), of(point.y)}); }

    static Json of(const Range& range) { return Json::array({of(range.min), of(range.max)}); }

    template<typename Thing>
    static Json listOf(const std::vector<Thing>& things)
    {
        Json list = Json::array();
        for (const Thing& thing : things)
            list.push_back(of(thing));
        return list;
    }

    static Json of(const std::vector<FigurePoint>& points) { return listOf(points); }

    static Json of(const AxisTick& tick) { return {{"at", tick.at}, {"label", tick.label}}; }

    static Json of(const FigureAxis& axis)
    {
        return {{"range", of(axis.range)},
                {"scale", axis.scale == AxisScale::Linear ? "linear" : "logarithmic"},
                {"title", axis.title},
                {"ticks", listOf(axis.ticks)}};
    }

    static Json of(const RegionBand& band)
    {
        return {{"curve", band.curve}, {"kind", nameIn(kRegionNames, band.kind)}, {"from", of(band.from)},
                {"to", of(band.to)},   {"fromIsEdge", band.fromIsEdge},           {"toIsEdge", band.toIsEdge}};
    }

    static Json of(const InkColumn& column) { return Json::array({column.x0, column.x1, column.lo, column.hi}); }

    static Json of(const Ink& ink)
    {
        return {{"curve", ink.curve},
                {"style", ink.style},
                {"role", ink.role == InkRole::Fan ? "fan" : "curve"},
                {"label", ink.label},
                {"runs", listOf(ink.runs)},
                {"columns", listOf(ink.columns)},
                {"sampledPx", ink.sampledPx},
                {"unproved", listOf(ink.unproved)}};
    }

    static Json of(const Dot& dot)
    {
        return {{"curve", dot.curve}, {"at", of(dot.at)}, {"kind", nameIn(kDotNames, dot.kind)}, {"text", dot.text}};
    }

    static Json of(const EdgeLabel& label) { return {{"x", label.x}, {"text", label.text}}; }

    static Json of(const PointLabel& label) { return {{"at", of(label.at)}, {"text", label.text}}; }

    static Json of(const Guide& guide) { return {{"from", of(guide.from)}, {"to", of(guide.to)}}; }

    static Json of(const FactMark& mark)
    {
        return {{"shape", nameIn(kShapeNames, mark.shape)},
                {"from", of(mark.from)},
                {"to", of(mark.to)},
                {"text", mark.text}};
    }

    static Json of(const ChordInk& chord)
    {
        return {{"curve", chord.curve},         {"defined", chord.defined},
                {"first", of(chord.first)},     {"second", of(chord.second)},
                {"line", of(chord.line)},       {"lambda", chord.lambda},
                {"onChord", of(chord.onChord)}, {"onCurve", of(chord.onCurve)},
                {"gap", of(chord.gap)},         {"text", chord.text}};
    }

    static Json of(const FillInk& fill)
    {
        return {{"tone", nameIn(kToneNames, fill.tone)}, {"outline", of(fill.outline)}};
    }

    static Json of(const LineInk& line)
    {
        return {{"tone", nameIn(kToneNames, line.tone)},
                {"look", nameIn(kLookNames, line.look)},
                {"points", of(line.points)}};
    }

    static Json of(const Note& note)
    {
        return {{"at", of(note.at)}, {"text", note.text}, {"tone", nameIn(kToneNames, note.tone)}};
    }

    static Json of(const Inset& inset)
    {
        return {{"title", inset.title},
                {"x", of(inset.x)},
                {"y", of(inset.y)},
                {"runs", listOf(inset.runs)},
                {"mark", of(inset.mark)}};
    }

    static Json of(const LegendEntry& entry)
    {
        return {{"kind", nameIn(kLegendNames, entry.kind)},
                {"curve", entry.curve},
                {"style", entry.style},
                {"text", entry.text}};
    }

    static Json of(const JudgementInk& judgement)
    {
        return {{"from", of(judgement.on.lo)}, {"to", of(judgement.on.hi)}, {"text", judgement.text}};
    }

    /// Those that say something.
    static Json of(const WorkbenchTexts& texts)
    {
        Json said = Json::array();
        for (const std::string* text :
             {&texts.tally, &texts.hunt, &texts.jensen, &texts.tangent, &texts.conjugate, &texts.epigraph}) {
            if (!text->empty())
                said.push_back(*text);
        }
        return said;
    }

    static Json of(const Pane& pane)
    {
        return {{"kind", nameIn(kPaneNames, pane.kind)},
                {"y", of(pane.y)},
                {"curves", listOf(pane.inks)},
                {"dots", listOf(pane.dots)},
                {"regions", listOf(pane.regions)},
                {"edges", listOf(pane.edgeLabels)},
                {"labels", listOf(pane.pointLabels)},
                {"guides", listOf(pane.guides)},
                {"chords", listOf(pane.chords)},
                {"facts", listOf(pane.factMarks)},
                {"fills", listOf(pane.fills)},
                {"lines", listOf(pane.lines)},
                {"notes", listOf(pane.notes)},
                {"density", listOf(pane.density)},
                {"hint", pane.emptyHint}};
    }
};

} // namespace

std::string toJson(const Figure& figure)
{
    const Json json{{"format", "secant-figure"},
                    {"version", 1},
                    {"x", Writer::of(figure.x)},
                    {"panes", Writer::listOf(figure.panes)},
                    {"legend", Writer::listOf(figure.legend)},
                    {"judgement", figure.judgement ? Writer::of(*figure.judgement) : Json()},
                    {"insets", Writer::listOf(figure.insets)},
                    {"texts", Writer::of(figure.workbench)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace secant
