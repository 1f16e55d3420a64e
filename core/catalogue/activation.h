#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/number/primitive.h"

namespace secant {

/// A text in both languages that the catalogue speaks.
struct LocalizedText {
    std::string_view english;
    std::string_view chinese;
};

enum class Family : std::uint8_t {
    Rectifier, ///< Piecewise linear or polynomial.
    ExponentialLinear,
    SmoothRectifier,
    SelfGated,   ///< x · g(x)
    Sigmoidal,   ///< Bounded, S-shaped.
    Oscillating, ///< Waves, bumps, powers.
};

[[nodiscard]] LocalizedText familyName(Family family);

/// The value that a framework gives a parameter if nobody chooses.
struct FrameworkDefault {
    std::string_view parameter; ///< ParameterSpec::name
    double value = 0.0;
    std::string_view frameworks; ///< "PyTorch, JAX, ONNX"
};

/// A framework that ships an activation, and what it calls it there.
struct FrameworkName {
    std::string_view framework; ///< "PyTorch", "Keras", "JAX", "ONNX", …
    std::string_view name;      ///< "torch.nn.GELU"; with the argument that makes it this function, if one is needed.
};

/// Which slope automatic differentiation gives where a function has a kink or jumps.
enum class KinkChoice : std::uint8_t { Left, Right, Zero, Mean };

/// A slope drawn anew for every input in training: x ≥ 0: x; x < 0: slope(a)·x with a ~ U(parameter 0, parameter 1).
struct RandomSlopeRule {
    double (*slope)(double draw) = nullptr;
};

/// One named activation: its mathematics (the primitive) and what is said about it.
struct Activation {
    const Primitive* primitive = nullptr; ///< Its name is the activation's id.
    LocalizedText name;
    std::span<const std::string_view> aliases = {}; ///< Other names people search for, any language.
    Family family = Family::Rectifier;
    std::string_view formula; ///< As in a paper, in Unicode: "x if x ≥ 0, αx if x < 0".
    std::string_view latex;   ///< The same in LaTeX's mathematics mode (cases and operatorname need amsmath).
    LocalizedText purpose;    ///< One sentence: what it is for.
    std::span<const FrameworkName> frameworks = {}; ///< Who ships it, PyTorch, Keras, JAX and ONNX first.
    std::string_view paper = {};                    ///< Authors, year, title; empty if there is none.
    std::span<const FrameworkDefault> defaults = {};
    bool inPyTorch = true;                     ///< Whether evaluate()'s slope at a break is PyTorch's.
    std::span<const KinkChoice> jaxKinks = {}; ///< JAX's at each of Shape::breaks; empty without kinks, or not in JAX.
    RandomSlopeRule randomSlope = {};
    std::string_view conventionGroup = {}; ///< Activations with the same non-empty group are conventions of one name.
    LocalizedText convention = {};         ///< What this one is called among them.

    [[nodiscard]] std::string_view id() const { return primitive->name; }
};

} // namespace secant
