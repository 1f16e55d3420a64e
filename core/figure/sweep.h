#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/scene/scene.h"

namespace secant {

inline constexpr int kMaxFrames = 10'000;

/// A way through scenes: one parameter of all curves that have it goes from one value to another in equal steps.
struct Sweep {
    std::string parameter; ///< The name as typed, or the activation's.
    double from = 0.0;
    double to = 1.0;
    int frames = 60; ///< 1 to kMaxFrames. A single one shows `from`.
};

/// One for each name of a parameter over the length of its slider, those of the active curve first.
[[nodiscard]] std::vector<Sweep> sweepsOf(const Scene& scene);

/// What is wrong with a sweep, in English, for a person who typed it: no curve has the parameter, or one does not allow
/// a value of it. Nothing if all is well.
[[nodiscard]] std::optional<std::string> sweepProblem(const Scene& scene, const Sweep& sweep);

/// The scene of one frame, counted from 0. Precondition: no sweepProblem().
[[nodiscard]] Scene sceneAt(const Scene& scene, const Sweep& sweep, int frame);

} // namespace secant
