#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace secant {

enum class CodeLanguage : std::uint8_t { Cpp, NumPy, PyTorch };

/// How a function is called in a language: the text before and behind its argument.
struct BuiltIn {
    std::string opening;
    std::string closing;
};

/// Nothing if the language has no such function.
[[nodiscard]] std::optional<BuiltIn> builtIn(CodeLanguage language, std::string_view primitive);

/// Names of parameters as identifiers that are no keywords and all different: α is alpha, lambda is lambda_.
[[nodiscard]] std::vector<std::string> identifiersFor(std::span<const std::string> names);

} // namespace secant
