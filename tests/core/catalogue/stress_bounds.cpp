/// stress_bounds [CASES [SEED [ID...]]]
///
/// Draws CASES (1000 where none are asked for) boxes with a point inside for every activation, a quarter of them with
/// random parameters, computes f, f′ and f″ at the point with MPFR from the activation's definition, and counts the
/// misses: a truth outside its bounds, an undefined point in a box that is called defined, a defined one in a box that
/// is called empty. Exit status 1 if there are any.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "precise.h"
#include "random_arguments.h"

using namespace secant;
using namespace secant::test;

namespace {

/// Boxes for one truth, which costs more than bounds.
constexpr long kBoxes = 16;
/// Cases for one choice of parameters.
constexpr long kRun = 64;

class Stress {
public:
    explicit Stress(const Activation& activation)
        : m_primitive(*activation.primitive), m_formula(parse(definitionText(activation), vocabulary()).value())
    {
    }

    /// Prints a line; returns the number of misses.
    long run(long cases, Generator& random)
    {
        const std::vector<double> standard = standardValues(m_primitive);
        const std::vector<double> places = placesOf(m_primitive, standard);
        for (long run = 0; m_cases < cases && run * kRun < 4 * cases; ++run) {
            const bool own = run % 4 == 3 && !standard.empty();
            const std::vector<double> values = own ? randomValues(m_primitive, random) : standard;
            const std::vector<double> about = own ? placesOf(m_primitive, values) : places;
            for (long i = 0; i < kRun && m_cases < cases; i += kBoxes) {
                tryAt(random, argument(random, about), values);
            }
        }
        std::printf("%-22s %ld cases, %ld misses, %ld points left out\n", m_primitive.name.data(), m_cases, m_misses,
                    m_leftOut);
        return m_misses;
    }

private:
    void tryAt(Generator& random, double x, const std::vector<double>& values)
    {
        if (!std::isfinite(x)) {
            return;
        }
        const bool defined = !std::isnan(m_primitive.evaluate(x, values).value);
        // At a jump the convention of the primitive may be another than that of its definition.
        const bool known = defined && !isBreak(m_primitive, x, values) &&
                           m_formula.evaluate(x, inOrderOf(m_formula.parameters(), m_primitive, values));
        if (defined && !known) {
            ++m_leftOut;
            return;
        }
        const BoundPrimitive bound(m_primitive, values);
        for (long i = 0; i < kBoxes; ++i) {
            const Interval box = boxAbout(random, x);
            ++m_cases;
            if (const char* fault = faultOf(bound.enclose(box), x, defined)) {
                ++m_misses;
                report(fault, x, box, values);
            }
        }
    }

    /// What is wrong with bounds for the truth at x; nothing if all is well.
    [[nodiscard]] const char* faultOf(const Enclosure& e, double x, bool defined) const
    {
        if (!defined) {
            return e.valueGrade >= Grade::Defined ? "called defined where it is not" : nullptr;
        }
        if (e.valueGrade == Grade::Empty) {
            return "called empty where it is defined";
        }
        if (!m_formula.isWithin(0, e.value)) {
            return "f outside";
        }
        if (x == 0.0) {
            return nullptr; // The two sides of max(x, 0) and |x| meet here, also in definitions that are smooth.
        }
        return !m_formula.isWithin(1, e.slope)       ? "f' outside"
               : !m_formula.isWithin(2, e.curvature) ? "f'' outside"
                                                     : nullptr;
    }

    void report(const char* fault, double x, const Interval& box, const std::vector<double>& values) const
    {
        if (m_misses > 3) {
            return;
        }
        std::printf("    %s: %s at %.17g in [%.17g, %.17g]", m_primitive.name.data(), fault, x, box.lo, box.hi);
        for (const double value : values) {
            std::printf(", %.17g", value);
        }
        std::printf("\n");
    }

    const Primitive& m_primitive;
    precise::Formula m_formula;
    long m_cases = 0;
    long m_misses = 0;
    long m_leftOut = 0;
};

} // namespace

int main(int argc, char** argv)
{
    const long cases = argc > 1 ? std::atol(argv[1]) : 1000;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    long misses = 0;
    for (const Activation* activation : activations()) {
        const auto isNamed = [activation](const char* id) { return activation->id() == id; };
        if (argc > 3 && std::none_of(argv + 3, argv + argc, isNamed)) {
            continue;
        }
        Generator random(seed);
        misses += Stress(*activation).run(cases, random);
        std::fflush(stdout);
    }
    std::printf("%ld misses\n", misses);
    return misses == 0 ? 0 : 1;
}
