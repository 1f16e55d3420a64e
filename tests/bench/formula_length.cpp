#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/function/function.h"

using namespace secant;

namespace {

constexpr int kRuns = 15;

/// Milliseconds to read, compile, evaluate once and free the text; the best of several runs.
double milliseconds(const std::string& text)
{
    using Clock = std::chrono::steady_clock;
    double best = 1e9;
    double value = 0.0;
    for (int run = 0; run < kRuns; ++run) {
        const auto begin = Clock::now();
        {
            const auto tree = parse(text, vocabulary());
            if (tree)
                value = Function(*tree, {}).value(0.5);
        }
        best = std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    return value == 0.0 ? -1.0 : best; // Refused, or a value nobody used.
}

} // namespace

/// x+x+… and sin(x)+sin(x)+… from 4 to 64 KiB: the time must grow with the length, not its square. 64 KiB in 20 ms.
int main()
{
    std::printf("%8s %12s %12s\n", "KiB", "x+x+…", "sin(x)+…");
    for (std::size_t kib = 4; kib <= 64; kib *= 2) {
        std::string sums = "x";
        std::string calls = "x";
        while (sums.size() + 2 <= kib * 1024)
            sums += "+x";
        while (calls.size() + 7 <= kib * 1024)
            calls += "+sin(x)";
        std::printf("%8zu %9.2f ms %9.2f ms\n", kib, milliseconds(sums), milliseconds(calls));
    }
    return 0;
}
