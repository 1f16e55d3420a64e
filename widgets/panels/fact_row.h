#pragma once

#include <QAbstractButton>

#include "widgets/panels/fact_sentences.h"

class QLabel;

namespace secant {

/// One fact: title and assurance above, the fact below. Checked while it is drawn on the plot; a fact that has nothing
/// to draw is text alone and is passed over by Tab.
class FactRow : public QAbstractButton {
    Q_OBJECT

public:
    explicit FactRow(QWidget* parent = nullptr);

    void setSentence(const FactSentence& sentence);
    void setFaded(bool faded); ///< It may not be true any more: something newer is being found out.

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    void applyColors();

    FactSentence m_sentence;
    bool m_isFaded = false;
    QLabel* m_title = nullptr;
    QLabel* m_badge = nullptr;
    QLabel* m_text = nullptr;
};

} // namespace secant
