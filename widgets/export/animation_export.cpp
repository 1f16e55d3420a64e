#include "widgets/export/animation_export.h"

#include <QCoreApplication>

#include "widgets/export/animation.h"
#include "widgets/export/export_file.h"
#include "widgets/export/offscreen_figure.h"

namespace secant {

namespace {

class AnimationExport {
    Q_DECLARE_TR_FUNCTIONS(AnimationExport)
};

class Animation {
public:
    Animation(const Scene& scene, const ExportOptions& options, const ExportProgress& progress)
        : m_scene(scene),
          m_options(options),
          m_progress(progress),
          m_size(static_cast<int>(pixelSide(options.size.width(), options.dpi)),
                 static_cast<int>(pixelSide(options.size.height(), options.dpi)))
    {
        // Neither a GIF nor a film has a use for half transparent pixels.
        m_options.transparent = false;
    }

    [[nodiscard]] Ending writeTo(QIODevice& device) const
    {
        const auto writer = m_options.format == ExportFormat::Gif ? gifWriter(device, m_size, m_options.frameMs)
                                                                  : webpWriter(device, m_size, m_options.frameMs);
        const double scale = m_options.dpi / kLayoutDpi;
        const Scene first = frame(0);
        OffscreenFigure figure(sourceOf(first), m_options, scale);
        QImage image(m_size, QImage::Format_RGB32);
        if (image.isNull())
            return Ending::Failed;
        for (int i = 0; i < frames(); ++i) {
            const Scene now = frame(i);
            if (i > 0)
                figure.show(sourceOf(now));
            if (!figure.paintOn(image) || !writer->add(image))
                return Ending::Failed;
            if (m_progress && !m_progress(i + 1, frames()))
                return Ending::Stopped;
        }
        return writer->finish() ? Ending::Written : Ending::Failed;
    }

private:
    [[nodiscard]] int frames() const { return m_options.sweep ? m_options.sweep->frames : 1; }
    [[nodiscard]] Scene frame(int index) const
    {
        return m_options.sweep ? sceneAt(m_scene, *m_options.sweep, index) : m_scene;
    }

    const Scene& m_scene;
    ExportOptions m_options;
    const ExportProgress& m_progress;
    QSize m_size;
};

} // namespace

ExportProblem exportAnimation(const Scene& scene, const ExportOptions& options, const QString& fileName,
                              const ExportProgress& progress)
{
    if (options.sweep) {
        if (const auto problem = sweepProblem(scene, *options.sweep))
            return AnimationExport::tr("The animation cannot be made: %1.").arg(QString::fromStdString(*problem));
    }
    const Animation animation(scene, options, progress);
    return replaceFileUnlessStopped(fileName, [&animation](QIODevice& device) { return animation.writeTo(device); });
}

} // namespace secant
