#include "widgets/panels/convexity_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "core/figure/wording.h"
#include "core/scene/examples.h"
#include "widgets/panels/appearance.h"
#include "widgets/panels/chords_panel.h"
#include "widgets/panels/composition_tree.h"
#include "widgets/panels/constructions_panel.h"
#include "widgets/panels/interval_edit.h"
#include "widgets/panels/operations_panel.h"
#include "widgets/panels/verdict_card.h"

namespace secant {

ConvexityPanel::ConvexityPanel(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGap + kHalfGap, kGap, kGap + kHalfGap, kGap);
    column->setSpacing(kHalfGap);
    m_question = new MessageLabel(this);
    m_question->setObjectName(QStringLiteral("question"));
    column->addWidget(m_question);
    createInterval();
    column->addSpacing(kGap);
    createVerdict();
    column->addSpacing(kGap);
    createConstructions();
    column->addSpacing(kGap);
    createNaming();
}

void ConvexityPanel::createInterval()
{
    layout()->addWidget(makeSectionHeader(tr("Interval of judgement"), this));
    m_interval = new IntervalEdit(this);
    layout()->addWidget(m_interval);
    m_shown = new QCheckBox(tr("Show it on the x axis"), this);
    m_shown->setObjectName(QStringLiteral("judgementShown"));
    m_shown->setToolTip(tr("Draw the interval with its verdict along the x axis, where its ends can be dragged."));
    layout()->addWidget(m_shown);
    connect(m_interval, &IntervalEdit::edited, this, &ConvexityPanel::judgementEdited);
    connect(m_shown, &QCheckBox::clicked, this, [this](bool shown) {
        m_judgement.shown = shown;
        emit judgementEdited(m_judgement, EditPhase::Single);
    });
}

void ConvexityPanel::createVerdict()
{
    layout()->addWidget(makeSectionHeader(tr("Verdict"), this));
    m_verdict = new VerdictCard(this);
    layout()->addWidget(m_verdict);
    m_composition = new CompositionTree(this);
    layout()->addWidget(m_composition);
    connect(m_verdict, &VerdictCard::longerRequested, this, &ConvexityPanel::longerRequested);
    connect(m_verdict, &VerdictCard::stopRequested, this, &ConvexityPanel::stopRequested);
    connect(m_verdict, &VerdictCard::rangeRequested, this, &ConvexityPanel::rangeRequested);
    connect(m_verdict, &VerdictCard::whyToggled, this, [this](bool why) {
        m_judgement.why = why;
        m_judgement.shown = m_judgement.shown || why;
        emit judgementEdited(m_judgement, EditPhase::Single);
    });
}

void ConvexityPanel::createConstructions()
{
    m_chords = new ChordsPanel(this);
    m_constructions = new ConstructionsPanel(this);
    layout()->addWidget(m_chords);
    static_cast<QVBoxLayout*>(layout())->addSpacing(kGap);
    layout()->addWidget(m_constructions);
    m_operations = new OperationsPanel(this);
    static_cast<QVBoxLayout*>(layout())->addSpacing(kGap);
    layout()->addWidget(m_operations);
    connect(m_operations, &OperationsPanel::operationChosen, this, &ConvexityPanel::operationChosen);
    connect(m_operations, &OperationsPanel::workbenchEdited, this, &ConvexityPanel::workbenchEdited);
    connect(m_chords, &ChordsPanel::chordAdded, this, &ConvexityPanel::chordAdded);
    connect(m_chords, &ChordsPanel::chordRemoved, this, &ConvexityPanel::chordRemoved);
    connect(m_chords, &ChordsPanel::chordEdited, this, &ConvexityPanel::chordEdited);
    connect(m_chords, &ChordsPanel::workbenchEdited, this, &ConvexityPanel::workbenchEdited);
    connect(m_constructions, &ConstructionsPanel::workbenchEdited, this, &ConvexityPanel::workbenchEdited);
}

void ConvexityPanel::createNaming()
{
    layout()->addWidget(makeSectionHeader(tr("What the shapes are called"), this));
    m_naming = new QComboBox(this);
    m_naming->setObjectName(QStringLiteral("naming"));
    m_naming->addItem(tr("International: ∪ convex, ∩ concave"));
    m_naming->addItem(tr("Older Chinese textbooks: ∪ concave, ∩ convex"));
    m_naming->addItem(tr("∪ convex down, ∩ convex up"));
    m_naming->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_naming->setMinimumContentsLength(10);
    m_naming->setAccessibleName(tr("What the shapes are called"));
    m_naming->setToolTip(
        tr("Three customs are in use for the same two shapes. This changes the words everywhere: cards, "
           "plot and exports."));
    layout()->addWidget(m_naming);
    connect(m_naming, &QComboBox::activated, this,
            [this](int index) { emit namingChosen(static_cast<Naming>(index)); });
}

void ConvexityPanel::setScene(const Scene& scene)
{
    m_judgement = scene.judgement;
    m_shown->setChecked(scene.judgement.shown);
    m_interval->setInterval(scene.judgement, scene.view.x);
    m_naming->setCurrentIndex(static_cast<int>(scene.naming));
    m_chords->setScene(scene);
    m_constructions->setScene(scene);
    m_operations->setScene(scene);
    const Example* example = findExample(scene.example);
    m_question->showSentence(example ? QString::fromUtf8(spoken(example->question, scene.language).data()) : QString(),
                             MessageLabel::Tone::Hint);
}

void ConvexityPanel::setFigure(const Figure& figure)
{
    m_chords->setFigure(figure);
    m_constructions->setFigure(figure);
    m_operations->setFigure(figure);
}

void ConvexityPanel::setFindings(const Scene& scene, const Findings& findings, bool isJudging, bool isLonger)
{
    const JudgedCurve* judged = findings.judgedFor(scene);
    m_verdict->setVerdict(scene, judged, isJudging, isLonger);
    m_composition->setComposition(scene, judged, isJudging);
}

void ConvexityPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_wasOpened) {
        m_wasOpened = true;
        emit opened();
    }
}

} // namespace secant
