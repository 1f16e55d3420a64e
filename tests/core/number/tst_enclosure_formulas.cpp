#include <array>
#include <cmath>
#include <random>

#include <QTest>

#include "core/number/primitive.h"
#include "tests/core/number/quad_truth.h"

using namespace secant;

namespace {

enum class Step {
    Variable,
    Number,
    Add,
    Subtract,
    Multiply,
    Divide,
    Minimum,
    Maximum,
    Integer,
    Real,
    Power,
    Call,
    Abs,
    Jump
};

constexpr Step kInner[] = {Step::Add,     Step::Subtract, Step::Multiply, Step::Divide, Step::Minimum,
                           Step::Maximum, Step::Integer,  Step::Real,     Step::Power,  Step::Call,
                           Step::Call,    Step::Call,     Step::Abs,      Step::Jump};
constexpr double kRealExponents[] = {0.5, 1.5, 2.5, -0.5, 0.3, -1.7};

/// A random formula, children before parents, and the two ways to compute it.
struct Formula {
    struct Node {
        Step step = Step::Variable;
        std::size_t first = 0;
        std::size_t second = 0;
        double number = 0.0;
        std::size_t callee = 0;
    };
    std::vector<Node> nodes;
};

const std::vector<BoundPrimitive>& callees()
{
    static const std::vector<BoundPrimitive> all = [] {
        std::vector<BoundPrimitive> list;
        for (const Truth& truth : truths()) {
            list.emplace_back(primitive(truth.name), ParameterValues{});
        }
        return list;
    }();
    return all;
}

class Random {
public:
    double uniform() { return std::uniform_real_distribution<double>(0.0, 1.0)(m_generator); }
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(m_generator); }

    std::size_t grow(Formula& formula, int depth)
    {
        Formula::Node node;
        if (depth == 0 || uniform() < 0.15) {
            if (uniform() < 0.35) {
                node = {.step = Step::Number,
                        .number = uniform() < 0.3 ? std::floor(5.0 * uniform()) - 2.0 : 4.0 * uniform() - 2.0};
            }
        } else {
            node.step = kInner[below(std::size(kInner))];
            node.first = grow(formula, depth - 1);
            node.second = node.step <= Step::Maximum || node.step == Step::Power ? grow(formula, depth - 1) : 0;
            node.number = node.step == Step::Integer ? std::floor(9.0 * uniform()) - 4.0
                                                     : kRealExponents[below(std::size(kRealExponents))];
            node.callee = below(callees().size());
        }
        formula.nodes.push_back(node);
        return formula.nodes.size() - 1;
    }

private:
    std::mt19937_64 m_generator{11};
};

Enclosure enclose(const Formula& formula, const Interval& x)
{
    static const BoundPrimitive absolute(primitive("abs"), {});
    static const BoundPrimitive jump(primitive("step"), {});
    std::vector<Enclosure> results;
    for (const Formula::Node& node : formula.nodes) {
        const Enclosure a = results.empty() ? Enclosure{} : results[node.first];
        const Enclosure b = results.empty() ? Enclosure{} : results[node.second];
        results.push_back([&]() -> Enclosure {
            switch (node.step) {
            case Step::Variable:
                return Enclosure::variable(x);
            case Step::Number:
                return Enclosure::constant(Interval::point(node.number));
            case Step::Add:
                return a + b;
            case Step::Subtract:
                return a - b;
            case Step::Multiply:
                return a * b;
            case Step::Divide:
                return a / b;
            case Step::Minimum:
                return minimum(a, b);
            case Step::Maximum:
                return maximum(a, b);
            case Step::Integer:
                return power(a, static_cast<int>(node.number));
            case Step::Real:
                return power(a, node.number);
            case Step::Power:
                return power(a, b);
            case Step::Call:
                return compose(callees()[node.callee].enclose(a.value), a);
            case Step::Abs:
                return compose(absolute.enclose(a.value), a);
            case Step::Jump:
                return compose(jump.enclose(a.value), a);
            }
            return Enclosure::nowhere();
        }());
    }
    return results.back();
}

const Quad kNone = nanq("");
const QuadJet kUndefined{kNone, kNone, kNone};

QuadJet chain(const QuadJet& outer, const QuadJet& inner)
{
    return {outer.value, outer.slope * inner.slope,
            outer.curvature * inner.slope * inner.slope + outer.slope * inner.curvature};
}

QuadJet product(const QuadJet& a, const QuadJet& b)
{
    return {a.value * b.value, a.slope * b.value + a.value * b.slope,
            a.curvature * b.value + 2 * a.slope * b.slope + a.value * b.curvature};
}

QuadJet realPower(const QuadJet& a, Quad p)
{
    return chain({powq(a.value, p), p * powq(a.value, p - 1), p * (p - 1) * powq(a.value, p - 2)}, a);
}

/// The textbook rule of one node; NaN where f, f′ or f″ does not exist or is left open here (two operands equal).
QuadJet exactStep(const Formula::Node& node, const QuadJet& a, const QuadJet& b, Quad x)
{
    const auto chosen = [&](bool first) { return a.value == b.value ? QuadJet{a.value, kNone, kNone} : first ? a : b; };
    switch (node.step) {
    case Step::Variable:
        return {x, 1, 0};
    case Step::Number:
        return {node.number, 0, 0};
    case Step::Add:
        return {a.value + b.value, a.slope + b.slope, a.curvature + b.curvature};
    case Step::Subtract:
        return {a.value - b.value, a.slope - b.slope, a.curvature - b.curvature};
    case Step::Multiply:
        return product(a, b);
    case Step::Divide:
        return b.value == 0
                   ? kUndefined
                   : product(a, chain({1 / b.value, -1 / (b.value * b.value), 2 / (b.value * b.value * b.value)}, b));
    case Step::Minimum:
        return chosen(a.value < b.value);
    case Step::Maximum:
        return chosen(a.value > b.value);
    case Step::Integer:
        if (node.number == 0.0) {
            return {1, 0, 0};
        }
        return a.value == 0 ? (node.number < 0.0 ? kUndefined : QuadJet{0, kNone, kNone}) : realPower(a, node.number);
    case Step::Real:
        if (a.value == 0 && node.number > 0.0) {
            return {0, kNone, kNone};
        }
        return a.value > 0 ? realPower(a, node.number) : kUndefined;
    case Step::Power: {
        if (!(a.value > 0)) {
            return kUndefined;
        }
        const QuadJet exponent = product(b, chain({logq(a.value), 1 / a.value, -1 / (a.value * a.value)}, a));
        const Quad value = expq(exponent.value);
        return chain({value, value, value}, exponent);
    }
    case Step::Call:
        return chain(truths()[node.callee].at(a.value), a);
    case Step::Abs:
        return a.value == 0 ? QuadJet{0, kNone, kNone} : chain({fabsq(a.value), Quad(a.value < 0 ? -1 : 1), 0}, a);
    case Step::Jump:
        return a.value == 0 ? QuadJet{1, kNone, kNone} : QuadJet{Quad(a.value > 0 ? 1 : 0), 0, 0};
    }
    return kUndefined;
}

/// Nothing where the quad library itself leaves its range, which is no statement about f.
std::optional<QuadJet> exact(const Formula& formula, double x)
{
    std::vector<QuadJet> results;
    for (const Formula::Node& node : formula.nodes) {
        const QuadJet none{};
        const QuadJet a = results.empty() ? none : results[node.first];
        const QuadJet b = results.empty() ? none : results[node.second];
        const bool isLeaf = node.step == Step::Variable || node.step == Step::Number;
        const bool hasTwo = (node.step >= Step::Add && node.step <= Step::Maximum) || node.step == Step::Power;
        if (!isLeaf && (isnanq(a.value) || (hasTwo && isnanq(b.value)))) {
            results.push_back(kUndefined);
            continue;
        }
        results.push_back(exactStep(node, a, b, x));
        // log 0 and log1p(−1) are poles, every other infinity an overflow.
        const std::string_view name = node.step == Step::Call ? truths()[node.callee].name : "";
        if (isinfq(results.back().value)) {
            if (name != "log" && name != "log1p" && name != "atanh") {
                return std::nullopt;
            }
            results.back() = kUndefined;
        }
    }
    return results.back();
}

/// As holds(), with room for what the quad formulas cancel; true of what is not known.
bool holdsKnown(const Interval& bounds, Quad value)
{
    if (!finiteq(value)) {
        return true;
    }
    const Quad slack = fabsq(value) * Quad(0x1p-60) + Quad(1e-25);
    return Quad(bounds.lo) <= value + slack && value - slack <= Quad(bounds.hi);
}

QByteArray fault(const Enclosure& e, const QuadJet& jet)
{
    if (isnanq(jet.value)) {
        return e.valueGrade >= Grade::Defined ? "claims to be defined" : "";
    }
    if (e.valueGrade == Grade::Empty) {
        return "claims to be undefined";
    }
    if (!holdsKnown(e.value, jet.value)) {
        return "misses the value";
    }
    if (!holdsKnown(e.slope, jet.slope)) {
        return "misses the slope";
    }
    if (e.slope.isZero() && e.slopeGrade == Grade::Continuous && finiteq(jet.slope) && jet.slope != 0) {
        return "claims to be constant";
    }
    return finiteq(jet.slope) && !holdsKnown(e.curvature, jet.curvature) ? "misses the curvature" : "";
}

/// Where f is continuous, the slopes hold those of all chords, kinks or not.
bool holdsChord(const Enclosure& e, double x0, Quad y0, double x1, Quad y1)
{
    const Quad width = Quad(x1) - Quad(x0);
    const Quad chord = (y1 - y0) / width;
    const Quad slack = (fabsq(y0) + fabsq(y1) + 1) * Quad(0x1p-85) / width + fabsq(chord) * Quad(0x1p-60);
    return Quad(e.slope.lo) <= chord + slack && chord - slack <= Quad(e.slope.hi);
}

} // namespace

/// Enclosures of composites: random formulas with kinks, jumps, poles and edges of domains, against quad precision.
class TestEnclosureFormulas : public QObject {
    Q_OBJECT

private slots:
    void holdsRandomFormulas();
};

void TestEnclosureFormulas::holdsRandomFormulas()
{
    Random random;
    int continuous = 0;
    int constant = 0;
    for (int i = 0; i < 100000; ++i) {
        Formula formula;
        random.grow(formula, 1 + static_cast<int>(random.below(4)));
        const bool atInteger = random.uniform() < 0.2; // Where kinks and poles like to be.
        const double middle = atInteger ? std::floor(7.0 * random.uniform()) - 3.0 : 8.0 * random.uniform() - 4.0;
        const double radius = std::ldexp(1.0, -static_cast<int>(random.below(30)));
        const Interval box = {random.uniform() < 0.2 ? middle : middle - radius, middle + radius};
        const Enclosure e = enclose(formula, box);
        continuous += e.valueGrade == Grade::Continuous;
        constant += e.slope.isZero() && e.slopeGrade == Grade::Continuous;
        double previousX = kNaN; // NaN: no chord to the next point.
        Quad previousY = 0;
        for (const double t : {0.0, 0.13, 0.5, 0.8, 1.0}) {
            const double x = std::clamp(box.lo + t * (box.hi - box.lo), box.lo, box.hi);
            const std::optional<QuadJet> jet = exact(formula, x);
            if (!jet || e.value.magnitude() > 1e300) {
                previousX = kNaN;
                continue;
            }
            const QByteArray found = fault(e, *jet);
            QVERIFY2(found.isEmpty(), qPrintable(QString("formula %1 at %2 %3").arg(i).arg(x, 0, 'g', 17).arg(found)));
            if (previousX < x && e.valueGrade == Grade::Continuous) {
                QVERIFY2(holdsChord(e, previousX, previousY, x, jet->value), qPrintable(QString::number(i)));
            }
            previousX = isnanq(jet->value) ? kNaN : x;
            previousY = jet->value;
        }
    }
    // The formulas are worth it: many are proved continuous, some constant, and many neither.
    QVERIFY(continuous > 40000 && continuous < 95000);
    QVERIFY(constant > 5000 && constant < 50000);
}

QTEST_GUILESS_MAIN(TestEnclosureFormulas)
#include "tst_enclosure_formulas.moc"
