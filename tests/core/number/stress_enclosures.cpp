/// stress_enclosures [CASES [SEED [NAME...]]]
///
/// Draws CASES (1000 where none are asked for) boxes and points in them for every elementary function and every
/// arithmetic operation, computes f, f′ and f″ at the point with MPFR, and counts the misses: a truth outside its
/// bounds, an undefined point in a box that is called defined, a defined one in a box called empty. Exit status 1 if
/// there are any.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <mpfr.h>

#include "core/number/enclosure.h"
#include "core/number/primitive.h"
#include "tests/support/random_box.h"

using namespace secant;
using namespace secant::test;

namespace {

constexpr mpfr_prec_t kBits = 400;
/// Truths are known to more bits than this; bounds may not be missed by more.
constexpr int kSlackBits = 150;

/// An MPFR number of the default precision.
class Big {
public:
    Big(double value = 0.0) { mpfr_init_set_d(m_value, value, MPFR_RNDN); }
    Big(const Big& other)
    {
        mpfr_init2(m_value, mpfr_get_prec(other.m_value));
        mpfr_set(m_value, other.m_value, MPFR_RNDN);
    }
    Big& operator=(const Big& other)
    {
        mpfr_set_prec(m_value, mpfr_get_prec(other.m_value));
        mpfr_set(m_value, other.m_value, MPFR_RNDN);
        return *this;
    }
    ~Big() { mpfr_clear(m_value); }

    [[nodiscard]] mpfr_srcptr get() const { return m_value; }
    [[nodiscard]] bool isNan() const { return mpfr_nan_p(m_value) != 0; }
    [[nodiscard]] bool isFinite() const { return mpfr_number_p(m_value) != 0; }
    [[nodiscard]] int sign() const { return mpfr_sgn(m_value); }
    [[nodiscard]] double rounded() const { return mpfr_get_d(m_value, MPFR_RNDN); }

    template<typename Operation, typename... Operands>
    static Big of(Operation operation, const Operands&... operands)
    {
        Big result;
        operation(result.m_value, operands.get()..., MPFR_RNDN);
        return result;
    }
    friend Big operator+(const Big& a, const Big& b) { return of(mpfr_add, a, b); }
    friend Big operator-(const Big& a, const Big& b) { return of(mpfr_sub, a, b); }
    friend Big operator*(const Big& a, const Big& b) { return of(mpfr_mul, a, b); }
    friend Big operator/(const Big& a, const Big& b) { return of(mpfr_div, a, b); }
    friend Big operator-(const Big& a) { return of(mpfr_neg, a); }
    friend Big sqrt(const Big& a) { return of(mpfr_sqrt, a); }

private:
    mpfr_t m_value;
};

Big undefined()
{
    return std::nan("");
}

struct BigJet {
    Big value;
    Big slope;
    Big curvature;
};

Big logarithmOf(double base)
{
    return Big::of(mpfr_log, Big(base));
}

Big pi()
{
    return Big(4.0) * Big::of(mpfr_atan, Big(1.0));
}

/// ψ and ψ′, the latter by a central difference whose step is small against the distance to the nearest pole; its error
/// is far below kSlackBits.
std::pair<Big, Big> polygamma(const Big& x)
{
    const Big nearest = x.rounded() > 0.5 ? 0.0 : std::round(x.rounded());
    const Big step = Big(0x1p-120) * Big::of(mpfr_abs, x - nearest);
    const Big rise = Big::of(mpfr_digamma, x + step) - Big::of(mpfr_digamma, x - step);
    return {Big::of(mpfr_digamma, x), rise / (step + step)};
}

BigJet gammaJet(const Big& x)
{
    const Big value = Big::of(mpfr_gamma, x);
    const auto [psi, slope] = polygamma(x);
    return {value, value * psi, value * (psi * psi + slope)};
}

BigJet sincJet(const Big& x)
{
    if (x.sign() == 0) {
        return {1.0, 0.0, Big(-1.0) / Big(3.0)};
    }
    const Big sine = Big::of(mpfr_sin, x);
    const Big value = sine / x;
    const Big slope = (Big::of(mpfr_cos, x) - value) / x;
    return {value, slope, (-sine - (slope + slope)) / x};
}

BigJet erfJet(const Big& x, bool complement)
{
    const Big slope = Big(2.0) / sqrt(pi()) * Big::of(mpfr_exp, -(x * x));
    const Big along = complement ? -slope : slope;
    return {complement ? Big::of(mpfr_erfc, x) : Big::of(mpfr_erf, x), along, Big(-2.0) * x * along};
}

/// A step function of integers: derivatives 0 between the steps, which lie at multiples of 1 plus `offset`.
BigJet stairs(const Big& x, double value, double offset)
{
    const bool atStep = mpfr_integer_p((x - Big(offset)).get()) != 0;
    return {value, atStep ? undefined() : Big(0.0), atStep ? undefined() : Big(0.0)};
}

BigJet scaledLogarithm(const Big& x, const Big& scale)
{
    const Big one = 1.0;
    return {Big::of(mpfr_log, x) / scale, one / x / scale, -one / (x * x) / scale};
}

struct Truth {
    const char* name;
    std::function<BigJet(const Big&)> at;
};

/// Textbook derivatives; NaN where undefined.
const std::vector<Truth>& truths()
{
    const auto inverse = [](const Big& root) { return Big(1.0) / root; };
    static const std::vector<Truth> all{
        {"exp",
         [](const Big& x) {
             const Big e = Big::of(mpfr_exp, x);
             return BigJet{e, e, e};
         }},
        {"exp2",
         [](const Big& x) {
             const Big e = Big::of([](mpfr_ptr r, mpfr_srcptr a, mpfr_rnd_t m) { return mpfr_exp2(r, a, m); }, x);
             const Big l = logarithmOf(2.0);
             return BigJet{e, e * l, e * l * l};
         }},
        {"expm1",
         [](const Big& x) {
             const Big e = Big::of(mpfr_exp, x);
             return BigJet{Big::of(mpfr_expm1, x), e, e};
         }},
        {"log", [](const Big& x) { return scaledLogarithm(x, 1.0); }},
        {"ln", [](const Big& x) { return scaledLogarithm(x, 1.0); }},
        {"log2", [](const Big& x) { return scaledLogarithm(x, logarithmOf(2.0)); }},
        {"log10", [](const Big& x) { return scaledLogarithm(x, logarithmOf(10.0)); }},
        {"lg", [](const Big& x) { return scaledLogarithm(x, logarithmOf(10.0)); }},
        {"log1p",
         [](const Big& x) {
             const Big u = Big(1.0) / (Big(1.0) + x);
             return BigJet{Big::of(mpfr_log1p, x), u, -(u * u)};
         }},
        {"sqrt",
         [inverse](const Big& x) {
             const Big r = sqrt(x);
             const Big s = inverse(r + r);
             return BigJet{r, s, -s / (x + x)};
         }},
        {"cbrt",
         [](const Big& x) {
             const Big r = Big::of(mpfr_cbrt, x);
             const Big s = Big(1.0) / (Big(3.0) * r * r);
             return BigJet{r, s, Big(-2.0) * s / (Big(3.0) * x)};
         }},
        {"sin",
         [](const Big& x) {
             const Big s = Big::of(mpfr_sin, x);
             return BigJet{s, Big::of(mpfr_cos, x), -s};
         }},
        {"cos",
         [](const Big& x) {
             const Big c = Big::of(mpfr_cos, x);
             return BigJet{c, -Big::of(mpfr_sin, x), -c};
         }},
        {"tan",
         [](const Big& x) {
             const Big t = Big::of(mpfr_tan, x);
             const Big s = Big(1.0) + t * t;
             return BigJet{t, s, Big(2.0) * t * s};
         }},
        {"asin",
         [inverse](const Big& x) {
             const Big q = (Big(1.0) - x) * (Big(1.0) + x);
             const Big s = inverse(sqrt(q));
             return BigJet{Big::of(mpfr_asin, x), s, x * s / q};
         }},
        {"acos",
         [inverse](const Big& x) {
             const Big q = (Big(1.0) - x) * (Big(1.0) + x);
             const Big s = inverse(sqrt(q));
             return BigJet{Big::of(mpfr_acos, x), -s, -x * s / q};
         }},
        {"atan",
         [](const Big& x) {
             const Big s = Big(1.0) / (Big(1.0) + x * x);
             return BigJet{Big::of(mpfr_atan, x), s, Big(-2.0) * x * s * s};
         }},
        {"sinh",
         [](const Big& x) {
             const Big s = Big::of(mpfr_sinh, x);
             return BigJet{s, Big::of(mpfr_cosh, x), s};
         }},
        {"cosh",
         [](const Big& x) {
             const Big c = Big::of(mpfr_cosh, x);
             return BigJet{c, Big::of(mpfr_sinh, x), c};
         }},
        {"tanh",
         [](const Big& x) {
             const Big t = Big::of(mpfr_tanh, x);
             const Big c = Big::of(mpfr_cosh, x);
             const Big s = Big(1.0) / (c * c);
             return BigJet{t, s, Big(-2.0) * t * s};
         }},
        {"asinh",
         [inverse](const Big& x) {
             const Big q = Big(1.0) + x * x;
             const Big s = inverse(sqrt(q));
             return BigJet{Big::of(mpfr_asinh, x), s, -x * s / q};
         }},
        {"acosh",
         [inverse](const Big& x) {
             const Big q = (x - Big(1.0)) * (x + Big(1.0));
             const Big s = inverse(sqrt(q));
             return BigJet{Big::of(mpfr_acosh, x), s, -x * s / q};
         }},
        {"atanh",
         [](const Big& x) {
             const Big s = Big(1.0) / ((Big(1.0) - x) * (Big(1.0) + x));
             return BigJet{Big::of(mpfr_atanh, x), s, Big(2.0) * x * s * s};
         }},
        {"abs",
         [](const Big& x) {
             const bool kink = x.sign() == 0;
             return BigJet{Big::of(mpfr_abs, x), kink ? undefined() : Big(x.sign()), kink ? undefined() : Big(0.0)};
         }},
        {"sign",
         [](const Big& x) {
             const Big d = x.sign() == 0 ? undefined() : Big(0.0);
             return BigJet{x.sign(), d, d};
         }},
        {"step",
         [](const Big& x) {
             const Big d = x.sign() == 0 ? undefined() : Big(0.0);
             return BigJet{x.sign() >= 0 ? 1.0 : 0.0, d, d};
         }},
        {"floor", [](const Big& x) { return stairs(x, std::floor(x.rounded()), 0.0); }},
        {"ceil", [](const Big& x) { return stairs(x, std::ceil(x.rounded()), 0.0); }},
        {"round", [](const Big& x) { return stairs(x, std::round(x.rounded()), 0.5); }},
        {"erf", [](const Big& x) { return erfJet(x, false); }},
        {"erfc", [](const Big& x) { return erfJet(x, true); }},
        {"gamma", gammaJet},
        {"sinc", sincJet},
    };
    return all;
}

/// A point of any size, more often where functions do something.
double place(Generator& random)
{
    const double sign = random() % 2 == 0 ? 1.0 : -1.0;
    switch (random() % 6) {
    case 0:
        return uniform(random, -1.0, 1.0);
    case 1:
        return uniform(random, -20.0, 20.0);
    case 2:
        return sign * std::pow(10.0, uniform(random, -8.0, 8.0));
    case 3:
        return sign * std::ldexp(uniform(random, 1.0, 2.0), static_cast<int>(random() % 2098) - 1074);
    case 4:
        return sign * std::nextafter(std::round(uniform(random, 0.0, 8.0)), random() % 2 == 0 ? kInfinity : 0.0);
    default:
        return std::round(uniform(random, -6.0, 6.0)) * 0.5;
    }
}

/// Not below lo nor above hi, but for what the truth itself is not known to.
bool isWithin(const Big& truth, const Interval& bounds)
{
    if (bounds.isEmpty()) {
        return false;
    }
    Big slack = Big::of(mpfr_abs, truth);
    slack = slack * Big(std::ldexp(1.0, -kSlackBits));
    return mpfr_cmp_d((truth + slack).get(), bounds.lo) >= 0 && mpfr_cmp_d((truth - slack).get(), bounds.hi) <= 0;
}

/// What is wrong with bounds for the truth at a point of their box; nothing if all is well.
const char* faultOf(const Enclosure& e, const BigJet& truth)
{
    if (!truth.value.isNan() && !truth.value.isFinite()) {
        return nullptr; // Beyond the exponents of MPFR.
    }
    if (truth.value.isNan()) {
        return e.valueGrade >= Grade::Defined ? "called defined where it is not" : nullptr;
    }
    if (e.valueGrade == Grade::Empty) {
        return "called empty where it is defined";
    }
    if (!isWithin(truth.value, e.value)) {
        return "f outside";
    }
    if (truth.slope.isFinite() && !isWithin(truth.slope, e.slope)) {
        return "f' outside";
    }
    if (truth.slope.isFinite() && truth.curvature.isFinite() && !isWithin(truth.curvature, e.curvature)) {
        return "f'' outside";
    }
    return nullptr;
}

/// So many bits that quotients which cancel near 0, and sums of huge and tiny numbers, are known well enough.
void setPrecision(double x)
{
    const int small = x == 0.0 ? 0 : std::max(0, -std::ilogb(x));
    mpfr_set_default_prec(kBits + 6 * small);
}

using Case = std::function<const char*(Generator&, double& x, Interval& box)>;

/// A truth costs far more than bounds do, so it serves several boxes.
struct Known {
    double x = 0.0;
    BigJet jet;
    int served = 0;

    /// Whether it is time for another; counts the boxes.
    [[nodiscard]] bool isUsedUp() { return served++ % 16 == 0; }
};

Case functionCase(const Primitive& primitive, const Truth& truth)
{
    return [bound = BoundPrimitive(primitive, {}), &truth, known = Known{}](Generator& random, double& x,
                                                                            Interval& box) mutable {
        if (known.isUsedUp()) {
            known.x = place(random);
            setPrecision(known.x);
            known.jet = truth.at(Big(known.x));
        }
        x = known.x;
        box = boxAbout(random, x);
        return faultOf(bound.enclose(box), known.jet);
    };
}

const Truth& truthOf(std::string_view name)
{
    return *std::find_if(truths().begin(), truths().end(), [name](const Truth& t) { return t.name == name; });
}

const Primitive& primitiveOf(std::string_view name)
{
    const auto all = elementaryPrimitives();
    return **std::find_if(all.begin(), all.end(), [name](const Primitive* p) { return p->name == name; });
}

BigJet sum(const BigJet& a, const BigJet& b)
{
    return {a.value + b.value, a.slope + b.slope, a.curvature + b.curvature};
}

BigJet negative(const BigJet& a)
{
    return {-a.value, -a.slope, -a.curvature};
}

BigJet product(const BigJet& a, const BigJet& b)
{
    return {a.value * b.value, a.slope * b.value + a.value * b.slope,
            a.curvature * b.value + Big(2.0) * a.slope * b.slope + a.value * b.curvature};
}

BigJet quotient(const BigJet& a, const BigJet& b)
{
    if (b.value.sign() == 0) {
        return {undefined(), undefined(), undefined()};
    }
    const Big value = a.value / b.value;
    const Big slope = (a.slope - value * b.slope) / b.value;
    return {value, slope, (a.curvature - Big(2.0) * slope * b.slope - value * b.curvature) / b.value};
}

BigJet chained(const BigJet& outer, const BigJet& inner)
{
    return {outer.value, outer.slope * inner.slope,
            outer.curvature * inner.slope * inner.slope + outer.slope * inner.curvature};
}

/// aᵖ: every a for whole p (not 0 for p < 0), else a > 0, or 0 for p > 0.
BigJet powerOf(const BigJet& a, double p)
{
    const bool whole = p == std::trunc(p);
    const bool allowed = a.value.sign() > 0 || (a.value.sign() == 0 ? p > 0.0 : whole);
    const auto raised = [&](double q) { return Big::of(mpfr_pow, a.value, Big(q)); };
    if (!allowed) {
        return {undefined(), undefined(), undefined()};
    }
    return chained({raised(p), Big(p) * raised(p - 1.0), Big(p * (p - 1.0)) * raised(p - 2.0)}, a);
}

BigJet powerOf(const BigJet& a, const BigJet& b)
{
    if (a.value.sign() <= 0) {
        return {undefined(), undefined(), undefined()};
    }
    const BigJet w = product(b, chained(scaledLogarithm(a.value, 1.0), a));
    const Big value = Big::of(mpfr_exp, w.value);
    return {value, value * w.slope, value * (w.curvature + w.slope * w.slope)};
}

BigJet chosen(const BigJet& a, const BigJet& b, bool greater)
{
    const int order = mpfr_cmp(a.value.get(), b.value.get());
    return order == 0 ? BigJet{a.value, undefined(), undefined()} : (order > 0) == greater ? a : b;
}

BigJet remainder(const BigJet& a, double divisor)
{
    const Big whole =
        Big::of([](mpfr_ptr r, mpfr_srcptr q, mpfr_rnd_t) { return mpfr_floor(r, q); }, a.value / Big(divisor));
    const Big value = a.value - whole * Big(divisor);
    return value.sign() == 0 ? BigJet{value, undefined(), undefined()} : BigJet{value, a.slope, a.curvature};
}

enum class Arity { One, Two };

/// One operation on one or two random functions of x, each a chain that makes its bounds wider than its range.
Case operationCase(const std::function<Enclosure(const Enclosure&, const Enclosure&)>& bounds,
                   const std::function<BigJet(const BigJet&, const BigJet&)>& truth, Arity arity)
{
    return [bounds, truth, arity, known = Known{}, names = std::array<const char*, 2>{}](Generator& random, double& x,
                                                                                         Interval& box) mutable {
        constexpr std::array kInner = {"sin", "atan", "exp", "tanh", "cbrt", "abs", "asinh", "sqrt"};
        if (known.isUsedUp()) {
            names = {kInner[random() % kInner.size()], kInner[random() % kInner.size()]};
            known.x = uniform(random, -4.0, 4.0);
            setPrecision(known.x);
            const BigJet first = truthOf(names[0]).at(Big(known.x));
            const BigJet second = truthOf(names[1]).at(Big(known.x));
            const bool defined = !first.value.isNan() && (arity == Arity::One || !second.value.isNan());
            known.jet = defined ? truth(first, second) : BigJet{undefined(), undefined(), undefined()};
        }
        x = known.x;
        box = boxAbout(random, x);
        return faultOf(bounds(BoundPrimitive(primitiveOf(names[0]), {}).enclose(box),
                              BoundPrimitive(primitiveOf(names[1]), {}).enclose(box)),
                       known.jet);
    };
}

std::vector<std::pair<std::string, Case>> cases()
{
    std::vector<std::pair<std::string, Case>> all;
    for (const Primitive* primitive : elementaryPrimitives()) {
        all.emplace_back(primitive->name, functionCase(*primitive, truthOf(primitive->name)));
    }
    using E = const Enclosure&;
    using B = const BigJet&;
    const auto add = [&](const std::string& name, auto bounds, auto truth, Arity arity = Arity::Two) {
        all.emplace_back(name, operationCase(bounds, truth, arity));
    };
    add(
        "+", [](E a, E b) { return a + b; }, [](B a, B b) { return sum(a, b); });
    add(
        "-", [](E a, E b) { return a - b; }, [](B a, B b) { return sum(a, negative(b)); });
    add(
        "*", [](E a, E b) { return a * b; }, [](B a, B b) { return product(a, b); });
    add(
        "/", [](E a, E b) { return a / b; }, [](B a, B b) { return quotient(a, b); });
    add(
        "a^b", [](E a, E b) { return power(a, b); }, [](B a, B b) { return powerOf(a, b); });
    for (const int n : {-3, -2, -1, 2, 3, 7}) {
        add(
            "a^" + std::to_string(n), [n](E a, E) { return power(a, n); },
            [n](B a, B) { return powerOf(a, static_cast<double>(n)); }, Arity::One);
    }
    for (const double p : {-1.5, 0.5, 1.5, 2.5}) {
        add(
            "a^" + std::to_string(p), [p](E a, E) { return power(a, p); }, [p](B a, B) { return powerOf(a, p); },
            Arity::One);
    }
    add(
        "min", [](E a, E b) { return minimum(a, b); }, [](B a, B b) { return chosen(a, b, false); });
    add(
        "max", [](E a, E b) { return maximum(a, b); }, [](B a, B b) { return chosen(a, b, true); });
    for (const double divisor : {0.75, -0.3}) {
        add(
            "mod " + std::to_string(divisor),
            [divisor](E a, E) { return modulo(a, Enclosure::constant(Interval::point(divisor))); },
            [divisor](B a, B) { return remainder(a, divisor); }, Arity::One);
    }
    return all;
}

} // namespace

int main(int argc, char** argv)
{
    const long count = argc > 1 ? std::atol(argv[1]) : 1000;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    const std::vector<std::string> names(argv + std::min(argc, 3), argv + argc);
    long total = 0;
    long misses = 0;
    for (const auto& [name, run] : cases()) {
        if (!names.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
            continue;
        }
        Generator random(seed);
        long missed = 0;
        for (long i = 0; i < count; ++i) {
            double x = 0.0;
            Interval box;
            const char* const fault = run(random, x, box);
            if (fault != nullptr && ++missed <= 3) {
                std::printf("%s: %s at %.17g in [%.17g, %.17g]\n", name.c_str(), fault, x, box.lo, box.hi);
            }
        }
        std::printf("%-10s %ld cases, %ld misses\n", name.c_str(), count, missed);
        total += count;
        misses += missed;
    }
    std::printf("%ld cases, %ld misses\n", total, misses);
    mpfr_free_cache();
    return misses == 0 ? 0 : 1;
}
