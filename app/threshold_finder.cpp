#include "app/threshold_finder.h"

#include <algorithm>

#include "core/figure/judged_function.h"

namespace secant {
namespace {

constexpr int kPauseMs = 250;
constexpr std::size_t kMostKept = 64;

} // namespace

ThresholdFinder::ThresholdFinder(const Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_job([this](Found found) { take(std::move(found)); })
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ThresholdFinder::start);
    connect(&session, &Session::sceneChanged, this, &ThresholdFinder::update);
    update();
}

const ParameterThresholds* ThresholdFinder::find(const CurveSpec& curve, const std::string& parameter) const
{
    const JudgementSpec& on = m_session.scene().judgement;
    const auto known = std::ranges::find_if(m_found, [&](const ParameterThresholds& found) {
        return found.parameter == parameter && found.belongTo(curve, on);
    });
    return known == m_found.end() ? nullptr : &*known;
}

std::vector<std::string> ThresholdFinder::missing() const
{
    std::vector<std::string> names;
    const Scene& scene = m_session.scene();
    const CurveSpec* curve = scene.find(scene.activeCurve);
    if (!curve || !scene.judgement.shown) {
        return names;
    }
    for (const CurveParameter& parameter : parametersOf(*curve)) {
        if (!find(*curve, parameter.name)) {
            names.push_back(parameter.name);
        }
    }
    return names;
}

void ThresholdFinder::update()
{
    const std::vector<std::string> names = missing();
    if (names.empty()) {
        m_pause.stop();
        m_job.cancel();
        return;
    }
    const Scene& scene = m_session.scene();
    const CurveSpec& curve = *scene.find(scene.activeCurve);
    const bool isUnderWay =
        m_job.isBusy() && std::ranges::all_of(m_sought, [&](const std::string& parameter) {
            return ParameterThresholds{m_soughtCurve, m_soughtOn, parameter, {}}.belongTo(curve, scene.judgement);
        });
    if (!isUnderWay) {
        m_job.cancel();
        m_pause.start();
    }
}

void ThresholdFinder::start()
{
    m_sought = missing();
    const Scene& scene = m_session.scene();
    const CurveSpec* curve = scene.find(scene.activeCurve);
    if (m_sought.empty() || !curve) {
        return;
    }
    m_soughtCurve = *curve;
    m_soughtOn = scene.judgement;
    m_job.start([curve = m_soughtCurve, on = m_soughtOn, names = m_sought](const std::stop_token& stop) {
        Found all;
        for (const std::string& name : names) {
            // Also where there is nothing to find, so that it is not looked for again.
            all.push_back(
                parameterThresholds(curve, on, name, stop).value_or(ParameterThresholds{curve, on, name, {}}));
        }
        return all;
    });
}

void ThresholdFinder::take(Found found)
{
    m_found.insert(m_found.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    if (m_found.size() > kMostKept) {
        m_found.erase(m_found.begin(), m_found.end() - static_cast<std::ptrdiff_t>(kMostKept));
    }
    emit changed();
}

void ThresholdFinder::addTo(std::vector<CurveCardState>& cards) const
{
    const Scene& scene = m_session.scene();
    if (!scene.judgement.shown) {
        return;
    }
    for (CurveCardState& card : cards) {
        const CurveSpec* curve = scene.find(card.spec.id);
        for (CurveParameter& parameter : card.parameters) {
            const ParameterThresholds* known = curve ? find(*curve, parameter.name) : nullptr;
            if (!known) {
                continue;
            }
            for (const convexity::Threshold& threshold : known->list.thresholds) {
                parameter.changes.push_back({threshold.mark, thresholdText(threshold, scene.naming, scene.language)});
            }
        }
    }
}

} // namespace secant
