#include "widgets/panels/facts_panel.h"

#include <algorithm>
#include <array>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/catalogue/catalogue.h"
#include "core/figure/compose.h"
#include "core/figure/framework_slopes.h"
#include "widgets/panels/activation_model.h"
#include "widgets/panels/appearance.h"
#include "widgets/panels/fact_row.h"

namespace secant {
namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString cell(const std::optional<double>& number)
{
    return number ? QString::fromStdString(readable(*number)) : QStringLiteral("–");
}

/// A table of what each framework returns; empty without kinks.
QString slopesTable(const CurveSpec& curve)
{
    const std::vector<KinkSlopes> slopes = frameworkSlopes(curve);
    if (slopes.empty()) {
        return {};
    }
    const QString row = QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td><td>%4</td><td>%5</td></tr>");
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='3' width='100%'>") +
                   row.arg(QStringLiteral("x"), QStringLiteral("f′(x⁻)"), QStringLiteral("f′(x⁺)"),
                           QStringLiteral("PyTorch"), QStringLiteral("JAX"));
    for (const KinkSlopes& at : slopes) {
        html += row.arg(cell(at.at), cell(at.left), cell(at.right), cell(at.pyTorch), cell(at.jax));
    }
    return html + QStringLiteral("</table>");
}

QString frameworkTable(const Activation& activation)
{
    QString html;
    for (const FrameworkName& name : activation.frameworks) {
        html += QStringLiteral("<div>%1: <code>%2</code></div>")
                    .arg(text(name.framework).toHtmlEscaped(), text(name.name).toHtmlEscaped());
    }
    return html.isEmpty() ? FactsPanel::tr("No framework ships it.").toHtmlEscaped() : html;
}

} // namespace

class FactsPanel::Private {
public:
    explicit Private(FactsPanel* panel);

    void show(const FactsState& state);
    void showRows(const FactsState& state);
    void showAbout(const FactsState& state);
    void createComparison();
    void showNotes(const FactsState& state);
    void showComparison(const FactsState& state);
    QLabel* addText(const char* name, const QString& title);
    static void fill(QLabel* label, const QString& html);

    FactsPanel* q;
    QVBoxLayout* column;
    QLabel* name;
    MessageLabel* message;
    QLabel* notes;
    QLabel* compareHeader = nullptr;
    QWidget* compareRow = nullptr;
    QComboBox* others = nullptr;
    std::array<FactRow*, kFactKinds> rows{};
    QLabel* slopes = nullptr;
    QLabel* purpose = nullptr;
    QLabel* frameworks = nullptr;
    QLabel* paper = nullptr;
};

FactsPanel::Private::Private(FactsPanel* panel)
    : q(panel),
      column(new QVBoxLayout(panel)),
      name(new ElidedLabel(panel)),
      message(new MessageLabel(panel)),
      notes(new QLabel(panel))
{
    column->setContentsMargins(kHalfGap, kGap, kHalfGap, kGap);
    column->setSpacing(0);
    name->setObjectName(QStringLiteral("factsName"));
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    name->setContentsMargins(kGap, 0, kGap, 0);
    message->setObjectName(QStringLiteral("factsMessage"));
    message->setContentsMargins(kGap, 0, kGap, kHalfGap);
    column->addWidget(name);
    column->addWidget(message);
    notes->setObjectName(QStringLiteral("factsNotes"));
    notes->setTextFormat(Qt::PlainText);
    notes->setWordWrap(true);
    notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    notes->setContentsMargins(kGap, 0, kGap, kHalfGap);
    notes->hide();
    column->addWidget(notes);
    for (std::size_t i = 0; i < kFactKinds; ++i) {
        rows[i] = new FactRow(q);
        rows[i]->hide();
    }
    createComparison();
    slopes = addText("factsSlopes", FactsPanel::tr("What frameworks return at kinks"));
    purpose = addText("factsPurpose", FactsPanel::tr("What it is for"));
    frameworks = addText("factsFrameworks", FactsPanel::tr("In frameworks"));
    paper = addText("factsPaper", FactsPanel::tr("Paper"));
}

/// A section whose header is hidden with its text.
QLabel* FactsPanel::Private::addText(const char* objectName, const QString& title)
{
    QLabel* header = makeSectionHeader(title, q);
    header->setContentsMargins(kGap, kGap, kGap, 0);
    header->hide();
    auto* label = new QLabel(q);
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setContentsMargins(kGap, kHalfGap, kGap, 0);
    label->setBuddy(header);
    label->hide();
    column->addWidget(header);
    column->addWidget(label);
    return label;
}

void FactsPanel::Private::fill(QLabel* label, const QString& html)
{
    label->setText(html);
    label->setVisible(!html.isEmpty());
    label->buddy()->setVisible(!html.isEmpty());
}

void FactsPanel::Private::show(const FactsState& state)
{
    static_cast<ElidedLabel*>(name)->setFullText(state.name);
    name->setVisible(!state.name.isEmpty());
    if (state.name.isEmpty()) {
        message->showSentence(FactsPanel::tr("Add a curve: what is true of it will stand here."),
                              MessageLabel::Tone::Hint);
    } else if (state.isPending) {
        message->showSentence(FactsPanel::tr("Finding out…"), MessageLabel::Tone::Hint);
    } else if (!state.facts) {
        message->showSentence(FactsPanel::tr("The formula is not complete yet."), MessageLabel::Tone::Hint);
    } else {
        message->showSentence({});
    }
    showNotes(state);
    showRows(state);
    showComparison(state);
    showAbout(state);
}

void FactsPanel::Private::createComparison()
{
    compareHeader = makeSectionHeader(FactsPanel::tr("Compare"), q);
    compareHeader->setContentsMargins(kGap, kGap, kGap, kHalfGap);
    compareRow = new QWidget(q);
    auto* row = new QHBoxLayout(compareRow);
    row->setContentsMargins(kGap, 0, kGap, 0);
    row->setSpacing(kGap);
    others = new QComboBox(compareRow);
    others->setObjectName(QStringLiteral("factsCompare"));
    others->setAccessibleName(FactsPanel::tr("Compare with"));
    others->setToolTip(FactsPanel::tr("Another curve of the plot, or another convention of this one."));
    others->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* draw = new QPushButton(FactsPanel::tr("Difference"), compareRow);
    draw->setObjectName(QStringLiteral("factsDifference"));
    draw->setToolTip(FactsPanel::tr("Add the difference as a curve of its own, with its largest gap."));
    row->addWidget(others, 1);
    row->addWidget(draw);
    column->addWidget(compareHeader);
    column->addWidget(compareRow);
    QObject::connect(draw, &QPushButton::clicked, q,
                     [this] { emit q->differenceRequested(others->currentData().toString()); });
}

void FactsPanel::Private::showNotes(const FactsState& state)
{
    QStringList lines;
    for (const FactNote& note : state.notes) {
        lines.append(QStringLiteral("%1 (%2)").arg(note.text, assuranceWord(note.assurance)));
    }
    notes->setText(lines.join(QLatin1Char('\n')));
    notes->setVisible(!lines.isEmpty());
}

/// The list is filled anew only where it is another one, so that an open one stays open while a slider moves.
void FactsPanel::Private::showComparison(const FactsState& state)
{
    compareHeader->setVisible(!state.others.empty());
    compareRow->setVisible(!state.others.empty());
    bool isSame = others->count() == static_cast<int>(state.others.size());
    for (int i = 0; isSame && i < others->count(); ++i) {
        const auto& [key, text] = state.others[static_cast<std::size_t>(i)];
        isSame = others->itemData(i).toString() == key && others->itemText(i) == text;
    }
    if (isSame) {
        return;
    }
    const QString chosen = others->currentData().toString();
    others->clear();
    for (const auto& [key, text] : state.others) {
        others->addItem(text, key);
    }
    others->setCurrentIndex(std::max(0, others->findData(chosen)));
}

void FactsPanel::Private::showRows(const FactsState& state)
{
    if (!state.facts || state.name.isEmpty()) {
        for (FactRow* row : rows) {
            row->hide();
        }
        return;
    }
    const std::vector<FactSentence> sentences = factSentences(*state.facts, state.naming, state.language);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const FactSentence& sentence = sentences[i];
        FactRow* row = rows[static_cast<std::size_t>(sentence.kind)];
        if (row->objectName().isEmpty()) {
            row->setObjectName(QStringLiteral("fact%1").arg(static_cast<int>(sentence.kind)));
            // Name, message and notes stand before the rows, which keep the order of their first filling.
            column->insertWidget(static_cast<int>(i) + 3, row);
            QObject::connect(row, &QAbstractButton::clicked, q,
                             [this, kind = sentence.kind](bool on) { emit q->factToggled(kind, on); });
        }
        row->setSentence(sentence);
        row->setChecked(state.shown.has(sentence.kind));
        row->setFaded(state.isPending);
        row->show();
    }
}

void FactsPanel::Private::showAbout(const FactsState& state)
{
    const bool isCatalogue = state.facts && !state.name.isEmpty() && !state.facts->curve.activation.empty();
    const Activation* activation = isCatalogue ? findActivation(state.facts->curve.activation) : nullptr;
    fill(slopes, activation ? slopesTable(state.facts->curve) : QString());
    fill(purpose, activation ? spoken(activation->purpose, state.language).toHtmlEscaped() : QString());
    fill(frameworks, activation ? frameworkTable(*activation) : QString());
    fill(paper, activation ? text(activation->paper).toHtmlEscaped() : QString());
}

FactsPanel::FactsPanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("factsPanel"));
    setState({});
}

FactsPanel::~FactsPanel() = default;

void FactsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    emit watched(true);
}

void FactsPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    emit watched(false);
}

void FactsPanel::setState(const FactsState& state)
{
    d->show(state);
}

} // namespace secant
