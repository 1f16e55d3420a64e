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
#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "precise.h"
#include "random_arguments.h"

using namespace secant;
using namespace secant::test;

namespace {

constexpr double kLimit = 1.0; ///< In ulp.

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
        : m_primitive(*activation.primitive),
          m_text(definitionText(activation)),
          m_formula(parse(m_text, vocabulary()).value())
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
                    compare(argument(random, own), values);
                }
                i += 7;
            } else {
                compare(argument(random, places), standard);
            }
        }
        return report();
    }

private:
    void compare(double x, const std::vector<double>& values)
    {
        const Jet jet = m_primitive.evaluate(x, values);
        // Undefined parameter values, and kinks, where the formula chooses one side and the primitive may another; 0 is
        // where the two sides of max(x, 0) and |x| meet, also in formulas that are smooth there.
        if (!std::isfinite(x) || x == 0.0 || std::isnan(jet.value) || isBreak(m_primitive, x, values)) {
            return;
        }
        if (!m_formula.evaluate(x, inOrderOf(m_formula.parameters(), m_primitive, values))) {
            ++m_skipped;
            return;
        }
        ++m_compared;
        const std::array components{jet.value, jet.slope, jet.curvature};
        for (std::size_t i = 0; i < components.size(); ++i) {
            take(i, x, components[i], values);
        }
        const auto& names = m_formula.parameters();
        for (std::size_t i = 0; i < values.size() && !isSeam(m_primitive, values); ++i) {
            const auto place = std::ranges::find(names, m_primitive.parameters[i].name);
            if (place != names.end()) {
                take(3 + static_cast<std::size_t>(place - names.begin()), x, m_primitive.parameterSlope(x, values, i),
                     values);
            }
        }
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
