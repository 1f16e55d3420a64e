#include "core/expression/symbols.h"

#include <QTest>

#include <string>

using namespace Qt::StringLiterals;
using namespace secant;

namespace {

/// The folded characters as text, a broken byte as '?'.
QString folded(const std::vector<Symbol>& symbols)
{
    QString text;
    for (const Symbol& symbol : symbols)
        text += symbol.folded == kBrokenByte ? QStringLiteral("?") : QString::fromUcs4(&symbol.folded, 1);
    return text;
}

} // namespace

class TestSymbols : public QObject {
    Q_OBJECT

private slots:
    void foldsToOrdinaryCharacters_data();
    void foldsToOrdinaryCharacters();
    void refusesBrokenUtf8_data();
    void refusesBrokenUtf8();
    void acceptsTheEndsOfEachLength();
    void quotesSafely_data();
    void quotesSafely();
};

void TestSymbols::foldsToOrdinaryCharacters_data()
{
    // Names and code points from the Unicode character database; what each is folded to is this language's choice.
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::addRow("full-width forms") << u"（ｘ＋１）＊２"_s << u"(x+1)*2"_s;
    QTest::addRow("full-width comma and bar") << u"，｜"_s << u",|"_s;
    QTest::addRow("minus and dashes") << u"\u2212\u2010\u2011\u2012\u2013"_s << u"-----"_s;
    QTest::addRow("times and over") << u"×·⋅÷∕"_s << u"***//"_s;
    QTest::addRow("spaces") << u"\u00A0\u2003\u202F\u3000\uFEFF"_s << u"     "_s;
    QTest::addRow("superscripts") << u"⁰¹²³⁴⁹⁻ⁿ"_s << u"012349-n"_s;
    QTest::addRow("subscripts") << u"₀₁₉"_s << u"019"_s;
    QTest::addRow("mathematical italic") << u"𝑥𝑎𝐴𝑍"_s << u"xaAZ"_s;
    QTest::addRow("mathematical Greek") << u"𝛼𝜋𝜔𝛺"_s << u"απωΩ"_s;
    QTest::addRow("mathematical digits") << u"𝟎𝟗𝟘𝟿"_s << u"0909"_s;
    QTest::addRow("italic h, a hole in its block") << u"ℎ"_s << u"h"_s;
    QTest::addRow("micro sign") << u"\u00B5"_s << u"\u03BC"_s;
    QTest::addRow("no fold: Cyrillic ha is no x") << u"х"_s << u"х"_s;
    QTest::addRow("no fold: Chinese") << u"的"_s << u"的"_s;
}

void TestSymbols::foldsToOrdinaryCharacters()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const std::vector<Symbol> symbols = readSymbols(typed.toStdString());
    QCOMPARE(folded(symbols), expected);
    QCOMPARE(symbols.size(), static_cast<std::size_t>(typed.toUcs4().size()));
}

void TestSymbols::refusesBrokenUtf8_data()
{
    // Ill-formed sequences of the Unicode standard, section 3.9, table 3-7.
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("lone continuation") << QByteArray("\x80");
    QTest::addRow("overlong slash, 2 bytes") << QByteArray("\xC0\xAF");
    QTest::addRow("overlong slash, 3 bytes") << QByteArray("\xE0\x80\xAF");
    QTest::addRow("overlong slash, 4 bytes") << QByteArray("\xF0\x80\x80\xAF");
    QTest::addRow("high surrogate") << QByteArray("\xED\xA0\x80");
    QTest::addRow("low surrogate") << QByteArray("\xED\xBF\xBF");
    QTest::addRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80");
    QTest::addRow("byte that never occurs") << QByteArray("\xFF");
    QTest::addRow("cut in the middle of a minus") << QByteArray("\xE2\x88");
    QTest::addRow("continuation missing") << QByteArray("\xE2\x88x");
}

void TestSymbols::refusesBrokenUtf8()
{
    QFETCH(QByteArray, bytes);
    const std::vector<Symbol> symbols = readSymbols(bytes.prepend('a').toStdString());
    QVERIFY(symbols.size() >= 2);
    QVERIFY(symbols[0].typed == U'a');
    QVERIFY(symbols[1].typed == kBrokenByte);
}

void TestSymbols::acceptsTheEndsOfEachLength()
{
    constexpr char32_t kEnds[] = {0x0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
    for (const char32_t c : kEnds) {
        std::string utf8;
        appendUtf8(utf8, c);
        // Qt's own encoder is the outside reference.
        QCOMPARE(utf8, QString::fromUcs4(&c, 1).toStdString());
        const std::vector<Symbol> symbols = readSymbols(utf8);
        QCOMPARE(symbols.size(), std::size_t{1});
        QVERIFY(symbols[0].typed == c);
    }
}

void TestSymbols::quotesSafely_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::addRow("as it is") << u"ｘ²+π😀"_s << u"ｘ²+π😀"_s;
    QTest::addRow("terminal escape") << u"\u001B[31m"_s << u"U+001B[31m"_s;
    QTest::addRow("direction of writing") << u"\u202Ex"_s << u"U+202Ex"_s;
    QTest::addRow("accent without a letter") << u"\u0301"_s << u"U+0301"_s;
    QTest::addRow("beyond the first plane") << u"\U000E0041"_s << u"U+0E0041"_s;
    QTest::addRow("40 stay whole") << QString(40, u'a') << QString(40, u'a');
    QTest::addRow("41 are cut") << QString(41, u'a') << QString(39, u'a') + u'…';
    QTest::addRow("a long code point never passes 40") << QString(38, u'a') + QChar(0x202E) << QString(38, u'a') + u'…';
}

void TestSymbols::quotesSafely()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const std::vector<Symbol> symbols = readSymbols(typed.toStdString());
    const QString quoted = QString::fromStdString(quote(symbols, {0, symbols.size()}));
    QCOMPARE(quoted, expected);
    QVERIFY(quoted.toUcs4().size() <= 40);
}

QTEST_GUILESS_MAIN(TestSymbols)
#include "tst_symbols.moc"
