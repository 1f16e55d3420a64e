// bench_curves : processor time of curves 800 px wide: those of tests/data/curves.json, and random formulas (f, f′ and
// f″ by turns), each the best of three; then how long a worker goes on with a hard curve after it was asked to stop.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <random>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include <nlohmann/json.hpp>
#include <pthread.h>

#include "core/analysis/curve.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/figure/late_parts.h"
#include "core/scene/scene.h"
#include "tests/core/analysis/random_formulas.h"

using namespace secant;

namespace {

constexpr int kRuns = 3;
constexpr int kRandom = 4000;
constexpr int kStops = 60;

struct Timed {
    double ms = 0.0;
    std::string what;
};

double millisecondsOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double bestOf(const std::function<void()>& work)
{
    double best = HUGE_VAL;
    for (int i = 0; i < kRuns; ++i) {
        const double start = millisecondsOf(CLOCK_THREAD_CPUTIME_ID);
        work();
        best = std::min(best, millisecondsOf(CLOCK_THREAD_CPUTIME_ID) - start);
    }
    return best;
}

void print(const char* what, std::vector<Timed> times)
{
    std::ranges::sort(times, {}, &Timed::ms);
    const auto quantile = [&](double q) {
        return times[static_cast<std::size_t>(q * static_cast<double>(times.size() - 1))].ms;
    };
    std::printf("%s: %zu; median %.3f ms, 90 %% within %.3f ms, 99 %% within %.2f ms, most %.2f ms\n", what,
                times.size(), quantile(0.5), quantile(0.9), quantile(0.99), quantile(1.0));
    for (std::size_t i = times.size(); i-- > times.size() - std::min<std::size_t>(3, times.size());) {
        std::printf("  %8.2f ms  %s\n", times[i].ms, times[i].what.c_str());
    }
}

bool timePublic()
{
    std::ifstream file("tests/data/curves.json");
    const nlohmann::json all = nlohmann::json::parse(file, nullptr, false);
    if (!all.is_object()) {
        std::fprintf(stderr, "tests/data/curves.json is missing\n");
        return false;
    }
    std::vector<Timed> times;
    for (const auto& row : all["functions"]) {
        const std::string text = row["expr"];
        const auto& at = row["window"];
        const Window window{{at[0], at[1]}, {at[2], at[3]}, 800.0, 600.0};
        const Function function(*parse(text, vocabulary()), {});
        times.push_back({bestOf([&] { static_cast<void>(sampleCurve(function, Order::Value, window)); }), text});
    }
    print("curves with breaks", std::move(times));
    return true;
}

/// Depth 3 is what people type, depth 5 has some ten to thirty operations.
void timeRandom(int depth)
{
    test::RandomFormulas formulas(static_cast<unsigned>(20261124 + depth));
    std::vector<Timed> times;
    double unproved = 0.0;
    for (int i = 0; i < kRandom; ++i) {
        const std::string text = formulas.next(depth);
        const auto order = static_cast<Order>(i % 3);
        const Function function(*parse(text, vocabulary()), {});
        Curve curve;
        const Window window{{-6.0, 6.0}, {-3.0, 3.0}, 800.0, 600.0};
        times.push_back({bestOf([&] { curve = sampleCurve(function, order, window); }), text});
        unproved += curve.statistics.sampledPx > 1.0 ? 1.0 : 0.0;
    }
    print(("random formulas of depth " + std::to_string(depth)).c_str(), std::move(times));
    std::printf("  %.2f %% of them have more than a pixel that is not proved within a frame\n",
                100.0 * unproved / kRandom);
}

/// Processor time of a worker from the request to its return, for requests at random moments.
void timeStops()
{
    Scene scene;
    std::string series;
    for (int i = 1; i <= 150; ++i) {
        series += (i == 1 ? "sin(" : "+sin(") + std::to_string(i) + ".3x^2)/" + std::to_string(i);
    }
    for (const std::string& text : {std::string("(sin(x)-x)/x^3"), std::string("sin(1/x)"), series}) {
        addFormula(scene, text);
    }
    scene.panes.fill(true);
    scene.marks.fill(true);
    Budget budget;
    budget.paneWidthPx = 1600.0;
    const LateQuestions questions = lateQuestionsOf(scene, budget);
    std::mt19937 random(1);
    std::vector<Timed> times;
    for (int i = 0; i < kStops; ++i) {
        std::stop_source source;
        std::atomic<double> ended{0.0};
        std::thread worker([&] {
            static_cast<void>(latePartsOf(questions, source.get_token()));
            ended = millisecondsOf(CLOCK_THREAD_CPUTIME_ID);
        });
        clockid_t clock{};
        pthread_getcpuclockid(worker.native_handle(), &clock);
        const double moment = static_cast<double>(random() % 2000U); // Of its processor time.
        while (ended == 0.0 && millisecondsOf(clock) < moment) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        const double asked = ended == 0.0 ? millisecondsOf(clock) : 0.0;
        source.request_stop();
        worker.join();
        if (asked > 0.0) {
            times.push_back({std::max(0.0, ended - asked), "after " + std::to_string(asked) + " ms"});
        }
    }
    print("stops of a worker", std::move(times));
}

} // namespace

int main()
{
    if (!timePublic()) {
        return 1;
    }
    timeRandom(3);
    timeRandom(5);
    timeStops();
    return 0;
}
