#include "widgets/panels/chords_panel.h"

#include <algorithm>
#include <cmath>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/number_edit.h"
#include "widgets/panels/number_text.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/shape_names.h"

namespace secant {
namespace {

constexpr double kEndStep = 0.1;
constexpr int kThrow = 100;
constexpr int kMostRows = 4;

QPushButton* makeButton(const QString& text, const char* name, const QString& tip, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    return button;
}

CurveParameter lambdaParameter(double value)
{
    CurveParameter parameter;
    parameter.name = "lambda";
    parameter.symbol = "λ";
    parameter.value = value;
    parameter.standard = ChordSpec{}.lambda;
    parameter.max = 1.0;
    return parameter;
}

QString rowText(const ChordInk& chord)
{
    return QStringLiteral("%1 … %2:  %3")
        .arg(numberText(chord.first.x, 3), numberText(chord.second.x, 3), QString::fromStdString(chord.text));
}

} // namespace

ChordsPanel::ChordsPanel(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfGap);
    column->addWidget(makeSectionHeader(tr("Chords"), this));
    createList();
    createEnds();
    createRandom();
    setScene({});
}

void ChordsPanel::createList()
{
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("chordList"));
    m_list->setAccessibleName(tr("Chords"));
    m_list->setToolTip(tr("Every chord with its gap: the height of the chord above the curve."));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    layout()->addWidget(m_list);
    m_add = makeButton(tr("Add a chord"), "addChord", {}, this);
    m_remove = makeButton(tr("Remove"), "removeChord", tr("Remove the chosen chord."), this);
    auto* row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_list, &QListWidget::currentRowChanged, this, &ChordsPanel::showChosen);
    connect(m_add, &QPushButton::clicked, this, &ChordsPanel::chordAdded);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (chosen() >= 0) {
            emit chordRemoved(chosen());
        }
    });
}

NumberEdit* ChordsPanel::createEnd(const char* name, const QString& symbol, double ChordSpec::*end)
{
    auto* edit = new NumberEdit(m_editor);
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(tr("Chord end %1").arg(symbol));
    edit->setToolTip(tr("Where the chord meets the curve; also a handle on the plot."));
    connect(edit, &NumberEdit::valueTyped, this, [this, end](double value) { moveEnd(end, value); });
    connect(edit, &NumberEdit::stepRequested, this, [this, end](int steps, bool fine) {
        const double step = fine ? kEndStep / 10.0 : kEndStep;
        moveEnd(end, snapped(m_scene.chords[static_cast<std::size_t>(chosen())].*end + steps * step, step));
    });
    connect(edit, &NumberEdit::refused, this, [this](const QString& sentence) { m_message->showSentence(sentence); });
    return edit;
}

void ChordsPanel::createEnds()
{
    m_editor = new QWidget(this);
    auto* box = new QVBoxLayout(m_editor);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(kHalfGap);
    auto* row = new QHBoxLayout;
    m_x1 = createEnd("chordX1", QStringLiteral("x₁"), &ChordSpec::x1);
    m_x2 = createEnd("chordX2", QStringLiteral("x₂"), &ChordSpec::x2);
    for (const auto& [symbol, edit] : {std::pair("x₁", m_x1), std::pair("x₂", m_x2)}) {
        auto* label = new QLabel(QString::fromUtf8(symbol), m_editor);
        label->setBuddy(edit);
        row->addWidget(label);
        row->addWidget(edit);
    }
    row->addStretch(1);
    box->addLayout(row);
    m_message = new MessageLabel(m_editor);
    m_message->setObjectName(QStringLiteral("chordProblem"));
    box->addWidget(m_message);
    m_lambda = new ParameterSlider(m_editor);
    m_lambda->setParameter(lambdaParameter(ChordSpec{}.lambda));
    m_lambda->setObjectName(QStringLiteral("chordLambda"));
    m_lambda->setDescription(tr("Weight λ"), tr("The point λ·(x₁, f(x₁)) + (1 − λ)·(x₂, f(x₂)) on the chord."));
    box->addWidget(m_lambda);
    m_gap = new MessageLabel(m_editor);
    m_gap->setObjectName(QStringLiteral("chordGap"));
    auto* midpoint = makeButton(tr("Midpoint"), "chordMidpoint", tr("Set λ to ½."), m_editor);
    auto* gapRow = new QHBoxLayout;
    gapRow->addWidget(m_gap, 1);
    gapRow->addStretch();
    gapRow->addWidget(midpoint);
    box->addLayout(gapRow);
    layout()->addWidget(m_editor);
    connect(midpoint, &QPushButton::clicked, this, [this] {
        ChordSpec next = m_scene.chords[static_cast<std::size_t>(chosen())];
        if (next.lambda != 0.5) {
            next.lambda = 0.5;
            editChord(next, EditPhase::Single);
        }
    });
    connect(m_lambda, &ParameterSlider::edited, this, [this](double value, EditPhase phase) {
        ChordSpec next = m_scene.chords[static_cast<std::size_t>(chosen())];
        next.lambda = value;
        editChord(next, phase);
    });
}

void ChordsPanel::createRandom()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    m_gaps = new QCheckBox(tr("Shade between chord and curve"), this);
    m_gaps->setObjectName(QStringLiteral("chordGaps"));
    m_gaps->setToolTip(tr("Fill the area between each chord and its curve."));
    column->addWidget(m_gaps);
    auto* row = new QHBoxLayout;
    auto* random =
        makeButton(tr("Throw %1 chords").arg(kThrow), "throwChords",
                   tr("Random chords on the interval of judgement, each at a random λ; press again for others."), this);
    m_clear = makeButton(tr("Clear"), "clearChords", tr("Take the random chords away."), this);
    row->addWidget(random);
    row->addWidget(m_clear);
    row->addStretch(1);
    column->addLayout(row);
    m_tally = new MessageLabel(this);
    m_tally->setObjectName(QStringLiteral("chordTally"));
    column->addWidget(m_tally);
    m_hunt = new QCheckBox(tr("Try to break it"), this);
    m_hunt->setObjectName(QStringLiteral("chordHunt"));
    m_hunt->setToolTip(tr("Drag a chord until it lies on the wrong side of the curve; you are told when it does."));
    column->addWidget(m_hunt);
    m_huntText = new MessageLabel(this);
    m_huntText->setObjectName(QStringLiteral("chordHuntText"));
    column->addWidget(m_huntText);
    connect(m_gaps, &QCheckBox::clicked, this, [this](bool on) {
        WorkbenchSpec next = m_scene.workbench;
        next.gaps = on;
        editWorkbench(next);
    });
    connect(random, &QPushButton::clicked, this, [this] {
        WorkbenchSpec next = m_scene.workbench;
        next.seed += next.randomChords > 0 ? 1U : 0U;
        next.randomChords = kThrow;
        editWorkbench(next);
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        WorkbenchSpec next = m_scene.workbench;
        next.randomChords = 0;
        editWorkbench(next);
    });
    connect(m_hunt, &QCheckBox::clicked, this, [this](bool on) {
        WorkbenchSpec next = m_scene.workbench;
        next.hunt = on;
        editWorkbench(next);
    });
}

int ChordsPanel::chosen() const
{
    return m_list->currentRow() < static_cast<int>(m_scene.chords.size()) ? m_list->currentRow() : -1;
}

void ChordsPanel::moveEnd(double ChordSpec::*end, double value)
{
    if (std::abs(value) > kMaxCoordinate) {
        m_message->showSentence(tr("The plane ends at ±1e300; choose a smaller number."));
        showChosen();
        return;
    }
    ChordSpec next = m_scene.chords[static_cast<std::size_t>(chosen())];
    next.*end = value;
    editChord(next, EditPhase::Single);
}

void ChordsPanel::editChord(const ChordSpec& next, EditPhase phase)
{
    // Remembered at once: a second step may come before the session has answered the first.
    m_message->showSentence({});
    m_scene.chords[static_cast<std::size_t>(chosen())] = next;
    m_x1->setValue(next.x1);
    m_x2->setValue(next.x2);
    emit chordEdited(chosen(), next, phase);
}

void ChordsPanel::editWorkbench(const WorkbenchSpec& next)
{
    m_scene.workbench = next;
    emit workbenchEdited(next, EditPhase::Single);
}

void ChordsPanel::showChosen()
{
    const int index = chosen();
    m_editor->setVisible(index >= 0);
    m_remove->setEnabled(index >= 0);
    showGap();
    if (index >= 0) {
        const ChordSpec& chord = m_scene.chords[static_cast<std::size_t>(index)];
        m_x1->setValue(chord.x1);
        m_x2->setValue(chord.x2);
        m_lambda->setParameter(lambdaParameter(chord.lambda));
    }
}

void ChordsPanel::showGap()
{
    const auto known = m_gapTexts.find(chosen());
    m_gap->showSentence(known == m_gapTexts.end() ? QString() : known->second, MessageLabel::Tone::Hint);
}

void ChordsPanel::setScene(const Scene& scene)
{
    const bool isLonger = scene.chords.size() > m_scene.chords.size();
    m_scene = scene;
    const int count = static_cast<int>(scene.chords.size());
    {
        const QSignalBlocker quiet(m_list);
        while (m_list->count() > count) {
            delete m_list->takeItem(m_list->count() - 1);
        }
        while (m_list->count() < count) {
            m_list->addItem(QString());
        }
        // A new chord is the one that will be worked on.
        m_list->setCurrentRow(isLonger ? count - 1
                                       : std::clamp(m_list->currentRow(), std::min(0, count - 1), count - 1));
    }
    m_list->setVisible(count > 0);
    m_list->setFixedHeight(std::clamp(count, 1, kMostRows) * (fontMetrics().height() + 6) + 2 * m_list->frameWidth());
    m_add->setEnabled(scene.find(scene.activeCurve) != nullptr);
    m_add->setToolTip(tr("Join two points of the active curve: f is %1 where no chord lies below it.")
                          .arg(cupName(scene.naming, scene.language)));
    m_gaps->setChecked(scene.workbench.gaps);
    m_hunt->setChecked(scene.workbench.hunt);
    m_clear->setEnabled(scene.workbench.randomChords > 0);
    showChosen();
}

void ChordsPanel::setFigure(const Figure& figure)
{
    m_gapTexts.clear();
    if (!figure.panes.empty()) {
        for (const ChordInk& chord : figure.panes.front().chords) {
            if (QListWidgetItem* item = m_list->item(chord.index)) {
                item->setText(rowText(chord));
            }
            m_gapTexts[chord.index] = QString::fromStdString(chord.text);
        }
    }
    showGap();
    m_tally->showSentence(QString::fromStdString(figure.workbench.tally), MessageLabel::Tone::Hint);
    m_huntText->showSentence(QString::fromStdString(figure.workbench.hunt), MessageLabel::Tone::Hint);
}

} // namespace secant
