#include <array>
#include <string_view>
#include <utility>

#include "widgets/export/tikz_writer.h"

namespace secant {

namespace {

using Row = std::pair<char32_t, std::string_view>;

constexpr std::array kSpecial{
    Row{U'\\', "\\textbackslash{}"},
    Row{U'{', "\\{"},
    Row{U'}', "\\}"},
    Row{U'$', "\\$"},
    Row{U'&', "\\&"},
    Row{U'#', "\\#"},
    Row{U'%', "\\%"},
    Row{U'_', "\\_"},
    Row{U'^', "\\textasciicircum{}"},
    Row{U'~', "\\textasciitilde{}"},
    Row{U'<', "\\ensuremath{<}"},
    Row{U'>', "\\ensuremath{>}"},
    Row{U'|', "\\ensuremath{|}"},
    Row{U'"', "{''}"},
    Row{U'\'', "{'}"},
    Row{U'`', "{`}"},
    Row{U'-', "{-}"},
    Row{U'*', "\\ensuremath{*}"},
    Row{U'\u00A0', "~"},
    Row{U'\u2009', "\\,"},
    Row{U'\u202F', "\\,"},
    Row{U'°', "\\ensuremath{{}^{\\circ}}"},
    Row{U'±', "\\ensuremath{\\pm}"},
    Row{U'·', "\\ensuremath{\\cdot}"},
    Row{U'×', "\\ensuremath{\\times}"},
    Row{U'÷', "\\ensuremath{\\div}"},
    Row{U'–', "\\textendash{}"},
    Row{U'—', "\\textemdash{}"},
    Row{U'‘', "`{}"},
    Row{U'’', "'{}"},
    Row{U'“', "``{}"},
    Row{U'”', "''{}"},
    Row{U'…', "\\ldots{}"},
    Row{U'′', "\\ensuremath{{}'}"},
    Row{U'″', "\\ensuremath{{}''}"},
    Row{U'‴', "\\ensuremath{{}'''}"},
    Row{U'→', "\\ensuremath{\\to}"},
    Row{U'∂', "\\ensuremath{\\partial}"},
    Row{U'∈', "\\ensuremath{\\in}"},
    Row{U'∑', "\\ensuremath{\\sum}"},
    Row{U'−', "\\ensuremath{-}"},
    Row{U'√', "\\ensuremath{\\surd}"},
    Row{U'∞', "\\ensuremath{\\infty}"},
    Row{U'∪', "\\ensuremath{\\cup}"},
    Row{U'∩', "\\ensuremath{\\cap}"},
    Row{U'≈', "\\ensuremath{\\approx}"},
    Row{U'≠', "\\ensuremath{\\neq}"},
    Row{U'≤', "\\ensuremath{\\leq}"},
    Row{U'≥', "\\ensuremath{\\geq}"},
    Row{U'ℝ', "\\ensuremath{\\mathbf{R}}"},
};

constexpr std::array kGreek{
    Row{U'α', "alpha"},   Row{U'β', "beta"},     Row{U'γ', "gamma"},  Row{U'δ', "delta"}, Row{U'ε', "varepsilon"},
    Row{U'ζ', "zeta"},    Row{U'η', "eta"},      Row{U'θ', "theta"},  Row{U'ι', "iota"},  Row{U'κ', "kappa"},
    Row{U'λ', "lambda"},  Row{U'μ', "mu"},       Row{U'ν', "nu"},     Row{U'ξ', "xi"},    Row{U'π', "pi"},
    Row{U'ρ', "rho"},     Row{U'ς', "varsigma"}, Row{U'σ', "sigma"},  Row{U'τ', "tau"},   Row{U'υ', "upsilon"},
    Row{U'φ', "varphi"},  Row{U'χ', "chi"},      Row{U'ψ', "psi"},    Row{U'ω', "omega"}, Row{U'Γ', "Gamma"},
    Row{U'Δ', "Delta"},   Row{U'Θ', "Theta"},    Row{U'Λ', "Lambda"}, Row{U'Ξ', "Xi"},    Row{U'Π', "Pi"},
    Row{U'Σ', "Sigma"},   Row{U'Φ', "Phi"},      Row{U'Ψ', "Psi"},    Row{U'Ω', "Omega"}, Row{U'ϕ', "phi"},
    Row{U'ϵ', "epsilon"}, Row{U'µ', "mu"},
};

constexpr std::u32string_view kSuperscripts = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
constexpr std::u32string_view kSubscripts = U"₀₁₂₃₄₅₆₇₈₉₊₋";
constexpr std::string_view kScriptSigns = "0123456789+-";

template<std::size_t N>
std::string_view find(const std::array<Row, N>& rows, char32_t c)
{
    for (const Row& row : rows) {
        if (row.first == c)
            return row.second;
    }
    return {};
}

std::optional<QByteArray> latexOf(char32_t c)
{
    const auto bytes = [](std::string_view text) {
        return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    };
    if (const std::string_view special = find(kSpecial, c); !special.empty())
        return bytes(special);
    if (c >= U' ' && c < U'\x7F')
        return QByteArray(1, static_cast<char>(c));
    if (const std::string_view letter = find(kGreek, c); !letter.empty())
        return "\\ensuremath{\\" + bytes(letter) + "}";
    if (const auto at = kSuperscripts.find(c); at != std::u32string_view::npos)
        return "\\ensuremath{{}^{" + bytes(kScriptSigns.substr(at, 1)) + "}}";
    if (const auto at = kSubscripts.find(c); at != std::u32string_view::npos)
        return "\\ensuremath{{}_{" + bytes(kScriptSigns.substr(at, 1)) + "}}";
    return std::nullopt;
}

} // namespace

std::optional<QByteArray> latexText(const QString& text)
{
    QByteArray result;
    for (const uint c : text.toUcs4()) {
        const std::optional<QByteArray> latex = latexOf(static_cast<char32_t>(c));
        if (!latex)
            return std::nullopt;
        result += *latex;
    }
    return result;
}

} // namespace secant
