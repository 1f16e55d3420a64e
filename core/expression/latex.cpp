#include "core/expression/latex.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <utility>
#include <variant>
#include <vector>

#include "core/expression/condition.h"
#include "core/expression/precedence.h"

namespace secant {

namespace {

/// Names of Greek letters in LaTeX, beside how they are typed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kGreek{{
    {"alpha", "α"}, {"beta", "β"},  {"gamma", "γ"}, {"delta", "δ"}, {"epsilon", "ε"}, {"zeta", "ζ"},
    {"eta", "η"},   {"theta", "θ"}, {"iota", "ι"},  {"kappa", "κ"}, {"lambda", "λ"},  {"mu", "μ"},
    {"nu", "ν"},    {"xi", "ξ"},    {"rho", "ρ"},   {"sigma", "σ"}, {"upsilon", "υ"}, {"phi", "φ"},
    {"chi", "χ"},   {"psi", "ψ"},   {"omega", "ω"}, {"tau", "τ"},
}};

/// What stands around the argument of a function that is not simply named.
struct Fences {
    std::string_view function;
    std::string_view opening;
    std::string_view closing;
    Level level = Level::Atom; ///< Power: a power of it needs brackets.
};

constexpr std::array kFences{
    Fences{"sqrt", "\\sqrt{", "}"},
    Fences{"cbrt", "\\sqrt[3]{", "}"},
    Fences{"abs", "\\left|", "\\right|"},
    Fences{"floor", "\\left\\lfloor ", "\\right\\rfloor "},
    Fences{"ceil", "\\left\\lceil ", "\\right\\rceil "},
    Fences{"exp", "e^{", "}", Level::Power},
    Fences{"exp2", "2^{", "}", Level::Power},
};

/// Functions that LaTeX has a command for, or that mathematics writes otherwise than we do.
constexpr std::array<std::pair<std::string_view, std::string_view>, 19> kFunctions{{
    {"sin", "\\sin"},
    {"cos", "\\cos"},
    {"tan", "\\tan"},
    {"sinh", "\\sinh"},
    {"cosh", "\\cosh"},
    {"tanh", "\\tanh"},
    {"asin", "\\arcsin"},
    {"acos", "\\arccos"},
    {"atan", "\\arctan"},
    {"log", "\\ln"},
    {"ln", "\\ln"},
    {"log10", "\\log_{10}"},
    {"lg", "\\log_{10}"},
    {"log2", "\\log_{2}"},
    {"gamma", "\\Gamma"},
    {"sigmoid", "\\sigma"},
    {"asinh", "\\operatorname{arsinh}"},
    {"acosh", "\\operatorname{arcosh}"},
    {"atanh", "\\operatorname{artanh}"},
}};

bool isOneCharacter(std::string_view text)
{
    const auto isContinuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    return !text.empty() && std::ranges::all_of(text.substr(1), isContinuation);
}

/// One part of a name between underscores.
std::string latexWord(std::string_view word)
{
    for (const auto& [name, letter] : kGreek) {
        if (word == name || word == letter)
            return "\\" + std::string(name);
    }
    const bool isNumeral = word.find_first_not_of("0123456789") == std::string_view::npos;
    return isOneCharacter(word) || isNumeral ? std::string(word) : "\\mathrm{" + std::string(word) + "}";
}

std::string functionName(const Primitive& callee)
{
    for (const auto& [name, command] : kFunctions) {
        if (callee.name == name)
            return std::string(command);
    }
    std::string text = "\\operatorname{";
    for (const char c : callee.name)
        text += c == '_' ? std::string("\\_") : std::string(1, c);
    return text + "}";
}

std::string_view relationSign(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Less:
        return " < ";
    case NodeKind::LessEqual:
        return " \\le ";
    case NodeKind::Greater:
        return " > ";
    case NodeKind::GreaterEqual:
        return " \\ge ";
    case NodeKind::Equal:
        return " = ";
    default:
        return " \\ne ";
    }
}

/// A node, and how tightly it has to hold together where it stands.
struct Operand {
    NodeIndex node = kNoNode;
    Level least = Level::None;
};

using Piece = std::variant<std::string_view, Operand>;

class LatexWriter {
public:
    explicit LatexWriter(const SyntaxTree& tree)
        : m_tree(tree), m_isChain(chainsIn(tree)), m_startsWithDigit(tree.nodes.size())
    {
        for (std::size_t i = 0; i < tree.nodes.size(); ++i)
            m_startsWithDigit[i] = startsWithDigit(tree.nodes[i]);
    }

    std::string run()
    {
        if (m_tree.nodes.empty())
            return {};
        m_left.emplace_back(Operand{static_cast<NodeIndex>(m_tree.nodes.size() - 1), Level::None});
        while (!m_left.empty()) {
            const Piece piece = m_left.back();
            m_left.pop_back();
            if (const auto* const text = std::get_if<std::string_view>(&piece))
                m_text += *text;
            else
                write(std::get<Operand>(piece));
        }
        return std::move(m_text);
    }

private:
    [[nodiscard]] const Node& at(NodeIndex node) const { return m_tree.nodes[static_cast<std::size_t>(node)]; }

    [[nodiscard]] bool isChain(const Node& node) const
    {
        return m_isChain[static_cast<std::size_t>(&node - m_tree.nodes.data())];
    }

    /// Whether a digit would run together with a number before it.
    [[nodiscard]] bool startsWithDigit(const Node& node) const
    {
        switch (node.kind) {
        case NodeKind::Number:
            return true;
        case NodeKind::Multiply:
        case NodeKind::Power:
            return m_startsWithDigit[static_cast<std::size_t>(node.first)];
        case NodeKind::Call:
            return node.callee->name == "exp2";
        default:
            return false;
        }
    }

    /// These pieces come next, in this order.
    void put(std::initializer_list<Piece> pieces)
    {
        m_left.insert(m_left.end(), std::make_reverse_iterator(pieces.end()),
                      std::make_reverse_iterator(pieces.begin()));
    }

    [[nodiscard]] static const Fences* fencesOf(const Node& node)
    {
        const auto* const found = std::ranges::find(kFences, node.callee->name, &Fences::function);
        return found == kFences.end() ? nullptr : found;
    }

    [[nodiscard]] Level levelOf(const Node& node) const
    {
        switch (node.kind) {
        case NodeKind::Number:
            return std::signbit(node.number)  ? Level::Negation
                   : hasExponent(node.number) ? Level::Product
                                              : Level::Atom;
        case NodeKind::Add:
        case NodeKind::Subtract:
        case NodeKind::If:
            return Level::Sum;
        case NodeKind::Negate:
            return Level::Negation;
        case NodeKind::Multiply:
            return Level::Product;
        case NodeKind::Divide:
        case NodeKind::Power:
            return Level::Power;
        case NodeKind::Call: {
            const Fences* const fences = fencesOf(node);
            return fences ? fences->level : Level::Power;
        }
        case NodeKind::Minimum:
        case NodeKind::Maximum:
        case NodeKind::Modulo:
            return Level::Power;
        case NodeKind::And:
            return isChain(node) ? Level::Comparison : Level::And;
        case NodeKind::Or:
            return Level::Or;
        default:
            return isComparison(node.kind) ? Level::Comparison : Level::Atom;
        }
    }

    void write(Operand operand)
    {
        const Node& node = at(operand.node);
        if (levelOf(node) < operand.least) {
            m_text += "\\left(";
            m_left.emplace_back("\\right)");
        }
        writeNode(node);
    }

    void writeNode(const Node& node)
    {
        const Operand first{node.first, Level::None};
        const Operand second{node.second, Level::None};
        switch (node.kind) {
        case NodeKind::Number:
            return writeNumber(node.number);
        case NodeKind::Pi:
            m_text += "\\pi ";
            return;
        case NodeKind::Euler:
            m_text += "e";
            return;
        case NodeKind::Variable:
            m_text += "x";
            return;
        case NodeKind::Parameter:
            m_text += latexName(m_tree.parameters[node.index]);
            // A command ends at the first character that is no letter.
            m_text += m_text.back() == '}' ? "" : " ";
            return;
        case NodeKind::Negate:
            return put({"-", Operand{node.first, Level::Product}});
        case NodeKind::Add:
            return put({Operand{node.first, Level::Sum}, " + ", Operand{node.second, Level::Product}});
        case NodeKind::Subtract:
            return put({Operand{node.first, Level::Sum}, " - ", Operand{node.second, Level::Product}});
        case NodeKind::Multiply:
            return put({Operand{node.first, Level::Product},
                        m_startsWithDigit[static_cast<std::size_t>(node.second)] ? " \\cdot " : " ",
                        Operand{node.second, Level::Power}});
        case NodeKind::Divide:
            return put({"\\frac{", first, "}{", second, "}"});
        case NodeKind::Power:
            return put({Operand{node.first, Level::Atom}, "^{", second, "}"});
        case NodeKind::Minimum:
            return put({"\\min\\left(", first, ", ", second, "\\right)"});
        case NodeKind::Maximum:
            return put({"\\max\\left(", first, ", ", second, "\\right)"});
        case NodeKind::Modulo:
            return put({"\\operatorname{mod}\\left(", first, ", ", second, "\\right)"});
        case NodeKind::Hypotenuse:
            return put(
                {"\\sqrt{", Operand{node.first, Level::Atom}, "^{2} + ", Operand{node.second, Level::Atom}, "^{2}}"});
        case NodeKind::If:
            return writeCases(node);
        case NodeKind::And:
            if (isChain(node))
                return put({first, relationSign(at(node.second).kind), Operand{at(node.second).second, Level::Sum}});
            return put({Operand{node.first, Level::And}, " \\text{ and } ", Operand{node.second, Level::Comparison}});
        case NodeKind::Or:
            return put({Operand{node.first, Level::Or}, " \\text{ or } ", Operand{node.second, Level::And}});
        case NodeKind::Call:
            return writeCall(node);
        default:
            return put({Operand{node.first, Level::Sum}, relationSign(node.kind), Operand{node.second, Level::Sum}});
        }
    }

    /// Branches of branches are rows of one brace.
    void writeCases(const Node& outermost)
    {
        m_text += "\\begin{cases}";
        std::vector<Piece> pieces;
        const Node* node = &outermost;
        for (;; node = &at(node->second)) {
            pieces.insert(pieces.end(), {Operand{node->first, Level::None}, " & \\text{if } ",
                                         Operand{node->values.front(), Level::None}});
            if (at(node->second).kind != NodeKind::If)
                break;
            pieces.emplace_back(" \\\\ ");
        }
        if (!isUndefined(m_tree, node->second))
            pieces.insert(pieces.end(), {" \\\\ ", Operand{node->second, Level::None}, " & \\text{otherwise}"});
        pieces.emplace_back("\\end{cases}");
        m_left.insert(m_left.end(), pieces.rbegin(), pieces.rend());
    }

    void writeCall(const Node& node)
    {
        if (const Fences* const fences = fencesOf(node))
            return put({fences->opening, Operand{node.first, Level::None}, fences->closing});
        m_text += functionName(*node.callee) + "\\left(";
        m_left.emplace_back("\\right)");
        for (std::size_t i = node.values.size(); i > 0; --i)
            put({i == 1 ? "; " : ", ", Operand{node.values[i - 1], Level::None}});
        m_left.emplace_back(Operand{node.first, Level::None});
    }

    [[nodiscard]] static std::string digitsOf(double number)
    {
        std::array<char, 32> digits{};
        return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
    }

    [[nodiscard]] static bool hasExponent(double number) { return digitsOf(number).find('e') != std::string::npos; }

    void writeNumber(double number)
    {
        const std::string digits = digitsOf(number);
        const std::size_t end = std::min(digits.find('e'), digits.size());
        m_text += digits.substr(0, end);
        if (end == digits.size())
            return;
        int exponent = 0;
        const std::size_t begin = end + (digits[end + 1] == '+' ? 2 : 1);
        std::from_chars(digits.data() + begin, digits.data() + digits.size(), exponent);
        m_text += " \\cdot 10^{" + std::to_string(exponent) + "}";
    }

    const SyntaxTree& m_tree;
    std::vector<bool> m_isChain;
    std::vector<bool> m_startsWithDigit;
    std::vector<Piece> m_left; ///< Still to be written, the next one last.
    std::string m_text;
};

} // namespace

std::string latexName(std::string_view name)
{
    const std::size_t bar = std::min(name.find('_'), name.size());
    const std::size_t digits = name.find_first_of("0123456789");
    if (bar == name.size() && digits != std::string_view::npos && digits > 0)
        return latexWord(name.substr(0, digits)) + "_{" + std::string(name.substr(digits)) + "}";
    std::string text = latexWord(name.substr(0, bar));
    if (bar == name.size())
        return text;
    text += "_{";
    for (std::size_t at = bar; at < name.size();) {
        const std::size_t end = std::min(name.find('_', at + 1), name.size());
        text += (at == bar ? "" : ",") + latexWord(name.substr(at + 1, end - at - 1));
        at = end;
    }
    return text + "}";
}

std::string toLatex(const SyntaxTree& tree)
{
    return LatexWriter(tree).run();
}

} // namespace secant
