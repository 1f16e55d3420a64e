#include "core/expression/print.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "core/expression/condition.h"
#include "core/expression/precedence.h"
#include "core/expression/special_form.h"

namespace secant {

namespace {

/// What a place in the text lets stand without brackets.
struct Place {
    Level least = Level::None;    ///< Everything that holds together at least as tightly,
    Level negation = Level::None; ///< and a minus, which then binds this tightly; None: no minus.
};

constexpr Place kAlone{Level::Sum, Level::Negation};
constexpr Place kCondition{Level::Or, Level::Negation};

/// A piece of the text still to be written: these characters, or a node in its place.
struct Piece {
    std::string_view characters = {};
    NodeIndex node = kNoNode;
    Place place = {};
};

struct Infix {
    std::string_view sign;
    Level level;
    Place left;
    Place right;
};

constexpr Place kFactor{Level::Root, Level::Product};

Infix infix(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Add:
        return {" + ", Level::Sum, kAlone, {Level::Product, Level::Negation}};
    case NodeKind::Subtract:
        return {" - ", Level::Sum, kAlone, {Level::Product, Level::Negation}};
    case NodeKind::Multiply:
        return {"*", Level::Product, {Level::Product, Level::None}, kFactor};
    case NodeKind::Divide:
        return {"/", Level::Product, {Level::Product, Level::None}, kFactor};
    case NodeKind::Less:
        return {" < ", Level::Comparison, kAlone, kAlone};
    case NodeKind::LessEqual:
        return {" <= ", Level::Comparison, kAlone, kAlone};
    case NodeKind::Greater:
        return {" > ", Level::Comparison, kAlone, kAlone};
    case NodeKind::GreaterEqual:
        return {" >= ", Level::Comparison, kAlone, kAlone};
    case NodeKind::Equal:
        return {" == ", Level::Comparison, kAlone, kAlone};
    case NodeKind::NotEqual:
        return {" != ", Level::Comparison, kAlone, kAlone};
    case NodeKind::And:
        return {" and ", Level::And, {Level::And, Level::Negation}, {Level::Comparison, Level::Negation}};
    case NodeKind::Or:
        return {" or ", Level::Or, kCondition, {Level::And, Level::Negation}};
    default:
        return {"^", Level::Power, {Level::Atom, Level::None}, {Level::Power, Level::Power}};
    }
}

/// The place behind a minus that binds at `level`.
Place afterMinus(Level level)
{
    const Level tighter = level == Level::Power ? Level::Power : static_cast<Level>(static_cast<int>(level) + 1);
    return {tighter, level};
}

class Printer {
public:
    explicit Printer(const SyntaxTree& tree) : m_tree(tree), m_isChain(chainsIn(tree)) {}

    std::string run()
    {
        if (m_tree.nodes.empty())
            return {};
        m_left.push_back({.node = static_cast<NodeIndex>(m_tree.nodes.size() - 1), .place = kAlone});
        while (!m_left.empty()) {
            const Piece piece = m_left.back();
            m_left.pop_back();
            if (piece.node == kNoNode)
                m_text += piece.characters;
            else
                write(piece.node, piece.place);
        }
        return std::move(m_text);
    }

private:
    [[nodiscard]] const Node& at(NodeIndex node) const { return m_tree.nodes[static_cast<std::size_t>(node)]; }

    void write(NodeIndex index, Place place)
    {
        const Node& node = at(index);
        switch (node.kind) {
        case NodeKind::Number:
            return writeNumber(node.number, place);
        case NodeKind::Pi:
            m_text += "pi";
            return;
        case NodeKind::Euler:
            m_text += "e";
            return;
        case NodeKind::Variable:
            m_text += "x";
            return;
        case NodeKind::Parameter:
            m_text += m_tree.parameters[node.index];
            return;
        case NodeKind::Negate:
            return writeNegation(node, place);
        case NodeKind::Minimum:
        case NodeKind::Maximum:
            return writeExtremum(index);
        case NodeKind::Modulo:
            return writeList("mod(", {node.first, node.second});
        case NodeKind::Hypotenuse:
            return writeList("hypot(", {node.first, node.second});
        case NodeKind::If:
            return writeList("if(", {node.values.front(), node.first, node.second});
        case NodeKind::Call:
            return writeCall(node);
        case NodeKind::And:
            return m_isChain[static_cast<std::size_t>(index)] ? writeChain(node) : writeInfix(node, place);
        default:
            return writeInfix(node, place);
        }
    }

    void writeNumber(double number, Place place)
    {
        const bool needsBrackets = std::signbit(number) && place.negation == Level::None;
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        m_text += needsBrackets ? "(" : "";
        m_text.append(digits.data(), end);
        m_text += needsBrackets ? ")" : "";
    }

    void writeNegation(const Node& node, Place place)
    {
        const bool needsBrackets = place.negation == Level::None;
        m_text += needsBrackets ? "(-" : "-";
        if (needsBrackets)
            m_left.push_back({.characters = ")"});
        m_left.push_back({.node = node.first, .place = afterMinus(needsBrackets ? Level::Negation : place.negation)});
    }

    void writeInfix(const Node& node, Place place)
    {
        const Infix form = infix(node.kind);
        if (form.level < place.least) {
            m_text += '(';
            m_left.push_back({.characters = ")"});
        }
        m_left.push_back({.node = node.second, .place = form.right});
        m_left.push_back({.characters = form.sign});
        m_left.push_back({.node = node.first, .place = form.left});
    }

    /// a < b and b < c as a < b < c.
    void writeChain(const Node& node)
    {
        const Node& last = at(node.second);
        const Infix form = infix(last.kind);
        m_left.push_back({.node = last.second, .place = form.right});
        m_left.push_back({.characters = form.sign});
        m_left.push_back({.node = node.first, .place = kCondition});
    }

    /// max(max(a, b), c) as max(a, b, c), which is read as the same tree.
    void writeExtremum(NodeIndex index)
    {
        const NodeKind kind = at(index).kind;
        const std::size_t most = describe(kind == NodeKind::Minimum ? Form::Minimum : Form::Maximum).mostArguments;
        m_text += kind == NodeKind::Minimum ? "min(" : "max(";
        m_left.push_back({.characters = ")"});
        NodeIndex first = index;
        for (std::size_t count = 1; at(first).kind == kind && count < most; ++count) {
            m_left.push_back({.node = at(first).second, .place = kAlone});
            m_left.push_back({.characters = ", "});
            first = at(first).first;
        }
        m_left.push_back({.node = first, .place = kAlone});
    }

    void writeList(std::string_view opening, std::initializer_list<NodeIndex> arguments)
    {
        m_text += opening;
        m_left.push_back({.characters = ")"});
        for (auto argument = std::rbegin(arguments); argument != std::rend(arguments); ++argument) {
            m_left.push_back({.node = *argument, .place = kCondition});
            if (std::next(argument) != std::rend(arguments))
                m_left.push_back({.characters = ", "});
        }
    }

    void writeCall(const Node& node)
    {
        m_text += node.callee->name;
        m_text += '(';
        m_left.push_back({.characters = ")"});
        for (std::size_t i = node.values.size(); i > 0; --i) {
            m_left.push_back({.node = node.values[i - 1], .place = kAlone});
            m_left.push_back({.characters = ", "});
        }
        m_left.push_back({.node = node.first, .place = kAlone});
    }

    const SyntaxTree& m_tree;
    std::vector<bool> m_isChain;
    std::vector<Piece> m_left; ///< Still to be written, the next one last.
    std::string m_text;
};

} // namespace

std::string print(const SyntaxTree& tree)
{
    return Printer(tree).run();
}

} // namespace secant
