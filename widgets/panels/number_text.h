#pragma once

#include <optional>

#include <QString>

namespace secant {

/// A number as it stands in a field in which it can be edited: at most `digits` significant digits, point as decimal
/// mark in every language, U+2212 for minus, "e" for powers of ten ("2.5e−05"). readNumber() reads it back.
[[nodiscard]] QString numberText(double number, int digits = 6);

enum class NumberProblem {
    None,
    Empty,
    DecimalComma, ///< "0,25"
    NotANumber,
    TooLarge, ///< Beyond the largest double.
};

struct NumberReading {
    double value = 0.0; ///< Finite; meaningful if there is no problem.
    NumberProblem problem = NumberProblem::None;
    [[nodiscard]] bool ok() const { return problem == NumberProblem::None; }
};

/// Reads "0.25", "−1e-3" or a fraction "1/3". Blanks around and between are ignored; the locale never matters.
[[nodiscard]] NumberReading readNumber(const QString& text);

/// Reads "∞", "inf", "infinity", each with a sign or without; nothing if the text is no infinity.
[[nodiscard]] std::optional<double> readInfinity(const QString& text);

/// The largest of 1, 2, 5 times a power of ten that is not above `width`. Precondition: width > 0 and finite.
[[nodiscard]] double niceStep(double width);

/// The multiple of `step` nearest to `value`. `step` is 1, 2 or 5 times a power of ten; the result is the double
/// nearest to the decimal number (0.3, not 0.30000000000000004), so that moving to and fro leaves no dust.
[[nodiscard]] double snapped(double value, double step);

} // namespace secant
