#pragma once

namespace secant {

/// Lets screen readers see and set the value of a SliderTrack as of any slider. Once is enough; more does nothing.
void installSliderAccessibility();

} // namespace secant
