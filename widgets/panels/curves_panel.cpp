#include "widgets/panels/curves_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/curve_card.h"
#include "widgets/panels/formula_history.h"
#include "widgets/panels/formula_line.h"
#include "widgets/panels/icons.h"

namespace secant {
class CurvesPanel::Private {
public:
    explicit Private(CurvesPanel* owner) : panel(owner) {}

    void createHeader();
    void createEmptyText();
    [[nodiscard]] CurveCard* find(int curve) const;
    CurveCard* add(int curve);
    void removeAllBut(const std::vector<CurveCardState>& states);
    void remove(std::size_t index);
    void orderTabs();

    CurvesPanel* panel;
    QVBoxLayout* column = nullptr;
    QVBoxLayout* cardColumn = nullptr;
    QToolButton* addButton = nullptr;
    QLabel* emptyText = nullptr;
    std::vector<CurveCard*> cards; ///< From top to bottom. Owned by the panel.
    bool dark = false;
    FormulaHistory history;
    QWidgetList lastTabs; ///< Only ever compared, never followed: its widgets may be gone.
};

namespace {

/// Scrolls the area around the widget, if there is one, once the layouts have settled.
void showSoon(QWidget* widget)
{
    QTimer::singleShot(0, widget, [widget] {
        for (QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(parent)) {
                area->ensureWidgetVisible(widget, 0, kGap);
                return;
            }
        }
    });
}

} // namespace

void CurvesPanel::Private::createHeader()
{
    addButton = new QToolButton(panel);
    addButton->setObjectName(QStringLiteral("addFormula"));
    addButton->setText(CurvesPanel::tr("Function"));
    addButton->setIcon(icon(QStringLiteral("add")));
    addButton->setIconSize({16, 16});
    addButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addButton->setAutoRaise(true);
    addButton->setFocusPolicy(Qt::StrongFocus);
    addButton->setMinimumHeight(26);
    addButton->setAccessibleName(CurvesPanel::tr("Add a function"));
    addButton->setToolTip(CurvesPanel::tr("Add a curve for a function of x that you type."));
    QObject::connect(addButton, &QToolButton::clicked, panel, &CurvesPanel::addFormulaRequested);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kHalfGap, 0, 0, 0);
    row->addWidget(makeSectionHeader(CurvesPanel::tr("Curves"), panel));
    row->addStretch(1);
    row->addWidget(addButton);
    column->addLayout(row);
}

void CurvesPanel::Private::createEmptyText()
{
    emptyText =
        new QLabel(CurvesPanel::tr("No curves yet. Choose an activation on the left, or type a function."), panel);
    emptyText->setObjectName(QStringLiteral("curvesEmptyText"));
    emptyText->setWordWrap(true);
    emptyText->setForegroundRole(QPalette::PlaceholderText);
    emptyText->setContentsMargins(kHalfGap, kHalfGap, kHalfGap, kGap);
    column->addWidget(emptyText);
}

CurveCard* CurvesPanel::Private::find(int curve) const
{
    const auto found =
        std::find_if(cards.begin(), cards.end(), [curve](CurveCard* card) { return card->curve() == curve; });
    return found == cards.end() ? nullptr : *found;
}

CurveCard* CurvesPanel::Private::add(int curve)
{
    auto* card = new CurveCard(curve, panel);
    card->setDark(dark);
    card->setHistory(&history);
    connect(card, &CurveCard::parameterEdited, panel,
            [this, curve](const QString& name, double value, EditPhase phase) {
                emit panel->parameterEdited(curve, name, value, phase);
            });
    connect(card, &CurveCard::visibilityEdited, panel,
            [this, curve](bool visible) { emit panel->visibilityEdited(curve, visible); });
    connect(card, &CurveCard::formulaEdited, panel,
            [this, curve](const QString& text) { emit panel->formulaEdited(curve, text); });
    connect(card, &CurveCard::conventionChosen, panel,
            [this, curve](const QString& id) { emit panel->conventionChosen(curve, id); });
    connect(card, &CurveCard::randomSlopesEdited, panel,
            [this, curve](const RandomSlopes& slopes) { emit panel->randomSlopesEdited(curve, slopes); });
    connect(card, &CurveCard::removeRequested, panel, [this, curve] { emit panel->removed(curve); });
    connect(card, &CurveCard::activated, panel, [this, curve] { emit panel->activated(curve); });
    cards.push_back(card);
    return card;
}

void CurvesPanel::Private::removeAllBut(const std::vector<CurveCardState>& states)
{
    for (std::size_t i = cards.size(); i-- > 0;) {
        const int curve = cards[i]->curve();
        if (std::none_of(states.begin(), states.end(), [curve](const auto& state) { return state.spec.id == curve; })) {
            remove(i);
        }
    }
}

void CurvesPanel::Private::remove(std::size_t index)
{
    CurveCard* card = cards[index];
    const QWidget* focus = card->focusWidget();
    const bool hadFocus = card->hasFocus() || (focus && focus->hasFocus());
    cards.erase(cards.begin() + static_cast<std::ptrdiff_t>(index));
    if (hadFocus) {
        // Someone who works with the keyboard goes on where they were.
        QWidget* next = cards.empty() ? static_cast<QWidget*>(addButton) : cards[std::min(index, cards.size() - 1)];
        next->setFocus(Qt::OtherFocusReason);
    }
    card->hide();
    card->setParent(nullptr);
    // Not at once: the removal was asked for by one of its own buttons.
    card->deleteLater();
}

/// Widgets made later stand last in a window's tab order; this brings the cards' behind the add button, top to bottom.
void CurvesPanel::Private::orderTabs()
{
    QWidgetList wanted{addButton};
    for (CurveCard* card : cards) {
        wanted += card->tabStops();
    }
    if (wanted == lastTabs) {
        return;
    }
    lastTabs = wanted;
    for (qsizetype i = 1; i < wanted.size(); ++i) {
        QWidget::setTabOrder(wanted[i - 1], wanted[i]);
    }
}

CurvesPanel::CurvesPanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("curvesPanel"));
    d->column = new QVBoxLayout(this);
    d->column->setContentsMargins(kGap, kGap, kGap, kGap);
    d->column->setSpacing(kGap);
    d->createHeader();
    d->createEmptyText();
    d->cardColumn = new QVBoxLayout;
    d->cardColumn->setSpacing(kGap);
    d->column->addLayout(d->cardColumn);
}

CurvesPanel::~CurvesPanel()
{
    // The cards outlive the history by a moment, in which a line may lose the focus.
    for (CurveCard* card : d->cards) {
        card->setHistory(nullptr);
    }
}

void CurvesPanel::setCurves(const std::vector<CurveCardState>& curves)
{
    d->removeAllBut(curves);
    std::vector<CurveCard*> ordered;
    for (const CurveCardState& state : curves) {
        CurveCard* card = d->find(state.spec.id);
        if (!card) {
            card = d->add(state.spec.id);
        }
        const int row = static_cast<int>(ordered.size());
        if (d->cardColumn->indexOf(card) != row) {
            d->cardColumn->insertWidget(row, card);
        }
        card->setState(state);
        // A layout shows a new child only in the next turn of the event loop, too late to give it the focus.
        card->show();
        ordered.push_back(card);
    }
    d->cards = std::move(ordered);
    d->emptyText->setVisible(curves.empty());
    d->orderTabs();
}

void CurvesPanel::setDark(bool dark)
{
    d->dark = dark;
    for (CurveCard* card : d->cards) {
        card->setDark(dark);
    }
}

void CurvesPanel::setHistory(const QStringList& formulas)
{
    d->history = FormulaHistory(formulas);
}

QStringList CurvesPanel::history() const
{
    return d->history.formulas();
}

void CurvesPanel::focusFormula(int curve)
{
    CurveCard* card = d->find(curve);
    auto* editor = card && card->formulaLine() ? card->formulaLine()->findChild<QLineEdit*>() : nullptr;
    if (!editor) {
        return;
    }
    editor->setFocus(Qt::ShortcutFocusReason);
    editor->selectAll();
    showSoon(card);
}

} // namespace secant
