#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/expression/ratio.h"
#include "core/expression/syntax_tree.h"

namespace secant {

/// Builds a tree in the form that people write: equal factors are one power and equal terms one multiple, numbers stand
/// in front, minus signs before all, negative powers below a fraction line. Numbers are folded only where the result is
/// exact. Factors may be cancelled, so that the result can be defined where the operands are not. Equal nodes are one.
class SimpleTree {
public:
    /// `root` is the square root of the vocabulary, if it has one.
    SimpleTree(std::vector<std::string> parameters, const Primitive* root);

    NodeIndex number(double value);
    NodeIndex leaf(const Node& node) { return add(node); }
    NodeIndex negate(NodeIndex a);
    /// Any kind of two operands, comparisons included.
    NodeIndex binary(NodeKind kind, NodeIndex a, NodeIndex b);
    NodeIndex choice(NodeIndex condition, NodeIndex then, NodeIndex otherwise);
    NodeIndex call(const Primitive& callee, NodeIndex argument, std::vector<NodeIndex> values);
    /// The same with common factors of all terms, and their denominators, put before a bracket where that is shorter.
    NodeIndex factored(NodeIndex sum);

    [[nodiscard]] bool isNumber(NodeIndex node, double value) const;
    [[nodiscard]] bool isKind(NodeIndex node, NodeKind kind) const { return at(node).kind == kind; }
    /// How many nodes stand below and at this one as it is printed; infinite where a double is too small.
    [[nodiscard]] double printedSize(NodeIndex node) const { return m_sizes[static_cast<std::size_t>(node)]; }
    [[nodiscard]] std::size_t nodeCount() const { return m_tree.nodes.size(); }
    /// The part of the tree that `root` needs.
    [[nodiscard]] SyntaxTree extract(NodeIndex root) const;

private:
    struct Factor {
        NodeIndex base = kNoNode;
        Ratio exponent;
    };

    /// coefficient · Π base^exponent, every base once.
    struct Product {
        Ratio coefficient{1, 1};
        std::vector<Factor> factors;
    };

    /// Terms of a sum, each with coefficient 1 in itself, every one once.
    struct Term {
        Ratio coefficient;
        NodeIndex part = kNoNode;
    };

    using Key = std::tuple<NodeKind, std::uint64_t, std::size_t, const Primitive*, NodeIndex, NodeIndex,
                           std::vector<NodeIndex>>;

    [[nodiscard]] const Node& at(NodeIndex node) const { return m_tree.nodes[static_cast<std::size_t>(node)]; }
    [[nodiscard]] bool isNumber(NodeIndex node) const { return at(node).kind == NodeKind::Number; }
    [[nodiscard]] std::optional<Ratio> ratioOf(NodeIndex node) const;
    NodeIndex add(Node node);
    NodeIndex plain(NodeKind kind, NodeIndex a, NodeIndex b);

    [[nodiscard]] const Product& productOf(NodeIndex node) const { return m_products[static_cast<std::size_t>(node)]; }
    [[nodiscard]] const std::vector<Term>& termsOf(NodeIndex node) const
    {
        return m_sums[static_cast<std::size_t>(node)];
    }
    /// Makes it nothing if a number leaves what is exact. Precondition: there is a product.
    void multiply(std::optional<Product>& product, const Factor& factor);
    /// With 1/other if `sign` is −1.
    void multiply(std::optional<Product>& product, const Product& other, std::int64_t sign);
    /// u in e^u and exp(u).
    [[nodiscard]] std::optional<NodeIndex> exponentOf(NodeIndex node) const;
    void multiplyExponential(Product& product, const Factor& factor, NodeIndex exponent);
    /// Nothing if a number leaves what is exact.
    [[nodiscard]] std::optional<Product> raised(NodeIndex base, const Ratio& exponent);
    NodeIndex build(Product product);
    /// Whether it is if(…, 1, 0) or step(…), which is its own square.
    [[nodiscard]] bool isIndicator(NodeIndex node) const;
    /// Leaves out if(u >= 0, 1, 0) beside max(u, 0), and likewise if(u <= 0, 1, 0) beside min(u, 0).
    void dropIndicators(Product& product) const;
    /// 2a·if(c, b, 0) as if(c, 2ab, 0); nothing if there are other factors than numbers and parameters.
    [[nodiscard]] std::optional<NodeIndex> scaledChoice(const Product& product);
    NodeIndex buildFactor(const Factor& factor);
    NodeIndex joined(const std::vector<NodeIndex>& factors);
    NodeIndex ratio(const Ratio& value);
    [[nodiscard]] int rank(const Factor& factor) const;

    static void addTerm(std::vector<Term>& terms, const Term& term);
    void addTerms(std::vector<Term>& terms, NodeIndex node, const Ratio& scale);
    NodeIndex build(std::vector<Term> terms);
    NodeIndex sum(NodeIndex a, NodeIndex b, std::int64_t sign);
    NodeIndex power(NodeIndex a, NodeIndex b);

    NodeIndex factoredOnce(NodeIndex node);
    [[nodiscard]] Product commonOf(const std::vector<Term>& terms) const;
    /// Nothing if the exponents of the base differ by more than whole numbers.
    [[nodiscard]] std::optional<Ratio> leastExponent(const std::vector<Term>& terms, NodeIndex base) const;
    /// Adds the product to `terms` with its sums multiplied out; false if it would be too long.
    [[nodiscard]] bool expand(std::vector<Term>& terms, const Product& product);

    SyntaxTree m_tree;
    const Primitive* m_root;
    std::vector<double> m_sizes;
    std::vector<Product> m_products;       ///< Of every node; of an atom, itself.
    std::vector<std::vector<Term>> m_sums; ///< Of every sum; empty for other nodes.
    std::map<Key, NodeIndex> m_known;
};

} // namespace secant
