#include <cstring>
#include <span>
#include <vector>

#include <muParser.h>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/function/function.h"
#include "tests/bench/block_floor.h"

/// What peers.py measures beside NumPy and PyTorch in one process, behind plain C functions.

using namespace secant;

extern "C" {

/// A formula without parameters, or null.
void* secant_function(const char* formula)
{
    const auto tree = parse(formula, vocabulary());
    return tree.ok() && tree->parameters.empty() ? new Function(*tree, {}) : nullptr;
}

void secant_values(const void* function, const double* x, double* out, long count)
{
    static_cast<const Function*>(function)->values({x, static_cast<std::size_t>(count)}, out);
}

void secant_jets(const void* function, const double* x, double* value, double* slope, double* curvature, long count)
{
    static_cast<const Function*>(function)->jets({x, static_cast<std::size_t>(count)}, {value, slope, curvature});
}

/// One argument after the other, as a readout does it.
void secant_single(const void* function, const double* x, double* out, long count)
{
    for (long i = 0; i < count; ++i) {
        out[i] = static_cast<const Function*>(function)->value(x[i]);
    }
}

void hand_written(int formula, const double* x, double* out, long count)
{
    bench::handWritten(formula, true, x, out, static_cast<std::size_t>(count));
}

void hand_written_highway(int formula, const double* x, double* out, long count)
{
    bench::handWritten(formula, false, x, out, static_cast<std::size_t>(count));
}

void* muparser_function(const char* formula)
{
    auto* parser = new mu::Parser;
    auto* x = new double(0.0);
    parser->DefineVar("x", x);
    parser->SetExpr(formula);
    return new std::pair<mu::Parser*, double*>(parser, x);
}

void muparser_values(void* function, const double* x, double* out, long count)
{
    const auto& [parser, variable] = *static_cast<std::pair<mu::Parser*, double*>*>(function);
    for (long i = 0; i < count; ++i) {
        *variable = x[i];
        out[i] = parser->Eval();
    }
}

void copy_values(const double* x, double* out, long count)
{
    std::memcpy(out, x, static_cast<std::size_t>(count) * sizeof(double));
}
}
