#include "app/number_argument.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/function/function.h"

namespace secant {

namespace {

bool takePrefix(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

} // namespace

std::optional<double> parseNumber(std::string_view text)
{
    const bool negative = takePrefix(text, "-");
    if (!negative)
        takePrefix(text, "+");
    const bool hex = takePrefix(text, "0x") || takePrefix(text, "0X");
    // from_chars would take a second sign.
    if (text.empty() || text.front() == '-' || text.front() == '+')
        return std::nullopt;
    double magnitude = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), magnitude,
                                              hex ? std::chars_format::hex : std::chars_format::general);
    if (error != std::errc() || end != text.data() + text.size() || (hex && !std::isfinite(magnitude)))
        return std::nullopt;
    return negative ? -magnitude : magnitude;
}

std::optional<double> parseConstant(std::string_view text)
{
    if (const auto number = parseNumber(text))
        return number;
    const auto tree = parse(text, vocabulary());
    if (!tree || !tree->parameters.empty())
        return std::nullopt;
    const auto isVariable = [](const Node& node) { return node.kind == NodeKind::Variable; };
    if (std::any_of(tree->nodes.begin(), tree->nodes.end(), isVariable))
        return std::nullopt;
    return Function(*tree, {}).value(0.0);
}

void appendHex(std::string& text, double number)
{
    if (!std::isfinite(number)) {
        text += std::isnan(number) ? "nan" : number > 0.0 ? "inf" : "-inf";
        return;
    }
    if (std::signbit(number))
        text += '-';
    text += "0x";
    std::array<char, 32> digits{}; // 13 digits, point, exponent: 21 at most.
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), std::abs(number), std::chars_format::hex);
    text.append(digits.data(), end);
}

} // namespace secant
