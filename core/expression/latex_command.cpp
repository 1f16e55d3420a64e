#include "core/expression/latex_command.h"

#include <algorithm>
#include <array>

namespace secant {

namespace {

constexpr LatexCommand name(std::string_view latex, std::string_view text)
{
    return {latex, TokenKind::Name, text};
}

constexpr LatexCommand same(std::string_view text)
{
    return name(text, text);
}

constexpr LatexCommand relation(std::string_view latex, NodeKind kind)
{
    return {latex, TokenKind::Comparison, {}, kind};
}

constexpr std::array kCommands{
    LatexCommand{"cdot", TokenKind::Times},
    LatexCommand{"times", TokenKind::Times},
    LatexCommand{"ast", TokenKind::Times},
    LatexCommand{"div", TokenKind::Divide},
    LatexCommand{"lvert", TokenKind::Bar},
    LatexCommand{"rvert", TokenKind::Bar},
    LatexCommand{"vert", TokenKind::Bar},
    LatexCommand{"mid", TokenKind::Bar},
    LatexCommand{"land", TokenKind::And},
    LatexCommand{"wedge", TokenKind::And},
    LatexCommand{"lor", TokenKind::Or},
    LatexCommand{"vee", TokenKind::Or},
    relation("lt", NodeKind::Less),
    relation("le", NodeKind::LessEqual),
    relation("leq", NodeKind::LessEqual),
    relation("gt", NodeKind::Greater),
    relation("ge", NodeKind::GreaterEqual),
    relation("geq", NodeKind::GreaterEqual),
    relation("ne", NodeKind::NotEqual),
    relation("neq", NodeKind::NotEqual),
    same("sin"),
    same("cos"),
    same("tan"),
    same("sec"),
    same("csc"),
    same("cot"),
    same("coth"),
    same("sinh"),
    same("cosh"),
    same("tanh"),
    same("exp"),
    same("ln"),
    same("log"),
    same("lg"),
    same("max"),
    same("min"),
    same("pi"),
    same("tau"),
    name("arcsin", "asin"),
    name("arccos", "acos"),
    name("arctan", "atan"),
    name("alpha", "α"),
    name("beta", "β"),
    name("gamma", "γ"),
    name("delta", "δ"),
    name("epsilon", "ε"),
    name("varepsilon", "ε"),
    name("zeta", "ζ"),
    name("eta", "η"),
    name("theta", "θ"),
    name("kappa", "κ"),
    name("lambda", "λ"),
    name("mu", "μ"),
    name("nu", "ν"),
    name("xi", "ξ"),
    name("rho", "ρ"),
    name("sigma", "σ"),
    name("phi", "φ"),
    name("varphi", "φ"),
    name("chi", "χ"),
    name("psi", "ψ"),
    name("omega", "ω"),
};

} // namespace

const LatexCommand* findLatexCommand(std::string_view name)
{
    const auto* const found = std::ranges::find(kCommands, name, &LatexCommand::name);
    return found == kCommands.end() ? nullptr : found;
}

} // namespace secant
