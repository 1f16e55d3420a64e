#include "core/expression/function_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/expression/special_form.h"

namespace secant {

namespace {

/// Names that mean the same everywhere.
constexpr auto kOtherNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"arcsin", "asin"},  {"arccos", "acos"},    {"arctan", "atan"},  {"arsinh", "asinh"},     {"arcsinh", "asinh"},
    {"arcosh", "acosh"}, {"arccosh", "acosh"},  {"artanh", "atanh"}, {"arctanh", "atanh"},    {"cosec", "csc"},
    {"arcsec", "asec"},  {"arccsc", "acsc"},    {"arccot", "acot"},  {"arsech", "asech"},     {"arcsech", "asech"},
    {"arcsch", "acsch"}, {"arccsch", "acsch"},  {"arcoth", "acoth"}, {"arccoth", "acoth"},    {"sgn", "sign"},
    {"signum", "sign"},  {"heaviside", "step"}, {"ceiling", "ceil"}, {"logistic", "sigmoid"}, {"Γ", "gamma"},
});

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether two names differ in capitals and underscores only.
bool isSameWord(std::string_view a, std::string_view b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && a[i] == '_')
            ++i;
        else if (j < b.size() && b[j] == '_')
            ++j;
        else if (i == a.size() || j == b.size() || lower(a[i++]) != lower(b[j++]))
            return false;
    }
    return true;
}

std::string withoutLine(std::string_view name, const Vocabulary& vocabulary)
{
    const std::size_t line = name.rfind('_');
    if (line == std::string_view::npos || name.back() < '0' || name.back() > '9')
        return {};
    std::string joined = std::string(name.substr(0, line)) + std::string(name.substr(line + 1));
    return isFunctionName(joined, vocabulary) ? joined : std::string();
}

std::string writtenOtherwise(std::string_view typed, const Vocabulary& vocabulary)
{
    std::string found;
    const auto consider = [&](std::string_view name) {
        if (!isSameWord(name, typed))
            return true;
        const bool isFirst = found.empty();
        found = isFirst ? std::string(name) : std::string();
        return isFirst;
    };
    for (const Primitive* const primitive : vocabulary.all()) {
        if (!consider(primitive->name))
            return {};
    }
    for (const SpecialForm& form : specialForms()) {
        if (!consider(form.name))
            return {};
    }
    return found;
}

} // namespace

bool isFunctionName(std::string_view name, const Vocabulary& vocabulary)
{
    return vocabulary.find(name) || findSpecialForm(name);
}

std::string functionNamed(std::string_view typed, bool isCall, const Vocabulary& vocabulary)
{
    if (isFunctionName(typed, vocabulary))
        return std::string(typed);
    const bool isWord = typed.size() > 1 && lower(typed.front()) >= 'a' && lower(typed.front()) <= 'z';
    const auto other = std::ranges::find(kOtherNames, typed, &decltype(kOtherNames)::value_type::first);
    if (other != kOtherNames.end() && (isCall || isWord) && isFunctionName(other->second, vocabulary))
        return std::string(other->second);
    if (!isWord)
        return {};
    std::string joined = withoutLine(typed, vocabulary);
    return joined.empty() && isCall ? writtenOtherwise(typed, vocabulary) : joined;
}

std::string inverseOf(std::string_view function, const Vocabulary& vocabulary)
{
    constexpr auto kInvertible = std::to_array<std::string_view>(
        {"sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech", "csch", "coth"});
    if (std::ranges::find(kInvertible, function) == kInvertible.end())
        return {};
    std::string inverse = "a" + std::string(function);
    return isFunctionName(inverse, vocabulary) ? inverse : std::string();
}

} // namespace secant
