#include <memory>

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "tests/support/warnings.h"
#include "widgets/panels/curve_card.h"
#include "widgets/panels/curves_panel.h"
#include "widgets/panels/formula_line.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/swatch.h"
#include "widgets/plot/palette.h"

using namespace secant;

namespace {

CurveCardState relu(int id)
{
    CurveCardState state;
    state.spec = {.id = id, .activation = "relu", .formula = "relu(x)", .parameters = {}, .randomSlopes = {}};
    state.name = QStringLiteral("ReLU");
    return state;
}

CurveCardState leaky(int id)
{
    CurveCardState state = relu(id);
    state.spec.activation = "leaky_relu";
    state.name = QStringLiteral("Leaky ReLU");
    CurveParameter& alpha = state.parameters.emplace_back();
    alpha = {.name = "alpha",
             .symbol = "α",
             .value = 0.1,
             .standard = 0.01,
             .min = -10.0,
             .max = 10.0,
             .ticks = {},
             .changes = {}};
    return state;
}

CurveCardState formula(int id, const std::string& text)
{
    CurveCardState state;
    state.spec = {.id = id, .activation = {}, .formula = text, .parameters = {}, .randomSlopes = {}};
    state.name = QString::fromStdString(text);
    state.isFormula = true;
    return state;
}

CurveCardState rrelu(int id)
{
    CurveCardState state = relu(id);
    state.spec.activation = "rrelu_eval_torch";
    state.spec.randomSlopes = {.training = true, .seed = 41, .draws = 7};
    state.name = QStringLiteral("RReLU");
    state.hasRandomSlopes = true;
    state.conventions = {{QStringLiteral("rrelu_eval_torch"), QStringLiteral("PyTorch")},
                         {QStringLiteral("rrelu_eval_paper"), QStringLiteral("Xu et al. 2015")}};
    return state;
}

} // namespace

class TestCurvesPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatToDoWithoutCurves();
    void ordersCardsAsGiven();
    void updatesInPlaceWhileASliderIsDragged();
    void updatesInPlaceWhileALineIsTyped();
    void reportsWithTheRightId();
    void mutesAHiddenCurve();
    void drawsTheSampleInTheCurvesColour();
    void switchesTrainingAndDrawsAgain();
    void choosesAConvention();
    void wheelLeavesTheConventionAlone();
    void activatesWhereverItIsClicked();
    void marksTheActiveCard();
    void deleteRemovesAFocusedCard();
    void focusMovesOnWhenItsCardGoes();
    void focusesANewFormulaAtOnce();
    void tabGoesDownTheCards();
    void everyControlIsNamed();
    void fitsANarrowPanel();

private:
    [[nodiscard]] QList<CurveCard*> cards() const { return m_panel->findChildren<CurveCard*>(); }
    [[nodiscard]] CurveCard& card(int curve) const
    {
        for (CurveCard* found : cards()) {
            if (found->curve() == curve) {
                return *found;
            }
        }
        qFatal("no card of curve %d", curve);
    }
    [[nodiscard]] QToolButton& button(int curve, const char* name) const
    {
        return *card(curve).findChild<QToolButton*>(QString::fromLatin1(name));
    }
    void set(const std::vector<CurveCardState>& states)
    {
        m_panel->setCurves(states);
        QCoreApplication::processEvents();
    }

    std::unique_ptr<WarningGuard> m_warnings;
    std::unique_ptr<QScrollArea> m_area;
    CurvesPanel* m_panel = nullptr;
};

void TestCurvesPanel::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_area = std::make_unique<QScrollArea>();
    m_panel = new CurvesPanel;
    m_area->setWidget(m_panel);
    m_area->setWidgetResizable(true);
    m_area->resize(300, 500);
    m_area->show();
    QVERIFY(QTest::qWaitForWindowActive(m_area.get()));
}

void TestCurvesPanel::cleanup()
{
    m_area.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(QLatin1Char('\n'))));
}

void TestCurvesPanel::saysWhatToDoWithoutCurves()
{
    auto* text = m_panel->findChild<QLabel*>(QStringLiteral("curvesEmptyText"));
    set({});
    QVERIFY(text->isVisible());
    QCOMPARE(text->text(), QStringLiteral("No curves yet. Choose an activation on the left, or type a function."));
    set({relu(1)});
    QVERIFY(!text->isVisible());
    QSignalSpy wanted(m_panel, &CurvesPanel::addFormulaRequested);
    QTest::mouseClick(m_panel->findChild<QToolButton*>(QStringLiteral("addFormula")), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void TestCurvesPanel::ordersCardsAsGiven()
{
    set({relu(1), leaky(2), formula(3, "x")});
    QVERIFY(card(1).y() < card(2).y());
    QVERIFY(card(2).y() < card(3).y());
    const CurveCard* third = &card(3);
    set({formula(3, "x"), relu(1)});
    QCOMPARE(cards().size(), 2);
    QCOMPARE(&card(3), third);
    QVERIFY(card(3).y() < card(1).y());
}

void TestCurvesPanel::updatesInPlaceWhileASliderIsDragged()
{
    CurveCardState state = leaky(7);
    set({relu(1), state});
    auto* slider = card(7).findChild<ParameterSlider*>();
    auto* track = slider->findChild<QWidget*>(QStringLiteral("track"));
    QSignalSpy edited(m_panel, &CurvesPanel::parameterEdited);
    const QPoint from(track->width() / 2, track->height() / 2);
    QTest::mousePress(track, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 5; ++i) {
        QTest::mouseMove(track, from + QPoint(5 * i, 0));
        // The answer of a session: the value that was asked for, and a curve that came from elsewhere.
        state.parameters[0].value = edited.last().at(2).toDouble();
        set(i < 3 ? std::vector{relu(1), state} : std::vector{relu(1), formula(9, "x"), state});
        QCOMPARE(card(7).findChild<ParameterSlider*>(), slider);
        QCOMPARE(slider->value(), state.parameters[0].value);
    }
    QTest::mouseRelease(track, Qt::LeftButton, {}, from + QPoint(25, 0));
    QVERIFY(edited.size() >= 6);
    for (const QList<QVariant>& call : edited) {
        QCOMPARE(call.at(0).toInt(), 7);
        QCOMPARE(call.at(1).toString(), QStringLiteral("alpha"));
    }
    QCOMPARE(edited.last().at(3).value<EditPhase>(), EditPhase::End);
    QVERIFY(edited.last().at(2).toDouble() > edited.first().at(2).toDouble());
    QVERIFY(track->hasFocus());
}

void TestCurvesPanel::updatesInPlaceWhileALineIsTyped()
{
    set({formula(4, "x")});
    auto* line = card(4).findChild<FormulaLine*>();
    auto* editor = line->findChild<QLineEdit*>();
    QSignalSpy edited(m_panel, &CurvesPanel::formulaEdited);
    connect(m_panel, &CurvesPanel::formulaEdited, this, [this](int curve, const QString& text) {
        CurveCardState answer = formula(curve, text.toStdString());
        if (text.contains(QLatin1Char('a'))) {
            answer.parameters = leaky(curve).parameters; // A name was typed, so a slider appears below.
        }
        m_panel->setCurves({relu(1), answer});
    });
    editor->setFocus();
    editor->setCursorPosition(0);
    QTest::keyClicks(editor, "a*2*");
    QCOMPARE(editor->text(), QStringLiteral("a*2*x"));
    QCOMPARE(editor->cursorPosition(), 4);
    QVERIFY(editor->hasFocus());
    QCOMPARE(card(4).findChild<FormulaLine*>(), line);
    QCOMPARE(edited.size(), 4);
    QCOMPARE(edited.last().at(0).toInt(), 4);
    QCOMPARE(edited.last().at(1).toString(), QStringLiteral("a*2*x"));
    QCOMPARE(card(4).findChildren<ParameterSlider*>().size(), 1);
    QTest::keyClick(editor, Qt::Key_Home);
    QTest::keyClick(editor, Qt::Key_Delete);
    QCOMPARE(card(4).findChildren<ParameterSlider*>().size(), 0);
    QVERIFY(editor->hasFocus());
    disconnect(m_panel, &CurvesPanel::formulaEdited, this, nullptr);
}

void TestCurvesPanel::reportsWithTheRightId()
{
    CurveCardState hidden = relu(12);
    hidden.spec.visible = false;
    set({relu(11), hidden, leaky(13)});
    QSignalSpy visible(m_panel, &CurvesPanel::visibilityEdited);
    QSignalSpy removed(m_panel, &CurvesPanel::removed);
    QTest::mouseClick(&button(11, "eye"), Qt::LeftButton);
    QTest::mouseClick(&button(12, "eye"), Qt::LeftButton);
    QTest::mouseClick(&button(13, "remove"), Qt::LeftButton);
    QCOMPARE(visible.size(), 2);
    QCOMPARE(visible.at(0), (QList<QVariant>{11, false}));
    QCOMPARE(visible.at(1), (QList<QVariant>{12, true}));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(0).toInt(), 13);
    // Nothing changes before the answer.
    QCOMPARE(cards().size(), 3);
}

void TestCurvesPanel::mutesAHiddenCurve()
{
    CurveCardState state = relu(1);
    set({state});
    const QString shownTip = button(1, "eye").toolTip();
    const QImage shown = card(1).grab().toImage();
    state.spec.visible = false;
    set({state});
    const QImage hidden = card(1).grab().toImage();
    QVERIFY(button(1, "eye").toolTip() != shownTip);
    // Sum over all pixels of how far they are from the card's ground: less ink is a paler card.
    const auto ink = [](const QImage& image) {
        const int ground = qGray(image.pixel(image.width() / 2, 4));
        int sum = 0;
        for (int y = 3; y < image.height() - 3; ++y) {
            // Left of the buttons, whose icons differ anyway.
            for (int x = 6; x < image.width() - 70; ++x) {
                sum += std::abs(qGray(image.pixel(x, y)) - ground);
            }
        }
        return sum;
    };
    QVERIFY2(ink(hidden) < 0.9 * ink(shown), qPrintable(QStringLiteral("%1 of %2").arg(ink(hidden)).arg(ink(shown))));
}

void TestCurvesPanel::drawsTheSampleInTheCurvesColour()
{
    CurveCardState state = relu(1);
    for (const bool dark : {false, true}) {
        m_panel->setDark(dark);
        for (int style = 0; style < kCurveStyles; ++style) {
            state.spec.style = style;
            set({state});
            const QImage image = card(1).findChild<LineSample*>()->grab().toImage();
            const QRgb wanted = figurePalette(FigureTheme::Window, dark).curve(style).color.rgb();
            bool found = false;
            for (int i = 0; i < image.width() * image.height() && !found; ++i) {
                found = image.pixel(i % image.width(), i / image.width()) == wanted;
            }
            QVERIFY2(found, qPrintable(QStringLiteral("style %1, dark %2").arg(style).arg(dark)));
        }
    }
}

void TestCurvesPanel::switchesTrainingAndDrawsAgain()
{
    CurveCardState state = rrelu(5);
    set({state});
    std::vector<RandomSlopes> edits;
    connect(m_panel, &CurvesPanel::randomSlopesEdited, this, [&edits](int curve, const RandomSlopes& slopes) {
        QCOMPARE(curve, 5);
        edits.push_back(slopes);
    });
    QTest::mouseClick(&button(5, "drawAgain"), Qt::LeftButton);
    QTest::mouseClick(&button(5, "training"), Qt::LeftButton); // It is so already.
    QTest::mouseClick(&button(5, "test"), Qt::LeftButton);
    disconnect(m_panel, &CurvesPanel::randomSlopesEdited, this, nullptr);
    const std::vector<RandomSlopes> expected{{.training = true, .seed = 42, .draws = 7},
                                             {.training = false, .seed = 41, .draws = 7}};
    QCOMPARE(edits, expected);
    QVERIFY(button(5, "training").isChecked()); // No answer came yet.

    state.spec.randomSlopes.training = false;
    set({state});
    QVERIFY(button(5, "test").isChecked());
    QVERIFY(!button(5, "training").isChecked());
    QVERIFY(!button(5, "drawAgain").isEnabled()); // Nothing drawn is shown.
}

void TestCurvesPanel::choosesAConvention()
{
    CurveCardState state = rrelu(5);
    set({relu(1), state});
    QVERIFY(!card(1).findChild<QComboBox*>());
    auto* box = card(5).findChild<QComboBox*>();
    QCOMPARE(box->currentText(), QStringLiteral("PyTorch"));
    QSignalSpy chosen(m_panel, &CurvesPanel::conventionChosen);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0), (QList<QVariant>{5, QStringLiteral("rrelu_eval_paper")}));
    state.spec.activation = "rrelu_eval_paper";
    set({relu(1), state});
    QCOMPARE(card(5).findChild<QComboBox*>(), box);
    QCOMPARE(box->currentText(), QStringLiteral("Xu et al. 2015"));
    QCOMPARE(chosen.size(), 1); // The answer is no edit.
}

void TestCurvesPanel::wheelLeavesTheConventionAlone()
{
    set({rrelu(5)});
    auto* box = card(5).findChild<QComboBox*>();
    QSignalSpy chosen(m_panel, &CurvesPanel::conventionChosen);
    const QPointF middle = box->rect().center();
    QWheelEvent wheel(middle, box->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(box, &wheel);
    QVERIFY(chosen.isEmpty());
    QCOMPARE(box->currentIndex(), 0);
}

void TestCurvesPanel::activatesWhereverItIsClicked()
{
    set({leaky(1), formula(2, "x")});
    QSignalSpy activated(m_panel, &CurvesPanel::activated);
    QTest::mouseClick(&card(1), Qt::LeftButton, {}, QPoint(20, 4));
    QCOMPARE(activated.size(), 1);
    QTest::mouseClick(card(2).findChild<QLineEdit*>(), Qt::LeftButton);
    QCOMPARE(activated.size(), 2);
    auto* track = card(1).findChild<QWidget*>(QStringLiteral("track"));
    QTest::mouseClick(track, Qt::LeftButton, {}, QPoint(30, track->height() / 2));
    QCOMPARE(activated.size(), 3);
    card(2).setFocus();
    QTest::keyClick(&card(2), Qt::Key_Space);
    QCOMPARE(activated.size(), 4);
    QCOMPARE(activated.at(0).at(0).toInt(), 1);
    QCOMPARE(activated.at(1).at(0).toInt(), 2);
    QCOMPARE(activated.at(2).at(0).toInt(), 1);
    QCOMPARE(activated.at(3).at(0).toInt(), 2);
}

void TestCurvesPanel::marksTheActiveCard()
{
    CurveCardState state = relu(1);
    state.active = true;
    set({state, relu(2)});
    const QRgb accent = m_panel->palette().color(QPalette::Highlight).rgb();
    QCOMPARE(card(1).grab().toImage().pixel(1, card(1).height() / 2), accent);
    QVERIFY(card(2).grab().toImage().pixel(1, card(2).height() / 2) != accent);
    QVERIFY(card(1).property("active").toBool());
    QVERIFY(!card(2).property("active").toBool());
    QVERIFY(card(1).accessibleName() != card(2).accessibleName());
}

void TestCurvesPanel::deleteRemovesAFocusedCard()
{
    set({relu(1), formula(2, "x")});
    QSignalSpy removed(m_panel, &CurvesPanel::removed);
    auto* editor = card(2).findChild<QLineEdit*>();
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_End);
    QTest::keyClick(editor, Qt::Key_Delete); // There is nothing to delete, and the card stays.
    QVERIFY(removed.isEmpty());
    card(2).setFocus();
    QTest::keyClick(&card(2), Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(0).toInt(), 2);
}

void TestCurvesPanel::focusMovesOnWhenItsCardGoes()
{
    set({relu(1), relu(2), relu(3)});
    button(2, "remove").setFocus();
    set({relu(1), relu(3)});
    QVERIFY(card(3).hasFocus());
    set({relu(1)});
    QVERIFY(card(1).hasFocus());
    set({});
    QVERIFY(m_panel->findChild<QToolButton*>(QStringLiteral("addFormula"))->hasFocus());
}

void TestCurvesPanel::focusesANewFormulaAtOnce()
{
    std::vector<CurveCardState> states;
    for (int id = 1; id <= 12; ++id) {
        states.push_back(leaky(id));
    }
    set(states);
    states.push_back(formula(13, "x^2"));
    m_panel->setCurves(states);
    m_panel->focusFormula(13);
    auto* editor = card(13).findChild<QLineEdit*>();
    QVERIFY(editor->hasFocus());
    QCOMPARE(editor->selectedText(), QStringLiteral("x^2"));
    const auto isInView = [&] {
        const QRect view = m_area->viewport()->rect();
        return view.contains(QRect(editor->mapTo(m_area->viewport(), QPoint(0, 0)), editor->size()));
    };
    QTRY_VERIFY(isInView());
    m_panel->focusFormula(1); // No formula: nothing happens.
    QVERIFY(editor->hasFocus());
}

void TestCurvesPanel::tabGoesDownTheCards()
{
    set({formula(1, "x"), leaky(2)});
    CurveCardState first = formula(1, "a*x");
    first.parameters = leaky(1).parameters; // This slider is made after everything in the second card.
    set({first, leaky(2)});
    card(1).setFocus();
    int last = -1;
    QList<int> owners;
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        for (QWidget* at = QApplication::focusWidget(); at; at = at->parentWidget()) {
            if (const auto* owner = qobject_cast<CurveCard*>(at); owner && owner->curve() != last) {
                last = owner->curve();
                owners << last;
            }
        }
        const QWidget* focus = QApplication::focusWidget();
        if (owners.size() == 1 && focus->objectName() == QLatin1String("track")) {
            QVERIFY(card(1).isAncestorOf(focus));
        }
    }
    // Through the whole first card, then through the second: never back within a round.
    QVERIFY2(owners.size() >= 2 && owners[0] == 1 && owners[1] == 2, "not in order");
    QVERIFY2(owners.size() <= 3, "jumped between the cards");
}

void TestCurvesPanel::everyControlIsNamed()
{
    set({rrelu(5), formula(6, "x^3"), leaky(7)});
    for (CurveCard* found : cards()) {
        const QString name = found->curve() == 5   ? QStringLiteral("RReLU")
                             : found->curve() == 6 ? QStringLiteral("x^3")
                                                   : QStringLiteral("Leaky ReLU");
        for (const QWidget* stop : found->tabStops()) {
            const QString who = QString::fromLatin1(stop->metaObject()->className()) + stop->objectName();
            QVERIFY2(!stop->toolTip().isEmpty(), qPrintable(who));
            QVERIFY2(stop->accessibleName().contains(name), qPrintable(who + stop->accessibleName()));
        }
    }
}

void TestCurvesPanel::fitsANarrowPanel()
{
    CurveCardState longName = rrelu(1);
    longName.name = QString(300, QLatin1Char('R'));
    longName.conventions[0].second = QString(300, QLatin1Char('P'));
    set({longName, formula(2, std::string(300, 'x')), leaky(3)});
    // 260 less a scroll bar of 10.
    QVERIFY2(m_panel->minimumSizeHint().width() <= 250,
             qPrintable(QString::number(m_panel->minimumSizeHint().width())));
}

QTEST_MAIN(TestCurvesPanel)
#include "tst_curves_panel.moc"
