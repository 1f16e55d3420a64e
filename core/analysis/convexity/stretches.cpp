#include "core/analysis/convexity/stretches.h"

#include <algorithm>

#include "core/analysis/convexity/certificate.h"

namespace secant::convexity {

namespace {

/// A part of a leaf, and what its low end allows for a run that comes from the part before.
struct Link {
    const SignedPart* part = nullptr;
    Possible junction;        ///< Nothing is possible over a gap.
    bool isSmooth = false;    ///< f has one tangent at the low end, shared with the part before.
    bool mayBeSmooth = false; ///< Not known.
    Possible low;             ///< What the low end itself allows if the run begins there.
    Possible high;
    bool hasLow = false;
    bool hasHigh = false;
};

constexpr Possible kNothing{.isKnown = true, .convex = false, .concave = false, .affine = false};

bool allows(const Possible& p, int curvature)
{
    return p.isKnown && (curvature > 0 ? p.convex : curvature < 0 ? p.concave : p.affine);
}

bool isSame(const Cut& a, const Cut& b)
{
    return a.isInfinite == b.isInfinite && (a.isInfinite || (a.lo == b.lo && a.hi == b.hi));
}

/// What the joint allows for a stretch that lies on one side of it alone.
Possible endOf(const Joint& joint, bool isLow)
{
    Joint alone = joint;
    JointSide& other = isLow ? alone.left : alone.right;
    other = JointSide();
    return possibleAt(alone);
}

class Runs {
public:
    Runs(const Anatomy& anatomy, const std::vector<SignMap>& curvatures) : m_anatomy(anatomy), m_maps(curvatures) {}

    StretchList run()
    {
        for (std::size_t i = 0; i < m_anatomy.leaves.size(); ++i)
            chain(i);
        for (const int curvature : {1, -1, 0})
            collect(curvature);
        std::ranges::sort(m_list.stretches, {}, [](const Stretch& s) { return s.lo.lo; });
        findInflections();
        return std::move(m_list);
    }

private:
    void chain(std::size_t i)
    {
        const SignMap& map = m_maps[i];
        const Leaf& leaf = m_anatomy.leaves[i];
        if (!leaf.f)
            return;
        m_list.isComplete = m_list.isComplete && map.isComplete;
        m_list.hasAllInflections = m_list.hasAllInflections && map.isComplete;
        const Joint& low = m_anatomy.joints[i];
        const Joint& high = m_anatomy.joints[i + 1];
        for (std::size_t k = 0; k < map.parts.size(); ++k) {
            const SignedPart& part = map.parts[k];
            Link link;
            link.part = &part;
            const bool isFirst = isSame(part.lo, leaf.lo);
            link.junction = kNothing;
            if (isFirst && low.left.isThere) {
                link.junction = possibleAt(low);
                m_list.isComplete = m_list.isComplete && (link.junction.isKnown || isBroken(low));
                const bool isContinuous = low.left.jump == 0 && low.right.jump == 0;
                link.isSmooth = isContinuous && low.bend == 0;
                link.mayBeSmooth = !isBroken(low) && (!isContinuous || !low.bend);
            } else if (k > 0 && isSame(map.parts[k - 1].hi, part.lo)) {
                link.junction = {};
                link.isSmooth = true;
            }
            link.low = isFirst ? endOf(low, true) : Possible{};
            link.hasLow = isFirst ? low.known == Known::Defined : true;
            const bool isLast = isSame(part.hi, leaf.hi);
            link.high = isLast ? endOf(high, false) : Possible{};
            link.hasHigh = isLast ? high.known == Known::Defined : true;
            m_links.push_back(link);
        }
    }

    /// Surely not continuous, or undefined.
    static bool isBroken(const Joint& joint)
    {
        return joint.known == Known::Undefined || joint.left.jump.value_or(0) != 0 || joint.right.jump.value_or(0) != 0;
    }

    void collect(int curvature)
    {
        const auto fits = [curvature](const Link& link) {
            const int sign = link.part->sign.value();
            return sign == curvature || sign == 0;
        };
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            if (!fits(m_links[i]))
                continue;
            std::size_t last = i;
            while (last + 1 < m_links.size() && fits(m_links[last + 1]) &&
                   allows(m_links[last + 1].junction, curvature))
                ++last;
            add(i, last, curvature);
            i = last;
        }
    }

    void add(std::size_t first, std::size_t last, int curvature)
    {
        bool hasCurved = false;
        bool isStrict = curvature != 0;
        for (std::size_t i = first; i <= last; ++i) {
            hasCurved = hasCurved || m_links[i].part->sign.value() != 0;
            isStrict = isStrict && m_links[i].part->sign.value() != 0;
        }
        bool isKinked = false;
        for (std::size_t i = first + 1; i <= last; ++i)
            isKinked = isKinked || !m_links[i].junction.affine;
        if (curvature != 0 && !hasCurved && !isKinked)
            return; // Affine.
        const bool isInside = std::ranges::any_of(
            m_taken, [&](const auto& range) { return range.first <= first && last <= range.second; });
        if (isInside)
            return;
        m_taken.emplace_back(first, last);
        const Link& low = m_links[first];
        const Link& high = m_links[last];
        m_list.stretches.push_back({boundsOf(low.part->lo, -1), boundsOf(high.part->hi, 1),
                                    low.hasLow && allows(low.low, curvature),
                                    high.hasHigh && allows(high.high, curvature), curvature, isStrict});
    }

    void findInflections()
    {
        for (std::size_t i = 1; i < m_links.size(); ++i) {
            if (m_links[i - 1].part->sign.value() * m_links[i].part->sign.value() >= 0)
                continue;
            if (m_links[i].isSmooth)
                m_list.inflections.push_back(boundsOf(m_links[i].part->lo, -1));
            else if (m_links[i].mayBeSmooth)
                m_list.hasAllInflections = false;
        }
    }

    const Anatomy& m_anatomy;
    const std::vector<SignMap>& m_maps;
    std::vector<Link> m_links;
    std::vector<std::pair<std::size_t, std::size_t>> m_taken;
    StretchList m_list;
};

} // namespace

StretchList stretchesOf(const Anatomy& anatomy, const std::vector<SignMap>& curvatures)
{
    return Runs(anatomy, curvatures).run();
}

} // namespace secant::convexity
