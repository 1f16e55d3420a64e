#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QObject>

#include "app/latest_job.h"
#include "app/once_per_turn.h"
#include "app/session.h"
#include "core/figure/curve_notes.h"
#include "widgets/panels/facts_panel.h"

namespace secant {

/// Finds out what is true of a session's active curve: within the frame where a contract tells, else on a worker,
/// whose answer is dropped if the curve has changed by then.
class FactsFinder : public QObject {
    Q_OBJECT

public:
    explicit FactsFinder(const Session& session, QObject* parent = nullptr);

    /// What is known now.
    [[nodiscard]] FactsState state() const;

signals:
    void changed(); ///< state() is another one.

private:
    struct Found {
        CurveFacts facts;
        CurveNotes notes;
    };

    void update();
    [[nodiscard]] const CurveSpec* active() const;
    [[nodiscard]] std::vector<std::pair<QString, QString>> comparable(const CurveSpec& active) const;

    const Session& m_session;
    OncePerTurn m_update;
    std::optional<Found> m_found;
    LatestJob<std::optional<Found>> m_job;
};

/// "silu(x)" as a sentence, and the largest gap of a difference.
[[nodiscard]] std::vector<FactNote> factNotes(const CurveNotes& notes, Language language);

} // namespace secant
