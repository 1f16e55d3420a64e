#include "core/figure/likeness.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <new>

#include "core/analysis/convexity/leaf.h"
#include "core/analysis/scaled_call.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/figure/compose.h"

namespace secant {
namespace {

/// Far enough apart for any two activations to differ somewhere, and on no kink of theirs.
constexpr std::array kPlaces{-1.2345, 0.3721, 2.1171, -0.1873, 0.9134, -3.417, 5.173, -7.61, 11.37, -29.3, 28.9};
constexpr double kAgreement = 1e-12;
constexpr std::size_t kMostNumbers = 4;
constexpr auto kProofTime = std::chrono::milliseconds(40);

using Values = std::array<double, kPlaces.size()>;

constexpr double kLongestFraction = 1000.0;

/// The fraction with the least denominator that is this number, to 10⁻¹³; the number itself if there is none.
struct Fraction {
    double numerator = 0.0;
    double denominator = 1.0;

    [[nodiscard]] double value() const { return numerator / denominator; }
};

Fraction fractionOf(double number)
{
    for (double q = 1.0; q <= kLongestFraction; q += 1.0) {
        const double p = std::round(number * q);
        if (std::abs(number * q - p) <= 1e-13 * std::abs(number * q) && std::abs(p) < 1e9) {
            return {p, q};
        }
    }
    return {number, 1.0};
}

std::string shortest(double number)
{
    std::array<char, 40> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} ? std::string(digits.data(), end) : std::string("0");
}

/// "0.5", "1.702", "2/3": what fitted numbers are meant to be.
std::string text(double number)
{
    constexpr std::size_t kLongestDecimal = 10;
    const std::string decimal = shortest(number);
    const Fraction fraction = fractionOf(number);
    return decimal.size() <= kLongestDecimal || fraction.denominator == 1.0
               ? decimal
               : shortest(fraction.numerator) + "/" + shortest(fraction.denominator);
}

/// The numbers that stand in a formula, each once, without 0 and 1.
std::vector<double> numbersOf(const SyntaxTree& tree, std::span<const double> values)
{
    std::vector<double> numbers(values.begin(), values.end());
    for (const Node& node : tree.nodes) {
        if (node.kind == NodeKind::Number) {
            numbers.push_back(node.number);
        }
    }
    std::vector<double> result;
    for (const double each : numbers) {
        const double size = std::abs(each);
        const bool isNew = std::find(result.begin(), result.end(), size) == result.end();
        if (isNew && size != 0.0 && size != 1.0 && std::isfinite(size) && result.size() < kMostNumbers) {
            result.push_back(size);
        }
    }
    return result;
}

class Matcher {
public:
    Matcher(const SyntaxTree& tree, std::span<const double> values, const std::stop_token& stop)
        : m_function(tree, values), m_numbers(numbersOf(tree, values)), m_stop(stop)
    {
        for (std::size_t i = 0; i < kPlaces.size(); ++i) {
            m_wanted[i] = m_function.value(kPlaces[i]);
        }
    }

    std::optional<Likeness> run()
    {
        if (!std::all_of(m_wanted.begin(), m_wanted.end(), [](double y) { return std::isfinite(y); }) || isLine()) {
            return std::nullopt;
        }
        std::vector<double> rates{1.0, -1.0};
        std::vector<double> starts{0.0, 1.0, -1.0};
        for (const double number : m_numbers) {
            for (const double size : {number, 1.0 / number}) {
                rates.push_back(size);
                rates.push_back(-size);
            }
            starts.push_back(number);
            starts.push_back(-number);
        }
        for (const double start : starts) {
            for (const double rate : rates) {
                if (const auto found = matched(rate, start)) {
                    return found;
                }
            }
        }
        return std::nullopt;
    }

private:
    /// A line is every activation with the right parameters, and none that is worth its name.
    [[nodiscard]] bool isLine() const
    {
        const double slope = (m_wanted[1] - m_wanted[0]) / (kPlaces[1] - kPlaces[0]);
        for (std::size_t i = 2; i < kPlaces.size(); ++i) {
            if (!isNear(m_wanted[0] + slope * (kPlaces[i] - kPlaces[0]), m_wanted[i])) {
                return false;
            }
        }
        return true;
    }

    std::optional<Likeness> matched(double rate, double start)
    {
        for (const Activation* activation : activations()) {
            if (m_stop.stop_requested()) {
                return std::nullopt;
            }
            for (const std::vector<double>& parameters : parameterChoices(*activation)) {
                Likeness likeness{activation, parameters, 1.0, 0.0, rate, start, Assurance::Numerical};
                if (activation->id() != "identity" && fit(likeness)) {
                    return likeness;
                }
            }
        }
        return std::nullopt;
    }

    /// The standard values, and for one parameter every number of the formula.
    [[nodiscard]] std::vector<std::vector<double>> parameterChoices(const Activation& activation) const
    {
        std::vector<double> standard;
        for (const ParameterSpec& spec : activation.primitive->parameters) {
            standard.push_back(spec.standard);
        }
        std::vector<std::vector<double>> choices{standard};
        if (standard.size() == 1) {
            for (const double number : m_numbers) {
                choices.push_back({number});
            }
        }
        return choices;
    }

    /// Height and lift from the first three places; true if all places agree.
    bool fit(Likeness& likeness) const
    {
        const Primitive& g = *likeness.activation->primitive;
        const auto at = [&](std::size_t i) {
            return g.evaluate(likeness.rate * kPlaces[i] + likeness.start, likeness.parameters).value;
        };
        const double y0 = at(0);
        const double y1 = at(1);
        const double y2 = at(2);
        const double run = y2 - y0;
        if (!(std::abs(run) > 1e-9) || !std::isfinite(y1)) {
            return false;
        }
        const double height = (m_wanted[2] - m_wanted[0]) / run;
        const double lift = m_wanted[0] - height * y0;
        if (!(std::abs(height) > 1e-6) || !isNear(height * y1 + lift, m_wanted[1])) {
            return false;
        }
        likeness.height = fractionOf(height).value();
        likeness.lift = std::abs(lift) < 1e-12 ? 0.0 : fractionOf(lift).value();
        for (std::size_t i = 0; i < kPlaces.size(); ++i) {
            if (!isNear(likeness.height * at(i) + likeness.lift, m_wanted[i])) {
                return false;
            }
        }
        return true;
    }

    static bool isNear(double a, double b) { return std::abs(a - b) <= kAgreement * std::max(1e-3, std::abs(b)); }

    Function m_function;
    std::vector<double> m_numbers;
    std::stop_token m_stop;
    Values m_wanted{};
};

/// Whether the difference of the two formulas is 0 identically wherever it is defined.
bool vanishes(const std::string& formula, std::span<const double> values, const std::string& other,
              const std::stop_token& stop)
{
    const std::string difference = "(" + formula + ") - (" + other + ")";
    const auto tree = parse(difference, vocabulary());
    const auto f = tree ? convexity::exactFormula(*tree, difference, values) : nullptr;
    if (!f) {
        return false;
    }
    convexity::Budget budget(kProofTime, stop);
    try {
        const convexity::Range everywhere{{true, false, 0}, {true, false, 0}};
        const std::vector<convexity::Leaf> leaves = convexity::split(f, everywhere, budget);
        return std::all_of(leaves.begin(), leaves.end(), [&budget](const convexity::Leaf& leaf) {
            return leaf.f && convexity::signOn(*leaf.f, leaf, 0, budget).kind == convexity::Sign::Kind::Zero;
        });
    } catch (const convexity::NoForm&) {
    } catch (const convexity::Stopped&) {
    } catch (const std::bad_alloc&) {
    }
    return false;
}

/// A call of an activation, scaled or not, tells itself what it is.
bool namesItself(const SyntaxTree& tree, std::span<const double> values)
{
    const auto call = scaledCall(tree, values);
    return call && findActivation(call->primitive->name);
}

} // namespace

std::string Likeness::formula() const
{
    const auto signedText = [](double number) { return (number < 0.0 ? " - " : " + ") + text(std::abs(number)); };
    std::string argument = rate == 1.0 ? "x" : rate == -1.0 ? "-x" : text(rate) + "*x";
    if (start != 0.0) {
        argument += signedText(start);
    }
    std::string call = std::string(activation->id()) + "(" + argument;
    for (const double parameter : parameters) {
        call += ", " + text(parameter);
    }
    call += ")";
    if (height != 1.0) {
        call = height == -1.0 ? "-" + call : text(height) + "*" + call;
    }
    return lift == 0.0 ? call : call + signedText(lift);
}

std::optional<Likeness> likenessOf(const CurveSpec& curve, const std::stop_token& stop)
{
    if (!curve.activation.empty()) {
        return std::nullopt;
    }
    const auto tree = parse(curve.formula, vocabulary());
    if (!tree) {
        return std::nullopt;
    }
    const std::vector<double> values = parameterValues(curve, *tree);
    if (namesItself(*tree, values)) {
        return std::nullopt;
    }
    auto likeness = Matcher(*tree, values, stop).run();
    if (likeness && vanishes(curve.formula, values, likeness->formula(), stop)) {
        likeness->assurance = Assurance::Proved;
    }
    return likeness;
}

} // namespace secant
