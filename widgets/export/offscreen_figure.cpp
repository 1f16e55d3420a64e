#include "widgets/export/offscreen_figure.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>

#include "widgets/export/gui_thread.h"
#include "widgets/plot/figure_view.h"

namespace secant {

namespace {

/// The view counts in device pixels of the screen that it would be on; a picture has its own.
Budget scaled(Budget budget, double factor)
{
    budget.paneWidthPx *= factor;
    for (double& height : budget.paneHeightPx)
        height *= factor;
    budget.tickSpacingPx *= factor;
    return budget;
}

} // namespace

OffscreenFigure::OffscreenFigure(const ExportOptions& options, double scale)
    : m_size(options.size), m_scale(scale), m_transparent(options.transparent)
{
    onGuiThread([&] {
        m_view = std::make_unique<FigureView>();
        m_view->setMinimumSize(1, 1);
        m_view->setFont(exportFont(options.fontFamily));
        m_view->setTextScale(options.textScale);
        m_view->setLineScale(options.lineScale);
        m_view->setWindowDark(options.windowDark);
        m_view->setInteractionHints(false);
        m_view->resize(options.size);
    });
}

OffscreenFigure::OffscreenFigure(const FigureSource& source, const ExportOptions& options, double scale)
    : OffscreenFigure(options, scale)
{
    show(source);
}

OffscreenFigure::~OffscreenFigure()
{
    onGuiThread([this] { m_view.reset(); });
}

void OffscreenFigure::show(const FigureSource& source)
{
    show(source(firstBudget()));
    show(source(laidOutBudget()));
}

Budget OffscreenFigure::firstBudget() const
{
    Budget budget;
    budget.paneWidthPx = m_size.width();
    budget.paneHeightPx.fill(m_size.height() / 2.0);
    return scaled(budget, m_scale);
}

Budget OffscreenFigure::laidOutBudget() const
{
    Budget budget;
    onGuiThread([&] { budget = scaled(m_view->budget(), m_scale / m_view->devicePixelRatioF()); });
    return budget;
}

void OffscreenFigure::show(const Figure& figure)
{
    onGuiThread([&] { m_view->setFigure(figure); });
}

void OffscreenFigure::paint(QPainter& painter, bool vector) const
{
    m_view->paint(painter, vector, !m_transparent);
}

bool OffscreenFigure::paintOn(QImage& image) const
{
    bool isPainted = false;
    onGuiThread([&] {
        QPainter painter;
        if (painter.begin(&image)) {
            painter.scale(m_scale, m_scale); // Qt takes no device pixel ratio below 1.
            paint(painter, false);
            isPainted = painter.end();
        }
    });
    return isPainted;
}

QFont exportFont(const QString& family)
{
    QStringList families;
    if (!family.isEmpty() && QFontDatabase::hasFamily(family))
        families << family;
    for (const QString& usual : {QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC")}) {
        if (QFontDatabase::hasFamily(usual))
            families << usual;
    }
    QFont font = QApplication::font();
    families << QFontInfo(font).family();
    families.removeDuplicates();
    font.setFamilies(families);
    return font;
}

} // namespace secant
