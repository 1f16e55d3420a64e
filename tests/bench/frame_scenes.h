#pragma once

#include "core/figure/figure.h"
#include "core/scene/scene.h"

namespace secant::bench {

/// `functions` curves of ELU, Leaky ReLU, Swish and tanh in turn, in the panes of f and f′ and shaded; every parameter
/// moves with `step`. The palette has eight styles, the first of them solid: without `dashes` all have that one.
[[nodiscard]] Scene sceneAt(int step, int functions, bool dashes);

/// The same figure as a plain plot gets it: each curve as 2000 points, ready-made.
[[nodiscard]] Figure uniformlySampled(const Scene& scene);

} // namespace secant::bench
