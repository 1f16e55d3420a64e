#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/function/function.h"
#include "core/number/axis_scale.h"
#include "core/number/interval.h"

namespace secant {

/// The part of the plane that is looked at and how finely. Ranges are finite with lo < hi, and positive where the scale
/// is logarithmic.
struct Window {
    Interval x;
    Interval y;
    double widthPx = 800.0; ///< Device pixels.
    double heightPx = 600.0;
    AxisScale xScale = AxisScale::Linear;
    AxisScale yScale = AxisScale::Linear;
    friend constexpr bool operator==(const Window&, const Window&) = default;
};

struct CurvePoint {
    double x = 0.0;
    double y = 0.0;
};

/// Points joined by lines that are straight in the window, left to right. Inside it the function is proved continuous,
/// or `sampled` says that the budget ended before a proof did.
struct CurveSegment {
    std::vector<CurvePoint> points;
    bool sampled = false;
};

/// A column in which the curve turns faster than pixels can show: it fills lo…hi there.
struct CurveColumn {
    double x0 = 0.0;
    double x1 = 0.0;
    double lo = 0.0;
    double hi = 0.0;
};

enum class BreakKind : std::uint8_t {
    Jump,      ///< Finite, different limits, seen or not.
    Pole,      ///< An infinite side.
    Hole,      ///< Equal limits, undefined (or another value) at the point.
    DomainEdge ///< Undefined on one side.
};

/// A place where the curve may not be joined. Neighbouring doubles below and above it; NaN where undefined.
struct CurveBreak {
    BreakKind kind = BreakKind::Jump;
    double x = 0.0;
    double left = 0.0;  ///< Limit from the left.
    double right = 0.0; ///< Limit from the right.
    double value = 0.0; ///< At x itself; NaN where undefined.
};

/// How much may be spent on a curve.
struct Effort {
    double frames = 1.0;    ///< In budgets of a frame, > 0. What is proved within the first one is not changed by more.
    std::stop_token stop{}; ///< Ends the work soon; what is returned then is of no use.
};

struct CurveStatistics {
    std::size_t evaluations = 0; ///< In double.
    std::size_t enclosures = 0;
    std::size_t residuals = 0; ///< Evaluations in double to solve for breaks.
    double sampledPx = 0.0;    ///< Width in pixels that could not be proved.
};

struct Curve {
    std::vector<CurveSegment> segments;
    std::vector<CurveColumn> columns;
    std::vector<CurveBreak> breaks; ///< Ascending.
    std::vector<Interval> unproved; ///< Where the budget ended before a proof did; ascending, apart from each other.
    CurveStatistics statistics;
};

/// The graph of f, f′ or f″ over the window: no ink across a pole, a jump or an undefined stretch, every peak as high
/// as it is, elsewhere at most half a pixel from the truth, whatever the scales. On a logarithmic scale what is not
/// positive lies below the window. Deterministic; cost linear in the width in pixels. Decided
/// by enclosures; doubles are evaluated only at points that are drawn. Order 2 is continued by samples where enclosures
/// prove it continuous but cannot bound its bend.
[[nodiscard]] Curve sampleCurve(const Function& function, Order order, const Window& window, const Effort& effort = {});

/// The graph of ∂f/∂p[index]. `breaks` are the places, from sampleCurve(…, Order::Value/Slope, …), where it may jump.
[[nodiscard]] Curve sampleParameterSlope(const Function& function, std::size_t index,
                                         const std::vector<CurveBreak>& breaks, const Window& window);

} // namespace secant
