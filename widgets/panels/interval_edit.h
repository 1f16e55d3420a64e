#pragma once

#include <QWidget>

#include "core/scene/judgement.h"
#include "widgets/plot/figure_view.h"

class QPushButton;
class QToolButton;

namespace secant {

class MessageLabel;
class NumberEdit;

/// The two ends of an interval: typed, stepped by arrow keys, closed or open by the bracket beside each, infinite by ∞.
class IntervalEdit : public QWidget {
    Q_OBJECT

public:
    explicit IntervalEdit(QWidget* parent = nullptr);

    void setInterval(const JudgementSpec& interval, const Range& view);

signals:
    void edited(const JudgementSpec& interval, EditPhase phase);

private:
    struct End {
        QToolButton* bracket = nullptr;
        NumberEdit* number = nullptr;
        QToolButton* infinity = nullptr;
    };

    End createEnd(bool isLow);
    void moveEnd(bool isLow, double to);
    void stepEnd(bool isLow, int steps, bool fine);
    void showEnd(const End& end, double at, bool closed, bool isLow);
    void edit(const JudgementSpec& next);

    JudgementSpec m_interval;
    Range m_view;
    End m_low;
    End m_high;
    MessageLabel* m_message = nullptr;
};

} // namespace secant
