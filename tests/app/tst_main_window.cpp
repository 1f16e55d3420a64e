#include <cmath>
#include <memory>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include "app/main_window.h"
#include "app/session.h"
#include "app/settings.h"
#include "app/side_panel.h"
#include "app/theme.h"
#include "tests/support/warnings.h"
#include "widgets/export/figure_export.h"
#include "widgets/panels/catalogue_panel.h"
#include "widgets/panels/fact_row.h"
#include "widgets/panels/facts_panel.h"
#include "widgets/panels/formula_line.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/view_panel.h"
#include "widgets/plot/figure_view.h"

using namespace secant;

/// Drives the real window with mouse and keyboard, and asks what a person would see.
class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void opensOnAFigure();
    void picksAnActivationFromTheSearch();
    void dragsASlider();
    void typesAFormula();
    void keepsTheCurveOfAWrongFormula();
    void dragsAChordEnd();
    void pansAndZooms();
    void turnsToLogarithmicScales();
    void showsAndHidesPanes();
    void drawsAFactThatIsClicked();
    void factsFollowASlider();
    void recognisesATypedFormula();
    void drawsTheDifferenceOfTwoCurves();
    void undoesFromTheKeyboard();
    void readsValuesAtThePointer();
    void exportsWhatIsSeen();
    void copiesThePicture();
    void turnsDark();

private:
    [[nodiscard]] Session& session() { return *m_session; }
    [[nodiscard]] FigureView& view() { return *m_window->findChild<FigureView*>(); }
    [[nodiscard]] const Scene& scene() const { return m_session->scene(); }
    /// Waits until the figure of the latest scene is shown.
    void openFacts();
    void settle();

    Settings m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WarningGuard> m_warnings;
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestMainWindow::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_settings = Settings{};
    m_theme = std::make_unique<Theme>();
    m_theme->setChoice(ThemeChoice::Light);
    m_session = std::make_unique<Session>(defaultScene());
    m_document = std::make_unique<SessionDocument>(*m_session);
    m_window = std::make_unique<MainWindow>(*m_session, *m_document, *m_theme, m_settings);
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    settle();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_document.reset();
    m_session.reset();
    m_theme.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join('\n')));
}

void TestMainWindow::settle()
{
    for (int i = 0; i < 3; ++i) {
        QTest::qWait(10);
    }
}

void TestMainWindow::opensOnAFigure()
{
    const Figure& figure = view().figure();
    QCOMPARE(figure.panes.size(), std::size_t(2));
    QCOMPARE(figure.panes[0].inks.size(), std::size_t(2));
    QVERIFY(!figure.panes[0].regions.empty());
    QVERIFY(view().paneRect(PaneKind::Value).height() > 200);
    QVERIFY(view().width() > m_window->width() / 3);
}

void TestMainWindow::picksAnActivationFromTheSearch()
{
    auto* catalogue = m_window->findChild<CataloguePanel*>();
    catalogue->focusSearch();
    auto* search = catalogue->findChild<QLineEdit*>();
    QTest::keyClicks(search, "swish");
    QTest::keyClick(search, Qt::Key_Return);
    settle();
    QCOMPARE(scene().curves.size(), std::size_t(3));
    QCOMPARE(view().figure().panes[0].inks.size(), std::size_t(3));
    // SiLU is Swish with β = 1; either answers to the name.
    const std::string& id = scene().curves.back().activation;
    QVERIFY2(id == "swish" || id == "silu", id.c_str());
}

void TestMainWindow::dragsASlider()
{
    const int leaky = scene().curves[1].id;
    session().activate(leaky);
    settle();
    auto* slider = m_window->findChild<ParameterSlider*>();
    QVERIFY(slider);
    const Figure before = view().figure();
    const double alpha = slider->value();
    QWidget* track = slider->findChild<QWidget*>(QStringLiteral("track"));
    QVERIFY(track);
    const QPoint from(track->width() / 2, track->height() / 2);
    QTest::mousePress(track, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 10; ++i) {
        QTest::mouseMove(track, from + QPoint(4 * i, 0));
    }
    QTest::mouseRelease(track, Qt::LeftButton, {}, from + QPoint(40, 0));
    settle();
    const double after = scene().find(leaky)->parameters.at("alpha");
    QVERIFY(after != alpha);
    // f and f′ both followed.
    for (std::size_t pane = 0; pane < 2; ++pane) {
        QVERIFY(view().figure().panes[pane].inks.back().runs != before.panes[pane].inks.back().runs);
    }
    session().undo();
    QCOMPARE(scene().find(leaky)->parameters.at("alpha"), alpha);
    QVERIFY(!session().canUndo());
}

void TestMainWindow::typesAFormula()
{
    const int curve = session().addFormula();
    settle();
    auto* line = m_window->findChild<FormulaLine*>();
    QVERIFY(line);
    auto* editor = line->findChild<QLineEdit*>();
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, "a*x^2");
    settle();
    QCOMPARE(scene().find(curve)->formula, std::string("a*x^2"));
    QCOMPARE(session().cards().back().parameters.size(), std::size_t(1));
    QCOMPARE(view().figure().panes[0].inks.size(), std::size_t(3));
}

void TestMainWindow::keepsTheCurveOfAWrongFormula()
{
    const int curve = session().addFormula();
    settle();
    auto* line = m_window->findChild<FormulaLine*>();
    auto* editor = line->findChild<QLineEdit*>();
    editor->selectAll();
    QTest::keyClicks(editor, "x^2+sn(x)");
    settle();
    // sn alone may be a parameter; with a bracket behind it, it is no function.
    QCOMPARE(scene().find(curve)->formula, std::string("x^2+sn"));
    QVERIFY(line->message().isEmpty());
    // The message waits 400 ms, so that it does not flicker while one types.
    QTRY_VERIFY_WITH_TIMEOUT(line->message().contains(QStringLiteral("sin")), 2000);
    QCOMPARE(editor->text(), QStringLiteral("x^2+sn(x)"));
}

void TestMainWindow::dragsAChordEnd()
{
    session().showChord(true);
    settle();
    const ChordSpec before = scene().chords.at(0);
    const ChordInk& ink = view().figure().panes[0].chords.at(0);
    const QPoint from = view().toPixel(PaneKind::Value, ink.second.x, ink.second.y).toPoint();
    QWidget* target = view().childAt(from) ? view().childAt(from) : &view();
    const auto at = [&](QPoint point) { return target->mapFrom(&view(), point); };
    QTest::mouseMove(target, at(from));
    QTest::mousePress(target, Qt::LeftButton, {}, at(from));
    for (int i = 1; i <= 8; ++i) {
        QTest::mouseMove(target, at(from + QPoint(-5 * i, 0)));
    }
    QTest::mouseRelease(target, Qt::LeftButton, {}, at(from + QPoint(-40, 0)));
    settle();
    const ChordSpec after = scene().chords.at(0);
    QVERIFY(after.x2 < before.x2);
    QCOMPARE(after.x1, before.x1);
}

void TestMainWindow::pansAndZooms()
{
    const View home = scene().view;
    const QRect pane = view().paneRect(PaneKind::Slope);
    const QPoint from(pane.right() - 30, pane.top() + 12);
    QWidget* target = view().childAt(from) ? view().childAt(from) : &view();
    const auto at = [&](QPoint point) { return target->mapFrom(&view(), point); };
    QTest::mousePress(target, Qt::LeftButton, {}, at(from));
    QTest::mouseMove(target, at(from + QPoint(-30, 0)));
    QTest::mouseMove(target, at(from + QPoint(-60, 0)));
    QTest::mouseRelease(target, Qt::LeftButton, {}, at(from + QPoint(-60, 0)));
    settle();
    QVERIFY(scene().view.x.min > home.x.min);
    QVERIFY(std::abs((scene().view.x.max - scene().view.x.min) - (home.x.max - home.x.min)) < 1e-9);
    session().goHome();
    settle();
    QCOMPARE(scene().view.x, View{}.x);
}

void TestMainWindow::turnsToLogarithmicScales()
{
    session().removeAll();
    session().addActivation(QStringLiteral("sigmoid"));
    settle();
    const Scene before = scene();
    auto* logX = m_window->findChild<QCheckBox*>(QStringLiteral("logX"));
    auto* logY = m_window->findChild<QCheckBox*>(QStringLiteral("logY"));
    m_window->findChild<SidePanel*>()->showPage(m_window->findChild<ViewPanel*>());
    settle();
    for (QCheckBox* box : {logY, logX}) {
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        settle();
        QVERIFY(box->isChecked());
    }
    QVERIFY(view().figure().x.scale == AxisScale::Logarithmic);
    QVERIFY(view().figure().panes[1].y.scale == AxisScale::Logarithmic);
    QCOMPARE(scene().view.x, (Range{0.01, 6.0}));

    // Ten notches outwards over the middle: every end moves by the same factor, and none reaches 0.
    const QRect pane = view().paneRect(PaneKind::Value);
    const QPointF middle = QRectF(pane).center();
    const QPointF under = view().toData(PaneKind::Value, middle);
    QWheelEvent wheel(middle, view().mapToGlobal(middle), QPoint(), QPoint(0, -1200), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view(), &wheel);
    settle();
    const Range wide = scene().view.x;
    const double factor = std::pow(1.2, 10.0);
    QVERIFY(std::abs(std::log(wide.max / wide.min) / std::log(600.0) - factor) < 1e-9);
    const QPointF still = view().toData(PaneKind::Value, middle);
    QVERIFY(std::abs(still.x() / under.x() - 1.0) < 1e-9 && std::abs(still.y() / under.y() - 1.0) < 1e-9);
    for (int i = 0; i < 40; ++i) {
        QCoreApplication::sendEvent(&view(), &wheel);
    }
    settle();
    QVERIFY(std::abs(std::log10(scene().view.x.min) + 300.0) < 1e-9);
    QVERIFY(std::abs(std::log10(scene().view.x.max) - 300.0) < 1e-9);

    // Dragging multiplies.
    session().goHome();
    settle();
    QCOMPARE(scene().view.x, (Range{0.01, 100.0}));
    const QPoint from(pane.left() + pane.width() / 2, pane.top() + 30);
    QTest::mousePress(&view(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 4; ++i) {
        QTest::mouseMove(&view(), from + QPoint(i * pane.width() / 16, 0));
    }
    QTest::mouseRelease(&view(), Qt::LeftButton, {}, from + QPoint(pane.width() / 4, 0));
    settle();
    const double shift = std::round(pane.width() / 16) * 4 / pane.width() * 4; // Decades.
    QVERIFY2(std::abs(std::log10(scene().view.x.min) + 2.0 + shift) < 0.05,
             qPrintable(QString::number(scene().view.x.min)));
    QVERIFY(std::abs(std::log10(scene().view.x.max / scene().view.x.min) - 4.0) < 1e-9);

    while (session().canUndo() && scene() != before) {
        session().undo();
    }
    settle();
    QVERIFY(scene() == before);
    QVERIFY(!logX->isChecked() && !logY->isChecked());
    QVERIFY(view().figure().x.scale == AxisScale::Linear);
}

void TestMainWindow::showsAndHidesPanes()
{
    session().showPane(PaneKind::Curvature, true);
    session().showPane(PaneKind::ParameterSlope, true);
    settle();
    QCOMPARE(view().figure().panes.size(), std::size_t(4));
    QVERIFY(view().paneRect(PaneKind::Curvature).height() > 40);
    QCOMPARE(view().paneRect(PaneKind::Curvature).left(), view().paneRect(PaneKind::Value).left());
    session().showPane(PaneKind::Slope, false);
    settle();
    QVERIFY(view().paneRect(PaneKind::Slope).isNull());
}

void TestMainWindow::openFacts()
{
    auto* pages = m_window->findChild<QTabWidget*>(QStringLiteral("sidePages"));
    auto* facts = m_window->findChild<FactsPanel*>();
    for (int i = 0; i < pages->count(); ++i) {
        if (pages->widget(i) == facts || pages->widget(i)->isAncestorOf(facts)) {
            pages->setCurrentIndex(i);
        }
    }
    QVERIFY(facts->isVisible());
}

void TestMainWindow::drawsAFactThatIsClicked()
{
    openFacts();
    session().activate(scene().curves.front().id); // ReLU
    QTRY_VERIFY(m_window->findChild<FactRow*>(QStringLiteral("fact4")));
    auto* kinks = m_window->findChild<FactRow*>(QStringLiteral("fact4"));
    QTRY_VERIFY(kinks->accessibleName().contains(QStringLiteral("x = 0: slope 0 on the left, 1 on the right")));
    kinks->click();
    settle();
    QVERIFY(scene().facts.has(FactKind::Kinks));
    QVERIFY(kinks->isChecked());
    QCOMPARE(view().figure().panes[0].factMarks.size(), std::size_t(1));
    session().undo();
    settle();
    QVERIFY(!kinks->isChecked());
    QVERIFY(view().figure().panes[0].factMarks.empty());
}

void TestMainWindow::factsFollowASlider()
{
    openFacts();
    const int leaky = scene().curves[1].id;
    session().activate(leaky);
    QTRY_VERIFY(m_window->findChild<FactRow*>(QStringLiteral("fact2")));
    auto* bend = m_window->findChild<FactRow*>(QStringLiteral("fact2"));
    QTRY_VERIFY(bend->accessibleName().contains(QStringLiteral("convex ∪")));
    session().setParameter(leaky, QStringLiteral("alpha"), 1.5, EditPhase::Single);
    QTRY_VERIFY(bend->accessibleName().contains(QStringLiteral("concave ∩")));
}

void TestMainWindow::recognisesATypedFormula()
{
    openFacts();
    session().setFormula(session().addFormula(), QStringLiteral("x/(1 + exp(-x))"));
    auto* notes = m_window->findChild<QLabel*>(QStringLiteral("factsNotes"));
    QTRY_VERIFY_WITH_TIMEOUT(notes->text().contains(QStringLiteral("This is SiLU. (proved)")), 30000);
    QTRY_VERIFY(m_window->findChild<FactRow*>(QStringLiteral("fact0")));
    auto* range = m_window->findChild<FactRow*>(QStringLiteral("fact0"));
    QTRY_VERIFY2_WITH_TIMEOUT(range->accessibleName().contains(QStringLiteral("[−0.278465, ∞)")),
                              qPrintable(range->accessibleName()), 30000);
}

void TestMainWindow::drawsTheDifferenceOfTwoCurves()
{
    openFacts();
    session().removeAll();
    session().addActivation(QStringLiteral("gelu"));
    settle();
    auto* others = m_window->findChild<QComboBox*>(QStringLiteral("factsCompare"));
    others->setCurrentIndex(others->findData(QStringLiteral("gelu_tanh")));
    m_window->findChild<QPushButton*>(QStringLiteral("factsDifference"))->click();
    QCOMPARE(scene().curves.back().formula, std::string("gelu(x) - gelu_tanh(x)"));
    // mpmath: 4.7323552…·10⁻⁴ at ±2.6989…
    auto* notes = m_window->findChild<QLabel*>(QStringLiteral("factsNotes"));
    QTRY_VERIFY_WITH_TIMEOUT(notes->text().contains(QStringLiteral("0.0004732 at x = ±2.7 (proved)")), 30000);
}

void TestMainWindow::undoesFromTheKeyboard()
{
    session().addActivation("gelu");
    settle();
    view().setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(scene().curves.size(), std::size_t(2));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(scene().curves.size(), std::size_t(3));
}

void TestMainWindow::readsValuesAtThePointer()
{
    QSignalSpy moved(&view(), &FigureView::pointerMoved);
    const QImage before = view().grab().toImage();
    const QPoint at = view().toPixel(PaneKind::Value, -2.0, 3.0).toPoint();
    QWidget* target = view().childAt(at) ? view().childAt(at) : &view();
    QTest::mouseMove(target, target->mapFrom(&view(), at - QPoint(5, 0)));
    QTest::mouseMove(target, target->mapFrom(&view(), at));
    QTRY_VERIFY(!moved.isEmpty());
    const double x = moved.last().at(0).toDouble();
    // One pixel of the view is about 12/700 wide.
    QVERIFY(std::abs(x + 2.0) < 0.05);
    settle();
    QVERIFY(view().grab().toImage() != before);
}

void TestMainWindow::exportsWhatIsSeen()
{
    QTemporaryDir folder;
    ExportOptions options;
    options.size = view().size();
    const FigureSource source = [this](const Budget& budget) { return compose(scene(), budget); };
    const QString path = folder.filePath("figure.png");
    QVERIFY(!exportFigure(source, options, path));
    const QImage exported(path);
    QCOMPARE(exported.size(), view().size());
    const QImage seen = view().grab().toImage();
    qsizetype different = 0;
    for (int y = 0; y < seen.height(); ++y) {
        for (int x = 0; x < seen.width(); ++x) {
            different += std::abs(qGray(seen.pixel(x, y)) - qGray(exported.pixel(x, y))) > 32;
        }
    }
    // The same Figure, the same painter: what differs is a focus frame or a handle, less than one pixel in a thousand.
    QVERIFY2(different < seen.width() * seen.height() / 1000, qPrintable(QString::number(different)));
}

void TestMainWindow::copiesThePicture()
{
    QApplication::clipboard()->clear();
    for (QAction* action : m_window->findChildren<QAction*>()) {
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)) {
            action->trigger();
        }
    }
    QVERIFY(!QApplication::clipboard()->image().isNull());
}

void TestMainWindow::turnsDark()
{
    const QColor light = view().grab().toImage().pixelColor(3, 3);
    m_theme->setChoice(ThemeChoice::Dark);
    settle();
    const QColor dark = view().grab().toImage().pixelColor(3, 3);
    QVERIFY(light.lightness() > 200);
    QVERIFY(dark.lightness() < 80);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
