#include "core/analysis/convexity/certificate.h"

namespace secant::convexity {

Interval boundsOf(const Ball& value)
{
    return {value.low(), value.high()};
}

Interval boundsOf(const Real& value)
{
    return boundsOf(value.ball());
}

Interval boundsOf(const Cut& cut, int side)
{
    if (cut.isInfinite)
        return Interval::point(side < 0 ? -kInfinity : kInfinity);
    return boundsOf(Ball(cut.lo, cut.hi));
}

std::optional<Interval> boundsOf(const Limit& limit)
{
    switch (limit.kind) {
    case Limit::Kind::Finite:
        return boundsOf(limit.value);
    case Limit::Kind::PlusInfinity:
        return Interval::point(kInfinity);
    case Limit::Kind::MinusInfinity:
        return Interval::point(-kInfinity);
    case Limit::Kind::Unknown:
        break;
    }
    return std::nullopt;
}

Place placeOf(const Joint& joint, int side)
{
    Place place;
    place.at = boundsOf(joint.at, side);
    place.exactly = joint.at;
    if (joint.known == Known::Defined)
        place.value = boundsOf(joint.value);
    place.leftLimit = boundsOf(joint.left.limit);
    place.rightLimit = boundsOf(joint.right.limit);
    place.leftSlope = boundsOf(joint.left.slope);
    place.rightSlope = boundsOf(joint.right.slope);
    return place;
}

} // namespace secant::convexity
