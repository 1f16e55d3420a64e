#include "app/side_panel.h"

#include <algorithm>

#include <QEvent>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace secant {
namespace {

constexpr int kSideWidth = 300;
constexpr int kLeastCurvesHeight = 120;

} // namespace

SidePanel::SidePanel(QWidget* curves, QWidget* parent) : QWidget(parent), m_curves(curves)
{
    setObjectName(QStringLiteral("sidePanel"));
    setMinimumWidth(kSideWidth);
    m_curvesArea = scrolled(curves);
    curves->installEventFilter(this);
    m_pages = new QTabWidget(this);
    m_pages->setObjectName(QStringLiteral("sidePages"));
    m_pages->setDocumentMode(true);
    m_pages->setTabBarAutoHide(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_curvesArea);
    column->addWidget(m_pages, 1);
}

QScrollArea* SidePanel::scrolled(QWidget* content)
{
    auto* area = new QScrollArea(this);
    area->setProperty("side", true);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setProperty("side", true);
    return area;
}

void SidePanel::addPage(QWidget* page, const QString& title, const QString& tip)
{
    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page);
    column->addStretch(1);
    const int index = m_pages->addTab(scrolled(sheet), title);
    m_pages->setTabToolTip(index, tip);
}

void SidePanel::showPage(QWidget* page)
{
    for (int index = 0; index < m_pages->count(); ++index) {
        if (m_pages->widget(index)->isAncestorOf(page)) {
            m_pages->setCurrentIndex(index);
        }
    }
}

void SidePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitCurves();
}

bool SidePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_curves && event->type() == QEvent::LayoutRequest) {
        fitCurves();
    }
    return QWidget::eventFilter(watched, event);
}

void SidePanel::fitCurves()
{
    const int wanted = std::max(0, m_curves->sizeHint().height());
    m_curvesArea->setFixedHeight(std::min(wanted, std::max(height() / 2, kLeastCurvesHeight)));
}

} // namespace secant
