#include "core/figure/composition_parts.h"

#include <algorithm>
#include <string_view>

#include "core/expression/combine.h"
#include "core/expression/print.h"

namespace secant {
namespace {

using convexity::CompositionNode;
using convexity::Curvature;

constexpr std::size_t kMostNodes = 400;
constexpr std::size_t kMostParts = 120;

void replaceAll(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// As one writes it by hand.
std::string written(const SyntaxTree& tree)
{
    std::string text = print(tree);
    replaceAll(text, "*", "·");
    replaceAll(text, "-", "−");
    return text;
}

class Lister {
public:
    Lister(const SyntaxTree& tree, std::vector<CompositionNode> nodes) : m_tree(tree), m_nodes(std::move(nodes)) {}

    /// Returns false if there are too many.
    bool list(NodeIndex root, int depth)
    {
        if (m_parts.size() == kMostParts) {
            return false;
        }
        const Node& node = m_tree.nodes[static_cast<std::size_t>(root)];
        const std::vector<NodeIndex> below = partsBelow(node);
        CompositionPart part{written(partOf(m_tree, root)), {}, node.kind, depth, at(root)};
        if (below.size() == 1) {
            part.outer = written(partOf(m_tree, root, below.front(), "u"));
        }
        m_parts.push_back(std::move(part));
        return std::all_of(below.begin(), below.end(), [&](NodeIndex i) { return list(i, depth + 1); });
    }

    [[nodiscard]] std::vector<CompositionPart> take() { return std::move(m_parts); }

private:
    [[nodiscard]] const CompositionNode& at(NodeIndex i) const { return m_nodes[static_cast<std::size_t>(i)]; }

    /// Those that depend on x; a constant says nothing about the shape but by its sign.
    [[nodiscard]] std::vector<NodeIndex> partsBelow(const Node& node) const
    {
        std::vector<NodeIndex> below;
        for (const NodeIndex i : {node.first, node.second}) {
            if (i != kNoNode && at(i).curvature != Curvature::Constant) {
                below.push_back(i);
            }
        }
        return below;
    }

    const SyntaxTree& m_tree;
    std::vector<CompositionNode> m_nodes;
    std::vector<CompositionPart> m_parts;
};

} // namespace

std::vector<CompositionPart> compositionParts(const SyntaxTree& tree, std::span<const double> values, const Interval& x)
{
    if (tree.nodes.size() > kMostNodes) {
        return {};
    }
    Lister lister(tree, convexity::compositionOf(tree, values, x));
    const bool isComplete = lister.list(static_cast<NodeIndex>(tree.nodes.size()) - 1, 0);
    return isComplete ? lister.take() : std::vector<CompositionPart>();
}

} // namespace secant
