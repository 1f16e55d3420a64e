#pragma once

#include "core/analysis/convexity/verdict.h"

namespace secant::convexity {

/// Somewhere in `at` the verdict changes as a parameter passes. Proved: the verdicts at both ends of `at` are.
struct Threshold {
    Interval at;
    double mark = 0.0; ///< The simplest number in `at`, for a slider.
    VerdictKind below = VerdictKind::Undecided;
    VerdictKind on = VerdictKind::Undecided; ///< At the mark.
    VerdictKind above = VerdictKind::Undecided;
};

struct ThresholdList {
    std::vector<Threshold> thresholds; ///< Ascending. Those between two samples of equal verdict are not found.
    bool isInTime = true;              ///< False if the time was over before all samples were judged and narrowed.
};

/// Where along parameter `index`, from `lo` to `hi`, the verdict on the range changes: for ELU on the line at α = 0 and
/// α = 1. Samples the parameter, then narrows each change down to 10⁻⁹; numbers with small denominators come first.
/// Preconditions as of judge(); index < tree.parameters.size(); lo < hi, finite.
[[nodiscard]] ThresholdList thresholds(const SyntaxTree& tree, std::string_view formula, std::vector<double> values,
                                       std::size_t index, double lo, double hi, const Range& range,
                                       const Allowance& allowance = {});

} // namespace secant::convexity
