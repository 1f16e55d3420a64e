#include "app/facts_finder.h"

#include <cmath>
#include <string>

#include "core/catalogue/catalogue.h"
#include "widgets/panels/activation_model.h"

namespace secant {
namespace {

/// Longer than this nobody is left to believe that what is shown is of the curve as it is.
constexpr int kPatienceMs = 150;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

FactsFinder::FactsFinder(const Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_update([this] { update(); }), m_job([this](Found found) {
          m_found = std::move(found);
          update();
      })
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isLate = true;
        emit changed();
    });
    connect(&session, &Session::sceneChanged, this, [this] { m_update.request(); });
}

void FactsFinder::setWatched(bool watched)
{
    m_isWatched = watched;
    update();
}

const CurveSpec* FactsFinder::active() const
{
    return m_session.scene().find(m_session.scene().activeCurve);
}

bool FactsFinder::isKnown(const CurveSpec& curve) const
{
    return m_found && sameFunction(m_found->curve, curve);
}

/// Facts of the same formula with other parameters are shown until the new ones are there, unless that takes long.
bool FactsFinder::isPending(const CurveSpec& curve) const
{
    const bool isAlike =
        m_found && m_found->curve.activation == curve.activation && m_found->curve.formula == curve.formula;
    return !isKnown(curve) && (m_isLate || !isAlike);
}

/// What runs is left to end: where a curve changes faster than its facts are found, they follow at their own pace.
void FactsFinder::update()
{
    if (!m_isWatched) {
        return;
    }
    const CurveSpec* curve = active();
    const bool isSought = curve && !isKnown(*curve);
    if (!isSought) {
        m_patience.stop();
        m_isLate = false;
    } else {
        if (!m_job.isBusy()) {
            start(*curve);
        }
        if (!m_isLate && !m_patience.isActive()) {
            m_patience.start();
        }
    }
    if (!isSought || isPending(*curve)) {
        emit changed();
    }
}

void FactsFinder::start(const CurveSpec& curve)
{
    m_job.start([curve](const std::stop_token& stop) {
        Found found{curve, factsOfCurve(curve, stop), {}};
        // What a catalogue entry is its card says by its name.
        if (found.facts && curve.activation.empty()) {
            found.notes = notesOf(curve, stop);
        }
        return found;
    });
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
    state.isPending = isPending(*curve);
    if (m_found) {
        state.facts = m_found->facts;
    }
    if (isKnown(*curve)) {
        state.notes = factNotes(m_found->notes, state.language);
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
