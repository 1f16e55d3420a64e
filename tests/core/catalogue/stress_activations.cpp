/// stress_activations [POINTS [SEED [ID...]]]
///
/// Compares f, f′, f″ and ∂f/∂parameters of every activation with MPFR at POINTS random arguments each (300 where none
/// are asked for): next to roots, kinks and turns, in the tails, where results are subnormal, over all exponents. A
/// quarter of them with random parameters. Prints the worst errors in units of the last place; exit status 1 if one is
/// above its limit.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/expression/definition.h"
#include "core/expression/parse.h"
#include "precise.h"

using namespace secant;

namespace {

using Generator = std::mt19937_64;

constexpr double kLimit = 1.0; ///< In ulp.

double uniform(Generator& random, double low, double high)
{
    return std::uniform_real_distribution<double>(low, high)(random);
}

double sign(Generator& random)
{
    return random() % 2 == 0 ? 1.0 : -1.0;
}

/// Where something happens: breaks and turns, and roots of f by changes of its sign.
std::vector<double> placesOf(const Primitive& primitive, ParameterValues values)
{
    std::vector<double> places{0.0, 1.0};
    if (primitive.shape != nullptr) {
        const Shape shape = primitive.shape(values);
        for (const auto* turns : {&shape.valueTurns, &shape.slopeTurns, &shape.curvatureTurns}) {
            places.insert(places.end(), turns->begin(), turns->end());
        }
        for (const Break& at : shape.breaks) {
            places.push_back(at.at);
        }
    }
    using Component = double Jet::*;
    for (const Component component : {&Jet::value, &Jet::slope, &Jet::curvature}) {
        const auto isNegative = [&](double x) { return primitive.evaluate(x, values).*component < 0.0; };
        for (double low = -12.03; low < 12.0; low += 0.25) {
            double a = low;
            double b = low + 0.25;
            const bool left = isNegative(a);
            if (left == isNegative(b)) {
                continue;
            }
            for (int i = 0; i < 60; ++i) {
                const double middle = 0.5 * (a + b);
                (isNegative(middle) == left ? a : b) = middle;
            }
            places.push_back(a);
        }
    }
    return places;
}

double anywhere(Generator& random)
{
    switch (random() % 8) {
    case 0:
        return uniform(random, -10.0, 10.0);
    case 1:
        return std::normal_distribution<double>()(random);
    case 2:
        return sign(random) * std::pow(10.0, uniform(random, -5.0, 3.0));
    case 3:
        return sign(random) * std::ldexp(uniform(random, 1.0, 2.0), static_cast<int>(random() % 2098) - 1074);
    case 4:
        return uniform(random, -45.0, 45.0);
    case 5:
        return uniform(random, -760.0, 760.0);
    case 6:
        return sign(random) * uniform(random, 20.0, 40.0);
    default:
        return sign(random) * uniform(random, 690.0, 760.0);
    }
}

double near(Generator& random, double place)
{
    switch (random() % 3) {
    case 0: {
        double x = place;
        for (std::uint64_t steps = random() % 4; steps > 0; --steps) {
            x = std::nextafter(x, kInfinity);
        }
        return random() % 2 == 0 ? x : 2.0 * place - x;
    }
    case 1:
        return place * (1.0 + sign(random) * std::pow(10.0, uniform(random, -16.0, -0.5)));
    default:
        return place + sign(random) * std::pow(10.0, uniform(random, -12.0, -0.5));
    }
}

std::vector<double> standardValues(const Primitive& primitive)
{
    std::vector<double> values;
    for (const ParameterSpec& spec : primitive.parameters) {
        values.push_back(spec.standard);
    }
    return values;
}

/// Inside the sliders, often where functions meet: 0, 1, ½.
std::vector<double> randomValues(const Primitive& primitive, Generator& random)
{
    std::vector<double> values;
    for (const ParameterSpec& spec : primitive.parameters) {
        const double value = uniform(random, spec.sliderMin, spec.sliderMax);
        values.push_back(random() % 4 == 0 ? std::clamp(std::round(2.0 * value) / 2.0, spec.sliderMin, spec.sliderMax)
                                           : value);
    }
    return values;
}

struct Worst {
    double ulps = 0.0;
    double x = 0.0;
    double computed = 0.0;
    double truth = 0.0;
    std::vector<double> values;
};

class Stress {
public:
    explicit Stress(const Activation& activation)
        : m_primitive(*activation.primitive), m_text(textOf(activation)), m_formula(parse(m_text, vocabulary()).value())
    {
    }

    /// Prints a line; whether every error was within its limit.
    bool run(std::size_t points, Generator& random)
    {
        const std::vector<double> standard = standardValues(m_primitive);
        const std::vector<double> places = placesOf(m_primitive, standard);
        for (std::size_t i = 0; i < points; ++i) {
            if (i % 4 == 3 && !standard.empty()) {
                const std::vector<double> values = randomValues(m_primitive, random);
                const std::vector<double> own = placesOf(m_primitive, values);
                for (int j = 0; j < 8; ++j) { // Places cost more than points.
                    compare(pick(random, own), values);
                }
                i += 7;
            } else {
                compare(pick(random, places), standard);
            }
        }
        return report();
    }

private:
    static std::string textOf(const Activation& activation)
    {
        const std::string_view definition = definitionOf(activation.id());
        return definition.empty() ? callText(activation) : std::string(definition);
    }

    static double pick(Generator& random, const std::vector<double>& places)
    {
        return random() % 4 == 0 ? near(random, places[random() % places.size()]) : anywhere(random);
    }

    /// Where the definition changes its branch with a parameter, so that its derivative there is that of one side.
    [[nodiscard]] bool isSeam(const std::vector<double>& values) const
    {
        return (m_primitive.name == "soft_exponential" && values[0] == 0.0) ||
               (m_primitive.name == "plu" && values[0] == 1.0);
    }

    void compare(double x, const std::vector<double>& values)
    {
        const Jet jet = m_primitive.evaluate(x, values);
        // Undefined parameter values, and kinks, where the formula chooses one side and the primitive may another; 0 is
        // where the two sides of max(x, 0) and |x| meet, also in formulas that are smooth there.
        if (!std::isfinite(x) || x == 0.0 || std::isnan(jet.value) || isBreak(x, values)) {
            return;
        }
        if (!m_formula.evaluate(x, inTreeOrder(values))) {
            ++m_skipped;
            return;
        }
        ++m_compared;
        const std::array components{jet.value, jet.slope, jet.curvature};
        for (std::size_t i = 0; i < components.size(); ++i) {
            take(i, x, components[i], values);
        }
        const auto& names = m_formula.parameters();
        for (std::size_t i = 0; i < values.size() && !isSeam(values); ++i) {
            const auto place = std::ranges::find(names, m_primitive.parameters[i].name);
            if (place != names.end()) {
                take(3 + static_cast<std::size_t>(place - names.begin()), x, m_primitive.parameterSlope(x, values, i),
                     values);
            }
        }
    }

    /// Kinks of hard_sigmoid_onnx lie at quotients, which are rounded: the doubles beside them are left out too.
    bool isBreak(double x, const std::vector<double>& values) const
    {
        if (m_primitive.shape == nullptr) {
            return false;
        }
        const Shape shape = m_primitive.shape(values);
        const double width = m_primitive.name == "hard_sigmoid_onnx" ? 0x1p-52 * std::abs(x) : 0.0;
        return std::ranges::any_of(shape.breaks, [=](const Break& at) { return std::abs(at.at - x) <= width; });
    }

    std::vector<double> inTreeOrder(const std::vector<double>& values) const
    {
        std::vector<double> ordered;
        for (const std::string& name : m_formula.parameters()) {
            const auto place = std::ranges::find(m_primitive.parameters, name, &ParameterSpec::name);
            ordered.push_back(values[static_cast<std::size_t>(place - m_primitive.parameters.begin())]);
        }
        return ordered;
    }

    void take(std::size_t index, double x, double computed, const std::vector<double>& values)
    {
        const precise::Error error = m_formula.error(index, computed);
        Worst& worst = m_worst[std::min<std::size_t>(index, 3)];
        if (!(error.ulps <= worst.ulps)) {
            worst = {error.ulps, x, computed, error.truth, values};
        }
    }

    [[nodiscard]] bool report() const
    {
        bool passed = true;
        std::printf("%-22s f %6.3f  f' %6.3f  f'' %6.3f  df/dp %6.3f ulp  %zu points, %zu left out\n",
                    m_primitive.name.data(), m_worst[0].ulps, m_worst[1].ulps, m_worst[2].ulps, m_worst[3].ulps,
                    m_compared, m_skipped);
        constexpr std::array kNames{"f", "f'", "f''", "df/dp"};
        for (std::size_t i = 0; i < m_worst.size(); ++i) {
            const Worst& worst = m_worst[i];
            if (worst.ulps <= kLimit) {
                continue;
            }
            passed = false;
            std::printf("    %-5s %.4g ulp at x = %.17g: computed %.17g, true %.17g", kNames[i], worst.ulps, worst.x,
                        worst.computed, worst.truth);
            for (const double value : worst.values) {
                std::printf(", %.17g", value);
            }
            std::printf("\n");
        }
        return passed;
    }

    const Primitive& m_primitive;
    std::string m_text;
    precise::Formula m_formula;
    std::array<Worst, 4> m_worst;
    std::size_t m_compared = 0;
    std::size_t m_skipped = 0;
};

} // namespace

int main(int argc, char** argv)
{
    const std::size_t points = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 300;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    bool passed = true;
    for (const Activation* activation : activations()) {
        const auto isNamed = [activation](const char* id) { return activation->id() == id; };
        if (argc > 3 && std::none_of(argv + 3, argv + argc, isNamed)) {
            continue;
        }
        Generator random(seed);
        passed = Stress(*activation).run(points, random) && passed;
    }
    return passed ? 0 : 1;
}
