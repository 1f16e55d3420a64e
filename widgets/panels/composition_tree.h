#pragma once

#include <vector>

#include <QWidget>

#include "core/figure/findings.h"
#include "core/scene/scene.h"

class QLabel;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace secant {

class MessageLabel;

/// The rules of composition as a second opinion: in a sentence, and as a tree of the formula's parts with the shape of
/// each and, for the chosen one, the rule that gave it. As high as what is unfolded.
class CompositionTree : public QWidget {
    Q_OBJECT

public:
    explicit CompositionTree(QWidget* parent = nullptr);

    /// `judged` belongs to the scene, or is null while nothing is known; then the last tree stays if isJudging.
    void setComposition(const Scene& scene, const JudgedCurve* judged, bool isJudging);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createTree();
    void fill();
    void fit();
    void showRule();
    [[nodiscard]] QString summary(const JudgedCurve& judged) const;
    [[nodiscard]] QString shape(convexity::Curvature curvature) const;
    [[nodiscard]] QString ruleText(const CompositionPart& part, const std::vector<const CompositionPart*>& below) const;
    [[nodiscard]] QString gaveUpText(const CompositionPart& part,
                                     const std::vector<const CompositionPart*>& below) const;
    [[nodiscard]] QString appliedText(const CompositionPart& part, const CompositionPart& below) const;
    [[nodiscard]] std::vector<const CompositionPart*> below(std::size_t index) const;

    Naming m_naming = Naming::International;
    Language m_language = Language::English;
    std::vector<CompositionPart> m_parts;
    MessageLabel* m_summary = nullptr;
    QToolButton* m_unfold = nullptr;
    QTreeWidget* m_tree = nullptr;
    MessageLabel* m_rule = nullptr;
    std::vector<QTreeWidgetItem*> m_items; ///< One a part.
};

} // namespace secant
