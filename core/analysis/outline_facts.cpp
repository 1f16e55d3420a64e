#include "core/analysis/outline_facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace secant {
namespace {

int signOf(double x)
{
    return x > 0.0 ? 1 : x < 0.0 ? -1 : 0;
}

/// A finite number strictly between the ends.
double between(double lo, double hi)
{
    if (std::isfinite(lo) && std::isfinite(hi)) {
        return lo + (hi - lo) / 2.0;
    }
    if (std::isfinite(lo)) {
        return lo + std::max(1.0, std::abs(lo));
    }
    return std::isfinite(hi) ? hi - std::max(1.0, std::abs(hi)) : 0.0;
}

/// A stretch between neighbouring breaks or turns: f and f′ are monotone on it.
struct Stretch {
    double from = 0.0;
    double to = 0.0;
    Jet low; ///< Limits at its ends, from inside.
    Jet high;
    int rise = 0; ///< Sign of f′.
    int bend = 0; ///< Sign of f″.

    [[nodiscard]] bool isConstant() const { return rise == 0; }
    [[nodiscard]] bool isStraight() const { return bend == 0; }
};

/// Where two stretches meet.
struct Joint {
    double at = 0.0;
    double value = 0.0; ///< NaN where undefined.
    const Stretch* left = nullptr;
    const Stretch* right = nullptr;
    bool isBreak = false;

    [[nodiscard]] bool isContinuous() const
    {
        return std::isfinite(value) && left->high.value == value && right->low.value == value;
    }
    [[nodiscard]] bool hasSlope() const
    {
        return isContinuous() && std::isfinite(left->high.slope) && left->high.slope == right->low.slope;
    }
};

class OutlineReader {
public:
    OutlineReader(const Shape& outline, const Function& function, std::span<const double> seams);

    [[nodiscard]] std::vector<ValueSpan> range() const;
    [[nodiscard]] Trend trend() const;
    [[nodiscard]] Bend bend() const;
    [[nodiscard]] Smoothness smoothness() const;
    [[nodiscard]] Places<Kink> kinks() const;
    [[nodiscard]] Places<Jump> jumps() const;
    [[nodiscard]] End end(bool isHigh, Assurance& assurance) const;
    [[nodiscard]] Places<Region> dead() const;
    [[nodiscard]] Steepest steepest() const;
    [[nodiscard]] std::optional<SlopesAtZero> slopesAtZero() const;
    [[nodiscard]] Places<Extremum> extrema(const std::vector<ValueSpan>& range) const;
    [[nodiscard]] Places<Inflection> inflections() const;

private:
    void addStretches(double from, double to, const Jet& low, const Jet& high);
    [[nodiscard]] Jet jetAt(double x) const { return m_function.jet(x); }
    [[nodiscard]] bool isJump(const Joint& joint) const { return joint.isBreak && !joint.isContinuous(); }

    const Shape& m_outline;
    const Function& m_function;
    std::vector<Break> m_breaks; ///< And seams.
    std::vector<Stretch> m_stretches;
    std::vector<Joint> m_joints; ///< One fewer than stretches.
};

OutlineReader::OutlineReader(const Shape& outline, const Function& function, std::span<const double> seams)
    : m_outline(outline), m_function(function), m_breaks(outline.breaks)
{
    for (const double seam : seams) {
        const Jet jet = function.jet(seam);
        m_breaks.push_back({seam, jet, jet.value, jet});
    }
    std::sort(m_breaks.begin(), m_breaks.end(), [](const Break& a, const Break& b) { return a.at < b.at; });
    double from = outline.domain.lo;
    Jet low = outline.atLow;
    for (const Break& at : m_breaks) {
        addStretches(from, at.at, low, at.left);
        from = at.at;
        low = at.right;
    }
    addStretches(from, outline.domain.hi, low, outline.atHigh);
    for (std::size_t i = 0; i + 1 < m_stretches.size(); ++i) {
        const double at = m_stretches[i].to;
        const auto found = std::find_if(m_breaks.begin(), m_breaks.end(), [at](const Break& b) { return b.at == at; });
        const bool isBreak = found != m_breaks.end();
        m_joints.push_back(
            {at, isBreak ? found->value : m_stretches[i].high.value, &m_stretches[i], &m_stretches[i + 1], isBreak});
    }
}

/// The stretches of one piece between breaks. That f′ is the same at both ends of a piece where it does not turn makes
/// f straight there.
void OutlineReader::addStretches(double from, double to, const Jet& low, const Jet& high)
{
    std::vector<double> cuts;
    bool turns = false;
    const auto inside = [&](double x) { return from < x && x < to; };
    std::copy_if(m_outline.valueTurns.begin(), m_outline.valueTurns.end(), std::back_inserter(cuts), inside);
    for (const double x : m_outline.slopeTurns) {
        if (inside(x)) {
            cuts.push_back(x);
            turns = true;
        }
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    cuts.push_back(to);
    const bool straight = !turns && low.slope == high.slope && std::isfinite(low.slope);
    Stretch next{from, from, low, low};
    for (const double cut : cuts) {
        next.to = cut;
        next.high = cut == to ? high : jetAt(cut);
        const Jet middle = jetAt(between(next.from, next.to));
        const double climb = next.high.value - next.low.value;
        next.rise = straight ? signOf(low.slope) : signOf(climb == 0.0 || std::isnan(climb) ? middle.slope : climb);
        const double turn = next.high.slope - next.low.slope;
        next.bend = straight ? 0 : signOf(turn == 0.0 || std::isnan(turn) ? middle.curvature : turn);
        m_stretches.push_back(next);
        next.from = cut;
        next.low = next.high;
    }
}

/// Sorted, and joined where they touch in a value that belongs to one of them.
std::vector<ValueSpan> joined(std::vector<ValueSpan> spans)
{
    std::sort(spans.begin(), spans.end(), [](const ValueSpan& a, const ValueSpan& b) {
        return a.lo < b.lo || (a.lo == b.lo && a.loAttained && !b.loAttained);
    });
    std::vector<ValueSpan> result;
    for (const ValueSpan& span : spans) {
        if (result.empty() || span.lo > result.back().hi ||
            (span.lo == result.back().hi && !span.loAttained && !result.back().hiAttained)) {
            result.push_back(span);
            continue;
        }
        ValueSpan& last = result.back();
        if (span.hi > last.hi) {
            last.hi = span.hi;
            last.hiAttained = span.hiAttained;
        } else if (span.hi == last.hi) {
            last.hiAttained = last.hiAttained || span.hiAttained;
        }
    }
    return result;
}

std::vector<ValueSpan> OutlineReader::range() const
{
    std::vector<ValueSpan> spans;
    const auto addPoint = [&spans](double value) {
        if (std::isfinite(value)) {
            spans.push_back({value, value, true, true});
        }
    };
    for (const Stretch& s : m_stretches) {
        const double lo = std::min(s.low.value, s.high.value);
        const double hi = std::max(s.low.value, s.high.value);
        spans.push_back({lo, hi, s.isConstant(), s.isConstant()});
    }
    for (const Joint& joint : m_joints) {
        addPoint(joint.value);
    }
    if (std::isfinite(m_outline.domain.lo) && !m_outline.domainLowOpen) {
        addPoint(m_outline.atLow.value);
    }
    if (std::isfinite(m_outline.domain.hi) && !m_outline.domainHighOpen) {
        addPoint(m_outline.atHigh.value);
    }
    return joined(std::move(spans));
}

Trend OutlineReader::trend() const
{
    bool up = true;
    bool down = true;
    bool strict = true;
    for (const Stretch& s : m_stretches) {
        up = up && s.rise >= 0;
        down = down && s.rise <= 0;
        strict = strict && s.rise != 0;
    }
    for (const Joint& joint : m_joints) {
        if (isJump(joint)) {
            const double value = std::isnan(joint.value) ? joint.left->high.value : joint.value;
            up = up && joint.left->high.value <= value && value <= joint.right->low.value;
            down = down && joint.left->high.value >= value && value >= joint.right->low.value;
        }
    }
    if (up && down) {
        return Trend::Constant;
    }
    if (up) {
        return strict ? Trend::StrictlyIncreasing : Trend::Increasing;
    }
    return !down ? Trend::NotMonotone : strict ? Trend::StrictlyDecreasing : Trend::Decreasing;
}

Bend OutlineReader::bend() const
{
    bool convex = true;
    bool concave = true;
    bool strict = true;
    for (const Stretch& s : m_stretches) {
        convex = convex && s.bend >= 0;
        concave = concave && s.bend <= 0;
        strict = strict && s.bend != 0;
    }
    for (const Joint& joint : m_joints) {
        convex = convex && joint.isContinuous() && joint.left->high.slope <= joint.right->low.slope;
        concave = concave && joint.isContinuous() && joint.left->high.slope >= joint.right->low.slope;
    }
    if (convex && concave) {
        return Bend::Affine;
    }
    if (convex) {
        return strict ? Bend::StrictlyConvex : Bend::Convex;
    }
    return !concave ? Bend::Neither : strict ? Bend::StrictlyConcave : Bend::Concave;
}

Smoothness OutlineReader::smoothness() const
{
    Smoothness least = Smoothness::InfinitelyDifferentiable;
    for (const Joint& joint : m_joints) {
        if (!joint.isBreak) {
            continue;
        }
        Smoothness here = Smoothness::TwiceDifferentiable;
        if (!joint.isContinuous()) {
            here = Smoothness::Discontinuous;
        } else if (!joint.hasSlope()) {
            here = Smoothness::Continuous;
        } else if (joint.left->isStraight() && joint.right->isStraight()) {
            here = Smoothness::InfinitelyDifferentiable;
        } else if (joint.left->high.curvature != joint.right->low.curvature) {
            here = Smoothness::Differentiable;
        }
        least = std::min(least, here);
    }
    return least;
}

Places<Kink> OutlineReader::kinks() const
{
    Places<Kink> places;
    for (const Joint& joint : m_joints) {
        const double left = joint.left->high.slope;
        const double right = joint.right->low.slope;
        if (joint.isBreak && joint.isContinuous() && left != right) {
            places.list.push_back({joint.at, joint.value, left, right});
        }
    }
    return places;
}

Places<Jump> OutlineReader::jumps() const
{
    Places<Jump> places;
    for (const Joint& joint : m_joints) {
        if (isJump(joint)) {
            places.list.push_back({joint.at, joint.left->high.value, joint.value, joint.right->low.value});
        }
    }
    return places;
}

/// lim f(x) − slope·x for x → ±∞ from x = ±2⁶ … ±2¹², by Neville's scheme in 1/x; nothing if that does not settle.
std::optional<double> interceptOf(const Function& function, double slope, double direction)
{
    constexpr int kFirst = 6;
    constexpr std::size_t kSteps = 7;
    constexpr double kSettled = 1e-9;
    std::array<double, kSteps> column{};
    double before = kNaN;
    for (std::size_t i = 0; i < kSteps; ++i) {
        const double x = direction * std::ldexp(1.0, kFirst + static_cast<int>(i));
        column[i] = std::fma(-slope, x, function.value(x));
        double factor = 2.0;
        for (std::size_t j = i; j > 0; --j) {
            column[j - 1] = column[j] + (column[j] - column[j - 1]) / (factor - 1.0);
            factor *= 2.0;
        }
        if (i + 1 < kSteps) {
            before = column[0];
        }
    }
    const double settled = column[0];
    return std::abs(settled - before) <= kSettled * std::max(1.0, std::abs(settled)) ? std::optional(settled)
                                                                                     : std::nullopt;
}

End OutlineReader::end(bool isHigh, Assurance& assurance) const
{
    const Stretch& last = isHigh ? m_stretches.back() : m_stretches.front();
    const Jet& limit = isHigh ? m_outline.atHigh : m_outline.atLow;
    const double at = isHigh ? m_outline.domain.hi : m_outline.domain.lo;
    End end{EndKind::Limit, limit.value, limit.slope, 0.0, at};
    if (std::isfinite(at)) {
        end.kind = EndKind::Outside;
    } else if (std::isnan(limit.value)) {
        end.kind = EndKind::Swings;
    } else if (last.isConstant()) {
        end.kind = EndKind::Constant;
    } else if (last.isStraight()) {
        const double from = isHigh ? last.from : last.to;
        const double x = std::isfinite(from) ? from : 0.0;
        const double value = std::isfinite(from) ? (isHigh ? last.low : last.high).value : m_function.value(0.0);
        end.kind = EndKind::Straight;
        end.intercept = std::fma(-limit.slope, x, value);
    } else if (std::isinf(limit.value) && std::isinf(limit.slope)) {
        end.kind = EndKind::Steep;
    } else if (std::isinf(limit.value)) {
        const auto intercept =
            limit.slope != 0.0 ? interceptOf(m_function, limit.slope, isHigh ? 1.0 : -1.0) : std::nullopt;
        end.kind = intercept ? EndKind::Line : EndKind::Slope;
        end.intercept = intercept.value_or(kNaN);
        assurance = limit.slope != 0.0 ? Assurance::Numerical : assurance;
    }
    return end;
}

Places<Region> OutlineReader::dead() const
{
    Places<Region> places;
    for (const Stretch& s : m_stretches) {
        if (!s.isConstant()) {
            continue;
        }
        const bool continues = !places.list.empty() && places.list.back().to == s.from &&
                               m_function.value(s.from) == s.low.value &&
                               m_function.value(between(places.list.back().from, s.from)) == s.low.value;
        if (continues) {
            places.list.back().to = s.to;
        } else {
            places.list.push_back({s.from, s.to});
        }
    }
    for (Region& region : places.list) {
        region.reachesLow = std::isinf(region.from);
        region.reachesHigh = std::isinf(region.to);
    }
    return places;
}

Steepest OutlineReader::steepest() const
{
    Steepest most;
    bool first = true;
    const auto consider = [&](double slope, double at, bool attained) {
        const double size = std::abs(slope);
        if (first || size > most.supremum || (size == most.supremum && attained && !most.isAttained)) {
            most.supremum = size;
            most.at = at;
            most.slope = slope;
            most.isAttained = attained && std::isfinite(size);
            first = false;
        }
    };
    for (const Stretch& s : m_stretches) {
        if (s.isStraight()) {
            consider(s.low.slope, between(s.from, s.to), true);
        }
        consider(s.low.slope, s.from, false);
        consider(s.high.slope, s.to, false);
    }
    for (const Joint& joint : m_joints) {
        if (joint.hasSlope()) {
            consider(joint.left->high.slope, joint.at, true);
        }
    }
    const auto jumps = [this](const Joint& joint) { return isJump(joint); };
    most.isLipschitz = std::isfinite(most.supremum) && std::none_of(m_joints.begin(), m_joints.end(), jumps);
    return most;
}

std::optional<SlopesAtZero> OutlineReader::slopesAtZero() const
{
    if (!(m_outline.domain.lo < 0.0 && 0.0 < m_outline.domain.hi)) {
        return std::nullopt;
    }
    for (const Joint& joint : m_joints) {
        if (joint.at == 0.0 && joint.isBreak) {
            return SlopesAtZero{joint.left->high.slope, joint.right->low.slope};
        }
    }
    const double slope = m_function.jet(0.0).slope;
    return SlopesAtZero{slope, slope};
}

/// Strict local extrema: f lies below (above) its value on both sides of it.
Places<Extremum> OutlineReader::extrema(const std::vector<ValueSpan>& range) const
{
    Places<Extremum> places;
    for (const Joint& joint : m_joints) {
        const auto isAbove = [&](int sign) {
            const double value = sign * joint.value;
            const double left = sign * joint.left->high.value;
            const double right = sign * joint.right->low.value;
            return (value > left || (value == left && sign * joint.left->rise > 0)) &&
                   (value > right || (value == right && sign * joint.right->rise < 0));
        };
        const bool isMaximum = isAbove(1);
        if (!isMaximum && !isAbove(-1)) {
            continue;
        }
        const bool isGlobal = isMaximum ? joint.value >= range.back().hi : joint.value <= range.front().lo;
        places.list.push_back({joint.at, joint.value, isMaximum, isGlobal, joint.isBreak && !joint.hasSlope()});
    }
    return places;
}

Places<Inflection> OutlineReader::inflections() const
{
    Places<Inflection> places;
    for (const Joint& joint : m_joints) {
        if (joint.hasSlope() && joint.left->bend * joint.right->bend < 0) {
            const bool isJump = joint.isBreak && joint.left->high.curvature != joint.right->low.curvature;
            places.list.push_back({joint.at, joint.value, joint.left->high.slope, isJump});
        }
    }
    return places;
}

} // namespace

Facts outlineFacts(const Shape& outline, const Function& function, Assurance assurance, std::span<const double> seams)
{
    Facts facts;
    if (!(outline.domain.lo < outline.domain.hi)) {
        return facts;
    }
    const OutlineReader reader(outline, function, seams);
    facts.domain = {outline.domain, assurance};
    facts.range = {reader.range(), assurance};
    facts.trend = {reader.trend(), assurance};
    facts.bend = {reader.bend(), assurance};
    facts.smoothness = {reader.smoothness(), assurance};
    facts.kinks = {reader.kinks(), assurance};
    facts.jumps = {reader.jumps(), assurance};
    facts.low.assurance = assurance;
    facts.low.value = reader.end(false, facts.low.assurance);
    facts.high.assurance = assurance;
    facts.high.value = reader.end(true, facts.high.assurance);
    facts.dead = {reader.dead(), assurance};
    facts.steepest = {reader.steepest(), assurance};
    facts.extrema = {reader.extrema(facts.range.value), assurance};
    facts.inflections = {reader.inflections(), assurance};
    if (const auto slopes = reader.slopesAtZero()) {
        const double value = function.value(0.0);
        facts.atZero = {value, assurance};
        facts.slopesAtZero = {*slopes, assurance};
        facts.likeIdentity = {value == 0.0 && slopes->left == 1.0 && slopes->right == 1.0, assurance};
    }
    return facts;
}

} // namespace secant
