#include "widgets/panels/view_panel.h"

#include <array>
#include <utility>

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/shading_panel.h"

namespace secant {
namespace {

constexpr std::array<const char*, kPaneKinds> kPaneNames{"paneValue", "paneSlope", "paneCurvature", "paneParameter"};

} // namespace

class ViewPanel::Private {
public:
    explicit Private(ViewPanel* panel);

    QCheckBox* addCheck(const char* name, const QString& text, const QString& tip, QBoxLayout* to);
    void createPanes();
    void createScales();
    void createMarks();
    void createFindings();

    ViewPanel* q;
    QVBoxLayout* column;
    std::array<QCheckBox*, kPaneKinds> panes{};
    QCheckBox* kinks = nullptr;
    std::array<QCheckBox*, kMarkKinds> marks{};
    QCheckBox* crosshair = nullptr;
    QCheckBox* tangent = nullptr;
    QCheckBox* grid = nullptr;
    QCheckBox* heights = nullptr;
    QCheckBox* logX = nullptr;
    QCheckBox* logY = nullptr;
    ShadingPanel* shading = nullptr;
};

ViewPanel::Private::Private(ViewPanel* panel) : q(panel), column(new QVBoxLayout(panel))
{
    column->setContentsMargins(kGap + kHalfGap, kGap, kGap + kHalfGap, kGap);
    column->setSpacing(kHalfGap);
    createPanes();
    column->addSpacing(kGap);
    createScales();
    column->addSpacing(kGap);
    createMarks();
    column->addSpacing(kGap);
    createFindings();
    column->addSpacing(kGap);
    shading = new ShadingPanel(panel);
    column->addWidget(shading);
    QObject::connect(shading, &ShadingPanel::edited, panel, &ViewPanel::shadingEdited);
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

void ViewPanel::Private::createScales()
{
    column->addWidget(makeSectionHeader(ViewPanel::tr("Logarithmic scale"), q));
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kGap);
    column->addLayout(row);
    logX = addCheck("logX", ViewPanel::tr("x", "axis with a logarithmic scale"),
                    ViewPanel::tr("Equal distances along x are equal ratios: powers of x become straight lines where y "
                                  "is logarithmic too. Only x > 0 is shown (Ctrl+Shift+X)."),
                    row);
    logX->setAccessibleName(ViewPanel::tr("Logarithmic x"));
    logY = addCheck("logY", ViewPanel::tr("f, f′, f″", "axes with a logarithmic scale"),
                    ViewPanel::tr("Equal distances along y are equal ratios: exponential tails become straight lines, "
                                  "down to 10⁻³⁰⁰. Only positive values are shown (Ctrl+Shift+Y)."),
                    row);
    logY->setAccessibleName(ViewPanel::tr("Logarithmic y"));
    row->addStretch(1);
    const auto scaleOf = [](bool on) { return on ? AxisScale::Logarithmic : AxisScale::Linear; };
    QObject::connect(logX, &QCheckBox::clicked, q, [this, scaleOf](bool on) { emit q->xScaleChosen(scaleOf(on)); });
    QObject::connect(logY, &QCheckBox::clicked, q, [this, scaleOf](bool on) { emit q->yScaleChosen(scaleOf(on)); });
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

ViewPanel::ViewPanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setScene({});
}

ViewPanel::~ViewPanel() = default;

void ViewPanel::setScene(const Scene& scene)
{
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
    d->logX->setChecked(scene.view.xScale == AxisScale::Logarithmic);
    d->logY->setChecked(scene.view.yScale == AxisScale::Logarithmic);
    const CurveSpec* active = scene.find(scene.activeCurve);
    d->shading->setShading(scene.shading, active ? active->style : 0);
    d->shading->setNaming(scene.naming, scene.language);
}

} // namespace secant
