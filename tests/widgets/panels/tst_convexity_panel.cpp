#include <cmath>
#include <memory>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/support/warnings.h"
#include "widgets/panels/convexity_panel.h"
#include "widgets/panels/number_edit.h"

using namespace secant;

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

} // namespace

/// Clicks and types in the panel, and asks which edits it reports and what it says.
class TestConvexityPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void opensOnce();
    void typesAnEnd();
    void typesInfinity();
    void refusesCrossedEnds();
    void refusesWords();
    void stepsAnEnd();
    void closesAndOpensAnEnd();
    void judgesTheWholeLineAndTheView();
    void showsTheInterval();
    void choosesTheNaming();
    void saysWhatIsProved();
    void saysWhatBreaksIt();
    void saysWhatIsUndecided();
    void showsProgressOfALongSearch();
    void saysThatThereIsNothing();
    void explainsEverything();
    void fitsASidePanel();

private:
    template<typename T>
    [[nodiscard]] T* part(const char* name) const
    {
        return m_panel->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char* name) const { return part<QLabel>(name)->text(); }
    void type(const char* name, const QString& text) const;
    void judge(const char* formula);
    [[nodiscard]] static JudgementSpec last(const QSignalSpy& edits)
    {
        return edits.isEmpty() ? JudgementSpec{} : edits.last().at(0).value<JudgementSpec>();
    }

    std::unique_ptr<WarningGuard> m_warnings;
    std::unique_ptr<ConvexityPanel> m_panel;
    Scene m_scene;
};

void TestConvexityPanel::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_scene = defaultScene();
    m_scene.judgement = {-2.0, 3.0, true, false, false, false};
    m_panel = std::make_unique<ConvexityPanel>();
    m_panel->setScene(m_scene);
    m_panel->setFindings(m_scene, {}, false, false);
    m_panel->resize(300, m_panel->sizeHint().height());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestConvexityPanel::cleanup()
{
    m_panel.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join('\n')));
}

void TestConvexityPanel::type(const char* name, const QString& text) const
{
    auto* edit = part<NumberEdit>(name);
    QVERIFY(edit);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

void TestConvexityPanel::judge(const char* formula)
{
    m_scene = Scene{};
    addFormula(m_scene, formula);
    m_panel->setScene(m_scene);
    m_panel->setFindings(m_scene, findingsOf(m_scene), false, false);
}

void TestConvexityPanel::opensOnce()
{
    ConvexityPanel panel;
    QSignalSpy opened(&panel, &ConvexityPanel::opened);
    panel.show();
    panel.hide();
    panel.show();
    QCOMPARE(opened.count(), 1);
}

void TestConvexityPanel::typesAnEnd()
{
    QSignalSpy edits(m_panel.get(), &ConvexityPanel::judgementEdited);
    type("endLow", QStringLiteral("1/4"));
    QCOMPARE(edits.count(), 1);
    QVERIFY(last(edits) == (JudgementSpec{0.25, 3.0, true, false, false, false}));
}

void TestConvexityPanel::typesInfinity()
{
    QSignalSpy edits(m_panel.get(), &ConvexityPanel::judgementEdited);
    type("endLow", QStringLiteral("-inf"));
    QCOMPARE(last(edits).lo, -kInfinite);
    QVERIFY2(!last(edits).loClosed, "an infinite end is open");
    QVERIFY(!part<QToolButton>("closedLow")->isEnabled());
    QVERIFY(part<QToolButton>("infiniteLow")->isChecked());
    QCOMPARE(part<NumberEdit>("endLow")->text(), QStringLiteral("−∞"));
    QTest::mouseClick(part<QToolButton>("infiniteHigh"), Qt::LeftButton);
    QCOMPARE(last(edits).hi, kInfinite);
    QTest::mouseClick(part<QToolButton>("infiniteHigh"), Qt::LeftButton);
    QCOMPARE(last(edits).hi, m_scene.view.x.max);
}

void TestConvexityPanel::refusesCrossedEnds()
{
    QSignalSpy edits(m_panel.get(), &ConvexityPanel::judgementEdited);
    type("endLow", QStringLiteral("3"));
    QCOMPARE(edits.count(), 0);
    QVERIFY(text("intervalMessage").contains(QStringLiteral("below")));
    QCOMPARE(part<NumberEdit>("endLow")->text(), QStringLiteral("−2"));
    type("endLow", QStringLiteral("2.5"));
    QCOMPARE(edits.count(), 1);
    QVERIFY(text("intervalMessage").isEmpty());
}

void TestConvexityPanel::refusesWords()
{
    QSignalSpy edits(m_panel.get(), &ConvexityPanel::judgementEdited);
    type("endHigh", QStringLiteral("far"));
    QCOMPARE(edits.count(), 0);
    QVERIFY(text("intervalMessage").contains(QStringLiteral("far")));
}

void TestConvexityPanel::stepsAnEnd()
{
    QSignalSpy edits(m_panel.get(), &ConvexityPanel::judgementEdited);
    QTest::keyClick(part<NumberEdit>("endHigh"), Qt::Key_Up);
    QCOMPARE(last(edits).hi, 3.1);
    QTest::keyClick(part<NumberEdit>("endHigh"), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(last(edits).hi, 3.09);
}

void TestConvexityPanel::closesAndOpensAnEnd()
{
    QSignalSpy edits(m_panel.get(), &ConvexityPanel::judgementEdited);
    QCOMPARE(part<QToolButton>("closedHigh")->text(), QStringLiteral(")"));
    QTest::mouseClick(part<QToolButton>("closedHigh"), Qt::LeftButton);
    QVERIFY(last(edits).hiClosed);
    QCOMPARE(part<QToolButton>("closedHigh")->text(), QStringLiteral("]"));
    QTest::mouseClick(part<QToolButton>("closedLow"), Qt::LeftButton);
    QVERIFY(!last(edits).loClosed);
}

void TestConvexityPanel::judgesTheWholeLineAndTheView()
{
    QSignalSpy edits(m_panel.get(), &ConvexityPanel::judgementEdited);
    QTest::mouseClick(part<QPushButton>("wholeLine"), Qt::LeftButton);
    QVERIFY(last(edits) == JudgementSpec{});
    QTest::mouseClick(part<QPushButton>("inView"), Qt::LeftButton);
    QVERIFY(last(edits) == (JudgementSpec{-6.0, 6.0, true, true, false, false}));
}

void TestConvexityPanel::showsTheInterval()
{
    QSignalSpy edits(m_panel.get(), &ConvexityPanel::judgementEdited);
    QTest::mouseClick(part<QCheckBox>("judgementShown"), Qt::LeftButton, {}, {8, 8});
    QVERIFY(last(edits).shown);
    m_scene.judgement.shown = false;
    m_panel->setScene(m_scene);
    QTest::mouseClick(part<QCheckBox>("why"), Qt::LeftButton, {}, {8, 8});
    QVERIFY2(last(edits).why && last(edits).shown, "a proof is of no use without its interval");
}

void TestConvexityPanel::choosesTheNaming()
{
    QSignalSpy chosen(m_panel.get(), &ConvexityPanel::namingChosen);
    auto* naming = part<QComboBox>("naming");
    naming->setFocus();
    QTest::keyClick(naming, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).value<Naming>(), Naming::OlderChinese);
    judge("x^2");
    QCOMPARE(text("verdictWord"), QStringLiteral("strictly convex ∪"));
    m_scene.naming = Naming::OlderChinese;
    m_panel->setFindings(m_scene, findingsOf(m_scene), false, false);
    QCOMPARE(text("verdictWord"), QStringLiteral("strictly concave ∪"));
}

void TestConvexityPanel::saysWhatIsProved()
{
    judge("max(x, 0)");
    QCOMPARE(text("verdictWord"), QStringLiteral("convex ∪"));
    QVERIFY(text("verdictStanding").startsWith(QStringLiteral("✓ proved")));
    QVERIFY2(text("verdictReason").contains(QStringLiteral("slope does not fall")), qPrintable(text("verdictReason")));
    QVERIFY(!part<QPushButton>("tryLonger")->isVisible());
    QCOMPARE(text("verdictTrend"), QStringLiteral("Increasing, not strictly."));
    judge("sqrt(x)");
    QCOMPARE(text("verdictWord"), QStringLiteral("strictly concave ∩"));
    QCOMPARE(text("verdictTrend"), QStringLiteral("Strictly increasing."));
}

void TestConvexityPanel::saysWhatBreaksIt()
{
    judge("x^3");
    QCOMPARE(text("verdictWord"), QStringLiteral("neither convex nor concave"));
    QVERIFY(text("verdictStanding").startsWith(QStringLiteral("✗ refuted")));
    QVERIFY(text("verdictReason").contains(QStringLiteral("above its chord")));
    QVERIFY(text("verdictReason").contains(QStringLiteral("below its chord")));
}

void TestConvexityPanel::saysWhatIsUndecided()
{
    m_scene = Scene{};
    addFormula(m_scene, "x^2");
    Findings findings = findingsOf(m_scene);
    findings.judged->verdict = {};
    findings.judged->verdict.reason = convexity::Reason::OutOfTime;
    m_panel->setFindings(m_scene, findings, false, false);
    QCOMPARE(text("verdictWord"), QStringLiteral("undecided"));
    QVERIFY(text("verdictReason").contains(QStringLiteral("time was over")));
    QSignalSpy longer(m_panel.get(), &ConvexityPanel::longerRequested);
    QTest::mouseClick(part<QPushButton>("tryLonger"), Qt::LeftButton);
    QCOMPARE(longer.count(), 1);
    findings.judged->patience = kLongPatience;
    m_panel->setFindings(m_scene, findings, false, false);
    QVERIFY2(!part<QPushButton>("tryLonger")->isVisible(), "longer than long there is not");
}

void TestConvexityPanel::showsProgressOfALongSearch()
{
    judge("x^2");
    QVERIFY(!part<QProgressBar>("verdictProgress")->isVisible());
    m_panel->setFindings(m_scene, findingsOf(m_scene), true, true);
    QVERIFY(part<QProgressBar>("verdictProgress")->isVisible());
    QTRY_VERIFY(part<QProgressBar>("verdictProgress")->value() > 0);
    QSignalSpy stop(m_panel.get(), &ConvexityPanel::stopRequested);
    QTest::mouseClick(part<QPushButton>("stopLooking"), Qt::LeftButton);
    QCOMPARE(stop.count(), 1);
    m_panel->setFindings(m_scene, findingsOf(m_scene), false, false);
    QVERIFY(!part<QPushButton>("stopLooking")->isVisible());
}

void TestConvexityPanel::saysThatThereIsNothing()
{
    m_panel->setFindings(Scene{}, {}, false, false);
    QCOMPARE(text("verdictWord"), QStringLiteral("No curve"));
    judge("x +");
    QCOMPARE(text("verdictWord"), QStringLiteral("Nothing to judge"));
}

void TestConvexityPanel::explainsEverything()
{
    for (const QWidget* widget : m_panel->findChildren<QWidget*>()) {
        const bool isOperated = qobject_cast<const QAbstractButton*>(widget) ||
                                qobject_cast<const QComboBox*>(widget) || qobject_cast<const NumberEdit*>(widget);
        if (isOperated && !widget->objectName().startsWith(QStringLiteral("qt_"))) {
            QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
        }
    }
}

void TestConvexityPanel::fitsASidePanel()
{
    judge("x^3");
    QVERIFY2(m_panel->minimumSizeHint().width() <= 300,
             qPrintable(QString::number(m_panel->minimumSizeHint().width())));
}

QTEST_MAIN(TestConvexityPanel)
#include "tst_convexity_panel.moc"
