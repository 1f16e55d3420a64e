#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

#include "core/expression/simple_tree.h"

namespace secant {

void SimpleTree::multiply(std::optional<Product>& product, const Product& other, std::int64_t sign)
{
    const std::optional<Ratio> coefficient = Ratio::power(other.coefficient, sign);
    const std::optional<Ratio> all =
        product && coefficient ? Ratio::product(product->coefficient, *coefficient) : std::optional<Ratio>();
    if (!all) {
        product.reset();
        return;
    }
    product->coefficient = *all;
    for (const Factor& factor : other.factors) {
        if (product)
            multiply(product, {factor.base, {sign * factor.exponent.numerator, factor.exponent.denominator}});
    }
}

void SimpleTree::multiply(std::optional<Product>& product, const Factor& factor)
{
    if (const std::optional<NodeIndex> inner = exponentOf(factor.base); inner && factor.exponent.isWhole())
        return multiplyExponential(*product, factor, *inner);
    const auto isOnce = [&](const Ratio& power) { return isIndicator(factor.base) && power.numerator > 0; };
    const auto same = std::ranges::find(product->factors, factor.base, &Factor::base);
    if (same == product->factors.end()) {
        product->factors.push_back({factor.base, isOnce(factor.exponent) ? Ratio{1, 1} : factor.exponent});
        return;
    }
    const std::optional<Ratio> exponent = Ratio::sum(same->exponent, factor.exponent);
    if (!exponent) {
        product.reset();
        return;
    }
    same->exponent = isOnce(*exponent) ? Ratio{1, 1} : *exponent;
    if (exponent->numerator == 0)
        product->factors.erase(same);
    // √(2a)·√(2a) is 2a again, which has factors of its own.
    const bool isComposite =
        productOf(factor.base).factors.size() != 1 || productOf(factor.base).factors[0].base != factor.base;
    if (exponent->isWhole() && exponent->numerator != 0 && isComposite) {
        const Product inner = productOf(factor.base);
        const std::int64_t count = exponent->numerator;
        std::erase_if(product->factors, [&](const Factor& f) { return f.base == factor.base; });
        for (std::int64_t i = 0; product && i < std::abs(count) && i < 8; ++i)
            multiply(product, inner, count > 0 ? 1 : -1);
    }
}

std::optional<NodeIndex> SimpleTree::exponentOf(NodeIndex node) const
{
    const Node& base = at(node);
    if (base.kind == NodeKind::Call && base.callee->name == "exp")
        return base.first;
    if (base.kind == NodeKind::Power && at(base.first).kind == NodeKind::Euler)
        return base.second;
    return std::nullopt;
}

void SimpleTree::multiplyExponential(Product& product, const Factor& factor, NodeIndex exponent)
{
    NodeIndex whole = binary(NodeKind::Multiply, ratio(factor.exponent), exponent);
    const auto isAlike = [&](const Factor& other) {
        return exponentOf(other.base) && at(other.base).kind == at(factor.base).kind && other.exponent.isWhole();
    };
    const auto same = std::ranges::find_if(product.factors, isAlike);
    if (same != product.factors.end()) {
        const NodeIndex before = binary(NodeKind::Multiply, ratio(same->exponent), *exponentOf(same->base));
        whole = binary(NodeKind::Add, before, whole);
    }
    if (isNumber(whole, 0.0)) {
        if (same != product.factors.end())
            product.factors.erase(same);
        return;
    }
    Node node = at(factor.base);
    (node.kind == NodeKind::Call ? node.first : node.second) = whole;
    const Factor merged{add(std::move(node)), {1, 1}};
    if (same == product.factors.end())
        product.factors.push_back(merged);
    else
        *same = merged;
}

std::optional<SimpleTree::Product> SimpleTree::raised(NodeIndex base, const Ratio& exponent)
{
    const Product& product = productOf(base);
    if (exponent.isWhole()) {
        const std::optional<Ratio> coefficient = Ratio::power(product.coefficient, exponent.numerator);
        if (!coefficient)
            return std::nullopt;
        std::optional<Product> result = Product{*coefficient, {}};
        for (const Factor& factor : Product(product).factors) {
            const std::optional<Ratio> whole = Ratio::product(factor.exponent, exponent);
            if (!whole || !result)
                return std::nullopt;
            multiply(result, {factor.base, *whole});
        }
        return result;
    }
    // (x²)^(1/2) is |x|; only what is a root already says that its base is not negative.
    const bool isRoot =
        product.coefficient == Ratio{1, 1} && product.factors.size() == 1 && !product.factors[0].exponent.isWhole();
    const std::optional<Ratio> whole = isRoot ? Ratio::product(product.factors[0].exponent, exponent) : std::nullopt;
    return Product{{1, 1}, {whole ? Factor{product.factors[0].base, *whole} : Factor{base, exponent}}};
}

bool SimpleTree::isIndicator(NodeIndex node) const
{
    const bool isStep = isKind(node, NodeKind::Call) && at(node).callee->name == "step";
    return isStep || (isKind(node, NodeKind::If) && isNumber(at(node).first, 1.0) && isNumber(at(node).second, 0.0));
}

void SimpleTree::dropIndicators(Product& product) const
{
    const auto isNeedless = [&](const Factor& factor) {
        if (!isIndicator(factor.base) || !isKind(factor.base, NodeKind::If) || factor.exponent != Ratio{1, 1})
            return false;
        const Node& condition = at(at(factor.base).values.front());
        const NodeKind extremum = condition.kind == NodeKind::GreaterEqual ? NodeKind::Maximum : NodeKind::Minimum;
        if (condition.kind != NodeKind::GreaterEqual && condition.kind != NodeKind::LessEqual)
            return false;
        return isNumber(condition.second, 0.0) && std::ranges::any_of(product.factors, [&](const Factor& other) {
                   return isKind(other.base, extremum) && at(other.base).first == condition.first &&
                          at(other.base).second == condition.second && other.exponent.numerator > 0;
               });
    };
    std::erase_if(product.factors, isNeedless);
}

std::optional<NodeIndex> SimpleTree::scaledChoice(const Product& product)
{
    const auto isChoice = [this](const Factor& factor) {
        return isKind(factor.base, NodeKind::If) && factor.exponent == Ratio{1, 1};
    };
    const auto isPlain = [this](const Factor& factor) {
        constexpr int kParameter = 2;
        return rank(factor) <= kParameter;
    };
    const auto found = std::ranges::find_if(product.factors, isChoice);
    const bool isAlone = product.coefficient == Ratio{1, 1} && product.factors.size() == 1;
    if (found == product.factors.end() || isAlone)
        return std::nullopt;
    const Node node = at(found->base);
    const bool hasZero = isNumber(node.first, 0.0) || isNumber(node.second, 0.0);
    const bool isNested = isKind(node.first, NodeKind::If) || isKind(node.second, NodeKind::If);
    Product rest = product;
    std::erase_if(rest.factors, [&](const Factor& factor) { return factor.base == found->base; });
    if (!hasZero || isNested || !std::ranges::all_of(rest.factors, isPlain))
        return std::nullopt;
    const auto scaled = [&](NodeIndex branch) {
        std::optional<Product> whole = rest;
        multiply(whole, productOf(branch), 1);
        return whole ? build(*whole) : kNoNode;
    };
    const NodeIndex then = scaled(node.first);
    const NodeIndex otherwise = scaled(node.second);
    if (then == kNoNode || otherwise == kNoNode)
        return std::nullopt;
    const std::size_t before = nodeCount();
    const NodeIndex chosen = choice(node.values.front(), then, otherwise);
    if (nodeCount() > before && static_cast<std::size_t>(chosen) + 1 == nodeCount())
        m_products.back() = product;
    return chosen;
}

} // namespace secant
