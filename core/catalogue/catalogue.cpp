#include "core/catalogue/catalogue.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/catalogue/registry.h"

namespace secant {
namespace {

/// Match quality, best first.
enum class Rank : std::uint8_t { NameStarts, OtherStarts, NameContains, Elsewhere };

/// Full-width forms (U+FF01 to U+FF5E, from Chinese input methods) and the ideographic space as ASCII; ASCII letters
/// lower-case; '-' and '_' as spaces, so that "leaky relu" finds leaky_relu.
std::string folded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char c = static_cast<unsigned char>(text[i]);
        if (c >= 0xE3 && i + 2 < text.size()) {
            const auto second = static_cast<unsigned char>(text[i + 1]);
            const auto third = static_cast<unsigned char>(text[i + 2]);
            const unsigned codePoint = ((c & 0x0FU) << 12U) | ((second & 0x3FU) << 6U) | (third & 0x3FU);
            if (codePoint == 0x3000 || (codePoint >= 0xFF01 && codePoint <= 0xFF5E)) {
                c = codePoint == 0x3000 ? ' ' : static_cast<unsigned char>(codePoint - 0xFEE0);
                i += 2;
            }
        }
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<unsigned char>(c - 'A' + 'a');
        }
        result.push_back(c == '-' || c == '_' ? ' ' : static_cast<char>(c));
    }
    return result;
}

/// The words of an already folded text.
std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> result;
    std::size_t begin = text.find_first_not_of(" \t");
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
        result.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(" \t", end);
    }
    return result;
}

/// Everything an activation is found by, the shown names first.
std::vector<std::string> searchTexts(const Activation& activation)
{
    std::vector<std::string> texts{folded(activation.name.english), folded(activation.name.chinese),
                                   folded(activation.id())};
    for (const std::string_view alias : activation.aliases) {
        texts.push_back(folded(alias));
    }
    return texts;
}

constexpr std::size_t kShownNames = 2;

/// Nothing if some word of the query is nowhere in the texts.
std::optional<Rank> rankOf(const std::vector<std::string>& texts, std::string_view query)
{
    for (const std::string_view word : words(query)) {
        const auto contains = [word](const std::string& text) { return text.find(word) != std::string::npos; };
        if (std::none_of(texts.begin(), texts.end(), contains)) {
            return std::nullopt;
        }
    }
    const auto names = texts.begin() + kShownNames;
    const auto starts = [query](const std::string& text) { return text.starts_with(query); };
    const auto contains = [query](const std::string& text) { return text.find(query) != std::string::npos; };
    if (std::any_of(texts.begin(), names, starts)) {
        return Rank::NameStarts;
    }
    if (std::any_of(names, texts.end(), starts)) {
        return Rank::OtherStarts;
    }
    return std::any_of(texts.begin(), names, contains) ? Rank::NameContains : Rank::Elsewhere;
}

} // namespace

std::span<const Activation* const> activations()
{
    return registeredActivations();
}

const Activation* findActivation(std::string_view id)
{
    const auto all = activations();
    const auto found = std::find_if(all.begin(), all.end(), [id](const Activation* a) { return a->id() == id; });
    return found == all.end() ? nullptr : *found;
}

const Vocabulary& vocabulary()
{
    static const Vocabulary kVocabulary = [] {
        const auto elementary = elementaryPrimitives();
        std::vector<const Primitive*> primitives(elementary.begin(), elementary.end());
        for (const Activation* activation : activations()) {
            // Of sinc both floors have one; the activation's is the more accurate.
            std::erase_if(primitives, [activation](const Primitive* p) {
                return p != activation->primitive && p->name == activation->id();
            });
            // tanh is both.
            if (std::find(primitives.begin(), primitives.end(), activation->primitive) == primitives.end()) {
                primitives.push_back(activation->primitive);
            }
        }
        return Vocabulary(std::move(primitives));
    }();
    return kVocabulary;
}

std::string callText(const Activation& activation)
{
    std::string text(activation.id());
    text += "(x";
    for (const ParameterSpec& parameter : activation.primitive->parameters) {
        text += ", ";
        text += parameter.name;
    }
    text += ')';
    return text;
}

std::vector<const Activation*> searchActivations(std::string_view query)
{
    const std::string wanted = folded(query);
    const std::vector<std::string_view> wantedWords = words(wanted);
    std::string joined;
    for (const std::string_view word : wantedWords) {
        joined += joined.empty() ? "" : " ";
        joined += word;
    }
    std::vector<std::pair<Rank, const Activation*>> found;
    for (const Activation* activation : activations()) {
        if (const std::optional<Rank> rank = rankOf(searchTexts(*activation), joined)) {
            found.emplace_back(*rank, activation);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Activation*> result;
    for (const auto& [rank, activation] : found) {
        result.push_back(activation);
    }
    return result;
}

} // namespace secant
