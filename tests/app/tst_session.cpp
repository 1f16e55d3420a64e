#include <cmath>

#include <QSignalSpy>
#include <QTest>

#include "app/session.h"

using namespace secant;

namespace {

View movedBy(View view, double dx)
{
    view.x.min += dx;
    view.x.max += dx;
    return view;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void undoesAndRedoesEveryKindOfChange();
    void takesAGestureAsOneStep();
    void forgetsAGestureThatEndsWhereItBegan();
    void takesAWordTypedWithoutPauseAsOneStep();
    void keepsTheLastGoodCurveWhileAFormulaIsWrong();
    void makesOneFigureForManyEdits();
    void refusesViewsThatCannotBeDrawn();
    void movesTheChordToTheActiveCurve();
    void switchesTheConvention();
    void keepsChoosingTheActiveCurveOutOfUndo();
    void undoesFromTheFirstSceneNoFurther();
    void refusesBoundsThatCross();
    void findsOutTheVerdictOfTheActiveCurve();
    void judgesAnewWhatHasChangedAlone();
    void refusesAnEmptyIntervalOfJudgement();
    void goesWhileAVerdictIsSought();
    void finishesLaterWhatAFrameLeavesOpen();
    void givesUpWhatNobodyWaitsFor();
    void letsHeightsFollowCalmly();
    void keepsHeightsThatAPersonChooses();
};

void TestSession::undoesAndRedoesEveryKindOfChange()
{
    Session session(defaultScene());
    const int leaky = session.scene().curves[1].id;
    std::vector<Scene> states{session.scene()};
    const auto remember = [&] { states.push_back(session.scene()); };
    session.addActivation("gelu");
    remember();
    session.setParameter(leaky, "alpha", 0.3, EditPhase::Single);
    remember();
    session.setVisible(leaky, false);
    remember();
    session.showPane(PaneKind::Curvature, true);
    remember();
    session.showChord(true);
    remember();
    session.setView(movedBy(session.scene().view, 1.0), EditPhase::Single);
    remember();
    session.setShading({false, true, 0.1, ThresholdRule::Relative}, EditPhase::Single);
    remember();
    session.removeCurve(leaky);
    remember();
    session.removeAll();
    remember();
    for (std::size_t i = states.size() - 1; i-- > 0;) {
        session.undo();
        QVERIFY(session.scene() == states[i]);
    }
    QVERIFY(!session.canUndo());
    for (std::size_t i = 1; i < states.size(); ++i) {
        session.redo();
        QVERIFY(session.scene() == states[i]);
    }
    QVERIFY(!session.canRedo());
}

void TestSession::takesAGestureAsOneStep()
{
    Session session(defaultScene());
    const int leaky = session.scene().curves[1].id;
    const Scene before = session.scene();
    session.setParameter(leaky, "alpha", 0.1, EditPhase::Begin);
    for (int i = 1; i <= 50; ++i) {
        session.setParameter(leaky, "alpha", 0.1 + 0.01 * i, EditPhase::Move);
    }
    session.setParameter(leaky, "alpha", 0.6, EditPhase::End);
    session.undo();
    QVERIFY(session.scene() == before);
    QVERIFY(!session.canUndo());
    session.redo();
    QCOMPARE(session.scene().find(leaky)->parameters.at("alpha"), 0.6);
}

void TestSession::forgetsAGestureThatEndsWhereItBegan()
{
    Session session(defaultScene());
    const View view = session.scene().view;
    session.setView(view, EditPhase::Begin);
    session.setView(movedBy(view, 2.0), EditPhase::Move);
    session.setView(view, EditPhase::End);
    QVERIFY(!session.canUndo());
}

void TestSession::takesAWordTypedWithoutPauseAsOneStep()
{
    Session session(Scene{});
    const int curve = session.addFormula();
    const Scene before = session.scene();
    for (const char* text : {"e", "ex", "exp", "exp(", "exp(x", "exp(x)"}) {
        session.setFormula(curve, text);
    }
    QCOMPARE(session.scene().find(curve)->formula, std::string("exp(x)"));
    session.undo();
    QVERIFY(session.scene() == before);
}

void TestSession::keepsTheLastGoodCurveWhileAFormulaIsWrong()
{
    Session session(Scene{});
    const int curve = session.addFormula();
    session.setFormula(curve, "x^2");
    session.setFormula(curve, "x^2 + sn(x)");
    QCOMPARE(session.scene().find(curve)->formula, std::string("x^2"));
    const CurveCardState card = session.cards().front();
    QCOMPARE(card.spec.formula, std::string("x^2 + sn(x)"));
    QVERIFY(card.error.has_value());
    QCOMPARE(card.error->where.begin, std::size_t(6));
    session.setFormula(curve, "x^2 + sin(x)");
    QVERIFY(!session.cards().front().error);
    QCOMPARE(session.scene().find(curve)->formula, std::string("x^2 + sin(x)"));
}

void TestSession::makesOneFigureForManyEdits()
{
    Session session(defaultScene());
    QSignalSpy figures(&session, &Session::figureChanged);
    QVERIFY(figures.wait());
    figures.clear();
    for (int i = 0; i < 100; ++i) {
        session.setParameter(session.scene().curves[1].id, "alpha", 0.01 * i, EditPhase::Single);
    }
    QCOMPARE(figures.size(), 0);
    QTRY_COMPARE(figures.size(), 1);
    QTest::qWait(20);
    QCOMPARE(figures.size(), 1);
    // What is seen is the last of them.
    const auto& legend = session.figure().legend;
    QCOMPARE(legend[1].text, std::string("Leaky ReLU (α = 0.99)"));
}

void TestSession::refusesViewsThatCannotBeDrawn()
{
    Session session(defaultScene());
    const View before = session.scene().view;
    View bad = before;
    bad.x = {3.0, 1.0};
    bad.yOf(PaneKind::Slope) = {std::nan(""), 1.0};
    session.setView(bad, EditPhase::Single);
    QCOMPARE(session.scene().view, before);
    bad.x = {-1e308, 1e308};
    session.setView(bad, EditPhase::Single);
    QVERIFY(session.scene().view.x.min >= -kMaxCoordinate && session.scene().view.x.max <= kMaxCoordinate);
}

void TestSession::movesTheChordToTheActiveCurve()
{
    Session session(defaultScene());
    session.showChord(true);
    QCOMPARE(session.scene().chords.size(), std::size_t(1));
    QCOMPARE(session.scene().chords[0].curve, session.scene().activeCurve);
    const int other = session.scene().curves[1].id;
    session.activate(other);
    QCOMPARE(session.scene().chords[0].curve, other);
    session.showChord(false);
    QVERIFY(session.scene().chords.empty());
}

void TestSession::switchesTheConvention()
{
    Session session(Scene{});
    const int curve = session.addActivation("rrelu_eval_torch");
    const auto conventions = session.cards().front().conventions;
    QCOMPARE(conventions.size(), std::size_t(2));
    session.setParameter(curve, "upper", 0.5, EditPhase::Single);
    session.setConvention(curve, "rrelu_eval_paper");
    // Xu et al. 2015 divide by a ~ U(3, 8); a bound of the other convention has no meaning here.
    QCOMPARE(session.cards().front().parameters[0].value, 3.0);
    QCOMPARE(session.cards().front().parameters[1].value, 8.0);
}

void TestSession::keepsChoosingTheActiveCurveOutOfUndo()
{
    Session session(defaultScene());
    session.activate(session.scene().curves[1].id);
    QVERIFY(!session.canUndo());
    session.activate(12345);
    QCOMPARE(session.scene().activeCurve, session.scene().curves[1].id);
}

void TestSession::undoesFromTheFirstSceneNoFurther()
{
    Session session(defaultScene());
    session.undo();
    session.redo();
    QVERIFY(session.scene() == defaultScene());
}

void TestSession::refusesBoundsThatCross()
{
    Session session(Scene{});
    const int curve = session.addActivation("hard_tanh");
    QSignalSpy refused(&session, &Session::refused);
    const Scene before = session.scene();
    session.setParameter(curve, "min_val", 2.0, EditPhase::Single);
    QVERIFY(session.scene() == before);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused[0][0].toString().contains("min_val"));
    // A drag stops where the bounds would meet, and is one step all the same.
    session.setParameter(curve, "min_val", -0.5, EditPhase::Begin);
    session.setParameter(curve, "min_val", 0.5, EditPhase::Move);
    session.setParameter(curve, "min_val", 1.5, EditPhase::End);
    QCOMPARE(session.scene().find(curve)->parameters.at("min_val"), 0.5);
    session.undo();
    QVERIFY(session.scene() == before);
}

void TestSession::findsOutTheVerdictOfTheActiveCurve()
{
    Session session(defaultScene());
    JudgementSpec on;
    on.shown = true;
    session.setJudgement(on, EditPhase::Single);
    QVERIFY(session.isJudging());
    QTRY_VERIFY(!session.isJudging());
    QVERIFY(session.findings().judgedFor(session.scene()));
    QTRY_VERIFY(session.figure().judgement && !session.figure().judgement->text.empty());
    QCOMPARE(QString::fromStdString(session.figure().judgement->text), QStringLiteral("convex ∪ on ℝ: proved"));
    session.undo();
    QVERIFY(!session.scene().judgement.shown);
}

void TestSession::judgesAnewWhatHasChangedAlone()
{
    Session session(defaultScene());
    QTRY_VERIFY(!session.isJudging());
    QSignalSpy changed(&session, &Session::findingsChanged);
    session.setView(movedBy(session.scene().view, 1.0), EditPhase::Single);
    session.showGrid(false);
    QVERIFY(!session.isJudging());
    QCOMPARE(changed.count(), 0);
    session.activate(session.scene().curves[1].id);
    QVERIFY(session.isJudging());
    QTRY_VERIFY(!session.isJudging());
    QCOMPARE(changed.count(), 2);
}

void TestSession::refusesAnEmptyIntervalOfJudgement()
{
    Session session(defaultScene());
    session.setJudgement({0.0, 1.0, true, true, true}, EditPhase::Single);
    const JudgementSpec before = session.scene().judgement;
    session.setJudgement({1.0, 1.0, true, true, true}, EditPhase::Single);
    session.setJudgement({std::nan(""), 1.0, true, true, true}, EditPhase::Single);
    QVERIFY(session.scene().judgement == before);
}

void TestSession::goesWhileAVerdictIsSought()
{
    for (int i = 0; i < 20; ++i) {
        Session session(defaultScene());
        session.setFormula(session.addFormula(), QStringLiteral("sin(exp(sin(x^3)) + tan(x))"));
        QTest::qWait(i % 4);
    }
}

/// A curve of which f″ takes longer than a frame.
Scene hardScene()
{
    Scene scene;
    addFormula(scene, "sin(exp(x))*cos(7x^2)/(x-1)");
    scene.panes[static_cast<std::size_t>(PaneKind::Curvature)] = true;
    return scene;
}

void TestSession::finishesLaterWhatAFrameLeavesOpen()
{
    Session session(hardScene());
    std::vector<bool> partial;
    connect(&session, &Session::figureChanged, &session, [&] { partial.push_back(session.figure().isPartial); });
    QTRY_VERIFY_WITH_TIMEOUT(!partial.empty() && !partial.back(), 60000);
    QVERIFY2(partial.front(), "a frame does not wait");
    QVERIFY(!session.figure().panes.empty());
    QCOMPARE(session.figure().panes.back().kind, PaneKind::Curvature);
    QVERIFY(session.figure().panes.back().inks.front().sampledPx < 1.0);
    // A change of looks needs nothing of that anew.
    partial.clear();
    session.showGrid(false);
    QTRY_VERIFY_WITH_TIMEOUT(!partial.empty(), 60000);
    QVERIFY(!partial.front());
}

void TestSession::givesUpWhatNobodyWaitsFor()
{
    Session session(hardScene());
    QSignalSpy figures(&session, &Session::figureChanged);
    QVERIFY(figures.wait(60000));
    QVERIFY(session.figure().isPartial);
    session.removeAll();
    QTRY_VERIFY_WITH_TIMEOUT(!session.figure().isPartial, 60000);
    figures.clear();
    QTest::qWait(500);
    QCOMPARE(figures.size(), 0);
}

void TestSession::letsHeightsFollowCalmly()
{
    Scene scene;
    const int curve = addFormula(scene, "a*x^2");
    scene.find(curve)->parameters["a"] = 0.1;
    Session session(scene);
    session.followHeights(true);
    const View before = session.scene().view;
    QVERIFY(before.yOf(PaneKind::Value).max <= 6.0);
    session.setParameter(curve, "a", 0.1, EditPhase::Begin);
    for (int i = 1; i <= 10; ++i) {
        session.setParameter(curve, "a", 0.1 + 0.1 * i, EditPhase::Move);
        QVERIFY(session.scene().view.yOf(PaneKind::Value).max >= 36.0 * (0.1 + 0.1 * i) - 1e-9);
    }
    session.setParameter(curve, "a", 1.1, EditPhase::End);
    const View after = session.scene().view;
    session.undo();
    QVERIFY2(session.scene().view == before, "one step takes back the parameter and the heights");
    QCOMPARE(session.scene().find(curve)->parameters.at("a"), 0.1);
    session.redo();
    QVERIFY(session.scene().view == after);
}

void TestSession::keepsHeightsThatAPersonChooses()
{
    Session session(defaultScene());
    session.followHeights(true);
    View view = session.scene().view;
    view.x.max += 5.0;
    session.setView(view, EditPhase::Single);
    QVERIFY2(session.scene().autoHeights, "the x range is no choice of heights");
    view = session.scene().view;
    view.yOf(PaneKind::Value) = {-100.0, 100.0};
    session.setView(view, EditPhase::Single);
    QVERIFY(!session.scene().autoHeights);
    QCOMPARE(session.scene().view.yOf(PaneKind::Value), (Range{-100.0, 100.0}));
    session.undo();
    QVERIFY(session.scene().autoHeights);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
