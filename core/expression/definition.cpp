#include "core/expression/definition.h"

#include <algorithm>
#include <array>
#include <utility>

namespace secant {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kDefinitions{{
    {"binary_step", "if(x >= 0, 1, 0)"},
    {"celu", "if(x > 0, x, alpha*expm1(min(x, 0)/alpha))"},
    {"elu", "if(x > 0, x, alpha*expm1(min(x, 0)))"},
    {"gelu", "x*erfc(-x/sqrt(2))/2"},
    {"gelu_tanh", "x/2*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))"},
    {"hard_sigmoid", "min(max(x/6 + 1/2, 0), 1)"},
    {"hard_tanh", "min(max(x, min_val), max_val)"},
    {"identity", "x"},
    {"leaky_relu", "if(x >= 0, x, alpha*x)"},
    {"mish", "x*tanh(max(x, 0) + log1p(exp(-abs(x))))"},
    {"prelu", "if(x >= 0, x, alpha*x)"},
    {"relu", "max(x, 0)"},
    {"relu6", "min(max(x, 0), 6)"},
    {"rrelu_eval_paper", "if(x >= 0, x, 2*x/(lower + upper))"},
    {"rrelu_eval_torch", "if(x >= 0, x, (lower + upper)/2*x)"},
    {"selu", "scale*if(x > 0, x, alpha*expm1(min(x, 0)))"},
    {"sigmoid", "1/(1 + exp(-x))"},
    {"silu", "x/(1 + exp(-x))"},
    {"softplus", "(max(beta*x, 0) + log1p(exp(-abs(beta*x))))/beta"},
    {"softsign", "x/(1 + abs(x))"},
    {"swish", "x/(1 + exp(-beta*x))"},
    {"cbrt", "if(x < 0, -abs(x)^(1/3), abs(x)^(1/3))"},
    {"round", "if(x >= 0, floor(x + 0.5), ceil(x - 0.5))"},
    {"sign", "if(x > 0, 1, if(x < 0, -1, 0))"},
    {"sinc", "if(x == 0, 1, sin(x)/if(x == 0, 1, x))"},
    {"step", "if(x >= 0, 1, 0)"},
    {"lg", "log10(x)"},
}};

} // namespace

std::string_view definitionOf(std::string_view primitive)
{
    const auto* const found = std::ranges::find(kDefinitions, primitive, &decltype(kDefinitions)::value_type::first);
    return found == kDefinitions.end() ? std::string_view{} : found->second;
}

} // namespace secant
