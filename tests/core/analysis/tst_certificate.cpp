#include <chrono>
#include <cmath>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "core/analysis/convexity/expr.h"
#include "core/analysis/convexity/verdict.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "tests/support/mpfr_formula.h"

using namespace secant;
using convexity::Chord;
using convexity::Cut;
using convexity::Piece;
using convexity::Place;
using convexity::Range;
using convexity::Rational;
using convexity::Standing;
using convexity::Verdict;
using convexity::VerdictKind;

namespace {

constexpr auto kTime = std::chrono::seconds(3); // Enough under a sanitizer.
constexpr int kSamples = 12;
/// A gap below 2^−600 of the numbers it comes from may be rounding: the values have 700 bits.
constexpr long kGapBits = 600;
/// Difference quotients over 2^−300 differ from slopes by rounding alone, also where f″ is not bounded.
constexpr double kSlopeTolerance = 1e-12;

convexity::End end(const QString& text, bool isClosed)
{
    if (text.endsWith("inf"))
        return {true, false, 0};
    return {false, isClosed, convexity::exactNumber(text.toStdString()).value()};
}

Range rangeOf(const QJsonObject& interval)
{
    return {end(interval["lo"].toString(), interval["lo_closed"].toBool()),
            end(interval["hi"].toString(), interval["hi_closed"].toBool())};
}

Mpfr number(const Rational& q)
{
    return Mpfr(q.get_str());
}

/// Looks for a fault in what a verdict rests on, by MPFR with 700 bits. It knows of the verdict what is in it, of the
/// formula its syntax tree, and nothing of how the proof was found.
class Recheck {
public:
    Recheck(const SyntaxTree& tree, const Range& range, const Verdict& verdict)
        : m_tree(tree), m_range(range), m_verdict(verdict)
    {
    }

    QString fault() const
    {
        if (m_verdict.standing == Standing::Refuted) {
            if (!m_verdict.broken.both())
                return "a chord is missing";
            return chordFault(*m_verdict.broken.convexity, 1) + chordFault(*m_verdict.broken.concavity, -1);
        }
        QString words = coverFault();
        for (std::size_t i = 0; i < m_verdict.pieces.size() && words.isEmpty(); ++i)
            words = pieceFault(m_verdict.pieces[i]);
        for (std::size_t i = 0; i < m_verdict.places.size() && words.isEmpty(); ++i)
            words = placeFault(i);
        return words.isEmpty() ? kindFault() : words;
    }

private:
    static bool isSame(const Cut& a, const Cut& b)
    {
        return a.isInfinite == b.isInfinite && (a.isInfinite || (a.lo == b.lo && a.hi == b.hi));
    }

    /// The pieces follow each other and reach the ends of the range, or places beyond which f is undefined.
    QString coverFault() const
    {
        const auto& pieces = m_verdict.pieces;
        if (pieces.empty() || m_verdict.places.size() != pieces.size() + 1)
            return "pieces and places do not fit";
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (!isSame(m_verdict.places[i].exactly, pieces[i].from) ||
                !isSame(m_verdict.places[i + 1].exactly, pieces[i].to))
                return "a gap between pieces";
            if (!pieces[i].from.isInfinite && !pieces[i].to.isInfinite && pieces[i].from.hi >= pieces[i].to.lo)
                return "an empty piece";
        }
        return reachFault(pieces.front().from, m_range.lo, -1) + reachFault(pieces.back().to, m_range.hi, 1);
    }

    QString reachFault(const Cut& cut, const convexity::End& end, int side) const
    {
        const bool isEnd = cut.isInfinite ? end.isInfinite : !end.isInfinite && cut.isExact() && cut.lo == end.at;
        if (isEnd)
            return {};
        if (cut.isInfinite)
            return "a piece beyond the range";
        for (int i = 1; i <= kSamples; ++i) {
            Rational x = side < 0 ? Rational(cut.lo - Rational(1, 1 << i)) : Rational(cut.hi + Rational(1, 1 << i));
            if (m_range.contains(x) && mpfrValue(m_tree, number(x)).kind == MpfrValue::Kind::Defined)
                return "f is defined outside the pieces";
        }
        return {};
    }

    static Rational pointIn(const Piece& piece, int i)
    {
        const Rational u(2 * i + 1, 2 * kSamples);
        if (!piece.from.isInfinite && !piece.to.isInfinite)
            return piece.from.hi + u * (piece.to.lo - piece.from.hi);
        const Rational out = u / (1 - u) * 3;
        if (!piece.from.isInfinite)
            return piece.from.hi + out;
        if (!piece.to.isInfinite)
            return piece.to.lo - out;
        return i % 2 == 0 ? out : Rational(-out);
    }

    struct Gap {
        bool isKnown = false;
        bool isHole = false;
        int sign = 0;
        Mpfr value;
    };

    Gap gapOf(const Rational& a, const Rational& b, const Rational& lambda) const
    {
        using Kind = MpfrValue::Kind;
        const MpfrValue fa = mpfrValue(m_tree, number(a));
        const MpfrValue fb = mpfrValue(m_tree, number(b));
        const MpfrValue fm = mpfrValue(m_tree, number(Rational(lambda * a + (1 - lambda) * b)));
        if (fa.kind != Kind::Defined || fb.kind != Kind::Defined || fm.kind == Kind::Unsure)
            return {};
        if (fm.kind == Kind::Undefined)
            return {true, true, 0, {}};
        Gap gap{true, false, 0, fm.value - (number(lambda) * fa.value + number(Rational(1 - lambda)) * fb.value)};
        const long scale = std::max({fa.scale, fb.scale, fm.scale});
        gap.sign = gap.value.exponent() < scale - kGapBits ? 0 : gap.value.sign();
        return gap;
    }

    /// Chords between neighbouring points and across the piece lie on the side that the sign of f″ says.
    QString pieceFault(const Piece& piece) const
    {
        std::vector<Rational> points;
        for (int i = 0; i < kSamples; ++i)
            points.push_back(pointIn(piece, i));
        std::ranges::sort(points);
        int known = 0;
        int seen = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            for (std::size_t j = i + 1; j < points.size(); j += 3) {
                const Gap gap = gapOf(points[i], points[j], Rational(1, 2));
                if (gap.isHole)
                    return "a hole inside a piece";
                if (gap.isKnown && gap.sign != 0 && gap.sign != -piece.sign)
                    return "f'' has another sign on a piece";
                known += gap.isKnown ? 1 : 0;
                seen += gap.value.sign() != 0 ? 1 : 0;
            }
        }
        return piece.sign != 0 && known > 0 && seen == 0 ? "f'' vanishes on a piece" : QString();
    }

    static bool holds(const std::optional<Interval>& bounds, double x, double tolerance)
    {
        if (!bounds || !std::isfinite(bounds->lo) || !std::isfinite(bounds->hi))
            return true;
        const double slack = tolerance * std::max(1.0, std::abs(x));
        return bounds->lo - slack <= x && x <= bounds->hi + slack;
    }

    QString placeFault(std::size_t i) const
    {
        const Place& place = m_verdict.places[i];
        if (!place.exactly.isExact())
            return {};
        const Mpfr c = number(place.exactly.lo);
        const MpfrValue at = mpfrValue(m_tree, c);
        const bool isJudged = m_range.contains(place.exactly.lo);
        if (isJudged && at.kind == MpfrValue::Kind::Undefined && place.value)
            return "a value where f is undefined";
        if (isJudged && at.kind == MpfrValue::Kind::Defined &&
            (!place.value || !holds(place.value, at.value.toDouble(), 1e-15)))
            return "another value at a place";
        if (at.kind != MpfrValue::Kind::Defined || !place.value)
            return {};
        return slopeFault(c, at.value, -1, place.leftSlope) + slopeFault(c, at.value, 1, place.rightSlope);
    }

    QString slopeFault(const Mpfr& c, const Mpfr& value, int side, const std::optional<Interval>& slope) const
    {
        const Mpfr h = Mpfr(static_cast<double>(side)) * Mpfr(std::ldexp(1.0, -300));
        const MpfrValue beside = mpfrValue(m_tree, c + h);
        if (!slope || beside.kind != MpfrValue::Kind::Defined)
            return {};
        const Mpfr quotient = (beside.value - value) / h;
        return holds(slope, quotient.toDouble(), kSlopeTolerance) ? QString() : "another slope at a place";
    }

    QString kindFault() const
    {
        bool isUp = true;
        bool isDown = true;
        bool isCurved = true;
        for (const Piece& piece : m_verdict.pieces) {
            isUp = isUp && piece.sign >= 0;
            isDown = isDown && piece.sign <= 0;
            isCurved = isCurved && piece.sign != 0;
        }
        for (std::size_t i = 1; i + 1 < m_verdict.places.size(); ++i) {
            const Place& place = m_verdict.places[i];
            if (!place.leftSlope || !place.rightSlope)
                return "slopes are missing";
            isUp = isUp && place.leftSlope->lo <= place.rightSlope->hi;
            isDown = isDown && place.leftSlope->hi >= place.rightSlope->lo;
        }
        switch (m_verdict.kind) {
        case VerdictKind::Affine:
            return isUp && isDown && !isCurved ? QString() : "not affine";
        case VerdictKind::StrictlyConvex:
            return isUp && isCurved ? QString() : "not strictly convex";
        case VerdictKind::Convex:
            return isUp ? QString() : "not convex";
        case VerdictKind::StrictlyConcave:
            return isDown && isCurved ? QString() : "not strictly concave";
        case VerdictKind::Concave:
            return isDown ? QString() : "not concave";
        default:
            return "no verdict";
        }
    }

    QString chordFault(const Chord& chord, int wanted) const
    {
        if (chord.lambda <= 0 || chord.lambda >= 1 || !m_range.contains(chord.x1) || !m_range.contains(chord.x2))
            return "a chord outside the range";
        const Gap gap = gapOf(chord.x1, chord.x2, chord.lambda);
        if (!gap.isKnown)
            return {};
        if (gap.isHole != chord.isHole)
            return "a hole that is none, or one that is not named";
        if (gap.isHole)
            return {};
        const double value = gap.value.toDouble();
        const bool isInside = chord.gapLow <= value && value <= chord.gapHigh;
        return gap.sign != wanted ? "a chord that breaks nothing" : !isInside ? "another gap" : QString();
    }

    const SyntaxTree& m_tree;
    const Range& m_range;
    const Verdict& m_verdict;
};

} // namespace

class TestCertificate : public QObject {
    Q_OBJECT

private slots:
    void holds_data();
    void holds();
    void mutantIsRejected_data();
    void mutantIsRejected();
};

void TestCertificate::holds_data()
{
    QTest::addColumn<QJsonObject>("row");
    for (const char* name : {"/convexity.json", "/convexity_proved.json"}) {
        QFile file(SECANT_TEST_DATA + QString(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).object()["cases"].toArray()) {
            if (!value["id"].toString().startsWith("activation-e"))
                QTest::newRow(qPrintable(value["id"].toString())) << value.toObject();
        }
    }
}

void TestCertificate::holds()
{
    QFETCH(QJsonObject, row);
    const std::string formula = row["expr"].toString().toStdString();
    const auto tree = parse(formula, vocabulary());
    QVERIFY(tree.ok());
    const Range range = rangeOf(row["interval"].toObject());
    const Verdict verdict = convexity::judge(*tree, formula, {}, range, {kTime, {}});
    if (verdict.standing != Standing::Undecided)
        QCOMPARE(Recheck(*tree, range, verdict).fault(), QString());
}

void TestCertificate::mutantIsRejected_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("mutation");
    for (const char* formula : {"max(x^2,2)", "if(x<1,exp(x),exp(1)*x)", "abs(x)+x^2"}) {
        for (const char* mutation : {"sign", "flat", "end", "drop", "value", "left slope", "right slope", "kind"})
            QTest::addRow("%s of %s", mutation, formula) << formula << mutation;
    }
    for (const char* mutation : {"lambda", "x1", "gap", "hole", "swap"})
        QTest::addRow("%s of x^3", mutation) << "x^3" << mutation;
}

void TestCertificate::mutantIsRejected()
{
    QFETCH(QString, formula);
    QFETCH(QString, mutation);
    const std::string text = formula.toStdString();
    const auto tree = parse(text, vocabulary());
    const Range range{{false, true, -3}, {false, true, 3}};
    Verdict verdict = convexity::judge(*tree, text, {}, range, {kTime, {}});
    QCOMPARE(Recheck(*tree, range, verdict).fault(), QString());
    QVERIFY(verdict.standing != Standing::Undecided);
    const auto moved = [](std::optional<Interval>& bounds) {
        QVERIFY(bounds);
        *bounds = {bounds->lo + 0.125, bounds->hi + 0.125};
    };
    if (mutation == "sign")
        verdict.pieces.front().sign = -1;
    else if (mutation == "flat")
        verdict.pieces.front().sign = 0;
    else if (mutation == "end")
        verdict.pieces.front().to.lo = verdict.pieces.front().to.hi = Rational(-1, 3);
    else if (mutation == "drop")
        verdict.pieces.pop_back();
    else if (mutation == "value")
        moved(verdict.places.back().value);
    else if (mutation == "left slope")
        moved(verdict.places.back().leftSlope);
    else if (mutation == "right slope")
        moved(verdict.places.front().rightSlope);
    else if (mutation == "kind")
        verdict.kind = VerdictKind::Concave;
    else if (mutation == "lambda")
        verdict.broken.convexity->lambda /= 2;
    else if (mutation == "x1")
        verdict.broken.concavity->x1 = (verdict.broken.concavity->x1 + verdict.broken.concavity->x2) / 2;
    else if (mutation == "gap")
        verdict.broken.convexity->gapLow = verdict.broken.convexity->gapHigh *= 2;
    else if (mutation == "hole")
        verdict.broken.convexity->isHole = true;
    else
        std::swap(verdict.broken.convexity, verdict.broken.concavity);
    QVERIFY2(!Recheck(*tree, range, verdict).fault().isEmpty(), qPrintable(mutation));
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
