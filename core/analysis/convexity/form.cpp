#include "core/analysis/convexity/form.h"

#include <algorithm>

namespace secant::convexity {

namespace {

constexpr std::size_t kMaxTerms = 400;
constexpr std::size_t kMaxKernels = 60;
constexpr long kMaxExpandedPower = 40;
constexpr unsigned long kMaxPowerBits = 100000;

void addTerm(Form& sum, const Monomial& m, const Rational& c)
{
    if (c == 0)
        return;
    const auto [entry, isNew] = sum.try_emplace(m, c);
    if (!isNew) {
        entry->second += c;
        if (entry->second == 0)
            sum.erase(entry);
    }
    if (sum.size() > kMaxTerms)
        throw NoForm{};
}

bool isInteger(const Rational& q)
{
    return q.get_den() == 1;
}

Rational floorOf(const Rational& q)
{
    mpz_class n;
    mpz_fdiv_q(n.get_mpz_t(), q.get_num_mpz_t(), q.get_den_mpz_t());
    return Rational(n);
}

} // namespace

Form constantForm(const Rational& value)
{
    return value == 0 ? Form{} : Form{{Monomial{}, value}};
}

Form add(const Form& a, const Form& b, const Rational& factor)
{
    Form sum = a;
    for (const auto& [m, c] : b)
        addTerm(sum, m, c * factor);
    return sum;
}

Form scaled(const Form& a, const Rational& factor)
{
    return add({}, a, factor);
}

std::optional<Rational> constantOf(const Form& a)
{
    if (a.empty())
        return Rational(0);
    return a.size() == 1 && a.begin()->first.empty() ? std::optional(a.begin()->second) : std::nullopt;
}

Monomial product(const Monomial& a, const Monomial& b, int sign)
{
    Monomial r;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (j == b.size() || (i < a.size() && a[i].first < b[j].first)) {
            r.push_back(a[i++]);
        } else if (i == a.size() || b[j].first < a[i].first) {
            r.emplace_back(b[j].first, b[j].second * sign);
            ++j;
        } else {
            const Rational e = a[i].second + b[j].second * sign;
            if (e != 0)
                r.emplace_back(a[i].first, e);
            ++i;
            ++j;
        }
    }
    return r;
}

std::pair<Monomial, Form> factored(const Form& a)
{
    std::map<int, Rational> least;
    for (const auto& [m, c] : a) {
        for (const auto& [k, e] : m)
            least.try_emplace(k, e);
    }
    for (auto& [k, e] : least) {
        for (const auto& [m, c] : a) {
            const auto found = std::ranges::find(m, k, &std::pair<int, Rational>::first);
            const Rational here = found == m.end() ? Rational(0) : found->second;
            if (here < e)
                e = here;
        }
    }
    Monomial common;
    for (const auto& [k, e] : least) {
        if (e != 0)
            common.emplace_back(k, e);
    }
    Form rest;
    for (const auto& [m, c] : a)
        addTerm(rest, product(m, common, -1), c);
    return {common, rest};
}

Field::Field(const Rational& origin, int direction, bool isPositiveT, Budget& budget)
    : m_origin(origin), m_direction(direction), m_budget(budget)
{
    intern(KernelKind::T, {}, isPositiveT);
}

int Field::intern(KernelKind kind, Form arg, bool isPositive, int order)
{
    m_budget.poll();
    for (std::size_t i = 0; i < m_kernels.size(); ++i) {
        if (m_kernels[i].kind == kind && m_kernels[i].order == order && m_kernels[i].arg == arg) {
            m_kernels[i].isPositive = m_kernels[i].isPositive || isPositive;
            return static_cast<int>(i);
        }
    }
    if (m_kernels.size() >= kMaxKernels)
        throw NoForm{};
    m_kernels.push_back({kind, std::move(arg), std::nullopt, order, isPositive, std::nullopt});
    return static_cast<int>(m_kernels.size()) - 1;
}

Form Field::single(int kernel, const Rational& exponent, const Rational& coefficient) const
{
    return {{Monomial{{kernel, exponent}}, coefficient}};
}

bool Field::isPositive(const Monomial& m) const
{
    return std::ranges::all_of(
        m, [&](const auto& factor) { return m_kernels[static_cast<std::size_t>(factor.first)].isPositive; });
}

/// c·Πk^e of two monomials; sin² becomes 1 − cos², and powers of numbers keep exponents in [0, 1).
void Field::addProduct(Form& sum, const Monomial& a, const Monomial& b, const Rational& c)
{
    m_budget.poll();
    Monomial m = product(a, b);
    Rational factor = c;
    for (std::size_t i = 0; i < m.size(); ++i) {
        const Kernel& k = kernel(m[i].first);
        if (k.kind == KernelKind::Number) {
            const Rational whole = floorOf(m[i].second);
            if (whole == 0)
                continue;
            const Rational base = *constantOf(k.arg);
            factor *= *constantOf(numberPower(base, whole));
            m[i].second -= whole;
            if (m[i].second == 0)
                m.erase(m.begin() + static_cast<std::ptrdiff_t>(i--));
        } else if (k.kind == KernelKind::Sin && isInteger(m[i].second) && m[i].second >= 2) {
            const int cosine = intern(KernelKind::Cos, Form(k.arg), false);
            Monomial rest = m;
            rest[i].second -= 2;
            if (rest[i].second == 0)
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
            addProduct(sum, rest, {}, factor);
            addProduct(sum, rest, {{cosine, Rational(2)}}, -factor);
            return;
        }
    }
    addTerm(sum, m, factor);
}

Form Field::multiply(const Form& a, const Form& b)
{
    if (a.size() * b.size() > kMaxTerms * 20)
        throw NoForm{};
    Form sum;
    for (const auto& [m, c] : a) {
        for (const auto& [n, d] : b)
            addProduct(sum, m, n, c * d);
    }
    return sum;
}

Form Field::numberPower(const Rational& base, const Rational& q)
{
    const Rational whole = floorOf(q);
    const std::size_t bits = mpz_sizeinbase(base.get_num_mpz_t(), 2) + mpz_sizeinbase(base.get_den_mpz_t(), 2);
    if (abs(whole) > 2000 || abs(whole) * static_cast<unsigned long>(bits) > kMaxPowerBits)
        throw NoForm{};
    Rational value = 1;
    for (Rational i = 0; i < abs(whole); i += 1)
        value *= base;
    if (whole < 0)
        value = 1 / value;
    const Rational rest = q - whole;
    if (rest == 0 || base == 1)
        return constantForm(value);
    mpz_class above;
    mpz_class below;
    if (rest.get_den() < 64) {
        const unsigned long degree = rest.get_den().get_ui();
        if (mpz_root(above.get_mpz_t(), base.get_num_mpz_t(), degree) != 0 &&
            mpz_root(below.get_mpz_t(), base.get_den_mpz_t(), degree) != 0)
            return scaled(numberPower(Rational(above, below), Rational(rest.get_num())), value);
    }
    return single(intern(KernelKind::Number, constantForm(base), true), rest, value);
}

/// a = content · common · rest with content > 0.
Field::Parts Field::parts(const Form& a, bool onlyPositive) const
{
    auto [common, rest] = factored(a);
    if (onlyPositive) {
        Monomial kept;
        for (const auto& factor : common) {
            if (m_kernels[static_cast<std::size_t>(factor.first)].isPositive)
                kept.push_back(factor);
        }
        rest.clear();
        for (const auto& [m, c] : a)
            addTerm(rest, product(m, kept, -1), c);
        common = kept;
    }
    const Rational content = abs(rest.rbegin()->second);
    return {content, common, scaled(rest, 1 / content)};
}

Form Field::power(const Form& a, const Rational& q)
{
    if (q == 0)
        return constantForm(1);
    if (a.empty()) {
        if (q < 0)
            throw NoForm{};
        return {};
    }
    if (q == 1)
        return a;
    const bool isWhole = isInteger(q);
    if (a.size() > 1 && isWhole && q > 0 && q <= kMaxExpandedPower) {
        Form result = a;
        for (long i = 1; i < q.get_num().get_si(); ++i)
            result = multiply(result, a);
        return result;
    }
    Parts p = parts(a, !isWhole);
    Rational sign = 1;
    if (isWhole && p.rest.rbegin()->second < 0) {
        p.rest = scaled(p.rest, -1);
        sign = q.get_num() % 2 == 0 ? 1 : -1;
    }
    Form result = scaled(numberPower(p.content, q), sign);
    for (const auto& [k, e] : p.common) {
        Form factor;
        addProduct(factor, {{k, e * q}}, {}, 1);
        result = multiply(result, factor);
    }
    if (constantOf(p.rest) == Rational(1))
        return result;
    // Not an integer power: the base is positive by the domain, and so is what remains without positive factors.
    return multiply(result, single(intern(KernelKind::Base, p.rest, !isWhole), q));
}

Form Field::exponential(const Form& a)
{
    Form result = constantForm(1);
    for (const auto& [m, c] : a) {
        const bool isLog = m.size() == 1 && m[0].second == 1 && kernel(m[0].first).kind == KernelKind::Log;
        if (isLog) {
            const Form base = kernel(m[0].first).arg;
            result = multiply(result, power(base, c));
        } else {
            result = multiply(result, single(intern(KernelKind::Exp, Form{{m, Rational(1)}}, true), c));
        }
    }
    return result;
}

Form Field::logarithm(const Form& a)
{
    if (a.empty())
        throw NoForm{};
    const Parts p = parts(a, true);
    Form sum;
    if (p.content != 1)
        sum = single(intern(KernelKind::Log, constantForm(p.content), false));
    for (const auto& [k, e] : p.common) {
        if (kernel(k).kind == KernelKind::Exp)
            sum = add(sum, kernel(k).arg, e);
        else if (kernel(k).kind == KernelKind::Base || kernel(k).kind == KernelKind::Number)
            sum = add(sum, logarithm(Form(kernel(k).arg)), e);
        else
            sum = add(sum, single(intern(KernelKind::Log, single(k), false)), e);
    }
    if (constantOf(p.rest) == Rational(1))
        return sum;
    return add(sum, single(intern(KernelKind::Log, p.rest, false)));
}

Form Field::pi()
{
    return single(intern(KernelKind::Pi, {}, true));
}

/// The leading coefficient of the argument is made positive.
Form Field::call(KernelKind kind, const Form& a, int symmetry)
{
    if (a.empty())
        return constantForm(kind == KernelKind::Cos ? 1 : 0);
    const bool flips = a.rbegin()->second < 0;
    return single(intern(kind, flips ? scaled(a, -1) : a, false), 1, flips ? symmetry : 1);
}

Form Field::read(const Expr& f)
{
    m_budget.poll();
    switch (f.op) {
    case Op::Number:
        return constantForm(f.number);
    case Op::Pi:
        return pi();
    case Op::Variable:
        return add(constantForm(m_origin), single(0), m_direction);
    case Op::Add:
        return add(read(*f.args[0]), read(*f.args[1]));
    case Op::Multiply:
        return multiply(read(*f.args[0]), read(*f.args[1]));
    case Op::Divide:
        return multiply(read(*f.args[0]), power(read(*f.args[1]), -1));
    case Op::Power: {
        const Form exponent = read(*f.args[1]);
        const auto q = f.args[1]->hasX ? std::nullopt : constantOf(exponent);
        const Form base = read(*f.args[0]);
        return q ? power(base, *q) : exponential(multiply(exponent, logarithm(base)));
    }
    default:
        return called(f);
    }
}

Form Field::called(const Expr& f)
{
    if (f.args.size() != 1)
        throw NoForm{};
    const Form a = read(*f.args[0]);
    switch (f.op) {
    case Op::Exp:
        return exponential(a);
    case Op::Log:
        return logarithm(a);
    case Op::Sin:
        return call(KernelKind::Sin, a, -1);
    case Op::Cos:
        return call(KernelKind::Cos, a, 1);
    case Op::Asin:
        return call(KernelKind::Asin, a, -1);
    case Op::Atan:
        return call(KernelKind::Atan, a, -1);
    case Op::Asinh:
        return call(KernelKind::Asinh, a, -1);
    case Op::Erf:
        return call(KernelKind::Erf, a, -1);
    case Op::Gamma:
        return single(intern(KernelKind::Gamma, a, true));
    default:
        throw NoForm{};
    }
}

ExprPtr Field::written(const Form& a) const
{
    ExprPtr sum = number(0);
    for (const auto& [m, c] : a) {
        ExprPtr term = number(c);
        for (const auto& [k, e] : m)
            term = make(Op::Multiply, {term, make(Op::Power, {writtenKernel(k), number(e)})});
        sum = make(Op::Add, {sum, term});
    }
    return sum;
}

ExprPtr Field::writtenKernel(int k) const
{
    const Kernel& kernel = m_kernels[static_cast<std::size_t>(k)];
    const auto of = [&](Op op) { return make(op, {written(kernel.arg)}); };
    switch (kernel.kind) {
    case KernelKind::Pi:
        return make(Op::Pi, {});
    case KernelKind::Number:
    case KernelKind::Base:
        return written(kernel.arg);
    case KernelKind::Exp:
        return of(Op::Exp);
    case KernelKind::Log:
        return of(Op::Log);
    case KernelKind::Sin:
        return of(Op::Sin);
    case KernelKind::Cos:
        return of(Op::Cos);
    case KernelKind::Asin:
        return of(Op::Asin);
    case KernelKind::Atan:
        return of(Op::Atan);
    case KernelKind::Asinh:
        return of(Op::Asinh);
    case KernelKind::Erf:
        return of(Op::Erf);
    case KernelKind::Gamma:
        return of(Op::Gamma);
    case KernelKind::Psi:
    case KernelKind::T:
        break;
    }
    throw NoForm{};
}

} // namespace secant::convexity
