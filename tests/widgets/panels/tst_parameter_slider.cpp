#include <cmath>
#include <memory>

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "tests/support/warnings.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/slider_track.h"

using namespace secant;

namespace {

/// α > 0 with a slider from 0 to 1 and two framework defaults. A step is 1/200 of the range: 0.005.
CurveParameter alpha(double value)
{
    CurveParameter parameter;
    parameter.name = "alpha";
    parameter.symbol = "α";
    parameter.value = value;
    parameter.standard = 0.25;
    parameter.min = 0.0;
    parameter.max = kMaxCoordinate;
    parameter.minIncluded = false;
    parameter.sliderMin = 0.0;
    parameter.sliderMax = 1.0;
    parameter.ticks = {{0.01, "PyTorch"}, {0.3, "Keras"}};
    return parameter;
}

} // namespace

/// Drives one slider with mouse, keys and wheel, and asks which edits it reports.
class TestParameterSlider : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void emitsNothingWhenTold();
    void dragsAsOneEdit();
    void dragsTenTimesFinerWithShift();
    void staysOnRoundNumbers();
    void stepsByKeys_data();
    void stepsByKeys();
    void neverReportsAnOpenEnd();
    void keepsTheHandleWhileDragged();
    void takesBackADragOnEscape();
    void resetsOnDoubleClick();
    void offersFrameworkDefaults();
    void sticksToAChange();
    void stopsAtAChange();
    void offersChanges();
    void leavesTheWheelToThePanel();
    void takesTheWheelWhenFocused();
    void takesATypedValue();
    void widensForATypedValue();
    void refusesATypedValue_data();
    void refusesATypedValue();
    void wordsWhatIsAllowed_data();
    void wordsWhatIsAllowed();
    void keepsWhatIsBeingTyped();
    void tellsAScreenReader();

private:
    [[nodiscard]] QWidget* track() const { return m_slider->findChild<QWidget*>(QStringLiteral("track")); }
    [[nodiscard]] QLineEdit* edit() const { return m_slider->findChild<QLineEdit*>(); }
    void type(const QString& text) const;
    /// Values and phases that were reported, "0.3b 0.4m 0.4e" for begin, move, end, "0.4s" for single.
    [[nodiscard]] QString edits() const;
    /// Drags from the handle's present place by a number of pixels, in four moves.
    void drag(int pixels, Qt::KeyboardModifiers modifiers = {}) const;
    [[nodiscard]] QPoint handle() const;

    std::unique_ptr<WarningGuard> m_warnings;
    std::unique_ptr<ParameterSlider> m_slider;
    std::unique_ptr<QSignalSpy> m_spy;
};

void TestParameterSlider::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_slider = std::make_unique<ParameterSlider>();
    m_slider->setParameter(alpha(0.5));
    m_slider->resize(300, m_slider->sizeHint().height());
    m_slider->show();
    QVERIFY(QTest::qWaitForWindowActive(m_slider.get()));
    m_spy = std::make_unique<QSignalSpy>(m_slider.get(), &ParameterSlider::edited);
}

void TestParameterSlider::cleanup()
{
    m_spy.reset();
    m_slider.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join('\n')));
}

void TestParameterSlider::type(const QString& text) const
{
    edit()->setFocus();
    edit()->selectAll();
    QTest::keyClicks(edit(), text);
    QTest::keyClick(edit(), Qt::Key_Return);
}

QString TestParameterSlider::edits() const
{
    QStringList texts;
    for (const QList<QVariant>& call : *m_spy) {
        const auto phase = call.at(1).value<EditPhase>();
        const char* const letter = phase == EditPhase::Begin  ? "b"
                                   : phase == EditPhase::Move ? "m"
                                   : phase == EditPhase::End  ? "e"
                                                              : "s";
        texts << QString::number(call.at(0).toDouble(), 'g', 17) + QLatin1String(letter);
    }
    return texts.join(' ');
}

QPoint TestParameterSlider::handle() const
{
    // Half a handle and its focus ring are kept free at both ends.
    const double margin = 9.0;
    return {qRound(margin + m_slider->value() * (track()->width() - 2.0 * margin)), track()->height() / 2};
}

void TestParameterSlider::drag(int pixels, Qt::KeyboardModifiers modifiers) const
{
    const QPoint from = handle();
    QTest::mousePress(track(), Qt::LeftButton, modifiers, from);
    for (int i = 1; i <= 4; ++i) {
        const QPointF at = from + QPoint(pixels * i / 4, 0);
        QMouseEvent move(QEvent::MouseMove, at, track()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(track(), &move);
    }
    QTest::mouseRelease(track(), Qt::LeftButton, modifiers, from + QPoint(pixels, 0));
}

void TestParameterSlider::emitsNothingWhenTold()
{
    m_slider->setParameter(alpha(0.75));
    QCOMPARE(m_slider->value(), 0.75);
    QCOMPARE(edit()->text(), QStringLiteral("0.75"));
    QCOMPARE(edits(), QString());
}

void TestParameterSlider::dragsAsOneEdit()
{
    drag(40);
    QVERIFY2(m_spy->count() >= 3, qPrintable(edits()));
    QCOMPARE(m_spy->first().at(1).value<EditPhase>(), EditPhase::Begin);
    QCOMPARE(m_spy->last().at(1).value<EditPhase>(), EditPhase::End);
    for (qsizetype i = 1; i + 1 < m_spy->count(); ++i) {
        QCOMPARE(m_spy->at(i).at(1).value<EditPhase>(), EditPhase::Move);
    }
    // 40 of the pixels between the margins, to the nearest step and the pixel the handle was caught at.
    const double expected = 0.5 + 40.0 / (track()->width() - 18.0);
    QVERIFY2(std::abs(m_slider->value() - expected) <= 0.005, qPrintable(edits()));
    QCOMPARE(m_spy->last().at(0).toDouble(), m_slider->value());
}

void TestParameterSlider::dragsTenTimesFinerWithShift()
{
    drag(40, Qt::ShiftModifier);
    const double expected = 0.5 + 4.0 / (track()->width() - 18.0);
    QVERIFY2(std::abs(m_slider->value() - expected) <= 0.0005, qPrintable(edits()));
    QVERIFY(m_slider->value() > 0.5);
}

void TestParameterSlider::staysOnRoundNumbers()
{
    drag(-37);
    drag(61);
    QVERIFY(m_spy->count() > 4);
    for (const QList<QVariant>& call : *m_spy) {
        // Every value is a short decimal: 0.305, not 0.30500000000000005.
        const double value = call.at(0).toDouble();
        QVERIFY2(QString::number(value, 'f', 3).toDouble() == value, qPrintable(edits()));
    }
}

void TestParameterSlider::stepsByKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<double>("expected");
    QTest::addRow("right: a step") << int(Qt::Key_Right) << false << 0.505;
    QTest::addRow("up: a step") << int(Qt::Key_Up) << false << 0.505;
    QTest::addRow("left: a step") << int(Qt::Key_Left) << false << 0.495;
    QTest::addRow("shift: a tenth of a step") << int(Qt::Key_Right) << true << 0.5005;
    QTest::addRow("page up: ten steps") << int(Qt::Key_PageUp) << false << 0.55;
    QTest::addRow("page down: ten steps") << int(Qt::Key_PageDown) << false << 0.45;
    QTest::addRow("end") << int(Qt::Key_End) << false << 1.0;
}

void TestParameterSlider::stepsByKeys()
{
    QFETCH(int, key);
    QFETCH(bool, shift);
    QFETCH(double, expected);
    QTest::keyClick(track(), static_cast<Qt::Key>(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
    QCOMPARE(m_spy->count(), 1);
    QCOMPARE(m_spy->at(0).at(1).value<EditPhase>(), EditPhase::Single);
    QVERIFY2(m_slider->value() == expected, qPrintable(edits()));
}

void TestParameterSlider::neverReportsAnOpenEnd()
{
    QTest::keyClick(track(), Qt::Key_Home);
    QVERIFY2(m_slider->value() > 0.0 && m_slider->value() < 0.005, qPrintable(edits()));
    m_slider->setParameter(alpha(0.5));
    drag(-400);
    for (const QList<QVariant>& call : *m_spy) {
        QVERIFY2(call.at(0).toDouble() > 0.0, qPrintable(edits()));
    }
}

void TestParameterSlider::keepsTheHandleWhileDragged()
{
    const QPoint from = handle();
    QTest::mousePress(track(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + QPointF(30, 0), track()->mapToGlobal(from + QPointF(30, 0)),
                     Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(track(), &move);
    const QImage before = track()->grab().toImage();
    // An answer that comes late, about a value of a moment ago, must not pull the handle back.
    m_slider->setParameter(alpha(0.505));
    QCOMPARE(track()->grab().toImage(), before);
    QTest::mouseRelease(track(), Qt::LeftButton, {}, from + QPoint(30, 0));
}

void TestParameterSlider::takesBackADragOnEscape()
{
    const QPoint from = handle();
    QTest::mousePress(track(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + QPointF(30, 0), track()->mapToGlobal(from + QPointF(30, 0)),
                     Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(track(), &move);
    QVERIFY(m_slider->value() > 0.5);
    QTest::keyClick(track(), Qt::Key_Escape);
    QCOMPARE(m_slider->value(), 0.5);
    QCOMPARE(m_spy->last().at(1).value<EditPhase>(), EditPhase::End);
}

void TestParameterSlider::resetsOnDoubleClick()
{
    QTest::mouseDClick(track(), Qt::LeftButton, {}, handle());
    QCOMPARE(edits(), QStringLiteral("0.25s"));
    QCOMPARE(m_slider->value(), 0.25);
    QTest::mouseDClick(track(), Qt::LeftButton, {}, handle());
    QCOMPARE(m_spy->count(), 1);
}

void TestParameterSlider::offersFrameworkDefaults()
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(100, 5), m_slider->mapToGlobal(QPoint(100, 5)));
    QApplication::sendEvent(track(), &event);
    auto* menu = m_slider->findChild<QMenu*>();
    QVERIFY(menu);
    QStringList texts;
    for (QAction* action : menu->actions()) {
        if (!action->isSeparator()) {
            texts << action->text();
        }
    }
    QCOMPARE(texts, QStringList({"Reset to 0.25", "0.01: PyTorch", "0.3: Keras"}));
    menu->actions().last()->trigger();
    QCOMPARE(edits(), QStringLiteral("0.29999999999999999s"));
    menu->close();
}

void TestParameterSlider::sticksToAChange()
{
    // 1/3 is no multiple of the step.
    CurveParameter parameter = alpha(0.5);
    parameter.changes = {{1.0 / 3.0, "convex up to 1/3"}};
    m_slider->setParameter(parameter);
    const auto* slider = m_slider->findChild<SliderTrack*>();
    const int way = static_cast<int>(slider->toPixel(1.0 / 3.0) - slider->toPixel(0.5));
    drag(way + 3);
    QCOMPARE(m_slider->value(), 1.0 / 3.0);
    parameter.value = 0.5;
    m_slider->setParameter(parameter);
    drag(10 * way, Qt::ShiftModifier);
    QVERIFY2(m_slider->value() != 1.0 / 3.0, "with Shift every value can be reached");
}

void TestParameterSlider::stopsAtAChange()
{
    CurveParameter parameter = alpha(0.3325);
    parameter.changes = {{1.0 / 3.0, "convex up to 1/3"}};
    m_slider->setParameter(parameter);
    track()->setFocus();
    QTest::keyClick(track(), Qt::Key_PageUp);
    QCOMPARE(m_slider->value(), 1.0 / 3.0);
    QTest::keyClick(track(), Qt::Key_PageUp);
    QVERIFY2(m_slider->value() > 0.37, "and goes on from there");
    QTest::keyClick(track(), Qt::Key_PageDown);
    QTest::keyClick(track(), Qt::Key_PageDown);
    QCOMPARE(m_slider->value(), 1.0 / 3.0);
}

void TestParameterSlider::offersChanges()
{
    CurveParameter parameter = alpha(0.5);
    parameter.changes = {{0.125, "convex up to 0.125"}};
    m_slider->setParameter(parameter);
    QCOMPARE(track()->accessibleDescription(), QStringLiteral("convex up to 0.125"));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), m_slider->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(m_slider.get(), &event);
    auto* menu = m_slider->findChild<QMenu*>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().last()->text(), QStringLiteral("convex up to 0.125"));
    menu->actions().last()->trigger();
    QCOMPARE(m_slider->value(), 0.125);
    menu->close();
}

void TestParameterSlider::leavesTheWheelToThePanel()
{
    track()->clearFocus();
    QWheelEvent wheel(handle(), track()->mapToGlobal(handle()), QPoint(), QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(track(), &wheel);
    QVERIFY(!wheel.isAccepted());
    QCOMPARE(edits(), QString());
}

void TestParameterSlider::takesTheWheelWhenFocused()
{
    track()->setFocus();
    for (int i = 0; i < 2; ++i) {
        QWheelEvent wheel(handle(), track()->mapToGlobal(handle()), QPoint(), QPoint(0, 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(track(), &wheel);
        QVERIFY(wheel.isAccepted());
    }
    // Two notches are one edit, ended by a pause.
    QTRY_COMPARE(m_spy->count(), 3);
    QCOMPARE(m_spy->first().at(1).value<EditPhase>(), EditPhase::Begin);
    QCOMPARE(m_spy->last().at(1).value<EditPhase>(), EditPhase::End);
    QVERIFY2(m_slider->value() == 0.52, qPrintable(edits()));
}

void TestParameterSlider::takesATypedValue()
{
    type(QStringLiteral("1/8"));
    QCOMPARE(edits(), QStringLiteral("0.125s"));
    QCOMPARE(edit()->text(), QStringLiteral("0.125"));
    QVERIFY(m_slider->message().isEmpty());
}

void TestParameterSlider::widensForATypedValue()
{
    type(QStringLiteral("7"));
    QCOMPARE(edits(), QStringLiteral("7s"));
    // The slider now ends at the next round number, and has it within reach.
    QTest::keyClick(track(), Qt::Key_End);
    QCOMPARE(m_slider->value(), 10.0);
    // It stays wide while one moves about in it, and is itself again at the standard value.
    m_slider->setParameter(alpha(0.5));
    QTest::keyClick(track(), Qt::Key_End);
    QCOMPARE(m_slider->value(), 10.0);
    m_slider->setParameter(alpha(0.25));
    QTest::keyClick(track(), Qt::Key_End);
    QCOMPARE(m_slider->value(), 1.0);
}

void TestParameterSlider::refusesATypedValue_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("message");
    QTest::addRow("the open end") << "0"
                                  << "α must be greater than 0; it stays 0.5.";
    QTest::addRow("below") << "-1"
                           << "α must be greater than 0; it stays 0.5.";
    QTest::addRow("beyond the plane") << "1e301"
                                      << "That is too large to compute with; α stays 0.5.";
    QTest::addRow("decimal comma") << "3,14"
                                   << "3,14: write 3.14, with a point; it stays 0.5.";
}

void TestParameterSlider::refusesATypedValue()
{
    QFETCH(QString, typed);
    QFETCH(QString, message);
    type(typed);
    QCOMPARE(m_slider->message(), message);
    QCOMPARE(edits(), QString());
    QCOMPARE(m_slider->value(), 0.5);
    QCOMPARE(edit()->text(), QStringLiteral("0.5"));
    // What is said stays while nothing changes, and goes with the next good value.
    m_slider->setParameter(alpha(0.5));
    QCOMPARE(m_slider->message(), message);
    QTest::keyClick(track(), Qt::Key_Right);
    QVERIFY(m_slider->message().isEmpty());
}

void TestParameterSlider::wordsWhatIsAllowed_data()
{
    QTest::addColumn<double>("min");
    QTest::addColumn<double>("max");
    QTest::addColumn<bool>("minIncluded");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("said");
    QTest::addRow("inside") << 0.0 << 1.0 << true << 0.5 << "";
    QTest::addRow("at a closed end") << 0.0 << 1.0 << true << 0.0 << "";
    QTest::addRow("both ends") << 0.0 << 1.0 << true << 2.0 << "p must lie between 0 and 1; it stays 0.5.";
    QTest::addRow("open below") << 0.0 << 1.0 << false << 0.0
                                << "p must be greater than 0 and at most 1; it stays 0.5.";
    QTest::addRow("only below") << -1.0 << HUGE_VAL << true << -2.0 << "p must be at least −1; it stays 0.5.";
    QTest::addRow("only above") << -HUGE_VAL << 3.0 << true << 4.0 << "p must be at most 3; it stays 0.5.";
}

void TestParameterSlider::wordsWhatIsAllowed()
{
    QFETCH(double, min);
    QFETCH(double, max);
    QFETCH(bool, minIncluded);
    QFETCH(double, value);
    QFETCH(QString, said);
    CurveParameter parameter;
    parameter.symbol = "p";
    parameter.min = min;
    parameter.max = max;
    parameter.minIncluded = minIncluded;
    QCOMPARE(refusal(parameter, value, 0.5), said);
}

void TestParameterSlider::keepsWhatIsBeingTyped()
{
    edit()->setFocus();
    edit()->selectAll();
    QTest::keyClicks(edit(), QStringLiteral("0.1"));
    m_slider->setParameter(alpha(0.75));
    QCOMPARE(edit()->text(), QStringLiteral("0.1"));
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(edit()->text(), QStringLiteral("0.75"));
    QCOMPARE(edits(), QString());
}

void TestParameterSlider::tellsAScreenReader()
{
    QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(track());
    QVERIFY(reader);
    QCOMPARE(reader->role(), QAccessible::Slider);
    QVERIFY(reader->text(QAccessible::Name).contains(QStringLiteral("α")));
    QVERIFY(reader->valueInterface());
    QCOMPARE(reader->valueInterface()->currentValue().toDouble(), 0.5);
    QCOMPARE(reader->valueInterface()->maximumValue().toDouble(), 1.0);
    reader->valueInterface()->setCurrentValue(0.75);
    QCOMPARE(edits(), QStringLiteral("0.75s"));
}

QTEST_MAIN(TestParameterSlider)
#include "tst_parameter_slider.moc"
