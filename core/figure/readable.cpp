#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include "core/figure/compose.h"

namespace secant {
namespace {

constexpr std::array<const char*, 10> kSuperscripts{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr const char* kMinus = "−";

std::string superscript(int exponent)
{
    std::string text = exponent < 0 ? "⁻" : "";
    for (const char digit : std::to_string(std::abs(exponent))) {
        text += kSuperscripts[static_cast<std::size_t>(digit - '0')];
    }
    return text;
}

std::string chars(double number, std::chars_format format, int precision)
{
    // 1e308 with 17 decimals in fixed notation is the longest thing asked for.
    std::array<char, 400> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format, std::clamp(precision, 0, 20));
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string("?");
}

std::string withTrueMinus(std::string text)
{
    if (!text.empty() && text.front() == '-') {
        text.replace(0, 1, kMinus);
    }
    return text;
}

std::string withoutTrailingZeros(std::string text)
{
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text;
}

/// "2.5×10⁻⁵" from a mantissa of `decimals` decimals.
std::string scientific(double number, int decimals, bool trim)
{
    const std::string text = chars(number, std::chars_format::scientific, decimals);
    const std::size_t e = text.find('e');
    const std::string mantissa = trim ? withoutTrailingZeros(text.substr(0, e)) : text.substr(0, e);
    const int exponent = std::atoi(text.c_str() + e + 1);
    if (exponent == 0) {
        return withTrueMinus(mantissa);
    }
    if (mantissa == "1" || mantissa == "-1") {
        return (mantissa == "1" ? "" : kMinus) + std::string("10") + superscript(exponent);
    }
    return withTrueMinus(mantissa) + "×10" + superscript(exponent);
}

int decimalExponent(double number)
{
    return static_cast<int>(std::floor(std::log10(number)));
}

/// The step 1, 2 or 5 times a power of ten that is at least `least`.
double niceStep(double least)
{
    // Powers below the smallest normal number are not exact: there the step is what it is.
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    if (!(power > 0.0) || !std::isfinite(power)) {
        return least;
    }
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1.0 - 1e-12)) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

bool isTwoTimesPower(double step)
{
    const double mantissa = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
    return mantissa > 1.5 && mantissa < 3.5;
}

std::string tickLabel(double at, double step, double largest)
{
    if (at == 0.0) {
        return "0";
    }
    const int stepExponent = decimalExponent(step * (1.0 + 1e-9));
    const bool plain = largest < 1e6 && stepExponent >= -5;
    if (plain) {
        return withTrueMinus(chars(at, std::chars_format::fixed, std::max(0, -stepExponent)));
    }
    // As many decimals as tell neighbouring ticks apart, at most what a double holds.
    const int decimals = std::clamp(decimalExponent(std::abs(at)) - stepExponent, 0, 16);
    return scientific(at, decimals, true);
}

} // namespace

std::string readable(double number, int digits)
{
    if (std::isnan(number)) {
        return "–";
    }
    if (std::isinf(number)) {
        return number > 0.0 ? "∞" : std::string(kMinus) + "∞";
    }
    if (number == 0.0) {
        return "0";
    }
    const double size = std::abs(number);
    if (size >= 1e6 || size < 1e-4) {
        return scientific(number, digits - 1, true);
    }
    const int decimals = std::max(0, digits - 1 - decimalExponent(size));
    const std::string text = withoutTrailingZeros(chars(number, std::chars_format::fixed, decimals));
    return withTrueMinus(text);
}

FigureAxis axisFor(const Range& range, int count)
{
    FigureAxis axis;
    axis.range = range;
    const double width = range.max - range.min;
    if (!(width > 0.0) || !std::isfinite(width)) {
        return axis;
    }
    const double step = niceStep(width / std::max(count, 1));
    const int minors = isTwoTimesPower(step) ? 4 : 5;
    const double largest = std::max(std::abs(range.min), std::abs(range.max));
    const double first = std::ceil(range.min / step);
    // niceStep bounds the number of ticks by `count` + 1; the loop is bounded even if rounding stalls it.
    for (int i = 0; i <= count + 2; ++i) {
        const double at = (first + i) * step;
        if (at > range.max) {
            break;
        }
        if (at >= range.min) { // Far from 0 the product is rounded, possibly out of the range.
            axis.ticks.push_back({at, tickLabel(at, step, largest)});
        }
    }
    for (int i = -minors; i <= (count + 2) * minors; ++i) {
        const double at = first * step + i * (step / minors);
        if (at >= range.min && at <= range.max && i % minors != 0) {
            axis.minorTicks.push_back(at);
        }
    }
    return axis;
}

} // namespace secant
