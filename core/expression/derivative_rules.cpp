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
    {"clipped_relu", "if(0 < x < cap, 1, 0)"},
    {"cos", "-sin(x)"},
    {"cosh", "sinh(x)"},
    {"elish", "if(x >= 0, sigmoid(x)*(1 + x*(1 - sigmoid(x))), sigmoid(x)*(exp(x) + expm1(x)*(1 - sigmoid(x))))"},
    {"elu", "if(x > 0, 1, alpha*exp(x))"},
    {"erf", "2*exp(-x^2)/sqrt(pi)"},
    {"erfc", "-2*exp(-x^2)/sqrt(pi)"},
    {"exp", "exp(x)"},
    {"exp2", "exp2(x)*ln(2)"},
    {"expm1", "exp(x)"},
    {"flatten_t_swish", "if(x > 0, sigmoid(x)*(1 + x*(1 - sigmoid(x))), 0)"},
    {"floor", "0"},
    {"frelu", "step(x)"},
    {"gelu", "erfc(-x/sqrt(2))/2 + x*exp(-x^2/2)/sqrt(2*pi)"},
    {"gelu_tanh", "(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))/2 + "
                  "x*(1 - tanh(sqrt(2/pi)*(x + 0.044715*x^3))^2)*(1 + 0.134145*x^2)/sqrt(2*pi)"},
    {"hard_elish", "if(x >= 1, 1, if(x >= 0, x + 1/2, if(x > -1, (exp(x)*(x + 2) - 1)/2, 0)))"},
    {"hard_mish", "if(-2 < x < 0, x + 1, step(x))"},
    {"hard_sigmoid", "if(abs(x) < 3, 1/6, 0)"},
    {"hard_sigmoid_onnx", "if(0 < alpha*x + beta < 1, alpha, 0)"},
    {"hard_swish", "if(-3 < x < 3, x/3 + 1/2, step(x))"},
    {"hard_tanh", "if(min_val < x < max_val, 1, 0)"},
    {"hexpo", "if(x >= 0, a*exp(-x/b)/b, c*exp(x/d)/d)"},
    {"identity", "1"},
    {"leaky_relu", "if(x > 0, 1, alpha)"},
    {"lg", "1/(x*ln(10))"},
    {"ln", "1/x"},
    {"log", "1/x"},
    {"log10", "1/(x*ln(10))"},
    {"log1p", "1/(1 + x)"},
    {"log2", "1/(x*ln(2))"},
    {"log_sigmoid", "sigmoid(-x)"},
    {"mish", "tanh(softplus(x)) + x*sigmoid(x)*(1 - tanh(softplus(x))^2)"},
    {"mpelu", "if(x > 0, 1, alpha*beta*exp(beta*x))"},
    {"nlrelu", "if(x > 0, beta/(1 + beta*x), 0)"},
    {"pelu", "if(x >= 0, a/b, a*exp(x/b)/b)"},
    {"plu", "if(abs(x) <= c, 1, alpha)"},
    {"prelu", "if(x > 0, 1, alpha)"},
    {"relu", "step(x)"},
    {"relu6", "if(0 < x < 6, 1, 0)"},
    {"relu_squared", "2*max(x, 0)"},
    {"round", "0"},
    {"rrelu_eval_paper", "if(x > 0, 1, 2/(lower + upper))"},
    {"rrelu_eval_torch", "if(x > 0, 1, (lower + upper)/2)"},
    {"selu", "scale*if(x > 0, 1, alpha*exp(x))"},
    {"serf", "erf(softplus(x)) + 2*x*sigmoid(x)*exp(-softplus(x)^2)/sqrt(pi)"},
    {"sigmoid", "sigmoid(x)*(1 - sigmoid(x))"},
    {"sign", "0"},
    {"silu", "sigmoid(x)*(1 + x*(1 - sigmoid(x)))"},
    {"sin", "cos(x)"},
    {"sinc", "(cos(x) - sinc(x))/x"},
    {"sinh", "cosh(x)"},
    {"slu", "if(x >= 0, alpha, beta*sigmoid(x))"},
    {"soft_shrink", "if(abs(x) > lambd, 1, 0)"},
    {"softplus", "sigmoid(beta*x)"},
    {"softsign", "1/(1 + abs(x))^2"},
    {"sparse_sigmoid", "if(abs(x) < 1, 1/2, 0)"},
    {"sqrt", "1/(2*sqrt(x))"},
    {"squareplus", "(1 + x/sqrt(x^2 + b))/2"},
    {"star_relu", "2*s*max(x, 0)"},
    {"step", "0"},
    {"swish", "sigmoid(beta*x)*(1 + beta*x*(1 - sigmoid(beta*x)))"},
    {"tan", "1 + tan(x)^2"},
    {"tanh", "1 - tanh(x)^2"},
    {"xielu", "if(x > 0, 2*alpha_p*x + beta, alpha_n*(exp(x) - 1) + beta)"},
});

} // namespace

std::string_view derivativeRule(std::string_view primitive)
{
    const auto found = std::ranges::find(kRules, primitive, &decltype(kRules)::value_type::first);
    return found == kRules.end() ? std::string_view{} : found->second;
}

} // namespace secant
