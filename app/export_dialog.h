#pragma once

#include <QDialog>

#include "core/scene/scene.h"
#include "widgets/export/figure_export.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace secant {

/// Size, resolution and ground of an exported figure. The file is asked for afterwards; its ending is the format.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// Starts with the size that the figure has on the screen.
    ExportDialog(QSize figureSize, bool windowDark, QWidget* parent = nullptr);

    [[nodiscard]] ExportOptions options() const;
    [[nodiscard]] FigureTheme theme() const;

private:
    void createForm();
    void updateSummary();
    void applyPreset(int index);

    QSize m_figureSize;
    bool m_windowDark;
    QComboBox* m_preset = nullptr;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_height = nullptr;
    QComboBox* m_dpi = nullptr;
    QComboBox* m_theme = nullptr;
    QCheckBox* m_transparent = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace secant
