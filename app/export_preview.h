#pragma once

#include <optional>

#include <QTimer>
#include <QWidget>

#include "app/latest_job.h"
#include "core/figure/figure.h"
#include "core/figure/findings.h"
#include "core/scene/scene.h"
#include "widgets/export/figure_export.h"
#include "widgets/export/offscreen_figure.h"

namespace secant {

/// Shows what an export will look like, in the room that there is; on request in grey, as a printer without colours
/// would have it. Drawn shortly after the last change, not at each; composed on a worker.
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
    struct Composed {
        Findings findings;
        Figure figure;
    };

    void render();
    void compose(const Budget& budget);
    void take(Composed composed);
    void paintPicture();
    [[nodiscard]] QRectF pictureRect() const;
    [[nodiscard]] ExportOptions shownOptions() const;

    Scene m_scene;
    std::optional<Findings> m_findings; ///< Of the scene.
    ExportOptions m_options;
    bool m_grey = false;
    QImage m_image; ///< The last picture that was ready.
    QTimer m_pause;
    ExportOptions m_drawn; ///< What m_picture is for.
    std::optional<OffscreenFigure> m_picture;
    bool m_isLaidOut = false; ///< m_picture shows a figure, by which its panes lie where they belong.
    bool m_isRefused = false; ///< No such picture can be made.
    LatestJob<Composed> m_job;
};

} // namespace secant
