#include "core/analysis/convexity/expr.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "core/expression/symbols.h"

namespace secant::convexity {

namespace {

constexpr std::size_t kMaxNodes = 4000;
constexpr std::size_t kMaxDepth = 300;
constexpr long kMaxDecimalExponent = 5000;

ExprPtr add(ExprPtr a, ExprPtr b)
{
    return make(Op::Add, {std::move(a), std::move(b)});
}

ExprPtr multiply(ExprPtr a, ExprPtr b)
{
    return make(Op::Multiply, {std::move(a), std::move(b)});
}

ExprPtr divide(ExprPtr a, ExprPtr b)
{
    return make(Op::Divide, {std::move(a), std::move(b)});
}

ExprPtr negate(ExprPtr a)
{
    return a->op == Op::Number ? number(-a->number) : multiply(number(-1), std::move(a));
}

ExprPtr subtract(ExprPtr a, ExprPtr b)
{
    return add(std::move(a), negate(std::move(b)));
}

ExprPtr raise(ExprPtr a, const Rational& p)
{
    return make(Op::Power, {std::move(a), number(p)});
}

ExprPtr exponential(ExprPtr a)
{
    return make(Op::Exp, {std::move(a)});
}

ExprPtr logarithm(ExprPtr a)
{
    return make(Op::Log, {std::move(a)});
}

ExprPtr one()
{
    return number(1);
}

ExprPtr zero()
{
    return number(0);
}

ExprPtr squareRoot(ExprPtr a)
{
    return raise(std::move(a), Rational(1, 2));
}

ExprPtr sigmoid(const ExprPtr& u)
{
    return divide(one(), add(one(), exponential(negate(u))));
}

ExprPtr softplus(const ExprPtr& u)
{
    return logarithm(add(one(), exponential(u)));
}

ExprPtr tangentHyperbolic(const ExprPtr& u)
{
    return subtract(one(), divide(number(2), add(one(), exponential(multiply(number(2), u)))));
}

ExprPtr halfSum(const ExprPtr& u, int sign)
{
    return divide(add(exponential(u), multiply(number(sign), exponential(negate(u)))), number(2));
}

ExprPtr absolute(const ExprPtr& u)
{
    return make(Op::Maximum, {u, negate(u)});
}

/// Functions of one argument that are elementary here, or short sums and quotients of such.
ExprPtr elementary(std::string_view name, const ExprPtr& u)
{
    struct Direct {
        std::string_view name;
        Op op;
    };
    constexpr std::array kDirect{
        Direct{"exp", Op::Exp},   Direct{"log", Op::Log},     Direct{"ln", Op::Log},      Direct{"sin", Op::Sin},
        Direct{"cos", Op::Cos},   Direct{"asin", Op::Asin},   Direct{"atan", Op::Atan},   Direct{"erf", Op::Erf},
        Direct{"cbrt", Op::Cbrt}, Direct{"floor", Op::Floor}, Direct{"gamma", Op::Gamma},
    };
    for (const Direct& direct : kDirect) {
        if (direct.name == name)
            return make(direct.op, {u});
    }
    if (name == "sqrt")
        return squareRoot(u);
    if (name == "abs")
        return absolute(u);
    if (name == "tan")
        return divide(make(Op::Sin, {u}), make(Op::Cos, {u}));
    if (name == "acos")
        return subtract(divide(make(Op::Pi, {}), number(2)), make(Op::Asin, {u}));
    if (name == "sinh")
        return halfSum(u, -1);
    if (name == "cosh")
        return halfSum(u, 1);
    if (name == "tanh")
        return tangentHyperbolic(u);
    if (name == "asinh")
        return logarithm(add(u, squareRoot(add(one(), raise(u, 2)))));
    if (name == "acosh")
        return logarithm(add(u, multiply(squareRoot(subtract(u, one())), squareRoot(add(u, one())))));
    if (name == "atanh")
        return divide(subtract(logarithm(add(one(), u)), logarithm(subtract(one(), u))), number(2));
    if (name == "ceil")
        return negate(make(Op::Floor, {negate(u)}));
    if (name == "sign")
        return choice(NodeKind::Greater, u, zero(), one(), choice(NodeKind::Less, u, zero(), number(-1), zero()));
    if (name == "expm1")
        return subtract(exponential(u), one());
    if (name == "log1p")
        return logarithm(add(one(), u));
    return nullptr;
}

/// Activations without parameters, as their primitives state them.
ExprPtr activation(std::string_view name, const ExprPtr& u)
{
    if (name == "relu")
        return make(Op::Maximum, {u, zero()});
    if (name == "relu6")
        return make(Op::Minimum, {make(Op::Maximum, {u, zero()}), number(6)});
    if (name == "identity")
        return u;
    if (name == "sigmoid")
        return sigmoid(u);
    if (name == "silu")
        return multiply(u, sigmoid(u));
    if (name == "step" || name == "binary_step")
        return choice(NodeKind::GreaterEqual, u, zero(), one(), zero());
    if (name == "softsign")
        return divide(u, add(one(), absolute(u)));
    if (name == "mish")
        return multiply(u, tangentHyperbolic(softplus(u)));
    if (name == "gelu")
        return multiply(divide(u, number(2)), add(one(), make(Op::Erf, {divide(u, squareRoot(number(2)))})));
    return nullptr;
}

ExprPtr activation(std::string_view name, const ExprPtr& u, const ExprPtr& p)
{
    if (name == "leaky_relu" || name == "prelu")
        return choice(NodeKind::GreaterEqual, u, zero(), u, multiply(p, u));
    if (name == "softplus" && p->op == Op::Number && p->number > 0)
        return divide(softplus(multiply(p, u)), p);
    if (name == "elu")
        return choice(NodeKind::Greater, u, zero(), u, multiply(p, subtract(exponential(u), one())));
    if (name == "celu")
        return choice(NodeKind::Greater, u, zero(), u, multiply(p, subtract(exponential(divide(u, p)), one())));
    return name == "swish" ? multiply(u, sigmoid(multiply(p, u))) : nullptr;
}

Rational shortest(double value)
{
    std::array<char, 40> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    const auto exact = exactNumber({text.data(), end});
    return exact ? *exact : Rational(value);
}

/// The number as it stands in the text if that is the number of the node, else the shortest decimal of its double.
Rational exactLiteral(const Node& node, std::span<const Symbol> symbols)
{
    std::string text;
    for (std::size_t i = node.source.begin; i < std::min(node.source.end, symbols.size()); ++i)
        text += symbols[i].folded < 0x80 ? static_cast<char>(symbols[i].folded) : '?';
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isIt = (error == std::errc() || node.number == 0.0) && end == text.data() + text.size() &&
                      (value == node.number || node.number == 0.0);
    const auto exact = isIt ? exactNumber(text) : std::nullopt;
    return exact ? *exact : shortest(node.number);
}

class Translation {
public:
    Translation(const SyntaxTree& tree, std::string_view formula, std::span<const double> values)
        : m_tree(tree), m_values(values), m_symbols(readSymbols(formula))
    {
    }

    ExprPtr run()
    {
        if (m_tree.nodes.size() > kMaxNodes)
            return nullptr;
        for (const Node& node : m_tree.nodes) {
            const std::size_t depth = depthOf(node);
            if (depth > kMaxDepth)
                return nullptr;
            m_depths.push_back(depth);
            m_done.push_back(isComparison(node.kind) ? nullptr : translate(node));
            if (!m_done.back() && !isComparison(node.kind))
                return nullptr;
        }
        return m_done.empty() ? nullptr : m_done.back();
    }

private:
    const ExprPtr& at(NodeIndex i) const { return m_done[static_cast<std::size_t>(i)]; }

    std::size_t depthOf(const Node& node) const
    {
        std::size_t depth = 0;
        const auto see = [&](NodeIndex i) {
            if (i >= 0)
                depth = std::max(depth, m_depths[static_cast<std::size_t>(i)] + 1);
        };
        see(node.first);
        see(node.second);
        for (const NodeIndex i : node.values)
            see(i);
        return depth;
    }

    ExprPtr translate(const Node& node) const
    {
        switch (node.kind) {
        case NodeKind::Number:
            return std::isfinite(node.number) ? number(exactLiteral(node, m_symbols)) : nullptr;
        case NodeKind::Pi:
            return make(Op::Pi, {});
        case NodeKind::Euler:
            return exponential(one());
        case NodeKind::Variable:
            return make(Op::Variable, {});
        case NodeKind::Parameter:
            return std::isfinite(m_values[node.index]) ? number(shortest(m_values[node.index])) : nullptr;
        case NodeKind::Negate:
            return negate(at(node.first));
        case NodeKind::Add:
            return add(at(node.first), at(node.second));
        case NodeKind::Subtract:
            return subtract(at(node.first), at(node.second));
        case NodeKind::Multiply:
            return multiply(at(node.first), at(node.second));
        case NodeKind::Divide:
            return divide(at(node.first), at(node.second));
        case NodeKind::Power:
            return make(Op::Power, {at(node.first), at(node.second)});
        case NodeKind::Minimum:
            return make(Op::Minimum, {at(node.first), at(node.second)});
        case NodeKind::Maximum:
            return make(Op::Maximum, {at(node.first), at(node.second)});
        case NodeKind::Hypotenuse:
            return squareRoot(add(raise(at(node.first), 2), raise(at(node.second), 2)));
        case NodeKind::If:
            return chosen(node);
        case NodeKind::Call:
            return called(node);
        default:
            return nullptr;
        }
    }

    ExprPtr chosen(const Node& node) const
    {
        const Node& condition = m_tree.nodes[static_cast<std::size_t>(node.values.front())];
        return choice(condition.kind, at(condition.first), at(condition.second), at(node.first), at(node.second));
    }

    ExprPtr called(const Node& node) const
    {
        const ExprPtr& u = at(node.first);
        if (node.values.size() == 1)
            return activation(node.callee->name, u, at(node.values.front()));
        if (!node.values.empty())
            return nullptr;
        const ExprPtr direct = elementary(node.callee->name, u);
        return direct ? direct : activation(node.callee->name, u);
    }

    const SyntaxTree& m_tree;
    std::span<const double> m_values;
    std::vector<Symbol> m_symbols;
    std::vector<ExprPtr> m_done;
    std::vector<std::size_t> m_depths;
};

} // namespace

ExprPtr number(const Rational& value)
{
    auto e = std::make_shared<Expr>();
    e->number = value;
    return e;
}

ExprPtr make(Op op, std::vector<ExprPtr> args)
{
    auto e = std::make_shared<Expr>();
    e->op = op;
    e->hasX = op == Op::Variable;
    for (const ExprPtr& arg : args)
        e->hasX = e->hasX || arg->hasX;
    e->args = std::move(args);
    return e;
}

ExprPtr choice(NodeKind relation, ExprPtr left, ExprPtr right, ExprPtr then, ExprPtr otherwise)
{
    auto e = std::make_shared<Expr>(
        *make(Op::If, {std::move(left), std::move(right), std::move(then), std::move(otherwise)}));
    e->relation = relation;
    return e;
}

ExprPtr exactFormula(const SyntaxTree& tree, std::string_view formula, std::span<const double> values)
{
    return Translation(tree, formula, values).run();
}

std::optional<Rational> exactNumber(std::string_view text)
{
    if (text.empty() || text.size() > 2000)
        return std::nullopt;
    const bool isNegative = text.front() == '-';
    if (isNegative || text.front() == '+')
        text.remove_prefix(1);
    std::string digits;
    long scale = 0;
    bool hasPoint = false;
    std::size_t at = 0;
    for (; at < text.size() && (text[at] == '.' || (text[at] >= '0' && text[at] <= '9')); ++at) {
        if (text[at] == '.') {
            if (hasPoint)
                return std::nullopt;
            hasPoint = true;
        } else {
            digits += text[at];
            scale -= hasPoint ? 1 : 0;
        }
    }
    if (digits.empty())
        return std::nullopt;
    Rational value(digits, 10);
    if (at < text.size() && text[at] == '/' && !hasPoint) {
        const auto below = exactNumber(text.substr(at + 1));
        if (!below || *below <= 0)
            return std::nullopt;
        value /= *below;
        return isNegative ? Rational(-value) : value;
    }
    if (at < text.size()) {
        if (text[at] != 'e' && text[at] != 'E')
            return std::nullopt;
        std::string_view exponent = text.substr(at + 1);
        if (!exponent.empty() && exponent.front() == '+')
            exponent.remove_prefix(1);
        long power = 0;
        const auto [end, error] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
        if (error != std::errc() || end != exponent.data() + exponent.size() || std::abs(power) > kMaxDecimalExponent)
            return std::nullopt;
        scale += power;
    }
    mpz_class ten;
    mpz_ui_pow_ui(ten.get_mpz_t(), 10, static_cast<unsigned long>(std::abs(scale)));
    value = scale >= 0 ? Rational(value * ten) : Rational(value / ten);
    return isNegative ? Rational(-value) : value;
}

} // namespace secant::convexity
