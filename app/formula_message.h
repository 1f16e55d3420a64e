#pragma once

#include <string>
#include <string_view>

#include "core/expression/parse.h"

namespace secant {

/// Why a text is no formula, as an English sentence of at most 300 characters that quotes at most 40 of what was
/// typed: "unknown function “sn”: did you mean sin?".
[[nodiscard]] std::string formulaMessage(const ParseError& error);

/// What to say of a name that has no value: the command line has no sliders.
[[nodiscard]] std::string freeNameMessage(std::string_view name);

} // namespace secant
