#include "widgets/panels/catalogue_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "widgets/panels/activation_delegate.h"
#include "widgets/panels/activation_model.h"
#include "widgets/panels/appearance.h"
#include "widgets/panels/icons.h"
#include "widgets/panels/property_filter.h"

namespace secant {

class CataloguePanel::Private {
public:
    explicit Private(CataloguePanel* panel);

    void createSearch();
    void createList();
    void createFilter();
    void refresh();
    void choose(const QModelIndex& index);
    void chooseSelected();
    void enterList();

    CataloguePanel* q;
    ActivationModel* model;
    ActivationDelegate* delegate;
    QLineEdit* line;
    PropertyFilter* filter;
    QWidget* filterRow;
    QLabel* count;
    QListView* list;
    QLabel* nothing;
    QStackedLayout* stack;
    int total = 0; ///< Rows of the whole list.
};

CataloguePanel::Private::Private(CataloguePanel* panel)
    : q(panel),
      model(new ActivationModel(panel)),
      delegate(new ActivationDelegate(panel)),
      line(new QLineEdit(panel)),
      filter(new PropertyFilter(panel)),
      filterRow(new QWidget(panel)),
      count(new ElidedLabel(panel)),
      list(new QListView(panel)),
      nothing(new QLabel(panel)),
      stack(new QStackedLayout)
{
    createSearch();
    createFilter();
    createList();
    total = model->activationCount();
    nothing->setObjectName(QStringLiteral("catalogueEmptyText"));
    nothing->setWordWrap(true);
    nothing->setTextFormat(Qt::PlainText);
    nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    nothing->setContentsMargins(2 * kGap, kGap, 2 * kGap, kGap);
    // A word longer than the panel would else widen it.
    nothing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    nothing->setForegroundRole(QPalette::PlaceholderText);
    stack->addWidget(list);
    stack->addWidget(nothing);
    // The list's own rows keep the distance to its sides, so that its scroll bar stands at the edge.
    auto* head = new QVBoxLayout;
    head->setContentsMargins(kGap, kGap, kGap, kHalfGap);
    auto* row = new QHBoxLayout;
    row->setSpacing(kHalfGap);
    row->addWidget(line, 1);
    row->addWidget(filter);
    head->addLayout(row);
    head->addWidget(filterRow);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(stack, 1);
}

void CataloguePanel::Private::createSearch()
{
    line->setObjectName(QStringLiteral("catalogueSearch"));
    line->setPlaceholderText(CataloguePanel::tr("Search activations"));
    line->setAccessibleName(CataloguePanel::tr("Search activations"));
    line->setToolTip(CataloguePanel::tr("Type a name such as “swish” or “logistic”; Enter adds the activation found."));
    line->addAction(icon(QStringLiteral("search"), QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    line->installEventFilter(q);
    QObject::connect(line, &QLineEdit::textChanged, q, [this] {
        // Not before there is something to clear: its icon is looked for in all themes of the machine.
        line->setClearButtonEnabled(true);
        refresh();
    });
    QObject::connect(line, &QLineEdit::returnPressed, q, [this] { chooseSelected(); });
}

void CataloguePanel::Private::createList()
{
    list->setModel(model);
    list->setItemDelegate(delegate);
    list->setObjectName(QStringLiteral("catalogueList"));
    list->setAccessibleName(CataloguePanel::tr("Activations"));
    list->setMouseTracking(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setFrameShape(QFrame::NoFrame);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setResizeMode(QListView::Adjust);
    list->viewport()->setBackgroundRole(QPalette::Window);
    list->viewport()->setAttribute(Qt::WA_Hover);
    list->installEventFilter(q);
    QObject::connect(delegate, &ActivationDelegate::chosen, q, [this](const QModelIndex& index) { choose(index); });
}

/// What is filtered by and how many are left, with a way back; hidden while nothing is chosen.
void CataloguePanel::Private::createFilter()
{
    count->setObjectName(QStringLiteral("filterCount"));
    count->setForegroundRole(QPalette::PlaceholderText);
    auto* clear = new QPushButton(CataloguePanel::tr("Show all"), filterRow);
    clear->setObjectName(QStringLiteral("filterClear"));
    clear->setToolTip(CataloguePanel::tr("Show every activation again"));
    clear->setFlat(true);
    auto* row = new QHBoxLayout(filterRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(count, 1);
    row->addWidget(clear);
    filterRow->hide();
    QObject::connect(clear, &QPushButton::clicked, filter, &PropertyFilter::clear);
    QObject::connect(filter, &PropertyFilter::chosenEdited, q, [this] {
        model->setFilter(filter->chosen());
        refresh();
    });
}

void CataloguePanel::Private::refresh()
{
    const QString query = line->text().trimmed();
    const QString properties = filter->chosenText();
    model->setQuery(query);
    const bool found = model->firstActivation().isValid();
    if (!found) {
        const QString shown = nothing->fontMetrics().elidedText(query, Qt::ElideRight, q->width() - 6 * kGap);
        nothing->setText(
            properties.isEmpty()
                ? CataloguePanel::tr("Nothing found for “%1”. You can type it as a function instead.").arg(shown)
            : query.isEmpty() ? CataloguePanel::tr("No activation has all of this: %1.").arg(properties)
                              : CataloguePanel::tr("Nothing named “%1” has all of this: %2.").arg(shown, properties));
    } else if (!query.isEmpty()) {
        list->setCurrentIndex(model->firstActivation()); // So that one sees what Enter would add.
    }
    static_cast<ElidedLabel*>(count)->setFullText(
        CataloguePanel::tr("%1 of %2: %3").arg(model->activationCount()).arg(total).arg(properties));
    filterRow->setVisible(!properties.isEmpty());
    list->scrollToTop();
    stack->setCurrentWidget(found ? static_cast<QWidget*>(list) : nothing);
}

void CataloguePanel::Private::choose(const QModelIndex& index)
{
    const QString id = index.data(ActivationModel::IdRole).toString();
    if (!id.isEmpty()) {
        emit q->activationChosen(id);
    }
}

/// The first match is selected as soon as something is searched for; before that nothing is.
void CataloguePanel::Private::chooseSelected()
{
    if (list->selectionModel()->hasSelection()) {
        choose(list->currentIndex());
    }
    line->selectAll(); // The next search replaces this one.
}

void CataloguePanel::Private::enterList()
{
    if (!model->firstActivation().isValid()) {
        return;
    }
    if (!list->selectionModel()->hasSelection()) {
        list->setCurrentIndex(model->firstActivation());
    }
    list->setFocus(Qt::TabFocusReason);
}

CataloguePanel::CataloguePanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("cataloguePanel"));
    setMinimumWidth(260);
    setFocusProxy(d->line);
}

CataloguePanel::~CataloguePanel() = default;

void CataloguePanel::setLanguage(Language language)
{
    d->model->setLanguage(language);
    d->list->doItemsLayout(); // Another script may need higher rows.
}

void CataloguePanel::setNaming(Naming naming, Language language)
{
    d->filter->setNaming(naming, language);
}

void CataloguePanel::focusSearch()
{
    d->line->setFocus(Qt::ShortcutFocusReason);
    d->line->selectAll();
}

bool CataloguePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == d->line && key == Qt::Key_Down) {
        d->enterList();
        return true;
    }
    if (watched == d->line && key == Qt::Key_Escape && !d->line->text().isEmpty()) {
        d->line->clear();
        return true;
    }
    if (watched == d->list && enter) {
        d->choose(d->list->currentIndex());
        return true;
    }
    if (watched == d->list && key == Qt::Key_Home) {
        // The list would stop at the first row, which is a header.
        d->list->setCurrentIndex(d->model->firstActivation());
        d->list->scrollToTop();
        return true;
    }
    if (watched == d->list && key == Qt::Key_Up && d->list->currentIndex() == d->model->firstActivation()) {
        d->line->setFocus(Qt::BacktabFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace secant
