#include <algorithm>
#include <memory>

#include <QImage>
#include <QPainter>
#include <QTest>

#include "core/catalogue/catalogue.h"
#include "core/figure/formula_text.h"
#include "tests/support/warnings.h"
#include "widgets/panels/typeset.h"
#include "widgets/panels/typeset_view.h"

using namespace secant;

namespace {

constexpr int kSize = 20; // pixels

/// The glyphs of that text, in order of appearance.
std::vector<Typeset::Glyphs> found(const Typeset& box, const QString& text)
{
    std::vector<Typeset::Glyphs> result;
    std::ranges::copy_if(box.glyphs, std::back_inserter(result),
                         [&](const Typeset::Glyphs& glyph) { return glyph.text == text; });
    return result;
}

CurveSpec typed(const char* formula)
{
    CurveSpec spec;
    spec.formula = formula;
    return spec;
}

} // namespace

/// Where the parts of a formula come to stand. Positions are compared with each other, never with a font's numbers.
class TestTypeset : public QObject {
    Q_OBJECT

private slots:
    void raisesPowersAndLowersIndices();
    void stacksFractions();
    void putsTheRadicandUnderTheLine();
    void stretchesBrackets();
    void alignsCases();
    void spacesSigns();
    void setsEveryActivation_data();
    void setsEveryActivation();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void shrinksAndFades();
    void paintsInTheTextColour_data();
    void paintsInTheTextColour();
};

void TestTypeset::raisesPowersAndLowersIndices()
{
    const auto box = typeset(QStringLiteral("x^{2} + a_{1}"), kSize);
    QVERIFY(box.has_value());
    const Typeset::Glyphs power = found(*box, QStringLiteral("2")).at(0);
    const Typeset::Glyphs index = found(*box, QStringLiteral("1")).at(0);
    QVERIFY(power.at.y() < -0.25 * kSize && power.pixelSize < kSize);
    QVERIFY(index.at.y() > 0.1 * kSize && index.pixelSize < kSize);
    QVERIFY(found(*box, QStringLiteral("x")).at(0).italic);
    QVERIFY(!power.italic);
}

void TestTypeset::stacksFractions()
{
    const auto box = typeset(QStringLiteral("\\frac{1}{1 + x}"), kSize);
    QVERIFY(box.has_value());
    const auto ones = found(*box, QStringLiteral("1"));
    QCOMPARE(ones.size(), std::size_t{2});
    QCOMPARE(box->shapes.size(), std::size_t{1});
    const QRectF line = box->shapes.front().boundingRect();
    QVERIFY(ones[0].at.y() < line.top() && ones[1].at.y() - 0.6 * kSize > line.bottom());
    // The shorter part is in the middle.
    const double middle = line.center().x();
    QVERIFY(ones[0].at.x() < middle && ones[0].at.x() > middle - 0.5 * kSize);
    QVERIFY(line.left() >= 0.0 && line.right() <= box->width + 1e-9);
}

void TestTypeset::putsTheRadicandUnderTheLine()
{
    const auto plain = typeset(QStringLiteral("x"), kSize);
    const auto root = typeset(QStringLiteral("\\sqrt{x}"), kSize);
    const auto cubic = typeset(QStringLiteral("\\sqrt[3]{x}"), kSize);
    QVERIFY(plain && root && cubic);
    QVERIFY(root->ascent > plain->ascent && root->width > plain->width);
    const QRectF sign = root->shapes.front().boundingRect();
    QVERIFY(sign.top() < -plain->ascent && sign.right() >= found(*root, QStringLiteral("x")).at(0).at.x());
    QCOMPARE(found(*cubic, QStringLiteral("3")).size(), std::size_t{1});
}

void TestTypeset::stretchesBrackets()
{
    const auto low = typeset(QStringLiteral("\\left(x\\right)"), kSize);
    const auto tall = typeset(QStringLiteral("\\left(\\frac{x}{2}\\right)"), kSize);
    QVERIFY(low && tall);
    QCOMPARE(low->shapes.size(), std::size_t{0}); // The font's own brackets are high enough.
    QCOMPARE(tall->shapes.size(), std::size_t{3});
    for (const QPainterPath& shape : tall->shapes) {
        if (shape.boundingRect().width() < shape.boundingRect().height()) {
            QVERIFY(shape.boundingRect().height() > 1.8 * kSize);
        }
    }
    for (const char* pair :
         {"\\left|x\\right|", "\\left\\lfloor x\\right\\rfloor ", "\\left\\lceil x\\right\\rceil "}) {
        QVERIFY2(typeset(QString::fromLatin1(pair), kSize).has_value(), pair);
    }
}

void TestTypeset::alignsCases()
{
    const auto box =
        typeset(QStringLiteral("\\begin{cases}1 & \\text{if } x > 0 \\\\ 22 & \\text{otherwise}\\end{cases}"), kSize);
    QVERIFY(box.has_value());
    const Typeset::Glyphs first = found(*box, QStringLiteral("if ")).at(0);
    const Typeset::Glyphs second = found(*box, QStringLiteral("otherwise")).at(0);
    QCOMPARE(first.at.x(), second.at.x());
    QVERIFY(second.at.y() > first.at.y() + kSize);
    QCOMPARE(found(*box, QStringLiteral("1")).at(0).at.x(), found(*box, QStringLiteral("22")).at(0).at.x());
}

void TestTypeset::spacesSigns()
{
    const auto widthOf = [](const char* latex) { return typeset(QString::fromLatin1(latex), kSize)->width; };
    // A minus between two terms has room, one before a term has none, one in an exponent neither.
    QVERIFY(widthOf("x - x") > widthOf("-x") + widthOf("x") + 0.3 * kSize);
    QVERIFY(widthOf("x\\sin\\left(x\\right)") > widthOf("x") + widthOf("\\sin\\left(x\\right)") + 0.1 * kSize);
    QCOMPARE(widthOf("2 x"), widthOf("2x"));
}

void TestTypeset::setsEveryActivation_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < activations().size(); ++i) {
        QTest::addRow("%s", std::string(activations()[i]->id()).c_str()) << static_cast<int>(i);
    }
}

void TestTypeset::setsEveryActivation()
{
    QFETCH(int, index);
    CurveSpec spec;
    spec.activation = activations()[static_cast<std::size_t>(index)]->id();
    for (const Order order : {Order::Value, Order::Slope, Order::Curvature}) {
        const auto latex = formulaLatex(spec, order);
        QVERIFY(latex.has_value() || order != Order::Value);
        if (latex) {
            QVERIFY2(typeset(QString::fromStdString(*latex), kSize).has_value(), latex->c_str());
        }
    }
}

void TestTypeset::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("latex");
    QTest::addRow("another command") << "\\write18{ls}";
    QTest::addRow("never closed") << "\\frac{1}{2";
    QTest::addRow("closed twice") << "x}";
    QTest::addRow("breaks off") << "\\frac";
    QTest::addRow("breaks off in a power") << "x^";
    QTest::addRow("breaks off in cases") << "\\begin{cases}1 & ";
    QTest::addRow("no such brackets") << "\\left<x\\right>";
    QTest::addRow("too deep") << QStringLiteral("\\sqrt{").repeated(100) + "x" + QString(100, u'}');
    QTest::addRow("too long") << QString(5000, u'x');
}

void TestTypeset::refusesWhatItDoesNotKnow()
{
    QFETCH(QString, latex);
    QVERIFY(!typeset(latex, kSize).has_value());
}

void TestTypeset::shrinksAndFades()
{
    TypesetView view;
    view.setFormula(QString::fromStdString(*formulaLatex(typed("sin(x)+cos(x)+tan(x)+exp(x)+ln(x)"), Order::Value)),
                    QStringLiteral("f"));
    QVERIFY(view.hasFormula());
    const int whole = view.sizeHint().width();
    const int high = view.heightForWidth(whole);
    QVERIFY(view.heightForWidth(whole * 8 / 10) < high);
    QCOMPARE(view.heightForWidth(whole / 10), view.heightForWidth(whole / 2)); // Smaller would not be read.
    view.resize(whole / 2, view.heightForWidth(whole / 2));
    const QImage image = view.grab().toImage();
    const QColor paper = image.pixelColor(image.width() - 1, 0);
    for (int y = 0; y < image.height(); ++y) {
        QCOMPARE(image.pixelColor(image.width() - 1, y), paper);
    }
}

void TestTypeset::paintsInTheTextColour_data()
{
    QTest::addColumn<QColor>("paper");
    QTest::addColumn<QColor>("ink");
    QTest::addRow("light") << QColor(Qt::white) << QColor(Qt::black);
    QTest::addRow("dark") << QColor(Qt::black) << QColor(Qt::white);
}

void TestTypeset::paintsInTheTextColour()
{
    QFETCH(QColor, paper);
    QFETCH(QColor, ink);
    const auto box = typeset(QStringLiteral("\\frac{x}{\\sqrt{2}}"), kSize);
    QVERIFY(box.has_value());
    for (const double scale : {1.0, 2.0}) {
        QImage image(static_cast<int>(scale * (box->width + 4.0)), static_cast<int>(scale * (box->height() + 4.0)),
                     QImage::Format_RGB32);
        image.fill(paper);
        QPainter painter(&image);
        painter.scale(scale, scale);
        painter.setPen(ink);
        box->paint(painter, {2.0, 2.0 + box->ascent});
        painter.end();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                inked += image.pixelColor(x, y) == ink ? 1 : 0;
            }
        }
        // The fraction line alone is a pixel of the screen high and as wide as the formula.
        QVERIFY(inked > scale * box->width / 2.0);
        QCOMPARE(image.pixelColor(0, 0), paper);
    }
}

QTEST_MAIN(TestTypeset)
#include "tst_typeset.moc"
