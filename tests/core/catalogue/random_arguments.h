#pragma once

#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/number/primitive.h"
#include "tests/support/random_box.h"

/// What the programs that try activations at random arguments share.
namespace secant::test {

/// Where something happens: breaks and turns, and roots of f, f′ and f″ by changes of their sign.
[[nodiscard]] std::vector<double> placesOf(const Primitive& primitive, ParameterValues values);

/// Anywhere among the doubles, or next to one of the places.
[[nodiscard]] double argument(Generator& random, const std::vector<double>& places);

[[nodiscard]] std::vector<double> standardValues(const Primitive& primitive);

/// Inside the sliders, often where functions meet: 0, 1, ½.
[[nodiscard]] std::vector<double> randomValues(const Primitive& primitive, Generator& random);

/// Kinks of hard_sigmoid_onnx lie at quotients, which are rounded: the doubles beside them count as well.
[[nodiscard]] bool isBreak(const Primitive& primitive, double x, ParameterValues values);

/// Where the definition changes its branch with a parameter, so that its derivative there is that of one side.
[[nodiscard]] bool isSeam(const Primitive& primitive, ParameterValues values);

/// The formula that precise::Formula can compute.
[[nodiscard]] std::string definitionText(const Activation& activation);

/// The values, given in the primitive's order, in that of the names.
[[nodiscard]] std::vector<double> inOrderOf(const std::vector<std::string>& names, const Primitive& primitive,
                                            ParameterValues values);

} // namespace secant::test
