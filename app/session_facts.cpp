#include "app/session.h"

#include <string>
#include <utility>

#include "core/figure/curve_notes.h"

/// The edits that come from the facts card.
namespace secant {
namespace {

/// A key that begins so names a curve by its id, any other an activation.
constexpr QLatin1String kCurveKey("curve:");

} // namespace

QString Session::curveKey(int curve)
{
    return kCurveKey + QString::number(curve);
}

void Session::addDifference(const QString& key)
{
    const CurveSpec* active = m_scene.find(m_scene.activeCurve);
    CurveSpec other;
    if (key.startsWith(kCurveKey)) {
        if (const CurveSpec* curve = m_scene.find(key.mid(kCurveKey.size()).toInt())) {
            other = *curve;
        }
    } else {
        other.activation = key.toStdString();
    }
    std::string formula = active ? differenceFormula(*active, other) : std::string();
    if (!formula.empty()) {
        Scene next = m_scene;
        secant::addFormula(next, std::move(formula));
        edit(std::move(next), EditPhase::Single);
    }
}

void Session::showFact(FactKind kind, bool shown)
{
    Scene next = m_scene;
    next.facts.set(kind, shown);
    edit(std::move(next), EditPhase::Single);
}

} // namespace secant
