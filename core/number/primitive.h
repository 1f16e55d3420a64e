#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/number/enclosure.h"
#include "core/number/interval.h"
#include "core/number/jet.h"

namespace secant {

inline constexpr std::size_t kMaxPrimitiveParameters = 4;

/// A parameter of a primitive, or of a typed formula: what it is called and which values make sense. Dimensionless.
struct ParameterSpec {
    std::string_view name;   ///< As typed, ASCII: "alpha".
    std::string_view symbol; ///< As shown: "α".
    double standard = 0.0;   ///< Value used where none is chosen.
    double min = -kInfinity; ///< Least allowed value.
    double max = kInfinity;  ///< Greatest allowed value.
    double sliderMin = 0.0;  ///< Range a slider offers at first; a typed value may leave it, not [min, max].
    double sliderMax = 1.0;
    bool minIncluded = true; ///< Whether `min` itself is allowed (β > 0 is min = 0, not included).
};

using ParameterValues = std::span<const double>;

/// A place where a primitive, or one of its first two derivatives, is not continuous.
/// One-sided limits on both sides; `value` is f there.
struct Break {
    double at = 0.0;
    Jet left;
    double value = 0.0;
    Jet right;
};

/// What is true of a primitive for fixed parameter values, from which enclosures and facts follow.
/// Every list is ascending. Between two neighbouring breaks or turns each derivative is monotone.
/// A limit stated as 0 is exactly 0, so that what is zero at both ends of a piece and does not turn inside is known to
/// vanish there; other limits may be rounded. An infinite slope limit says that f′ does not exist at that place.
struct Shape {
    Interval domain = {};       ///< Where it is defined; an open end is still listed as the end.
    bool domainLowOpen = false; ///< f is not defined at domain.lo (log at 0).
    bool domainHighOpen = false;
    std::vector<double> valueTurns = {};     ///< Where f changes direction other than at a break.
    std::vector<double> slopeTurns = {};     ///< Where f′ does.
    std::vector<double> curvatureTurns = {}; ///< Where f″ does.
    std::vector<Break> breaks = {};          ///< Kinks, jumps, and jumps of f″.
    Jet atLow = {};                          ///< Limits at domain.lo (at −∞ if the domain is unbounded there).
    Jet atHigh = {};                         ///< Limits at domain.hi.
    Interval range = Interval::whole(); ///< f never leaves it, exactly: rounded bounds on values are clipped to it.
};

/// Bound on |computed − exact| of one component: ulps · ulp(computed) + absolute.
struct Rounding {
    double ulps = 4.0;
    double absolute = 0.0;
};

/// One elementary function or activation of one variable, stated once. From this contract follow its value, its jet,
/// its enclosure and most facts about it. Plain data: a file defines one, a registry lists them.
struct Primitive {
    std::string_view name;                          ///< In the formula language: "leaky_relu".
    std::span<const ParameterSpec> parameters = {}; ///< At most kMaxPrimitiveParameters.

    /// f, f′, f″ at x. Outside the domain all three are NaN (log 0 is undefined, not −∞). At a break the slope is the
    /// one PyTorch returns where it ships the function, else the left one; curvature likewise. ±∞ gives the limits.
    Jet (*evaluate)(double x, ParameterValues p) = nullptr;

    /// ∂f/∂p[index] at x. Null only if there are no parameters.
    double (*parameterSlope)(double x, ParameterValues p, std::size_t index) = nullptr;

    /// Null only where `enclose` and `breakWithin` are given (a function with infinitely many turns or breaks).
    Shape (*shape)(ParameterValues p) = nullptr;

    Rounding valueRounding = {};
    Rounding slopeRounding = {};
    Rounding curvatureRounding = {};

    /// Own enclosure over x, for functions without a finite Shape.
    Enclosure (*enclose)(const Interval& x, ParameterValues p) = nullptr;
    /// Some argument in x where the function or its slope is not continuous, if there is one.
    std::optional<double> (*breakWithin)(const Interval& x, ParameterValues p) = nullptr;
};

/// A primitive with its parameter values fixed and its Shape computed once.
class BoundPrimitive {
public:
    BoundPrimitive(const Primitive& primitive, ParameterValues values);

    [[nodiscard]] const Primitive& primitive() const { return *m_primitive; }
    [[nodiscard]] ParameterValues values() const { return {m_values.data(), m_primitive->parameters.size()}; }
    [[nodiscard]] const Shape& shape() const { return m_shape; }

    [[nodiscard]] Jet evaluate(double x) const { return m_primitive->evaluate(x, values()); }
    /// Bounds over every defined point of x, tight by monotone pieces: the ends, the turns and the breaks inside.
    [[nodiscard]] Enclosure enclose(const Interval& x) const;
    /// The break, or finite end of the domain, nearest to the middle of x among those in x.
    [[nodiscard]] std::optional<double> breakWithin(const Interval& x) const;

private:
    /// What holds on one stretch between neighbouring breaks: signs that rounding may not spoil.
    struct Piece {
        Interval value;
        Interval slope;
        Interval curvature;
    };

    void preparePieces();
    [[nodiscard]] Jet limitFromRight(double x) const;
    [[nodiscard]] Jet limitFromLeft(double x) const;
    [[nodiscard]] Enclosure encloseWithinDomain(Interval box) const;
    [[nodiscard]] Enclosure encloseBreakPoint(const Break& at) const;
    [[nodiscard]] Enclosure enclosePiece(std::size_t piece, Interval box) const;
    [[nodiscard]] Interval valueAt(const Break& at) const;
    [[nodiscard]] static Interval bounded(Interval computed, const Rounding& rounding, Interval known);

    const Primitive* m_primitive;
    std::array<double, kMaxPrimitiveParameters> m_values{};
    Shape m_shape;
    std::vector<double> m_turnValues;     ///< f at m_shape.valueTurns.
    std::vector<double> m_turnSlopes;     ///< f′ at m_shape.slopeTurns.
    std::vector<double> m_turnCurvatures; ///< f″ at m_shape.curvatureTurns.
    std::vector<Piece> m_pieces;          ///< One more than breaks; none where the primitive encloses itself.
};

/// exp, log, sin, abs, floor… in a fixed order. Each is described in elementary.cpp.
[[nodiscard]] std::span<const Primitive* const> elementaryPrimitives();

/// The names a formula may call.
class Vocabulary {
public:
    explicit Vocabulary(std::vector<const Primitive*> primitives);
    [[nodiscard]] const Primitive* find(std::string_view name) const;
    [[nodiscard]] std::span<const Primitive* const> all() const { return m_primitives; }

private:
    std::vector<const Primitive*> m_primitives; ///< Ascending by name.
};

} // namespace secant
