#include "core/figure/table.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "core/figure/compose.h"

namespace secant {

namespace {

struct Column {
    std::string name;
    Function function;
};

void appendNumber(std::string& text, double number, bool hexadecimal)
{
    if (std::isnan(number))
        return;
    std::array<char, 40> digits{};
    char* const first = digits.data();
    char* const last = first + digits.size();
    if (!hexadecimal || std::isinf(number)) {
        text.append(first, std::to_chars(first, last, number).ptr);
        return;
    }
    text += std::signbit(number) ? "-0x" : "0x";
    text.append(first, std::to_chars(first, last, std::abs(number), std::chars_format::hex).ptr);
}

/// Always in quotes, with control characters made harmless.
void appendText(std::string& text, std::string_view cell)
{
    text += '"';
    for (const char c : cell) {
        const bool control = (c >= '\0' && c < ' ') || c == '\x7F';
        text.append(c == '"' ? 2 : 1, control ? ' ' : c);
    }
    text += '"';
}

std::vector<Column> columnsOf(const Scene& scene)
{
    std::vector<Column> columns;
    for (const CurveSpec& curve : scene.curves) {
        const auto function = curve.visible ? functionOf(curve) : Result<Function, ParseError>(ParseError{});
        if (function)
            columns.push_back({displayName(curve, scene.language), *function});
    }
    return columns;
}

} // namespace

std::string csvOf(const Scene& scene, int rows, bool hexadecimal)
{
    const std::vector<Column> columns = columnsOf(scene);
    std::string text = "x";
    for (const Column& column : columns) {
        for (const char* what : {"f: ", "f′: ", "f″: "}) {
            text += ',';
            appendText(text, what + column.name);
        }
    }
    text += '\n';
    const Range& range = scene.view.x;
    for (int row = 0; row < rows; ++row) {
        const double part = static_cast<double>(row) / (rows - 1);
        const double x = row + 1 == rows ? range.max : between(scene.view.xScale, range.min, range.max, part);
        appendNumber(text, x, hexadecimal);
        for (const Column& column : columns) {
            const Jet jet = column.function.jet(x);
            for (const double number : {jet.value, jet.slope, jet.curvature}) {
                text += ',';
                appendNumber(text, number, hexadecimal);
            }
        }
        text += '\n';
    }
    return text;
}

} // namespace secant
