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
    const auto same = std::ranges::find(product->factors, factor.base, &Factor::base);
    if (same == product->factors.end()) {
        product->factors.push_back(factor);
        return;
    }
    const std::optional<Ratio> exponent = Ratio::sum(same->exponent, factor.exponent);
    if (!exponent) {
        product.reset();
        return;
    }
    same->exponent = *exponent;
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

} // namespace secant
