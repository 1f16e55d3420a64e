#include "core/expression/parse.h"

#include <QTest>

#include <string>

#include "toy_vocabulary.h"

using namespace Qt::StringLiterals;
using namespace secant;

Q_DECLARE_METATYPE(secant::ParseErrorKind)

/// What is refused, with which reason and where. Positions count code points from 0, by hand.
class TestParseErrors : public QObject {
    Q_OBJECT

private slots:
    void namesTheReasonAndThePlace_data();
    void namesTheReasonAndThePlace();
    void countsArguments_data();
    void countsArguments();
    void refusesHostileCharacters_data();
    void refusesHostileCharacters();
    void shortensWhatItQuotes();
    void reportsTheFirstErrorOfTheText();
};

void TestParseErrors::namesTheReasonAndThePlace_data()
{
    using Kind = ParseErrorKind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<ParseErrorKind>("kind");
    QTest::addColumn<std::size_t>("begin");
    QTest::addColumn<std::size_t>("end");
    QTest::addColumn<QString>("quoted");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const char* why, const QString& text, Kind kind, std::size_t begin, std::size_t end,
                        const QString& quoted, const QString& suggestion = {}) {
        QTest::addRow("%s: %s", why, qUtf8Printable(text)) << text << kind << begin << end << quoted << suggestion;
    };
    row("nothing", u""_s, Kind::Empty, 0, 0, u""_s);
    row("spaces", u" \t\u3000\n"_s, Kind::Empty, 0, 0, u""_s);

    row("other sign", u"x # 2"_s, Kind::UnexpectedCharacter, 2, 3, u"#"_s);
    row("relation", u"x≤3"_s, Kind::UnexpectedCharacter, 1, 2, u"≤"_s);
    row("relation after a formula", u"x == 3"_s, Kind::UnexpectedCharacter, 2, 4, u"=="_s);
    row("relation in a call", u"max(x<1, 2)"_s, Kind::UnexpectedCharacter, 5, 6, u"<"_s);
    row("relation in a branch", u"if(x<1, x>2, 3)"_s, Kind::UnexpectedCharacter, 9, 10, u">"_s);
    row("chain of both directions", u"if(0<x>1, 2, 3)"_s, Kind::UnexpectedCharacter, 6, 7, u">"_s, u"and x >"_s);
    row("chain of unequal", u"if(0!=x!=1, 2, 3)"_s, Kind::UnexpectedCharacter, 7, 9, u"!="_s, u"and x !="_s);
    row("truth compared", u"if((x<1)<2, 2, 3)"_s, Kind::UnexpectedCharacter, 8, 9, u"<"_s);
    row("truth added", u"if((x<1)+2>0, 2, 3)"_s, Kind::UnexpectedCharacter, 3, 8, u"(x<1)"_s);
    row("truth multiplied", u"if((x<1)(x>0), 2, 3)"_s, Kind::UnexpectedCharacter, 3, 8, u"(x<1)"_s);
    row("truth as an argument", u"if(sin(x<1)>0, 2, 3)"_s, Kind::UnexpectedCharacter, 8, 9, u"<"_s);
    row("no truth after and", u"if(x<1 and 2, 2, 3)"_s, Kind::UnexpectedCharacter, 11, 12, u"2"_s, u"2 > 0"_s);
    row("no truth before or", u"if(x or x<1, 2, 3)"_s, Kind::UnexpectedCharacter, 3, 4, u"x"_s, u"x > 0"_s);
    row("and of values", u"x and 2"_s, Kind::UnexpectedCharacter, 2, 5, u"and"_s);
    row("and at the end", u"if(x<1 and, 2, 3)"_s, Kind::MissingOperand, 10, 11, u","_s);
    row("piecewise of values", u"piecewise(x, 1, 2)"_s, Kind::UnexpectedCharacter, 10, 11, u"x"_s, u"x > 0"_s);
    row("piecewise, second of values", u"piecewise(x<0, 1, x, 2)"_s, Kind::UnexpectedCharacter, 18, 19, u"x"_s,
        u"x > 0"_s);
    row("piecewise without a value", u"piecewise(x<0, 1, x>0)"_s, Kind::MissingOperand, 21, 22, u")"_s);
    row("chains in chains", u"if(0<if(0<if(0<if(0<if(0<x<1,1,2)<1,1,2)<1,1,2)<1,1,2)<1,1,2)"_s, Kind::TooDeep, 5, 54,
        u"if(0<if(0<if(0<if(0<x<1,1,2)<1,1,2)<1,1…"_s);
    row("cotangents in cotangents", u"cot(cot(cot(cot(cot(x)))))"_s, Kind::TooDeep, 0, 3, u"cot"_s);
    row("rows without a condition", uR"(\begin{cases} x \\ 2 & x>0 \end{cases})"_s, Kind::MissingOperand, 16, 18,
        uR"(\\)"_s);
    row("otherwise first", uR"(\begin{cases} x & otherwise \\ 2 & x>0 \end{cases})"_s, Kind::UnexpectedCharacter, 18,
        27, u"otherwise"_s);
    row("two conditions with a comma", uR"(\begin{cases} x & x>0, x<1 \end{cases})"_s, Kind::UnexpectedCharacter, 21,
        22, u","_s, u"and"_s);
    row("cases never closed", uR"(\begin{cases} x & x>0)"_s, Kind::MissingClosing, 0, 13, uR"(\begin{cases})"_s);
    row("cases closed by another", uR"(\begin{cases} x & x>0 \end{matrix})"_s, Kind::UnexpectedCharacter, 22, 23,
        uR"(\end)"_s);
    row("another environment", uR"(\begin{matrix} x \end{matrix})"_s, Kind::UnexpectedCharacter, 0, 1, uR"(\begin)"_s);
    row("ampersand", u"x & 2"_s, Kind::UnexpectedCharacter, 2, 3, u"&"_s, u"and"_s);
    row("not", u"if(not x>0, 1, 2)"_s, Kind::UnexpectedCharacter, 3, 6, u"not"_s);
    row("else of another language", u"if(x>0, 1 else 2)"_s, Kind::UnexpectedCharacter, 10, 14, u"else"_s, u","_s);
    row("number behind a factorial", u"x! 2"_s, Kind::UnexpectedCharacter, 3, 4, u"2"_s, u"x!*2"_s);
    row("per cent", u"50% + x"_s, Kind::UnexpectedCharacter, 2, 3, u"%"_s, u"0.5"_s);
    row("per cent of x", u"x%"_s, Kind::UnexpectedCharacter, 1, 2, u"%"_s, u"/100"_s);
    row("remainder", u"x % 2"_s, Kind::UnexpectedCharacter, 2, 3, u"%"_s, u"mod(a, b)"_s);
    row("remainder", u"5%3"_s, Kind::UnexpectedCharacter, 1, 2, u"%"_s, u"mod(a, b)"_s);
    row("per cent at the start", u"%s"_s, Kind::UnexpectedCharacter, 0, 1, u"%"_s);
    row("double factorial", u"x!!"_s, Kind::UnexpectedCharacter, 2, 3, u"!"_s, u"(x!)!"_s);
    row("factorial of nothing", u"!x"_s, Kind::MissingOperand, 0, 1, u"!"_s);
    row("no relation", u"if(x+1, 2, 3)"_s, Kind::UnexpectedCharacter, 3, 6, u"x+1"_s, u"x+1 > 0"_s);
    row("relation without left side", u"if(<1, 2, 3)"_s, Kind::MissingOperand, 3, 4, u"<"_s);
    row("relation without right side", u"if(x<, 2, 3)"_s, Kind::MissingOperand, 5, 6, u","_s);
    row("unknown command", u"x + \\write18{ls}"_s, Kind::UnexpectedCharacter, 4, 5, u"\\write"_s);
    row("backslash alone", u"x\\"_s, Kind::UnexpectedCharacter, 1, 2, u"\\"_s);
    row("fraction of nothing", u"\\frac+2"_s, Kind::UnexpectedCharacter, 0, 1, u"\\frac"_s);
    row("fraction without denominator", u"\\frac{1}+x"_s, Kind::MissingOperand, 8, 9, u"+"_s);
    row("root of an unknown degree", u"\\sqrt[n]{x}"_s, Kind::UnexpectedCharacter, 0, 1, u"\\sqrt"_s);
    row("size of nothing", u"\\left x"_s, Kind::UnexpectedCharacter, 0, 1, u"\\left "_s);
    row("empty numerator", u"\\frac{}{x}"_s, Kind::MissingOperand, 6, 7, u"}"_s);
    row("brace never closed", u"x^{2"_s, Kind::MissingClosing, 2, 3, u"{"_s);
    row("brace closed by a bracket", u"(x^{2)}"_s, Kind::MissingOpening, 5, 6, u")"_s);
    row("bracket closed by a brace", u"x^{(2})"_s, Kind::MissingOpening, 5, 6, u"}"_s);
    row("brace alone", u"{x}"_s, Kind::UnexpectedCharacter, 0, 1, u"{"_s, u"("_s);
    row("how far does \\sin reach", u"\\sin x^2"_s, Kind::MissingArguments, 0, 4, u"\\sin"_s, u"sin(x)"_s);
    row("how far does \\sin reach", u"\\sin 2x"_s, Kind::MissingArguments, 0, 4, u"\\sin"_s, u"sin(2x)"_s);
    row("how far does sin reach", u"sin x^2"_s, Kind::MissingArguments, 0, 3, u"sin"_s, u"sin(x)"_s);
    row("how far does sin reach", u"sin x/2"_s, Kind::MissingArguments, 0, 3, u"sin"_s, u"sin(x)"_s);
    row("Chinese words", u"x的平方"_s, Kind::UnexpectedCharacter, 1, 2, u"的"_s);
    row("Cyrillic x", u"х^2"_s, Kind::UnexpectedCharacter, 0, 1, u"х"_s, u"x"_s);
    row("Greek capital chi", u"Χ^2"_s, Kind::UnexpectedCharacter, 0, 1, u"Χ"_s, u"x"_s);
    row("bracket or greatest integer", u"2[x+1]"_s, Kind::UnclearBracket, 1, 2, u"[x+1]"_s, u"x+1"_s);
    row("fractional part or bracket", u"\\{x\\}"_s, Kind::UnexpectedCharacter, 0, 2, u"\\{"_s, u"("_s);
    row("piecewise of another language", u"{x>0: x}"_s, Kind::UnexpectedCharacter, 0, 1, u"{"_s, u"("_s);
    row("bracket closed by another", u"[(x)+1)"_s, Kind::MissingOpening, 6, 7, u")"_s);
    row("square bracket never closed", u"2[(x)"_s, Kind::MissingClosing, 1, 2, u"["_s);
    row("infinity", u"x+∞"_s, Kind::BadNumber, 2, 3, u"∞"_s);
    row("ideographic full stop", u"3。5"_s, Kind::UnexpectedCharacter, 1, 2, u"。"_s, u"."_s);
    row("equation", u"x=2"_s, Kind::UnexpectedCharacter, 1, 2, u"="_s);
    row("assignment", u"x:=2"_s, Kind::UnexpectedCharacter, 1, 2, u":"_s);
    row("point", u"(x,1)"_s, Kind::UnexpectedCharacter, 2, 3, u","_s);
    row("list", u"x;1"_s, Kind::UnexpectedCharacter, 1, 2, u";"_s);
    row("two numbers", u"2 3"_s, Kind::UnexpectedCharacter, 2, 3, u"3"_s, u"2*3"_s);
    row("number behind x", u"x 2"_s, Kind::UnexpectedCharacter, 2, 3, u"2"_s, u"x*2"_s);
    row("x2 is x·2 or x²", u"x2"_s, Kind::UnexpectedCharacter, 1, 2, u"2"_s, u"x^2"_s);
    row("ax2 is ax² or a name", u"3+ax2"_s, Kind::UnexpectedCharacter, 4, 5, u"2"_s, u"ax^2"_s);
    row("π2", u"π2"_s, Kind::UnexpectedCharacter, 1, 2, u"2"_s, u"π^2"_s);
    row("superscripts apart", u"x² ³"_s, Kind::UnexpectedCharacter, 3, 4, u"³"_s);
    row("two lines are two formulas", u"x^2\nx^3"_s, Kind::UnexpectedCharacter, 4, 5, u"x"_s);
    row("unfinished subscript", u"a_"_s, Kind::UnexpectedCharacter, 1, 2, u"_"_s);
    row("y of itself", u"y=y+1"_s, Kind::UnexpectedCharacter, 2, 3, u"y"_s);
    row("f of itself in a product", u"f(x)=fx"_s, Kind::UnexpectedCharacter, 5, 6, u"f"_s);

    row("decimal comma", u"3,14"_s, Kind::DecimalComma, 1, 2, u"3,14"_s, u"3.14"_s);
    row("decimal comma", u"2+(1,5)*x"_s, Kind::DecimalComma, 4, 5, u"1,5"_s, u"1.5"_s);
    row("decimal comma and exponent", u"3,14e3"_s, Kind::DecimalComma, 1, 2, u"3,14e3"_s, u"3.14e3"_s);
    row("a point already", u"3.5,2"_s, Kind::UnexpectedCharacter, 3, 4, u","_s);
    row("comma and space", u"3, 14"_s, Kind::UnexpectedCharacter, 1, 2, u","_s);
    row("full-width decimal comma", u"3，14"_s, Kind::DecimalComma, 1, 2, u"3，14"_s, u"3.14"_s);

    row("end", u"x+"_s, Kind::MissingOperand, 2, 2, u""_s);
    row("end after spaces", u"x +  "_s, Kind::MissingOperand, 3, 3, u""_s);
    row("start", u"*x"_s, Kind::MissingOperand, 0, 1, u"*"_s);
    row("two operators", u"2+*3"_s, Kind::MissingOperand, 2, 3, u"*"_s);
    row("two powers", u"x^^2"_s, Kind::MissingOperand, 2, 3, u"^"_s);
    row("empty brackets", u"()"_s, Kind::MissingOperand, 1, 2, u")"_s);
    row("no argument", u"sin()"_s, Kind::MissingOperand, 4, 5, u")"_s);
    row("empty argument", u"max(1,)"_s, Kind::MissingOperand, 6, 7, u")"_s);
    row("empty first argument", u"max(,1)"_s, Kind::MissingOperand, 4, 5, u","_s);
    row("only opened", u"("_s, Kind::MissingOperand, 1, 1, u""_s);
    row("superscript minus alone", u"x⁻"_s, Kind::MissingOperand, 2, 2, u""_s);
    row("superscript at the start", u"²"_s, Kind::MissingOperand, 0, 1, u"²"_s);
    row("definition of nothing", u"f(x) ="_s, Kind::MissingOperand, 6, 6, u""_s);
    row("broken exponent", u"1e+"_s, Kind::MissingOperand, 3, 3, u""_s);

    row("closed too often", u"sin(x))"_s, Kind::MissingOpening, 6, 7, u")"_s);
    row("closed first", u")"_s, Kind::MissingOpening, 0, 1, u")"_s);
    row("closing superscript", u"x²⁾"_s, Kind::MissingOpening, 2, 3, u"⁾"_s);
    row("call never closed", u"sin(x"_s, Kind::MissingClosing, 3, 4, u"("_s);
    row("inner one closed", u"((x)"_s, Kind::MissingClosing, 0, 1, u"("_s);
    row("bar never closed", u"1+|x"_s, Kind::MissingClosing, 2, 3, u"|"_s);
    row("bar across a bracket", u"(|x)|"_s, Kind::MissingClosing, 1, 2, u"|"_s);
    row("bar across a comma", u"max(|x,1)"_s, Kind::MissingClosing, 4, 5, u"|"_s);
    row("superscript bracket never closed", u"x⁽²"_s, Kind::MissingClosing, 1, 2, u"⁽"_s);

    row("typo", u"1+sn(x)"_s, Kind::UnknownFunction, 2, 4, u"sn"_s, u"sin"_s);
    row("product without a space", u"xsin(x)"_s, Kind::UnknownFunction, 0, 4, u"xsin"_s, u"x*sin"_s);
    row("Greek sigma called", u"σ(x)"_s, Kind::UnknownFunction, 0, 1, u"σ"_s, u"sigmoid"_s);
    row("parameter called", u"beta(x)"_s, Kind::UnknownFunction, 0, 4, u"beta"_s);
    row("f of itself", u"f(x)=f(x)+1"_s, Kind::UnknownFunction, 5, 6, u"f"_s);

    row("name alone", u"sin"_s, Kind::MissingArguments, 0, 3, u"sin"_s, u"sin(x)"_s);
    row("name and product", u"2 sin ax"_s, Kind::MissingArguments, 2, 5, u"sin"_s, u"sin(ax)"_s);
    row("name and Greek product", u"sin αx"_s, Kind::MissingArguments, 0, 3, u"sin"_s, u"sin(αx)"_s);
    row("run together", u"sinx"_s, Kind::MissingArguments, 0, 4, u"sinx"_s, u"sin(x)"_s);
    row("run together", u"ln2x"_s, Kind::MissingArguments, 0, 4, u"ln2x"_s, u"ln(2x)"_s);
    row("no usual inverse", u"ln^-1(x)"_s, Kind::MissingArguments, 0, 2, u"ln"_s, u"ln(x)^-1"_s);
    row("power of what", u"sin^x(x)"_s, Kind::MissingArguments, 0, 3, u"sin"_s, u"sin(x)^2"_s);
    row("special form", u"max"_s, Kind::MissingArguments, 0, 3, u"max"_s, u"max(x, 0)"_s);
    row("special form between its arguments", u"x mod 2"_s, Kind::MissingArguments, 2, 5, u"mod"_s, u"mod(x, 2)"_s);

    row("x as a parameter", u"leaky_relu(x, 2x)"_s, Kind::ParameterDependsOnX, 14, 16, u"leaky_relu"_s);
    row("hidden x", u"hard_tanh(1, 0, sin(x)+a)"_s, Kind::ParameterDependsOnX, 16, 24, u"hard_tanh"_s);

    row("point alone", u"."_s, Kind::BadNumber, 0, 1, u"."_s);
    row("two points", u"1+1.2.3"_s, Kind::BadNumber, 5, 6, u"1.2.3"_s);
    row("too large", u"1e999"_s, Kind::BadNumber, 0, 5, u"1e999"_s);
    row("hexadecimal", u"0x10"_s, Kind::BadNumber, 1, 2, u"0x10"_s);
    row("no number at all", u"2*inf"_s, Kind::BadNumber, 2, 5, u"inf"_s);
    row("no number at all", u"NaN"_s, Kind::BadNumber, 0, 3, u"NaN"_s);

    row("65 letters", QString(65, u'q'), Kind::NameTooLong, 0, 65, QString(39, u'q') + u'…');
}

void TestParseErrors::namesTheReasonAndThePlace()
{
    QFETCH(QString, text);
    QFETCH(ParseErrorKind, kind);
    QFETCH(std::size_t, begin);
    QFETCH(std::size_t, end);
    QFETCH(QString, quoted);
    QFETCH(QString, suggestion);
    const auto tree = parse(text.toStdString(), test::toyVocabulary());
    QVERIFY2(!tree.ok(), "accepted");
    const ParseError& error = tree.error();
    QCOMPARE(static_cast<int>(error.kind), static_cast<int>(kind));
    QCOMPARE(error.where.begin, begin);
    QCOMPARE(error.where.end, end);
    QCOMPARE(QString::fromStdString(error.quoted), quoted);
    QCOMPARE(QString::fromStdString(error.suggestion), suggestion);
}

void TestParseErrors::countsArguments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::size_t>("begin");
    QTest::addColumn<std::size_t>("expected");
    QTest::addColumn<std::size_t>("given");
    const auto many = [](int count) {
        QString text = u"max(1"_s;
        for (int i = 1; i < count; ++i)
            text += u",1"_s;
        return text + u')';
    };
    QTest::addRow("one too many") << "sin(1,2)" << std::size_t{5} << std::size_t{1} << std::size_t{2};
    QTest::addRow("three too many") << "sin(x, 1, max(2,3), 4)+max(5,6)" << std::size_t{5} << std::size_t{1}
                                    << std::size_t{4};
    QTest::addRow("parameters count") << "leaky_relu(x,1,2)" << std::size_t{14} << std::size_t{2} << std::size_t{3};
    QTest::addRow("still being typed") << "sin(x, 1, 2" << std::size_t{5} << std::size_t{1} << std::size_t{3};
    QTest::addRow("maximum of one") << "2+max(1)" << std::size_t{2} << std::size_t{2} << std::size_t{1};
    QTest::addRow("power of one") << "pow(x)" << std::size_t{0} << std::size_t{2} << std::size_t{1};
    QTest::addRow("128 arguments") << many(128) << std::size_t{257} << std::size_t{127} << std::size_t{128};
    QVERIFY(parse(many(127).toStdString(), test::toyVocabulary()).ok());
}

void TestParseErrors::countsArguments()
{
    QFETCH(QString, text);
    QFETCH(std::size_t, begin);
    QFETCH(std::size_t, expected);
    QFETCH(std::size_t, given);
    const auto tree = parse(text.toStdString(), test::toyVocabulary());
    QVERIFY(!tree.ok());
    QVERIFY(tree.error().kind == ParseErrorKind::WrongArgumentCount);
    QCOMPARE(tree.error().where.begin, begin);
    QCOMPARE(tree.error().expected, expected);
    QCOMPARE(tree.error().given, given);
}

void TestParseErrors::refusesHostileCharacters_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("quoted");
    QTest::addRow("NUL") << QByteArray("\0", 1) << "U+0000";
    QTest::addRow("NUL and more") << QByteArray("\0+1", 3) << "U+0000";
    QTest::addRow("bell") << QByteArray("\x07") << "U+0007";
    QTest::addRow("terminal escape") << QByteArray("\x1B[31m") << "U+001B";
    QTest::addRow("delete") << QByteArray("\x7F") << "U+007F";
    QTest::addRow("C1 control") << QByteArray("\xC2\x85") << "U+0085";
    QTest::addRow("soft hyphen") << QByteArray("\xC2\xAD") << "U+00AD";
    QTest::addRow("left-to-right mark") << QByteArray("\xE2\x80\x8E") << "U+200E";
    QTest::addRow("right-to-left override") << QByteArray("\xE2\x80\xAE") << "U+202E";
    QTest::addRow("isolate") << QByteArray("\xE2\x81\xA6") << "U+2066";
    QTest::addRow("zero width joiner") << QByteArray("\xE2\x80\x8D") << "U+200D";
    QTest::addRow("combining accent") << QByteArray("\xCC\x81") << "U+0301";
    QTest::addRow("emoji") << QByteArray("\xF0\x9F\x98\x80") << u"😀"_s;
    QTest::addRow("overlong slash") << QByteArray("\xC0\xAF") << u"\uFFFD"_s;
    QTest::addRow("surrogate") << QByteArray("\xED\xA0\x80") << u"\uFFFD"_s;
    QTest::addRow("cut short") << QByteArray("\xE2\x88") << u"\uFFFD"_s;
    QTest::addRow("no UTF-8") << QByteArray("\xFF\xFE") << u"\uFFFD"_s;
}

void TestParseErrors::refusesHostileCharacters()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, quoted);
    const auto tree = parse(bytes.prepend('x').toStdString(), test::toyVocabulary());
    QVERIFY(!tree.ok());
    QVERIFY(tree.error().kind == ParseErrorKind::UnexpectedCharacter);
    QCOMPARE(tree.error().where.begin, std::size_t{1});
    QCOMPARE(tree.error().where.end, std::size_t{2});
    QCOMPARE(QString::fromStdString(tree.error().quoted), quoted);
}

void TestParseErrors::shortensWhatItQuotes()
{
    const auto tree = parse(std::string(5000, '1'), test::toyVocabulary());
    QVERIFY(!tree.ok());
    QVERIFY(tree.error().kind == ParseErrorKind::BadNumber);
    QCOMPARE(tree.error().where.end, std::size_t{5000});
    QCOMPARE(QString::fromStdString(tree.error().quoted), QString(39, u'1') + u'…');
}

void TestParseErrors::reportsTheFirstErrorOfTheText()
{
    // Each later stage of reading knows more; the reader of the message still wants the first mistake.
    const auto syntaxFirst = parse("x++*1 $", test::toyVocabulary());
    QVERIFY(!syntaxFirst.ok());
    QCOMPARE(syntaxFirst.error().where.begin, std::size_t{3});
    const auto nameFirst = parse("sn(x)+1.2.3", test::toyVocabulary());
    QVERIFY(!nameFirst.ok());
    QCOMPARE(nameFirst.error().where.begin, std::size_t{0});
    const auto syntaxBeforeName = parse("x)+sn(x)", test::toyVocabulary());
    QVERIFY(!syntaxBeforeName.ok());
    QCOMPARE(syntaxBeforeName.error().where.begin, std::size_t{1});
}

QTEST_GUILESS_MAIN(TestParseErrors)
#include "tst_parse_errors.moc"
