#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/analysis/convexity/verdict.h"
#include "core/figure/formula_reading.h"
#include "core/scene/scene.h"

namespace secant {

/// A curve as convexity::judge() takes it.
struct JudgedFunction {
    std::string formula;
    FormulaReading reading;     ///< Of `formula`; holds a tree.
    std::vector<double> values; ///< One for each of tree().parameters.

    [[nodiscard]] const SyntaxTree& tree() const { return reading->value(); }
};

/// Nothing if the formula of the curve cannot be read.
[[nodiscard]] std::optional<JudgedFunction> judgedFunction(const CurveSpec& curve);

/// The interval with its ends as they are written: 0.1 is one tenth, not the double beside it.
[[nodiscard]] convexity::Range rangeOf(const JudgementSpec& on);

/// The doubles around the interval: an end that is no double is rounded outward.
[[nodiscard]] Interval around(const convexity::Range& range);

/// Whether both ask of the same interval, however it is shown.
[[nodiscard]] bool areSameInterval(const JudgementSpec& a, const JudgementSpec& b);

} // namespace secant
