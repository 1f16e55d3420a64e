#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QObject>
#include <QTimer>

#include "app/latest_job.h"
#include "app/once_per_turn.h"
#include "app/session.h"
#include "core/figure/curve_notes.h"
#include "widgets/panels/facts_panel.h"

namespace secant {

/// Finds out on a worker what is true of a session's active curve, while somebody looks.
class FactsFinder : public QObject {
    Q_OBJECT

public:
    explicit FactsFinder(const Session& session, QObject* parent = nullptr);

    /// Whether anybody looks; at first nobody does, and nothing is found out.
    void setWatched(bool watched);
    /// What is known now.
    [[nodiscard]] FactsState state() const;

signals:
    void changed(); ///< state() is another one.

private:
    struct Found {
        CurveSpec curve;
        std::optional<CurveFacts> facts; ///< Nothing where the formula is none.
        CurveNotes notes;
    };

    void update();
    void start(const CurveSpec& curve);
    [[nodiscard]] bool isKnown(const CurveSpec& curve) const;
    [[nodiscard]] bool isPending(const CurveSpec& curve) const;
    [[nodiscard]] const CurveSpec* active() const;
    [[nodiscard]] std::vector<std::pair<QString, QString>> comparable(const CurveSpec& active) const;

    const Session& m_session;
    OncePerTurn m_update;
    bool m_isWatched = false;
    std::optional<Found> m_found;
    QTimer m_patience;
    bool m_isLate = false; ///< m_patience is over, and the facts of the curve as it is are not there yet.
    LatestJob<Found> m_job;
};

/// "silu(x)" as a sentence, and the largest gap of a difference.
[[nodiscard]] std::vector<FactNote> factNotes(const CurveNotes& notes, Language language);

} // namespace secant
