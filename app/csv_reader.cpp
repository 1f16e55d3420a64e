#include "app/csv_reader.h"

#include <cstring>
#include <string_view>

namespace secant {

CsvReader::Status CsvReader::next(std::vector<std::string>& fields)
{
    for (;;) {
        const Status status = readLine();
        if (status != Status::Row)
            return status;
        ++m_line;
        constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
        if (m_line == 1 && m_text.starts_with(kByteOrderMark))
            m_text.erase(0, kByteOrderMark.size());
        if (m_text.ends_with('\r'))
            m_text.pop_back();
        if (!m_text.empty()) {
            split(fields);
            return Status::Row;
        }
    }
}

CsvReader::Status CsvReader::readLine()
{
    m_text.clear();
    for (;;) {
        if (m_begin == m_end && !fill()) {
            if (std::ferror(m_input) != 0)
                return Status::Failed;
            return m_text.empty() ? Status::End : Status::Row;
        }
        const char* begin = m_buffer.data() + m_begin;
        const std::size_t available = m_end - m_begin;
        const auto* newline = static_cast<const char*>(std::memchr(begin, '\n', available));
        const std::size_t length = newline ? static_cast<std::size_t>(newline - begin) : available;
        m_text.append(begin, length);
        m_begin += length + (newline ? 1 : 0);
        if (m_text.size() > kMaxLineBytes)
            return Status::TooLong;
        if (newline)
            return Status::Row;
    }
}

bool CsvReader::fill()
{
    m_begin = 0;
    m_end = std::fread(m_buffer.data(), 1, m_buffer.size(), m_input);
    return m_end > 0;
}

void CsvReader::split(std::vector<std::string>& fields) const
{
    // The strings are reused from row to row, which saves an allocation a field.
    std::size_t count = 0;
    const auto nextField = [&]() -> std::string& {
        if (count == fields.size())
            fields.emplace_back();
        fields[count].clear();
        return fields[count++];
    };
    std::string* field = &nextField();
    bool inQuotes = false;
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        const char c = m_text[i];
        if (c == '"' && inQuotes && i + 1 < m_text.size() && m_text[i + 1] == '"') {
            field->push_back(c);
            ++i;
        } else if (c == '"') {
            inQuotes = !inQuotes;
        } else if (c == ',' && !inQuotes) {
            field = &nextField();
        } else {
            field->push_back(c);
        }
    }
    fields.resize(count);
}

} // namespace secant
