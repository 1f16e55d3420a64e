#include "widgets/panels/activation_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/panels/activation_model.h"
#include "widgets/panels/appearance.h"
#include "widgets/panels/icons.h"

namespace secant {
namespace {

constexpr int kPlusSize = 24;
constexpr int kPlusIcon = 16;

QFont nameFont(const QStyleOptionViewItem& option)
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont headerFont(const QStyleOptionViewItem& option)
{
    QFont font = smallFont(option.font);
    font.setWeight(QFont::DemiBold);
    return font;
}

/// The room of the texts, which start where the search line's frame does.
QRect textRect(const QRect& row)
{
    return row.adjusted(2 * kGap, 0, -2 * kGap, 0);
}

void paintHeader(QPainter& painter, const QStyleOptionViewItem& option, const QString& text)
{
    painter.setFont(headerFont(option));
    painter.setPen(option.palette.color(QPalette::Active, QPalette::PlaceholderText));
    const QRect room = textRect(option.rect).adjusted(0, 0, 0, -kHalfGap);
    painter.drawText(room, Qt::AlignBottom | Qt::AlignLeft | Qt::TextSingleLine, text);
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, bool selected, bool hovered)
{
    if (!selected && !hovered) {
        return;
    }
    const QColor ground = option.palette.color(QPalette::Active, QPalette::Window);
    const QColor accent = option.palette.color(QPalette::Active, QPalette::Highlight);
    const QColor text = option.palette.color(QPalette::Active, QPalette::Text);
    const bool focused = selected && option.state.testFlag(QStyle::State_HasFocus);
    painter.setPen(focused ? QPen(accent, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(selected ? mixed(ground, accent, 0.18) : mixed(ground, text, 0.06));
    const QRectF frame = QRectF(option.rect).adjusted(kGap, 1, -kGap, -1);
    painter.drawRoundedRect(frame, kCardRadius, kCardRadius);
}

void paintTexts(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, int right)
{
    const QFontMetrics nameMetrics(nameFont(option));
    const QFontMetrics formulaMetrics(smallFont(option.font));
    QRect room = textRect(option.rect);
    room.setRight(right);
    const int top = room.top() + (room.height() - nameMetrics.height() - formulaMetrics.height()) / 2;
    const QRect first(room.left(), top, room.width(), nameMetrics.height());
    const QRect second(room.left(), first.bottom() + 1, room.width(), formulaMetrics.height());
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString formula = index.data(ActivationModel::FormulaRole).toString();
    painter.setFont(nameFont(option));
    painter.setPen(option.palette.color(QPalette::Active, QPalette::Text));
    painter.drawText(first, flags, nameMetrics.elidedText(name, Qt::ElideRight, first.width()));
    painter.setFont(smallFont(option.font));
    painter.setPen(option.palette.color(QPalette::Active, QPalette::PlaceholderText));
    painter.drawText(second, flags, formulaMetrics.elidedText(formula, Qt::ElideRight, second.width()));
}

} // namespace

ActivationDelegate::ActivationDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QRect ActivationDelegate::plusRect(const QRect& row)
{
    return {row.right() - 2 * kGap - kPlusSize + kHalfGap, row.center().y() - kPlusSize / 2 + 1, kPlusSize, kPlusSize};
}

void ActivationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(ActivationModel::HeaderRole).toBool()) {
        paintHeader(*painter, option, index.data(Qt::DisplayRole).toString());
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRect plus = plusRect(option.rect);
    paintGround(*painter, option, selected, hovered);
    paintTexts(*painter, option, index, selected || hovered ? plus.left() - kHalfGap : textRect(option.rect).right());
    if (selected || hovered) {
        const int inset = (kPlusSize - kPlusIcon) / 2;
        icon(QStringLiteral("add"), option.palette.color(QPalette::Active, QPalette::Link))
            .paint(painter, plus.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

QSize ActivationDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int small = QFontMetrics(smallFont(option.font)).height();
    if (index.data(ActivationModel::HeaderRole).toBool()) {
        return {0, small + (index.row() == 0 ? 1 : 2) * kGap};
    }
    return {0, QFontMetrics(nameFont(option)).height() + small + kGap + 2};
}

bool ActivationDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                   const QModelIndex& index)
{
    const bool row = index.flags().testFlag(Qt::ItemIsEnabled);
    if (row && event->type() == QEvent::ToolTip && plusRect(option.rect).contains(event->pos())) {
        QToolTip::showText(event->globalPos(), tr("Add %1 to the plot").arg(index.data().toString()), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

bool ActivationDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                     const QModelIndex& index)
{
    const bool released = event->type() == QEvent::MouseButtonRelease;
    if (released || event->type() == QEvent::MouseButtonDblClick) {
        const auto* mouse = static_cast<const QMouseEvent*>(event);
        // On the "+" every click counts, the second of a quick pair as well: it comes with its own release.
        const bool onPlus = plusRect(option.rect).contains(mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && released == onPlus) {
            emit chosen(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace secant
