#include "tests/support/mpfr_formula.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>

using namespace secant;

namespace {

using Kind = MpfrValue::Kind;
using Unary = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);

/// What is smaller than 2^−kTiny of the numbers around it may be rounding alone.
constexpr long kTiny = 560;

Mpfr applied(Unary f, const Mpfr& x)
{
    Mpfr r;
    f(r.get(), x.get(), MPFR_RNDN);
    return r;
}

MpfrValue defined(const Mpfr& value)
{
    return {Kind::Defined, value};
}

MpfrValue undefined()
{
    return {Kind::Undefined, {}};
}

MpfrValue unsure()
{
    return {};
}

class Evaluation {
public:
    Evaluation(const SyntaxTree& tree, const Mpfr& x) : m_tree(tree), m_x(x) {}

    MpfrValue run()
    {
        MpfrValue v = at(static_cast<NodeIndex>(m_tree.nodes.size()) - 1);
        v.scale = m_scale;
        return v;
    }

private:
    MpfrValue at(NodeIndex i)
    {
        MpfrValue v = of(m_tree.nodes[static_cast<std::size_t>(i)]);
        if (v.kind == Kind::Defined && !mpfr_number_p(v.value.get()))
            return unsure();
        if (v.kind == Kind::Defined)
            m_scale = std::max(m_scale, v.value.exponent());
        return v;
    }

    /// −1, 0, 1; 2 where rounding may have decided.
    [[nodiscard]] int signOf(const Mpfr& d) const
    {
        if (d.sign() == 0)
            return 0;
        return d.exponent() < m_scale - kTiny ? 2 : d.sign() < 0 ? -1 : 1;
    }

    MpfrValue of(const Node& node)
    {
        switch (node.kind) {
        case NodeKind::Number: {
            std::array<char, 40> text{};
            const auto end = std::to_chars(text.data(), text.data() + text.size() - 1, node.number).ptr;
            *end = '\0';
            Mpfr r;
            mpfr_set_str(r.get(), text.data(), 10, MPFR_RNDN);
            return defined(r);
        }
        case NodeKind::Pi: {
            Mpfr r;
            mpfr_const_pi(r.get(), MPFR_RNDN);
            return defined(r);
        }
        case NodeKind::Euler:
            return defined(applied(mpfr_exp, 1.0));
        case NodeKind::Variable:
            return defined(m_x);
        case NodeKind::If:
            return chosen(node);
        case NodeKind::Parameter:
        case NodeKind::Modulo:
            return unsure();
        default:
            break;
        }
        const MpfrValue a = at(node.first);
        const MpfrValue b = node.second >= 0 ? at(node.second) : a;
        if (a.kind == Kind::Undefined || b.kind == Kind::Undefined)
            return undefined();
        if (a.kind == Kind::Unsure || b.kind == Kind::Unsure)
            return unsure();
        return node.kind == NodeKind::Call ? called(node.callee->name, a.value) : combined(node, a.value, b.value);
    }

    MpfrValue chosen(const Node& node)
    {
        const MpfrValue condition = truth(node.values.front());
        if (condition.kind != Kind::Defined)
            return condition;
        return at(condition.value.sign() != 0 ? node.first : node.second);
    }

    /// 1 or 0. The second of two conditions is asked for where the first one does not decide.
    MpfrValue truth(NodeIndex index)
    {
        const Node& condition = m_tree.nodes[static_cast<std::size_t>(index)];
        if (condition.kind == NodeKind::And || condition.kind == NodeKind::Or) {
            const MpfrValue first = truth(condition.first);
            const bool isDecided =
                first.kind != Kind::Defined || (first.value.sign() != 0) == (condition.kind == NodeKind::Or);
            return isDecided ? first : truth(condition.second);
        }
        const MpfrValue a = at(condition.first);
        const MpfrValue b = at(condition.second);
        if (a.kind != Kind::Defined || b.kind != Kind::Defined)
            return a.kind == Kind::Undefined || b.kind == Kind::Undefined ? undefined() : unsure();
        const int s = signOf(a.value - b.value);
        if (s == 2)
            return unsure();
        bool holds = false;
        switch (condition.kind) {
        case NodeKind::Less:
            holds = s < 0;
            break;
        case NodeKind::LessEqual:
            holds = s <= 0;
            break;
        case NodeKind::Greater:
            holds = s > 0;
            break;
        case NodeKind::GreaterEqual:
            holds = s >= 0;
            break;
        case NodeKind::Equal:
            holds = s == 0;
            break;
        default:
            holds = s != 0;
            break;
        }
        return defined(holds ? 1.0 : 0.0);
    }

    MpfrValue combined(const Node& node, const Mpfr& a, const Mpfr& b)
    {
        switch (node.kind) {
        case NodeKind::Negate:
            return defined(Mpfr(0.0) - a);
        case NodeKind::Add:
            return defined(a + b);
        case NodeKind::Subtract:
            return defined(a - b);
        case NodeKind::Multiply:
            return defined(a * b);
        case NodeKind::Divide: {
            const int s = signOf(b);
            return s == 0 ? undefined() : s == 2 ? unsure() : defined(a / b);
        }
        case NodeKind::Minimum:
            return defined(mpfr_cmp(a.get(), b.get()) <= 0 ? a : b);
        case NodeKind::Maximum:
            return defined(mpfr_cmp(a.get(), b.get()) >= 0 ? a : b);
        case NodeKind::Power:
            return raised(node, a, b);
        case NodeKind::Hypotenuse:
            return defined(applied(mpfr_sqrt, a * a + b * b));
        default:
            return unsure();
        }
    }

    bool dependsOnX(NodeIndex i) const
    {
        const Node& node = m_tree.nodes[static_cast<std::size_t>(i)];
        const bool own = node.kind == NodeKind::Variable || (node.first >= 0 && dependsOnX(node.first)) ||
                         (node.second >= 0 && dependsOnX(node.second));
        return own || std::ranges::any_of(node.values, [this](NodeIndex j) { return dependsOnX(j); });
    }

    MpfrValue raised(const Node& node, const Mpfr& a, const Mpfr& b)
    {
        const int s = signOf(a);
        if (s == 2)
            return unsure();
        if (!dependsOnX(node.second) && mpfr_integer_p(b.get())) {
            if (b.sign() == 0)
                return defined(1.0);
            if (s == 0)
                return b.sign() > 0 ? defined(0.0) : undefined();
        } else if (s < 0) {
            return undefined();
        } else if (s == 0) {
            return !dependsOnX(node.second) && b.sign() > 0 ? defined(0.0) : undefined();
        }
        Mpfr r;
        mpfr_pow(r.get(), a.get(), b.get(), MPFR_RNDN);
        return defined(r);
    }

    /// f(u) where `inside` is ≥ 0 (or > 0 if open), else undefined.
    MpfrValue within(const Mpfr& inside, bool isOpen, Unary f, const Mpfr& u)
    {
        const int s = signOf(inside);
        if (s == 2)
            return unsure();
        return s < 0 || (isOpen && s == 0) ? undefined() : defined(applied(f, u));
    }

    MpfrValue stepped(Unary rounded, const Mpfr& u)
    {
        Mpfr nearest;
        mpfr_rint(nearest.get(), u.get(), MPFR_RNDN);
        return signOf(u - nearest) == 2 ? unsure() : defined(applied(rounded, u));
    }

    MpfrValue called(std::string_view name, const Mpfr& u)
    {
        static const std::map<std::string_view, Unary> kEverywhere{
            {"exp", mpfr_exp},   {"sin", mpfr_sin},   {"cos", mpfr_cos},     {"atan", mpfr_atan}, {"sinh", mpfr_sinh},
            {"cosh", mpfr_cosh}, {"tanh", mpfr_tanh}, {"asinh", mpfr_asinh}, {"erf", mpfr_erf},   {"cbrt", mpfr_cbrt},
            {"abs", mpfr_abs},   {"tan", mpfr_tan},   {"expm1", mpfr_expm1}};
        if (const auto found = kEverywhere.find(name); found != kEverywhere.end())
            return defined(applied(found->second, u));
        const Mpfr one(1.0);
        if (name == "log")
            return within(u, true, mpfr_log, u);
        if (name == "sqrt")
            return within(u, false, mpfr_sqrt, u);
        if (name == "gamma")
            return within(u, true, mpfr_gamma, u);
        if (name == "asin")
            return within(one - u * u, false, mpfr_asin, u);
        if (name == "acos")
            return within(one - u * u, false, mpfr_acos, u);
        if (name == "atanh")
            return within(one - u * u, true, mpfr_atanh, u);
        if (name == "acosh")
            return within(u - one, false, mpfr_acosh, u);
        if (name == "floor" || name == "ceil")
            return stepped(
                name == "floor" ? [](mpfr_ptr r, mpfr_srcptr x, mpfr_rnd_t) { return mpfr_floor(r, x); }
                                : [](mpfr_ptr r, mpfr_srcptr x, mpfr_rnd_t) { return mpfr_ceil(r, x); },
                u);
        if (name == "relu")
            return defined(u.sign() > 0 ? u : Mpfr());
        if (name == "sigmoid")
            return defined(one / (one + applied(mpfr_exp, Mpfr() - u)));
        if (name == "softplus")
            return defined(applied(mpfr_log1p, applied(mpfr_exp, u)));
        const int s = signOf(u);
        if (s == 2)
            return unsure();
        if (name == "sign")
            return defined(static_cast<double>(s));
        return name == "step" ? defined(s >= 0 ? 1.0 : 0.0) : unsure();
    }

    const SyntaxTree& m_tree;
    Mpfr m_x;
    long m_scale = -1000000000L;
};

} // namespace

Mpfr::Mpfr(const std::string& text) : Mpfr()
{
    const std::size_t slash = text.find('/');
    mpfr_set_str(m_value, text.substr(0, slash).c_str(), 10, MPFR_RNDN);
    if (slash != std::string::npos) {
        Mpfr below;
        mpfr_set_str(below.get(), text.substr(slash + 1).c_str(), 10, MPFR_RNDN);
        mpfr_div(m_value, m_value, below.get(), MPFR_RNDN);
    }
}

MpfrValue mpfrValue(const SyntaxTree& tree, const Mpfr& x)
{
    return Evaluation(tree, x).run();
}
