#include "core/figure/formula_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/expression/code.h"
#include "core/expression/definition.h"
#include "core/expression/derivative.h"
#include "core/expression/latex.h"
#include "core/expression/print.h"
#include "core/figure/formula_reading.h"

namespace secant {
namespace {

constexpr std::size_t kMostParts = 300;

const Activation* activationOf(const CurveSpec& curve)
{
    return curve.activation.empty() ? nullptr : findActivation(curve.activation);
}

/// The definition of an activation, else what is called or was typed.
FormulaReading definitionOf(const CurveSpec& curve)
{
    const Activation* const activation = activationOf(curve);
    const std::string_view definition = activation ? secant::definitionOf(activation->id()) : std::string_view{};
    if (!definition.empty()) {
        return readFormula(definition);
    }
    return readingOf(curve);
}

/// How often a node is written if every use of it is written out; stops counting at the limit.
bool isReadable(const SyntaxTree& tree)
{
    std::vector<std::size_t> sizes;
    for (const Node& node : tree.nodes) {
        std::size_t size = 1;
        for (const NodeIndex child : {node.first, node.second}) {
            size += child == kNoNode ? 0 : sizes[static_cast<std::size_t>(child)];
        }
        for (const NodeIndex child : node.values) {
            size += sizes[static_cast<std::size_t>(child)];
        }
        sizes.push_back(std::min(size, kMostParts + 1));
    }
    return !sizes.empty() && sizes.back() <= kMostParts;
}

/// leaky_relu as LeakyRelu; Formula where there is no name.
std::string className(const CurveSpec& curve)
{
    std::string name;
    bool isFirst = true;
    for (const char c : curve.activation) {
        name += isFirst && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        isFirst = c == '_';
    }
    std::erase(name, '_');
    return name.empty() ? "Formula" : name;
}

} // namespace

std::string formulaText(const CurveSpec& curve, FormulaForm form)
{
    const FormulaReading reading = definitionOf(curve);
    if (!reading->ok()) {
        return {};
    }
    const SyntaxTree& tree = reading->value();
    switch (form) {
    case FormulaForm::Text:
        return print(tree);
    case FormulaForm::Latex:
        return toLatex(tree);
    case FormulaForm::Cpp:
        return toCpp(tree);
    case FormulaForm::NumPy:
        return toNumPy(tree);
    case FormulaForm::PyTorch:
        return toPyTorch(tree, className(curve));
    }
    return {};
}

std::optional<std::string> formulaLatex(const CurveSpec& curve, Order order)
{
    const Activation* const activation = activationOf(curve);
    const bool isCall = activation && order != Order::Value; // Its derivative is known in a shorter form.
    const FormulaReading reading = isCall ? readingOf(curve) : definitionOf(curve);
    if (!reading->ok()) {
        return std::nullopt;
    }
    std::optional<SyntaxTree> tree = reading->value();
    for (int i = 0; tree && i < static_cast<int>(order); ++i) {
        tree = derivative(*tree, vocabulary());
    }
    if (!tree || !isReadable(*tree)) {
        return std::nullopt;
    }
    return toLatex(*tree);
}

} // namespace secant
