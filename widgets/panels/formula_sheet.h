#pragma once

#include <array>

#include <QWidget>

#include "core/scene/scene.h"

class QMenu;
class QToolButton;

namespace secant {

class MessageLabel;

class TypesetView;

/// The formula of a curve as it was understood: typeset, with f′ and f″ to fold out and a menu that copies it as text,
/// LaTeX or code. While the text is wrong the last right formula stays.
class FormulaSheet : public QWidget {
    Q_OBJECT

public:
    explicit FormulaSheet(QWidget* parent = nullptr);

    /// `name` is what the curve is called.
    void setCurve(const CurveSpec& curve, const QString& name);

private:
    void createButtons();
    void fillCopyMenu(QMenu* menu);
    /// The words of a case distinction in the language of the window.
    [[nodiscard]] static QString inWords(QString latex);
    void show(std::size_t order);
    /// Where f′ is shown but does not exist.
    void showGaps();
    void setUnfolded(bool unfolded);

    CurveSpec m_curve;
    QString m_name;
    std::array<TypesetView*, 3> m_views{}; ///< f, f′, f″.
    QToolButton* m_unfold = nullptr;
    QToolButton* m_copy = nullptr;
    QWidget* m_missing = nullptr;   ///< Said where there is no f′.
    MessageLabel* m_gaps = nullptr; ///< Names the kinks.
};

} // namespace secant
