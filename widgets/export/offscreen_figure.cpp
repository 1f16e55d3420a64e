#include "widgets/export/offscreen_figure.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

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

Budget firstGuess(const QSize& size)
{
    Budget budget;
    budget.paneWidthPx = size.width();
    budget.paneHeightPx.fill(size.height() / 2.0);
    return budget;
}

} // namespace

OffscreenFigure::OffscreenFigure(const FigureSource& source, const ExportOptions& options, double scale)
    : m_size(options.size), m_scale(scale), m_transparent(options.transparent), m_view(std::make_unique<FigureView>())
{
    m_view->setMinimumSize(1, 1);
    m_view->setFont(exportFont(options.fontFamily));
    m_view->setTextScale(options.textScale);
    m_view->setLineScale(options.lineScale);
    m_view->setWindowDark(options.windowDark);
    m_view->setInteractionHints(false);
    m_view->resize(options.size);
    show(source);
}

void OffscreenFigure::show(const FigureSource& source)
{
    // Where the panes come to lie depends on the width of the tick labels, and the curves on the panes.
    m_view->setFigure(source(scaled(firstGuess(m_size), m_scale)));
    m_view->setFigure(source(scaled(m_view->budget(), m_scale / m_view->devicePixelRatioF())));
}

OffscreenFigure::~OffscreenFigure() = default;

void OffscreenFigure::paint(QPainter& painter, bool vector) const
{
    m_view->paint(painter, vector, !m_transparent);
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
