#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/number/primitive.h"

/// Reads the rows of tests/data and measures how far a computed number is from them.
namespace secant::reference {

/// The fields of one line of a CSV file without quotes.
using Row = std::vector<std::string>;

/// All lines but the first. Empty if there is no such file.
[[nodiscard]] std::vector<Row> readRows(const std::string& file);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// Decimal or hexadecimal, inf, nan.
[[nodiscard]] double number(const std::string& text);

/// The numbers of "0.125 0.25".
[[nodiscard]] std::vector<double> numbers(std::string_view text, char separator = ' ');

/// |computed − (expected + residual·ulp(expected))| in ulp of `computed`, after `absolute` has been forgiven.
/// 0 for equal infinities and for two NaN, infinite for any other mismatch of those.
[[nodiscard]] double ulpError(double computed, double expected, double residual, double absolute);

/// "computed … expected …", all digits.
[[nodiscard]] std::string difference(std::string_view what, double x, double computed, double expected, double error);

} // namespace secant::reference
