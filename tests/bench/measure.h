#pragma once

#include <sys/types.h>

#include <vector>

namespace secant::bench {

/// Processor time of the calling thread in milliseconds: neighbours on the machine do not count.
[[nodiscard]] double threadMilliseconds();
/// Time on the wall in milliseconds from a fixed instant.
[[nodiscard]] double wallMilliseconds();

/// The smallest of `values` that at least `share` of them do not exceed; 0 if there are none.
[[nodiscard]] double percentile(std::vector<double> values, double share);

/// Memory of a process that lies in RAM, in MiB; 0 if there is no such process.
[[nodiscard]] double residentMiB(pid_t process);

/// One line `name value unit` on standard output, as table.py reads it.
void printFigure(const char* name, double value, const char* unit);

} // namespace secant::bench
