#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/analysis/convexity/facts.h"
#include "core/analysis/convexity/verdict.h"
#include "core/figure/composition_parts.h"
#include "core/figure/late_parts.h"
#include "core/scene/scene.h"

namespace secant {

/// The active curve judged on the interval of judgement, and what exactly that was.
struct JudgedCurve {
    CurveSpec curve;
    JudgementSpec on;
    convexity::Verdict verdict;
    convexity::Monotonicity monotonicity;
    std::vector<CompositionPart> composition; ///< A second opinion: what the rules of composition say of its parts.
    std::chrono::nanoseconds patience{};      ///< The time that it had.
};

/// What is true of the functions of a scene and takes longer than a frame to find out. Every part says what it was
/// found for, so that compose() never draws what belongs to another scene.
struct Findings {
    std::optional<JudgedCurve> judged;
    LateParts late;

    /// The judgement if it belongs to what the scene shows now, else null.
    [[nodiscard]] const JudgedCurve* judgedFor(const Scene& scene) const;
};

inline constexpr std::chrono::nanoseconds kLivePatience = std::chrono::milliseconds(50);
inline constexpr std::chrono::nanoseconds kLongPatience = std::chrono::seconds(2);

/// The stretches of x under the chords that break a shape, where they lie outside the view or would be a dot in it.
[[nodiscard]] std::vector<Range> chordsOutOfSight(const View& view, const convexity::Verdict& verdict);

/// Finds out all that the scene asks for; `late` stays empty. Pure but for the clock: a hard question is given up after
/// `patience`, or soon after a stop is requested. May be called on any thread.
[[nodiscard]] Findings findingsOf(const Scene& scene, const std::stop_token& stop = {},
                                  std::chrono::nanoseconds patience = kLivePatience);

/// Whether both scenes ask the same questions, however different they look.
[[nodiscard]] bool askTheSame(const Scene& first, const Scene& second);

/// Whether nothing that the scene asks for is missing.
[[nodiscard]] bool areComplete(const Findings& findings, const Scene& scene);

/// Whether the scene's figure differs with its findings.
[[nodiscard]] bool drawsFindings(const Scene& scene);

/// What the scene's figure needs of judgements, found out at once.
[[nodiscard]] Findings findingsToDraw(const Scene& scene, const std::stop_token& stop = {});

} // namespace secant
