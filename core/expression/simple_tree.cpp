#include "core/expression/simple_tree.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace secant {

SimpleTree::SimpleTree(std::vector<std::string> parameters, const Primitive* root) : m_root(root)
{
    m_tree.parameters = std::move(parameters);
}

NodeIndex SimpleTree::add(Node node)
{
    Key key{node.kind,  std::bit_cast<std::uint64_t>(node.number), node.index, node.callee, node.first, node.second,
            node.values};
    const auto [known, isNew] = m_known.try_emplace(std::move(key), static_cast<NodeIndex>(m_tree.nodes.size()));
    if (!isNew)
        return known->second;
    double size = 1.0;
    for (const NodeIndex child : {node.first, node.second})
        size += child == kNoNode ? 0.0 : printedSize(child);
    for (const NodeIndex child : node.values)
        size += printedSize(child);
    m_sizes.push_back(size);
    const std::optional<Ratio> exact =
        node.kind == NodeKind::Number ? Ratio::from(node.number) : std::optional<Ratio>();
    m_products.push_back(exact ? Product{*exact, {}} : Product{{1, 1}, {{known->second, {1, 1}}}});
    m_sums.emplace_back();
    m_tree.nodes.push_back(std::move(node));
    return known->second;
}

NodeIndex SimpleTree::plain(NodeKind kind, NodeIndex a, NodeIndex b)
{
    Node node;
    node.kind = kind;
    node.first = a;
    node.second = b;
    return add(std::move(node));
}

bool SimpleTree::isNumber(NodeIndex node, double value) const
{
    return isNumber(node) && at(node).number == value;
}

std::optional<Ratio> SimpleTree::ratioOf(NodeIndex node) const
{
    const Product& product = productOf(node);
    return product.factors.empty() ? std::optional(product.coefficient) : std::nullopt;
}

NodeIndex SimpleTree::number(double value)
{
    Node node;
    node.number = std::abs(value);
    const NodeIndex magnitude = add(std::move(node));
    return value < 0.0 ? negate(magnitude) : magnitude;
}

NodeIndex SimpleTree::ratio(const Ratio& value)
{
    return build(Product{value, {}});
}

NodeIndex SimpleTree::negate(NodeIndex a)
{
    if (!termsOf(a).empty()) {
        std::vector<Term> terms;
        addTerms(terms, a, {-1, 1});
        return build(std::move(terms));
    }
    Product product = productOf(a);
    product.coefficient.numerator = -product.coefficient.numerator;
    return build(product);
}

NodeIndex SimpleTree::binary(NodeKind kind, NodeIndex a, NodeIndex b)
{
    switch (kind) {
    case NodeKind::Add:
        return sum(a, b, 1);
    case NodeKind::Subtract:
        return sum(a, b, -1);
    case NodeKind::Power:
        return power(a, b);
    case NodeKind::Multiply:
    case NodeKind::Divide: {
        if (kind == NodeKind::Divide && ratioOf(b) == Ratio{0, 1})
            return plain(kind, a, b);
        std::optional<Product> product = productOf(a);
        multiply(product, productOf(b), kind == NodeKind::Multiply ? 1 : -1);
        return product ? build(*product) : plain(kind, a, b);
    }
    default:
        return plain(kind, a, b);
    }
}

int SimpleTree::rank(const Factor& factor) const
{
    switch (at(factor.base).kind) {
    case NodeKind::Number:
        return 0;
    case NodeKind::Pi:
    case NodeKind::Euler:
        return 1;
    case NodeKind::Parameter:
        return 2;
    case NodeKind::Variable:
        return 3;
    default:
        return termsOf(factor.base).empty() ? 4 : 5;
    }
}

NodeIndex SimpleTree::buildFactor(const Factor& factor)
{
    if (factor.exponent == Ratio{1, 1})
        return factor.base;
    NodeIndex node = kNoNode;
    if (factor.exponent == Ratio{1, 2} && m_root) {
        Node root;
        root.kind = NodeKind::Call;
        root.callee = m_root;
        root.first = factor.base;
        node = add(std::move(root));
    } else {
        node = plain(NodeKind::Power, factor.base, ratio(factor.exponent));
    }
    m_products[static_cast<std::size_t>(node)] = {{1, 1}, {factor}};
    return node;
}

NodeIndex SimpleTree::joined(const std::vector<NodeIndex>& factors)
{
    NodeIndex all = factors.front();
    for (std::size_t i = 1; i < factors.size(); ++i)
        all = plain(NodeKind::Multiply, all, factors[i]);
    return all;
}

NodeIndex SimpleTree::build(Product product)
{
    const Ratio coefficient = product.coefficient;
    if (coefficient.numerator == 0)
        return number(0.0);
    dropIndicators(product);
    if (const std::optional<NodeIndex> chosen = scaledChoice(product))
        return *chosen;
    std::ranges::stable_sort(product.factors, {}, [this](const Factor& factor) { return rank(factor); });
    std::vector<NodeIndex> above;
    std::vector<NodeIndex> below;
    const std::int64_t magnitude = std::abs(coefficient.numerator);
    if (magnitude != 1)
        above.push_back(number(static_cast<double>(magnitude)));
    if (coefficient.denominator != 1)
        below.push_back(number(static_cast<double>(coefficient.denominator)));
    for (const Factor& factor : product.factors) {
        if (factor.exponent.numerator > 0)
            above.push_back(buildFactor(factor));
        else
            below.push_back(buildFactor({factor.base, {-factor.exponent.numerator, factor.exponent.denominator}}));
    }
    if (above.empty())
        above.push_back(number(1.0));
    NodeIndex node = joined(above);
    if (!below.empty())
        node = plain(NodeKind::Divide, node, joined(below));
    const bool isAtom =
        coefficient == Ratio{1, 1} && product.factors.size() == 1 && product.factors[0].exponent == Ratio{1, 1};
    if (coefficient.numerator < 0)
        node = plain(NodeKind::Negate, node, kNoNode);
    if (!isAtom)
        m_products[static_cast<std::size_t>(node)] = std::move(product);
    return node;
}

void SimpleTree::addTerm(std::vector<Term>& terms, const Term& term)
{
    const auto same = std::ranges::find(terms, term.part, &Term::part);
    const std::optional<Ratio> both =
        same == terms.end() ? std::optional<Ratio>() : Ratio::sum(same->coefficient, term.coefficient);
    if (!both)
        terms.push_back(term);
    else if (both->numerator == 0)
        terms.erase(same);
    else
        same->coefficient = *both;
}

void SimpleTree::addTerms(std::vector<Term>& terms, NodeIndex node, const Ratio& scale)
{
    const Product product = productOf(node);
    const bool isMultiple = product.factors.size() == 1 && product.factors[0].exponent == Ratio{1, 1};
    const NodeIndex inner = isMultiple ? product.factors[0].base : node;
    const std::optional<Ratio> whole = Ratio::product(product.coefficient, scale);
    if (!whole)
        return addTerm(terms, {scale, node});
    if (termsOf(inner).empty()) {
        if (product.coefficient.numerator != 0)
            addTerm(terms, {*whole, build(Product{{1, 1}, product.factors})});
        return;
    }
    for (const Term& term : std::vector<Term>(termsOf(inner)))
        addTerm(terms, {Ratio::product(term.coefficient, *whole).value_or(Ratio{0, 1}), term.part});
}

NodeIndex SimpleTree::build(std::vector<Term> terms)
{
    if (terms.empty())
        return number(0.0);
    const auto positive = std::ranges::find_if(terms, [](const Term& term) { return term.coefficient.numerator > 0; });
    if (positive != terms.end())
        std::rotate(terms.begin(), positive, positive + 1);
    const auto scaled = [this](const Term& term, bool withSign) {
        Product product = productOf(term.part);
        product.coefficient = term.coefficient;
        if (!withSign)
            product.coefficient.numerator = std::abs(product.coefficient.numerator);
        return build(std::move(product));
    };
    NodeIndex node = scaled(terms.front(), true);
    for (std::size_t i = 1; i < terms.size(); ++i)
        node = plain(terms[i].coefficient.numerator < 0 ? NodeKind::Subtract : NodeKind::Add, node,
                     scaled(terms[i], false));
    if (terms.size() > 1)
        m_sums[static_cast<std::size_t>(node)] = std::move(terms);
    return node;
}

NodeIndex SimpleTree::sum(NodeIndex a, NodeIndex b, std::int64_t sign)
{
    std::vector<Term> terms;
    addTerms(terms, a, {1, 1});
    addTerms(terms, b, {sign, 1});
    return build(std::move(terms));
}

NodeIndex SimpleTree::power(NodeIndex a, NodeIndex b)
{
    const std::optional<Ratio> exponent = ratioOf(b);
    const bool isOfZero = ratioOf(a) && ratioOf(a)->numerator == 0;
    if (!exponent || isOfZero)
        return plain(NodeKind::Power, a, b);
    if (exponent->numerator == 0)
        return number(1.0);
    const std::optional<Product> product = raised(a, *exponent);
    return product ? build(*product) : plain(NodeKind::Power, a, b);
}

NodeIndex SimpleTree::choice(NodeIndex condition, NodeIndex then, NodeIndex otherwise)
{
    if (then == otherwise)
        return then;
    if (isKind(then, NodeKind::If) && at(then).second == otherwise)
        return choice(plain(NodeKind::And, condition, at(then).values.front()), at(then).first, otherwise);
    Node node;
    node.kind = NodeKind::If;
    node.first = then;
    node.second = otherwise;
    node.values = {condition};
    return add(std::move(node));
}

NodeIndex SimpleTree::call(const Primitive& callee, NodeIndex argument, std::vector<NodeIndex> values)
{
    if (&callee == m_root)
        return build(*raised(argument, {1, 2}));
    Node node;
    node.kind = NodeKind::Call;
    node.callee = &callee;
    node.first = argument;
    node.values = std::move(values);
    return add(std::move(node));
}

SyntaxTree SimpleTree::extract(NodeIndex root) const
{
    const std::size_t count = static_cast<std::size_t>(root) + 1;
    std::vector<bool> isNeeded(count);
    isNeeded.back() = true;
    for (std::size_t i = count; i-- > 0;) {
        if (!isNeeded[i])
            continue;
        const Node& node = m_tree.nodes[i];
        for (const NodeIndex child : {node.first, node.second}) {
            if (child != kNoNode)
                isNeeded[static_cast<std::size_t>(child)] = true;
        }
        for (const NodeIndex child : node.values)
            isNeeded[static_cast<std::size_t>(child)] = true;
    }
    SyntaxTree result;
    result.parameters = m_tree.parameters;
    std::vector<NodeIndex> place(count, kNoNode);
    const auto moved = [&place](NodeIndex child) {
        return child == kNoNode ? kNoNode : place[static_cast<std::size_t>(child)];
    };
    for (std::size_t i = 0; i < count; ++i) {
        if (!isNeeded[i])
            continue;
        Node node = m_tree.nodes[i];
        node.first = moved(node.first);
        node.second = moved(node.second);
        for (NodeIndex& child : node.values)
            child = moved(child);
        place[i] = static_cast<NodeIndex>(result.nodes.size());
        result.nodes.push_back(std::move(node));
    }
    return result;
}

} // namespace secant
