#include "widgets/panels/matching_bracket.h"

#include <vector>

namespace secant {
namespace {

constexpr QStringView kOpening = u"([{（［｛⌊⌈";
constexpr QStringView kClosing = u")]}）］｝⌋⌉";
constexpr qsizetype kAscii = 3; ///< How many of them are ASCII; their full-width forms follow.

/// Which kind of bracket it is, −1 if it is none.
qsizetype kindAmong(QStringView brackets, QChar c)
{
    const qsizetype kind = brackets.indexOf(c);
    return kind >= kAscii && kind < 2 * kAscii ? kind - kAscii : kind;
}

bool isBracket(QChar c)
{
    return kOpening.contains(c) || kClosing.contains(c);
}

} // namespace

std::optional<BracketPair> matchingBracket(QStringView text, qsizetype cursor)
{
    qsizetype at = -1;
    if (cursor > 0 && isBracket(text[cursor - 1])) {
        at = cursor - 1;
    } else if (cursor < text.size() && isBracket(text[cursor])) {
        at = cursor;
    }
    if (at < 0) {
        return std::nullopt;
    }
    std::vector<qsizetype> open;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (kindAmong(kOpening, text[i]) >= 0) {
            open.push_back(i);
        }
        const qsizetype kind = kindAmong(kClosing, text[i]);
        if (kind < 0) {
            continue;
        }
        const bool fits = !open.empty() && kindAmong(kOpening, text[open.back()]) == kind;
        if (fits && (i == at || open.back() == at)) {
            return BracketPair{at, i == at ? open.back() : i};
        }
        if (i == at) {
            break;
        }
        if (fits) {
            open.pop_back();
        }
    }
    return BracketPair{at, std::nullopt};
}

} // namespace secant
