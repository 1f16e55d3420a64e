#include "core/expression/derivative_rules.h"

#include <algorithm>
#include <array>
#include <utility>

namespace secant {

namespace {

constexpr auto kRules = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"abs", "sign(x)"},
    {"acos", "-1/sqrt(1 - x^2)"},
    {"acosh", "1/sqrt(x^2 - 1)"},
    {"asin", "1/sqrt(1 - x^2)"},
    {"asinh", "1/sqrt(x^2 + 1)"},
    {"atan", "1/(1 + x^2)"},
    {"atanh", "1/(1 - x^2)"},
    {"binary_step", "0"},
    {"cbrt", "1/(3*cbrt(x)^2)"},
    {"ceil", "0"},
    {"celu", "if(x > 0, 1, exp(x/alpha))"},
    {"cos", "-sin(x)"},
    {"cosh", "sinh(x)"},
    {"elu", "if(x > 0, 1, alpha*exp(x))"},
    {"erf", "2*exp(-x^2)/sqrt(pi)"},
    {"erfc", "-2*exp(-x^2)/sqrt(pi)"},
    {"exp", "exp(x)"},
    {"exp2", "exp2(x)*ln(2)"},
    {"expm1", "exp(x)"},
    {"floor", "0"},
    {"gelu", "erfc(-x/sqrt(2))/2 + x*exp(-x^2/2)/sqrt(2*pi)"},
    {"gelu_tanh", "(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))/2 + "
                  "x*(1 - tanh(sqrt(2/pi)*(x + 0.044715*x^3))^2)*(1 + 0.134145*x^2)/sqrt(2*pi)"},
    {"hard_sigmoid", "if(abs(x) < 3, 1/6, 0)"},
    {"hard_tanh", "if(x > min_val, if(x < max_val, 1, 0), 0)"},
    {"identity", "1"},
    {"leaky_relu", "if(x > 0, 1, alpha)"},
    {"lg", "1/(x*ln(10))"},
    {"ln", "1/x"},
    {"log", "1/x"},
    {"log10", "1/(x*ln(10))"},
    {"log1p", "1/(1 + x)"},
    {"log2", "1/(x*ln(2))"},
    {"mish", "tanh(softplus(x)) + x*sigmoid(x)*(1 - tanh(softplus(x))^2)"},
    {"prelu", "if(x > 0, 1, alpha)"},
    {"relu", "step(x)"},
    {"relu6", "if(x > 0, if(x < 6, 1, 0), 0)"},
    {"round", "0"},
    {"rrelu_eval_paper", "if(x > 0, 1, 2/(lower + upper))"},
    {"rrelu_eval_torch", "if(x > 0, 1, (lower + upper)/2)"},
    {"selu", "scale*if(x > 0, 1, alpha*exp(x))"},
    {"sigmoid", "sigmoid(x)*(1 - sigmoid(x))"},
    {"sign", "0"},
    {"silu", "sigmoid(x)*(1 + x*(1 - sigmoid(x)))"},
    {"sin", "cos(x)"},
    {"sinc", "if(x == 0, 0, (cos(x) - sinc(x))/x)"},
    {"sinh", "cosh(x)"},
    {"softplus", "sigmoid(beta*x)"},
    {"softsign", "1/(1 + abs(x))^2"},
    {"sqrt", "1/(2*sqrt(x))"},
    {"step", "0"},
    {"swish", "sigmoid(beta*x)*(1 + beta*x*(1 - sigmoid(beta*x)))"},
    {"tan", "1 + tan(x)^2"},
    {"tanh", "1 - tanh(x)^2"},
});

} // namespace

std::string_view derivativeRule(std::string_view primitive)
{
    const auto found = std::ranges::find(kRules, primitive, &decltype(kRules)::value_type::first);
    return found == kRules.end() ? std::string_view{} : found->second;
}

} // namespace secant
