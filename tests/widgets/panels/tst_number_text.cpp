#include <cmath>

#include <QTest>

#include "widgets/panels/number_edit.h"
#include "widgets/panels/number_text.h"

using namespace secant;

/// How numbers are shown, read and rounded to steps. Expected values are the decimal numbers that a person writes; the
/// compiler turns them into the nearest doubles.
class TestNumberText : public QObject {
    Q_OBJECT

private slots:
    void showsNumbers_data();
    void showsNumbers();
    void readsNumbers_data();
    void readsNumbers();
    void refusesWhatIsNoNumber_data();
    void refusesWhatIsNoNumber();
    void snapsWithoutDust_data();
    void snapsWithoutDust();
    void choosesNiceSteps_data();
    void choosesNiceSteps();
};

void TestNumberText::showsNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::addRow("no dust") << 0.1 + 0.2 << "0.3";
    QTest::addRow("a true minus") << -1.5 << "−1.5";
    QTest::addRow("negative zero is zero") << -0.0 << "0";
    QTest::addRow("six digits") << 1.0507009873554805 << "1.0507";
    QTest::addRow("infinity") << -HUGE_VAL << "−∞";
}

void TestNumberText::showsNumbers()
{
    QFETCH(double, number);
    QFETCH(QString, text);
    QCOMPARE(numberText(number), text);
}

void TestNumberText::readsNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::addRow("plain") << "0.25" << 0.25;
    QTest::addRow("fraction") << "1/3" << 1.0 / 3.0;
    QTest::addRow("true minus, blanks, exponent") << " − 1e-3 " << -1e-3;
}

void TestNumberText::readsNumbers()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    const NumberReading reading = readNumber(text);
    QVERIFY(reading.ok());
    QVERIFY2(reading.value == value, qPrintable(QString::number(reading.value, 'g', 17)));
}

void TestNumberText::refusesWhatIsNoNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* why, const QString& text, NumberProblem problem, const QString& said) {
        QTest::addRow("%s", why) << text << static_cast<int>(problem) << said;
    };
    row("nothing", " ", NumberProblem::Empty, "0.25");
    row("decimal comma", "3,14", NumberProblem::DecimalComma, "3,14: write 3.14");
    row("full-width decimal comma", "3，14", NumberProblem::DecimalComma, "write 3.14");
    row("word", "one", NumberProblem::NotANumber, "“one” is not a number");
    row("placeholders stay text", "%1%2", NumberProblem::NotANumber, "“%1%2” is not a number");
    row("not a number by name", "nan", NumberProblem::NotANumber, "“nan”");
    row("division by zero", "1/0", NumberProblem::NotANumber, "“1/0”");
    row("beyond the largest double", "1e999", NumberProblem::TooLarge, "too large");
}

void TestNumberText::refusesWhatIsNoNumber()
{
    QFETCH(QString, text);
    QFETCH(int, problem);
    QFETCH(QString, said);
    const NumberReading reading = readNumber(text);
    QCOMPARE(static_cast<int>(reading.problem), problem);
    const QString sentence = numberSentence(text, reading.problem, 0.5);
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(QStringLiteral("it stays 0.5.")), qPrintable(sentence));
}

void TestNumberText::snapsWithoutDust_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("step");
    QTest::addColumn<double>("expected");
    QTest::addRow("three tenths") << 0.1 + 0.2 << 0.1 << 0.3;
    QTest::addRow("to the nearest") << 0.0449 << 0.005 << 0.045;
    QTest::addRow("negative") << -1.2349 << 0.01 << -1.23;
    QTest::addRow("steps above one") << 1234.0 << 50.0 << 1250.0;
    QTest::addRow("tiny steps") << 3.14159e-7 << 2e-9 << 3.14e-7;
}

void TestNumberText::snapsWithoutDust()
{
    QFETCH(double, value);
    QFETCH(double, step);
    QFETCH(double, expected);
    const double result = snapped(value, step);
    QVERIFY2(result == expected, qPrintable(QString::number(result, 'g', 17)));
}

void TestNumberText::choosesNiceSteps_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("step");
    QTest::addRow("exact") << 0.2 << 0.2;
    QTest::addRow("below five") << 4.99 << 2.0;
    QTest::addRow("below two") << 0.0199 << 0.01;
    QTest::addRow("large") << 7e10 << 5e10;
}

void TestNumberText::choosesNiceSteps()
{
    QFETCH(double, width);
    QFETCH(double, step);
    QVERIFY2(niceStep(width) == step, qPrintable(QString::number(niceStep(width), 'g', 17)));
}

QTEST_MAIN(TestNumberText)
#include "tst_number_text.moc"
