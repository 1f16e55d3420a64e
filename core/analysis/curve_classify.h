#pragma once

#include <cstddef>
#include <optional>

#include "core/analysis/canvas.h"
#include "core/analysis/curve.h"
#include "core/analysis/event.h"

namespace secant {

/// What is drawn in a box far narrower than a pixel that may hold a break.
struct BreakVerdict {
    bool joined = false;                ///< One line runs from end to end.
    std::optional<CurvePoint> left;     ///< Where the curve ends that comes from the left end of the box.
    std::optional<CurvePoint> right;    ///< Where the one begins that goes to the right end.
    std::optional<CurvePoint> isolated; ///< A single defined point.
    std::optional<CurveBreak> mark;
};

/// Decides what happens in a box of about 2^-10 px, from the places where the formula can break, solved to
/// neighbouring doubles, and from how the function behaves on the way to them.
class BreakClassifier {
public:
    BreakClassifier(const Function& function, Order order, const Canvas& canvas, CurveStatistics& statistics)
        : m_function(function), m_order(order), m_canvas(canvas), m_statistics(statistics)
    {
    }

    [[nodiscard]] BreakVerdict classify(CurvePoint left, CurvePoint right) const;

private:
    /// How the function behaves between an end of the box and the place.
    struct Side {
        enum class Course : unsigned char { Settles, Diverges, Oscillates };
        Course course = Course::Settles;
        double limit = 0.0;
        double drawn = 0.0; ///< `limit`, or how far the doubles get.
        double slack = 0.0; ///< How far off `limit` may be, having been taken one double away from the place.

        /// The limit, or the value itself if it may be that: 1 rather than 1.0000000000000002.
        [[nodiscard]] double tidied(double value) const;
    };

    [[nodiscard]] double valueAt(double x) const;
    [[nodiscard]] BreakVerdict aloneAt(const std::vector<Event>& events) const;
    [[nodiscard]] BreakVerdict edgeOfDomain(CurvePoint left, CurvePoint right, const std::vector<Event>& events) const;
    [[nodiscard]] BreakVerdict betweenSides(const Event& event, CurvePoint left, CurvePoint right) const;
    [[nodiscard]] Event chosen(const std::vector<Event>& events, CurvePoint left, CurvePoint right) const;
    [[nodiscard]] Event bisectedJump(CurvePoint left, CurvePoint right) const;
    [[nodiscard]] Side approach(CurvePoint outer, double inner) const;
    /// f jumps here (and f′ is drawn), or f′ jumps (and f″ is): the derivative does not exist whatever its limits.
    [[nodiscard]] bool lacksDerivative(const Event& event) const;

    const Function& m_function;
    Order m_order;
    const Canvas& m_canvas;
    CurveStatistics& m_statistics;
};

} // namespace secant
