#pragma once

#include <cmath>

#include "core/catalogue/activation/tracked.h"

/// f = x between two corners and straight with other slopes beyond them: what SReLU and PLU have in common.
namespace secant::activation {

struct ThreeLines {
    double lowCorner;
    double lowSlope;
    double highCorner;
    double highSlope;

    [[nodiscard]] bool isValid() const
    {
        return std::isfinite(lowCorner) && std::isfinite(lowSlope) && std::isfinite(highCorner) &&
               std::isfinite(highSlope) && lowCorner < highCorner;
    }
};

/// corner + slope·(x − corner), to which a root of the line does no harm.
[[nodiscard]] inline double lineThrough(double corner, double slope, double x)
{
    if (slope == 0.0) { // Not 0·∞.
        return corner;
    }
    const auto line = [=](auto wide) { return corner + slope * (wide - corner); };
    const Extended value = line(Extended{x});
    return static_cast<double>(std::isfinite(x) ? kept(value, corner, [&] { return line(Deep(x)); }) : value);
}

/// f′ is one of the slopes, f″ = 0. At the corners the slopes from the left.
[[nodiscard]] inline Jet threeLinesJet(double x, const ThreeLines& lines)
{
    if (std::isnan(x) || !lines.isValid()) {
        return kUndefined;
    }
    if (x <= lines.lowCorner) {
        return {lineThrough(lines.lowCorner, lines.lowSlope, x), lines.lowSlope, 0.0};
    }
    if (x > lines.highCorner) {
        return {lineThrough(lines.highCorner, lines.highSlope, x), lines.highSlope, 0.0};
    }
    return {x, 1.0, 0.0};
}

[[nodiscard]] inline double farValue(double corner, double slope, double direction)
{
    return slope == 0.0 ? corner : std::copysign(kInfinity, slope * direction);
}

/// A kink at each corner whose slope is not 1.
[[nodiscard]] inline Shape threeLinesShape(const ThreeLines& lines)
{
    if (!lines.isValid()) {
        return emptyShape();
    }
    Shape shape;
    shape.atLow = {farValue(lines.lowCorner, lines.lowSlope, -1.0), lines.lowSlope, 0.0};
    shape.atHigh = {farValue(lines.highCorner, lines.highSlope, 1.0), lines.highSlope, 0.0};
    const auto addKink = [&shape](double at, double left, double right) {
        if (left != right) {
            shape.breaks.push_back({at, {at, left, 0.0}, at, {at, right, 0.0}});
        }
    };
    addKink(lines.lowCorner, lines.lowSlope, 1.0);
    addKink(lines.highCorner, 1.0, lines.highSlope);
    return shape;
}

} // namespace secant::activation
