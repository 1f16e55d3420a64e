// bench_verdicts : processor time of the verdicts on the cases in tests/data, each the best of five.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/analysis/convexity/expr.h"
#include "core/analysis/convexity/facts.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"

using namespace secant;

namespace {

constexpr int kRuns = 5;

struct Timed {
    double seconds = 0.0;
    std::string what;
};

convexity::End endOf(const std::string& text, bool isClosed)
{
    if (text.find("inf") != std::string::npos)
        return {true, false, 0};
    return {false, isClosed, convexity::exactNumber(text).value()};
}

void print(const char* what, std::vector<Timed> times, int decided)
{
    std::ranges::sort(times, {}, &Timed::seconds);
    const auto quantile = [&](double q) {
        return 1e3 * times[static_cast<std::size_t>(q * static_cast<double>(times.size() - 1))].seconds;
    };
    std::printf("%s: %zu cases, %d decided; median %.3f ms, 99 %% within %.2f ms, most %.2f ms\n", what, times.size(),
                decided, quantile(0.5), quantile(0.99), quantile(1.0));
    for (std::size_t i = times.size(); i-- > times.size() - std::min<std::size_t>(5, times.size());)
        std::printf("  %8.2f ms  %s\n", 1e3 * times[i].seconds, times[i].what.c_str());
}

} // namespace

int main()
{
    for (const char* name : {"tests/data/convexity.json", "tests/data/convexity_proved.json"}) {
        std::ifstream file(name);
        const nlohmann::json all = nlohmann::json::parse(file, nullptr, false);
        if (!all.is_object())
            return 1;
        std::vector<Timed> verdicts;
        std::vector<Timed> facts;
        int decided = 0;
        for (const auto& row : all["cases"]) {
            const std::string formula = row["expr"];
            const auto& on = row["interval"];
            const convexity::Range range{endOf(on["lo"], on["lo_closed"]), endOf(on["hi"], on["hi_closed"])};
            const auto tree = parse(formula, vocabulary());
            Timed verdict{1e9, formula};
            Timed fact{1e9, formula};
            bool isDecided = false;
            for (int i = 0; i < kRuns; ++i) {
                const auto judged = convexity::judge(*tree, formula, {}, range);
                verdict.seconds = std::min(verdict.seconds, judged.seconds);
                isDecided = isDecided || judged.kind != convexity::VerdictKind::Undecided;
                fact.seconds = std::min(fact.seconds, convexity::examine(*tree, formula, {}, range).seconds);
            }
            decided += isDecided ? 1 : 0;
            verdicts.push_back(verdict);
            facts.push_back(fact);
        }
        print(name, verdicts, decided);
        print("  all other facts", facts, static_cast<int>(facts.size()));
    }
    return 0;
}
