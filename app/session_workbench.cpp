#include "app/session.h"

#include <algorithm>
#include <optional>
#include <utility>

/// The edits of chords and of the workbench.
namespace secant {
namespace {

/// On both sides of what is looked at, of its width.
constexpr double kRoom = 0.3;

} // namespace

void Session::setJudgement(const JudgementSpec& judgement, EditPhase phase)
{
    change([&](Scene& scene) { scene.judgement = clamped(judgement, scene.judgement); }, phase);
}

void Session::showJudgement()
{
    Scene next = m_scene;
    next.judgement.shown = true;
    replace(std::move(next));
}

void Session::lookAt(const Range& x)
{
    change([&](Scene& scene) {
        const double room = kRoom * (x.max - x.min);
        View next = scene.view;
        next.x = {x.min - room, x.max + room};
        if (!(next.x.min > 0.0)) {
            next.xScale = AxisScale::Linear; // Only there it can be seen.
        }
        scene.view = clamped(next, scene.view);
        scene.view = fitted(scene);
    });
}

void Session::setNaming(Naming naming)
{
    change([naming](Scene& scene) { scene.naming = naming; });
}

void Session::setWorkbench(const WorkbenchSpec& workbench, EditPhase phase)
{
    change([&](Scene& scene) { scene.workbench = clamped(workbench, scene.workbench); }, phase);
}

void Session::operate(Operation operation, int otherCurve)
{
    const CurveSpec* active = m_scene.find(m_scene.activeCurve);
    const std::optional<CurveSpec> result =
        active ? operated(operation, *active, m_scene.find(otherCurve)) : std::nullopt;
    if (!result) {
        emit refused(tr("There is nothing to compute this from: a formula cannot be read, or it would be too long."));
        return;
    }
    Scene next = m_scene;
    const int curve = secant::addFormula(next, result->formula);
    if (CurveSpec* added = next.find(curve)) {
        added->parameters = result->parameters;
    }
    edit(std::move(next), EditPhase::Single);
}

void Session::dragHandle(HandleKind kind, int index, FigurePoint to, EditPhase phase)
{
    JudgementSpec judgement = m_scene.judgement;
    WorkbenchSpec workbench = m_scene.workbench;
    // Only an end of the interval may be infinitely far away.
    const FigurePoint inside{std::clamp(to.x, m_scene.view.x.min, m_scene.view.x.max), to.y};
    switch (kind) {
    case HandleKind::JudgementLow:
        judgement.lo = to.x;
        setJudgement(judgement, phase);
        return;
    case HandleKind::JudgementHigh:
        judgement.hi = to.x;
        setJudgement(judgement, phase);
        return;
    case HandleKind::Jensen:
        if (index >= 0 && static_cast<std::size_t>(index) < workbench.jensen.size()) {
            workbench.jensen[static_cast<std::size_t>(index)].x = inside.x;
        }
        break;
    case HandleKind::Tangent:
        workbench.tangentX = inside.x;
        break;
    case HandleKind::SegmentFirst:
        workbench.segmentFirst = {inside.x, inside.y};
        break;
    case HandleKind::SegmentSecond:
        workbench.segmentSecond = {inside.x, inside.y};
        break;
    }
    setWorkbench(workbench, phase);
}

void Session::showChord(bool shown)
{
    if (shown) {
        addChord();
    } else {
        change([](Scene& scene) { scene.chords.clear(); });
    }
}

void Session::addChord()
{
    change([](Scene& scene) {
        if (scene.find(scene.activeCurve) && scene.chords.size() < kMaxChords) {
            const Range& x = scene.view.x;
            const auto at = [&scene, &x](double part) { return between(scene.view.xScale, x.min, x.max, part); };
            // Each a little further, so that a new one does not hide behind the last.
            const double shift = 0.05 * static_cast<double>(scene.chords.size() % 5);
            scene.chords.push_back({scene.activeCurve, at(0.3 - shift), at(0.75 - shift), 0.5});
        }
    });
}

void Session::removeChord(int index)
{
    change([index](Scene& scene) {
        if (index >= 0 && static_cast<std::size_t>(index) < scene.chords.size()) {
            scene.chords.erase(scene.chords.begin() + index);
        }
    });
}

void Session::setChord(int index, const ChordSpec& chord, EditPhase phase)
{
    change(
        [&](Scene& scene) {
            if (index >= 0 && static_cast<std::size_t>(index) < scene.chords.size()) {
                scene.chords[static_cast<std::size_t>(index)] = chord;
            }
        },
        phase);
}

} // namespace secant
