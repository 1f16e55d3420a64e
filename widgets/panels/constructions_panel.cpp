#include "widgets/panels/constructions_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/number_edit.h"
#include "widgets/panels/number_text.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/shape_names.h"

namespace secant {
namespace {

constexpr double kStep = 0.1;

CurveParameter weightParameter(std::size_t index, double value)
{
    CurveParameter parameter;
    parameter.name = "w" + std::to_string(index + 1);
    parameter.symbol = parameter.name;
    parameter.value = value;
    parameter.standard = 1.0;
    parameter.max = 1.0;
    return parameter;
}

} // namespace

ConstructionsPanel::ConstructionsPanel(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfGap);
    createTangent();
    createEpigraph();
    createJensen();
    setScene({});
}

void ConstructionsPanel::createTangent()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(makeSectionHeader(tr("Tangent and epigraph"), this));
    auto* row = new QHBoxLayout;
    m_tangent = new QCheckBox(tr("Tangent at x ="), this);
    m_tangent->setObjectName(QStringLiteral("tangentFixed"));
    m_tangent->setToolTip(
        tr("A tangent that stays where you drag it; at a kink every supporting line, and their slopes on "
           "the pane of f′."));
    m_tangentX = new NumberEdit(this);
    m_tangentX->setObjectName(QStringLiteral("tangentX"));
    m_tangentX->setAccessibleName(tr("Where the tangent touches"));
    m_tangentX->setToolTip(tr("Where the tangent touches the curve; also a handle on the plot."));
    row->addWidget(m_tangent);
    row->addWidget(m_tangentX);
    row->addStretch(1);
    column->addLayout(row);
    m_tangentText = new MessageLabel(this);
    m_tangentText->setObjectName(QStringLiteral("tangentText"));
    column->addWidget(m_tangentText);
    const auto move = [this](double x) {
        WorkbenchSpec next = m_workbench;
        next.tangentX = x;
        edit(next);
    };
    connect(m_tangent, &QCheckBox::clicked, this, [this](bool on) {
        WorkbenchSpec next = m_workbench;
        next.tangent = on;
        edit(next);
    });
    connect(m_tangentX, &NumberEdit::valueTyped, this, move);
    connect(m_tangentX, &NumberEdit::stepRequested, this, [this, move](int steps, bool fine) {
        const double step = fine ? kStep / 10.0 : kStep;
        move(snapped(m_workbench.tangentX + steps * step, step));
    });
    connect(m_tangentX, &NumberEdit::refused, this,
            [this](const QString& sentence) { m_tangentText->showSentence(sentence); });
}

void ConstructionsPanel::createEpigraph()
{
    m_epigraph = new QCheckBox(tr("Epigraph with a segment"), this);
    m_epigraph->setObjectName(QStringLiteral("epigraph"));
    layout()->addWidget(m_epigraph);
    m_epigraphText = new MessageLabel(this);
    m_epigraphText->setObjectName(QStringLiteral("epigraphText"));
    layout()->addWidget(m_epigraphText);
    connect(m_epigraph, &QCheckBox::clicked, this, [this](bool on) {
        WorkbenchSpec next = m_workbench;
        next.epigraph = on;
        if (on) {
            const double high = m_heights.min + 0.75 * (m_heights.max - m_heights.min);
            next.segmentFirst = {between(m_xScale, m_view.min, m_view.max, 0.3), high};
            next.segmentSecond = {between(m_xScale, m_view.min, m_view.max, 0.7), high};
        }
        edit(next);
    });
}

void ConstructionsPanel::createJensen()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addSpacing(kGap);
    column->addWidget(makeSectionHeader(tr("Jensen’s inequality"), this));
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("Weighted points"), this);
    m_points = new QSpinBox(this);
    m_points->setObjectName(QStringLiteral("jensenPoints"));
    m_points->setRange(0, static_cast<int>(kMaxJensenPoints));
    m_points->setAccessibleName(tr("Weighted points"));
    m_points->setToolTip(
        tr("Points of the curve to be dragged: the mean of the values against the value at the mean."));
    label->setBuddy(m_points);
    row->addWidget(label);
    row->addWidget(m_points);
    row->addStretch(1);
    column->addLayout(row);
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        m_weights[i] = new ParameterSlider(this);
        m_weights[i]->setParameter(weightParameter(i, 1.0));
        m_weights[i]->setObjectName(QStringLiteral("weight%1").arg(i + 1));
        m_weights[i]->setDescription(tr("Weight of point %1").arg(i + 1), tr("Only the ratios of the weights matter."));
        column->addWidget(m_weights[i]);
        connect(m_weights[i], &ParameterSlider::edited, this, [this, i](double value, EditPhase phase) {
            WorkbenchSpec next = m_workbench;
            next.jensen[i].weight = value;
            edit(next, phase);
        });
    }
    m_jensenText = new MessageLabel(this);
    m_jensenText->setObjectName(QStringLiteral("jensenText"));
    column->addWidget(m_jensenText);
    connect(m_points, &QSpinBox::valueChanged, this, &ConstructionsPanel::setPointCount);
}

void ConstructionsPanel::setPointCount(int count)
{
    // One point has no mean but itself: the step from none goes to two, and back.
    const bool isShrinking = count < static_cast<int>(m_workbench.jensen.size());
    const auto wanted = static_cast<std::size_t>(count == 1 ? (isShrinking ? 0 : 2) : count);
    WorkbenchSpec next = m_workbench;
    while (next.jensen.size() < wanted) {
        const double share = (static_cast<double>(next.jensen.size()) + 1.0) / (kMaxJensenPoints + 1.0);
        next.jensen.push_back({between(m_xScale, m_view.min, m_view.max, share), 1.0});
    }
    next.jensen.resize(wanted);
    edit(next);
}

void ConstructionsPanel::edit(const WorkbenchSpec& next, EditPhase phase)
{
    m_workbench = next;
    emit workbenchEdited(next, phase);
}

void ConstructionsPanel::setScene(const Scene& scene)
{
    m_workbench = scene.workbench;
    m_view = scene.view.x;
    m_xScale = scene.view.xScale;
    m_epigraph->setToolTip(tr("Shade the points on and above the curve. f is %1 where every segment between two of "
                              "them stays inside; drag its ends.")
                               .arg(cupName(scene.naming, scene.language)));
    m_heights = scene.view.yOf(PaneKind::Value);
    const bool hasCurve = scene.find(scene.activeCurve) != nullptr;
    for (QWidget* widget :
         {static_cast<QWidget*>(m_tangent), static_cast<QWidget*>(m_epigraph), static_cast<QWidget*>(m_points)}) {
        widget->setEnabled(hasCurve);
    }
    m_tangent->setChecked(m_workbench.tangent);
    m_tangentX->setValue(m_workbench.tangentX);
    m_epigraph->setChecked(m_workbench.epigraph);
    const QSignalBlocker quiet(m_points);
    m_points->setValue(static_cast<int>(m_workbench.jensen.size()));
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        m_weights[i]->setVisible(i < m_workbench.jensen.size());
        if (i < m_workbench.jensen.size()) {
            m_weights[i]->setParameter(weightParameter(i, m_workbench.jensen[i].weight));
        }
    }
}

void ConstructionsPanel::setFigure(const Figure& figure)
{
    m_tangentText->showSentence(QString::fromStdString(figure.workbench.tangent), MessageLabel::Tone::Hint);
    m_epigraphText->showSentence(QString::fromStdString(figure.workbench.epigraph), MessageLabel::Tone::Hint);
    m_jensenText->showSentence(QString::fromStdString(figure.workbench.jensen), MessageLabel::Tone::Hint);
}

} // namespace secant
