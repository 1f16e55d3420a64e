#include "core/figure/sweep.h"

#include <algorithm>
#include <cmath>

#include "core/figure/compose.h"

namespace secant {

namespace {

bool allows(const CurveParameter& parameter, double value)
{
    return std::isfinite(value) && value <= parameter.max &&
           (parameter.minIncluded ? value >= parameter.min : value > parameter.min);
}

std::optional<CurveParameter> find(const CurveSpec& curve, const std::string& name)
{
    for (const CurveParameter& parameter : parametersOf(curve)) {
        if (parameter.name == name || parameter.symbol == name)
            return parameter;
    }
    return std::nullopt;
}

Sweep sweepOf(const CurveParameter& parameter)
{
    Sweep sweep{parameter.name, parameter.sliderMin, parameter.sliderMax};
    if (!allows(parameter, sweep.from))
        sweep.from = sweep.from + (sweep.to - sweep.from) / sweep.frames;
    return sweep;
}

} // namespace

std::vector<Sweep> sweepsOf(const Scene& scene)
{
    std::vector<Sweep> sweeps;
    const auto add = [&sweeps](const CurveSpec& curve) {
        for (const CurveParameter& parameter : parametersOf(curve)) {
            if (std::ranges::find(sweeps, parameter.name, &Sweep::parameter) == sweeps.end())
                sweeps.push_back(sweepOf(parameter));
        }
    };
    if (const CurveSpec* active = scene.find(scene.activeCurve))
        add(*active);
    for (const CurveSpec& curve : scene.curves)
        add(curve);
    return sweeps;
}

std::optional<std::string> sweepProblem(const Scene& scene, const Sweep& sweep)
{
    if (sweep.frames < 1 || sweep.frames > kMaxFrames)
        return "there may be 1 to " + std::to_string(kMaxFrames) + " frames";
    bool found = false;
    for (const CurveSpec& curve : scene.curves) {
        const auto parameter = find(curve, sweep.parameter);
        if (!parameter)
            continue;
        found = true;
        for (const double end : {sweep.from, sweep.to}) {
            CurveSpec changed = curve;
            changed.parameters[parameter->name] = end;
            if (!allows(*parameter, end) || !namesAFunction(changed))
                return displayName(curve, Language::English) + " allows no " + sweep.parameter + " = " + readable(end);
        }
    }
    if (!found)
        return "no curve has a parameter " + sweep.parameter;
    return std::nullopt;
}

Scene sceneAt(const Scene& scene, const Sweep& sweep, int frame)
{
    const double part = sweep.frames > 1 ? static_cast<double>(frame) / (sweep.frames - 1) : 0.0;
    // Both ends exactly, and no overflow between them.
    const double value = (1.0 - part) * sweep.from + part * sweep.to;
    Scene result = scene;
    for (CurveSpec& curve : result.curves) {
        if (const auto parameter = find(curve, sweep.parameter))
            curve.parameters[parameter->name] = value;
    }
    return result;
}

} // namespace secant
