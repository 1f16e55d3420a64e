#include "core/analysis/normal_moments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

namespace secant {
namespace {

constexpr double kFarthest = 38.0;
constexpr double kSurely = 9.0; ///< Integrated over whatever the integrand does.
constexpr double kNegligible = 1e-18;
constexpr double kTolerance = 1e-12;
constexpr int kDeepest = 24;
constexpr int kMostPanels = 4000;
/// The worst relative error that still is an answer.
constexpr double kUseless = 1e-6;

/// Nodes in (0, 1) and weights of Gauss–Legendre rules on [−1, 1], of even order.
struct RulePoint {
    double node;
    double weight;
};
constexpr std::array<RulePoint, 5> kTen{{{0.14887433898163122, 0.29552422471475287},
                                         {0.4333953941292472, 0.26926671930999635},
                                         {0.6794095682990244, 0.21908636251598204},
                                         {0.8650633666889845, 0.1494513491505806},
                                         {0.9739065285171717, 0.06667134430868814}}};
constexpr std::array<RulePoint, 8> kSixteen{{{0.09501250983763744, 0.1894506104550685},
                                             {0.2816035507792589, 0.18260341504492358},
                                             {0.45801677765722737, 0.16915651939500254},
                                             {0.6178762444026438, 0.14959598881657674},
                                             {0.755404408355003, 0.12462897125553388},
                                             {0.8656312023878318, 0.09515851168249279},
                                             {0.9445750230732326, 0.062253523938647894},
                                             {0.9894009349916499, 0.027152459411754095}}};

struct Sums {
    double mean = 0.0;
    double square = 0.0;
    double slopeSquare = 0.0;
    double magnitude = 0.0; ///< ∫ |f|, to which an error of the mean is compared.

    [[nodiscard]] bool isFinite() const { return std::isfinite(square + slopeSquare + magnitude); }
    Sums& operator+=(const Sums& other)
    {
        mean += other.mean;
        square += other.square;
        slopeSquare += other.slopeSquare;
        magnitude += other.magnitude;
        return *this;
    }
};

class Integral {
public:
    Integral(const Function& function, std::stop_token stop) : m_function(function), m_stop(std::move(stop)) {}

    /// False once the function is undefined, the budget spent or a stop requested.
    bool add(double from, double to) { return addPanel(from, to, 0); }

    [[nodiscard]] const Sums& sums() const { return m_sums; }
    [[nodiscard]] double error() const
    {
        const auto part = [](double error, double whole) { return whole > 0.0 ? error / whole : 0.0; };
        return std::max({part(m_errors.mean, m_sums.magnitude), part(m_errors.square, m_sums.square),
                         part(m_errors.slopeSquare, m_sums.slopeSquare)});
    }

private:
    template<std::size_t size>
    Sums apply(const std::array<RulePoint, size>& rule, double from, double to)
    {
        const double half = (to - from) / 2.0;
        const double middle = from + half;
        Sums sums;
        for (const RulePoint& point : rule) {
            for (const double x : {middle - half * point.node, middle + half * point.node}) {
                const Jet jet = m_function.jet(x);
                const double density = half * point.weight * std::exp(-x * x / 2.0) / std::sqrt(2.0 * std::numbers::pi);
                sums += {jet.value * density, jet.value * jet.value * density, jet.slope * jet.slope * density,
                         std::abs(jet.value) * density};
            }
        }
        return sums;
    }

    bool addPanel(double from, double to, int depth)
    {
        if (++m_panels > kMostPanels || m_stop.stop_requested()) {
            return false;
        }
        const Sums coarse = apply(kTen, from, to);
        const Sums fine = apply(kSixteen, from, to);
        if (!fine.isFinite() || !coarse.isFinite()) {
            return false;
        }
        const Sums error{std::abs(fine.mean - coarse.mean), std::abs(fine.square - coarse.square),
                         std::abs(fine.slopeSquare - coarse.slopeSquare), 0.0};
        const auto isClose = [](double difference, double here, double before) {
            return difference <= kTolerance * (std::abs(here) + before) + 1e-300;
        };
        const bool isGood = isClose(error.mean, fine.magnitude, m_sums.magnitude) &&
                            isClose(error.square, fine.square, m_sums.square) &&
                            isClose(error.slopeSquare, fine.slopeSquare, m_sums.slopeSquare);
        if (isGood || depth >= kDeepest) {
            m_sums += fine;
            m_errors += error;
            return true;
        }
        const double middle = from + (to - from) / 2.0;
        return addPanel(from, middle, depth + 1) && addPanel(middle, to, depth + 1);
    }

    const Function& m_function;
    std::stop_token m_stop;
    Sums m_sums;
    Sums m_errors;
    int m_panels = 0;
};

/// From `from` outward in panels that end at the cuts, until nothing more is added.
bool addOutward(Integral& integral, std::span<const double> cuts, double direction)
{
    double at = 0.0;
    int idle = 0;
    while (std::abs(at) < kFarthest) {
        double next = at + direction;
        for (const double cut : cuts) {
            if ((cut - at) * direction > 0.0 && (next - cut) * direction > 0.0) {
                next = cut;
            }
        }
        const Sums before = integral.sums();
        if (!integral.add(std::min(at, next), std::max(at, next))) {
            return false;
        }
        const Sums& after = integral.sums();
        const auto isIdle = [](double was, double is) { return is - was <= kNegligible * is; };
        const bool nothing = isIdle(before.magnitude, after.magnitude) && isIdle(before.square, after.square) &&
                             isIdle(before.slopeSquare, after.slopeSquare);
        idle = nothing && std::abs(next) >= kSurely ? idle + 1 : 0;
        if (idle >= 3) {
            return true;
        }
        at = next;
    }
    return false;
}

} // namespace

double NormalMoments::forwardGain() const
{
    return 1.0 / std::sqrt(square);
}

double NormalMoments::backwardGain() const
{
    return 1.0 / std::sqrt(slopeSquare);
}

Fact<NormalMoments> normalMoments(const Function& function, std::span<const double> cuts, bool jumps,
                                  std::stop_token stop)
{
    Integral integral(function, std::move(stop));
    if (!addOutward(integral, cuts, 1.0) || !addOutward(integral, cuts, -1.0) || !(integral.error() <= kUseless)) {
        return {};
    }
    const Sums& sums = integral.sums();
    // Half a period each of an odd function cancels; what rounding leaves is no mean.
    const double mean = std::abs(sums.mean) <= 4e-16 * sums.magnitude ? 0.0 : sums.mean;
    return {{mean, sums.square, jumps ? kInfinity : sums.slopeSquare, integral.error()}, Assurance::Numerical};
}

} // namespace secant
