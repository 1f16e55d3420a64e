#include <algorithm>
#include <cmath>
#include <memory>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QTreeWidget>

#include "app/main_window.h"
#include "app/session.h"
#include "app/session_document.h"
#include "app/settings.h"
#include "app/theme.h"
#include "tests/support/warnings.h"
#include "widgets/panels/convexity_panel.h"
#include "widgets/panels/number_edit.h"
#include "widgets/panels/slider_track.h"
#include "widgets/plot/figure_view.h"
#include "widgets/plot/plot_overlay.h"

using namespace secant;

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

} // namespace

/// Drives the workbench for convexity in the real window.
class TestConvexityWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void opensOnAVerdict();
    void dragsAnEndThatSnaps();
    void dragsAnEndOutOfThePane();
    void drawsAProof();
    void drawsTheChordsThatBreak();
    void goesToAChordOutOfSight();
    void renamesEverything();
    void unfoldsTheRules();
    void saysWhereTheRulesGiveUp();
    void renamesTheRules();
    void marksWhereAParameterChangesTheVerdict();
    void looksLongerAndStops();
    void addsAndRemovesChords();
    void throwsRandomChords();
    void breaksConvexityByHand();
    void dragsWeightedPoints();
    void dragsATangentOntoAKink();
    void dragsASegmentOfTheEpigraph();
    void opensAnExample();
    void makesNewFunctions();
    void makesTheLargerOfTwo();
    void putsOneIntoTheOther();
    void drawsTheEnvelope();
    void slidesTheConjugate();

private:
    [[nodiscard]] Session& session() { return *m_session; }
    [[nodiscard]] FigureView& view() { return *m_window->findChild<FigureView*>(); }
    [[nodiscard]] const Scene& scene() const { return m_session->scene(); }
    template<typename T>
    [[nodiscard]] T* part(const char* name) const
    {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    void start(Scene scene);
    void openTab();
    /// Waits until the verdict of the scene is in the figure.
    void settle();
    void drag(QPointF from, QPointF to);
    [[nodiscard]] QPointF endAt(HandleKind kind);

    Settings m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WarningGuard> m_warnings;
};

void TestConvexityWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestConvexityWindow::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_settings = Settings{};
    m_theme = std::make_unique<Theme>();
    m_theme->setChoice(ThemeChoice::Light);
    Scene scene;
    addFormula(scene, "x^3");
    scene.panes = {true, true, true, false};
    start(scene);
}

void TestConvexityWindow::start(Scene scene)
{
    m_window.reset();
    m_document.reset();
    m_session = std::make_unique<Session>(std::move(scene));
    m_document = std::make_unique<SessionDocument>(*m_session);
    m_window = std::make_unique<MainWindow>(*m_session, *m_document, *m_theme, m_settings);
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    openTab();
    settle();
}

void TestConvexityWindow::cleanup()
{
    m_window.reset();
    m_document.reset();
    m_session.reset();
    m_theme.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join('\n')));
}

void TestConvexityWindow::openTab()
{
    auto* pages = part<QTabWidget>("sidePages");
    for (int i = 0; i < pages->count(); ++i) {
        if (pages->widget(i)->isAncestorOf(m_window->findChild<ConvexityPanel*>())) {
            pages->setCurrentIndex(i);
        }
    }
}

void TestConvexityWindow::settle()
{
    QTRY_VERIFY(!session().isJudging());
    for (int i = 0; i < 3; ++i) {
        QTest::qWait(10);
    }
}

void TestConvexityWindow::drag(QPointF from, QPointF to)
{
    QTest::mousePress(&view(), Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(&view(), ((from + to) / 2.0).toPoint());
    QTest::mouseMove(&view(), to.toPoint());
    QTest::mouseRelease(&view(), Qt::LeftButton, {}, to.toPoint());
    settle();
}

QPointF TestConvexityWindow::endAt(HandleKind kind)
{
    const Figure& figure = view().figure();
    for (const ChordHandle& handle : view().findChild<PlotOverlay*>()->state.handles) {
        if (handle.part == ChordPart::Handle && figure.handles[static_cast<std::size_t>(handle.chord)].kind == kind) {
            return handle.at;
        }
    }
    return {};
}

void TestConvexityWindow::opensOnAVerdict()
{
    QVERIFY(scene().judgement.shown);
    QVERIFY2(!session().canUndo(), "looking is no work that one would want undone");
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("neither convex nor concave"));
    QCOMPARE(QString::fromStdString(view().figure().judgement->text),
             QStringLiteral("neither convex nor concave on ℝ: refuted"));
}

void TestConvexityWindow::dragsAnEndThatSnaps()
{
    const QPointF from = endAt(HandleKind::JudgementLow);
    QVERIFY(!from.isNull());
    const double zero = view().toPixel(PaneKind::Value, 0.0, 0.0).x();
    drag(from, {zero + 4.0, from.y()});
    QCOMPARE(scene().judgement.lo, 0.0);
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("strictly convex ∪"));
    session().undo();
    settle();
    QCOMPARE(scene().judgement.lo, -kInfinite);
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("neither convex nor concave"));
}

void TestConvexityWindow::dragsAnEndOutOfThePane()
{
    session().setJudgement({-1.0, 2.0, true, true, true, false}, EditPhase::Single);
    settle();
    const QPointF from = endAt(HandleKind::JudgementHigh);
    const QRect pane = view().paneRect(PaneKind::Value);
    drag(from, {pane.right() + 8.0, from.y()});
    QCOMPARE(scene().judgement.hi, kInfinite);
    QVERIFY(!scene().judgement.hiClosed);
    QVERIFY2(!endAt(HandleKind::JudgementHigh).isNull(), "it can be fetched back from the edge");
}

void TestConvexityWindow::drawsAProof()
{
    session().setFormula(scene().activeCurve, QStringLiteral("max(x^2, x)"));
    QTest::mouseClick(part<QCheckBox>("why"), Qt::LeftButton, {}, {8, 8});
    settle();
    const Pane& value = view().figure().panes.front();
    // x² left of 0 and right of 1 bends, x between them is straight.
    const auto count = [&](Tone tone) {
        return std::count_if(value.lines.begin(), value.lines.end(), [tone](const LineInk& line) {
            return line.look == LineLook::Underlay && line.tone == tone;
        });
    };
    QCOMPARE(count(Tone::Cup), 2);
    QCOMPARE(count(Tone::Flat), 1);
    QCOMPARE(value.notes.size(), std::size_t(2));
    QCOMPARE(QString::fromStdString(value.notes[0].text), QStringLiteral("slope 0 → 1"));
    QCOMPARE(QString::fromStdString(value.notes[1].text), QStringLiteral("slope 1 → 2"));
    const Pane& curvature = view().figure().panes.back();
    QCOMPARE(curvature.kind, PaneKind::Curvature);
    QVERIFY(!curvature.fills.empty());
}

void TestConvexityWindow::drawsTheChordsThatBreak()
{
    QTest::mouseClick(part<QCheckBox>("why"), Qt::LeftButton, {}, {8, 8});
    settle();
    const Figure& figure = view().figure();
    QCOMPARE(figure.insets.size(), std::size_t(2));
    QVERIFY(figure.insets[0].mark.y > 0.0);
    QVERIFY(figure.insets[1].mark.y < 0.0);
    QVERIFY(!figure.panes.front().lines.empty());
}

void TestConvexityWindow::goesToAChordOutOfSight()
{
    auto* first = part<QPushButton>("goToFirst");
    session().setJudgement({-2.0, 2.0, true, true, true, false}, EditPhase::Single);
    settle();
    QVERIFY2(!first->isVisible(), "the chords on [−2, 2] are in the first view");
    session().setJudgement({-kInfinite, kInfinite, false, false, true, false}, EditPhase::Single);
    // Convex up to 100 and concave from there on, where the view does not reach.
    session().setFormula(scene().activeCurve, QStringLiteral("-(x-100)^3"));
    settle();
    QVERIFY(first->isVisible());
    const View before = scene().view;
    first->click();
    settle();
    const auto& broken = session().findings().judged->verdict.broken;
    QVERIFY(scene().view.x.min < broken.convexity->x1.get_d() && scene().view.x.max > broken.convexity->x2.get_d());
    QVERIFY2(view().figure().panes.front().y.range.min < view().figure().panes.front().y.range.max,
             "heights are fitted");
    session().undo();
    QVERIFY(scene().view == before);
}

void TestConvexityWindow::renamesEverything()
{
    session().setJudgement({0.0, kInfinite, true, false, true, false}, EditPhase::Single);
    settle();
    auto* naming = part<QComboBox>("naming");
    naming->setFocus();
    QTest::keyClick(naming, Qt::Key_Down);
    settle();
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("strictly concave ∪"));
    QCOMPARE(QString::fromStdString(view().figure().judgement->text),
             QStringLiteral("strictly concave ∪ on [0, ∞): proved"));
    session().undo();
    settle();
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("strictly convex ∪"));
}

void TestConvexityWindow::unfoldsTheRules()
{
    session().setFormula(scene().activeCurve, QStringLiteral("exp(x^2)"));
    settle();
    QVERIFY(part<QLabel>("compositionSummary")->text().contains(QStringLiteral("convex ∪")));
    auto* tree = part<QTreeWidget>("compositionTree");
    QVERIFY(!tree->isVisible());
    QTest::mouseClick(part<QToolButton>("compositionUnfold"), Qt::LeftButton);
    QVERIFY(tree->isVisible());
    QTreeWidgetItem* whole = tree->topLevelItem(0);
    QCOMPARE(whole->text(0), QStringLiteral("exp(x^2)"));
    QCOMPARE(whole->text(1), QStringLiteral("convex ∪"));
    QCOMPARE(whole->child(0)->text(0), QStringLiteral("x^2"));
    QCOMPARE(whole->child(0)->child(0)->text(1), QStringLiteral("affine"));
    QCOMPARE(part<QLabel>("compositionRule")->text(),
             QStringLiteral("exp(u) is convex ∪ and nowhere decreasing for u in [0, ∞), and u = x^2 is convex ∪: so "
                            "this is convex ∪."));
    const int height = tree->height();
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Left);
    QVERIFY2(!whole->isExpanded() && tree->height() < height, "folded, it takes less room");
    QTest::keyClick(tree, Qt::Key_Right);
    QTest::keyClick(tree, Qt::Key_Right);
    QCOMPARE(tree->currentItem(), whole->child(0));
    QVERIFY(part<QLabel>("compositionRule")->text().startsWith(QStringLiteral("u^2 is convex ∪")));
}

void TestConvexityWindow::saysWhereTheRulesGiveUp()
{
    // √(x² + 1) is a norm of (x, 1), hence convex; the root is concave, which the rules cannot use.
    session().setFormula(scene().activeCurve, QStringLiteral("2 sqrt(x^2+1)"));
    settle();
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("strictly convex ∪"));
    QCOMPARE(part<QLabel>("compositionSummary")->text(),
             QStringLiteral("The rules of composition give up at sqrt(x^2 + 1), although the function is proved "
                            "strictly convex ∪: they are sufficient, not necessary."));
    QTest::mouseClick(part<QToolButton>("compositionUnfold"), Qt::LeftButton);
    auto* tree = part<QTreeWidget>("compositionTree");
    QTreeWidgetItem* root = tree->topLevelItem(0)->child(0);
    QCOMPARE(root->text(1), QStringLiteral("no rule"));
    QCOMPARE(tree->currentItem(), root);
    QVERIFY(part<QLabel>("compositionRule")
                ->text()
                .contains(QStringLiteral("sqrt(u) is concave ∩ and nowhere decreasing for u in [1, ∞), but u = x^2 + 1 "
                                         "is convex ∪")));
}

void TestConvexityWindow::renamesTheRules()
{
    session().setFormula(scene().activeCurve, QStringLiteral("exp(x^2)"));
    settle();
    QTest::mouseClick(part<QToolButton>("compositionUnfold"), Qt::LeftButton);
    auto* tree = part<QTreeWidget>("compositionTree");
    for (const auto& [naming, word] :
         {std::pair(Naming::OlderChinese, "concave ∪"), std::pair(Naming::UpDown, "convex down ∪"),
          std::pair(Naming::International, "convex ∪")}) {
        session().setNaming(naming);
        settle();
        const QString shape = QString::fromUtf8(word);
        QCOMPARE(tree->topLevelItem(0)->text(1), shape);
        QVERIFY(part<QLabel>("compositionSummary")->text().contains(shape));
        QVERIFY(part<QLabel>("compositionRule")->text().endsWith(QStringLiteral("so this is %1.").arg(shape)));
    }
    session().setLanguage(Language::Chinese);
    settle();
    QCOMPARE(tree->topLevelItem(0)->text(1), QStringLiteral("凸 ∪"));
}

void TestConvexityWindow::marksWhereAParameterChangesTheVerdict()
{
    Scene next;
    addActivation(next, "elu");
    next.curves.front().parameters["alpha"] = 0.6;
    start(next);
    auto* track = m_window->findChild<SliderTrack*>(QStringLiteral("track"));
    QVERIFY(track);
    // ELU is convex for 0 ≤ α ≤ 1: its slope at 0 from the left is α.
    const QString text = QStringLiteral("convex ∪ up to 1, neither convex nor concave beyond");
    QTRY_VERIFY_WITH_TIMEOUT(track->accessibleDescription().contains(text), 60000);
    const int y = track->height() / 2;
    const QPoint one(qRound(track->toPixel(1.0)) + 3, y);
    QTest::mousePress(track, Qt::LeftButton, {}, QPoint(qRound(track->toPixel(0.6)), y));
    QTest::mouseMove(track, one - QPoint(20, 0));
    QTest::mouseMove(track, one);
    QTest::mouseRelease(track, Qt::LeftButton, {}, one);
    settle();
    QCOMPARE(scene().curves.front().parameters.at("alpha"), 1.0);
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("convex ∪"));
    QVERIFY2(track->accessibleDescription().contains(text), "the value of the parameter does not matter");
    QHelpEvent hover(QEvent::ToolTip, one, track->mapToGlobal(one));
    QApplication::sendEvent(track, &hover);
    QVERIFY2(QToolTip::text().startsWith(text), qPrintable(QToolTip::text()));
    session().setNaming(Naming::UpDown);
    settle();
    QVERIFY(track->accessibleDescription().contains(
        QStringLiteral("convex down ∪ up to 1, neither convex down nor convex up beyond")));
    // On x ≥ 0 ELU is x, whatever α is.
    session().setJudgement({0.0, kInfinite, true, false, true, false}, EditPhase::Single);
    settle();
    QVERIFY2(track->accessibleDescription().isEmpty(), "what is known of another interval is not shown");
}

void TestConvexityWindow::looksLongerAndStops()
{
    session().setFormula(scene().activeCurve, QStringLiteral("sin(x) cos(x) - sin(2x)/2"));
    settle();
    if (session().findings().judged->verdict.standing != convexity::Standing::Undecided) {
        QSKIP("the engine decides this formula within 50 ms, so there is nothing to look longer for");
    }
    auto* longer = part<QPushButton>("tryLonger");
    QVERIFY(longer->isVisible());
    QTest::mouseClick(longer, Qt::LeftButton);
    QVERIFY(session().isLookingLonger());
    auto* stop = part<QPushButton>("stopLooking");
    QTRY_VERIFY(stop->isVisible());
    session().setView(scene().view, EditPhase::Single);
    session().showGrid(false);
    QVERIFY2(session().isLookingLonger(), "what is looked for has not changed");
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(!session().isJudging());
    QTRY_VERIFY(!stop->isVisible());
    QVERIFY(longer->isVisible());
}

void TestConvexityWindow::addsAndRemovesChords()
{
    auto* list = part<QListWidget>("chordList");
    QVERIFY(!list->isVisible());
    part<QPushButton>("addChord")->click();
    part<QPushButton>("addChord")->click();
    settle();
    QCOMPARE(scene().chords.size(), std::size_t(2));
    QCOMPARE(list->currentRow(), 1);
    QVERIFY(list->item(0)->text().contains(QStringLiteral("λ")));
    list->setCurrentRow(0);
    auto* x1 = part<NumberEdit>("chordX1");
    x1->setFocus();
    x1->selectAll();
    QTest::keyClicks(x1, QStringLiteral("0"));
    QTest::keyClick(x1, Qt::Key_Return);
    settle();
    QCOMPARE(scene().chords[0].x1, 0.0);
    QVERIFY(list->item(0)->text().startsWith(QStringLiteral("0 …")));
    part<QPushButton>("removeChord")->click();
    settle();
    QCOMPARE(scene().chords.size(), std::size_t(1));
    session().undo();
    settle();
    QCOMPARE(scene().chords.size(), std::size_t(2));
}

void TestConvexityWindow::throwsRandomChords()
{
    session().setJudgement({0.0, 2.0, true, true, true, false}, EditPhase::Single);
    part<QPushButton>("throwChords")->click();
    settle();
    QCOMPARE(part<QLabel>("chordTally")->text(), QStringLiteral("above the curve: 100, below: 0, on it: 0"));
    const auto seed = scene().workbench.seed;
    part<QPushButton>("throwChords")->click();
    settle();
    QVERIFY(scene().workbench.seed != seed);
    part<QPushButton>("clearChords")->click();
    settle();
    QVERIFY(part<QLabel>("chordTally")->text().isEmpty());
}

void TestConvexityWindow::breaksConvexityByHand()
{
    QTest::mouseClick(part<QCheckBox>("chordHunt"), Qt::LeftButton, {}, {8, 8});
    settle();
    QVERIFY(part<QLabel>("chordHuntText")->text().contains(QStringLiteral("Draw a chord")));
    part<QPushButton>("addChord")->click();
    session().setChord(0, {scene().activeCurve, 1.0, 2.0, 0.5}, EditPhase::Single);
    settle();
    QVERIFY(part<QLabel>("chordHuntText")->text().contains(QStringLiteral("not concave")));
    session().setChord(0, {scene().activeCurve, -1.5, -0.5, 0.5}, EditPhase::Single);
    settle();
    QVERIFY(part<QLabel>("chordHuntText")->text().contains(QStringLiteral("not convex")));
}

void TestConvexityWindow::dragsWeightedPoints()
{
    auto* points = part<QSpinBox>("jensenPoints");
    points->setFocus();
    QTest::keyClick(points, Qt::Key_Up);
    settle();
    QCOMPARE(scene().workbench.jensen.size(), std::size_t(2));
    QVERIFY(part<QLabel>("jensenText")->text().contains(QStringLiteral("Σ")));
    const QPointF from = endAt(HandleKind::Jensen);
    if (!from.isNull()) {
        drag(from, from + QPointF(40.0, 0.0));
    }
    session().setWorkbench({.jensen = {{0.5, 1.0}, {1.0, 1.0}}}, EditPhase::Single);
    session().setView(
        [&] {
            View view = scene().view;
            view.yOf(PaneKind::Value) = {-2.0, 2.0};
            return view;
        }(),
        EditPhase::Single);
    settle();
    const QPointF at = endAt(HandleKind::Jensen);
    QVERIFY(!at.isNull());
    drag(at, at + QPointF(25.0, 0.0));
    QVERIFY(scene().workbench.jensen[0].x > 0.5);
    QTest::keyClick(points, Qt::Key_Down);
    settle();
    QVERIFY(scene().workbench.jensen.empty());
}

void TestConvexityWindow::dragsATangentOntoAKink()
{
    session().setFormula(scene().activeCurve, QStringLiteral("abs(x)"));
    session().fit();
    QTest::mouseClick(part<QCheckBox>("tangentFixed"), Qt::LeftButton, {}, {8, 8});
    settle();
    QVERIFY(part<QLabel>("tangentText")->text().contains(QStringLiteral("nowhere below")));
    const QPointF from = endAt(HandleKind::Tangent);
    QVERIFY(!from.isNull());
    drag(from, view().toPixel(PaneKind::Value, 0.0, 0.0) + QPointF(3.0, 0.0));
    QCOMPARE(scene().workbench.tangentX, 0.0);
    QVERIFY(part<QLabel>("tangentText")->text().contains(QStringLiteral("[−1, 1]")));
}

void TestConvexityWindow::dragsASegmentOfTheEpigraph()
{
    session().setFormula(scene().activeCurve, QStringLiteral("cos(x)"));
    session().fit();
    QTest::mouseClick(part<QCheckBox>("epigraph"), Qt::LeftButton, {}, {8, 8});
    settle();
    const QPointF from = endAt(HandleKind::SegmentFirst);
    QVERIFY(!from.isNull());
    drag(from, view().toPixel(PaneKind::Value, -1.5, 0.2));
    QVERIFY(std::abs(scene().workbench.segmentFirst.x + 1.5) < 0.05);
    QVERIFY(!part<QLabel>("epigraphText")->text().isEmpty());
    session().undo();
    settle();
    QVERIFY(std::abs(scene().workbench.segmentFirst.x + 1.5) > 0.05);
}

void TestConvexityWindow::opensAnExample()
{
    auto* action = part<QAction>("pole");
    QVERIFY(action);
    const Scene before = scene();
    action->trigger();
    settle();
    QCOMPARE(scene().curves.front().formula, std::string("1/x^2"));
    QVERIFY(part<QLabel>("question")->text().contains(QStringLiteral("both sides of 0")));
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("neither convex nor concave"));
    session().undo();
    QVERIFY(scene() == before);
}

void TestConvexityWindow::makesNewFunctions()
{
    const int cube = scene().activeCurve;
    QVERIFY(!part<QPushButton>("sum")->isEnabled());
    part<QPushButton>("negate")->click();
    settle();
    QCOMPARE(scene().curves.size(), std::size_t(2));
    QVERIFY(scene().activeCurve != cube);
    QVERIFY(part<QPushButton>("sum")->isEnabled());
    part<QPushButton>("sum")->click();
    settle();
    // −x³ + x³ is 0.
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("affine"));
    session().undo();
    session().undo();
    settle();
    QCOMPARE(scene().curves.size(), std::size_t(1));
    part<QPushButton>("perspective")->click();
    settle();
    QCOMPARE(scene().curves.back().parameters.at("t"), 2.0);
}

void TestConvexityWindow::makesTheLargerOfTwo()
{
    part<QPushButton>("negate")->click();
    settle();
    QTest::mouseClick(part<QPushButton>("maximum"), Qt::LeftButton);
    settle();
    // max(−x³, x³) is |x|³, whose second derivative 6|x| is 0 at a point alone.
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("strictly convex ∪"));
    QCOMPARE(view().figure().panes.front().inks.size(), std::size_t(3));
    session().undo();
    settle();
    QCOMPARE(scene().curves.size(), std::size_t(2));
}

void TestConvexityWindow::putsOneIntoTheOther()
{
    session().setFormula(scene().activeCurve, QStringLiteral("exp(x)"));
    const int outer = scene().activeCurve;
    const int inner = session().addFormula();
    session().setFormula(inner, QStringLiteral("x^2"));
    settle();
    QCOMPARE(scene().activeCurve, inner);
    auto* other = part<QComboBox>("otherCurve");
    QCOMPARE(other->currentData().toInt(), outer);
    QTest::mouseClick(part<QPushButton>("compose"), Qt::LeftButton);
    settle();
    // (exp(x²))″ = (2 + 4x²) exp(x²) > 0; the other order, exp(x)², would be e⁻² at −1.
    QCOMPARE(part<QLabel>("verdictWord")->text(), QStringLiteral("strictly convex ∪"));
    QCOMPARE(session().readoutAt(-1.0).rows.back().value, std::exp(1.0));
}

void TestConvexityWindow::drawsTheEnvelope()
{
    session().setFormula(scene().activeCurve, QStringLiteral("(x^2 - 1)^2"));
    View seen = scene().view;
    seen.x = {-2.0, 2.0};
    seen.yOf(PaneKind::Value) = {-0.5, 3.0};
    session().setView(seen, EditPhase::Single);
    settle();
    const auto bold = [this] {
        const auto& lines = view().figure().panes.front().lines;
        const auto isEnvelope = [](const LineInk& line) { return line.look == LineLook::Bold; };
        const auto found = std::ranges::find_if(lines, isEnvelope);
        return found == lines.end() ? std::vector<FigurePoint>() : found->points;
    };
    QVERIFY(bold().empty());
    QTest::mouseClick(part<QCheckBox>("envelope"), Qt::LeftButton, {}, {8, 8});
    settle();
    // The envelope of the double well is 0 between its two wells and the function itself outside.
    const double pixel = 3.5 / view().paneRect(PaneKind::Value).height();
    const std::vector<FigurePoint> points = bold();
    QVERIFY(points.size() > 10);
    for (const FigurePoint& point : points) {
        const double square = point.x * point.x - 1.0;
        const double truth = square > 0.0 ? square * square : 0.0;
        QVERIFY2(std::abs(point.y - truth) <= 0.5 * pixel, qPrintable(QString::number(point.x)));
    }
    const auto isInside = [](const FigurePoint& point) { return std::abs(point.x) < 0.9; };
    QVERIFY2(std::ranges::none_of(points, isInside), "between the wells it is one straight line");
    QTest::mouseClick(part<QCheckBox>("envelope"), Qt::LeftButton, {}, {8, 8});
    settle();
    QVERIFY(bold().empty());
}

void TestConvexityWindow::slidesTheConjugate()
{
    session().setFormula(scene().activeCurve, QStringLiteral("x^2/2"));
    QTest::mouseClick(part<QCheckBox>("conjugate"), Qt::LeftButton, {}, {8, 8});
    settle();
    auto* slope = part<QWidget>("conjugateSlope");
    QVERIFY(slope->isVisible());
    // x²/2 is its own conjugate: 0.125, to the half pixel that the drawn points keep to.
    const QString text = part<QLabel>("conjugateText")->text();
    QVERIFY2(text.startsWith(QStringLiteral("f*(0.5) = ")), qPrintable(text));
    const View& seen = scene().view;
    const double pixel =
        (seen.yOf(PaneKind::Value).max - seen.yOf(PaneKind::Value).min) / view().paneRect(PaneKind::Value).height();
    const double value = text.section(QStringLiteral(" = "), 1, 1).section(QLatin1Char(','), 0, 0).toDouble();
    QVERIFY2(std::abs(value - 0.125) <= 0.5 * pixel, qPrintable(text));
    auto* track = slope->findChild<SliderTrack*>(QStringLiteral("track"));
    track->setFocus();
    QTest::keyClick(track, Qt::Key_End); // The slider ends at slope 3, where f* is 9/2.
    settle();
    QCOMPARE(scene().workbench.conjugateSlope, 3.0);
    QVERIFY2(part<QLabel>("conjugateText")->text().startsWith(QStringLiteral("f*(3) = 4.5")),
             qPrintable(part<QLabel>("conjugateText")->text()));
    QTest::keyClick(track, Qt::Key_Home);
    settle();
    QVERIFY(part<QLabel>("conjugateText")->text().startsWith(QStringLiteral("f*(−3) = 4.5")));
}

QTEST_MAIN(TestConvexityWindow)
#include "tst_convexity_window.moc"
