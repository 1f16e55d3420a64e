#include "app/export_values.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "app/number_argument.h"

namespace secant {

namespace {

constexpr double kPxPerInch = 96.0;
constexpr double kMmPerInch = 25.4;

std::optional<int> wholeNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range)
        return std::numeric_limits<int>::max(); // Too large a size is refused by its limit.
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Whole pixels of so many millimetres or inches.
std::optional<int> pixelsOf(std::string_view text, double pxPerUnit)
{
    const auto number = parseNumber(text);
    if (!number || !(*number > 0.0) || !(*number * pxPerUnit < std::numeric_limits<int>::max()))
        return std::nullopt;
    return static_cast<int>(std::lround(*number * pxPerUnit));
}

} // namespace

ArgumentProblem wrong(std::string message)
{
    return {kWrongUsage, std::move(message)};
}

Result<Range, ArgumentProblem> rangeOf(std::string_view text, std::string_view option)
{
    const std::size_t colon = text.find(':');
    const auto min = parseConstant(text.substr(0, colon));
    const auto max = colon == std::string_view::npos ? std::nullopt : parseConstant(text.substr(colon + 1));
    if (!min || !max || !(*min < *max))
        return wrong(std::string(option) + " " + inQuotes(text) + " should be A:B, two numbers with A < B");
    const Range range{*min, *max};
    if (clamped(range, Range{}) != range)
        return wrong(std::string(option) + " " + inQuotes(text) + " is too wide or too narrow to be drawn");
    return range;
}

Result<QSize, ArgumentProblem> sizeOf(std::string_view text)
{
    const bool mm = text.ends_with("mm");
    const bool inch = text.ends_with("in");
    const std::string_view sides = text.substr(0, text.size() - (mm || inch ? 2 : 0));
    const std::size_t cross = sides.find('x');
    const auto side = [&](std::string_view number) {
        return mm || inch ? pixelsOf(number, kPxPerInch / (mm ? kMmPerInch : 1.0)) : wholeNumber(number);
    };
    const auto width = side(sides.substr(0, cross));
    const auto height = cross == std::string_view::npos ? std::nullopt : side(sides.substr(cross + 1));
    if (!width || !height)
        return wrong("--size " + inQuotes(text) + " should be like 1200x800, in whole pixels, 85x60mm or 3.5x2.5in");
    return QSize(*width, *height);
}

Result<Sweep, ArgumentProblem> sweepOf(std::string_view text)
{
    const auto refused = [&] {
        return wrong("--slider " + inQuotes(text) + " should be NAME=A:B, a parameter and two numbers");
    };
    const std::size_t equals = text.find('=');
    const std::size_t colon = text.find(':', equals == std::string_view::npos ? text.size() : equals);
    if (equals == 0 || colon == std::string_view::npos)
        return refused();
    const double from = parseConstant(text.substr(equals + 1, colon - equals - 1)).value_or(NAN);
    const double to = parseConstant(text.substr(colon + 1)).value_or(NAN);
    if (!std::isfinite(from) || !std::isfinite(to))
        return refused();
    Sweep sweep;
    sweep.parameter = text.substr(0, equals);
    sweep.from = from;
    sweep.to = to;
    return sweep;
}

Result<int, ArgumentProblem> countOf(std::string_view text, std::string_view option, int least, int most)
{
    const auto number = wholeNumber(text);
    if (!number || *number < least || *number > most)
        return wrong(std::string(option) + " " + inQuotes(text) + " should be a whole number from " +
                     std::to_string(least) + " to " + std::to_string(most));
    return *number;
}

Result<std::array<bool, kPaneKinds>, ArgumentProblem> panesOf(std::string_view text)
{
    std::array<bool, kPaneKinds> panes{true, false, false, false};
    std::string_view rest = text;
    for (bool more = true; more;) {
        const std::size_t comma = rest.find(',');
        const auto pane = named(kPaneWords, rest.substr(0, comma));
        if (!pane)
            return wrong("--panes " + inQuotes(text) + " should be a list of f, df, d2f and df_dalpha");
        panes[static_cast<std::size_t>(*pane)] = true;
        more = comma != std::string_view::npos;
        rest.remove_prefix(more ? comma + 1 : rest.size());
    }
    return panes;
}

} // namespace secant
