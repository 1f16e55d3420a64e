#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>

#include "core/analysis/convexity/thresholds.h"
#include "core/scene/scene.h"

namespace secant {

/// Where along one parameter of a curve the verdict on an interval changes, and what exactly that was asked of.
struct ParameterThresholds {
    CurveSpec curve;
    JudgementSpec on;
    std::string parameter;
    convexity::ThresholdList list;

    /// Whether they hold for this curve and interval: the value of the parameter itself does not matter.
    [[nodiscard]] bool belongTo(const CurveSpec& other, const JudgementSpec& interval) const;
};

inline constexpr std::chrono::nanoseconds kThresholdPatience = std::chrono::seconds(2);

/// Looks along the usual range of the parameter's slider, as far as its values name a function. Nothing if the formula
/// cannot be read or has no such parameter. May be called on any thread.
[[nodiscard]] std::optional<ParameterThresholds>
parameterThresholds(const CurveSpec& curve, const JudgementSpec& on, const std::string& parameter,
                    const std::stop_token& stop = {}, std::chrono::nanoseconds patience = kThresholdPatience);

/// "convex ∪ up to 1, neither convex nor concave beyond".
[[nodiscard]] std::string thresholdText(const convexity::Threshold& threshold, Naming naming, Language language);

} // namespace secant
