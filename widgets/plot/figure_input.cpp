#include <algorithm>
#include <cmath>
#include <utility>

#include <QGestureEvent>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QToolTip>

#include "widgets/plot/figure_view_p.h"
#include "widgets/plot/view_edit.h"

namespace secant {
namespace {

constexpr double kDragThreshold = 3.0; // Pixels; less is a click.
constexpr double kCurveReach = 6.0;
constexpr double kHandleReach = 10.0;
constexpr double kDotReach = 7.0;
constexpr double kSnapReach = 7.0;
constexpr double kSmallestBox = 5.0;

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

Qt::CursorShape cursorFor(const Zone& zone)
{
    if (zone.isPlane() || zone.isNowhere()) {
        return Qt::ArrowCursor;
    }
    return zone.x ? Qt::SizeHorCursor : Qt::SizeVerCursor;
}

} // namespace

Zone FigureView::Private::zoneAt(QPointF at) const
{
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        const QRectF rect = paneRectF(i);
        if (rect.contains(at)) {
            return {.pane = i, .x = true};
        }
        if (at.x() < rect.left() && at.y() >= rect.top() && at.y() <= rect.bottom()) {
            return {.pane = i, .x = false};
        }
    }
    if (figure.panes.empty()) {
        return {};
    }
    const QRectF lowest = paneRectF(figure.panes.size() - 1);
    const bool below = at.y() > lowest.bottom() && at.x() >= lowest.left() && at.x() <= lowest.right();
    return {.pane = std::nullopt, .x = below};
}

std::optional<int> FigureView::Private::curveAt(QPointF at) const
{
    const Zone zone = zoneAt(at);
    if (!zone.isPlane()) {
        return std::nullopt;
    }
    const PlotMap map = mapOf(*zone.pane);
    const QRectF around(at - QPointF(kCurveReach, kCurveReach), QSizeF(2 * kCurveReach, 2 * kCurveReach));
    double nearest = kCurveReach;
    std::optional<int> found;
    for (const Ink& ink : figure.panes[*zone.pane].inks) {
        for (const auto& run : ink.runs) {
            for (const Polyline& piece : clipped(inPixels(run, map), around)) {
                const double away = distanceTo(piece, at);
                // Of two curves that lie on each other the later one is seen.
                if (away <= nearest) {
                    nearest = away;
                    found = ink.curve;
                }
            }
        }
    }
    return found;
}

std::vector<ChordHandle> FigureView::Private::chordHandles() const
{
    std::vector<ChordHandle> handles;
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        if (figure.panes[i].kind != PaneKind::Value) {
            continue;
        }
        const PlotMap map = mapOf(i);
        const QRectF room = interior(map.rect).adjusted(4.0, 8.0, -4.0, -8.0);
        const auto add = [&](std::size_t chordAt, ChordPart part, const FigurePoint& point) {
            // Undefined or out of sight above or below: the handle stays at the edge, so that it can be fetched back.
            const double y = std::isfinite(point.y) ? point.y : map.y.min;
            QPointF at = map.toPixel(point.x, y);
            at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom())));
            if (at.x() >= room.left() && at.x() <= room.right()) {
                handles.push_back({.chord = static_cast<int>(chordAt), .part = part, .at = at});
            }
        };
        const std::vector<ChordInk>& chords = figure.panes[i].chords;
        for (std::size_t c = 0; c < chords.size(); ++c) {
            if (chords[c].defined) {
                add(c, ChordPart::Lambda, chords[c].onChord);
            }
            add(c, ChordPart::First, chords[c].first);
            add(c, ChordPart::Second, chords[c].second);
        }
    }
    addFigureHandles(handles);
    return handles;
}

void FigureView::Private::addFigureHandles(std::vector<ChordHandle>& handles) const
{
    if (figure.panes.empty()) {
        return;
    }
    const PlotMap map = mapOf(0);
    const QRectF room = interior(map.rect);
    for (std::size_t i = 0; i < figure.handles.size(); ++i) {
        const Handle& handle = figure.handles[i];
        const bool isLow = handle.kind == HandleKind::JudgementLow;
        const bool isEnd = isLow || handle.kind == HandleKind::JudgementHigh;
        QPointF at = isEnd && figure.judgement ? judgementEnd(*figure.judgement, isLow, map)
                                               : map.toPixel(handle.at.x, handle.at.y);
        // Out of sight above or below, it waits at the edge to be fetched back.
        at.setY(std::clamp(at.y(), room.top() + 8.0, std::max(room.top() + 8.0, room.bottom() - 8.0)));
        if (std::isfinite(at.y()) && room.contains(at)) {
            handles.push_back({.chord = static_cast<int>(i), .part = ChordPart::Handle, .at = at});
        }
    }
}

void FigureView::Private::dragHandle(QPointF at, EditPhase phase)
{
    const PlotMap map = mapOf(0);
    const QRectF room = interior(map.rect);
    const QPointF to = map.toData(at);
    handleTarget = {to.x(), to.y()};
    double nearest = kSnapReach;
    for (const double snap : held.snaps) {
        const double away = std::abs(map.toPixel(snap, 0.0).x() - at.x());
        if (away < nearest) {
            nearest = away;
            handleTarget.x = snap;
        }
    }
    if (at.x() < room.left() || at.x() > room.right()) {
        handleTarget.x = at.x() < room.left() ? -kInfinity : kInfinity;
    }
    emit q->handleEdited(held.kind, held.index, handleTarget, phase);
}

std::optional<ChordHandle> FigureView::Private::handleAt(QPointF at) const
{
    std::optional<ChordHandle> found;
    double nearest = kHandleReach;
    for (const ChordHandle& handle : overlay->state.handles) {
        const double away = distance(handle.at, at);
        if (away < nearest) {
            nearest = away;
            found = handle;
        }
    }
    return found;
}

void FigureView::Private::emitView(const View& view, EditPhase phase)
{
    if (isUsable(view)) {
        pendingView = view;
    }
    emit q->viewEdited(pendingView, phase);
}

void FigureView::Private::press(QPointF at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    finishBurst();
    if (drag != Drag::None) {
        return;
    }
    dragStart = at;
    dragButton = button;
    dragZone = zoneAt(at);
    dragView = figure.view;
    const bool wantsBox = button == Qt::RightButton || (modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) != 0;
    const std::optional<ChordHandle> handle = handleAt(at);
    if (button == Qt::LeftButton && handle && handle->part == ChordPart::Handle) {
        held = figure.handles[static_cast<std::size_t>(handle->chord)];
        handleTarget = held.at;
        drag = Drag::Handle;
        emit q->handleEdited(held.kind, held.index, handleTarget, EditPhase::Begin);
    } else if (button == Qt::LeftButton && handle) {
        const Pane& pane = figure.panes[*paneOf(PaneKind::Value)];
        const ChordInk& ink = pane.chords[static_cast<std::size_t>(handle->chord)];
        chord = {.curve = ink.curve, .x1 = ink.first.x, .x2 = ink.second.x, .lambda = ink.lambda};
        chordIndex = ink.index;
        chordPart = handle->part;
        drag = Drag::Chord;
        emit q->chordEdited(chordIndex, chord, EditPhase::Begin);
    } else if (wantsBox) {
        drag = Drag::BoxPending;
    } else if (button == Qt::LeftButton) {
        drag = Drag::Pending;
    }
}

void FigureView::Private::beginDrag()
{
    if (drag == Drag::BoxPending) {
        drag = dragZone.isPlane() ? Drag::Box : drag;
    } else if (drag == Drag::Pending && !dragZone.isNowhere()) {
        drag = Drag::Pan;
        emitView(dragView, EditPhase::Begin);
        q->setCursor(dragZone.isPlane() ? Qt::ClosedHandCursor : cursorFor(dragZone));
    }
}

void FigureView::Private::move(QPointF at)
{
    overlay->state.pointer = at;
    const bool isPending = drag == Drag::Pending || drag == Drag::BoxPending;
    if (isPending && distance(at, dragStart) > kDragThreshold) {
        beginDrag();
    }
    switch (drag) {
    case Drag::Pan:
        panTo(at);
        break;
    case Drag::Box:
        updateBox(at);
        break;
    case Drag::Chord:
        dragChord(at, EditPhase::Move);
        break;
    case Drag::Handle:
        dragHandle(at, EditPhase::Move);
        break;
    case Drag::None:
        hover(at);
        break;
    case Drag::Pending:
    case Drag::BoxPending:
        break;
    }
    const Zone zone = zoneAt(at);
    if (zone.isPlane()) {
        emit q->pointerMoved(mapOf(*zone.pane).toData(at).x());
    } else if (drag == Drag::None) {
        emit q->pointerLeft();
    }
}

void FigureView::Private::panTo(QPointF at)
{
    View view = dragView;
    const QRectF rect = paneRectF(dragZone.pane.value_or(0));
    const QPointF moved = fractionIn(rect, dragStart) - fractionIn(rect, at);
    if (dragZone.x) {
        view.x = panned(dragView.x, moved.x(), dragView.xScale);
    }
    if (dragZone.pane) {
        const PaneKind kind = figure.panes[*dragZone.pane].kind;
        view.yOf(kind) = panned(dragView.yOf(kind), moved.y(), dragView.yScaleOf(kind));
    }
    emitView(view, EditPhase::Move);
}

void FigureView::Private::dragChord(QPointF at, EditPhase phase)
{
    const double x = mapOf(*paneOf(PaneKind::Value)).toData(at).x();
    if (chordPart == ChordPart::First) {
        chord.x1 = x;
    } else if (chordPart == ChordPart::Second) {
        chord.x2 = x;
    } else if (chord.x1 != chord.x2) {
        chord.lambda = std::clamp((x - chord.x2) / (chord.x1 - chord.x2), 0.0, 1.0);
    }
    emit q->chordEdited(chordIndex, chord, phase);
}

void FigureView::Private::updateBox(QPointF at)
{
    const QRectF room = interior(paneRectF(*dragZone.pane));
    const QPointF end(std::clamp(at.x(), room.left(), room.right()), std::clamp(at.y(), room.top(), room.bottom()));
    overlay->state.rubberBand = QRectF(dragStart, end).normalized();
    overlay->update();
}

void FigureView::Private::zoomIntoBox()
{
    const QRectF box = overlay->state.rubberBand;
    abandonBox();
    if (box.width() < kSmallestBox || box.height() < kSmallestBox) {
        return;
    }
    const QRectF rect = paneRectF(*dragZone.pane);
    const PaneKind kind = figure.panes[*dragZone.pane].kind;
    const QPointF low = fractionIn(rect, box.bottomLeft());
    const QPointF high = fractionIn(rect, box.topRight());
    View view = dragView;
    view.x = part(dragView.x, low.x(), high.x(), dragView.xScale);
    view.yOf(kind) = part(dragView.yOf(kind), low.y(), high.y(), dragView.yScaleOf(kind));
    if (isUsable(view)) {
        emitView(view, EditPhase::Single);
    }
}

void FigureView::Private::abandonBox()
{
    overlay->state.rubberBand = QRectF();
    overlay->update();
    if (drag == Drag::Box) {
        drag = Drag::None;
    }
}

void FigureView::Private::release(QPointF at, QPoint global)
{
    const Drag ended = std::exchange(drag, Drag::None);
    switch (ended) {
    case Drag::Pan:
        emitView(pendingView, EditPhase::End);
        break;
    case Drag::Chord:
        emit q->chordEdited(chordIndex, chord, EditPhase::End);
        break;
    case Drag::Handle:
        emit q->handleEdited(held.kind, held.index, handleTarget, EditPhase::End);
        break;
    case Drag::Box:
        zoomIntoBox();
        break;
    case Drag::BoxPending:
        if (dragButton == Qt::RightButton) {
            emit q->contextMenuRequested(global);
        }
        break;
    case Drag::Pending:
        if (const std::optional<int> curve = curveAt(at)) {
            emit q->curveClicked(*curve);
        }
        break;
    case Drag::None:
        break;
    }
    hover(at);
}

void FigureView::Private::hover(QPointF at)
{
    const std::optional<ChordHandle> handle = handleAt(at);
    if (handle != overlay->state.hovered) {
        overlay->state.hovered = handle;
        overlay->update();
    }
    if (handle) {
        q->setCursor(Qt::SizeHorCursor);
    } else {
        q->setCursor(curveAt(at) ? Qt::PointingHandCursor : cursorFor(zoneAt(at)));
    }
}

void FigureView::Private::doubleClick(QPointF at)
{
    drag = Drag::None;
    if (zoneAt(at).isPlane() && !curveAt(at) && !handleAt(at)) {
        emit q->homeRequested();
    }
}

void FigureView::Private::leave()
{
    overlay->state.pointer.reset();
    if (overlay->state.hovered) {
        overlay->state.hovered.reset();
        overlay->update();
    }
    emit q->pointerLeft();
}

void FigureView::Private::zoomAt(QPointF at, double factor)
{
    const Zone zone = zoneAt(at);
    if (zone.isNowhere() || drag != Drag::None || !std::isfinite(factor) || factor <= 0.0) {
        return;
    }
    if (!inBurst) {
        inBurst = true;
        emitView(figure.view, EditPhase::Begin);
    }
    burst.start();
    View view = pendingView;
    const QPointF fraction = fractionIn(paneRectF(zone.pane.value_or(0)), at);
    if (zone.x) {
        view.x = zoomed(view.x, fraction.x(), factor, view.xScale);
    }
    if (zone.pane) {
        const PaneKind kind = figure.panes[*zone.pane].kind;
        view.yOf(kind) = zoomed(view.yOf(kind), fraction.y(), factor, view.yScaleOf(kind));
    }
    emitView(view, EditPhase::Move);
}

void FigureView::Private::finishBurst()
{
    burst.stop();
    if (std::exchange(inBurst, false)) {
        emitView(pendingView, EditPhase::End);
    }
}

void FigureView::Private::zoomStill(double factor)
{
    if (figure.panes.empty()) {
        return;
    }
    finishBurst();
    View view = figure.view;
    view.x = zoomed(view.x, 0.5, factor, view.xScale);
    view.yOf(PaneKind::Value) = zoomed(view.yOf(PaneKind::Value), 0.5, factor, view.yScale);
    if (isUsable(view)) {
        emitView(view, EditPhase::Single);
    }
}

void FigureView::Private::panStill(double alongX, double alongY)
{
    finishBurst();
    View view = figure.view;
    view.x = panned(view.x, alongX, view.xScale);
    view.yOf(PaneKind::Value) = panned(view.yOf(PaneKind::Value), alongY, view.yScale);
    if (isUsable(view)) {
        emitView(view, EditPhase::Single);
    }
}

bool FigureView::Private::nativeGesture(const QNativeGestureEvent& gesture)
{
    if (gesture.gestureType() != Qt::ZoomNativeGesture) {
        return false;
    }
    zoomAt(gesture.position(), 1.0 / std::clamp(1.0 + gesture.value(), 0.1, 10.0));
    return true;
}

bool FigureView::Private::pinch(const QGestureEvent& gesture)
{
    const auto* const fingers = static_cast<QPinchGesture*>(gesture.gesture(Qt::PinchGesture));
    if (fingers == nullptr) {
        return false;
    }
    if (fingers->changeFlags().testFlag(QPinchGesture::ScaleFactorChanged)) {
        zoomAt(q->mapFromGlobal(fingers->centerPoint()), 1.0 / std::clamp(fingers->scaleFactor(), 0.1, 10.0));
    }
    return true;
}

bool FigureView::Private::showToolTip(const QHelpEvent& help)
{
    const Zone zone = zoneAt(help.pos());
    if (zone.isPlane()) {
        const PlotMap map = mapOf(*zone.pane);
        for (const Dot& dot : figure.panes[*zone.pane].dots) {
            if (!dot.text.empty() && distance(map.toPixel(dot.at.x, dot.at.y), help.pos()) <= kDotReach) {
                QToolTip::showText(help.globalPos(), QString::fromStdString(dot.text), q);
                return true;
            }
        }
    }
    QToolTip::hideText();
    return false;
}

} // namespace secant
