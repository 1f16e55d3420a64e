#include "core/expression/print.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <string>

#include "core/expression/parse.h"
#include "plain_tree.h"
#include "toy_vocabulary.h"

using namespace Qt::StringLiterals;
using namespace secant;

namespace {

/// Random formulas as parse() could have made them: numbers are finite and not negative, and what a parameter of a
/// callee is given does not depend on x.
class RandomTrees {
public:
    explicit RandomTrees(std::uint64_t seed) : m_random(seed) {}

    SyntaxTree next()
    {
        m_tree = {};
        m_tree.parameters = {"a", "alpha", "λ", "k_1", "slope_left", "t"};
        m_budget = below(30);
        grow(true, 0);
        return std::move(m_tree);
    }

private:
    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }

    NodeIndex add(Node node)
    {
        m_tree.nodes.push_back(std::move(node));
        return static_cast<NodeIndex>(m_tree.nodes.size() - 1);
    }

    NodeIndex grow(bool mayUseX, int depth)
    {
        if (m_budget == 0 || depth > 40)
            return leaf(mayUseX);
        --m_budget;
        switch (below(7)) {
        case 0:
            return negation(mayUseX, depth);
        case 6:
            return choice(mayUseX, depth);
        case 1:
            return call(mayUseX, depth);
        default:
            return infix(mayUseX, depth);
        }
    }

    NodeIndex leaf(bool mayUseX)
    {
        Node node;
        switch (below(6)) {
        case 0:
            node.kind = NodeKind::Pi;
            break;
        case 1:
            node.kind = NodeKind::Euler;
            break;
        case 2:
            node.kind = NodeKind::Parameter;
            node.index = below(m_tree.parameters.size());
            break;
        case 3:
            node.number = anyDouble();
            break;
        default:
            node.kind = mayUseX ? NodeKind::Variable : NodeKind::Number;
            node.number = mayUseX ? 0.0 : static_cast<double>(below(10));
        }
        return add(std::move(node));
    }

    /// Every magnitude that a double can have is as likely.
    double anyDouble()
    {
        const double number = std::abs(std::bit_cast<double>(m_random()));
        return std::isfinite(number) ? number : 0.1;
    }

    NodeIndex negation(bool mayUseX, int depth)
    {
        Node node;
        node.kind = NodeKind::Negate;
        node.first = grow(mayUseX, depth + 1);
        return add(std::move(node));
    }

    NodeIndex infix(bool mayUseX, int depth)
    {
        constexpr NodeKind kKinds[] = {NodeKind::Add,    NodeKind::Subtract,  NodeKind::Multiply, NodeKind::Divide,
                                       NodeKind::Power,  NodeKind::Power,     NodeKind::Minimum,  NodeKind::Maximum,
                                       NodeKind::Modulo, NodeKind::Hypotenuse};
        Node node;
        node.kind = kKinds[below(std::size(kKinds))];
        node.first = grow(mayUseX, depth + 1);
        node.second = grow(mayUseX, depth + 1);
        return add(std::move(node));
    }

    NodeIndex comparison(bool mayUseX, int depth)
    {
        Node condition;
        condition.kind = static_cast<NodeKind>(static_cast<std::size_t>(NodeKind::Less) + below(6));
        condition.first = grow(mayUseX, depth + 1);
        condition.second = grow(mayUseX, depth + 1);
        return add(std::move(condition));
    }

    /// a < b < c, with leaves so that what is written twice stays short.
    NodeIndex chain(bool mayUseX, int depth)
    {
        Node first;
        first.kind = below(2) == 0 ? NodeKind::Less : NodeKind::LessEqual;
        first.first = grow(mayUseX, depth + 1);
        first.second = leaf(mayUseX);
        Node second;
        second.kind = below(2) == 0 ? NodeKind::Less : NodeKind::Equal;
        second.first = first.second;
        second.second = grow(mayUseX, depth + 1);
        Node both;
        both.kind = NodeKind::And;
        both.first = add(std::move(first));
        both.second = add(std::move(second));
        return add(std::move(both));
    }

    NodeIndex condition(bool mayUseX, int depth)
    {
        const std::size_t form = m_budget == 0 || depth > 40 ? 9 : below(10);
        if (form > 2)
            return comparison(mayUseX, depth);
        if (form == 0)
            return chain(mayUseX, depth);
        Node both;
        both.kind = form == 1 ? NodeKind::And : NodeKind::Or;
        both.first = condition(mayUseX, depth + 1);
        both.second = condition(mayUseX, depth + 1);
        return add(std::move(both));
    }

    NodeIndex choice(bool mayUseX, int depth)
    {
        Node node;
        node.kind = NodeKind::If;
        node.values = {condition(mayUseX, depth)};
        node.first = grow(mayUseX, depth + 1);
        node.second = grow(mayUseX, depth + 1);
        return add(std::move(node));
    }

    NodeIndex call(bool mayUseX, int depth)
    {
        Node node;
        node.kind = NodeKind::Call;
        node.callee = test::toyVocabulary().all()[below(test::toyVocabulary().all().size())];
        node.first = grow(mayUseX, depth + 1);
        for (std::size_t i = 0; i < node.callee->parameters.size(); ++i)
            node.values.push_back(grow(false, depth + 1));
        return add(std::move(node));
    }

    std::mt19937_64 m_random;
    SyntaxTree m_tree;
    std::size_t m_budget = 0;
};

Node infixNode(NodeKind kind, NodeIndex left, NodeIndex right)
{
    Node node;
    node.kind = kind;
    node.first = left;
    node.second = right;
    return node;
}

/// `text` without each pair of brackets that belongs to no call, one pair at a time.
std::vector<std::string> withoutOnePair(const std::string& text)
{
    std::vector<std::string> results;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(')
            open.push_back(i);
        if (text[i] != ')')
            continue;
        const std::size_t begin = open.back();
        open.pop_back();
        const bool isCall = begin > 0 && std::string_view(" (*/^-,").find(text[begin - 1]) == std::string_view::npos;
        if (isCall)
            continue;
        // A space keeps what stood beside the brackets from growing into one word.
        std::string shorter = text;
        shorter[i] = ' ';
        shorter[begin] = ' ';
        results.push_back(std::move(shorter));
    }
    return results;
}

} // namespace

class TestPrint : public QObject {
    Q_OBJECT

private slots:
    void printsPlainly_data();
    void printsPlainly();
    void printsNumbersShortest_data();
    void printsNumbersShortest();
    void printsNegativeNumbersAsNegations();
    void printsSharedNodesAtEachPlace();
    void printsNothingOfAnEmptyTree();
    void splitsLongExtrema();
    void isReadBackAsTheSameTree();
    void setsNoBracketsInVain();
};

void TestPrint::printsPlainly_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("printed");
    const auto row = [](const QString& typed, const QString& printed) {
        QTest::addRow("%s", qUtf8Printable(typed)) << typed << printed;
    };
    row(u"x/(1+exp(-x))"_s, u"x/(1 + exp(-x))"_s);
    row(u"((x)+(1))"_s, u"x + 1"_s);
    row(u"x-(1-2)"_s, u"x - (1 - 2)"_s);
    row(u"x-(1+2)"_s, u"x - (1 + 2)"_s);
    row(u"(x-1)+2"_s, u"x - 1 + 2"_s);
    row(u"x+(1+2)"_s, u"x + (1 + 2)"_s);
    row(u"x/(2*3)"_s, u"x/(2*3)"_s);
    row(u"x*(2/3)"_s, u"x*(2/3)"_s);
    row(u"(x+1)(x-1)"_s, u"(x + 1)*(x - 1)"_s);
    row(u"2e^-x²"_s, u"2*e^-x^2"_s);
    row(u"(x^2)^3"_s, u"(x^2)^3"_s);
    row(u"x^(2^3)"_s, u"x^2^3"_s);
    row(u"x^(2*3)"_s, u"x^(2*3)"_s);
    row(u"(-x)^2"_s, u"(-x)^2"_s);
    row(u"-(x^2)"_s, u"-x^2"_s);
    row(u"(-x)*2"_s, u"(-x)*2"_s);
    row(u"-(x*2)"_s, u"-x*2"_s);
    row(u"-(x+2)"_s, u"-(x + 2)"_s);
    row(u"(-x)+2"_s, u"-x + 2"_s);
    row(u"2*(-x)"_s, u"2*-x"_s);
    row(u"2*(-(x*3))"_s, u"2*-(x*3)"_s);
    row(u"2*(-(x+3))"_s, u"2*-(x + 3)"_s);
    row(u"x-(-x)"_s, u"x - -x"_s);
    row(u"2^(-(x*3))"_s, u"2^-(x*3)"_s);
    row(u"-(-x)"_s, u"--x"_s);
    row(u"|x|+√x"_s, u"abs(x) + sqrt(x)"_s);
    row(u"sin²(x)"_s, u"sin(x)^2"_s);
    row(u"max(max(x,1),2)"_s, u"max(x, 1, 2)"_s);
    row(u"max(x,max(1,2))"_s, u"max(x, max(1, 2))"_s);
    row(u"max(min(x,1),-2)"_s, u"max(min(x, 1), -2)"_s);
    row(u"leaky_relu(x)"_s, u"leaky_relu(x, 0.01)"_s);
    row(u"leaky_relu(x+1, 2α)"_s, u"leaky_relu(x + 1, 2*α)"_s);
    row(u"hard_tanh(x)"_s, u"hard_tanh(x, -1, 1)"_s);
    row(u"2πx"_s, u"2*pi*x"_s);
    row(u"mod(x+1,(2))"_s, u"mod(x + 1, 2)"_s);
    row(u"hypot(x,-1)"_s, u"hypot(x, -1)"_s);
    row(u"if(x+1≤-2,(x),if(x≠3,1,-x))"_s, u"if(x + 1 <= -2, x, if(x != 3, 1, -x))"_s);
    row(u"\\frac{x+1}{2x}"_s, u"(x + 1)/(2*x)"_s);
    row(u"y = a₁x"_s, u"a_1*x"_s);
}

void TestPrint::printsPlainly()
{
    QFETCH(QString, typed);
    QFETCH(QString, printed);
    const auto tree = parse(typed.toStdString(), test::toyVocabulary());
    QVERIFY(tree.ok());
    QCOMPARE(QString::fromStdString(print(tree.value())), printed);
}

void TestPrint::printsNumbersShortest_data()
{
    // The shortest decimals that round to the number, known from the literature on printing doubles.
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("printed");
    QTest::addRow("whole") << 2.0 << "2";
    QTest::addRow("no exact binary") << 0.1 << "0.1";
    QTest::addRow("17 digits needed") << 0.1 + 0.2 << "0.30000000000000004";
    QTest::addRow("least") << 5e-324 << "5e-324";
    QTest::addRow("largest") << std::numeric_limits<double>::max() << "1.7976931348623157e+308";
    QTest::addRow("2^53") << 9007199254740992.0 << "9007199254740992";
}

void TestPrint::printsNumbersShortest()
{
    QFETCH(double, number);
    QFETCH(QString, printed);
    SyntaxTree tree;
    tree.nodes.emplace_back().number = number;
    QCOMPARE(QString::fromStdString(print(tree)), printed);
}

void TestPrint::printsNegativeNumbersAsNegations()
{
    // (−3)^x, −3·x and x·(−3), which a transformation of trees may make.
    SyntaxTree tree;
    tree.nodes.resize(3);
    tree.nodes[0].number = -3.0;
    tree.nodes[1].kind = NodeKind::Variable;
    tree.nodes[2] = infixNode(NodeKind::Power, 0, 1);
    QCOMPARE(QString::fromStdString(print(tree)), u"(-3)^x"_s);
    tree.nodes[2].kind = NodeKind::Multiply;
    QCOMPARE(QString::fromStdString(print(tree)), u"(-3)*x"_s);
    std::swap(tree.nodes[2].first, tree.nodes[2].second);
    QCOMPARE(QString::fromStdString(print(tree)), u"x*-3"_s);
}

void TestPrint::printsSharedNodesAtEachPlace()
{
    SyntaxTree tree;
    tree.nodes.resize(4);
    tree.nodes[0].kind = NodeKind::Variable;
    tree.nodes[1].number = 1.0;
    tree.nodes[2] = infixNode(NodeKind::Add, 0, 1);
    tree.nodes[3] = infixNode(NodeKind::Divide, 2, 2);
    QCOMPARE(QString::fromStdString(print(tree)), u"(x + 1)/(x + 1)"_s);
}

void TestPrint::printsNothingOfAnEmptyTree()
{
    QVERIFY(print(SyntaxTree{}).empty());
}

void TestPrint::splitsLongExtrema()
{
    // A chain of 300 maxima is more than one call may hold.
    std::string typed = "x";
    for (int i = 1; i <= 300; ++i)
        typed = "max(" + typed + "," + std::to_string(i) + ")";
    const auto tree = parse(typed, test::toyVocabulary());
    QVERIFY(tree.ok());
    const std::string printed = print(tree.value());
    QCOMPARE(std::ranges::count(printed, '('), 3);
    const auto again = parse(printed, test::toyVocabulary());
    QVERIFY(again.ok());
    QVERIFY(test::sameFormula(again.value(), tree.value()));
}

void TestPrint::isReadBackAsTheSameTree()
{
    RandomTrees trees(20240607);
    for (int i = 0; i < 30000; ++i) {
        const SyntaxTree tree = trees.next();
        const std::string printed = print(tree);
        const auto again = parse(printed, test::toyVocabulary());
        QVERIFY2(again.ok(), printed.c_str());
        QVERIFY2(test::sameFormula(again.value(), tree), printed.c_str());
        QCOMPARE(print(again.value()), printed);
    }
}

void TestPrint::setsNoBracketsInVain()
{
    RandomTrees trees(11);
    std::size_t tried = 0;
    for (int i = 0; i < 10000; ++i) {
        const SyntaxTree tree = trees.next();
        const std::string printed = print(tree);
        for (const std::string& shorter : withoutOnePair(printed)) {
            const auto read = parse(shorter, test::toyVocabulary());
            QVERIFY2(!read.ok() || !test::sameFormula(read.value(), tree), printed.c_str());
            ++tried;
        }
    }
    QVERIFY2(tried > 10000, "too few brackets were tried");
}

QTEST_GUILESS_MAIN(TestPrint)
#include "tst_print.moc"
