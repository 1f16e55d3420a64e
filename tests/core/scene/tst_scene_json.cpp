#include <cmath>
#include <random>
#include <set>

#include <QtTest>

#include "core/catalogue/catalogue.h"
#include "core/scene/examples.h"
#include "core/scene/scene_json.h"

using namespace secant;

Q_DECLARE_METATYPE(std::string)

namespace {

using Random = std::mt19937_64;

double someNumber(Random& random)
{
    // Any finite bit pattern up to 1e300: numbers that have no short decimal form.
    for (;;) {
        const std::uint64_t bits = random();
        double value = 0.0;
        std::memcpy(&value, &bits, sizeof value);
        if (std::abs(value) <= kMaxCoordinate)
            return value;
    }
}

int upTo(Random& random, int count)
{
    return static_cast<int>(random() % static_cast<std::uint64_t>(count));
}

Range someRange(Random& random)
{
    const double a = someNumber(random);
    const double b = someNumber(random);
    return clamped(Range{std::min(a, b), std::max(a, b)}, Range{-1.0, 1.0});
}

double allowed(const ParameterSpec& spec, Random& random)
{
    const double share = static_cast<double>(upTo(random, 1000)) / 1000.0;
    const double value = spec.sliderMin + share * (spec.sliderMax - spec.sliderMin);
    return value > spec.min && value <= spec.max ? value : spec.standard;
}

void addRandomCurve(Scene& scene, Random& random)
{
    static const std::array<const char*, 5> formulas{"x^2", "a*x + b", "", "αx ≤ “\"\\/", "(x"};
    if (upTo(random, 2) == 0) {
        const auto all = activations();
        const Activation& activation = *all[random() % all.size()];
        addActivation(scene, activation.id());
        for (const ParameterSpec& spec : activation.primitive->parameters) {
            if (upTo(random, 2) == 0)
                scene.curves.back().parameters[std::string(spec.name)] = allowed(spec, random);
        }
    } else {
        addFormula(scene, formulas[random() % formulas.size()]);
        scene.curves.back().parameters = {{"a", someNumber(random)}, {"α_1", someNumber(random)}};
    }
    CurveSpec& curve = scene.curves.back();
    curve.style = upTo(random, 20);
    curve.visible = upTo(random, 2) == 0;
    curve.randomSlopes = {upTo(random, 2) == 0, random(), 1 + upTo(random, kMaxDraws)};
}

Scene randomScene(std::uint64_t seed)
{
    Random random(seed);
    Scene scene;
    for (int i = upTo(random, 6); i > 0; --i)
        addRandomCurve(scene, random);
    if (scene.curves.size() > 1)
        removeCurve(scene, scene.curves[random() % scene.curves.size()].id);
    for (const CurveSpec& curve : scene.curves)
        scene.chords.push_back({curve.id, someNumber(random), someNumber(random), upTo(random, 11) / 10.0});
    scene.view.x = someRange(random);
    for (Range& range : scene.view.y)
        range = someRange(random);
    scene.panes = {true, upTo(random, 2) == 0, upTo(random, 2) == 0, upTo(random, 2) == 0};
    for (bool& shown : scene.facts.shown) {
        shown = upTo(random, 4) == 0;
    }
    scene.shading = {upTo(random, 2) == 0, upTo(random, 2) == 0, 0.001 * (1 + upTo(random, 1000)),
                     static_cast<ThresholdRule>(upTo(random, 3))};
    scene.shading.layers = 1 + upTo(random, kMaxLayers);
    scene.shading.expanding = upTo(random, 2) == 0;
    scene.shading.monotone = upTo(random, 2) == 0;
    scene.shading.curved = upTo(random, 2) == 0;
    scene.shading.identity = upTo(random, 2) == 0;
    scene.shading.tolerance = 0.001 * (1 + upTo(random, 1000));
    scene.shading.inputs = {upTo(random, 2) == 0, 0.1 * upTo(random, 100) - 5.0, 0.1 * (1 + upTo(random, 100))};
    for (bool& mark : scene.marks)
        mark = upTo(random, 2) == 0;
    const Range judged = someRange(random);
    scene.judgement = {upTo(random, 2) == 0 ? -std::numeric_limits<double>::infinity() : judged.min,
                       judged.max,
                       false,
                       upTo(random, 2) == 0,
                       upTo(random, 2) == 0,
                       upTo(random, 2) == 0};
    scene.naming = static_cast<Naming>(upTo(random, 3));
    scene.workbench = {.gaps = upTo(random, 2) == 0,
                       .randomChords = upTo(random, kMaxRandomChords + 1),
                       .seed = random(),
                       .hunt = upTo(random, 2) == 0,
                       .jensen = {{someNumber(random), 0.25}, {someNumber(random), 1.0}},
                       .tangent = upTo(random, 2) == 0,
                       .tangentX = someNumber(random),
                       .epigraph = upTo(random, 2) == 0,
                       .segmentFirst = {someNumber(random), someNumber(random)},
                       .segmentSecond = {someNumber(random), someNumber(random)},
                       .envelope = upTo(random, 2) == 0,
                       .conjugate = upTo(random, 2) == 0,
                       .conjugateSlope = someNumber(random)};
    scene.example = upTo(random, 2) == 0 ? "cube" : "";
    scene.kinks = upTo(random, 2) == 0;
    scene.crosshair = upTo(random, 2) == 0;
    scene.tangent = upTo(random, 2) == 0;
    scene.grid = upTo(random, 2) == 0;
    scene.autoHeights = upTo(random, 2) == 0;
    scene.theme = static_cast<FigureTheme>(upTo(random, 4));
    scene.language = static_cast<Language>(upTo(random, 2));
    scene.view.xScale = static_cast<AxisScale>(upTo(random, 2));
    scene.view.yScale = static_cast<AxisScale>(upTo(random, 2));
    scene.view = clamped(scene.view, scene.view);
    return scene;
}

/// What every later floor takes for granted of a Scene.
bool isSound(const Scene& scene)
{
    std::set<int> ids;
    for (const CurveSpec& curve : scene.curves) {
        if (curve.id < 1 || curve.id >= scene.nextCurve || !ids.insert(curve.id).second || curve.style < 0)
            return false;
        if (!curve.activation.empty() && !findActivation(curve.activation))
            return false;
        for (const auto& [name, value] : curve.parameters) {
            if (name.empty() || !std::isfinite(value))
                return false;
        }
    }
    for (const ChordSpec& chord : scene.chords) {
        if (!ids.contains(chord.curve) || !std::isfinite(chord.x1) || !std::isfinite(chord.x2) ||
            !(chord.lambda >= 0.0 && chord.lambda <= 1.0))
            return false;
    }
    return scene.curves.size() <= 1000 && (scene.activeCurve == 0 || ids.contains(scene.activeCurve)) &&
           scene.panes[0] && scene.shading.epsilon > 0.0 && scene.shading.epsilon <= 1.0 && scene.shading.layers >= 1 &&
           scene.shading.layers <= kMaxLayers && scene.shading.tolerance > 0.0 && scene.shading.tolerance <= 1.0 &&
           scene.shading.inputs.deviation > 0.0 && clamped(scene.view, View{}) == scene.view &&
           clamped(scene.judgement, {}) == scene.judgement && clamped(scene.workbench, {}) == scene.workbench &&
           (scene.example.empty() || findExample(scene.example));
}

QString listed(const std::vector<SceneError>& repairs)
{
    QStringList lines;
    for (const SceneError& repair : repairs)
        lines << QString::fromStdString(repair.place + ": " + repair.reason);
    return lines.join('\n');
}

std::string headed(const std::string& rest)
{
    return R"({"format": "secant-scene", "version": 1)" + rest + "}";
}

std::string nested(std::size_t depth)
{
    return headed(", \"x\": " + std::string(depth - 1, '[') + std::string(depth - 1, ']'));
}

} // namespace

class TestSceneJson : public QObject {
    Q_OBJECT

private slots:
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
    void writesTheDocumentedForm();
    void refuses_data();
    void refuses();
    void limitsThemselvesAreAllowed();
    void repairs_data();
    void repairs();
    void ignoresUnknownKeys();
    void missingKeysTakeStandardValues();
    void givesACurveWithoutIdANewOne();
    void keepsTheFirstThousandCurves();
    void listsNoMoreRepairsThanTheLimit();
    void doesNotEchoHostileNames();
    void everyTruncationIsRefused();
    void mutationsGiveASoundSceneOrAnError();
};

void TestSceneJson::readsBackWhatItWrote_data()
{
    QTest::addColumn<int>("firstSeed");
    for (int seed = 0; seed < 500; seed += 100)
        QTest::addRow("seeds from %d", seed) << seed;
}

void TestSceneJson::readsBackWhatItWrote()
{
    QFETCH(int, firstSeed);
    for (int seed = firstSeed; seed < firstSeed + 100; ++seed) {
        const Scene scene = randomScene(static_cast<std::uint64_t>(seed));
        const std::string text = toJson(scene);
        const auto loaded = sceneFromJson(text);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().reason.c_str());
        QVERIFY2(loaded->repairs.empty(), qPrintable(listed(loaded->repairs)));
        QVERIFY2(loaded->scene == scene, text.c_str());
    }
}

void TestSceneJson::writesTheDocumentedForm()
{
    // Written by hand from the description of toJson.
    Scene scene;
    scene.curves.push_back({.id = 3,
                            .activation = {},
                            .formula = "a·x",
                            .parameters = {{"a", 0.1}},
                            .style = 1,
                            .visible = false,
                            .randomSlopes = {}});
    scene.activeCurve = 3;
    scene.nextCurve = 4;
    scene.chords.push_back({3, -2.0, 1e300, 0.5});
    scene.judgement.hi = 2.0;
    scene.judgement.hiClosed = true;
    scene.workbench.jensen = {{2.0, 0.5}, {0.0, 1.0}};
    scene.example = "cube";
    scene.facts.set(FactKind::Range, true);
    const std::string wanted = R"({
  "format": "secant-scene",
  "version": 1,
  "curves": [
    {
      "id": 3,
      "formula": "a·x",
      "parameters": {
        "a": 0.1
      },
      "style": 1,
      "visible": false
    }
  ],
  "activeCurve": 3,
  "nextCurve": 4,
  "view": {
    "x": [
      -6.0,
      6.0
    ],
    "f": [
      -2.0,
      6.0
    ],
    "df": [
      -0.5,
      1.5
    ],
    "d2f": [
      -1.0,
      1.0
    ],
    "df_dparameter": [
      -6.0,
      2.0
    ]
  },
  "panes": [
    "f",
    "df"
  ],
  "facts": [
    "range"
  ],
  "shading": {
    "saturated": true,
    "dead": true,
    "epsilon": 0.05,
    "rule": "absolute",
    "layers": 10,
    "expanding": false,
    "monotone": false,
    "curved": false,
    "identity": false,
    "tolerance": 0.05,
    "inputs": {
      "shown": false,
      "mean": 0.0,
      "deviation": 1.0
    }
  },
  "chords": [
    {
      "curve": 3,
      "x1": -2.0,
      "x2": 1e+300,
      "lambda": 0.5
    }
  ],
  "judgement": {
    "lo": "-inf",
    "hi": 2.0,
    "loClosed": false,
    "hiClosed": true,
    "shown": false,
    "why": false
  },
  "marks": [],
  "show": {
    "kinks": true,
    "crosshair": true,
    "tangent": true,
    "grid": true,
    "autoHeights": false
  },
  "workbench": {
    "gaps": true,
    "randomChords": 0,
    "seed": 1,
    "hunt": false,
    "jensen": [
      {
        "x": 2.0,
        "weight": 0.5
      },
      {
        "x": 0.0,
        "weight": 1.0
      }
    ],
    "tangent": false,
    "tangentX": 1.0,
    "epigraph": false,
    "segment": [
      -1.5,
      3.0,
      2.0,
      3.0
    ],
    "envelope": false,
    "conjugate": false,
    "conjugateSlope": 0.5
  },
  "naming": "international",
  "example": "cube",
  "theme": "window",
  "language": "en"
}
)";
    QCOMPARE(QString::fromStdString(toJson(scene)), QString::fromStdString(wanted));
}

void TestSceneJson::refuses_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("place");
    QTest::addRow("empty") << std::string() << std::string("line 1, column 1");
    QTest::addRow("zeros") << std::string(5000, '\0') << std::string("line 1, column 1");
    QTest::addRow("a list") << std::string("[]") << std::string();
    QTest::addRow("null") << std::string("null") << std::string();
    QTest::addRow("no version") << std::string("{}") << std::string("version");
    QTest::addRow("newer version") << std::string(R"({"version": 2})") << std::string("version");
    QTest::addRow("far newer version") << std::string(R"({"version": 18446744073709551615})") << std::string("version");
    QTest::addRow("version 0") << std::string(R"({"version": 0})") << std::string("version");
    QTest::addRow("version as text") << std::string(R"({"version": "1"})") << std::string("version");
    QTest::addRow("version with a fraction") << std::string(R"({"version": 1.5})") << std::string("version");
    QTest::addRow("another program's file")
        << std::string(R"({"format": "geogebra", "version": 1})") << std::string("format");
    QTest::addRow("a comma too many") << std::string("{\"version\": 1,\n\n  \"α\": 3,}")
                                      << std::string("line 3, column 10");
    QTest::addRow("NaN as a bare word") << headed(", \"x\": NaN") << std::string("line 1, column 47");
    QTest::addRow("beyond double") << headed(", \"x\": 1e999") << std::string("line 1, column 51");
    QTest::addRow("broken UTF-8") << headed(", \"x\": \"\xff\"") << std::string("line 1, column 48");
    QTest::addRow("text after the end") << headed("") + " 1" << std::string("line 1, column 42");
    QTest::addRow("65 levels") << nested(65) << std::string();
    QTest::addRow("a million levels") << std::string(1'000'000, '[') << std::string();
    QTest::addRow("a million objects in each other") << [] {
        std::string s;
        for (int i = 0; i < 200000; ++i)
            s += "{\"\":";
        return s;
    }() << std::string();
    QTest::addRow("too many values") << headed(", \"x\": [" + [] {
        std::string s;
        for (int i = 0; i < 1'000'000; ++i)
            s += "0,";
        return s;
    }() + "0]") << std::string();
    QTest::addRow("larger than 16 MiB") << headed("") + std::string(16U << 20U, ' ') << std::string();
}

void TestSceneJson::refuses()
{
    QFETCH(std::string, text);
    QFETCH(std::string, place);
    const auto loaded = sceneFromJson(text);
    QVERIFY(!loaded.ok());
    QVERIFY(!loaded.error().reason.empty());
    QCOMPARE(QString::fromStdString(loaded.error().place), QString::fromStdString(place));
}

void TestSceneJson::limitsThemselvesAreAllowed()
{
    QVERIFY(sceneFromJson(nested(64)).ok());
    std::string text = headed("");
    text.append((std::size_t{16} << 20U) - text.size(), ' ');
    QVERIFY(sceneFromJson(text).ok());
}

void TestSceneJson::repairs_data()
{
    QTest::addColumn<std::string>("rest");
    QTest::addColumn<std::string>("place");
    const auto row = [](const char* name, const char* rest, const char* place) {
        QTest::addRow("%s", name) << std::string(rest) << std::string(place);
    };
    row("curves are no list", R"(, "curves": {"a": 1})", "curves");
    row("a curve is a number", R"(, "curves": [7])", "curves[0]");
    row("unknown activation", R"(, "curves": [{"id": 1, "activation": "nothing"}])", "curves[0].activation");
    row("activation is a number", R"(, "curves": [{"id": 1, "activation": 5}])", "curves[0].activation");
    row("neither formula nor activation", R"(, "curves": [{"id": 1}])", "curves[0]");
    row("formula is null", R"(, "curves": [{"id": 1, "formula": null}])", "curves[0].formula");
    row("formula with NUL", R"(, "curves": [{"id": 1, "formula": "x\u0000"}])", "curves[0].formula");
    row("duplicate id", R"(, "curves": [{"id": 1, "formula": "x"}, {"id": 1, "formula": "x"}])", "curves[1].id");
    row("negative id", R"(, "curves": [{"id": -1, "formula": "x"}])", "curves[0].id");
    row("huge id", R"(, "curves": [{"id": 1e308, "formula": "x"}])", "curves[0].id");
    row("fractional style", R"(, "curves": [{"id": 1, "formula": "x", "style": 0.5}])", "curves[0].style");
    row("negative style", R"(, "curves": [{"id": 1, "formula": "x", "style": -1}])", "curves[0].style");
    row("visible as text", R"(, "curves": [{"id": 1, "formula": "x", "visible": "yes"}])", "curves[0].visible");
    row("parameters are a list", R"(, "curves": [{"id": 1, "formula": "x", "parameters": []}])",
        "curves[0].parameters");
    row("parameter is null", R"(, "curves": [{"id": 1, "formula": "a", "parameters": {"a": null}}])",
        "curves[0].parameters.a");
    row("parameter is NaN as text", R"(, "curves": [{"id": 1, "formula": "a", "parameters": {"a": "nan"}}])",
        "curves[0].parameters.a");
    row("parameter too large", R"(, "curves": [{"id": 1, "formula": "a", "parameters": {"a": 1e308}}])",
        "curves[0].parameters.a");
    row("parameter that the activation lacks",
        R"(, "curves": [{"id": 1, "activation": "leaky_relu", "parameters": {"beta": 1}}])",
        "curves[0].parameters.beta");
    row("parameter is a list", R"(, "curves": [{"id": 1, "activation": "leaky_relu", "parameters": {"alpha": [1]}}])",
        "curves[0].parameters.alpha");
    row("a sum as a name", R"(, "curves": [{"id": 1, "formula": "a", "parameters": {"a+b": 1}}])",
        "curves[0].parameters.a+b");
    row("a name with a control character",
        R"(, "curves": [{"id": 1, "formula": "a", "parameters": {"a\u001b[2J": 1}}])", "curves[0].parameters.a?[2J");
    row("no draws", R"(, "curves": [{"id": 1, "formula": "x", "randomSlopes": {"draws": 0}}])",
        "curves[0].randomSlopes.draws");
    row("a million draws", R"(, "curves": [{"id": 1, "formula": "x", "randomSlopes": {"draws": 1000000}}])",
        "curves[0].randomSlopes.draws");
    row("negative seed", R"(, "curves": [{"id": 1, "formula": "x", "randomSlopes": {"seed": -1}}])",
        "curves[0].randomSlopes.seed");
    row("active curve is missing", R"(, "activeCurve": 9)", "activeCurve");
    row("an id would come again", R"(, "curves": [{"id": 5, "formula": "x"}], "nextCurve": 2)", "nextCurve");
    row("view is text", R"(, "view": "all")", "view");
    row("range of one number", R"(, "view": {"x": [1]})", "view.x");
    row("range of null", R"(, "view": {"x": [null, 1]})", "view.x");
    row("exchanged range", R"(, "view": {"df": [1, -1]})", "view.df");
    row("range beyond the limit", R"(, "view": {"f": [-1e308, 1e308]})", "view.f");
    row("range of one unit in the last place", R"(, "view": {"x": [1, 1.0000000000000002]})", "view.x");
    row("unknown pane", R"(, "panes": ["f", "d9f"])", "panes[1]");
    row("unknown scale", R"(, "view": {"xScale": "square"})", "view.xScale");
    row("logarithmic range from 0", R"(, "view": {"xScale": "logarithmic", "x": [0, 1]})", "view.x");
    row("logarithmic range of f", R"(, "view": {"yScale": "logarithmic", "df": [-1, 1]})", "view.df");
    row("unknown fact", R"(, "facts": ["range", "beauty"])", "facts[1]");
    row("facts are a text", R"(, "facts": "range")", "facts");
    row("pane is a list", R"(, "panes": [["f"]])", "panes[0]");
    row("epsilon 0", R"(, "shading": {"epsilon": 0})", "shading.epsilon");
    row("epsilon over 1", R"(, "shading": {"epsilon": 1.5})", "shading.epsilon");
    row("unknown rule", R"(, "shading": {"rule": "median"})", "shading.rule");
    row("unknown mark", R"(, "marks": ["zeros", "roots"])", "marks[1]");
    row("marks no list", R"(, "marks": true)", "marks");
    row("no layers", R"(, "shading": {"layers": 0})", "shading.layers");
    row("half a layer", R"(, "shading": {"layers": 2.5})", "shading.layers");
    row("tolerance 0", R"(, "shading": {"tolerance": 0})", "shading.tolerance");
    row("inputs no object", R"(, "shading": {"inputs": 3})", "shading.inputs");
    row("inputs without spread", R"(, "shading": {"inputs": {"deviation": 0}})", "shading.inputs.deviation");
    row("mean out of range", R"(, "shading": {"inputs": {"mean": 1e300}})", "shading.inputs.mean");
    row("chord of no curve", R"(, "chords": [{"curve": 1, "x1": 0, "x2": 1, "lambda": 0.5}])", "chords[0]");
    row("chord is a text", R"(, "chords": ["x"])", "chords[0]");
    row("chord with λ > 1", R"(, "curves": [{"id": 1, "formula": "x"}], "chords": [{"curve": 1, "lambda": 1.01}])",
        "chords[0].lambda");
    row("chord with a huge end", R"(, "curves": [{"id": 1, "formula": "x"}], "chords": [{"curve": 1, "x1": 1e301}])",
        "chords[0].x1");
    row("judgement is a list", R"(, "judgement": [0, 1])", "judgement");
    row("judgement without a point", R"(, "judgement": {"lo": 2, "hi": 2})", "judgement");
    row("judgement from plus infinity", R"(, "judgement": {"lo": "inf"})", "judgement");
    row("judgement to a word", R"(, "judgement": {"hi": "far"})", "judgement.hi");
    row("judgement beyond the plane", R"(, "judgement": {"lo": -1e301, "hi": 0})", "judgement");
    row("infinity as a member", R"(, "judgement": {"loClosed": true})", "judgement");
    row("workbench is a number", R"(, "workbench": 1)", "workbench");
    row("too many random chords", R"(, "workbench": {"randomChords": 1001})", "workbench.randomChords");
    row("one weighted point", R"(, "workbench": {"jensen": [{"x": 0}]})", "workbench.jensen");
    row("a weight over 1", R"(, "workbench": {"jensen": [{"weight": 2}, {}]})", "workbench.jensen[0].weight");
    row("a point that is none", R"(, "workbench": {"jensen": [3, {}, {}]})", "workbench.jensen[0]");
    row("half a segment", R"(, "workbench": {"segment": [1, 2]})", "workbench.segment");
    row("a tangent beyond the plane", R"(, "workbench": {"tangentX": 1e301})", "workbench.tangentX");
    row("unknown example", R"(, "example": "nothing")", "example");
    row("unknown naming", R"(, "naming": "british")", "naming");
    row("switch as number", R"(, "show": {"grid": 1})", "show.grid");
    row("unknown theme", R"(, "theme": "neon")", "theme");
    row("language as number", R"(, "language": 7)", "language");
}

void TestSceneJson::repairs()
{
    QFETCH(std::string, rest);
    QFETCH(std::string, place);
    const auto loaded = sceneFromJson(headed(rest));
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().place.c_str());
    QVERIFY(isSound(loaded->scene));
    const auto names = [&](const SceneError& repair) { return repair.place == place && !repair.reason.empty(); };
    QVERIFY2(std::any_of(loaded->repairs.begin(), loaded->repairs.end(), names), qPrintable(listed(loaded->repairs)));
}

void TestSceneJson::ignoresUnknownKeys()
{
    const auto loaded = sceneFromJson(headed(R"(, "future": {"a": [1, 2]}, "view": {"z": [0, 1]})"));
    QVERIFY(loaded.ok());
    QVERIFY2(loaded->repairs.empty(), qPrintable(listed(loaded->repairs)));
    QVERIFY(loaded->scene == Scene{});
}

void TestSceneJson::missingKeysTakeStandardValues()
{
    const auto loaded = sceneFromJson(headed(R"(, "curves": [{"id": 4, "activation": "leaky_relu"}])"));
    QVERIFY(loaded.ok());
    QVERIFY2(loaded->repairs.empty(), qPrintable(listed(loaded->repairs)));
    Scene wanted;
    wanted.nextCurve = 4;
    addActivation(wanted, "leaky_relu");
    wanted.activeCurve = 0;
    QVERIFY(loaded->scene == wanted);
}

void TestSceneJson::givesACurveWithoutIdANewOne()
{
    const auto loaded = sceneFromJson(
        headed(R"(, "curves": [{"id": 8, "formula": "a"}, {"id": 8, "formula": "b"}, {"formula": "c"}])"));
    QVERIFY(loaded.ok());
    const auto& curves = loaded->scene.curves;
    QCOMPARE(curves.size(), std::size_t{3});
    QCOMPARE(curves[0].id, 8);
    QCOMPARE(curves[1].id, 9);
    QCOMPARE(curves[2].id, 10);
    QCOMPARE(loaded->scene.nextCurve, 11);
}

void TestSceneJson::keepsTheFirstThousandCurves()
{
    std::string curves;
    for (int id = 1; id <= 100000; ++id)
        curves += (id == 1 ? "{\"id\":" : ",{\"id\":") + std::to_string(id) + ",\"formula\":\"x\"}";
    const auto loaded = sceneFromJson(headed(", \"curves\": [" + curves + "]"));
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().reason.c_str());
    QCOMPARE(loaded->scene.curves.size(), std::size_t{1000});
    QCOMPARE(loaded->repairs.size(), std::size_t{1});
    QCOMPARE(loaded->repairs[0].place, std::string("curves[1000]"));
}

void TestSceneJson::listsNoMoreRepairsThanTheLimit()
{
    std::string chords;
    for (int i = 0; i < 5000; ++i)
        chords += i == 0 ? "0" : ",0";
    const auto loaded = sceneFromJson(headed(", \"chords\": [" + chords + "]"));
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->repairs.size(), kMaxRepairs);
}

void TestSceneJson::doesNotEchoHostileNames()
{
    const std::string name(100000, 'a');
    const auto loaded =
        sceneFromJson(headed(", \"curves\": [{\"id\": 1, \"formula\": \"x\", \"parameters\": {\"" + name + "\": 1}}]"));
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->repairs.size(), std::size_t{1});
    QVERIFY(loaded->repairs[0].place.size() < 100);
}

void TestSceneJson::everyTruncationIsRefused()
{
    std::string text = toJson(randomScene(7));
    text.pop_back(); // The newline at the end is no part of the object.
    for (std::size_t length = 0; length < text.size(); ++length)
        QVERIFY2(!sceneFromJson(std::string_view(text).substr(0, length)).ok(), std::to_string(length).c_str());
    QVERIFY(sceneFromJson(text).ok());
}

void TestSceneJson::mutationsGiveASoundSceneOrAnError()
{
    static const std::array<const char*, 12> tokens{"null", "-1",  "1e308", "true",    "[]", "{}",
                                                    "\"\"", "0.5", "[[",    "\\u0000", ",",  "99999999999999999999"};
    Random random(42);
    int read = 0;
    for (int i = 0; i < 2000; ++i) {
        std::string text = toJson(randomScene(random() % 50));
        for (int edits = 1 + upTo(random, 3); edits > 0; --edits) {
            const std::size_t at = random() % text.size();
            if (upTo(random, 3) == 0)
                text[at] = static_cast<char>(random());
            else if (upTo(random, 2) == 0)
                text.replace(at, random() % 6, tokens[random() % tokens.size()]);
            else
                text.erase(at, random() % 30);
        }
        const auto loaded = sceneFromJson(text);
        if (!loaded.ok())
            continue;
        ++read;
        QVERIFY2(isSound(loaded->scene), text.c_str());
        const auto again = sceneFromJson(toJson(loaded->scene));
        QVERIFY2(again.ok() && again->repairs.empty() && again->scene == loaded->scene, text.c_str());
    }
    QVERIFY2(read > 50, "too few mutations were still readable for this to say anything");
}

QTEST_GUILESS_MAIN(TestSceneJson)
#include "tst_scene_json.moc"
