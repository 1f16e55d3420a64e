#pragma once

#include <stop_token>
#include <vector>

#include "core/analysis/find.h"

/// The parts of findFeatures(), one file each. Internal to core/analysis.
namespace secant::finding {

/// A break at 0 stands for everything that is nearer to it than this, where powers and quotients leave the doubles.
inline constexpr double kNearestToZero = 1e-60;

/// Enclosures that one pass may spend.
class Allowance {
public:
    Allowance(double enclosures, std::stop_token stop) : m_left(enclosures), m_stop(std::move(stop)) {}

    /// Takes one; false once there is none left.
    [[nodiscard]] bool spend()
    {
        m_left -= 1.0;
        m_isSpent = m_isSpent || m_left < 0.0;
        return m_left >= 0.0 && !m_stop.stop_requested();
    }

    /// Whether more was asked for than there was.
    [[nodiscard]] bool isSpent() const { return m_isSpent; }

private:
    double m_left;
    std::stop_token m_stop;
    bool m_isSpent = false;
};

/// The window, cut where f or f′ is not proved continuous.
struct Breaks {
    std::vector<Interval> smooth;  ///< f and f′ are continuous on each, ends included; ascending.
    std::vector<Interval> suspect; ///< Narrow boxes where one of them is not, or is not proved to be; ascending.
    bool complete = true;          ///< Every part of the window is in one of the boxes, or undefined throughout.
};

[[nodiscard]] Breaks breaksIn(const Function& function, const Interval& window, Allowance& allowance);

/// Names what is in each suspect box: adds features, and lowers `complete` where that is not clear.
void classifyBreaks(const Function& function, const Window& window, const Breaks& breaks, const std::stop_token& stop,
                    FoundFeatures& findings);

/// −1, 0, +1 where enclosures prove it at the double x; nothing where they do not.
enum class Sign : signed char { Minus = -1, Zero = 0, Plus = 1, Unknown = 2 };
[[nodiscard]] Sign signAt(const Function& function, Order order, double x);

/// Adds the zeros, extrema or inflections (by order) within one smooth piece.
void huntSigns(const Function& function, Order order, const Interval& piece, double finest, Allowance& allowance,
               FoundFeatures& findings);

} // namespace secant::finding
