#include "widgets/panels/shading_panel.h"

#include <vector>

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/shape_names.h"
#include "widgets/panels/swatch.h"

namespace secant {
namespace {

constexpr double kLeastThreshold = 1e-4;
constexpr double kInputSlider = 5.0;
constexpr double kLeastDeviationSlider = 0.01;

/// A threshold in (0, 1].
CurveParameter thresholdParameter(const char* name, const char* symbol, double value, double standard)
{
    CurveParameter parameter;
    parameter.name = name;
    parameter.symbol = symbol;
    parameter.value = value;
    parameter.standard = standard;
    parameter.min = 0.0;
    parameter.max = 1.0;
    parameter.minIncluded = false;
    parameter.sliderMin = kLeastThreshold;
    parameter.sliderMax = 1.0;
    return parameter;
}

CurveParameter epsilonParameter(double value)
{
    return thresholdParameter("epsilon", "ε", value, ShadingSpec{}.epsilon);
}

CurveParameter toleranceParameter(double value)
{
    return thresholdParameter("tolerance", "δ", value, ShadingSpec{}.tolerance);
}

CurveParameter meanParameter(double value)
{
    CurveParameter parameter;
    parameter.name = "mean";
    parameter.symbol = "μ";
    parameter.value = value;
    parameter.standard = InputSpec{}.mean;
    parameter.min = -kMaxInput;
    parameter.max = kMaxInput;
    parameter.sliderMin = -kInputSlider;
    parameter.sliderMax = kInputSlider;
    return parameter;
}

CurveParameter deviationParameter(double value)
{
    CurveParameter parameter;
    parameter.name = "deviation";
    parameter.symbol = "σ";
    parameter.value = value;
    parameter.standard = InputSpec{}.deviation;
    parameter.min = kLeastDeviation;
    parameter.max = kMaxInput;
    parameter.sliderMin = kLeastDeviationSlider;
    parameter.sliderMax = kInputSlider;
    return parameter;
}

} // namespace

class ShadingPanel::Private {
public:
    explicit Private(ShadingPanel* panel);

    QCheckBox* addRow(std::vector<RegionKind> kinds, const char* name, const QString& text, const QString& tip,
                      bool ShadingSpec::*member);
    ParameterSlider* addSlider(const char* name, const CurveParameter& parameter, bool logarithmic);
    void createLearning();
    void createRules();
    void createShapes();
    void createInputs();
    template<typename Change>
    void edit(const Change& change, EditPhase phase = EditPhase::Single);
    void show(int style);

    ShadingPanel* q;
    ShadingSpec shading;
    QVBoxLayout* column;
    std::vector<std::pair<QCheckBox*, bool ShadingSpec::*>> boxes;
    std::vector<RegionSample*> samples;
    ParameterSlider* epsilon = nullptr;
    std::vector<QRadioButton*> rules; ///< In the order of ThresholdRule.
    QSpinBox* layers = nullptr;
    QCheckBox* curved = nullptr;
    ParameterSlider* tolerance = nullptr;
    QCheckBox* inputs = nullptr;
    ParameterSlider* mean = nullptr;
    ParameterSlider* deviation = nullptr;
};

ShadingPanel::Private::Private(ShadingPanel* panel) : q(panel), column(new QVBoxLayout(panel))
{
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfGap);
    createLearning();
    column->addSpacing(kGap);
    createShapes();
    column->addSpacing(kGap);
    createInputs();
}

template<typename Change>
void ShadingPanel::Private::edit(const Change& change, EditPhase phase)
{
    // Remembered at once: a second edit may come before the session has answered the first.
    const ShadingSpec before = shading;
    change(shading);
    if (shading != before || phase != EditPhase::Single) {
        emit q->edited(shading, phase);
    }
}

QCheckBox* ShadingPanel::Private::addRow(std::vector<RegionKind> kinds, const char* name, const QString& text,
                                         const QString& tip, bool ShadingSpec::*member)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    auto* box = new QCheckBox(text, q);
    box->setObjectName(QLatin1String(name));
    box->setToolTip(tip);
    row->addWidget(box);
    row->addStretch(1);
    for (const RegionKind kind : kinds) {
        samples.push_back(new RegionSample(kind, q));
        row->addWidget(samples.back());
    }
    column->addLayout(row);
    boxes.emplace_back(box, member);
    QObject::connect(box, &QCheckBox::clicked, q,
                     [this, member](bool on) { edit([&](ShadingSpec& next) { next.*member = on; }); });
    return box;
}

ParameterSlider* ShadingPanel::Private::addSlider(const char* name, const CurveParameter& parameter, bool logarithmic)
{
    auto* slider = new ParameterSlider(q);
    slider->setLogarithmic(logarithmic);
    slider->setParameter(parameter);
    slider->setObjectName(QLatin1String(name));
    column->addWidget(slider);
    return slider;
}

void ShadingPanel::Private::createLearning()
{
    column->addWidget(makeSectionHeader(ShadingPanel::tr("Where learning stops"), q));
    addRow({RegionKind::Saturated}, "saturated", ShadingPanel::tr("Saturated"),
           ShadingPanel::tr("Shade where the slope is so small that hardly any gradient passes."),
           &ShadingSpec::saturated);
    addRow({RegionKind::Dead}, "dead", ShadingPanel::tr("Dead: f′ = 0"),
           ShadingPanel::tr("Shade where the slope is exactly zero: no gradient passes at all."), &ShadingSpec::dead);
    epsilon = addSlider("epsilon", epsilonParameter(ShadingSpec{}.epsilon), true);
    epsilon->setDescription(ShadingPanel::tr("Threshold ε"), ShadingPanel::tr("Slopes up to ε count as saturated."));
    QObject::connect(epsilon, &ParameterSlider::edited, q, [this](double value, EditPhase phase) {
        edit([&](ShadingSpec& next) { next.epsilon = value; }, phase);
    });
    createRules();
    addRow({RegionKind::Expanding}, "expanding", ShadingPanel::tr("Expanding: |f′| > 1"),
           ShadingPanel::tr("Shade where gradients grow from layer to layer."), &ShadingSpec::expanding);
}

void ShadingPanel::Private::createRules()
{
    auto* group = new QButtonGroup(q);
    const auto addRule = [&](const char* name, const QString& text, const QString& tip, QBoxLayout* to) {
        auto* button = new QRadioButton(text, q);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        group->addButton(button);
        to->addWidget(button);
        const auto rule = static_cast<ThresholdRule>(rules.size());
        rules.push_back(button);
        QObject::connect(button, &QRadioButton::clicked, q,
                         [this, rule] { edit([&](ShadingSpec& next) { next.rule = rule; }); });
    };
    addRule("absolute", ShadingPanel::tr("Absolute: |f′| ≤ ε"),
            ShadingPanel::tr("Saturated means that the slope itself is at most ε."), column);
    addRule("relative", ShadingPanel::tr("Relative: |f′| ≤ ε · max|f′|"),
            ShadingPanel::tr("Saturated means that the slope is at most ε of the steepest one."), column);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    addRule("byLayers", ShadingPanel::tr("n layers: |f′|ⁿ ≤ ε"),
            ShadingPanel::tr("Saturated means that at most ε of a gradient is left behind n layers."), row);
    layers = new QSpinBox(q);
    layers->setObjectName(QStringLiteral("layers"));
    layers->setRange(1, kMaxLayers);
    layers->setPrefix(QStringLiteral("n = "));
    layers->setKeyboardTracking(false);
    const QString tip = ShadingPanel::tr("How many layers of this activation a gradient passes.");
    for (QWidget* part :
         {static_cast<QWidget*>(layers), layers->findChild<QWidget*>(QStringLiteral("qt_spinbox_lineedit"))}) {
        part->setAccessibleName(ShadingPanel::tr("Number of layers n"));
        part->setToolTip(tip);
    }
    row->addStretch(1);
    row->addWidget(layers);
    column->addLayout(row);
    QObject::connect(layers, &QSpinBox::valueChanged, q,
                     [this](int count) { edit([&](ShadingSpec& next) { next.layers = count; }); });
}

void ShadingPanel::Private::createShapes()
{
    column->addWidget(makeSectionHeader(ShadingPanel::tr("What f does"), q));
    addRow({RegionKind::Rising, RegionKind::Falling}, "monotone", ShadingPanel::tr("Increasing, decreasing"),
           ShadingPanel::tr("Shade where f′ is positive, and otherwise where it is negative."), &ShadingSpec::monotone);
    curved = addRow({RegionKind::Convex, RegionKind::Concave}, "curved", {},
                    ShadingPanel::tr("Shade where f″ is positive, and otherwise where it is negative."),
                    &ShadingSpec::curved);
    addRow({RegionKind::Identity}, "identity", ShadingPanel::tr("Near the identity: f(x) ≈ x"),
           ShadingPanel::tr("Shade where f(x) differs from x by at most δ: signals pass unchanged."),
           &ShadingSpec::identity);
    tolerance = addSlider("tolerance", toleranceParameter(ShadingSpec{}.tolerance), true);
    tolerance->setDescription(ShadingPanel::tr("Tolerance δ"), ShadingPanel::tr("How far f(x) may be from x."));
    QObject::connect(tolerance, &ParameterSlider::edited, q, [this](double value, EditPhase phase) {
        edit([&](ShadingSpec& next) { next.tolerance = value; }, phase);
    });
}

void ShadingPanel::Private::createInputs()
{
    column->addWidget(makeSectionHeader(ShadingPanel::tr("Inputs"), q));
    inputs = new QCheckBox(ShadingPanel::tr("Share of inputs from N(μ, σ²)"), q);
    inputs->setObjectName(QStringLiteral("inputs"));
    inputs->setToolTip(ShadingPanel::tr("Tell in the legend how many of the inputs fall into each region."));
    column->addWidget(inputs);
    mean = addSlider("mean", meanParameter(InputSpec{}.mean), false);
    mean->setDescription(ShadingPanel::tr("Mean μ"), ShadingPanel::tr("The middle of the inputs."));
    deviation = addSlider("deviation", deviationParameter(InputSpec{}.deviation), true);
    deviation->setDescription(ShadingPanel::tr("Standard deviation σ"), ShadingPanel::tr("How far the inputs spread."));
    QObject::connect(inputs, &QCheckBox::clicked, q,
                     [this](bool on) { edit([&](ShadingSpec& next) { next.inputs.shown = on; }); });
    QObject::connect(mean, &ParameterSlider::edited, q, [this](double value, EditPhase phase) {
        edit([&](ShadingSpec& next) { next.inputs.mean = value; }, phase);
    });
    QObject::connect(deviation, &ParameterSlider::edited, q, [this](double value, EditPhase phase) {
        edit([&](ShadingSpec& next) { next.inputs.deviation = value; }, phase);
    });
}

void ShadingPanel::Private::show(int style)
{
    for (const auto& [box, member] : boxes) {
        box->setChecked(shading.*member);
    }
    for (RegionSample* sample : samples) {
        sample->setStyleSlot(style);
    }
    epsilon->setParameter(epsilonParameter(shading.epsilon));
    epsilon->setEnabled(shading.saturated);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        rules[i]->setChecked(i == static_cast<std::size_t>(shading.rule));
        rules[i]->setEnabled(shading.saturated);
    }
    layers->setValue(shading.layers);
    layers->setEnabled(shading.saturated && shading.rule == ThresholdRule::Layers);
    tolerance->setParameter(toleranceParameter(shading.tolerance));
    tolerance->setVisible(shading.identity);
    inputs->setChecked(shading.inputs.shown);
    mean->setParameter(meanParameter(shading.inputs.mean));
    deviation->setParameter(deviationParameter(shading.inputs.deviation));
    mean->setVisible(shading.inputs.shown);
    deviation->setVisible(shading.inputs.shown);
}

ShadingPanel::ShadingPanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setShading({}, 0);
    setNaming(Naming::International, Language::English);
}

ShadingPanel::~ShadingPanel() = default;

void ShadingPanel::setShading(const ShadingSpec& shading, int style)
{
    d->shading = shading;
    d->show(style);
}

void ShadingPanel::setNaming(Naming naming, Language language)
{
    QString text = tr("%1, %2", "two shapes").arg(cupName(naming, language), capName(naming, language));
    text.front() = text.front().toUpper();
    d->curved->setText(text);
}

} // namespace secant
