#include "tests/bench/measure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

namespace secant::bench {
namespace {

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

} // namespace

double threadMilliseconds()
{
    return milliseconds(CLOCK_THREAD_CPUTIME_ID);
}

double wallMilliseconds()
{
    return milliseconds(CLOCK_MONOTONIC);
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty()) {
        return 0.0;
    }
    std::sort(values.begin(), values.end());
    const double rank = std::ceil(share * static_cast<double>(values.size()));
    return values[static_cast<std::size_t>(std::clamp(rank - 1.0, 0.0, static_cast<double>(values.size() - 1)))];
}

double residentMiB(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string word; status >> word;) {
        if (word == "VmRSS:") {
            double kibibytes = 0.0;
            status >> kibibytes;
            return kibibytes / 1024.0;
        }
    }
    return 0.0;
}

void printFigure(const char* name, double value, const char* unit)
{
    std::printf("%-44s %10.2f %s\n", name, value, unit);
    std::fflush(stdout);
}

} // namespace secant::bench
