#include <algorithm>
#include <iterator>

#include <QTest>

#include "core/figure/compose.h"

using namespace secant;

namespace {

/// f″ of it takes longer than a frame; f and f′ do not.
constexpr const char* kHard = "sin(exp(x))*cos(7x^2)/(x-1)";

Scene sceneOf(const char* formula)
{
    Scene scene;
    addFormula(scene, formula);
    scene.shading.saturated = false;
    scene.shading.dead = false;
    return scene;
}

Scene hardScene()
{
    Scene scene = sceneOf(kHard);
    scene.panes[static_cast<std::size_t>(PaneKind::Curvature)] = true;
    return scene;
}

const Pane& paneOf(const Figure& figure, PaneKind kind)
{
    return *std::find_if(figure.panes.begin(), figure.panes.end(), [kind](const Pane& p) { return p.kind == kind; });
}

bool hasLegend(const Figure& figure, LegendKind kind)
{
    return std::any_of(figure.legend.begin(), figure.legend.end(),
                       [kind](const LegendEntry& entry) { return entry.kind == kind; });
}

Findings lateOf(const Scene& scene)
{
    Findings findings;
    findings.late = latePartsOf(lateQuestionsOf(scene, {}));
    return findings;
}

} // namespace

class TestLateParts : public QObject {
    Q_OBJECT

private slots:
    void finishWhatAFrameLeavesOpen();
    void finishTheSearchForPlaces();
    void finishTheRegions();
    void areNotWantedOfWhatFitsInAFrame();
    void belongToOneScene();
    void areNotRecomputedForLooks();
    void endWhenTheyAreStopped();
    void leaveAMarkWhereNothingIsProved();
};

void TestLateParts::finishWhatAFrameLeavesOpen()
{
    const Scene scene = hardScene();
    const Figure first = compose(scene, {});
    QVERIFY(first.isPartial);
    const Pane& open = paneOf(first, PaneKind::Curvature);
    QVERIFY(open.inks.front().sampledPx > 10.0);
    QVERIFY(!open.inks.front().unproved.empty());
    QVERIFY2(!open.lines.empty(), "the unproved pieces are marked");
    QVERIFY2(!hasLegend(first, LegendKind::Unproved), "they are about to be proved");

    for (const Figure& late : {compose(scene, {}, lateOf(scene)), composeWhole(scene, {})}) {
        QVERIFY(!late.isPartial);
        const Pane& pane = paneOf(late, PaneKind::Curvature);
        QVERIFY(pane.inks.front().sampledPx < 1.0);
        QVERIFY(pane.inks.front().unproved.empty());
        QVERIFY(pane.lines.empty() && pane.fills.empty());
        QVERIFY(!hasLegend(late, LegendKind::Unproved));
    }
}

void TestLateParts::finishTheSearchForPlaces()
{
    // sin(50 x) has a zero at every multiple of π/50: 95 on each side of 0 up to 6.
    Scene scene = sceneOf("sin(50x)");
    scene.marks[static_cast<std::size_t>(MarkKind::Zeros)] = true;
    const auto dots = [](const Figure& figure) { return figure.panes.front().dots.size(); };
    const Figure first = compose(scene, {});
    QVERIFY(first.isPartial);
    QVERIFY(dots(first) < 191);
    const auto text = [](const Figure& figure) {
        const auto mark = std::find_if(figure.legend.begin(), figure.legend.end(),
                                       [](const LegendEntry& entry) { return entry.kind == LegendKind::Mark; });
        return QString::fromStdString(mark == figure.legend.end() ? std::string() : mark->text);
    };
    QVERIFY2(text(first).endsWith("perhaps more"), qPrintable(text(first)));
    const Figure late = compose(scene, {}, lateOf(scene));
    QVERIFY(!late.isPartial);
    QCOMPARE(dots(late), std::size_t{191});
}

void TestLateParts::finishTheRegions()
{
    Scene scene = sceneOf(kHard);
    scene.shading.curved = true;
    scene.shading.inputs.shown = true;
    const auto bands = [](const Figure& figure, RegionKind kind) {
        return std::count_if(figure.panes.front().regions.begin(), figure.panes.front().regions.end(),
                             [kind](const RegionBand& band) { return band.kind == kind; });
    };
    const auto tellsAShare = [](const Figure& figure) {
        return std::any_of(figure.legend.begin(), figure.legend.end(), [](const LegendEntry& entry) {
            return entry.kind == LegendKind::Region && entry.text.find(" %") != std::string::npos;
        });
    };
    const Figure first = compose(scene, {});
    QVERIFY(first.isPartial);
    QCOMPARE(bands(first, RegionKind::Convex), 0);
    QVERIFY(!tellsAShare(first));

    const auto function = functionOf(scene.curves.front());
    const Interval view{scene.view.x.min, scene.view.x.max};
    for (const Figure& late : {compose(scene, {}, lateOf(scene)), composeWhole(scene, {})}) {
        QVERIFY(!late.isPartial);
        QVERIFY(bands(late, RegionKind::Convex) > 10);
        // As many as a search finds that nothing limits.
        QCOMPARE(bands(late, RegionKind::Convex), std::ssize(curvedRegions(*function, 1, view)));
        QCOMPARE(bands(late, RegionKind::Concave), std::ssize(curvedRegions(*function, -1, view)));
        QVERIFY(tellsAShare(late));
    }
    Scene other = scene;
    other.view.x.max += 1.0;
    QVERIFY2(compose(other, {}, lateOf(scene)).isPartial, "they belong to another window");
}

void TestLateParts::areNotWantedOfWhatFitsInAFrame()
{
    Scene scene = sceneOf("x^3 - x");
    scene.marks.fill(true);
    scene.panes.fill(true);
    scene.shading = {.saturated = true,
                     .dead = true,
                     .epsilon = 0.05,
                     .rule = ThresholdRule::Absolute,
                     .layers = 10,
                     .expanding = true,
                     .monotone = true,
                     .curved = true,
                     .identity = true,
                     .tolerance = 0.05,
                     .inputs = {}};
    QVERIFY(!compose(scene, {}).isPartial);
}

void TestLateParts::belongToOneScene()
{
    const Scene scene = hardScene();
    const Findings findings = lateOf(scene);
    Scene other = scene;
    other.view.x.max = 7.0;
    QVERIFY(compose(other, {}, findings).isPartial);
    QVERIFY(lateQuestionsOf(scene, {}) != lateQuestionsOf(other, {}));
    other = scene;
    other.curves.front().formula = "sin(exp(x))*cos(8x^2)/(x-1)";
    QVERIFY(compose(other, {}, findings).isPartial);
    Budget wide;
    wide.paneWidthPx = 1000.0;
    QVERIFY2(compose(scene, wide, findings).isPartial, "they were computed for another picture");
}

void TestLateParts::areNotRecomputedForLooks()
{
    const Scene scene = hardScene();
    const Findings findings = lateOf(scene);
    Scene other = scene;
    other.curves.front().style = 3;
    other.grid = false;
    other.chords.push_back({other.activeCurve, 0.0, 0.5, 0.5});
    QVERIFY(lateQuestionsOf(scene, {}) == lateQuestionsOf(other, {}));
    QVERIFY(!compose(other, {}, findings).isPartial);
}

void TestLateParts::endWhenTheyAreStopped()
{
    std::stop_source source;
    source.request_stop();
    Scene scene = hardScene();
    scene.shading.curved = true;
    const LateParts parts = latePartsOf(lateQuestionsOf(scene, {}), source.get_token());
    QVERIFY(parts.curves.empty());
    QVERIFY(parts.regions.empty());
}

void TestLateParts::leaveAMarkWhereNothingIsProved()
{
    // Enclosures of the quotient are no use near 0, however long one looks: f″ there is a limit of 0/0.
    Scene scene = sceneOf("(sin(x)-x)/x^3");
    scene.panes[static_cast<std::size_t>(PaneKind::Curvature)] = true;
    const Figure figure = composeWhole(scene, {});
    const Pane& pane = paneOf(figure, PaneKind::Curvature);
    const auto& unproved = pane.inks.front().unproved;
    QVERIFY(!unproved.empty());
    QVERIFY(unproved.front().min < 0.0 && unproved.back().max > 0.0);
    QVERIFY(!pane.lines.empty() || !pane.fills.empty());
    QVERIFY(hasLegend(figure, LegendKind::Unproved));
}

QTEST_GUILESS_MAIN(TestLateParts)
#include "tst_late_parts.moc"
