#include <memory>

#include <QLabel>
#include <QLayout>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/warnings.h"
#include "widgets/panels/fact_row.h"
#include "widgets/panels/facts_panel.h"

using namespace secant;

/// Reads the rows of the card and clicks them.
class TestFactsPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void invitesWithoutACurve();
    void statesTheFactsOfSiLU();
    void followsParameters_data();
    void followsParameters();
    void followsTheNamingCustom();
    void saysWhatIsNotKnown();
    void togglesByMouseAndKeyboard();
    void emitsNothingWhenTold();
    void doesNotOfferWhatCannotBeDrawn();
    void tellsWhatFrameworksReturn();
    void fitsASidePanel();

private:
    void show(const CurveSpec& curve, const FactSelection& shown = {});
    void showActivation(const char* id, double parameter = 0.0, const char* name = nullptr);
    [[nodiscard]] FactRow& row(FactKind kind) const
    {
        return *m_panel->findChild<FactRow*>(QStringLiteral("fact%1").arg(static_cast<int>(kind)));
    }
    [[nodiscard]] QString said(FactKind kind) const { return row(kind).accessibleName(); }
    [[nodiscard]] QLabel& label(const char* name) const
    {
        return *m_panel->findChild<QLabel*>(QString::fromLatin1(name));
    }

    std::unique_ptr<WarningGuard> m_warnings;
    std::unique_ptr<FactsPanel> m_panel;
};

void TestFactsPanel::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_panel = std::make_unique<FactsPanel>();
    m_panel->resize(300, 900);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestFactsPanel::cleanup()
{
    m_panel.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(QLatin1Char('\n'))));
}

void TestFactsPanel::show(const CurveSpec& curve, const FactSelection& shown)
{
    FactsState state;
    state.name = QStringLiteral("f");
    state.facts = factsOfCurve(curve);
    state.shown = shown;
    m_panel->setState(state);
}

void TestFactsPanel::showActivation(const char* id, double parameter, const char* name)
{
    Scene scene;
    addActivation(scene, id);
    if (name != nullptr) {
        scene.curves.front().parameters[name] = parameter;
    }
    show(scene.curves.front());
}

void TestFactsPanel::invitesWithoutACurve()
{
    m_panel->setState({});
    QVERIFY(label("factsMessage").isVisible());
    QVERIFY(label("factsMessage").text().contains(QStringLiteral("Add a curve")));
}

void TestFactsPanel::statesTheFactsOfSiLU()
{
    showActivation("silu");
    QVERIFY(!label("factsMessage").isVisible());
    QVERIFY(said(FactKind::Range).contains(QStringLiteral("[−0.278465, ∞)")));
    QVERIFY(said(FactKind::Range).contains(QStringLiteral("exact")));
    QVERIFY(said(FactKind::Trend).contains(QStringLiteral("not monotone")));
    QVERIFY(
        said(FactKind::Extrema).contains(QStringLiteral("minimum −W(1/e) ≈ −0.278465 at x = −1 − W(1/e) ≈ −1.27846")));
    QVERIFY(said(FactKind::Steepest).contains(QStringLiteral("1.09984")));
    QVERIFY(said(FactKind::Normal).contains(QStringLiteral("1.67653")));
    QVERIFY(said(FactKind::Normal).contains(QStringLiteral("numerical")));
    QVERIFY(label("factsPaper").text().contains(QStringLiteral("Elfwing")));
    showActivation("erf");
    QVERIFY(said(FactKind::Steepest).contains(QStringLiteral("2/√π ≈ 1.12838, reached at x = 0")));
    showActivation("gaussian"); // Its slope is as steep, and falls, on the right.
    QVERIFY(said(FactKind::Steepest).contains(QStringLiteral("√(2/e) ≈ 0.857764")));
    QVERIFY(!said(FactKind::Steepest).contains(QStringLiteral("−√(2/e)")));
}

void TestFactsPanel::followsParameters_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("bend");
    QTest::addRow("ELU up to α = 1") << "elu"
                                     << "alpha" << 1.0 << "convex ∪, not strictly";
    QTest::addRow("ELU beyond") << "elu"
                                << "alpha" << 1.5 << "neither";
    QTest::addRow("leaky ReLU") << "leaky_relu"
                                << "alpha" << 0.1 << "convex ∪, not strictly";
    QTest::addRow("a line") << "leaky_relu"
                            << "alpha" << 1.0 << "affine";
    QTest::addRow("steeper on the left") << "leaky_relu"
                                         << "alpha" << 1.5 << "concave ∩, not strictly";
}

void TestFactsPanel::followsParameters()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(double, value);
    QFETCH(QString, bend);
    showActivation(qPrintable(id), value, qPrintable(name));
    QVERIFY2(said(FactKind::Bend).contains(bend), qPrintable(said(FactKind::Bend)));
}

/// The older textbooks call ∪ concave, so that ReLU is concave by their words.
void TestFactsPanel::followsTheNamingCustom()
{
    Scene scene;
    addActivation(scene, "relu");
    FactsState state;
    state.name = QStringLiteral("ReLU");
    state.facts = factsOfCurve(scene.curves.front());
    state.naming = Naming::OlderChinese;
    m_panel->setState(state);
    QVERIFY2(said(FactKind::Bend).contains(QStringLiteral("concave ∪, not strictly")),
             qPrintable(said(FactKind::Bend)));
}

void TestFactsPanel::saysWhatIsNotKnown()
{
    Scene scene;
    addFormula(scene, "sin(x^2)*exp(x)");
    show(scene.curves.front());
    QVERIFY(said(FactKind::Range).contains(QStringLiteral("not known")));
}

void TestFactsPanel::togglesByMouseAndKeyboard()
{
    showActivation("relu");
    QSignalSpy toggled(m_panel.get(), &FactsPanel::factToggled);
    QTest::mouseClick(&row(FactKind::Kinks), Qt::LeftButton);
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(toggled.front().at(0).value<FactKind>(), FactKind::Kinks);
    QCOMPARE(toggled.front().at(1).toBool(), true);
    row(FactKind::Range).setFocus();
    QTest::keyClick(&row(FactKind::Range), Qt::Key_Space);
    QCOMPARE(toggled.size(), 2);
}

void TestFactsPanel::emitsNothingWhenTold()
{
    QSignalSpy toggled(m_panel.get(), &FactsPanel::factToggled);
    Scene scene;
    addActivation(scene, "relu");
    FactSelection shown;
    shown.set(FactKind::Range, true);
    show(scene.curves.front(), shown);
    QVERIFY(row(FactKind::Range).isChecked());
    QVERIFY(!row(FactKind::Kinks).isChecked());
    QCOMPARE(toggled.size(), 0);
}

void TestFactsPanel::doesNotOfferWhatCannotBeDrawn()
{
    showActivation("sigmoid");
    QSignalSpy toggled(m_panel.get(), &FactsPanel::factToggled);
    QTest::mouseClick(&row(FactKind::Kinks), Qt::LeftButton);
    QCOMPARE(toggled.size(), 0);
    QCOMPARE(row(FactKind::Kinks).focusPolicy(), Qt::NoFocus);
}

void TestFactsPanel::tellsWhatFrameworksReturn()
{
    showActivation("relu");
    QVERIFY(label("factsSlopes").isVisible());
    QVERIFY(label("factsSlopes").text().contains(QStringLiteral("JAX")));
    showActivation("sigmoid");
    QVERIFY(!label("factsSlopes").isVisible());
}

void TestFactsPanel::fitsASidePanel()
{
    showActivation("hard_shrink");
    m_panel->layout()->activate();
    QVERIFY(m_panel->minimumSizeHint().width() <= 300);
    QVERIFY(row(FactKind::Range).y() < row(FactKind::Trend).y());
    QVERIFY(row(FactKind::Trend).y() < row(FactKind::Normal).y());
}

QTEST_MAIN(TestFactsPanel)
#include "tst_facts_panel.moc"
