#pragma once

#include <string>
#include <vector>

#include <QObject>
#include <QTimer>

#include "app/latest_job.h"
#include "app/session.h"
#include "core/figure/parameter_thresholds.h"

namespace secant {

/// Finds out on a worker where along the parameters of the active curve the verdict on the interval of judgement
/// changes, once a drag pauses; only while the interval is shown. Keeps what it found for as long as it may hold again.
class ThresholdFinder : public QObject {
    Q_OBJECT

public:
    explicit ThresholdFinder(const Session& session, QObject* parent = nullptr);

    /// Puts what is known of each curve's parameters on its sliders, in the words of the scene.
    void addTo(std::vector<CurveCardState>& cards) const;
    [[nodiscard]] bool isBusy() const { return m_pause.isActive() || m_job.isBusy(); }

signals:
    void changed(); ///< addTo() has another answer.

private:
    using Found = std::vector<ParameterThresholds>;

    void update();
    void start();
    void take(Found found);
    [[nodiscard]] std::vector<std::string> missing() const;
    [[nodiscard]] const ParameterThresholds* find(const CurveSpec& curve, const std::string& parameter) const;

    const Session& m_session;
    Found m_found; ///< The newest last.
    CurveSpec m_soughtCurve;
    JudgementSpec m_soughtOn;
    std::vector<std::string> m_sought; ///< The parameters that m_job looks along.
    QTimer m_pause;
    LatestJob<Found> m_job;
};

} // namespace secant
