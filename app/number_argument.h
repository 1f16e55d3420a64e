#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace secant {

/// A number as it is written in files and arguments, in every locale alike: 0.1, -2e5, 0x1.8p-3, inf, nan.
/// Nothing if that is not all of the text, or if it is beyond double.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// The same, or a formula without x and without free names: "2pi", "-1/3".
[[nodiscard]] std::optional<double> parseConstant(std::string_view text);

/// Appends the number as C's %a does: "0x1.8p-3", "-inf", "nan". Reads back as the same double.
void appendHex(std::string& text, double number);

} // namespace secant
