#pragma once

#include <array>
#include <vector>

#include <QFrame>
#include <QTimer>

#include "core/figure/findings.h"
#include "core/scene/scene.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace secant {

/// What is known of the active curve on the interval of judgement: the words, how sure they are and why.
class VerdictCard : public QFrame {
    Q_OBJECT

public:
    explicit VerdictCard(QWidget* parent = nullptr);

    /// `judged` belongs to the scene, or is null while nothing is known. `isLonger`: a search that may take seconds.
    void setVerdict(const Scene& scene, const JudgedCurve* judged, bool isJudging, bool isLonger);

signals:
    void whyToggled(bool shown);
    void longerRequested();
    void stopRequested();
    void rangeRequested(const Range& x); ///< A chord there is to be brought into view.

private:
    void createWays();
    void createButtons();
    void showWays(const Scene& scene, const convexity::Verdict& verdict);
    void showProgress(bool isJudging, bool isLonger);
    [[nodiscard]] QString whyText(const Scene& scene, const convexity::Verdict& verdict) const;

    QLabel* m_word = nullptr;
    QLabel* m_standing = nullptr;
    QLabel* m_reason = nullptr;
    QLabel* m_trend = nullptr; ///< Increasing or decreasing, said apart from the shape.
    QCheckBox* m_why = nullptr;
    std::array<QPushButton*, 2> m_ways{}; ///< To the chords that are out of sight.
    std::vector<Range> m_hidden;
    QPushButton* m_longer = nullptr;
    QPushButton* m_stop = nullptr;
    QProgressBar* m_progress = nullptr;
    QTimer m_tick;
};

} // namespace secant
