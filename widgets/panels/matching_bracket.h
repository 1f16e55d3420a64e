#pragma once

#include <optional>

#include <QStringView>

namespace secant {

/// A bracket beside the cursor and its partner.
struct BracketPair {
    qsizetype at = 0;
    std::optional<qsizetype> partner; ///< Nothing if it has none.
};

/// The bracket before the cursor, else the one behind it. Full-width brackets count as the others do.
[[nodiscard]] std::optional<BracketPair> matchingBracket(QStringView text, qsizetype cursor);

} // namespace secant
