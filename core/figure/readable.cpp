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

/// 10ⁿ as its decimals read.
double powerOfTen(int exponent)
{
    const std::string text = "1e" + std::to_string(exponent);
    double power = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), power);
    return power;
}

/// Powers of ten between labelled ones: 1, 2, 3, 5 or 10, 20, 30, 50, 100, …
int niceStride(double least)
{
    for (int decade = 1; decade < 1000; decade *= 10) {
        for (const int factor : {1, 2, 3, 5}) {
            if (factor * decade >= least) {
                return factor * decade;
            }
        }
    }
    return 1000;
}

/// What is drawn of a decade beside its power of ten where labelled ticks are `spacing` decades apart.
void addMinorTicks(FigureAxis& axis, int stride, double spacing)
{
    constexpr double kRoomForDigits = 2.0; // Decades a tick: at most two to a labelled tick's distance.
    constexpr double kRoomForDecades = 16.0;
    const int first = static_cast<int>(std::floor(std::log10(axis.range.min))) - 1;
    const int last = static_cast<int>(std::ceil(std::log10(axis.range.max))) + 1;
    const bool digits = stride == 1 && spacing <= kRoomForDigits;
    if (!digits && spacing > kRoomForDecades) {
        return;
    }
    const auto isLabelled = [&](double at) {
        return std::any_of(axis.ticks.begin(), axis.ticks.end(), [at](const AxisTick& tick) { return tick.at == at; });
    };
    for (int exponent = first; exponent <= last; ++exponent) {
        for (int digit = 1; digit <= (digits ? 9 : 1); ++digit) {
            const double at = digit * powerOfTen(exponent);
            if (at >= axis.range.min && at <= axis.range.max && !isLabelled(at)) {
                axis.minorTicks.push_back(at);
            }
        }
    }
}

std::string powerLabel(int exponent)
{
    return "10" + superscript(exponent);
}

/// Less than this many decades have a linear scale's ticks, and less than that 1, 2 and 5 times the powers of ten.
constexpr double kLinearDecades = 1.0;
constexpr double kDigitDecades = 3.0;

/// A linear scale's ticks, fewer of them until none are too close at the upper end.
FigureAxis axisWithinDecade(const Range& range, int count)
{
    const double decades = std::log10(range.max / range.min);
    const double least = 0.6 * decades / count;
    for (int fewer = count; fewer > 1; --fewer) {
        FigureAxis axis = axisFor(range, fewer);
        const std::size_t ticks = axis.ticks.size();
        if (ticks < 2 || std::log10(axis.ticks[ticks - 1].at / axis.ticks[ticks - 2].at) >= least) {
            return axis;
        }
    }
    return axisFor(range, 1);
}

FigureAxis axisOnLog(const Range& range, int count)
{
    FigureAxis axis;
    axis.range = range;
    axis.scale = AxisScale::Logarithmic;
    if (!(range.min > 0.0) || !(range.min < range.max) || !std::isfinite(range.max)) {
        return axis;
    }
    const double decades = std::log10(range.max) - std::log10(range.min);
    const int wanted = std::max(count, 1);
    if (decades < kLinearDecades) {
        axis = axisWithinDecade(range, wanted);
        axis.scale = AxisScale::Logarithmic;
        return axis;
    }
    const bool digits = decades < kDigitDecades && 3.0 * decades <= 1.5 * wanted;
    const int stride = digits ? 1 : niceStride(decades / wanted);
    const int first = static_cast<int>(std::floor(std::log10(range.min))) - 1;
    const int last = static_cast<int>(std::ceil(std::log10(range.max))) + 1;
    for (int exponent = first; exponent <= last; ++exponent) {
        if (exponent % stride != 0) {
            continue;
        }
        for (const int digit : {1, 2, 5}) {
            const double at = digit * powerOfTen(exponent);
            if (at >= range.min && at <= range.max && (digit == 1 || digits)) {
                axis.ticks.push_back({at, digits ? readable(at) : powerLabel(exponent)});
            }
        }
    }
    addMinorTicks(axis, stride, decades / wanted);
    return axis;
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

FigureAxis axisFor(const Range& range, int count, AxisScale scale)
{
    if (scale == AxisScale::Logarithmic) {
        return axisOnLog(range, count);
    }
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
