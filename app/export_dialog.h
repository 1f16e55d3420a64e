#pragma once

#include <QDialog>

#include "app/export_choices.h"
#include "core/scene/scene.h"
#include "widgets/export/figure_export.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace secant {

class ExportPreview;
class SweepEdit;

/// Format, size, resolution, type and ground of an exported figure, with a preview of it. The file is asked for
/// afterwards. What is chosen is remembered for the next time.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// How the dialog was left, beside being cancelled.
    enum class Way { SaveAs, CopyPicture, CopySvg, Print };

    /// `figureSize` is the size that the figure has on the screen, `choices` what was chosen the last time.
    ExportDialog(const Scene& scene, QSize figureSize, bool windowDark, const ExportChoices& choices,
                 QWidget* parent = nullptr);

    [[nodiscard]] ExportOptions options() const;
    /// The scene in the look that was chosen.
    [[nodiscard]] Scene scene() const;
    [[nodiscard]] const ExportChoices& choices() const { return m_choices; }
    [[nodiscard]] Way way() const { return m_way; }

private:
    QWidget* createForm();
    void addFormat(QFormLayout* form);
    void addSize(QFormLayout* form);
    void addResolution(QFormLayout* form);
    void addLook(QFormLayout* form);
    void addType(QFormLayout* form);
    void addAnimation(QFormLayout* form);
    QWidget* createButtons();
    void showChoices();
    void takeChoices();
    void applyPreset(int index);
    void changeUnit();
    void takeSize();
    void showSize();
    void update();
    void leave(Way way);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] ExportProblem problem() const;

    Scene m_scene;
    QSize m_figureSize;
    bool m_windowDark;
    ExportChoices m_choices;
    Way m_way = Way::SaveAs;
    bool m_showing = false; ///< The fields are being filled and answer nothing.

    QComboBox* m_format = nullptr;
    QComboBox* m_preset = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QComboBox* m_unit = nullptr;
    QSpinBox* m_dpi = nullptr;
    QComboBox* m_theme = nullptr;
    QCheckBox* m_transparent = nullptr;
    QFontComboBox* m_font = nullptr;
    QSpinBox* m_fontScale = nullptr;
    QSpinBox* m_lineScale = nullptr;
    QCheckBox* m_outlines = nullptr;
    QCheckBox* m_include = nullptr;
    SweepEdit* m_sweep = nullptr;
    QSpinBox* m_frames = nullptr;
    QSpinBox* m_fps = nullptr;
    QLabel* m_summary = nullptr;
    ExportPreview* m_preview = nullptr;
    QList<QPushButton*> m_doers; ///< Buttons that need options that can be made.
};

} // namespace secant
