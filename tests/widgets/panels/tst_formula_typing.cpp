#include <memory>

#include <QAbstractItemView>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/warnings.h"
#include "widgets/panels/formula_completer.h"
#include "widgets/panels/formula_edit.h"
#include "widgets/panels/formula_history.h"
#include "widgets/panels/formula_line.h"
#include "widgets/panels/formula_words.h"
#include "widgets/panels/matching_bracket.h"

using namespace secant;

/// What helps while a formula is typed: names, brackets, and what was typed before.
class TestFormulaTyping : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void offersNamesThatBeginSo();
    void takesANameWithBrackets_data();
    void takesANameWithBrackets();
    void takesANameInTheMiddle();
    void staysWithALine();
    void offersNothingWithoutAName_data();
    void offersNothingWithoutAName();
    void knowsEveryFunction();
    void findsThePartner_data();
    void findsThePartner();
    void goesThroughTheHistory();
    void remembersWhatWasRight();
    void keepsAHundredFormulas();

private:
    [[nodiscard]] FormulaEdit* edit() const { return m_line->findChild<FormulaEdit*>(); }
    [[nodiscard]] QAbstractItemView* popup() const { return m_line->findChild<FormulaCompleter*>()->popup(); }

    std::unique_ptr<WarningGuard> m_warnings;
    FormulaHistory m_history;
    std::unique_ptr<FormulaLine> m_line;
};

void TestFormulaTyping::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_history = FormulaHistory();
    m_line = std::make_unique<FormulaLine>();
    m_line->setLanguage(Language::English);
    m_line->setHistory(&m_history);
    m_line->resize(400, 60);
    m_line->show();
    QVERIFY(QTest::qWaitForWindowActive(m_line.get()));
    edit()->setFocus();
}

void TestFormulaTyping::cleanup()
{
    m_line.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join('\n')));
}

void TestFormulaTyping::offersNamesThatBeginSo()
{
    QTest::keyClicks(edit(), QStringLiteral("2+l"));
    QVERIFY(!popup()->isVisible());
    QTest::keyClicks(edit(), QStringLiteral("e"));
    QVERIFY(popup()->isVisible());
    QCOMPARE(popup()->model()->index(0, 0).data(Qt::UserRole).toString(), QStringLiteral("leaky_relu"));
    QCOMPARE(popup()->model()->index(0, 0).data().toString(), QStringLiteral("leaky_relu — Leaky ReLU"));
    QTest::keyClicks(edit(), QStringLiteral("q"));
    QVERIFY(!popup()->isVisible());
}

void TestFormulaTyping::takesANameWithBrackets_data()
{
    QTest::addColumn<int>("key");
    QTest::addRow("Tab takes the first") << static_cast<int>(Qt::Key_Tab);
    QTest::addRow("Enter takes the chosen one") << static_cast<int>(Qt::Key_Return);
}

void TestFormulaTyping::takesANameWithBrackets()
{
    QFETCH(int, key);
    QSignalSpy edited(m_line.get(), &FormulaLine::edited);
    QTest::keyClicks(edit(), QStringLiteral("3lea"));
    if (key == Qt::Key_Return) {
        QTest::keyClick(popup(), Qt::Key_Down);
    }
    QTest::keyClick(popup(), static_cast<Qt::Key>(key));
    QCOMPARE(m_line->text(), QStringLiteral("3leaky_relu()"));
    QCOMPARE(edit()->cursorPosition(), 12);
    QCOMPARE(edited.last().at(0).toString(), QStringLiteral("3leaky_relu()"));
    QVERIFY(!popup()->isVisible());
}

void TestFormulaTyping::takesANameInTheMiddle()
{
    QTest::keyClicks(edit(), QStringLiteral("(x)+1"));
    edit()->setCursorPosition(0);
    QTest::keyClicks(edit(), QStringLiteral("soft"));
    QTest::keyClick(popup(), Qt::Key_Tab);
    QVERIFY(m_line->text().startsWith(QStringLiteral("soft")) && m_line->text().endsWith(QStringLiteral("(x)+1")));
    QVERIFY(!m_line->text().contains(QStringLiteral("()")));
}

void TestFormulaTyping::staysWithALine()
{
    m_line->resize(200, 60);
    QTest::keyClicks(edit(), QStringLiteral("sin"));
    QVERIFY(popup()->isVisible());
    QVERIFY2(popup()->width() <= edit()->width(), qPrintable(QString::number(popup()->width())));
    // A slider above may push the line down.
    const QPoint before = popup()->pos();
    edit()->move(edit()->pos() + QPoint(0, 20));
    QTRY_COMPARE(popup()->pos(), before + QPoint(0, 20));
}

void TestFormulaTyping::offersNothingWithoutAName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("number") << "12";
    QTest::addRow("whole name") << "sigmoid";
    QTest::addRow("behind a bracket") << "sin(x)";
    QTest::addRow("unknown") << "qqq";
}

void TestFormulaTyping::offersNothingWithoutAName()
{
    QFETCH(QString, text);
    QTest::keyClicks(edit(), text);
    QVERIFY(!popup()->isVisible());
}

void TestFormulaTyping::knowsEveryFunction()
{
    const std::vector<FormulaWord> words = formulaWords(Language::Chinese);
    for (const FormulaWord& word : words) {
        QVERIFY2(!word.meaning.isEmpty(), qPrintable(word.name));
    }
    QVERIFY(words.size() > 120);
    QVERIFY(std::ranges::any_of(words, [](const FormulaWord& word) { return word.meaning.contains(u"双曲正切"); }));
}

void TestFormulaTyping::findsThePartner_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("partner"); ///< −1: none.
    QTest::addRow("behind the opening one") << "(x)" << 1 << 0 << 2;
    QTest::addRow("before it") << "(x)" << 0 << 0 << 2;
    QTest::addRow("behind the closing one") << "(x)+1" << 3 << 2 << 0;
    QTest::addRow("inner") << "((x))" << 2 << 1 << 3;
    QTest::addRow("outer") << "((x))" << 5 << 4 << 0;
    QTest::addRow("other kind inside") << "[(x)]" << 1 << 0 << 4;
    QTest::addRow("wrong kind") << "(x]" << 3 << 2 << -1;
    QTest::addRow("never closed") << "((x)" << 1 << 0 << -1;
    QTest::addRow("full-width and plain") << QStringLiteral("（x)") << 1 << 0 << 2;
}

void TestFormulaTyping::findsThePartner()
{
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QFETCH(int, at);
    QFETCH(int, partner);
    const auto pair = matchingBracket(text, cursor);
    QVERIFY(pair.has_value());
    QCOMPARE(static_cast<int>(pair->at), at);
    QCOMPARE(static_cast<int>(pair->partner.value_or(-1)), partner);
    QVERIFY(!matchingBracket(QStringLiteral("x+1"), 1).has_value());
}

void TestFormulaTyping::goesThroughTheHistory()
{
    m_history.remember(QStringLiteral("x^2"));
    m_history.remember(QStringLiteral("1/x"));
    QTest::keyClicks(edit(), QStringLiteral("3x"));
    QSignalSpy edited(m_line.get(), &FormulaLine::edited);
    QTest::keyClick(edit(), Qt::Key_Up);
    QCOMPARE(m_line->text(), QStringLiteral("1/x"));
    QCOMPARE(edited.last().at(0).toString(), QStringLiteral("1/x"));
    QTest::keyClick(edit(), Qt::Key_Up);
    QCOMPARE(m_line->text(), QStringLiteral("x^2"));
    QTest::keyClick(edit(), Qt::Key_Up);
    QCOMPARE(m_line->text(), QStringLiteral("x^2"));
    QTest::keyClick(edit(), Qt::Key_Down);
    QCOMPARE(m_line->text(), QStringLiteral("1/x"));
    QTest::keyClick(edit(), Qt::Key_Down);
    QCOMPARE(m_line->text(), QStringLiteral("3x")); // What was being typed.
}

void TestFormulaTyping::remembersWhatWasRight()
{
    QTest::keyClicks(edit(), QStringLiteral("x^3"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_history.formulas(), QStringList{QStringLiteral("x^3")});
    m_line->setText(QStringLiteral("x^"));
    const ParseError error{.kind = ParseErrorKind::MissingOperand, .where = {2, 2}, .quoted = {}, .suggestion = {}};
    m_line->setError(error);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_history.formulas(), QStringList{QStringLiteral("x^3")});
}

void TestFormulaTyping::keepsAHundredFormulas()
{
    for (int i = 0; i < 150; ++i) {
        m_history.remember(QString::number(i));
    }
    m_history.remember(QStringLiteral("100"));
    m_history.remember(QStringLiteral("  "));
    m_history.remember(QString(2000, u'x'));
    QCOMPARE(m_history.formulas().size(), qsizetype{100});
    QCOMPARE(m_history.formulas().last(), QStringLiteral("100"));
    QCOMPARE(m_history.formulas().first(), QStringLiteral("50"));
}

QTEST_MAIN(TestFormulaTyping)
#include "tst_formula_typing.moc"
