#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "core/expression/simple_tree.h"

namespace secant {

NodeIndex SimpleTree::factored(NodeIndex node)
{
    for (int round = 0; round < 4; ++round) {
        const NodeIndex next = factoredOnce(node);
        if (next == node || printedSize(next) > printedSize(node))
            break;
        node = next;
    }
    return node;
}

NodeIndex SimpleTree::factoredOnce(NodeIndex node)
{
    // In a product, the one sum among its factors; else the sum itself.
    Product outer = productOf(node);
    const auto isSum = [this](const Factor& factor) {
        return !termsOf(factor.base).empty() && factor.exponent == Ratio{1, 1};
    };
    const auto inner = std::ranges::find_if(outer.factors, isSum);
    if (inner == outer.factors.end())
        return node;
    const std::vector<Term> terms = termsOf(inner->base);
    outer.factors.erase(inner);
    const Product common = commonOf(terms);
    // 3x² − 3 is as good as 3(x² − 1).
    if (common.factors.empty() && outer.factors.empty() && outer.coefficient == Ratio{1, 1})
        return node;
    std::vector<Term> rest;
    std::vector<Term> multiplied;
    for (const Term& term : terms) {
        std::optional<Product> part = productOf(term.part);
        part->coefficient = term.coefficient;
        multiply(part, common, -1);
        if (!part)
            return node;
        addTerms(rest, build(*part), {1, 1});
        if (!expand(multiplied, *part))
            return node;
    }
    const NodeIndex plainRest = build(std::move(rest));
    const NodeIndex expandedRest = build(std::move(multiplied));
    std::optional<Product> result = outer;
    multiply(result, common, 1);
    if (result)
        multiply(result, productOf(printedSize(expandedRest) <= printedSize(plainRest) ? expandedRest : plainRest), 1);
    return result ? build(*result) : node;
}

SimpleTree::Product SimpleTree::commonOf(const std::vector<Term>& terms) const
{
    Product common;
    std::int64_t numerators = 0;
    std::int64_t denominators = 1;
    constexpr std::int64_t kMost = 1'000'000;
    std::vector<NodeIndex> bases;
    for (const Term& term : terms) {
        numerators = std::gcd(numerators, term.coefficient.numerator);
        denominators = std::min(kMost, std::lcm(denominators, term.coefficient.denominator));
        for (const Factor& factor : productOf(term.part).factors)
            bases.push_back(factor.base);
    }
    common.coefficient = denominators < kMost ? Ratio{numerators, denominators} : Ratio{1, 1};
    for (const NodeIndex base : bases) {
        const bool isKnown = std::ranges::find(common.factors, base, &Factor::base) != common.factors.end();
        const std::optional<Ratio> least = isKnown ? std::nullopt : leastExponent(terms, base);
        if (least && least->numerator != 0)
            common.factors.push_back({base, *least});
    }
    return common;
}

std::optional<Ratio> SimpleTree::leastExponent(const std::vector<Term>& terms, NodeIndex base) const
{
    std::optional<Ratio> least;
    for (const Term& term : terms) {
        const std::vector<Factor>& factors = productOf(term.part).factors;
        const auto found = std::ranges::find(factors, base, &Factor::base);
        const Ratio exponent = found == factors.end() ? Ratio{0, 1} : found->exponent;
        const std::optional<Ratio> gap =
            least ? Ratio::sum(exponent, {-least->numerator, least->denominator}) : std::optional(Ratio{0, 1});
        if (!gap || !gap->isWhole())
            return std::nullopt;
        least = !least || gap->numerator < 0 ? exponent : *least;
    }
    return least;
}

bool SimpleTree::expand(std::vector<Term>& terms, const Product& product)
{
    constexpr std::size_t kMostTerms = 64;
    constexpr std::int64_t kMostPower = 4;
    std::vector<Product> parts{{product.coefficient, {}}};
    for (const Factor& factor : product.factors) {
        const std::vector<Term> inner = termsOf(factor.base);
        const bool isPower = !inner.empty() && factor.exponent.isWhole() && factor.exponent.numerator > 0 &&
                             factor.exponent.numerator <= kMostPower;
        const std::int64_t times = isPower ? factor.exponent.numerator : 1;
        for (std::int64_t i = 0; i < times; ++i) {
            std::vector<Product> next;
            for (const Product& part : parts) {
                for (std::size_t j = 0; j < (isPower ? inner.size() : 1); ++j) {
                    std::optional<Product> made = part;
                    Product by{{1, 1}, {factor}};
                    if (isPower) {
                        by = productOf(inner[j].part);
                        by.coefficient = inner[j].coefficient;
                    }
                    multiply(made, by, 1);
                    if (!made || next.size() == kMostTerms)
                        return false;
                    next.push_back(std::move(*made));
                }
            }
            parts = std::move(next);
        }
    }
    for (Product& part : parts) {
        const Ratio coefficient = std::exchange(part.coefficient, Ratio{1, 1});
        addTerm(terms, {coefficient, build(std::move(part))});
    }
    return true;
}

} // namespace secant
