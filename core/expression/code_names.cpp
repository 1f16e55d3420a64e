#include "core/expression/code_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>
#include <utility>

#include "core/expression/definition.h"

namespace secant {

namespace {

/// A function by its name here, in C++, in NumPy and in PyTorch; empty where it has none.
struct Names {
    std::string_view here;
    std::string_view cpp;
    std::string_view numPy;
    std::string_view torch;
};

constexpr std::array kNames{
    Names{"abs", "std::abs", "np.abs", "torch.abs"},
    Names{"acos", "std::acos", "np.arccos", "torch.acos"},
    Names{"acosh", "std::acosh", "np.arccosh", "torch.acosh"},
    Names{"asin", "std::asin", "np.arcsin", "torch.asin"},
    Names{"asinh", "std::asinh", "np.arcsinh", "torch.asinh"},
    Names{"atan", "std::atan", "np.arctan", "torch.atan"},
    Names{"atanh", "std::atanh", "np.arctanh", "torch.atanh"},
    Names{"cbrt", "std::cbrt", "np.cbrt", ""},
    Names{"ceil", "std::ceil", "np.ceil", "torch.ceil"},
    Names{"cos", "std::cos", "np.cos", "torch.cos"},
    Names{"cosh", "std::cosh", "np.cosh", "torch.cosh"},
    Names{"erf", "std::erf", "special.erf", "torch.erf"},
    Names{"erfc", "std::erfc", "special.erfc", "torch.erfc"},
    Names{"exp", "std::exp", "np.exp", "torch.exp"},
    Names{"exp2", "std::exp2", "np.exp2", "torch.exp2"},
    Names{"expm1", "std::expm1", "np.expm1", "torch.expm1"},
    Names{"floor", "std::floor", "np.floor", "torch.floor"},
    Names{"gamma", "std::tgamma", "special.gamma", ""},
    Names{"lg", "std::log10", "np.log10", "torch.log10"},
    Names{"ln", "std::log", "np.log", "torch.log"},
    Names{"log", "std::log", "np.log", "torch.log"},
    Names{"log10", "std::log10", "np.log10", "torch.log10"},
    Names{"log1p", "std::log1p", "np.log1p", "torch.log1p"},
    Names{"log2", "std::log2", "np.log2", "torch.log2"},
    Names{"round", "std::round", "", ""},
    Names{"sign", "", "np.sign", "torch.sign"},
    Names{"sin", "std::sin", "np.sin", "torch.sin"},
    Names{"sinh", "std::sinh", "np.sinh", "torch.sinh"},
    Names{"sqrt", "std::sqrt", "np.sqrt", "torch.sqrt"},
    Names{"tan", "std::tan", "np.tan", "torch.tan"},
    Names{"tanh", "std::tanh", "np.tanh", "torch.tanh"},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kGreek{{
    {"α", "alpha"}, {"β", "beta"},  {"γ", "gamma"},   {"δ", "delta"},  {"ε", "epsilon"}, {"ζ", "zeta"},  {"η", "eta"},
    {"θ", "theta"}, {"ι", "iota"},  {"κ", "kappa"},   {"λ", "lambda"}, {"μ", "mu"},      {"ν", "nu"},    {"ξ", "xi"},
    {"ρ", "rho"},   {"σ", "sigma"}, {"υ", "upsilon"}, {"φ", "phi"},    {"χ", "chi"},     {"ψ", "psi"},   {"ω", "omega"},
    {"Δ", "Delta"}, {"Θ", "Theta"}, {"Λ", "Lambda"},  {"Σ", "Sigma"},  {"Φ", "Phi"},     {"Ω", "Omega"},
}};

/// Words of both languages, and what the code itself names. Words of two letters and more that a name could be.
constexpr auto kReserved = std::to_array<std::string_view>({
    "alignas", "and",      "as",      "asm",    "assert",   "async",  "auto",     "await",   "bool",    "break",
    "case",    "catch",    "char",    "class",  "concept",  "const",  "continue", "def",     "default", "del",
    "delete",  "do",       "double",  "elif",   "else",     "enum",   "except",   "export",  "extern",  "f",
    "false",   "final",    "finally", "float",  "for",      "friend", "from",     "forward", "global",  "goto",
    "if",      "import",   "in",      "inline", "int",      "is",     "lambda",   "long",    "mod",     "namespace",
    "new",     "nonlocal", "not",     "np",     "operator", "or",     "pass",     "raise",   "return",  "self",
    "short",   "special",  "std",     "torch",  "try",      "while",  "with",     "yield",
});

std::string spelled(std::string_view name)
{
    std::string text;
    for (std::size_t at = 0; at < name.size();) {
        const auto byte = static_cast<unsigned char>(name[at]);
        if (byte < 0x80) {
            text += name[at++];
            continue;
        }
        const std::string_view letter = name.substr(at, 2);
        const auto* const found = std::ranges::find(kGreek, letter, &decltype(kGreek)::value_type::first);
        text += found == kGreek.end() ? std::string_view("greek") : found->second;
        at += letter.size();
    }
    return text;
}

} // namespace

std::optional<BuiltIn> builtIn(CodeLanguage language, std::string_view primitive)
{
    if (language == CodeLanguage::PyTorch && primitive == "gamma")
        return BuiltIn{"torch.exp(torch.lgamma(", "))"};
    const auto* const found = std::ranges::find(kNames, primitive, &Names::here);
    if (found == kNames.end())
        return std::nullopt;
    const std::string_view name = language == CodeLanguage::Cpp     ? found->cpp
                                  : language == CodeLanguage::NumPy ? found->numPy
                                                                    : found->torch;
    return name.empty() ? std::nullopt : std::optional(BuiltIn{std::string(name) + "(", ")"});
}

std::vector<std::string> identifiersFor(std::span<const std::string> names)
{
    std::vector<std::string> identifiers;
    std::unordered_set<std::string> taken;
    for (const std::string& name : names) {
        std::string identifier = spelled(name);
        const auto isFree = [&taken](const std::string& word) {
            return std::ranges::find(kReserved, word) == kReserved.end() && definitionOf(word).empty() &&
                   taken.insert(word).second;
        };
        while (!isFree(identifier))
            identifier += '_';
        identifiers.push_back(std::move(identifier));
    }
    return identifiers;
}

} // namespace secant
