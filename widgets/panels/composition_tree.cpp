#include "widgets/panels/composition_tree.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QHeaderView>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/figure/compose.h"
#include "core/figure/judgement_text.h"
#include "widgets/panels/appearance.h"

namespace secant {
namespace {

using convexity::CompositionRule;
using convexity::Curvature;
using convexity::Standing;
using convexity::VerdictKind;

/// A tree of more parts is unfolded only down to where the rules give up.
constexpr std::size_t kMostUnfolded = 12;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString rangeText(const Interval& range)
{
    return (std::isinf(range.lo) ? QStringLiteral("(") : QStringLiteral("[")) + text(readable(range.lo, 4)) +
           QStringLiteral(", ") + text(readable(range.hi, 4)) +
           (std::isinf(range.hi) ? QStringLiteral(")") : QStringLiteral("]"));
}

QString directionText(int monotone)
{
    return monotone > 0   ? CompositionTree::tr("nowhere decreasing")
           : monotone < 0 ? CompositionTree::tr("nowhere increasing")
                          : CompositionTree::tr("not monotone");
}

} // namespace

CompositionTree::CompositionTree(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfGap);
    m_summary = new MessageLabel(this);
    m_summary->setObjectName(QStringLiteral("compositionSummary"));
    column->addWidget(m_summary);
    m_unfold = new QToolButton(this);
    m_unfold->setObjectName(QStringLiteral("compositionUnfold"));
    m_unfold->setText(tr("Rules of composition"));
    m_unfold->setToolTip(tr("Show the formula as a tree, with the shape of each part and the rule that gives it."));
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unfold->setArrowType(Qt::RightArrow);
    m_unfold->setAutoRaise(true);
    m_unfold->setCheckable(true);
    m_unfold->setFocusPolicy(Qt::StrongFocus);
    column->addWidget(m_unfold);
    createTree();
    connect(m_unfold, &QToolButton::toggled, this, [this](bool shown) {
        m_unfold->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        m_tree->setVisible(shown);
        showRule();
    });
    setComposition({}, nullptr, false);
}

void CompositionTree::createTree()
{
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("compositionTree"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Part"), tr("Shape")});
    m_tree->setAccessibleName(tr("Rules of composition"));
    m_tree->setIndentation(2 * kGap);
    m_tree->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setTabKeyNavigation(false);
    m_tree->setStyleSheet(QStringLiteral("QTreeWidget::item { padding: 3px 0; }"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionsMovable(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->hide();
    layout()->addWidget(m_tree);
    m_rule = new MessageLabel(this);
    m_rule->setObjectName(QStringLiteral("compositionRule"));
    layout()->addWidget(m_rule);
    connect(m_tree, &QTreeWidget::itemExpanded, this, &CompositionTree::fit);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, &CompositionTree::fit);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &CompositionTree::showRule);
}

void CompositionTree::setComposition(const Scene& scene, const JudgedCurve* judged, bool isJudging)
{
    m_naming = scene.naming;
    m_language = scene.language;
    if (!judged && isJudging) {
        return;
    }
    m_parts = judged ? judged->composition : std::vector<CompositionPart>();
    m_summary->showSentence(m_parts.empty() ? QString() : summary(*judged), MessageLabel::Tone::Hint);
    m_unfold->setVisible(!m_parts.empty());
    m_tree->setVisible(!m_parts.empty() && m_unfold->isChecked());
    fill();
    showRule();
}

/// The items of the last tree stay where the new one has the same form, so that what is folded stays folded.
void CompositionTree::fill()
{
    const auto depthOf = [](const QTreeWidgetItem* item) {
        int depth = -1;
        for (; item; item = item->parent()) {
            ++depth;
        }
        return depth;
    };
    const bool isSameForm = std::equal(m_parts.begin(), m_parts.end(), m_items.begin(), m_items.end(),
                                       [&](const CompositionPart& part, const QTreeWidgetItem* item) {
                                           return part.depth == depthOf(item) && text(part.text) == item->text(0);
                                       });
    if (!isSameForm) {
        m_tree->clear();
        m_items.clear();
        std::vector<QTreeWidgetItem*> path;
        for (const CompositionPart& part : m_parts) {
            path.resize(static_cast<std::size_t>(part.depth));
            auto* item = path.empty() ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(path.back());
            item->setText(0, text(part.text));
            path.push_back(item);
            m_items.push_back(item);
        }
    }
    QTreeWidgetItem* toBlame = nullptr;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const bool givesUp = m_parts[i].judged.givesUp;
        QTreeWidgetItem* item = m_items[i];
        item->setText(1, givesUp ? tr("no rule") : shape(m_parts[i].judged.curvature));
        item->setForeground(1, givesUp ? QBrush(errorColor(palette())) : QBrush());
        const QString rule = ruleText(m_parts[i], below(i));
        item->setToolTip(0, text(m_parts[i].text) + QLatin1Char('\n') + rule);
        item->setToolTip(1, rule);
        toBlame = toBlame || !givesUp ? toBlame : item;
    }
    if (!isSameForm && !m_items.empty()) {
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            m_items[i]->setExpanded(m_items.size() <= kMostUnfolded || m_parts[i].depth == 0);
        }
        for (QTreeWidgetItem* item = toBlame ? toBlame->parent() : nullptr; item; item = item->parent()) {
            item->setExpanded(true);
        }
        m_tree->setCurrentItem(toBlame ? toBlame : m_items.front());
    }
    fit();
}

void CompositionTree::fit()
{
    int rows = 0;
    for (QTreeWidgetItem* item = m_tree->topLevelItem(0); item; item = m_tree->itemBelow(item)) {
        ++rows;
    }
    const int row = m_items.empty() ? 0 : m_tree->sizeHintForRow(0);
    m_tree->setFixedHeight(m_tree->header()->sizeHint().height() + rows * row + 2 * m_tree->frameWidth() + 2);
}

void CompositionTree::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tree) {
        fill();
    } else if (event->type() == QEvent::FontChange && m_tree) {
        fit();
    }
}

void CompositionTree::showRule()
{
    const auto found = std::find(m_items.begin(), m_items.end(), m_tree->currentItem());
    const bool isShown = m_unfold->isChecked() && found != m_items.end();
    const auto index = static_cast<std::size_t>(found - m_items.begin());
    m_rule->showSentence(isShown ? ruleText(m_parts[index], below(index)) : QString(), MessageLabel::Tone::Hint);
}

std::vector<const CompositionPart*> CompositionTree::below(std::size_t index) const
{
    std::vector<const CompositionPart*> parts;
    for (std::size_t i = index + 1; i < m_parts.size() && m_parts[i].depth > m_parts[index].depth; ++i) {
        if (m_parts[i].depth == m_parts[index].depth + 1) {
            parts.push_back(&m_parts[i]);
        }
    }
    return parts;
}

QString CompositionTree::shape(Curvature curvature) const
{
    const auto word = [this](VerdictKind kind) { return text(verdictWord(kind, m_naming, m_language)); };
    switch (curvature) {
    case Curvature::Constant:
        return tr("constant");
    case Curvature::Affine:
        return word(VerdictKind::Affine);
    case Curvature::Convex:
        return word(VerdictKind::Convex);
    case Curvature::Concave:
        return word(VerdictKind::Concave);
    case Curvature::Unknown:
        break;
    }
    return tr("not known");
}

QString CompositionTree::summary(const JudgedCurve& judged) const
{
    const Curvature whole = m_parts.front().judged.curvature;
    const QString verdict = text(verdictWord(judged.verdict.kind, m_naming, m_language));
    if (whole != Curvature::Unknown) {
        return tr("The rules of composition alone say: %1.").arg(shape(whole));
    }
    const auto blamed =
        std::find_if(m_parts.begin(), m_parts.end(), [](const CompositionPart& part) { return part.judged.givesUp; });
    const QString where = text(blamed == m_parts.end() ? m_parts.front().text : blamed->text);
    switch (judged.verdict.standing) {
    case Standing::Proved:
        return tr("The rules of composition give up at %1, although the function is proved %2: they are sufficient, "
                  "not necessary.")
            .arg(where, verdict);
    case Standing::Refuted:
        return tr("The rules of composition give up at %1, and no rule could help.").arg(where);
    case Standing::Undecided:
        break;
    }
    return tr("The rules of composition give up at %1 too.").arg(where);
}

QString CompositionTree::ruleText(const CompositionPart& part, const std::vector<const CompositionPart*>& below) const
{
    const QString whole = shape(part.judged.curvature);
    switch (part.judged.rule) {
    case CompositionRule::Leaf:
        return part.kind == NodeKind::Variable ? tr("x is affine: a straight line.")
                                               : tr("Does not depend on x: a constant.");
    case CompositionRule::Sum:
        return part.kind == NodeKind::Negate     ? tr("A minus turns the shape over: %1.").arg(whole)
               : part.kind == NodeKind::Subtract ? tr("Minus turns a shape over, and parts of one shape add up to that "
                                                      "shape: %1.")
                                                       .arg(whole)
                                                 : tr("Parts of one shape add up to that shape: %1.").arg(whole);
    case CompositionRule::Scaling:
        return tr("A constant factor keeps the shape, a negative one turns it over: %1.").arg(whole);
    case CompositionRule::Maximum:
        return part.kind == NodeKind::Maximum ? tr("The greater of two parts that are %1 is %1.").arg(whole)
                                              : tr("The lesser of two parts that are %1 is %1.").arg(whole);
    case CompositionRule::Atom:
    case CompositionRule::IncreasingOfConvex:
    case CompositionRule::DecreasingOfConcave:
    case CompositionRule::IncreasingOfConcave:
    case CompositionRule::DecreasingOfConvex:
        return below.size() == 1 ? appliedText(part, *below.front()) : whole;
    case CompositionRule::NoRule:
        break;
    }
    return part.judged.givesUp ? gaveUpText(part, below)
                               : tr("Of a part below no shape is known, so the rules say nothing here.");
}

QString CompositionTree::appliedText(const CompositionPart& part, const CompositionPart& below) const
{
    const QString outer = text(part.outer);
    const QString inner = text(below.text);
    const QString atom = shape(part.judged.atom);
    if (part.judged.rule == CompositionRule::Atom) {
        return tr("%1 is %2 for u in %3, and u = %4 is affine: so this is %2.")
            .arg(outer, atom, rangeText(below.judged.range), inner);
    }
    return tr("%1 is %2 and %3 for u in %4, and u = %5 is %6: so this is %7.")
        .arg(outer, atom, directionText(part.judged.monotone), rangeText(below.judged.range), inner,
             shape(below.judged.curvature), shape(part.judged.curvature));
}

QString CompositionTree::gaveUpText(const CompositionPart& part, const std::vector<const CompositionPart*>& below) const
{
    if (below.size() == 1 && !part.outer.empty() && part.kind != NodeKind::If) {
        const QString outer = text(part.outer);
        const QString range = rangeText(below.front()->judged.range);
        const QString inner = text(below.front()->text);
        if (part.judged.atom == Curvature::Unknown) {
            return tr("%1 has no single shape for u in %2, the values of u = %3.").arg(outer, range, inner);
        }
        return tr("%1 is %2 and %3 for u in %4, but u = %5 is %6: no rule allows that.")
            .arg(outer, shape(part.judged.atom), directionText(part.judged.monotone), range, inner,
                 shape(below.front()->judged.curvature));
    }
    switch (part.kind) {
    case NodeKind::Multiply:
        return tr("No rule for a product of two parts that depend on x.");
    case NodeKind::Divide:
        return tr("No rule for a quotient of two parts that depend on x.");
    case NodeKind::Power:
        return tr("No rule for a power with x in base and exponent.");
    case NodeKind::Add:
    case NodeKind::Subtract:
        return tr("No rule for parts that bend against each other: %1 is %2, %3 is %4.")
            .arg(text(below.front()->text), shape(below.front()->judged.curvature), text(below.back()->text),
                 shape(below.back()->judged.curvature));
    case NodeKind::Maximum:
        return tr("The greater of two parts is known only where both are %1.").arg(shape(Curvature::Convex));
    case NodeKind::Minimum:
        return tr("The lesser of two parts is known only where both are %1.").arg(shape(Curvature::Concave));
    case NodeKind::If:
        return tr("No rule for a function that is given by cases.");
    default:
        return tr("No rule for this operation.");
    }
}

} // namespace secant
