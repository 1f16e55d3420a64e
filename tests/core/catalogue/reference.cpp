#include "reference.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>

namespace secant::reference {
namespace {

/// Distance to the next double away from 0; that of the greatest double is that of its neighbour.
double ulp(double x)
{
    const double size = std::min(std::abs(x), std::nextafter(std::numeric_limits<double>::max(), 0.0));
    return std::nextafter(size, kInfinity) - size;
}

} // namespace

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> fields;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        fields.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return fields;
}

std::vector<Row> readRows(const std::string& file)
{
    std::ifstream stream(std::string(SECANT_TEST_DATA) + "/" + file);
    std::vector<Row> rows;
    std::string line;
    std::getline(stream, line);
    while (std::getline(stream, line)) {
        rows.push_back(split(line, ','));
    }
    return rows;
}

double number(const std::string& text)
{
    return std::strtod(text.c_str(), nullptr);
}

std::vector<double> numbers(std::string_view text, char separator)
{
    std::vector<double> result;
    for (const std::string& field : split(text, separator)) {
        if (!field.empty()) {
            result.push_back(number(field));
        }
    }
    return result;
}

double ulpError(double computed, double expected, double residual, double absolute)
{
    if (computed == expected && std::isinf(expected)) {
        return 0.0;
    }
    if (std::isnan(computed) || std::isnan(expected)) {
        return std::isnan(computed) && std::isnan(expected) ? 0.0 : kInfinity;
    }
    if (std::isinf(computed) || std::isinf(expected)) {
        return kInfinity;
    }
    const double error = std::abs((computed - expected) - residual * ulp(expected));
    return std::max(error - absolute, 0.0) / ulp(computed);
}

std::string difference(std::string_view what, double x, double computed, double expected, double error)
{
    char text[256];
    std::snprintf(text, sizeof text, "%.*s at x = %.17g (%a): computed %.17g, expected %.17g, %.4g ulp too far",
                  static_cast<int>(what.size()), what.data(), x, x, computed, expected, error);
    return text;
}

} // namespace secant::reference
