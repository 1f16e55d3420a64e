#pragma once

#include <array>
#include <utility>
#include <vector>

#include <QMenu>

#include "core/scene/scene.h"

namespace secant {

class Session;

/// Where the plot looks and what panes and chords it has.
class PlotMenu : public QMenu {
    Q_OBJECT

public:
    explicit PlotMenu(Session& session, QWidget* parent = nullptr);

    void update(const Scene& scene);

    [[nodiscard]] QAction* homeAction() const { return m_home; }
    [[nodiscard]] QAction* fitAction() const { return m_fit; }
    [[nodiscard]] QAction* squareAction() const { return m_square; }
    /// Linear or logarithmic: x, then y.
    [[nodiscard]] const std::array<QAction*, 2>& scaleActions() const { return m_scales; }
    [[nodiscard]] QAction* chordAction() const { return m_chord; }
    [[nodiscard]] const std::vector<std::pair<PaneKind, QAction*>>& paneActions() const { return m_panes; }

private:
    void createPaneActions(Session& session);
    void createScaleActions(Session& session);

    QAction* m_home = nullptr;
    QAction* m_fit = nullptr;
    QAction* m_square = nullptr;
    QAction* m_chord = nullptr;
    std::array<QAction*, 2> m_scales{};
    std::vector<std::pair<PaneKind, QAction*>> m_panes;
};

} // namespace secant
