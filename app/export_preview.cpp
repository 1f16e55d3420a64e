#include "app/export_preview.h"

#include <algorithm>
#include <utility>

#include <QPainter>

#include "core/figure/compose.h"

namespace secant {
namespace {

constexpr int kPauseMs = 60;
constexpr double kMargin = 12.0;
constexpr int kSquare = 8; ///< Of the pattern that stands for no ground.

void paintNoGround(QPainter& painter, const QRectF& rect)
{
    painter.fillRect(rect, QColor(255, 255, 255));
    QImage tile(2 * kSquare, 2 * kSquare, QImage::Format_RGB32);
    tile.fill(Qt::white);
    QPainter onTile(&tile);
    onTile.fillRect(0, 0, kSquare, kSquare, QColor(224, 224, 224));
    onTile.fillRect(kSquare, kSquare, kSquare, kSquare, QColor(224, 224, 224));
    onTile.end();
    painter.fillRect(rect, QBrush(tile));
}

} // namespace

ExportPreview::ExportPreview(QWidget* parent)
    : QWidget(parent), m_job([this](Composed composed) { take(std::move(composed)); })
{
    setMinimumSize(360, 280);
    setAccessibleName(tr("Preview"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ExportPreview::render);
}

void ExportPreview::show(const Scene& scene, const ExportOptions& options)
{
    if (m_scene != scene) {
        m_scene = scene;
        m_findings.reset();
    }
    m_options = options;
    m_pause.start();
}

void ExportPreview::setGrey(bool grey)
{
    m_grey = grey;
    m_pause.start();
}

void ExportPreview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_pause.start();
}

QRectF ExportPreview::pictureRect() const
{
    const QSizeF room(std::max(1.0, width() - 2.0 * kMargin), std::max(1.0, height() - 2.0 * kMargin));
    QRectF rect(QPointF(), QSizeF(m_options.size).scaled(room, Qt::KeepAspectRatio));
    rect.moveCenter(QRectF(this->rect()).center());
    return rect;
}

/// The layout is that of the real size; only the pixels are fewer or more.
ExportOptions ExportPreview::shownOptions() const
{
    ExportOptions options = m_options;
    options.format = ExportFormat::Png;
    const double scale = pictureRect().width() / options.size.width() * devicePixelRatioF();
    options.dpi = std::clamp(scale * kLayoutDpi, kMinExportDpi, kMaxExportDpi);
    return options;
}

void ExportPreview::render()
{
    if (m_options.size.isEmpty()) {
        return;
    }
    m_drawn = shownOptions();
    m_isRefused = blankImage(m_drawn).isNull();
    if (m_isRefused) {
        m_job.cancel();
        m_image = {};
        update();
        return;
    }
    m_picture.emplace(m_drawn, m_drawn.dpi / kLayoutDpi);
    m_isLaidOut = false;
    compose(m_picture->firstBudget());
}

void ExportPreview::compose(const Budget& budget)
{
    m_job.start([scene = m_scene, budget, known = m_findings](const std::stop_token& stop) {
        Composed composed{known ? *known : findingsToDraw(scene, stop), {}};
        composed.figure = composeWhole(scene, budget, composed.findings, stop);
        return composed;
    });
}

void ExportPreview::take(Composed composed)
{
    m_findings = std::move(composed.findings);
    m_picture->show(composed.figure);
    if (!std::exchange(m_isLaidOut, true)) {
        compose(m_picture->laidOutBudget());
        return;
    }
    paintPicture();
}

void ExportPreview::paintPicture()
{
    m_image = blankImage(m_drawn);
    m_isRefused = !m_picture->paintOn(m_image);
    if (m_isRefused) {
        m_image = {};
    }
    if (m_grey && !m_image.isNull()) {
        const QImage alpha = m_image.convertToFormat(QImage::Format_Alpha8);
        m_image = m_image.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_ARGB32);
        m_image.setAlphaChannel(alpha);
    }
    update();
}

void ExportPreview::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_image.isNull() && !m_isRefused) {
        return;
    }
    if (m_image.isNull()) {
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("There is no preview of this size."));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF target = pictureRect();
    if (m_options.transparent) {
        paintNoGround(painter, target);
    }
    painter.drawImage(target, m_image, QRectF(m_image.rect()));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(target.adjusted(-0.5, -0.5, 0.5, 0.5));
}

} // namespace secant
