#pragma once

#include <optional>

#include <QWidget>

#include "widgets/panels/typeset.h"

namespace secant {

/// A formula as books print it. One that is too wide is set smaller, and fades out at the right where even that is not
/// enough; its tooltip is the LaTeX.
class TypesetView : public QWidget {
    Q_OBJECT

public:
    explicit TypesetView(QWidget* parent = nullptr);

    /// `name` is what a screen reader says. What cannot be laid out is not shown.
    void setFormula(const QString& latex, const QString& name);
    [[nodiscard]] QString latex() const { return m_latex; }
    /// True if there is something to show.
    [[nodiscard]] bool hasFormula() const { return m_typeset.has_value(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    /// Of the size it was laid out in.
    [[nodiscard]] double scaleFor(int width) const;

    QString m_latex;
    std::optional<Typeset> m_typeset;
};

} // namespace secant
