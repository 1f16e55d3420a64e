#include "app/command_message.h"

#include <cstdio>

namespace secant {

namespace {

constexpr std::size_t kMaxLine = 300;
constexpr std::size_t kMaxValue = 80;
constexpr std::string_view kEllipsis = "…";

/// At most `limit` bytes, never ending within a character of UTF-8, with control characters made harmless.
std::string shortened(std::string_view text, std::size_t limit)
{
    std::string result(text.substr(0, limit));
    if (text.size() > limit) {
        result.resize(limit - kEllipsis.size());
        while (!result.empty() && (text[result.size()] & 0xC0) == 0x80)
            result.pop_back();
        result += kEllipsis;
    }
    for (char& c : result) {
        if ((c >= '\0' && c < ' ') || c == '\x7F')
            c = '?';
    }
    return result;
}

} // namespace

int complain(ExitCode code, std::string_view message)
{
    const std::string line = shortened("secant: " + std::string(message), kMaxLine - 1) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
    return code;
}

std::string inQuotes(std::string_view value)
{
    std::string result(1, '\'');
    result += shortened(value, kMaxValue);
    result += '\'';
    return result;
}

} // namespace secant
