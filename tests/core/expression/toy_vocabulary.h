#pragma once

#include "core/number/primitive.h"

namespace secant::test {

/// Functions of the standard library under their usual names, and a few activations with parameters: enough to tell
/// how a formula was read, and independent of the product's own functions. Only `value` of their jets is right.
[[nodiscard]] const Vocabulary& toyVocabulary();

} // namespace secant::test
