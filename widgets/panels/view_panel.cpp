#include "widgets/panels/view_panel.h"

#include <array>
#include <cmath>
#include <utility>

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/number_edit.h"
#include "widgets/panels/number_text.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/shading_panel.h"

namespace secant {
namespace {

constexpr double kEndStep = 0.1; ///< What an arrow key moves an end of the chord by.
constexpr std::array<const char*, kPaneKinds> kPaneNames{"paneValue", "paneSlope", "paneCurvature", "paneParameter"};

CurveParameter lambdaParameter(double value)
{
    CurveParameter parameter;
    parameter.name = "lambda";
    parameter.symbol = "λ";
    parameter.value = value;
    parameter.standard = ChordSpec{}.lambda;
    parameter.min = 0.0;
    parameter.max = 1.0;
    return parameter;
}

} // namespace

class ViewPanel::Private {
public:
    explicit Private(ViewPanel* panel);

    QCheckBox* addCheck(const char* name, const QString& text, const QString& tip, QBoxLayout* to);
    void createPanes();
    void createMarks();
    void createFindings();
    void createChord();
    void createChordEnds(QBoxLayout* to);
    [[nodiscard]] ChordSpec chordNow() const;
    void moveEnd(double ChordSpec::*end, double value);
    void editChord(const ChordSpec& chord, EditPhase phase);
    void showChord(const QString& text);

    ViewPanel* q;
    Scene scene;
    QVBoxLayout* column;
    std::array<QCheckBox*, kPaneKinds> panes{};
    QCheckBox* kinks = nullptr;
    std::array<QCheckBox*, kMarkKinds> marks{};
    QCheckBox* crosshair = nullptr;
    QCheckBox* tangent = nullptr;
    QCheckBox* grid = nullptr;
    QCheckBox* heights = nullptr;
    ShadingPanel* shading = nullptr;
    QCheckBox* chord = nullptr;
    QWidget* chordBox = nullptr;
    NumberEdit* x1 = nullptr;
    NumberEdit* x2 = nullptr;
    ParameterSlider* lambda = nullptr;
    MessageLabel* chordMessage = nullptr;
    QLabel* gap = nullptr;
    MessageLabel* chordHint = nullptr;
};

ViewPanel::Private::Private(ViewPanel* panel) : q(panel), column(new QVBoxLayout(panel))
{
    column->setContentsMargins(kGap + kHalfGap, kGap, kGap + kHalfGap, kGap);
    column->setSpacing(kHalfGap);
    createPanes();
    column->addSpacing(kGap);
    createMarks();
    column->addSpacing(kGap);
    createFindings();
    column->addSpacing(kGap);
    shading = new ShadingPanel(panel);
    column->addWidget(shading);
    QObject::connect(shading, &ShadingPanel::edited, panel, &ViewPanel::shadingEdited);
    column->addSpacing(kGap);
    createChord();
}

QCheckBox* ViewPanel::Private::addCheck(const char* name, const QString& text, const QString& tip, QBoxLayout* to)
{
    auto* box = new QCheckBox(text, q);
    box->setObjectName(QLatin1String(name));
    box->setToolTip(tip);
    to->addWidget(box);
    return box;
}

void ViewPanel::Private::createPanes()
{
    column->addWidget(makeSectionHeader(ViewPanel::tr("Panes"), q));
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kGap);
    column->addLayout(row);
    const std::array<std::pair<QString, QString>, kPaneKinds> texts{{
        {ViewPanel::tr("f", "pane of the function"), ViewPanel::tr("The function itself is always shown.")},
        {ViewPanel::tr("f′", "pane of the slope"), ViewPanel::tr("Show the first derivative in a pane below.")},
        {ViewPanel::tr("f″", "pane of the curvature"), ViewPanel::tr("Show the second derivative in a pane below.")},
        {ViewPanel::tr("∂f/∂α", "pane of the parameter slope"),
         ViewPanel::tr("Show how f changes with its parameter, which is what a learned parameter gets as gradient.")},
    }};
    for (std::size_t i = 0; i < kPaneKinds; ++i) {
        panes[i] = addCheck(kPaneNames[i], texts[i].first, texts[i].second, row);
        panes[i]->setAccessibleName(ViewPanel::tr("Pane %1").arg(texts[i].first));
        QObject::connect(panes[i], &QCheckBox::clicked, q,
                         [this, kind = kAllPanes[i]](bool on) { emit q->paneToggled(kind, on); });
    }
    panes[0]->setChecked(true);
    panes[0]->setEnabled(false);
    row->addStretch(1);
    heights = addCheck("heights", ViewPanel::tr("Heights follow the curves"),
                       ViewPanel::tr("The y ranges make room when a parameter or the x range changes, and do not jump. "
                                     "Changing a y range by hand ends it."),
                       column);
    QObject::connect(heights, &QCheckBox::clicked, q, &ViewPanel::heightsToggled);
}

void ViewPanel::Private::createMarks()
{
    column->addWidget(makeSectionHeader(ViewPanel::tr("Marks"), q));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(2 * kGap);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    for (QVBoxLayout* side : {left, right}) {
        side->setSpacing(kHalfGap);
        columns->addLayout(side, 1);
    }
    column->addLayout(columns);
    kinks =
        addCheck("kinks", ViewPanel::tr("Kinks"),
                 ViewPanel::tr("Dots where a slope jumps: both one-sided values, and the one PyTorch returns."), left);
    grid = addCheck("grid", ViewPanel::tr("Grid"), ViewPanel::tr("Grid lines behind the curves."), left);
    crosshair = addCheck("crosshair", ViewPanel::tr("Crosshair"),
                         ViewPanel::tr("Read f, f′ and f″ of every curve under the pointer."), right);
    tangent = addCheck("tangent", ViewPanel::tr("Tangent"),
                       ViewPanel::tr("The tangent of the active curve at the pointer."), right);
    QObject::connect(kinks, &QCheckBox::clicked, q, &ViewPanel::kinksToggled);
    QObject::connect(grid, &QCheckBox::clicked, q, &ViewPanel::gridToggled);
    QObject::connect(crosshair, &QCheckBox::clicked, q, &ViewPanel::crosshairToggled);
    QObject::connect(tangent, &QCheckBox::clicked, q, &ViewPanel::tangentToggled);
}

/// Two columns of boxes for what is found on the active curve.
void ViewPanel::Private::createFindings()
{
    column->addWidget(makeSectionHeader(ViewPanel::tr("Find on the active curve"), q));
    auto* places = new QGridLayout;
    places->setHorizontalSpacing(2 * kGap);
    places->setVerticalSpacing(kHalfGap);
    column->addLayout(places);
    const std::array<std::pair<QString, QString>, kMarkKinds> texts{{
        {ViewPanel::tr("Zeros"), ViewPanel::tr("Mark where f is 0.")},
        {ViewPanel::tr("Extrema"), ViewPanel::tr("Mark where f turns: its minima and maxima, kinks among them.")},
        {ViewPanel::tr("Inflections"), ViewPanel::tr("Mark where f″ changes sign.")},
        {ViewPanel::tr("Breaks"), ViewPanel::tr("Mark jumps, poles, holes and ends of the domain.")},
        {ViewPanel::tr("Asymptotes"),
         ViewPanel::tr("Draw the straight lines that f approaches, upright ones at poles among them.")},
    }};
    constexpr std::array<const char*, kMarkKinds> kNames{"markZeros", "markExtrema", "markInflections", "markBreaks",
                                                         "markAsymptotes"};
    for (std::size_t i = 0; i < kMarkKinds; ++i) {
        marks[i] = new QCheckBox(texts[i].first, q);
        marks[i]->setObjectName(QLatin1String(kNames[i]));
        marks[i]->setToolTip(texts[i].second);
        places->addWidget(marks[i], static_cast<int>(i / 2), static_cast<int>(i % 2));
        QObject::connect(marks[i], &QCheckBox::clicked, q,
                         [this, kind = static_cast<MarkKind>(i)](bool on) { emit q->markToggled(kind, on); });
    }
    places->setColumnStretch(0, 1);
    places->setColumnStretch(1, 1);
}

void ViewPanel::Private::createChord()
{
    column->addWidget(makeSectionHeader(ViewPanel::tr("Chord"), q));
    chord = addCheck("chord", ViewPanel::tr("Chord of the active curve"),
                     ViewPanel::tr("Join two points of the curve: f is convex where no chord lies below it."), column);
    QObject::connect(chord, &QCheckBox::clicked, q, &ViewPanel::chordToggled);
    chordHint = new MessageLabel(q);
    chordHint->setObjectName(QStringLiteral("chordHint"));
    column->addWidget(chordHint);
    chordBox = new QWidget(q);
    auto* box = new QVBoxLayout(chordBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(kHalfGap);
    createChordEnds(box);
    lambda = new ParameterSlider(chordBox);
    lambda->setParameter(lambdaParameter(ChordSpec{}.lambda));
    lambda->setObjectName(QStringLiteral("lambda"));
    lambda->setDescription(ViewPanel::tr("Weight λ"),
                           ViewPanel::tr("The point λ·(x₁, f(x₁)) + (1 − λ)·(x₂, f(x₂)) on the chord."));
    auto* row = new QHBoxLayout;
    gap = new QLabel(chordBox);
    gap->setObjectName(QStringLiteral("gap"));
    gap->setTextFormat(Qt::PlainText);
    gap->setWordWrap(true);
    gap->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* midpoint = new QPushButton(ViewPanel::tr("Midpoint"), chordBox);
    midpoint->setToolTip(ViewPanel::tr("Set λ to ½."));
    midpoint->setObjectName(QStringLiteral("midpoint"));
    midpoint->setAutoDefault(false);
    row->addWidget(gap, 1);
    row->addWidget(midpoint);
    box->addWidget(lambda);
    box->addLayout(row);
    column->addWidget(chordBox);
    QObject::connect(lambda, &ParameterSlider::edited, q, [this](double value, EditPhase phase) {
        ChordSpec next = chordNow();
        next.lambda = value;
        editChord(next, phase);
    });
    QObject::connect(midpoint, &QPushButton::clicked, q, [this] {
        if (!scene.chords.empty() && scene.chords.front().lambda != 0.5) {
            ChordSpec next = chordNow();
            next.lambda = 0.5;
            editChord(next, EditPhase::Single);
        }
    });
}

void ViewPanel::Private::createChordEnds(QBoxLayout* to)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kHalfGap);
    chordMessage = new MessageLabel(chordBox);
    chordMessage->setObjectName(QStringLiteral("chordMessage"));
    const auto addEnd = [this, row](const char* name, const QString& symbol, double ChordSpec::*end) {
        auto* label = new QLabel(symbol, chordBox);
        auto* edit = new NumberEdit(chordBox);
        edit->setObjectName(QLatin1String(name));
        edit->setAccessibleName(ViewPanel::tr("Chord end %1").arg(symbol));
        edit->setToolTip(ViewPanel::tr("Where the chord meets the curve; also a handle on the plot."));
        label->setBuddy(edit);
        row->addWidget(label);
        row->addWidget(edit);
        QObject::connect(edit, &NumberEdit::valueTyped, q, [this, end](double value) { moveEnd(end, value); });
        QObject::connect(edit, &NumberEdit::stepRequested, q, [this, end](int steps, bool fine) {
            const double step = fine ? kEndStep / 10.0 : kEndStep;
            moveEnd(end, snapped(chordNow().*end + steps * step, step));
        });
        QObject::connect(edit, &NumberEdit::refused, chordMessage,
                         [this](const QString& sentence) { chordMessage->showSentence(sentence); });
        return edit;
    };
    x1 = addEnd("x1", QStringLiteral("x₁"), &ChordSpec::x1);
    row->addSpacing(kGap);
    x2 = addEnd("x2", QStringLiteral("x₂"), &ChordSpec::x2);
    row->addStretch(1);
    to->addLayout(row);
    to->addWidget(chordMessage);
}

ChordSpec ViewPanel::Private::chordNow() const
{
    return scene.chords.empty() ? ChordSpec{} : scene.chords.front();
}

void ViewPanel::Private::moveEnd(double ChordSpec::*end, double value)
{
    if (std::abs(value) > kMaxCoordinate) {
        chordMessage->showSentence(ViewPanel::tr("The plane ends at ±1e300; choose a smaller number."));
        return;
    }
    chordMessage->showSentence({});
    ChordSpec next = chordNow();
    next.*end = value;
    if (next != chordNow()) {
        editChord(next, EditPhase::Single);
        // A second step or a refused text refers to what holds now.
        x1->setValue(next.x1);
        x2->setValue(next.x2);
    }
}

void ViewPanel::Private::editChord(const ChordSpec& next, EditPhase phase)
{
    if (!scene.chords.empty()) {
        scene.chords.front() = next;
        emit q->chordEdited(0, next, phase);
    }
}

void ViewPanel::Private::showChord(const QString& text)
{
    const bool any = !scene.chords.empty();
    chord->setChecked(any);
    chord->setEnabled(any || !scene.curves.empty());
    chordBox->setVisible(any);
    const QString hint = scene.curves.empty() ? ViewPanel::tr("Put a curve on the plot first.")
                                              : ViewPanel::tr("A convex function never lies above its chord.");
    chordHint->showSentence(any ? QString() : hint, MessageLabel::Tone::Hint);
    if (any) {
        x1->setValue(scene.chords.front().x1);
        x2->setValue(scene.chords.front().x2);
        lambda->setParameter(lambdaParameter(scene.chords.front().lambda));
        gap->setText(text);
    }
}

ViewPanel::ViewPanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setScene({}, {});
}

ViewPanel::~ViewPanel() = default;

void ViewPanel::setScene(const Scene& scene, const QString& chordText)
{

    if (d->scene.chords != scene.chords) {
        d->chordMessage->showSentence({});
    }
    d->scene = scene;
    for (std::size_t i = 1; i < kPaneKinds; ++i) {
        d->panes[i]->setChecked(scene.panes[i]);
    }
    d->kinks->setChecked(scene.kinks);
    for (std::size_t i = 0; i < kMarkKinds; ++i) {
        d->marks[i]->setChecked(scene.marks[i]);
    }
    d->crosshair->setChecked(scene.crosshair);
    d->tangent->setChecked(scene.tangent);
    d->grid->setChecked(scene.grid);
    d->heights->setChecked(scene.autoHeights);
    const CurveSpec* active = scene.find(scene.activeCurve);
    d->shading->setShading(scene.shading, active ? active->style : 0);
    d->showChord(chordText);
}

} // namespace secant
