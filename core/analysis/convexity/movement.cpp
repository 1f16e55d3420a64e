#include "core/analysis/convexity/movement.h"

namespace secant::convexity {

namespace {

constexpr int kSamplePoints = 48;

class Walk {
public:
    Walk(const Anatomy& anatomy, const std::vector<SignMap>& slopes, Budget& budget)
        : m_anatomy(anatomy), m_slopes(slopes), m_budget(budget)
    {
    }

    Movement run()
    {
        for (std::size_t i = 0; i < m_anatomy.joints.size(); ++i) {
            pass(m_anatomy.joints[i]);
            if (i < m_anatomy.leaves.size() && m_anatomy.leaves[i].f)
                walk(m_slopes[i]);
        }
        return std::move(m_movement);
    }

private:
    void step(std::optional<int> direction, bool isOnLeaf = false)
    {
        if (direction)
            m_movement.steps.push_back({*direction, isOnLeaf});
        else
            m_movement.isComplete = false;
    }

    void walk(const SignMap& map)
    {
        m_movement.isComplete = m_movement.isComplete && map.isComplete;
        for (const SignedPart& part : map.parts)
            step(part.sign.value(), true);
    }

    void pass(const Joint& joint)
    {
        if (joint.known == Known::Unknown) {
            m_movement.isComplete = false;
        } else if (joint.known == Known::Undefined) {
            if (joint.left.isThere && joint.right.isThere) {
                m_movement.hasGap = true;
                step(joint.step);
                return;
            }
        } else {
            if (joint.left.isThere)
                step(joint.left.jump);
            else
                arrive({Limit::Kind::Finite, joint.value, nullptr}, true);
            m_last = {Limit::Kind::Finite, joint.value, nullptr};
            m_isLastAttained = true;
            if (joint.right.isThere)
                step(joint.right.jump ? std::optional(-*joint.right.jump) : std::nullopt);
            return;
        }
        if (joint.left.isThere) {
            m_last = joint.left.limit;
            m_isLastAttained = false;
        } else if (joint.right.isThere) {
            arrive(joint.right.limit, false);
        }
    }

    /// At the first level, or at one behind a gap.
    void arrive(const Limit& level, bool isAttained)
    {
        if (!m_last)
            return;
        m_movement.hasGap = true;
        const auto direction = compare(*m_last, level, m_budget);
        step(direction ? std::optional(-*direction) : std::nullopt, isAttained && m_isLastAttained);
    }

    const Anatomy& m_anatomy;
    const std::vector<SignMap>& m_slopes;
    Budget& m_budget;
    Movement m_movement;
    std::optional<Limit> m_last;
    bool m_isLastAttained = false;
};

} // namespace

Movement movementOf(const Anatomy& anatomy, const std::vector<SignMap>& slopes, Budget& budget)
{
    return Walk(anatomy, slopes, budget).run();
}

Movement sampledMovement(const Expr& f, const Range& range, Budget& budget)
{
    Movement movement;
    movement.isComplete = false;
    std::optional<Real> last;
    for (const Rational& x : samplePoints(range, {}, kSamplePoints)) {
        const Local here = evaluate(f, x, 0, budget);
        if (here.known != Known::Defined)
            continue;
        const auto direction = last ? (here.d[0] - *last).sign() : std::nullopt;
        if (direction)
            movement.steps.push_back({*direction, false});
        last = here.d[0];
    }
    return movement;
}

} // namespace secant::convexity
