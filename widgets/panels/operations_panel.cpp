#include "widgets/panels/operations_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/figure/compose.h"
#include "widgets/panels/appearance.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/shape_names.h"

namespace secant {
namespace {

CurveParameter slopeParameter(double value)
{
    CurveParameter parameter;
    parameter.name = "slope";
    parameter.symbol = "s";
    parameter.value = value;
    parameter.standard = WorkbenchSpec{}.conjugateSlope;
    parameter.min = -kMaxCoordinate;
    parameter.max = kMaxCoordinate;
    parameter.sliderMin = -3.0;
    parameter.sliderMax = 3.0;
    return parameter;
}

} // namespace

OperationsPanel::OperationsPanel(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfGap);
    column->addWidget(makeSectionHeader(tr("New functions from f"), this));
    createOperations();
    createEnvelope();
    setScene({});
}

void OperationsPanel::createOperations()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    auto* grid = new QGridLayout;
    grid->setSpacing(kHalfGap);
    const std::vector<std::tuple<Operation, const char*, QString, QString>> operations{
        {Operation::Negation, "negate", QStringLiteral("−f"), tr("Turns ∪ into ∩.")},
        {Operation::Perspective, "perspective", QStringLiteral("t·f(x/t)"),
         tr("The perspective of f, with a slider for t: ∪ stays ∪ for t > 0.")},
        {Operation::Sum, "sum", QStringLiteral("f + g"), tr("Sums of ∪ are ∪.")},
        {Operation::Maximum, "maximum", QStringLiteral("max(f, g)"), tr("The larger of two ∪ is ∪.")},
        {Operation::Composition, "compose", QStringLiteral("g(f(x))"), tr("∪ if g is ∪ and increasing and f is ∪.")},
    };
    int place = 0;
    for (const auto& [operation, name, text, tip] : operations) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        button->setAutoDefault(false);
        grid->addWidget(button, place / 3, place % 3);
        ++place;
        m_buttons.emplace_back(operation, button);
        connect(button, &QPushButton::clicked, this,
                [this, chosen = operation] { emit operationChosen(chosen, m_other->currentData().toInt()); });
    }
    column->addLayout(grid);
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("g:"), this);
    m_other = new QComboBox(this);
    m_other->setObjectName(QStringLiteral("otherCurve"));
    m_other->setAccessibleName(tr("The other function, g"));
    m_other->setToolTip(tr("The other function, g: any curve on the plot."));
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_other->setMinimumContentsLength(8);
    label->setBuddy(m_other);
    row->addWidget(label);
    row->addWidget(m_other, 1);
    column->addLayout(row);
}

void OperationsPanel::createEnvelope()
{
    m_envelope = new QCheckBox(this);
    m_envelope->setObjectName(QStringLiteral("envelope"));
    m_envelope->setToolTip(
        tr("The greatest ∪ function below f on what is in view of the interval. Exact for the points that "
           "are drawn, which are within half a pixel of the curve."));
    m_conjugate = new QCheckBox(tr("Legendre conjugate f*"), this);
    m_conjugate->setObjectName(QStringLiteral("conjugate"));
    m_conjugate->setToolTip(
        tr("f*(s) = sup (s·x − f(x)) on what is in view of the interval: the line of slope s that touches "
           "from below meets the axis at −f*(s). Exact for the points that are drawn."));
    m_slope = new ParameterSlider(this);
    m_slope->setParameter(slopeParameter(WorkbenchSpec{}.conjugateSlope));
    m_slope->setObjectName(QStringLiteral("conjugateSlope"));
    m_slope->setDescription(tr("Slope s"),
                            tr("The slope of the line that touches f from below; on f′ the same height."));
    m_conjugateText = new MessageLabel(this);
    m_conjugateText->setObjectName(QStringLiteral("conjugateText"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_envelope, m_conjugate, m_slope, m_conjugateText}) {
        layout()->addWidget(widget);
    }
    connect(m_envelope, &QCheckBox::clicked, this, [this](bool on) {
        WorkbenchSpec next = m_workbench;
        next.envelope = on;
        edit(next, EditPhase::Single);
    });
    connect(m_conjugate, &QCheckBox::clicked, this, [this](bool on) {
        WorkbenchSpec next = m_workbench;
        next.conjugate = on;
        edit(next, EditPhase::Single);
    });
    connect(m_slope, &ParameterSlider::edited, this, [this](double slope, EditPhase phase) {
        WorkbenchSpec next = m_workbench;
        next.conjugateSlope = slope;
        edit(next, phase);
    });
}

void OperationsPanel::edit(const WorkbenchSpec& next, EditPhase phase)
{
    m_workbench = next;
    emit workbenchEdited(next, phase);
}

void OperationsPanel::setScene(const Scene& scene)
{
    m_workbench = scene.workbench;
    m_envelope->setText(tr("Envelope f** (%1)").arg(cupName(scene.naming, scene.language)));
    const int chosen = m_other->currentData().toInt();
    m_other->clear();
    for (const CurveSpec& curve : scene.curves) {
        if (curve.id != scene.activeCurve) {
            m_other->addItem(QString::fromStdString(displayName(curve, scene.language)), curve.id);
        }
    }
    const int index = m_other->findData(chosen);
    m_other->setCurrentIndex(index >= 0 ? index : m_other->count() - 1);
    m_other->setEnabled(m_other->count() > 0);
    const bool hasCurve = scene.find(scene.activeCurve) != nullptr;
    for (const auto& [operation, button] : m_buttons) {
        button->setEnabled(hasCurve && (!needsOther(operation) || m_other->count() > 0));
    }
    m_envelope->setEnabled(hasCurve);
    m_conjugate->setEnabled(hasCurve);
    m_envelope->setChecked(m_workbench.envelope);
    m_conjugate->setChecked(m_workbench.conjugate);
    m_slope->setVisible(m_workbench.conjugate);
    m_slope->setParameter(slopeParameter(m_workbench.conjugateSlope));
}

void OperationsPanel::setFigure(const Figure& figure)
{
    m_conjugateText->showSentence(QString::fromStdString(figure.workbench.conjugate), MessageLabel::Tone::Hint);
}

} // namespace secant
