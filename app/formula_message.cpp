#include "app/formula_message.h"

#include <cstddef>

namespace secant {

namespace {

/// At most 40 code points of UTF-8.
std::string clipped(std::string_view text)
{
    constexpr std::size_t kMost = 40;
    std::size_t points = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isLead = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (isLead && ++points > kMost)
            return std::string(text.substr(0, i)) + "…";
    }
    return std::string(text);
}

std::string quoted(std::string_view text)
{
    return "“" + clipped(text) + "”";
}

std::string orSuggestion(std::string_view suggestion, std::string_view lead)
{
    return suggestion.empty() ? std::string() : std::string(lead) + clipped(suggestion);
}

std::string counted(std::size_t count)
{
    return std::to_string(count) + (count == 1 ? " argument" : " arguments");
}

std::string percent(const ParseError& error)
{
    const bool isNumber =
        !error.suggestion.empty() && error.suggestion.front() >= '0' && error.suggestion.front() <= '9';
    return quoted(error.quoted) +
           " has no meaning here: " + (isNumber ? "write " + clipped(error.suggestion) : std::string("divide by 100")) +
           ", or mod(a, b) for a remainder";
}

std::string unexpected(const ParseError& error)
{
    if (error.quoted == "%")
        return percent(error);
    return quoted(error.quoted) + " has no meaning here" + orSuggestion(error.suggestion, "; did you mean ") +
           (error.suggestion.empty() ? "" : "?");
}

std::string missingOperand(const ParseError& error)
{
    return error.quoted.empty() ? "something is missing at the end"
                                : "something is missing before " + quoted(error.quoted);
}

std::string wrongCount(const ParseError& error)
{
    const bool isTooFew = error.given < error.expected;
    return quoted(error.quoted) + (isTooFew ? " needs at least " : " takes at most ") + counted(error.expected) +
           ", not " + std::to_string(error.given);
}

} // namespace

std::string formulaMessage(const ParseError& error)
{
    switch (error.kind) {
    case ParseErrorKind::Empty:
        return "there is no formula";
    case ParseErrorKind::UnexpectedCharacter:
        return unexpected(error);
    case ParseErrorKind::DecimalComma:
        return quoted(error.quoted) + ": write " + clipped(error.suggestion);
    case ParseErrorKind::MissingOperand:
        return missingOperand(error);
    case ParseErrorKind::MissingOpening:
        return quoted(error.quoted) + " closes a bracket that was never opened";
    case ParseErrorKind::MissingClosing:
        return quoted(error.quoted) + " is never closed";
    case ParseErrorKind::UnknownFunction:
        return "unknown function " + quoted(error.quoted) + orSuggestion(error.suggestion, ": did you mean ") +
               (error.suggestion.empty() ? "" : "?");
    case ParseErrorKind::WrongArgumentCount:
        return wrongCount(error);
    case ParseErrorKind::MissingArguments:
        return quoted(error.quoted) + " needs brackets: write " + clipped(error.suggestion);
    case ParseErrorKind::ParameterDependsOnX:
        return "a parameter of " + quoted(error.quoted) + " may not depend on x";
    case ParseErrorKind::BadNumber:
        return quoted(error.quoted) + " is no number";
    case ParseErrorKind::TooLong:
        return "the formula has " + std::to_string(error.given) + " bytes; at most " + std::to_string(error.expected) +
               " are read";
    case ParseErrorKind::TooDeep:
        return "nested deeper than " + std::to_string(error.expected) + " levels";
    case ParseErrorKind::NameTooLong:
        return quoted(error.quoted) + " is longer than " + std::to_string(error.expected) + " characters";
    case ParseErrorKind::UnclearBracket:
        return quoted(error.quoted) + " may be a bracket or a greatest integer: write (" + clipped(error.suggestion) +
               ") or floor(" + clipped(error.suggestion) + ")";
    }
    return {};
}

std::string freeNameMessage(std::string_view name)
{
    return "the name " + quoted(name) + " has no value; the variable is x";
}

} // namespace secant
