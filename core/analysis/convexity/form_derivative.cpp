#include "core/analysis/convexity/form.h"

namespace secant::convexity {

namespace {

/// Higher powers of sums stay kernels.
constexpr long kMaxExpandedPower = 40;

Rational floorOf(const Rational& q)
{
    mpz_class n;
    mpz_fdiv_q(n.get_mpz_t(), q.get_num_mpz_t(), q.get_den_mpz_t());
    return Rational(n);
}

} // namespace

const Form& Field::kernelDerivative(int i)
{
    if (kernel(i).derivative)
        return *kernel(i).derivative;
    const KernelKind kind = kernel(i).kind;
    const Form arg = kernel(i).arg;
    const Form inner = kind == KernelKind::T ? Form{} : derivative(arg);
    Form d;
    switch (kind) {
    case KernelKind::T:
        d = constantForm(1);
        break;
    case KernelKind::Pi:
    case KernelKind::Number:
        break;
    case KernelKind::Exp:
        d = multiply(inner, single(i));
        break;
    case KernelKind::Log:
        d = inner.empty() ? Form{} : multiply(inner, power(arg, -1));
        break;
    case KernelKind::Base:
        d = inner;
        break;
    case KernelKind::Sin:
        d = multiply(inner, call(KernelKind::Cos, arg, 1));
        break;
    case KernelKind::Cos:
        d = multiply(scaled(inner, -1), call(KernelKind::Sin, arg, -1));
        break;
    case KernelKind::Asin:
        d = inner.empty() ? Form{}
                          : multiply(inner, power(add(constantForm(1), multiply(arg, arg), -1), Rational(-1, 2)));
        break;
    case KernelKind::Atan:
        d = multiply(inner, power(add(constantForm(1), multiply(arg, arg)), -1));
        break;
    case KernelKind::Asinh:
        d = multiply(inner, power(add(constantForm(1), multiply(arg, arg)), Rational(-1, 2)));
        break;
    case KernelKind::Gamma:
        d = multiply(multiply(inner, single(i)), single(intern(KernelKind::Psi, arg, false)));
        break;
    case KernelKind::Psi: {
        // ψ′ > 0, ψ″ < 0, and so on.
        const int order = kernel(i).order + 1;
        const int next = intern(KernelKind::Psi, arg, order % 2 == 1, order);
        if (order % 2 == 0)
            kernel(next).sign = -1;
        d = multiply(inner, single(next));
        break;
    }
    case KernelKind::Erf:
        d = multiply(multiply(scaled(inner, 2), power(pi(), Rational(-1, 2))),
                     exponential(scaled(multiply(arg, arg), -1)));
        break;
    }
    kernel(i).derivative = d;
    return *kernel(i).derivative;
}

Form Field::derivative(const Form& a)
{
    Form sum;
    for (const auto& [m, c] : a) {
        for (const auto& [k, e] : m) {
            const Form d = kernelDerivative(k);
            if (d.empty())
                continue;
            const Form rest{{product(m, {{k, Rational(1)}}, -1), c * e}};
            sum = add(sum, multiply(rest, d));
        }
    }
    return sum;
}

Form Field::expanded(const Form& a)
{
    Form sum;
    for (const auto& [m, c] : a) {
        Form term = constantForm(c);
        for (const auto& [k, e] : m) {
            const bool isSum = kernel(k).kind == KernelKind::Base && e >= 1 && e <= kMaxExpandedPower;
            const Rational whole = isSum ? floorOf(e) : Rational(0);
            if (whole >= 1)
                term = multiply(term, power(Form(kernel(k).arg), whole));
            if (e != whole) {
                Form factor;
                addProduct(factor, {{k, e - whole}}, {}, 1);
                term = multiply(term, factor);
            }
        }
        sum = add(sum, term);
    }
    return sum;
}

} // namespace secant::convexity
