#include "core/analysis/convexity/chords.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace secant::convexity {

namespace {

constexpr int kSpread = 24;
constexpr std::array<mpfr_prec_t, 3> kPrecisions{100, 400, 2000};

/// A point of the unit interval's interior carried into the range; unbounded ranges reach 2^20 beyond their end.
Rational carried(const Range& range, const Rational& u)
{
    const auto outward = [](const Rational& v) { return Rational(v / (1 - v) * 4); };
    if (!range.lo.isInfinite && !range.hi.isInfinite)
        return range.lo.at + u * (range.hi.at - range.lo.at);
    if (!range.lo.isInfinite)
        return range.lo.at + outward(u);
    if (!range.hi.isInfinite)
        return range.hi.at - outward(1 - u);
    const Rational v = 2 * u - 1;
    return v >= 0 ? outward(v) : Rational(-outward(-v));
}

} // namespace

bool Range::contains(const Rational& x) const
{
    const bool above = lo.isInfinite || x > lo.at || (lo.isClosed && x == lo.at);
    const bool below = hi.isInfinite || x < hi.at || (hi.isClosed && x == hi.at);
    return above && below;
}

std::vector<Rational> samplePoints(const Range& range, std::span<const Rational> places, int count)
{
    std::vector<Rational> points;
    for (int i = 1; i < count; ++i)
        points.push_back(carried(range, Rational(i, count)));
    const auto put = [&](const Rational& x) { points.push_back(x); };
    if (!range.lo.isInfinite)
        put(range.lo.at);
    if (!range.hi.isInfinite)
        put(range.hi.at);
    for (const Rational& place : places) {
        put(place);
        for (const Rational& step : {Rational(1, 1048576), Rational(1, 1024), Rational(1, 32), Rational(1, 4)}) {
            put(place - step);
            put(place + step);
        }
    }
    for (Rational& point : points)
        point.canonicalize();
    std::erase_if(points, [&](const Rational& x) { return !range.contains(x); });
    std::ranges::sort(points);
    const auto repeated = std::ranges::unique(points);
    points.erase(repeated.begin(), repeated.end());
    return points;
}

bool ChordSearch::wants(int direction) const
{
    return direction > 0 ? !m_broken.convexity : !m_broken.concavity;
}

bool ChordSearch::tryChord(const Rational& x1, const Rational& x2, const Rational& lambda)
{
    if (x1 == x2 || lambda <= 0 || lambda >= 1 || !m_range.contains(x1) || !m_range.contains(x2))
        return false;
    const Rational inner = lambda * x1 + (1 - lambda) * x2;
    for (const mpfr_prec_t bits : kPrecisions) {
        const WorkingBits scope(bits);
        const Local first = evaluate(m_f, x1, 0, m_budget);
        const Local second = evaluate(m_f, x2, 0, m_budget);
        if (first.known == Known::Undefined || second.known == Known::Undefined)
            return false;
        const Local middle = evaluate(m_f, inner, 0, m_budget);
        if (first.known != Known::Defined || second.known != Known::Defined || middle.known == Known::Unknown)
            continue;
        Chord chord{x1, x2, lambda};
        if (middle.known == Known::Undefined) {
            chord.isHole = true;
            m_broken = {chord, chord};
            return true;
        }
        const Real gap = middle.d[0] - (Real(lambda) * first.d[0] + Real(Rational(1 - lambda)) * second.d[0]);
        const auto sign = gap.sign();
        if (!sign)
            continue;
        if (*sign == 0 || !wants(*sign))
            return false;
        chord.gapLow = gap.ball().low();
        chord.gapHigh = gap.ball().high();
        (*sign > 0 ? m_broken.convexity : m_broken.concavity) = chord;
        return true;
    }
    return false;
}

bool ChordSearch::tryAround(const Rational& x, const Rational& width, int direction)
{
    Rational h = width;
    for (int i = 0; i < 40 && wants(direction); ++i, h /= 8) {
        if (m_range.contains(x - h) && m_range.contains(x + h))
            tryChord(x - h, x + h, Rational(1, 2));
    }
    return !wants(direction);
}

void ChordSearch::consecutive(const std::vector<Rational>& points)
{
    if (points.size() < 3)
        return;
    // Near 0 first: such a chord is more likely to be in view, and its numbers are short.
    std::vector<std::size_t> order(points.size() - 2);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&points](std::size_t i) { return Rational(abs(points[i + 1])); });
    for (const std::size_t i : order) {
        if (m_broken.both())
            return;
        const Rational lambda = (points[i + 2] - points[i + 1]) / (points[i + 2] - points[i]);
        tryChord(points[i], points[i + 2], lambda);
    }
}

void ChordSearch::sweep(std::span<const Rational> places)
{
    // Far apart first: long chords are easier to see than those close to the places.
    consecutive(samplePoints(m_range, {}, kSpread));
    const std::vector<Rational> points = samplePoints(m_range, places, kSpread);
    if (!m_broken.both())
        consecutive(points);
    std::vector<Rational> defined;
    for (const Rational& x : points) {
        if (evaluate(m_f, x, 0, m_budget).known == Known::Defined)
            defined.push_back(x);
    }
    if (defined.size() < points.size() && !m_broken.both() && defined.size() > 1) {
        // A hole: an undefined point between the outermost defined ones.
        for (const Rational& x : points) {
            if (x > defined.front() && x < defined.back() && !std::ranges::binary_search(defined, x))
                tryChord(defined.front(), defined.back(), (defined.back() - x) / (defined.back() - defined.front()));
        }
        consecutive(defined);
    }
}

void ChordSearch::followCurvature(std::span<const Rational> places)
{
    for (const Rational& x : places) {
        if (m_broken.both())
            return;
        const Local local = evaluate(m_f, x, 2, m_budget);
        if (local.known != Known::Defined || local.order < 2)
            continue;
        const auto sign = local.d[2].sign();
        if (sign && *sign != 0 && wants(-*sign))
            tryAround(x, 1, -*sign);
    }
}

} // namespace secant::convexity
