#include <chrono>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "core/analysis/convexity/expr.h"
#include "core/analysis/convexity/verdict.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"

using namespace secant;
using convexity::Range;
using convexity::Standing;
using convexity::Verdict;
using convexity::VerdictKind;

namespace {

// Of the processor: what else the machine does changes no count.
constexpr auto kTime = std::chrono::milliseconds(500);

// How many were decided when this was written, all within 50 ms; they may only rise.
constexpr int kMeasured = 137;
constexpr int kMeasuredProved = 190;

convexity::End end(const QString& text, bool isClosed)
{
    if (text.endsWith("inf"))
        return {true, false, 0};
    return {false, isClosed, convexity::exactNumber(text.toStdString()).value()};
}

Range range(const QJsonObject& interval)
{
    return {end(interval["lo"].toString(), interval["lo_closed"].toBool()),
            end(interval["hi"].toString(), interval["hi_closed"].toBool())};
}

/// "[0,1.2]" as in the rows below.
Range range(const QString& text)
{
    const QStringList ends = text.mid(1, text.size() - 2).split(',');
    return {end(ends[0], text.startsWith('[')), end(ends[1], text.endsWith(']'))};
}

Verdict judged(const QString& formula, const Range& on, const convexity::Allowance& allowance = {kTime, {}})
{
    const std::string text = formula.toStdString();
    const auto tree = parse(text, vocabulary());
    return tree ? convexity::judge(*tree, text, {}, on, allowance) : Verdict{};
}

QString name(VerdictKind kind)
{
    static const QStringList kNames{"undecided",        "affine",  "strictly_convex", "convex",
                                    "strictly_concave", "concave", "neither"};
    return kNames[static_cast<int>(kind)];
}

/// True if `said` follows from the truth: the same, or weaker.
bool follows(const QString& said, const QString& truth)
{
    if (said == truth || said == "undecided")
        return true;
    if (said == "convex" || said == "concave")
        return truth == "strictly_" + said || truth == "affine";
    return false;
}

} // namespace

class TestConvexity : public QObject {
    Q_OBJECT

private slots:
    void corpus_data();
    void corpus();
    void corpusIsDecided_data();
    void corpusIsDecided();
    void pitfall_data();
    void pitfall();
    void stopsWhenTold();
    void staysInTime();

private:
    static QJsonArray cases(const char* name);
};

/// convexity.json: truths from proofs and from jets of f″ with up to 1200 digits; convexity_proved.json: each with its
/// proof. "convex" means not strictly and not affine.
QJsonArray TestConvexity::cases(const char* name)
{
    QFile file(QString(SECANT_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()["cases"].toArray();
}

void TestConvexity::corpus_data()
{
    QTest::addColumn<QJsonObject>("row");
    for (const char* name : {"convexity.json", "convexity_proved.json"}) {
        for (const QJsonValue& value : cases(name))
            QTest::newRow(qPrintable(value["id"].toString())) << value.toObject();
    }
}

void TestConvexity::corpus()
{
    QFETCH(QJsonObject, row);
    const Verdict verdict = judged(row["expr"].toString(), range(row["interval"].toObject()));
    const QString said = name(verdict.kind);
    const QString truth = row["truth"].toString();
    QVERIFY2(follows(said, truth), qPrintable(said + " where the truth is " + truth));
    QCOMPARE(verdict.standing == Standing::Refuted, verdict.kind == VerdictKind::Neither);
    if (verdict.kind == VerdictKind::Neither) {
        QVERIFY(verdict.broken.both());
        const auto isApart = [](const convexity::Chord& chord, int sign) {
            return chord.isHole ||
                   (sign > 0 ? chord.gapLow >= 0.0 && chord.gapHigh > 0.0 : chord.gapHigh <= 0.0 && chord.gapLow < 0.0);
        };
        QVERIFY(isApart(*verdict.broken.convexity, 1));
        QVERIFY(isApart(*verdict.broken.concavity, -1));
    }
}

void TestConvexity::corpusIsDecided_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("measured");
    QTest::newRow("of the reference") << "convexity.json" << 137 << kMeasured;
    QTest::newRow("with proofs by hand") << "convexity_proved.json" << 193 << kMeasuredProved;
}

void TestConvexity::corpusIsDecided()
{
    QFETCH(QString, name);
    QFETCH(int, count);
    QFETCH(int, measured);
    int decided = 0;
    int all = 0;
    for (const QJsonValue& row : cases(qPrintable(name))) {
        ++all;
        const Verdict verdict = judged(row["expr"].toString(), range(row["interval"].toObject()));
        decided += verdict.kind != VerdictKind::Undecided ? 1 : 0;
    }
    QCOMPARE(all, count);
    QVERIFY2(decided >= measured, qPrintable(QString::number(decided)));
}

void TestConvexity::pitfall_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("on");
    QTest::addColumn<QString>("truth");
    // The reason of each row; truths by hand.
    QTest::newRow("an isolated point of the domain") << "sqrt(x^2*(x-1))"
                                                     << "[0,1.2]"
                                                     << "neither";
    QTest::newRow("an undefined constant") << "x^2+0*asin(2)"
                                           << "[0,1]"
                                           << "undecided";
    QTest::newRow("zero times log keeps the domain") << "0*log(x)"
                                                     << "[-1,1]"
                                                     << "affine";
    QTest::newRow("zero times log around a hole") << "0*log(x^2)"
                                                  << "[-1,1]"
                                                  << "neither";
    QTest::newRow("a factor that is 0 but not formally") << "sin(pi)^2*x^2"
                                                         << "[0,1]"
                                                         << "affine";
    QTest::newRow("a square that is 0 but not formally") << "(cos(pi/3)-1/2)^2*x^2"
                                                         << "[0,1]"
                                                         << "affine";
    QTest::newRow("a sine that is flat but not formally") << "sin(sin(pi)*x)^2"
                                                          << "[0,1]"
                                                          << "affine";
    QTest::newRow("a decimal that no double is") << "max(0.1*x,x/10)"
                                                 << "(-inf,inf)"
                                                 << "affine";
    QTest::newRow("a kink of one part in 10^30") << "if(x<0,x,1.000000000000000000000000000001*x)"
                                                 << "[-1,1]"
                                                 << "convex";
    QTest::newRow("the same kink down") << "if(x<0,x,0.999999999999999999999999999999*x)"
                                        << "[-1,1]"
                                        << "concave";
    QTest::newRow("a tiny non-zero coefficient") << "1e-320*x^2"
                                                 << "[-1,1]"
                                                 << "strictly_convex";
    QTest::newRow("a value beyond double") << "exp(1e6*x)"
                                           << "[0,1]"
                                           << "strictly_convex";
    QTest::newRow("a removable hole") << "x/x"
                                      << "[-1,1]"
                                      << "neither";
    QTest::newRow("a hole at the end") << "x/x"
                                       << "[0,1]"
                                       << "affine";
    QTest::newRow("a closed end lifted") << "if(x<1,x^2,1.000001)"
                                         << "[0,1]"
                                         << "strictly_convex";
    QTest::newRow("a closed end lowered") << "if(x<1,-x^2,-1.000001)"
                                          << "[0,1]"
                                          << "strictly_concave";
    QTest::newRow("x^(1/3) has no left half") << "x^(1/3)"
                                              << "[-1,1]"
                                              << "strictly_concave";
    QTest::newRow("cbrt has one") << "cbrt(x)"
                                  << "[-1,1]"
                                  << "neither";
    QTest::newRow("an irrational end of the domain") << "sqrt(x^2-2)"
                                                     << "[0,3]"
                                                     << "strictly_concave";
    QTest::newRow("an irrational kink") << "abs(x^2-2)"
                                        << "[0,3]"
                                        << "neither";
    // π left of 0 and π/2 from there on: where the argument is an end of the domain on a whole piece, f is defined.
    QTest::newRow("arccosine of a step") << "acos(min(0,sign(x)))"
                                         << "(-inf,1/3)"
                                         << "neither";
    QTest::newRow("arcsine of one formally not 1") << "asin(sin(x)^2+cos(x)^2)"
                                                   << "(-inf,inf)"
                                                   << "affine";
}

void TestConvexity::pitfall()
{
    QFETCH(QString, formula);
    QFETCH(QString, on);
    QFETCH(QString, truth);
    const QString said = name(judged(formula, range(on)).kind);
    QVERIFY2(follows(said, truth), qPrintable(said + " where the truth is " + truth));
}

void TestConvexity::stopsWhenTold()
{
    std::stop_source source;
    source.request_stop();
    const Verdict verdict = judged("x^2+2*sin(x)+exp(sin(x))", range("(-inf,inf)"), {kTime, source.get_token()});
    QCOMPARE(verdict.kind, VerdictKind::Undecided);
    QCOMPARE(verdict.reason, convexity::Reason::OutOfTime);
}

void TestConvexity::staysInTime()
{
    const Verdict verdict = judged("sin(tan(sqrt(2+sin(exp(x)))))*atan(x^7-x)/log(3+sin(x)^2)", range("(-inf,inf)"),
                                   {std::chrono::milliseconds(50), {}});
    // 10 ms over the budget are allowed; the rest is for a busy machine.
    QVERIFY2(verdict.seconds < 0.5, qPrintable(QString::number(verdict.seconds)));
}

QTEST_GUILESS_MAIN(TestConvexity)
#include "tst_convexity.moc"
