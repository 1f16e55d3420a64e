#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include "widgets/plot/figure_view_p.h"

namespace secant {
namespace {

constexpr double kZoomPerNotch = 1.2;
constexpr double kZoomPerKey = 1.25;
constexpr double kPanPerKey = 0.1;

} // namespace

bool FigureView::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::NativeGesture:
        if (d->nativeGesture(*static_cast<QNativeGestureEvent*>(event))) {
            return true;
        }
        break;
    case QEvent::Gesture:
        if (d->pinch(*static_cast<QGestureEvent*>(event))) {
            return true;
        }
        break;
    case QEvent::ToolTip:
        d->showToolTip(*static_cast<QHelpEvent*>(event));
        return true;
    default:
        break;
    }
    return QWidget::event(event);
}

void FigureView::mousePressEvent(QMouseEvent* event)
{
    d->press(event->position(), event->button(), event->modifiers());
}

void FigureView::mouseMoveEvent(QMouseEvent* event)
{
    d->move(event->position());
}

void FigureView::mouseReleaseEvent(QMouseEvent* event)
{
    d->release(event->position(), event->globalPosition().toPoint());
}

void FigureView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        d->doubleClick(event->position());
    }
}

void FigureView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    d->leave();
}

void FigureView::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0.0) {
        d->zoomAt(event->position(), std::pow(kZoomPerNotch, -std::clamp(notches, -10.0, 10.0)));
    }
    event->accept();
}

void FigureView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        d->panStill(-kPanPerKey, 0.0);
        break;
    case Qt::Key_Right:
        d->panStill(kPanPerKey, 0.0);
        break;
    case Qt::Key_Up:
        d->panStill(0.0, kPanPerKey);
        break;
    case Qt::Key_Down:
        d->panStill(0.0, -kPanPerKey);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        d->zoomStill(1.0 / kZoomPerKey);
        break;
    case Qt::Key_Minus:
        d->zoomStill(kZoomPerKey);
        break;
    case Qt::Key_Home:
        emit homeRequested();
        break;
    case Qt::Key_Escape:
        d->abandonBox();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

void FigureView::contextMenuEvent(QContextMenuEvent* event)
{
    // With the mouse the menu comes on release, since the right button also draws boxes.
    if (event->reason() == QContextMenuEvent::Keyboard) {
        emit contextMenuRequested(mapToGlobal(rect().center()));
    }
    event->accept();
}

} // namespace secant
