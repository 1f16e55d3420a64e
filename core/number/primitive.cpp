#include "core/number/primitive.h"

#include <algorithm>
#include <cmath>

namespace secant {

namespace {

Interval hullOf(double a, double b)
{
    if (std::isnan(a) || std::isnan(b)) {
        return Interval::whole();
    }
    return {std::min(a, b), std::max(a, b)};
}

/// `range` extended by the values at those of the ascending `turns` that lie strictly inside the box.
Interval withTurns(Interval range, Interval box, const std::vector<double>& turns, const std::vector<double>& values)
{
    auto turn = std::upper_bound(turns.begin(), turns.end(), box.lo);
    for (; turn != turns.end() && *turn < box.hi; ++turn) {
        const double value = values[static_cast<std::size_t>(turn - turns.begin())];
        range = std::isnan(value) ? Interval::whole() : hull(range, Interval::point(value));
    }
    return range;
}

/// What is known exactly of one component on a piece, from the limits at its ends and the computed values at the
/// turns inside: that it vanishes, that it has one sign, or nothing.
Interval knownRange(double left, double right, Interval turns, const Rounding& rounding)
{
    if (left == 0.0 && right == 0.0 && turns.isEmpty()) {
        return Interval::point(0.0);
    }
    const Interval limits = hullOf(left, right);
    const auto isPositive = [&rounding](double x) {
        return widened(Interval::point(x), rounding.ulps, rounding.absolute).lo > 0.0;
    };
    const auto allowsZero = [&isPositive](double x) { return x == 0.0 || isPositive(x); };
    const bool hasTurns = !turns.isEmpty();
    if (allowsZero(limits.lo) && (!hasTurns || isPositive(turns.lo))) {
        return {0.0, kInfinity};
    }
    if (allowsZero(-limits.hi) && (!hasTurns || isPositive(-turns.hi))) {
        return {-kInfinity, 0.0};
    }
    return Interval::whole();
}

bool isSmoothAt(const Break& at)
{
    return at.left.value == at.right.value && at.value == at.left.value && at.left.slope == at.right.slope &&
           std::isfinite(at.left.slope);
}

/// Lowers the grades for what happens at a break inside the box.
void crossBreak(Enclosure& e, const Break& at)
{
    if (std::isnan(at.value) || !std::isfinite(at.left.value) || !std::isfinite(at.right.value)) {
        e.valueGrade = std::min(e.valueGrade, Grade::Partial);
    } else if (at.left.value != at.right.value || at.value != at.left.value) {
        e.valueGrade = std::min(e.valueGrade, Grade::Defined);
    }
    if (!std::isfinite(at.left.slope) || !std::isfinite(at.right.slope)) {
        e.slopeGrade = std::min(e.slopeGrade, Grade::Partial);
    } else if (!isSmoothAt(at)) {
        e.slopeGrade = std::min(e.slopeGrade, Grade::Defined);
    }
    e.curvatureGrade = std::min(e.curvatureGrade, Grade::Defined);
}

/// Lowers the grades for a closed end of the box that is a break: only what lies inward counts.
void meetBreak(Enclosure& e, const Break& at, const Jet& inward)
{
    if (std::isnan(at.value) || !std::isfinite(inward.value)) {
        e.valueGrade = std::min(e.valueGrade, Grade::Partial);
    } else if (at.value != inward.value) {
        e.valueGrade = std::min(e.valueGrade, Grade::Defined);
    }
    if (!std::isfinite(inward.slope)) {
        e.slopeGrade = std::min(e.slopeGrade, Grade::Partial);
    }
    if (!std::isfinite(inward.curvature)) {
        e.curvatureGrade = std::min(e.curvatureGrade, Grade::Partial);
    }
}

/// Lowers the grades where the box reaches a finite end of the domain at which a limit is infinite.
void meetDomainEnd(Enclosure& e, double end, const Jet& limit)
{
    if (!std::isfinite(end)) {
        return;
    }
    if (!std::isfinite(limit.value)) {
        e.valueGrade = std::min(e.valueGrade, Grade::Partial);
    }
    if (!std::isfinite(limit.slope)) {
        e.slopeGrade = std::min(e.slopeGrade, Grade::Partial);
    }
    if (!std::isfinite(limit.curvature)) {
        e.curvatureGrade = std::min(e.curvatureGrade, Grade::Partial);
    }
}

void settle(Enclosure& e)
{
    e.slopeGrade = std::min(e.slopeGrade, e.valueGrade);
    e.curvatureGrade = std::min(e.curvatureGrade, e.slopeGrade);
    if (e.valueGrade == Grade::Defined) {
        e.slope = Interval::whole();
        e.curvature = Interval::whole();
    }
}

bool isBefore(const Break& at, double x)
{
    return at.at < x;
}

bool isAfter(double x, const Break& at)
{
    return x < at.at;
}

} // namespace

BoundPrimitive::BoundPrimitive(const Primitive& primitive, ParameterValues values) : m_primitive(&primitive)
{
    std::copy_n(values.begin(), std::min(values.size(), m_values.size()), m_values.begin());
    if (primitive.shape != nullptr) {
        m_shape = primitive.shape(this->values());
        preparePieces();
    }
}

void BoundPrimitive::evaluate(std::span<const double> x, double* out) const
{
    if (block::values(m_primitive->block, x.data(), out, x.size(), {m_primitive->evaluate, values()})) {
        return;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        out[i] = evaluate(x[i]).value;
    }
}

void BoundPrimitive::evaluate(std::span<const double> x, const JetBlock& out) const
{
    if (block::jets(m_primitive->block, x.data(), out, x.size(), {m_primitive->evaluate, values()})) {
        return;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Jet jet = evaluate(x[i]);
        out.value[i] = jet.value;
        out.slope[i] = jet.slope;
        out.curvature[i] = jet.curvature;
    }
}

void BoundPrimitive::preparePieces()
{
    for (const double x : m_shape.valueTurns) {
        m_turnValues.push_back(evaluate(x).value);
    }
    for (const double x : m_shape.slopeTurns) {
        m_turnSlopes.push_back(evaluate(x).slope);
    }
    for (const double x : m_shape.curvatureTurns) {
        m_turnCurvatures.push_back(evaluate(x).curvature);
    }
    const std::vector<Break>& breaks = m_shape.breaks;
    for (std::size_t i = 0; i <= breaks.size(); ++i) {
        const Jet left = i == 0 ? m_shape.atLow : breaks[i - 1].right;
        const Jet right = i == breaks.size() ? m_shape.atHigh : breaks[i].left;
        const Interval span = {i == 0 ? m_shape.domain.lo : breaks[i - 1].at,
                               i == breaks.size() ? m_shape.domain.hi : breaks[i].at};
        const auto turns = [&span](const std::vector<double>& at, const std::vector<double>& values) {
            return withTurns(Interval::empty(), span, at, values);
        };
        m_pieces.push_back(
            {intersection(m_shape.range, knownRange(left.value, right.value, turns(m_shape.valueTurns, m_turnValues),
                                                    m_primitive->valueRounding)),
             knownRange(left.slope, right.slope, turns(m_shape.slopeTurns, m_turnSlopes), m_primitive->slopeRounding),
             knownRange(left.curvature, right.curvature, turns(m_shape.curvatureTurns, m_turnCurvatures),
                        m_primitive->curvatureRounding)});
    }
}

Jet BoundPrimitive::limitFromRight(double x) const
{
    const auto after = std::upper_bound(m_shape.breaks.begin(), m_shape.breaks.end(), x, isAfter);
    if (after != m_shape.breaks.begin() && std::prev(after)->at == x) {
        return std::prev(after)->right;
    }
    if (x == m_shape.domain.lo) {
        return m_shape.atLow;
    }
    return x == m_shape.domain.hi ? m_shape.atHigh : evaluate(x);
}

Jet BoundPrimitive::limitFromLeft(double x) const
{
    const auto at = std::lower_bound(m_shape.breaks.begin(), m_shape.breaks.end(), x, isBefore);
    if (at != m_shape.breaks.end() && at->at == x) {
        return at->left;
    }
    if (x == m_shape.domain.hi) {
        return m_shape.atHigh;
    }
    return x == m_shape.domain.lo ? m_shape.atLow : evaluate(x);
}

Interval BoundPrimitive::bounded(Interval computed, const Rounding& rounding, Interval known)
{
    const Interval clipped = intersection(widened(computed, rounding.ulps, rounding.absolute), known);
    return clipped.isEmpty() ? hull(computed, known) : clipped;
}

Interval BoundPrimitive::valueAt(const Break& at) const
{
    // Limits that are stated as 0 are exact.
    if (at.left.value == 0.0 && at.value == 0.0 && at.right.value == 0.0) {
        return Interval::point(0.0);
    }
    return std::isnan(at.value) ? Interval::empty()
                                : bounded(Interval::point(at.value), m_primitive->valueRounding, m_shape.range);
}

Enclosure BoundPrimitive::encloseBreakPoint(const Break& at) const
{
    if (std::isnan(at.value)) {
        return Enclosure::nowhere();
    }
    Enclosure e = {valueAt(at), hullOf(at.left.slope, at.right.slope), hullOf(at.left.curvature, at.right.curvature)};
    crossBreak(e, at);
    e.slope = widened(e.slope, m_primitive->slopeRounding.ulps, m_primitive->slopeRounding.absolute);
    e.curvature = widened(e.curvature, m_primitive->curvatureRounding.ulps, m_primitive->curvatureRounding.absolute);
    settle(e);
    return e;
}

Enclosure BoundPrimitive::enclosePiece(std::size_t piece, Interval box) const
{
    const Jet low = limitFromRight(box.lo);
    const Jet high = box.lo == box.hi ? low : limitFromLeft(box.hi);
    const Piece& known = m_pieces[piece];
    const bool isEnd = box.lo == box.hi && (box.lo == m_shape.domain.lo || box.lo == m_shape.domain.hi);
    const Interval value = withTurns(hullOf(low.value, high.value), box, m_shape.valueTurns, m_turnValues);
    const Interval slope = withTurns(hullOf(low.slope, high.slope), box, m_shape.slopeTurns, m_turnSlopes);
    const Interval curvature =
        withTurns(hullOf(low.curvature, high.curvature), box, m_shape.curvatureTurns, m_turnCurvatures);
    return {isEnd && low.value == 0.0 ? Interval::point(0.0) : bounded(value, m_primitive->valueRounding, known.value),
            bounded(slope, m_primitive->slopeRounding, known.slope),
            bounded(curvature, m_primitive->curvatureRounding, known.curvature)};
}

Enclosure BoundPrimitive::encloseWithinDomain(Interval box) const
{
    const std::vector<Break>& breaks = m_shape.breaks;
    const auto firstBreak = std::upper_bound(breaks.begin(), breaks.end(), box.lo, isAfter);
    const auto lastBreak = std::lower_bound(breaks.begin(), breaks.end(), box.hi, isBefore);
    const auto first = static_cast<std::size_t>(firstBreak - breaks.begin());
    const auto last = static_cast<std::size_t>(lastBreak - breaks.begin());
    if (first > last) {
        return encloseBreakPoint(breaks[last]);
    }
    Enclosure e = enclosePiece(first, {box.lo, first == last ? box.hi : breaks[first].at});
    for (std::size_t i = first; i < last; ++i) {
        const Enclosure next = enclosePiece(i + 1, {breaks[i].at, i + 1 == last ? box.hi : breaks[i + 1].at});
        e.value = hull(hull(e.value, next.value), valueAt(breaks[i]));
        e.slope = hull(e.slope, next.slope);
        e.curvature = hull(e.curvature, next.curvature);
        crossBreak(e, breaks[i]);
    }
    if (first > 0 && breaks[first - 1].at == box.lo) {
        e.value = hull(e.value, valueAt(breaks[first - 1]));
        meetBreak(e, breaks[first - 1], breaks[first - 1].right);
    }
    if (last < breaks.size() && breaks[last].at == box.hi) {
        e.value = hull(e.value, valueAt(breaks[last]));
        meetBreak(e, breaks[last], breaks[last].left);
    }
    if (box.lo == m_shape.domain.lo) {
        meetDomainEnd(e, box.lo, m_shape.atLow);
    }
    if (box.hi == m_shape.domain.hi) {
        meetDomainEnd(e, box.hi, m_shape.atHigh);
    }
    settle(e);
    return e;
}

Enclosure BoundPrimitive::enclose(const Interval& x) const
{
    if (m_primitive->enclose != nullptr) {
        return x.isEmpty() ? Enclosure::nowhere() : m_primitive->enclose(x, values());
    }
    const Interval& domain = m_shape.domain;
    const Interval box = intersection(x, domain);
    const bool lowOpen = m_shape.domainLowOpen && std::isfinite(domain.lo);
    const bool highOpen = m_shape.domainHighOpen && std::isfinite(domain.hi);
    if (box.isEmpty() || (lowOpen && box.hi == domain.lo) || (highOpen && box.lo == domain.hi)) {
        return Enclosure::nowhere();
    }
    Enclosure e = encloseWithinDomain(box);
    const bool leavesLow = lowOpen ? x.lo <= domain.lo : x.lo < domain.lo;
    const bool leavesHigh = highOpen ? x.hi >= domain.hi : x.hi > domain.hi;
    if (leavesLow || leavesHigh) {
        e.valueGrade = std::min(e.valueGrade, Grade::Partial);
        settle(e);
    }
    return e;
}

std::optional<double> BoundPrimitive::breakWithin(const Interval& x) const
{
    if (m_primitive->breakWithin != nullptr) {
        return m_primitive->breakWithin(x, values());
    }
    if (x.isEmpty()) {
        return std::nullopt;
    }
    const double middle =
        std::isfinite(x.lo) && std::isfinite(x.hi) ? 0.5 * x.lo + 0.5 * x.hi : std::clamp(0.0, x.lo, x.hi);
    std::optional<double> nearest;
    const auto consider = [&](double at) {
        if (std::isfinite(at) && x.contains(at) && (!nearest || std::abs(at - middle) < std::abs(*nearest - middle))) {
            nearest = at;
        }
    };
    for (const Break& at : m_shape.breaks) {
        consider(at.at);
    }
    consider(m_shape.domain.lo);
    consider(m_shape.domain.hi);
    return nearest;
}

Vocabulary::Vocabulary(std::vector<const Primitive*> primitives) : m_primitives(std::move(primitives))
{
    std::sort(m_primitives.begin(), m_primitives.end(),
              [](const Primitive* a, const Primitive* b) { return a->name < b->name; });
}

const Primitive* Vocabulary::find(std::string_view name) const
{
    const auto found = std::lower_bound(m_primitives.begin(), m_primitives.end(), name,
                                        [](const Primitive* p, std::string_view wanted) { return p->name < wanted; });
    return found != m_primitives.end() && (*found)->name == name ? *found : nullptr;
}

} // namespace secant
