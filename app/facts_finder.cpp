#include "app/facts_finder.h"

#include <cmath>
#include <string>

#include "core/catalogue/catalogue.h"
#include "widgets/panels/activation_model.h"

namespace secant {
namespace {

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

FactsFinder::FactsFinder(const Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_update([this] { update(); }), m_job([this](std::optional<Found> found) {
          m_found = std::move(found);
          emit changed();
      })
{
    connect(&session, &Session::sceneChanged, this, [this] { m_update.request(); });
    update();
}

const CurveSpec* FactsFinder::active() const
{
    return m_session.scene().find(m_session.scene().activeCurve);
}

void FactsFinder::update()
{
    const CurveSpec* curve = active();
    const bool isKnown = curve && m_found && sameFunction(m_found->facts.curve, *curve);
    if (!curve || isKnown || (!curve->activation.empty() && areQuick(*curve))) {
        m_job.cancel();
    } else {
        m_job.start([spec = *curve](const std::stop_token& stop) -> std::optional<Found> {
            auto facts = factsOfCurve(spec, stop);
            return facts ? std::optional(Found{std::move(*facts), notesOf(spec, stop)}) : std::nullopt;
        });
    }
    emit changed();
}

FactsState FactsFinder::state() const
{
    FactsState state;
    state.shown = m_session.scene().facts;
    state.language = m_session.scene().language;
    state.naming = m_session.scene().naming;
    const CurveSpec* curve = active();
    if (!curve) {
        return state;
    }
    state.name = text(displayName(*curve, state.language));
    state.others = comparable(*curve);
    if (m_found && sameFunction(m_found->facts.curve, *curve)) {
        state.facts = m_found->facts;
        state.notes = factNotes(m_found->notes, state.language);
    } else if (areQuick(*curve)) {
        state.facts = factsOfCurve(*curve);
    } else {
        state.isPending = m_job.isBusy();
        state.facts = m_found ? std::optional(m_found->facts) : std::nullopt;
    }
    return state;
}

/// Every other curve, and the other conventions of an activation.
std::vector<std::pair<QString, QString>> FactsFinder::comparable(const CurveSpec& curve) const
{
    std::vector<std::pair<QString, QString>> others;
    const Scene& scene = m_session.scene();
    for (const CurveSpec& other : scene.curves) {
        if (other.id != curve.id && functionOf(other)) {
            others.emplace_back(Session::curveKey(other.id), text(displayName(other, scene.language)));
        }
    }
    const Activation* activation = curve.activation.empty() ? nullptr : findActivation(curve.activation);
    for (const Activation* other : activations()) {
        if (activation && other != activation && !activation->conventionGroup.empty() &&
            other->conventionGroup == activation->conventionGroup) {
            others.emplace_back(text(std::string(other->id())),
                                QStringLiteral("%1: %2").arg(spoken(other->name, scene.language),
                                                             spoken(other->convention, scene.language)));
        }
    }
    return others;
}

std::vector<FactNote> factNotes(const CurveNotes& notes, Language language)
{
    std::vector<FactNote> sentences;
    if (const auto& likeness = notes.likeness) {
        const QString name = spoken(likeness->activation->name, language);
        sentences.push_back(
            {likeness->isPlain()
                 ? FactsFinder::tr("This is %1.").arg(name)
                 : FactsFinder::tr("This is %1, scaled or shifted: %2").arg(name, text(likeness->formula())),
             likeness->assurance});
    }
    if (const auto& gap = notes.gap) {
        const QString sentence = gap->isMirrored ? FactsFinder::tr("Largest gap on −32…32: %1 at x = ±%2")
                                                 : FactsFinder::tr("Largest gap on −32…32: %1 at x = %2");
        const double at = gap->isMirrored ? std::abs(gap->at) : gap->at;
        sentences.push_back({sentence.arg(text(readable(gap->value, 4)), text(readable(at, 3))), Assurance::Proved});
    }
    return sentences;
}

} // namespace secant
