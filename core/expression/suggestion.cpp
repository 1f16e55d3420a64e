#include "core/expression/suggestion.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "core/expression/special_form.h"

namespace secant {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Names from other schools and languages, which are asked back and not taken.
constexpr auto kOtherNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"arctg", "atan"},
    {"tg", "tan"},
    {"sen", "sin"},
    {"sh", "sinh"},
    {"ch", "cosh"},
    {"th", "tanh"},
    {"ctg", "cot"},
    {"cotg", "cot"},
    {"ctan", "cot"},
    {"cotan", "cot"},
    {"arcctg", "acot"},
    {"absolute", "abs"},
    {"σ", "sigmoid"},
});

std::size_t sharedPrefix(std::string_view a, std::string_view b)
{
    const auto [end, unused] = std::ranges::mismatch(a, b, {}, lower, lower);
    return static_cast<std::size_t>(end - a.begin());
}

/// How badly `candidate` fits, the smaller the better.
auto badness(std::string_view name, std::string_view candidate, std::size_t distance)
{
    const std::size_t shared = sharedPrefix(name, candidate);
    return std::tuple(distance, name.size() - std::min(shared, name.size()), candidate.size(), candidate);
}

std::string withinFewEdits(std::string_view name, std::span<const std::string_view> candidates)
{
    const std::size_t limit = name.size() <= 3 ? 1 : 2;
    std::string_view best;
    std::size_t bestDistance = limit + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t lengthGap = std::max(name.size(), candidate.size()) - std::min(name.size(), candidate.size());
        if (lengthGap > limit)
            continue;
        const std::size_t distance = editDistance(name, candidate);
        if (distance > limit || distance >= candidate.size())
            continue;
        if (best.empty() || badness(name, candidate, distance) < badness(name, best, bestDistance)) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return std::string(best);
}

std::string byPrefix(std::string_view name, std::span<const std::string_view> candidates)
{
    constexpr std::size_t kLeastShared = 3;
    std::string_view completed;
    std::string_view contained;
    for (const std::string_view candidate : candidates) {
        const std::size_t shared = sharedPrefix(name, candidate);
        if (shared < kLeastShared)
            continue;
        if (shared == name.size() && (completed.empty() || candidate.size() < completed.size()))
            completed = candidate;
        if (shared == candidate.size() && candidate.size() > contained.size())
            contained = candidate;
    }
    return std::string(completed.empty() ? contained : completed);
}

} // namespace

std::size_t editDistance(std::string_view a, std::string_view b)
{
    // Three rows of the table of distances between prefixes: two back, one back, present.
    std::vector<std::size_t> twoBack(b.size() + 1);
    std::vector<std::size_t> oneBack(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        oneBack[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool isSame = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({oneBack[j] + 1, row[j - 1] + 1, oneBack[j - 1] + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                row[j] = std::min(row[j], twoBack[j - 2] + 1);
        }
        twoBack.swap(oneBack);
        oneBack.swap(row);
    }
    return oneBack[b.size()];
}

std::string nearestFunction(std::string_view name, const Vocabulary& vocabulary)
{
    const auto other = std::ranges::find(kOtherNames, name, &decltype(kOtherNames)::value_type::first);
    if (other != kOtherNames.end() && (vocabulary.find(other->second) || findSpecialForm(other->second)))
        return std::string(other->second);

    std::vector<std::string_view> candidates;
    for (const Primitive* primitive : vocabulary.all())
        candidates.push_back(primitive->name);
    for (const SpecialForm& form : specialForms())
        candidates.push_back(form.name);
    const std::string close = withinFewEdits(name, candidates);
    return close.empty() ? byPrefix(name, candidates) : close;
}

} // namespace secant
