#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QWidget>

#include "core/figure/curve_facts.h"
#include "core/scene/scene.h"

namespace secant {

/// A sentence above the facts: what the formula is, or how large a difference gets.
struct FactNote {
    QString text;
    Assurance assurance = Assurance::Unknown;
};

/// What the facts card shows.
struct FactsState {
    QString name;                    ///< Of the active curve; empty if there is none.
    std::optional<CurveFacts> facts; ///< Nothing while they are not known yet, or the formula is none.
    bool isPending = false;          ///< They are being found out; what is shown may belong to the curve before.
    std::vector<FactNote> notes;
    std::vector<std::pair<QString, QString>> others; ///< What it can be compared with: a key and a name.
    FactSelection shown;                             ///< Drawn on the plot.
    Language language = Language::English;
    Naming naming = Naming::International;
};

/// All that is true of the active curve, a row each with how far it can be trusted. A click on a row draws the fact on
/// the plot and a second one removes it. Below: what frameworks return at kinks, who ships it, the paper, what it is
/// for.
class FactsPanel : public QWidget {
    Q_OBJECT

public:
    explicit FactsPanel(QWidget* parent = nullptr);
    ~FactsPanel() override;

    void setState(const FactsState& state);

signals:
    void factToggled(FactKind kind, bool shown);
    void differenceRequested(const QString& key); ///< Of the active curve and the one with that key.
    void watched(bool isWatched);                 ///< It came into sight or went out of it.

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace secant
