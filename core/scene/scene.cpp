#include "core/scene/scene.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/catalogue/catalogue.h"

namespace secant {

namespace {

double ulp(double magnitude)
{
    return std::nextafter(magnitude, std::numeric_limits<double>::infinity()) - magnitude;
}

std::optional<Range> mended(const Range& range)
{
    // The negated comparison is also false for NaN.
    if (!(range.min < range.max))
        return std::nullopt;
    const Range cut{std::max(range.min, -kMaxCoordinate), std::min(range.max, kMaxCoordinate)};
    if (!(cut.min < cut.max))
        return std::nullopt;
    const double spacing = ulp(std::max(std::abs(cut.min), std::abs(cut.max)));
    if (cut.max - cut.min >= std::max(kMinRangeWidth, 64.0 * spacing))
        return cut;
    // More than twice the least width, so that the next power of two and rounding may take some back.
    const double half = std::max(kMinRangeWidth, 72.0 * spacing);
    const double limit = kMaxCoordinate - half;
    const double centre = std::clamp(cut.min / 2.0 + cut.max / 2.0, -limit, limit);
    return Range{centre - half, centre + half};
}

std::optional<Range> mendedOnLog(const Range& range)
{
    if (!(range.min < range.max) || !(range.min > 0.0)) {
        return std::nullopt;
    }
    const Range cut{std::max(range.min, 1.0 / kMaxCoordinate), std::min(range.max, kMaxCoordinate)};
    if (!(cut.min < cut.max)) {
        return std::nullopt;
    }
    if (std::log(cut.max) - std::log(cut.min) >= kMinLogWidth) {
        return cut;
    }
    const double half = std::exp(0.75 * kMinLogWidth);
    const double centre = std::clamp(cut.min / 2.0 + cut.max / 2.0, half / kMaxCoordinate, kMaxCoordinate / half);
    return Range{centre / half, centre * half};
}

std::optional<Range> mended(const Range& range, AxisScale scale)
{
    return scale == AxisScale::Linear ? mended(range) : mendedOnLog(range);
}

int leastUsedStyle(const Scene& scene)
{
    std::array<int, kStyleSlots> uses{};
    for (const CurveSpec& curve : scene.curves) {
        if (curve.style >= 0)
            ++uses[static_cast<std::size_t>(curve.style % kStyleSlots)];
    }
    return static_cast<int>(std::min_element(uses.begin(), uses.end()) - uses.begin());
}

int add(Scene& scene, std::string activation, std::string formula)
{
    if (scene.curves.size() >= kMaxCurves)
        return 0;
    CurveSpec curve;
    curve.id = scene.nextCurve++;
    curve.style = leastUsedStyle(scene);
    curve.activation = std::move(activation);
    curve.formula = std::move(formula);
    scene.curves.push_back(std::move(curve));
    scene.activeCurve = scene.curves.back().id;
    return scene.activeCurve;
}

} // namespace

const CurveSpec* Scene::find(int id) const
{
    const auto found = std::find_if(curves.begin(), curves.end(), [id](const CurveSpec& c) { return c.id == id; });
    return found == curves.end() ? nullptr : &*found;
}

CurveSpec* Scene::find(int id)
{
    const auto found = std::find_if(curves.begin(), curves.end(), [id](const CurveSpec& c) { return c.id == id; });
    return found == curves.end() ? nullptr : &*found;
}

bool sameFunction(const CurveSpec& first, const CurveSpec& second)
{
    return first.activation == second.activation && first.formula == second.formula &&
           first.parameters == second.parameters;
}

Scene defaultScene()
{
    Scene scene;
    const int relu = addActivation(scene, "relu");
    const int leaky = addActivation(scene, "leaky_relu");
    if (CurveSpec* curve = scene.find(leaky))
        curve->parameters["alpha"] = 0.1;
    // ReLU is the one whose dead half is shaded: what leaky ReLU was made to cure.
    scene.activeCurve = relu;
    scene.view.x = {-6.0, 6.0};
    scene.view.yOf(PaneKind::Value) = {-1.5, 6.5};
    scene.view.yOf(PaneKind::Slope) = {-0.25, 1.25};
    return scene;
}

int addActivation(Scene& scene, std::string_view activationId)
{
    const Activation* activation = findActivation(activationId);
    return activation ? add(scene, std::string(activation->id()), callText(*activation)) : 0;
}

int addFormula(Scene& scene, std::string formula)
{
    return add(scene, {}, std::move(formula));
}

void removeCurve(Scene& scene, int id)
{
    const auto curve =
        std::find_if(scene.curves.begin(), scene.curves.end(), [id](const CurveSpec& c) { return c.id == id; });
    if (curve == scene.curves.end())
        return;
    const auto next = scene.curves.erase(curve);
    std::erase_if(scene.chords, [id](const ChordSpec& chord) { return chord.curve == id; });
    if (scene.activeCurve != id)
        return;
    if (scene.curves.empty())
        scene.activeCurve = 0;
    else
        scene.activeCurve = next == scene.curves.end() ? scene.curves.back().id : next->id;
}

Range clamped(const Range& range, const Range& fallback, AxisScale scale)
{
    if (const auto given = mended(range, scale)) {
        return *given;
    }
    return scale == AxisScale::Linear ? fallback : mendedOnLog(fallback).value_or(Range{0.01, 100.0});
}

View clamped(const View& view, const View& fallback)
{
    View result = view;
    result.x = clamped(view.x, fallback.x, view.xScale);
    for (const PaneKind pane : kAllPanes)
        result.yOf(pane) = clamped(view.yOf(pane), fallback.yOf(pane), view.yScaleOf(pane));
    return result;
}

} // namespace secant
