#include "toy_vocabulary.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace secant::test {

namespace {

template<typename F>
constexpr Primitive toy(std::string_view name, F)
{
    Primitive primitive;
    primitive.name = name;
    primitive.evaluate = [](double x, ParameterValues p) -> Jet {
        if constexpr (std::is_invocable_v<F, double, ParameterValues>)
            return {F{}(x, p), 0.0, 0.0};
        else
            return {F{}(x), 0.0, 0.0};
    };
    return primitive;
}

template<typename F>
constexpr Primitive toy(std::string_view name, std::span<const ParameterSpec> parameters, F function)
{
    Primitive primitive = toy(name, function);
    primitive.parameters = parameters;
    return primitive;
}

constexpr std::array kLeak{ParameterSpec{.name = "alpha", .symbol = "α", .standard = 0.01}};
constexpr std::array kEnds{ParameterSpec{.name = "lo", .symbol = "lo", .standard = -1.0},
                           ParameterSpec{.name = "hi", .symbol = "hi", .standard = 1.0}};

const std::array kToys{
    toy("abs", [](double x) { return std::abs(x); }),
    toy("acos", [](double x) { return std::acos(x); }),
    toy("asin", [](double x) { return std::asin(x); }),
    toy("atan", [](double x) { return std::atan(x); }),
    toy("cbrt", [](double x) { return std::cbrt(x); }),
    toy("cos", [](double x) { return std::cos(x); }),
    toy("erf", [](double x) { return std::erf(x); }),
    toy("exp", [](double x) { return std::exp(x); }),
    toy("gamma", [](double x) { return std::tgamma(x); }),
    toy("hard_tanh", kEnds, [](double x, ParameterValues p) { return std::clamp(x, p[0], p[1]); }),
    toy("leaky_relu", kLeak, [](double x, ParameterValues p) { return x < 0.0 ? p[0] * x : x; }),
    toy("lg", [](double x) { return std::log10(x); }),
    toy("ln", [](double x) { return std::log(x); }),
    toy("log", [](double x) { return std::log(x); }),
    toy("log10", [](double x) { return std::log10(x); }),
    toy("log2", [](double x) { return std::log2(x); }),
    toy("relu", [](double x) { return std::max(x, 0.0); }),
    toy("sigmoid", [](double x) { return 1.0 / (1.0 + std::exp(-x)); }),
    toy("sin", [](double x) { return std::sin(x); }),
    toy("sinh", [](double x) { return std::sinh(x); }),
    toy("softplus", [](double x) { return std::log1p(std::exp(x)); }),
    toy("sqrt", [](double x) { return std::sqrt(x); }),
    toy("tan", [](double x) { return std::tan(x); }),
    toy("tanh", [](double x) { return std::tanh(x); }),
};

} // namespace

const Vocabulary& toyVocabulary()
{
    static const Vocabulary vocabulary = [] {
        std::vector<const Primitive*> all;
        for (const Primitive& primitive : kToys)
            all.push_back(&primitive);
        return Vocabulary(std::move(all));
    }();
    return vocabulary;
}

} // namespace secant::test
