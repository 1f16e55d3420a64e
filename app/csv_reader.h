#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

namespace secant {

/// Reads CSV line by line: comma, optional double quotes (doubled inside), LF or CRLF, a byte order mark is skipped.
/// A field does not contain line breaks. Memory is bounded by the longest line allowed.
class CsvReader {
public:
    enum class Status { Row, End, TooLong, Failed };

    explicit CsvReader(std::FILE* input) : m_input(input), m_buffer(kBufferBytes) {}

    /// The next row that is not empty.
    Status next(std::vector<std::string>& fields);
    [[nodiscard]] std::size_t line() const { return m_line; } ///< From 1, of the row read last.

private:
    static constexpr std::size_t kBufferBytes = 1U << 16U;
    static constexpr std::size_t kMaxLineBytes = 1U << 20U;

    Status readLine();
    bool fill();
    void split(std::vector<std::string>& fields) const;

    std::FILE* m_input;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_line = 0;
    std::string m_text;
};

} // namespace secant
