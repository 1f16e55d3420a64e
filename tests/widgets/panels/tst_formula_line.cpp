#include <cmath>
#include <memory>
#include <string>

#include <QSignalSpy>
#include <QTest>

#include "core/catalogue/catalogue.h"
#include "tests/support/warnings.h"
#include "widgets/panels/formula_edit.h"
#include "widgets/panels/formula_line.h"

using namespace secant;

/// Types formulas and asks what is reported, marked and said.
class TestFormulaLine : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void reportsEveryChange();
    void emitsNothingWhenTold();
    void keepsTheCursor();
    void saysNothingBeforeAPause();
    void takesTheSentenceAwayAtOnce();
    void marksTheCharacters_data();
    void marksTheCharacters();
    void marksInTheErrorColor();
    void countsCodePoints_data();
    void countsCodePoints();
    void wordsEveryError_data();
    void wordsEveryError();
    void wordsArgumentCounts();
    void tellsHowItWasRead_data();
    void tellsHowItWasRead();
    void tellsAnErrorRatherThanAReading();

private:
    [[nodiscard]] FormulaEdit* edit() const { return m_line->findChild<FormulaEdit*>(); }
    /// Shows a text as the owner would, with the error that the parser finds in it.
    void show(const QString& text) const;

    std::unique_ptr<WarningGuard> m_warnings;
    std::unique_ptr<FormulaLine> m_line;
};

void TestFormulaLine::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_line = std::make_unique<FormulaLine>();
    m_line->resize(260, 60);
    m_line->show();
    QVERIFY(QTest::qWaitForWindowActive(m_line.get()));
}

void TestFormulaLine::cleanup()
{
    m_line.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join('\n')));
}

void TestFormulaLine::show(const QString& text) const
{
    m_line->setText(text);
    const auto tree = parse(text.toStdString(), vocabulary());
    m_line->setError(tree.ok() ? std::nullopt : std::optional(tree.error()));
    m_line->setReadings(tree.ok() ? tree->readings : std::vector<Reading>{});
}

void TestFormulaLine::reportsEveryChange()
{
    QSignalSpy edited(m_line.get(), &FormulaLine::edited);
    QTest::keyClicks(edit(), QStringLiteral("x^2"));
    QCOMPARE(edited.count(), 3);
    QCOMPARE(edited.last().at(0).toString(), QStringLiteral("x^2"));
}

void TestFormulaLine::emitsNothingWhenTold()
{
    QSignalSpy edited(m_line.get(), &FormulaLine::edited);
    show(QStringLiteral("x +"));
    show(QStringLiteral("x + 1"));
    QCOMPARE(edited.count(), 0);
    QCOMPARE(m_line->text(), QStringLiteral("x + 1"));
}

void TestFormulaLine::keepsTheCursor()
{
    show(QStringLiteral("sin(x)"));
    edit()->setCursorPosition(4);
    show(QStringLiteral("sin(x)"));
    QCOMPARE(edit()->cursorPosition(), 4);
    edit()->setSelection(1, 2);
    show(QStringLiteral("sin(x)"));
    QCOMPARE(edit()->selectedText(), QStringLiteral("in"));
}

void TestFormulaLine::saysNothingBeforeAPause()
{
    show(QStringLiteral("1+sn(x)"));
    QVERIFY(edit()->mark());
    QTest::qWait(200);
    QVERIFY(m_line->message().isEmpty());
    // A key starts the waiting anew, and so does not a repeated answer.
    QTest::keyClick(edit(), Qt::Key_Space);
    QTest::qWait(300);
    show(m_line->text());
    QVERIFY(m_line->message().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!m_line->message().isEmpty(), 1000);
    QVERIFY(m_line->message().contains(QStringLiteral("sin")));
}

void TestFormulaLine::takesTheSentenceAwayAtOnce()
{
    show(QStringLiteral("sn(x)"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_line->message().isEmpty(), 1000);
    show(QStringLiteral("sin(x)"));
    QVERIFY(m_line->message().isEmpty());
    QVERIFY(!edit()->mark());
}

void TestFormulaLine::marksTheCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("before"); ///< What stands left of the mark.
    QTest::addColumn<QString>("marked");
    QTest::addRow("a name") << "1+sn(x)"
                            << "1+"
                            << "sn";
    QTest::addRow("one sign") << "x # 2"
                              << "x "
                              << "#";
    QTest::addRow("behind a pair of surrogates") << "𝛼*x#"
                                                 << "𝛼*x"
                                                 << "#";
}

void TestFormulaLine::marksTheCharacters()
{
    QFETCH(QString, text);
    QFETCH(QString, before);
    QFETCH(QString, marked);
    m_line->setText(text);
    const auto begin = static_cast<std::size_t>(before.toUcs4().size());
    m_line->setError(ParseError{ParseErrorKind::UnexpectedCharacter,
                                {begin, begin + static_cast<std::size_t>(marked.toUcs4().size())},
                                marked.toStdString(),
                                {},
                                0,
                                0});
    const auto pixels = edit()->markedPixels();
    QVERIFY(pixels);
    const QFontMetricsF metrics(edit()->font());
    const double width = metrics.horizontalAdvance(marked);
    const double shift = metrics.horizontalAdvance(before);
    // Kerning and rounding of the cursor's place: two pixels.
    QVERIFY2(std::abs(pixels->second - pixels->first - width) <= 2.0, qPrintable(QString::number(pixels->second)));
    edit()->setCursorPosition(0);
    const QPoint start = edit()->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QVERIFY2(std::abs(edit()->markedPixels()->first - start.x() - shift) <= 2.0,
             qPrintable(QString::number(pixels->first)));
}

void TestFormulaLine::marksInTheErrorColor()
{
    const auto reddish = [](const QImage& image) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                count += color.red() > color.blue() + 60 && color.red() > color.green() + 60;
            }
        }
        return count;
    };
    show(QStringLiteral("1+sin(x)"));
    QCOMPARE(reddish(edit()->grab().toImage()), 0);
    show(QStringLiteral("1+sinn(x)"));
    QVERIFY(reddish(edit()->grab().toImage()) > 10);
}

void TestFormulaLine::countsCodePoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("codePoint");
    QTest::addColumn<int>("index");
    QTest::addRow("plain") << "x+1" << 2 << 2;
    QTest::addRow("before a pair") << "𝛼x" << 0 << 0;
    QTest::addRow("behind a pair") << "𝛼x" << 1 << 2;
    QTest::addRow("behind the end") << "𝛼x" << 9 << 3;
}

void TestFormulaLine::countsCodePoints()
{
    QFETCH(QString, text);
    QFETCH(int, codePoint);
    QFETCH(int, index);
    QCOMPARE(utf16Index(text, static_cast<std::size_t>(codePoint)), qsizetype(index));
}

void TestFormulaLine::wordsEveryError_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("said"); ///< What is wrong, and what would be right.
    using Kind = ParseErrorKind;
    const auto row = [](const char* why, const QString& text, Kind kind, const QStringList& said) {
        QTest::addRow("%s", why) << text << static_cast<int>(kind) << said;
    };
    row("nothing", "", Kind::Empty, {"function of x", "a*x^2"});
    row("a stray sign", "x # 2", Kind::UnexpectedCharacter, {"“#”", "operator"});
    row("two numbers", "2 3", Kind::UnexpectedCharacter, {"“3”", "2*3"});
    row("a stray comma", "(x,1)", Kind::UnexpectedCharacter, {"“,”", "max(0, x)"});
    row("an equation", "x=2", Kind::UnexpectedCharacter, {"“=”", "x^2"});
    row("decimal comma", "3,14", Kind::DecimalComma, {"3,14: write 3.14"});
    row("nothing at the end", "x+", Kind::MissingOperand, {"breaks off", "sin(x)"});
    row("nothing before a sign", "2+*3", Kind::MissingOperand, {"before “*”", "number"});
    row("closed too often", "x)", Kind::MissingOpening, {"“)”", "Remove it"});
    row("never closed", "sin(x", Kind::MissingClosing, {"“(”", "“)”"});
    row("bar never closed", "1+|x", Kind::MissingClosing, {"“|” is never closed", "Add “|”"});
    row("a typo", "sn(x)", Kind::UnknownFunction, {"“sn”", "sin"});
    row("no such function", "beta(x)", Kind::UnknownFunction, {"“beta”", "beta*"});
    row("no brackets", "sin x^2", Kind::MissingArguments, {"“sin”", "sin(x)"});
    row("unclear bracket", "[x+1]", Kind::UnclearBracket, {"“[x+1]”", "(x+1)", "floor(x+1)"});
    row("x as a parameter", "leaky_relu(x, 2x)", Kind::ParameterDependsOnX, {"leaky_relu", "first argument"});
    row("no number", "1e999", Kind::BadNumber, {"“1e999”", "0.5"});
    row("too long", QString(70000, 'x'), Kind::TooLong, {"65536", "Shorten"});
    row("too deep", QString(2000, '(') + 'x' + QString(2000, ')'), Kind::TooDeep, {"1000", "Simplify"});
    row("a name too long", QString(65, 'q'), Kind::NameTooLong, {"64", "shorter"});
}

void TestFormulaLine::wordsEveryError()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QStringList, said);
    const auto tree = parse(text.toStdString(), vocabulary());
    QVERIFY(!tree.ok());
    QCOMPARE(static_cast<int>(tree.error().kind), kind);
    const QString words = sentence(tree.error());
    for (const QString& part : said) {
        QVERIFY2(words.contains(part), qPrintable(words));
    }
    QVERIFY2(words.endsWith('.') || words.endsWith('?'), qPrintable(words));
    QVERIFY2(words.size() <= 120, qPrintable(words));
}

void TestFormulaLine::wordsArgumentCounts()
{
    const auto tree = parse("sin(1,2,3)", vocabulary());
    QVERIFY(!tree.ok());
    QCOMPARE(sentence(tree.error()), QStringLiteral("Too many arguments for sin: at most 1, here 3. Remove the rest."));
    ParseError few;
    few.kind = ParseErrorKind::WrongArgumentCount;
    few.quoted = "pow";
    few.expected = 2;
    few.given = 1;
    QCOMPARE(sentence(few), QStringLiteral("Too few arguments for pow: at least 2, here 1. Separate them by commas."));
}

void TestFormulaLine::tellsHowItWasRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::addRow("two meanings") << "1/2x"
                                  << "Read as (1/2)*x; for the other meaning type 1/(2x).";
    QTest::addRow("logarithm") << "log(x)"
                               << "log is the natural logarithm, ln(x); for the decimal one type lg(x).";
    QTest::addRow("name") << "ab*x"
                          << "ab is read as one name; for a product type a*b.";
    QTest::addRow("letter") << "f(x)"
                            << "f before a bracket is read as a factor, not as a function.";
    QTest::addRow("two at most") << "1/2x+log(x)+ab"
                                 << "Read as (1/2)*x; for the other meaning type 1/(2x).\n"
                                    "log is the natural logarithm, ln(x); for the decimal one type lg(x).";
}

void TestFormulaLine::tellsHowItWasRead()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    show(text);
    QCOMPARE(m_line->message(), QString());
    QTRY_COMPARE(m_line->message(), message);
    show(QStringLiteral("x"));
    QCOMPARE(m_line->message(), QString());
}

void TestFormulaLine::tellsAnErrorRatherThanAReading()
{
    show(QStringLiteral("1/2x"));
    QTRY_VERIFY(m_line->message().startsWith(QStringLiteral("Read as")));
    show(QStringLiteral("1/2x)"));
    QTRY_VERIFY(m_line->message().contains(QStringLiteral("never opened")));
}

QTEST_MAIN(TestFormulaLine)
#include "tst_formula_line.moc"
