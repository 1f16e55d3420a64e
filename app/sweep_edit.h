#pragma once

#include <vector>

#include <QWidget>

#include "core/figure/sweep.h"

class QComboBox;

namespace secant {

class NumberEdit;

/// Which slider an animation moves, and from where to where: over the slider's length unless it is said otherwise.
class SweepEdit : public QWidget {
    Q_OBJECT

public:
    explicit SweepEdit(const Scene& scene, QWidget* parent = nullptr);

    /// Without its number of frames; nothing if no curve has a parameter.
    [[nodiscard]] std::optional<Sweep> sweep() const;
    /// Why it cannot be, in the language of the window; empty if it can.
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    void choose(int index);
    NumberEdit* createEnd(const QString& name, double Sweep::*end);

    const Scene m_scene;
    std::vector<Sweep> m_sweeps;
    QComboBox* m_parameter = nullptr;
    NumberEdit* m_from = nullptr;
    NumberEdit* m_to = nullptr;
};

} // namespace secant
