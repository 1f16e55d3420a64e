#pragma once

#include <QTimer>
#include <QWidget>

#include "core/figure/findings.h"
#include "core/scene/scene.h"
#include "widgets/export/figure_export.h"

namespace secant {

/// Shows what an export will look like, in the room that there is; on request in grey, as a printer without colours
/// would have it. Drawn shortly after the last change, not at each.
class ExportPreview : public QWidget {
    Q_OBJECT

public:
    explicit ExportPreview(QWidget* parent = nullptr);

    void show(const Scene& scene, const ExportOptions& options);
    void setGrey(bool grey);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void render();
    [[nodiscard]] QRectF pictureRect() const;

    Scene m_scene;
    Findings m_findings; ///< Of the scene.
    ExportOptions m_options;
    bool m_grey = false;
    QImage m_image;
    QTimer m_pause;
};

} // namespace secant
