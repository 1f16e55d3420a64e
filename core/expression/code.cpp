#include "core/expression/code.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "core/expression/code_names.h"
#include "core/expression/condition.h"
#include "core/expression/definition.h"
#include "core/expression/parse.h"
#include "core/expression/precedence.h"

namespace secant {

namespace {

using Language = CodeLanguage;

/// A node in its place; `asTensor` where the language takes no plain number.
struct Operand {
    NodeIndex node = kNoNode;
    Level least = Level::None;
    bool asTensor = false;
};

using Piece = std::variant<std::string, Operand>;

std::string_view sign(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Add:
        return " + ";
    case NodeKind::Subtract:
        return " - ";
    case NodeKind::Multiply:
        return "*";
    case NodeKind::Divide:
        return "/";
    case NodeKind::Less:
        return " < ";
    case NodeKind::LessEqual:
        return " <= ";
    case NodeKind::Greater:
        return " > ";
    case NodeKind::GreaterEqual:
        return " >= ";
    case NodeKind::Equal:
        return " == ";
    default:
        return " != ";
    }
}

std::string literal(double number)
{
    std::array<char, 32> digits{};
    std::string text(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

/// One expression of a language. Remembers the functions that it needs and the language lacks.
class ExpressionWriter {
public:
    /// `names` of the parameters, in the order of the tree; they are tensors in a module, numbers elsewhere.
    ExpressionWriter(Language language, const SyntaxTree& tree, std::vector<std::string> names,
                     bool parametersAreTensors)
        : m_language(language), m_tree(tree), m_names(std::move(names)), m_isTensor(tree.nodes.size())
    {
        const auto isTensor = [this](NodeIndex i) { return i >= 0 && m_isTensor[static_cast<std::size_t>(i)]; };
        for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
            const Node& node = tree.nodes[i];
            // What a call that wraps its argument returns is a tensor in any case.
            m_isTensor[i] = node.kind == NodeKind::Variable || node.kind == NodeKind::Call ||
                            node.kind == NodeKind::If || node.kind == NodeKind::Power ||
                            (node.kind >= NodeKind::Minimum && node.kind <= NodeKind::Hypotenuse) ||
                            (node.kind == NodeKind::Parameter && parametersAreTensors) || isTensor(node.first) ||
                            isTensor(node.second);
        }
    }

    std::string run()
    {
        m_left.emplace_back(Operand{static_cast<NodeIndex>(m_tree.nodes.size() - 1), Level::None, true});
        while (!m_left.empty()) {
            const Piece piece = std::move(m_left.back());
            m_left.pop_back();
            if (const auto* const text = std::get_if<std::string>(&piece))
                m_text += *text;
            else
                write(std::get<Operand>(piece));
        }
        return std::move(m_text);
    }

    [[nodiscard]] const std::vector<const Primitive*>& missing() const { return m_missing; }
    [[nodiscard]] bool usesModulo() const { return m_usesModulo; }

private:
    void put(std::initializer_list<Piece> pieces)
    {
        m_left.insert(m_left.end(), std::make_reverse_iterator(pieces.end()),
                      std::make_reverse_iterator(pieces.begin()));
    }

    [[nodiscard]] std::string_view of(std::string_view cpp, std::string_view numPy, std::string_view torch) const
    {
        return m_language == Language::Cpp ? cpp : m_language == Language::NumPy ? numPy : torch;
    }

    static Level levelOf(const Node& node)
    {
        switch (node.kind) {
        case NodeKind::Number:
            return std::signbit(node.number) ? Level::Negation : Level::Atom;
        case NodeKind::Negate:
            return Level::Negation;
        case NodeKind::Add:
        case NodeKind::Subtract:
            return Level::Sum;
        case NodeKind::Multiply:
        case NodeKind::Divide:
            return Level::Product;
        case NodeKind::And:
            return Level::And;
        case NodeKind::Or:
            return Level::Or;
        default:
            return isComparison(node.kind) ? Level::Comparison : Level::Atom;
        }
    }

    void write(Operand operand)
    {
        const Node& node = m_tree.nodes[static_cast<std::size_t>(operand.node)];
        if (operand.asTensor && m_language == Language::PyTorch &&
            !m_isTensor[static_cast<std::size_t>(operand.node)]) {
            m_text += "torch.as_tensor(";
            m_left.emplace_back(", dtype=x.dtype, device=x.device)");
        } else if (levelOf(node) < operand.least) {
            m_text += '(';
            m_left.emplace_back(")");
        }
        writeNode(node);
    }

    void writeNode(const Node& node)
    {
        if (isUndefined(m_tree,
                        static_cast<NodeIndex>(&node - m_tree.nodes.data()))) { // Python raises an error on 0/0.
            m_text += of("std::nan(\"\")", "np.nan", "torch.nan");
            return;
        }
        switch (node.kind) {
        case NodeKind::Number:
            m_text += literal(node.number);
            return;
        case NodeKind::Pi:
            m_text += of("std::numbers::pi", "np.pi", "torch.pi");
            return;
        case NodeKind::Euler:
            m_text += of("std::numbers::e", "np.e", literal(2.718281828459045));
            return;
        case NodeKind::Variable:
            m_text += 'x';
            return;
        case NodeKind::Parameter:
            m_text += m_names[node.index];
            return;
        case NodeKind::Negate:
            return put({"-", Operand{node.first, Level::Root}});
        case NodeKind::Power:
            return writeCallOfTwo(of("std::pow(", "np.power(", "torch.pow("), node);
        case NodeKind::Minimum:
            return writeCallOfTwo(of("std::min(", "np.minimum(", "torch.minimum("), node);
        case NodeKind::Maximum:
            return writeCallOfTwo(of("std::max(", "np.maximum(", "torch.maximum("), node);
        case NodeKind::Modulo:
            m_usesModulo = true;
            return writeCallOfTwo(of("mod(", "np.mod(", "torch.remainder("), node);
        case NodeKind::Hypotenuse:
            return writeCallOfTwo(of("std::hypot(", "np.hypot(", "torch.hypot("), node);
        case NodeKind::And:
        case NodeKind::Or:
            return writeJunction(node);
        case NodeKind::If:
            return writeChoice(node);
        case NodeKind::Call:
            return writeCall(node);
        default:
            return writeInfix(node);
        }
    }

    void writeInfix(const Node& node)
    {
        const bool isComparing = isComparison(node.kind);
        const bool isProduct = node.kind == NodeKind::Multiply || node.kind == NodeKind::Divide;
        const Level left = isProduct ? Level::Product : Level::Sum;
        const Level right = isComparing ? Level::Sum : isProduct ? Level::Root : Level::Product;
        put({Operand{node.first, left, isComparing}, std::string(sign(node.kind)), Operand{node.second, right}});
    }

    void writeCallOfTwo(std::string_view opening, const Node& node)
    {
        m_text += opening;
        put({Operand{node.first, Level::None, true}, ", ", Operand{node.second, Level::None, true}, ")"});
    }

    /// In Python both sides are arrays: & and | bind tighter than comparisons.
    void writeJunction(const Node& node)
    {
        const bool isAnd = node.kind == NodeKind::And;
        if (m_language != Language::Cpp)
            return put({"(", Operand{node.first}, isAnd ? ") & (" : ") | (", Operand{node.second}, ")"});
        const Level right = Level::Comparison; // Brackets where both meet: compilers ask for them.
        put({Operand{node.first, isAnd ? Level::And : Level::Comparison}, isAnd ? " && " : " || ",
             Operand{node.second, right}});
    }

    void writeChoice(const Node& node)
    {
        const Operand condition{node.values.front()};
        const Operand then{node.first, Level::None, true};
        const Operand otherwise{node.second, Level::None, true};
        if (m_language == Language::Cpp)
            return put({"(", condition, " ? ", then, " : ", otherwise, ")"});
        put({std::string(of("", "np.where(", "torch.where(")), condition, ", ", then, ", ", otherwise, ")"});
    }

    void writeCall(const Node& node)
    {
        const std::optional<BuiltIn> known = builtIn(m_language, node.callee->name);
        if (known)
            return put({known->opening, Operand{node.first, Level::None, true}, known->closing});
        if (std::ranges::find(m_missing, node.callee) == m_missing.end())
            m_missing.push_back(node.callee);
        m_text += std::string(node.callee->name) + "(";
        m_left.emplace_back(")");
        for (std::size_t i = node.values.size(); i > 0; --i)
            put({", ", Operand{node.values[i - 1]}});
        m_left.emplace_back(Operand{node.first, Level::None, true});
    }

    Language m_language;
    const SyntaxTree& m_tree;
    std::vector<std::string> m_names;
    std::vector<bool> m_isTensor;
    std::vector<Piece> m_left; ///< Still to be written, the next one last.
    std::string m_text;
    std::vector<const Primitive*> m_missing;
    bool m_usesModulo = false;
};

std::string joined(std::span<const std::string> names, std::string_view before)
{
    std::string text;
    for (const std::string& name : names)
        text += std::string(before) + name;
    return text;
}

std::string functionText(Language language, std::string_view name, std::span<const std::string> parameters,
                         const std::string& expression)
{
    if (language == Language::Cpp) {
        return "double " + std::string(name) + "(double x" + joined(parameters, ", double ") + ")\n{\n    return " +
               expression + ";\n}\n";
    }
    return "def " + std::string(name) + "(x" + joined(parameters, ", ") + "):\n    return " + expression + "\n";
}

/// The functions of the formula that the language lacks, each followed by `gap`.
std::string definitions(Language language, const ExpressionWriter& writer, std::string_view gap)
{
    static const Vocabulary elementary({elementaryPrimitives().begin(), elementaryPrimitives().end()});
    std::string text;
    if (writer.usesModulo() && language == Language::Cpp)
        text += "double mod(double a, double b)\n{\n    return a - b*std::floor(a/b);\n}\n" + std::string(gap);
    for (const Primitive* const primitive : writer.missing()) {
        const auto tree = parse(definitionOf(primitive->name), elementary);
        if (!tree.ok())
            continue;
        std::vector<std::string> parameters;
        for (const ParameterSpec& parameter : primitive->parameters)
            parameters.emplace_back(parameter.name);
        ExpressionWriter body(language, tree.value(), tree->parameters, false);
        text += functionText(language, primitive->name, parameters, body.run()) + std::string(gap);
    }
    return text;
}

} // namespace

std::string toCpp(const SyntaxTree& tree)
{
    const std::vector<std::string> names = identifiersFor(tree.parameters);
    ExpressionWriter writer(Language::Cpp, tree, names, false);
    const std::string expression = writer.run();
    return "#include <algorithm>\n#include <cmath>\n#include <numbers>\n\n" + definitions(Language::Cpp, writer, "\n") +
           functionText(Language::Cpp, "f", names, expression);
}

std::string toNumPy(const SyntaxTree& tree)
{
    const std::vector<std::string> names = identifiersFor(tree.parameters);
    ExpressionWriter writer(Language::NumPy, tree, names, false);
    const std::string expression = writer.run();
    const std::string body =
        definitions(Language::NumPy, writer, "\n\n") + functionText(Language::NumPy, "f", names, expression);
    const bool usesSciPy = body.find("special.") != std::string::npos;
    return "import numpy as np\n" + std::string(usesSciPy ? "from scipy import special\n" : "") + "\n\n" + body;
}

std::string toPyTorch(const SyntaxTree& tree, std::string_view className)
{
    const std::vector<std::string> names = identifiersFor(tree.parameters);
    std::vector<std::string> members;
    for (const std::string& name : names)
        members.push_back("self." + name);
    ExpressionWriter writer(Language::PyTorch, tree, members, true);
    const std::string expression = writer.run();
    std::string text = "import torch\n\n\n" + definitions(Language::PyTorch, writer, "\n\n") + "class " +
                       std::string(className) + "(torch.nn.Module):\n";
    if (!names.empty()) {
        text += "    def __init__(self" + joined(names, ", ") + "):\n        super().__init__()\n";
        for (const std::string& name : names)
            text += "        self." + name + " = torch.nn.Parameter(torch.tensor(float(" + name + ")))\n";
        text += "\n";
    }
    return text + "    def forward(self, x):\n        return " + expression + "\n";
}

} // namespace secant
