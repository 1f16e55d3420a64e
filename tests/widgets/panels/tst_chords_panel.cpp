#include <memory>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/warnings.h"
#include "widgets/panels/chords_panel.h"
#include "widgets/panels/parameter_slider.h"

using namespace secant;

/// Clicks and types in the panel, and asks which edits it reports.
class TestChordsPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void emitsNothingWhenTold();
    void offersNoChordWithoutACurve();
    void showsTheChosenChord();
    void tellsTheGapInFull();
    void typesTheEnds();
    void stepsAnEnd();
    void refusesAnEnd();
    void resetsToTheMidpoint();
    void namesShapesByTheCustom();

private:
    template<typename T>
    [[nodiscard]] T* part(const char* name) const
    {
        return m_panel->findChild<T*>(QString::fromLatin1(name));
    }
    void type(const char* name, const QString& text) const;

    std::unique_ptr<WarningGuard> m_warnings;
    std::unique_ptr<ChordsPanel> m_panel;
    Scene m_scene;
};

/// Two chords, of which the second is chosen because it is new.
void TestChordsPanel::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_scene = defaultScene();
    m_scene.chords = {{m_scene.activeCurve, 0.0, 1.0, 0.5}, {m_scene.activeCurve, -2.0, 3.0, 0.25}};
    m_panel = std::make_unique<ChordsPanel>();
    m_panel->setScene(m_scene);
    m_panel->resize(300, m_panel->sizeHint().height());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestChordsPanel::cleanup()
{
    m_panel.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join('\n')));
}

void TestChordsPanel::type(const char* name, const QString& text) const
{
    auto* edit = part<QLineEdit>(name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

void TestChordsPanel::emitsNothingWhenTold()
{
    QSignalSpy chord(m_panel.get(), &ChordsPanel::chordEdited);
    QSignalSpy workbench(m_panel.get(), &ChordsPanel::workbenchEdited);
    m_scene.workbench.hunt = true;
    m_scene.chords.front().lambda = 0.75;
    m_panel->setScene(m_scene);
    m_panel->setScene(Scene{});
    QCOMPARE(chord.count(), 0);
    QCOMPARE(workbench.count(), 0);
}

void TestChordsPanel::offersNoChordWithoutACurve()
{
    QVERIFY(part<QPushButton>("addChord")->isEnabled());
    m_panel->setScene(Scene{});
    QVERIFY(!part<QPushButton>("addChord")->isEnabled());
    QVERIFY(!part<QPushButton>("removeChord")->isEnabled());
}

void TestChordsPanel::showsTheChosenChord()
{
    QCOMPARE(part<QLineEdit>("chordX1")->text(), QStringLiteral("−2"));
    QCOMPARE(part<QLineEdit>("chordX2")->text(), QStringLiteral("3"));
    QCOMPARE(part<ParameterSlider>("chordLambda")->value(), 0.25);
    part<QListWidget>("chordList")->setCurrentRow(0);
    QCOMPARE(part<QLineEdit>("chordX1")->text(), QStringLiteral("0"));
    QCOMPARE(part<ParameterSlider>("chordLambda")->value(), 0.5);
}

void TestChordsPanel::tellsTheGapInFull()
{
    QVERIFY(!part<QLabel>("chordGap")->isVisible());
    Figure figure;
    ChordInk ink;
    ink.index = 1;
    ink.text = "λ = 0.25, gap = +0.75";
    figure.panes.emplace_back().chords = {ink};
    m_panel->setFigure(figure);
    QCOMPARE(part<QLabel>("chordGap")->text(), QStringLiteral("λ = 0.25, gap = +0.75"));
    part<QListWidget>("chordList")->setCurrentRow(0);
    QVERIFY(part<QLabel>("chordGap")->text().isEmpty());
}

void TestChordsPanel::typesTheEnds()
{
    QSignalSpy spy(m_panel.get(), &ChordsPanel::chordEdited);
    type("chordX1", QStringLiteral("-1.5"));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).toInt(), 1);
    ChordSpec expected = m_scene.chords.back();
    expected.x1 = -1.5;
    QVERIFY(spy.at(0).at(1).value<ChordSpec>() == expected);
    // Two edits before an answer: the second knows of the first.
    type("chordX2", QStringLiteral("1/2"));
    expected.x2 = 0.5;
    QVERIFY(spy.last().at(1).value<ChordSpec>() == expected);
}

void TestChordsPanel::stepsAnEnd()
{
    QSignalSpy spy(m_panel.get(), &ChordsPanel::chordEdited);
    QTest::keyClick(part<QLineEdit>("chordX2"), Qt::Key_Up);
    QCOMPARE(spy.last().at(1).value<ChordSpec>().x2, 3.1);
    QTest::keyClick(part<QLineEdit>("chordX2"), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(spy.last().at(1).value<ChordSpec>().x2, 3.09);
}

void TestChordsPanel::refusesAnEnd()
{
    QSignalSpy spy(m_panel.get(), &ChordsPanel::chordEdited);
    for (const QString& typed : {QStringLiteral("1e301"), QStringLiteral("abc"), QStringLiteral("0,5")}) {
        type("chordX1", typed);
        QCOMPARE(spy.count(), 0);
        QVERIFY(part<QLabel>("chordProblem")->isVisible());
        QCOMPARE(part<QLineEdit>("chordX1")->text(), QStringLiteral("−2"));
    }
    QVERIFY(part<QLabel>("chordProblem")->text().contains(QStringLiteral("0.5")));
}

void TestChordsPanel::resetsToTheMidpoint()
{
    QSignalSpy spy(m_panel.get(), &ChordsPanel::chordEdited);
    part<QPushButton>("chordMidpoint")->click();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(1).value<ChordSpec>().lambda, 0.5);
    part<QPushButton>("chordMidpoint")->click();
    QCOMPARE(spy.count(), 1);
}

void TestChordsPanel::namesShapesByTheCustom()
{
    const auto* add = part<QPushButton>("addChord");
    QVERIFY(add->toolTip().contains(QStringLiteral("f is convex ∪ where")));
    m_scene.naming = Naming::OlderChinese;
    m_panel->setScene(m_scene);
    QVERIFY(add->toolTip().contains(QStringLiteral("f is concave ∪ where")));
}

QTEST_MAIN(TestChordsPanel)
#include "tst_chords_panel.moc"
