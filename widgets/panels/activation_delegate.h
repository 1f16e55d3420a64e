#pragma once

#include <QStyledItemDelegate>

namespace secant {

/// Paints the rows of an ActivationModel: a family's header, or name over formula with a "+" at the right under the
/// pointer and at the selected row. A click on the "+" or a double click elsewhere asks for the activation.
class ActivationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ActivationDelegate(QObject* parent = nullptr);

    /// Where the "+" of a row is, in the view's pixels.
    [[nodiscard]] static QRect plusRect(const QRect& row);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

signals:
    void chosen(const QModelIndex& index);

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

} // namespace secant
