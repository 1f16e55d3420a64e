#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace secant {

/// The facts that a card states of a function, in its order.
enum class FactKind : std::uint8_t {
    Range,
    Trend,
    Bend,
    Smoothness,
    Kinks,
    Jumps,
    Low, ///< Behaviour towards −∞.
    High,
    Dead,
    Steepest,
    AtZero,
    LikeIdentity,
    Extrema,
    Inflections,
    Normal, ///< Moments under N(0, 1).
};
inline constexpr std::size_t kFactKinds = 15;

/// Which facts of the active curve are drawn on the plot.
struct FactSelection {
    std::array<bool, kFactKinds> shown{};

    [[nodiscard]] bool has(FactKind kind) const { return shown[static_cast<std::size_t>(kind)]; }
    void set(FactKind kind, bool on) { shown[static_cast<std::size_t>(kind)] = on; }
    [[nodiscard]] bool isEmpty() const { return *this == FactSelection{}; }
    friend bool operator==(const FactSelection&, const FactSelection&) = default;
};

} // namespace secant
