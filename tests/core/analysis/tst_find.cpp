#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <stop_token>
#include <vector>

#include <QTest>

#include "core/analysis/find.h"
#include "tests/core/analysis/formula.h"

using namespace secant;
using secant::test::formula;

namespace {

using Kind = FeatureKind;
constexpr double kPi = std::numbers::pi;

/// Closer than this to the exact place: bounds on values keep 1e-12 of a window of width 12 from being reached only
/// where f is flat.
constexpr double kNear = 1e-9;

Window windowOver(double lo, double hi)
{
    return {{lo, hi}, {-5.0, 5.0}, 800.0, 600.0};
}

std::vector<double> placesOf(const FoundFeatures& findings, Kind kind)
{
    std::vector<double> places;
    for (const Feature& feature : findings.features) {
        if (feature.kind == kind) {
            places.push_back(feature.x);
        }
    }
    return places;
}

QString listed(const std::vector<double>& numbers)
{
    QString text;
    for (const double number : numbers) {
        text += QString::number(number, 'g', 17) + ' ';
    }
    return text;
}

} // namespace

class TestFind : public QObject {
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void refusesToCountWhatItCannotProve_data();
    void refusesToCountWhatItCannotProve();
    void restsOnZero();
    void namesSidesOfBreaks();
    void samplesNeverContradict_data();
    void samplesNeverContradict();
    void enclosesEveryPlace();
    void endsWhenTold();
    void asymptotes_data();
    void asymptotes();
};

void TestFind::finds_data()
{
    // Places by hand, or from mpmath to 17 digits where they have no closed form.
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<std::vector<double>>("places");
    const auto row = [](const char* text, const char* what, Kind kind, std::vector<double> places) {
        QTest::addRow("%s of %s", what, text) << text << kind << std::move(places);
    };
    row("sin(x)", "zeros", Kind::Zero, {-kPi, 0.0, kPi});
    row("sin(x)", "minima", Kind::Minimum, {-kPi / 2, 3 * kPi / 2});
    row("sin(x)", "maxima", Kind::Maximum, {-3 * kPi / 2, kPi / 2});
    row("sin(x)", "inflections", Kind::Inflection, {-kPi, 0.0, kPi});
    row("x^2", "zeros", Kind::Zero, {0.0});
    row("x^2", "minima", Kind::Minimum, {0.0});
    row("x^2", "inflections", Kind::Inflection, {});
    row("x^4", "inflections", Kind::Inflection, {});
    row("x^4", "minima", Kind::Minimum, {0.0});
    row("x^3", "inflections", Kind::Inflection, {0.0});
    row("x^3", "minima", Kind::Minimum, {});
    row("x^2+1", "zeros", Kind::Zero, {});
    row("(x-1)^3", "zeros", Kind::Zero, {1.0});
    row("x^3-3x", "zeros", Kind::Zero, {-std::sqrt(3.0), 0.0, std::sqrt(3.0)});
    row("x^3-3x", "maxima", Kind::Maximum, {-1.0});
    row("abs(x)-1", "zeros", Kind::Zero, {-1.0, 1.0});
    row("abs(x)-1", "minima", Kind::Minimum, {0.0});
    row("abs(x)-1", "kinks", Kind::Kink, {0.0});
    row("relu(x)", "kinks", Kind::Kink, {0.0});
    row("relu(x)", "zeros", Kind::Zero, {});
    row("relu(x)", "minima", Kind::Minimum, {});
    row("leaky_relu(x, 0.1)", "zeros", Kind::Zero, {0.0});
    row("silu(x)", "minima", Kind::Minimum, {-1.2784645427610738});                             // −1 − W(1/e)
    row("silu(x)", "inflections", Kind::Inflection, {-2.3993572805154677, 2.3993572805154677}); // ±2 x*, x* tanh x* = 1
    row("gelu(x)", "minima", Kind::Minimum, {-0.75179152469356446});
    row("gelu(x)", "inflections", Kind::Inflection, {-std::sqrt(2.0), std::sqrt(2.0)});
    row("hard_swish(x)", "kinks", Kind::Kink, {-3.0, 3.0});
    row("hard_swish(x)", "minima", Kind::Minimum, {-1.5});
    row("1/(1+exp(-x))", "inflections", Kind::Inflection, {0.0});
    row("1/x", "poles", Kind::Pole, {0.0});
    row("1/x", "zeros", Kind::Zero, {});
    row("1/x^2", "poles", Kind::Pole, {0.0});
    row("1/(x^2-2)", "poles", Kind::Pole, {-std::sqrt(2.0), std::sqrt(2.0)});
    row("1/(x^2-2)", "maxima", Kind::Maximum, {0.0});
    row("tan(x)", "poles", Kind::Pole, {-3 * kPi / 2, -kPi / 2, kPi / 2, 3 * kPi / 2});
    row("tan(x)", "zeros", Kind::Zero, {-kPi, 0.0, kPi});
    row("log(abs(x))", "poles", Kind::Pole, {0.0});
    row("log(abs(x))", "zeros", Kind::Zero, {-1.0, 1.0});
    row("floor(x)", "jumps", Kind::Jump, {-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6});
    row("floor(x)", "kinks", Kind::Kink, {});
    row("(x^2-1)/(x-1)", "holes", Kind::Hole, {1.0});
    row("(x^2-1)/(x-1)", "zeros", Kind::Zero, {-1.0});
    row("sin(x)/x", "holes", Kind::Hole, {0.0});
    row("sqrt(x)", "ends", Kind::DomainEnd, {0.0});
    row("sqrt(x)", "zeros", Kind::Zero, {0.0});
    row("sqrt(x^2-1)", "ends", Kind::DomainEnd, {-1.0, 1.0});
    row("sqrt(x^2-1)", "zeros", Kind::Zero, {-1.0, 1.0});
    row("sqrt(abs(x))", "minima", Kind::Minimum, {0.0});
    row("x*log(x)", "minima", Kind::Minimum, {std::exp(-1.0)});
    row("x*log(x)", "zeros", Kind::Zero, {1.0});
    row("x^x", "minima", Kind::Minimum, {std::exp(-1.0)});
    row("log(x)/x", "maxima", Kind::Maximum, {std::numbers::e});
    row("log(x)/x", "inflections", Kind::Inflection, {std::exp(1.5)});
    row("exp(-1e6*(x-0.12345)^2)", "maxima", Kind::Maximum, {0.12345});
    row("gamma(x)", "poles", Kind::Pole, {-6, -5, -4, -3, -2, -1, 0});
    row("max(x, 0.5)", "kinks", Kind::Kink, {0.5});
    row("x^3-1e-3*x", "zeros", Kind::Zero, {-std::sqrt(1e-3), 0.0, std::sqrt(1e-3)});
}

void TestFind::finds()
{
    QFETCH(QString, text);
    QFETCH(Kind, kind);
    QFETCH(std::vector<double>, places);
    const FoundFeatures findings = findFeatures(formula(text.toStdString()), windowOver(-6.0, 6.0));
    const std::vector<double> found = placesOf(findings, kind);
    QVERIFY2(findings.isComplete(kind), "not proved to be all");
    QVERIFY2(found.size() == places.size(), qPrintable("found " + listed(found)));
    for (std::size_t i = 0; i < places.size(); ++i) {
        QVERIFY2(std::abs(found[i] - places[i]) <= kNear, qPrintable("found " + listed(found)));
    }
    QCOMPARE(findings.count(kind), places.size());
}

void TestFind::refusesToCountWhatItCannotProve_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    // (x − 1)³ multiplied out is lost in rounding near 1; (sin x − x)/x³ near 0; x|x| has no kink, which bounds cannot
    // tell; sin(1/x) has infinitely many zeros; a condition that both branches meet smoothly looks like a jump.
    QTest::addRow("rounding hides a triple zero") << "x^3-3x^2+3x-1" << Kind::Zero;
    QTest::addRow("a quotient that cancels") << "(sin(x)-x)/x^3" << Kind::Maximum;
    QTest::addRow("smooth, but not to bounds") << "x*abs(x)" << Kind::Kink;
    QTest::addRow("infinitely many") << "sin(1/x)" << Kind::Zero;
    QTest::addRow("branches that meet") << "if(x>1, x^2, 2x-1)" << Kind::Jump;
}

void TestFind::refusesToCountWhatItCannotProve()
{
    QFETCH(QString, text);
    QFETCH(Kind, kind);
    QVERIFY(!findFeatures(formula(text.toStdString()), windowOver(-6.0, 6.0)).isComplete(kind));
}

void TestFind::restsOnZero()
{
    const FoundFeatures findings = findFeatures(formula("max(sin(x), 0)"), windowOver(-6.0, 6.0));
    QCOMPARE(findings.restsOnZero.size(), std::size_t{2});
    QVERIFY(std::abs(findings.restsOnZero[0].lo + kPi) < kNear);
    QCOMPARE(findings.restsOnZero[0].hi, 0.0);
    QCOMPARE(findings.count(Kind::Zero), std::size_t{0});
    QVERIFY(findings.isComplete(Kind::Zero));
}

void TestFind::namesSidesOfBreaks()
{
    const FoundFeatures kinks = findFeatures(formula("hard_swish(x)"), windowOver(-6.0, 6.0));
    const auto kink = std::find_if(kinks.features.begin(), kinks.features.end(),
                                   [](const Feature& f) { return f.kind == Kind::Kink; });
    QVERIFY(kink != kinks.features.end());
    QCOMPARE(kink->left, 0.0);
    QCOMPARE(kink->right, -0.5);
    QVERIFY(kink->proved);
    const FoundFeatures jumps = findFeatures(formula("floor(x)"), windowOver(0.5, 1.5));
    QCOMPARE(jumps.features.size(), std::size_t{1});
    QCOMPARE(jumps.features[0].left, 0.0);
    QCOMPARE(jumps.features[0].right, 1.0);
    QCOMPARE(jumps.features[0].y, 1.0);
    QVERIFY(jumps.features[0].proved);
    const FoundFeatures poles = findFeatures(formula("1/x"), windowOver(-1.0, 1.0));
    QCOMPARE(poles.features.size(), std::size_t{1});
    QCOMPARE(poles.features[0].left, -kInfinity);
    QCOMPARE(poles.features[0].right, kInfinity);
}

void TestFind::samplesNeverContradict_data()
{
    QTest::addColumn<QString>("text");
    for (const Activation* activation : activations()) {
        QTest::addRow("%s", std::string(activation->id()).c_str())
            << QString::fromStdString(std::string(activation->id()) + "(x)");
    }
    for (const char* text :
         {"sin(x)*exp(-x/3)", "x^5-5x^3+4x", "tanh(3x)-x/4", "abs(abs(x)-2)-1", "cos(x^2)/(1+x^2)", "sin(3x)+sin(3.1x)",
          "x/(x^2-2)", "sqrt(4-x^2)*sin(5x)", "log(x+4)*cos(x)", "mod(x,1.5)-0.5"}) {
        QTest::addRow("%s", text) << text;
    }
}

void TestFind::samplesNeverContradict()
{
    // Wherever two neighbouring samples have proved opposite signs, something must have been found between them.
    QFETCH(QString, text);
    const Function function = formula(text.toStdString());
    const Interval window{-5.0, 5.0};
    const FoundFeatures findings = findFeatures(function, windowOver(window.lo, window.hi));
    constexpr int kSamples = 2000;
    const auto found = [&](double from, double to, std::initializer_list<Kind> kinds) {
        return std::any_of(findings.features.begin(), findings.features.end(), [&](const Feature& feature) {
            return std::find(kinds.begin(), kinds.end(), feature.kind) != kinds.end() && feature.where.hi >= from &&
                   feature.where.lo <= to;
        });
    };
    const auto rests = [&](double from, double to) {
        return std::any_of(findings.restsOnZero.begin(), findings.restsOnZero.end(),
                           [&](const Interval& rest) { return rest.hi >= from && rest.lo <= to; });
    };
    double from = window.lo + 1e-3 * std::numbers::egamma;
    for (int i = 1; i < kSamples; ++i) {
        const double to = from + (window.hi - window.lo) / kSamples;
        const Enclosure left = function.enclose(Interval::point(from));
        const Enclosure right = function.enclose(Interval::point(to));
        const auto opposite = [](const Interval& a, const Interval& b) {
            return !a.isEmpty() && !b.isEmpty() && ((a.hi < 0.0 && b.lo > 0.0) || (a.lo > 0.0 && b.hi < 0.0));
        };
        const bool broken = found(from, to, {Kind::Jump, Kind::Pole, Kind::Hole, Kind::DomainEnd});
        const auto at = [&](const char* what) { return QString("%1 between %2 and %3").arg(what).arg(from).arg(to); };
        if (findings.isComplete(Kind::Zero) && opposite(left.value, right.value)) {
            QVERIFY2(broken || found(from, to, {Kind::Zero}) || rests(from, to), qPrintable(at("a zero")));
        }
        if (findings.isComplete(Kind::Minimum) && findings.isComplete(Kind::Maximum) &&
            opposite(left.slope, right.slope)) {
            QVERIFY2(broken || found(from, to, {Kind::Minimum, Kind::Maximum}), qPrintable(at("an extremum")));
        }
        if (findings.isComplete(Kind::Inflection) && opposite(left.curvature, right.curvature)) {
            QVERIFY2(broken || found(from, to, {Kind::Inflection, Kind::Kink}), qPrintable(at("an inflection")));
        }
        from = to;
    }
}

void TestFind::enclosesEveryPlace()
{
    // Products of (x − r) with random roots: every root lies in the enclosure of a zero, and there are no more.
    std::mt19937_64 generator(20);
    std::uniform_real_distribution<double> uniform(-4.9, 4.9);
    for (int round = 0; round < 50; ++round) {
        std::vector<double> roots;
        std::string text = "1";
        for (int i = 0; i < 6; ++i) {
            roots.push_back(uniform(generator));
            text += "*(x-(" + QString::number(roots.back(), 'g', 17).toStdString() + "))";
        }
        const FoundFeatures findings = findFeatures(formula(text), windowOver(-5.0, 5.0));
        QCOMPARE(findings.count(Kind::Zero), roots.size());
        QVERIFY(findings.isComplete(Kind::Zero));
        for (const double root : roots) {
            QVERIFY(std::any_of(findings.features.begin(), findings.features.end(),
                                [root](const Feature& f) { return f.kind == Kind::Zero && f.where.contains(root); }));
        }
    }
}

void TestFind::endsWhenTold()
{
    std::stop_source source;
    source.request_stop();
    const FoundFeatures findings = findFeatures(formula("sin(1/x)"), windowOver(-1.0, 1.0), source.get_token());
    QVERIFY(!findings.isComplete(Kind::Zero));
    const FoundFeatures nothing = findFeatures(formula("x"), windowOver(1.0, -1.0));
    QVERIFY(nothing.features.empty() && !nothing.isComplete(Kind::Zero));
}

void TestFind::asymptotes_data()
{
    // By hand.
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<double>>("lines"); ///< Slope and offset at −∞, then at +∞; NaN where there is none.
    const double none = std::nan("");
    QTest::addRow("1/x") << "1/x" << std::vector{0.0, 0.0, 0.0, 0.0};
    QTest::addRow("sigmoid") << "1/(1+exp(-x))" << std::vector{0.0, 0.0, 0.0, 1.0};
    QTest::addRow("relu") << "relu(x)" << std::vector{0.0, 0.0, 1.0, 0.0};
    QTest::addRow("elu") << "elu(x)" << std::vector{0.0, -1.0, 1.0, 0.0};
    QTest::addRow("silu") << "silu(x)" << std::vector{0.0, 0.0, 1.0, 0.0};
    QTest::addRow("softplus") << "softplus(x)" << std::vector{0.0, 0.0, 1.0, 0.0};
    QTest::addRow("arctan") << "atan(x)" << std::vector{0.0, -kPi / 2, 0.0, kPi / 2};
    QTest::addRow("oblique with offset") << "abs(x-2)+3" << std::vector{-1.0, 5.0, 1.0, 1.0};
    QTest::addRow("parabola") << "x^2" << std::vector{none, none, none, none};
    QTest::addRow("wave") << "sin(x)" << std::vector{none, none, none, none};
    QTest::addRow("logarithm") << "log(x)" << std::vector{none, none, none, none};
    QTest::addRow("half a line") << "1/sqrt(x)" << std::vector{none, none, 0.0, 0.0};
}

void TestFind::asymptotes()
{
    QFETCH(QString, text);
    QFETCH(std::vector<double>, lines);
    const std::vector<Asymptote> found = asymptotesOf(formula(text.toStdString()));
    for (const bool high : {false, true}) {
        const double slope = lines[high ? 2 : 0];
        const double offset = lines[high ? 3 : 1];
        const auto line =
            std::find_if(found.begin(), found.end(), [high](const Asymptote& a) { return a.atHigh == high; });
        QCOMPARE(line == found.end(), std::isnan(slope));
        if (line != found.end()) {
            QVERIFY2(std::abs(line->slope - slope) <= kNear, qPrintable(QString::number(line->slope)));
            QVERIFY2(std::abs(line->offset - offset) <= kNear, qPrintable(QString::number(line->offset)));
            QVERIFY(line->offsetBounds.contains(offset) || std::abs(offset) == kPi / 2);
        }
    }
}

QTEST_GUILESS_MAIN(TestFind)
#include "tst_find.moc"
