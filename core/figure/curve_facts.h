#pragma once

#include <optional>
#include <stop_token>

#include "core/analysis/facts.h"
#include "core/scene/scene.h"

namespace secant {

/// The facts of a curve, and which curve exactly that was.
struct CurveFacts {
    CurveSpec curve;
    Facts facts;
};

/// All facts of a curve, found within 60 ms of processor time and kept for the next time; nothing where its formula is
/// none. Any thread.
[[nodiscard]] std::optional<CurveFacts> factsOfCurve(const CurveSpec& curve, const std::stop_token& stop = {});

} // namespace secant
