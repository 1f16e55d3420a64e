#include <cmath>
#include <memory>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "tests/support/warnings.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/view_panel.h"

using namespace secant;

/// Clicks and types in the panel, and asks which edits it reports.
class TestViewPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void emitsNothingWhenTold();
    void togglesPanes();
    void togglesMarks();
    void editsTheShading();
    void choosesTheRule();
    void choosesWhatIsFound();
    void choosesLayers();
    void choosesOtherRegions();
    void describesTheInputs();
    void typesEpsilon();
    void greysEpsilonWithoutShading();
    void namesShapesByTheCustom();
    void explainsEverything();
    void fitsASidePanel();

private:
    template<typename T>
    [[nodiscard]] T* part(const char* name) const
    {
        return m_panel->findChild<T*>(QString::fromLatin1(name));
    }
    void type(QWidget* edit, const QString& text) const;

    std::unique_ptr<WarningGuard> m_warnings;
    std::unique_ptr<ViewPanel> m_panel;
    Scene m_scene;
};

void TestViewPanel::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_scene = defaultScene();
    m_panel = std::make_unique<ViewPanel>();
    m_panel->setScene(m_scene);
    m_panel->resize(300, m_panel->sizeHint().height());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestViewPanel::cleanup()
{
    m_panel.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join('\n')));
}

void TestViewPanel::type(QWidget* edit, const QString& text) const
{
    edit->setFocus();
    qobject_cast<QLineEdit*>(edit)->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

void TestViewPanel::emitsNothingWhenTold()
{
    QSignalSpy pane(m_panel.get(), &ViewPanel::paneToggled);
    QSignalSpy kinks(m_panel.get(), &ViewPanel::kinksToggled);
    QSignalSpy shading(m_panel.get(), &ViewPanel::shadingEdited);
    Scene scene = defaultScene();
    scene.panes = {true, false, true, true};
    scene.kinks = !scene.kinks;
    scene.shading = {false, false, 0.2, ThresholdRule::Relative};
    m_panel->setScene(scene);
    m_panel->setScene(m_scene);
    for (const QSignalSpy* spy : {&pane, &kinks, &shading}) {
        QCOMPARE(spy->count(), 0);
    }
}

void TestViewPanel::togglesPanes()
{
    QSignalSpy spy(m_panel.get(), &ViewPanel::paneToggled);
    auto* curvature = part<QCheckBox>("paneCurvature");
    QVERIFY(curvature);
    QVERIFY(!curvature->isChecked());
    QTest::mouseClick(curvature, Qt::LeftButton, {}, QPoint(8, curvature->height() / 2));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).value<PaneKind>(), PaneKind::Curvature);
    QCOMPARE(spy.at(0).at(1).toBool(), true);
    auto* slope = part<QCheckBox>("paneSlope");
    QVERIFY(slope->isChecked());
    QTest::keyClick(slope, Qt::Key_Space);
    QCOMPARE(spy.last().at(0).value<PaneKind>(), PaneKind::Slope);
    QCOMPARE(spy.last().at(1).toBool(), false);
}

void TestViewPanel::togglesMarks()
{
    QSignalSpy kinks(m_panel.get(), &ViewPanel::kinksToggled);
    QSignalSpy crosshair(m_panel.get(), &ViewPanel::crosshairToggled);
    QSignalSpy tangent(m_panel.get(), &ViewPanel::tangentToggled);
    QSignalSpy grid(m_panel.get(), &ViewPanel::gridToggled);
    QSignalSpy heights(m_panel.get(), &ViewPanel::heightsToggled);
    const std::pair<const char*, QSignalSpy*> marks[] = {
        {"kinks", &kinks}, {"crosshair", &crosshair}, {"tangent", &tangent}, {"grid", &grid}, {"heights", &heights}};
    for (const auto& [name, spy] : marks) {
        auto* box = part<QCheckBox>(name);
        QVERIFY2(box, name);
        const bool before = box->isChecked();
        box->click();
        QVERIFY2(spy->count() == 1, name);
        QCOMPARE(spy->at(0).at(0).toBool(), !before);
    }
}

void TestViewPanel::editsTheShading()
{
    QSignalSpy spy(m_panel.get(), &ViewPanel::shadingEdited);
    part<QCheckBox>("dead")->click();
    QCOMPARE(spy.count(), 1);
    ShadingSpec expected = m_scene.shading;
    expected.dead = !expected.dead;
    QVERIFY(spy.at(0).at(0).value<ShadingSpec>() == expected);
    QCOMPARE(spy.at(0).at(1).value<EditPhase>(), EditPhase::Single);
}

void TestViewPanel::choosesTheRule()
{
    QSignalSpy spy(m_panel.get(), &ViewPanel::shadingEdited);
    QVERIFY(part<QRadioButton>("absolute")->isChecked());
    part<QRadioButton>("absolute")->click();
    QCOMPARE(spy.count(), 0);
    part<QRadioButton>("relative")->click();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).value<ShadingSpec>().rule, ThresholdRule::Relative);
    QCOMPARE(spy.at(0).at(0).value<ShadingSpec>().epsilon, m_scene.shading.epsilon);
}

void TestViewPanel::choosesWhatIsFound()
{
    QSignalSpy spy(m_panel.get(), &ViewPanel::markToggled);
    const char* const names[] = {"markZeros", "markExtrema", "markInflections", "markBreaks", "markAsymptotes"};
    for (std::size_t i = 0; i < kMarkKinds; ++i) {
        QVERIFY2(!part<QCheckBox>(names[i])->isChecked(), names[i]);
        part<QCheckBox>(names[i])->click();
        QCOMPARE(spy.last().at(0).value<MarkKind>(), static_cast<MarkKind>(i));
        QVERIFY(spy.last().at(1).toBool());
    }
    m_scene.marks.fill(true);
    m_panel->setScene(m_scene);
    QVERIFY(part<QCheckBox>("markExtrema")->isChecked());
}

void TestViewPanel::choosesLayers()
{
    QSignalSpy spy(m_panel.get(), &ViewPanel::shadingEdited);
    QVERIFY(!part<QSpinBox>("layers")->isEnabled());
    part<QRadioButton>("byLayers")->click();
    QCOMPARE(spy.last().at(0).value<ShadingSpec>().rule, ThresholdRule::Layers);
    m_scene.shading.rule = ThresholdRule::Layers;
    m_panel->setScene(m_scene);
    QVERIFY(part<QSpinBox>("layers")->isEnabled());
    part<QSpinBox>("layers")->setValue(25);
    QCOMPARE(spy.last().at(0).value<ShadingSpec>().layers, 25);
    const auto count = spy.count();
    m_panel->setScene(m_scene); // Shows ten again, and edits nothing.
    QCOMPARE(part<QSpinBox>("layers")->value(), 10);
    QCOMPARE(spy.count(), count);
}

void TestViewPanel::choosesOtherRegions()
{
    QSignalSpy spy(m_panel.get(), &ViewPanel::shadingEdited);
    const std::pair<const char*, bool ShadingSpec::*> kinds[] = {{"expanding", &ShadingSpec::expanding},
                                                                 {"monotone", &ShadingSpec::monotone},
                                                                 {"curved", &ShadingSpec::curved},
                                                                 {"identity", &ShadingSpec::identity}};
    for (const auto& [name, member] : kinds) {
        part<QCheckBox>(name)->click();
        QVERIFY2(spy.last().at(0).value<ShadingSpec>().*member, name);
    }
    QCOMPARE(spy.count(), qsizetype{4});
}

void TestViewPanel::describesTheInputs()
{
    QSignalSpy spy(m_panel.get(), &ViewPanel::shadingEdited);
    QVERIFY(part<ParameterSlider>("mean")->isHidden());
    part<QCheckBox>("inputs")->click();
    QVERIFY(spy.last().at(0).value<ShadingSpec>().inputs.shown);
    m_scene.shading.inputs.shown = true;
    m_panel->setScene(m_scene);
    QVERIFY(!part<ParameterSlider>("mean")->isHidden() && !part<ParameterSlider>("deviation")->isHidden());
    type(part<ParameterSlider>("mean")->findChild<QLineEdit*>(), QStringLiteral("0.5"));
    QCOMPARE(spy.last().at(0).value<ShadingSpec>().inputs.mean, 0.5);
    auto* deviation = part<ParameterSlider>("deviation");
    type(deviation->findChild<QLineEdit*>(), QStringLiteral("2"));
    QCOMPARE(spy.last().at(0).value<ShadingSpec>().inputs.deviation, 2.0);
    const auto count = spy.count();
    type(deviation->findChild<QLineEdit*>(), QStringLiteral("0"));
    QCOMPARE(spy.count(), count);
    QVERIFY(!deviation->message().isEmpty());
}

void TestViewPanel::typesEpsilon()
{
    QSignalSpy spy(m_panel.get(), &ViewPanel::shadingEdited);
    auto* slider = part<ParameterSlider>("epsilon");
    auto* edit = slider->findChild<QLineEdit*>();
    type(edit, QStringLiteral("0.01"));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).value<ShadingSpec>().epsilon, 0.01);
    type(edit, QStringLiteral("0"));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(slider->message(), QStringLiteral("ε must be greater than 0 and at most 1; it stays 0.01."));
    // A scale of four decades: a third of the way is not a third of the range.
    auto* track = slider->findChild<QWidget*>(QStringLiteral("track"));
    QTest::mouseClick(track, Qt::LeftButton, {}, QPoint(track->width() / 2, track->height() / 2));
    const double middle = spy.last().at(0).value<ShadingSpec>().epsilon;
    QVERIFY2(std::abs(middle - 0.01) <= 0.001, qPrintable(QString::number(middle)));
}

void TestViewPanel::greysEpsilonWithoutShading()
{
    QVERIFY(part<ParameterSlider>("epsilon")->isEnabled());
    m_scene.shading.saturated = false;
    m_panel->setScene(m_scene);
    QVERIFY(!part<ParameterSlider>("epsilon")->isEnabled());
    QVERIFY(!part<QRadioButton>("relative")->isEnabled());
}

void TestViewPanel::namesShapesByTheCustom()
{
    const auto* curved = part<QCheckBox>("curved");
    QCOMPARE(curved->text(), QStringLiteral("Convex ∪, concave ∩"));
    m_scene.naming = Naming::OlderChinese;
    m_panel->setScene(m_scene);
    QCOMPARE(curved->text(), QStringLiteral("Concave ∪, convex ∩"));
    m_scene.naming = Naming::UpDown;
    m_panel->setScene(m_scene);
    QCOMPARE(curved->text(), QStringLiteral("Convex down ∪, convex up ∩"));
}

void TestViewPanel::explainsEverything()
{
    int explained = 0;
    for (const QWidget* widget : m_panel->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<const QLabel*>(widget)) {
            continue;
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named, widget->metaObject()->className());
        QVERIFY2(widget->toolTip().endsWith('.'), qPrintable(widget->objectName() + ": " + widget->toolTip()));
        ++explained;
    }
    // 4 panes, their heights and 2 scales, 4 marks, 5 kinds of places, 2 shadings, ε twice, 3 rules, n layers (off),
    // expanding, 3 of what f does, its tolerance (off), the inputs.
    QCOMPARE(explained, 30);
}

void TestViewPanel::fitsASidePanel()
{
    QVERIFY2(m_panel->minimumSizeHint().width() <= 280,
             qPrintable(QString::number(m_panel->minimumSizeHint().width())));
}

QTEST_MAIN(TestViewPanel)
#include "tst_view_panel.moc"
