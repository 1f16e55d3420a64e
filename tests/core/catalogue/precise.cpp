#include "precise.h"

#include <cmath>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <utility>

#include <mpfr.h>

namespace secant::precise {
namespace {

constexpr mpfr_prec_t kLeastBits = 256;
constexpr mpfr_prec_t kMostBits = 8192;
constexpr int kKnownBits = 80;
constexpr std::size_t kFirstParameter = 3;

/// Whether a sum of rounded numbers came out as 0 since this was last cleared: then what is left of a result is not to
/// be trusted, however well two precisions agree.
bool cancelled = false;

/// An MPFR number of the thread's default precision, which knows whether it was ever rounded.
class Real {
public:
    Real() { mpfr_init_set_ui(m_value, 0, MPFR_RNDN); }
    explicit Real(double value) { mpfr_init_set_d(m_value, value, MPFR_RNDN); }
    Real(const Real& other)
    {
        mpfr_init2(m_value, mpfr_get_prec(other.m_value));
        mpfr_set(m_value, other.m_value, MPFR_RNDN);
        m_exact = other.m_exact;
    }
    Real(Real&& other) noexcept
    {
        mpfr_init2(m_value, MPFR_PREC_MIN);
        mpfr_swap(m_value, other.m_value);
        m_exact = other.m_exact;
    }
    Real& operator=(Real other) noexcept
    {
        mpfr_swap(m_value, other.m_value);
        m_exact = other.m_exact;
        return *this;
    }
    ~Real() { mpfr_clear(m_value); }

    /// To be written to.
    [[nodiscard]] mpfr_ptr get()
    {
        m_exact = false;
        return m_value;
    }
    [[nodiscard]] mpfr_srcptr get() const { return m_value; }

    friend Real operator+(const Real& a, const Real& b) { return made(mpfr_add, a, b); }
    friend Real operator-(const Real& a, const Real& b) { return made(mpfr_sub, a, b); }
    friend Real operator*(const Real& a, const Real& b) { return made(mpfr_mul, a, b); }
    friend Real operator/(const Real& a, const Real& b) { return made(mpfr_div, a, b); }
    friend Real operator-(const Real& a) { return applied(mpfr_neg, a); }

    using Unary = int(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);
    friend Real applied(Unary* function, const Real& a)
    {
        Real result;
        result.m_exact = function(result.m_value, a.m_value, MPFR_RNDN) == 0 && a.m_exact;
        result.distrustZero(a.isExactZero());
        return result;
    }
    friend int compared(const Real& a, const Real& b)
    {
        const int order = mpfr_cmp(a.m_value, b.m_value);
        cancelled = cancelled || (order == 0 && !(a.m_exact && b.m_exact));
        return order;
    }

private:
    using Binary = int(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);
    static Real made(Binary* function, const Real& a, const Real& b)
    {
        Real result;
        result.m_exact = function(result.m_value, a.m_value, b.m_value, MPFR_RNDN) == 0 && a.m_exact && b.m_exact;
        result.distrustZero(a.isExactZero() || b.isExactZero());
        return result;
    }

    [[nodiscard]] bool isExactZero() const { return m_exact && mpfr_zero_p(m_value) != 0; }
    void distrustZero(bool comesFromZero)
    {
        m_exact = m_exact || (comesFromZero && mpfr_zero_p(m_value) != 0);
        cancelled = cancelled || (mpfr_zero_p(m_value) != 0 && !m_exact);
    }

    mpfr_t m_value;
    bool m_exact = true;
};

bool isNegative(const Real& a)
{
    return mpfr_sgn(a.get()) < 0;
}

/// f, f′, f″, ∂f/∂parameters. Zeros keep expressions that do not depend on something cheap and free of 0·∞.
struct Parts {
    std::vector<Real> d;
};

/// a·b where a factor 0 makes 0, whatever the other is.
Real times(const Real& a, const Real& b)
{
    return mpfr_zero_p(a.get()) != 0 || mpfr_zero_p(b.get()) != 0 ? Real() : a * b;
}

Parts constant(const Real& value, std::size_t size)
{
    Parts parts{std::vector<Real>(size)};
    parts.d[0] = value;
    return parts;
}

/// g(u) from g, g′, g″ at u.
Parts chain(const Parts& u, const Real& g, const Real& slope, const Real& curvature)
{
    Parts result = u;
    result.d[0] = g;
    result.d[1] = times(slope, u.d[1]);
    result.d[2] = times(curvature, times(u.d[1], u.d[1])) + times(slope, u.d[2]);
    for (std::size_t i = kFirstParameter; i < u.d.size(); ++i) {
        result.d[i] = times(slope, u.d[i]);
    }
    return result;
}

Parts sum(const Parts& a, const Parts& b, bool subtract)
{
    Parts result = a;
    for (std::size_t i = 0; i < a.d.size(); ++i) {
        result.d[i] = subtract ? a.d[i] - b.d[i] : a.d[i] + b.d[i];
    }
    return result;
}

Parts product(const Parts& a, const Parts& b)
{
    Parts result = a;
    result.d[0] = times(a.d[0], b.d[0]);
    result.d[2] = times(a.d[2], b.d[0]) + times(Real(2.0), times(a.d[1], b.d[1])) + times(a.d[0], b.d[2]);
    for (std::size_t i = 1; i < a.d.size(); i += i == 1 ? 2 : 1) {
        result.d[i] = times(a.d[i], b.d[0]) + times(a.d[0], b.d[i]);
    }
    return result;
}

Parts quotient(const Parts& a, const Parts& b)
{
    const Real inverse = Real(1.0) / b.d[0];
    const Real slope = -(inverse * inverse);
    return product(a, chain(b, inverse, slope, Real(-2.0) * slope * inverse));
}

Parts negated(const Parts& a)
{
    Parts result = a;
    for (Real& part : result.d) {
        part = -part;
    }
    return result;
}

/// a^b: b a small integer constant, or a > 0.
Parts power(const Parts& a, const Parts& b, bool isConstant)
{
    const double exponent = mpfr_get_d(b.d[0].get(), MPFR_RNDN);
    if (isConstant && exponent == std::trunc(exponent) && exponent >= 2.0 && exponent <= 3.0) {
        const Parts square = product(a, a);
        return exponent == 2.0 ? square : product(square, a);
    }
    const Real inverse = Real(1.0) / a.d[0];
    const Parts logarithm = chain(a, applied(mpfr_log, a.d[0]), inverse, -(inverse * inverse));
    const Parts raised = product(logarithm, b);
    const Real value = applied(mpfr_exp, raised.d[0]);
    return chain(raised, value, value, value);
}

Parts called(std::string_view name, const Parts& u)
{
    const Real& a = u.d[0];
    const Real one(1.0);
    if (name == "exp" || name == "expm1") {
        const Real e = applied(mpfr_exp, a);
        return chain(u, name == "exp" ? e : applied(mpfr_expm1, a), e, e);
    }
    if (name == "log" || name == "log1p") {
        const Real inverse = one / (name == "log" ? a : one + a);
        return chain(u, applied(name == "log" ? mpfr_log : mpfr_log1p, a), inverse, -(inverse * inverse));
    }
    if (name == "sin" || name == "cos") {
        const Real sine = applied(mpfr_sin, a);
        const Real cosine = applied(mpfr_cos, a);
        return name == "sin" ? chain(u, sine, cosine, -sine) : chain(u, cosine, -sine, -cosine);
    }
    if (name == "tanh") {
        const Real value = applied(mpfr_tanh, a);
        const Real sech = one / applied(mpfr_cosh, a);
        const Real slope = sech * sech;
        return chain(u, value, slope, Real(-2.0) * value * slope);
    }
    if (name == "atan") {
        const Real slope = one / (one + a * a);
        return chain(u, applied(mpfr_atan, a), slope, Real(-2.0) * a * slope * slope);
    }
    if (name == "erf" || name == "erfc") {
        Real pi;
        mpfr_const_pi(pi.get(), MPFR_RNDN);
        Real slope = Real(2.0) * applied(mpfr_exp, -(a * a)) / applied(mpfr_sqrt, pi);
        slope = name == "erf" ? slope : -slope;
        return chain(u, applied(name == "erf" ? mpfr_erf : mpfr_erfc, a), slope, Real(-2.0) * a * slope);
    }
    if (name == "sqrt") {
        const Real root = applied(mpfr_sqrt, a);
        const Real slope = one / (Real(2.0) * root);
        return chain(u, root, slope, -(slope / (Real(2.0) * a)));
    }
    if (name == "abs") {
        return isNegative(a) ? negated(u) : u;
    }
    std::abort(); // No definition calls anything else.
}

bool holds(NodeKind relation, int order)
{
    switch (relation) {
    case NodeKind::Less:
        return order < 0;
    case NodeKind::LessEqual:
        return order <= 0;
    case NodeKind::Greater:
        return order > 0;
    case NodeKind::GreaterEqual:
        return order >= 0;
    case NodeKind::Equal:
        return order == 0;
    default:
        return order != 0;
    }
}

} // namespace

struct Formula::State {
    SyntaxTree tree;
    std::vector<Parts> parts; ///< One for each node.
    std::vector<Real> known;  ///< What evaluate() found.

    [[nodiscard]] const Parts& at(NodeIndex index) const { return parts[static_cast<std::size_t>(index)]; }

    [[nodiscard]] Parts leaf(const Node& node, double x, std::span<const double> parameters) const
    {
        Parts result{std::vector<Real>(kFirstParameter + tree.parameters.size())};
        switch (node.kind) {
        case NodeKind::Number:
            result.d[0] = Real(node.number);
            break;
        case NodeKind::Pi:
            mpfr_const_pi(result.d[0].get(), MPFR_RNDN);
            break;
        case NodeKind::Variable:
            result.d[0] = Real(x);
            result.d[1] = Real(1.0);
            break;
        default:
            result.d[0] = Real(parameters[node.index]);
            result.d[kFirstParameter + node.index] = Real(1.0);
        }
        return result;
    }

    [[nodiscard]] Parts inner(const Node& node) const
    {
        const Parts& a = at(node.first);
        switch (node.kind) {
        case NodeKind::Negate:
            return negated(a);
        case NodeKind::Call:
            return called(node.callee->name, a);
        default:
            break;
        }
        const Parts& b = at(node.second);
        switch (node.kind) {
        case NodeKind::Add:
        case NodeKind::Subtract:
            return sum(a, b, node.kind == NodeKind::Subtract);
        case NodeKind::Multiply:
            return product(a, b);
        case NodeKind::Divide:
            return quotient(a, b);
        case NodeKind::Power:
            return power(a, b, tree.nodes[static_cast<std::size_t>(node.second)].kind == NodeKind::Number);
        case NodeKind::Minimum:
            return compared(a.d[0], b.d[0]) < 0 ? a : b;
        case NodeKind::Maximum:
            return compared(a.d[0], b.d[0]) > 0 ? a : b;
        case NodeKind::If: {
            const Node& condition = tree.nodes[static_cast<std::size_t>(node.values[0])];
            const int order = compared(at(condition.first).d[0], at(condition.second).d[0]);
            return holds(condition.kind, order) ? a : b;
        }
        default:
            return constant(Real(), a.d.size()); // A comparison: its If looks at what it compares.
        }
    }

    [[nodiscard]] std::vector<Real> run(mpfr_prec_t bits, double x, std::span<const double> parameters)
    {
        mpfr_set_default_prec(bits);
        cancelled = false;
        parts.clear();
        for (const Node& node : tree.nodes) {
            parts.push_back(node.first == kNoNode ? leaf(node, x, parameters) : inner(node));
        }
        return parts.back().d;
    }
};

namespace {

/// Whether two results of different precision say that the value is known.
bool agree(const Real& coarse, const Real& fine)
{
    if (mpfr_zero_p(fine.get()) != 0 || mpfr_zero_p(coarse.get()) != 0) {
        return mpfr_zero_p(fine.get()) != 0;
    }
    if (mpfr_number_p(coarse.get()) == 0) {
        return false;
    }
    const Real difference = fine - coarse;
    return mpfr_zero_p(difference.get()) != 0 || mpfr_get_exp(difference.get()) < mpfr_get_exp(fine.get()) - kKnownBits;
}

} // namespace

Formula::Formula(SyntaxTree tree) : m_state(std::make_unique<State>())
{
    m_state->tree = std::move(tree);
}

Formula::~Formula() = default;

const std::vector<std::string>& Formula::parameters() const
{
    return m_state->tree.parameters;
}

bool Formula::evaluate(double x, std::span<const double> parameters)
{
    std::vector<Real> coarse = m_state->run(kLeastBits, x, parameters);
    for (mpfr_prec_t bits = 2 * kLeastBits; bits <= kMostBits; bits *= 2) {
        std::vector<Real> fine = m_state->run(bits, x, parameters);
        bool known = !cancelled || bits == kMostBits;
        for (std::size_t i = 0; i < fine.size(); ++i) {
            if (mpfr_number_p(fine[i].get()) == 0) {
                return false;
            }
            known = known && agree(coarse[i], fine[i]);
        }
        if (known) {
            m_state->known = std::move(fine);
            return true;
        }
        coarse = std::move(fine);
    }
    return false;
}

Error Formula::error(std::size_t index, double computed) const
{
    const Real& truth = m_state->known[index];
    const double rounded = mpfr_get_d(truth.get(), MPFR_RNDN); // Of a subnormal correctly, too.
    if (!std::isfinite(computed) || !std::isfinite(rounded)) {
        return {computed == rounded ? 0.0 : std::numeric_limits<double>::infinity(), rounded};
    }
    const double size = std::abs(rounded);
    const double largest = std::nextafter(std::numeric_limits<double>::max(), 0.0);
    const double unit = size > largest ? size - largest : std::nextafter(size, kInfinity) - size;
    mpfr_set_default_prec(kMostBits);
    const Real distance = (truth - Real(computed)) / Real(unit);
    return {std::abs(mpfr_get_d(distance.get(), MPFR_RNDN)), rounded};
}

} // namespace secant::precise
