#include "widgets/panels/formula_sheet.h"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/figure/compose.h"
#include "core/figure/formula_reading.h"
#include "core/figure/formula_text.h"
#include "core/figure/slope_gaps.h"
#include "widgets/panels/appearance.h"
#include "widgets/panels/icons.h"
#include "widgets/panels/typeset_view.h"

namespace secant {
namespace {

constexpr std::array<const char*, 3> kLatexNames{"f", "f'", "f''"};
constexpr std::array<const char*, 3> kNames{"f", "f′", "f″"};

} // namespace

FormulaSheet::FormulaSheet(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, kHalfGap, 0);
    column->setSpacing(kHalfGap);
    for (TypesetView*& view : m_views) {
        view = new TypesetView(this);
    }
    createButtons();
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_views[0], 1, Qt::AlignVCenter);
    row->addWidget(m_unfold, 0, Qt::AlignTop);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    column->addLayout(row);
    auto* missing = new MessageLabel(this);
    missing->showSentence(
        tr("There is no formula of the derivative short enough to read; the plot shows it all the same."),
        MessageLabel::Tone::Hint);
    m_missing = missing;
    m_gaps = new MessageLabel(this);
    m_gaps->setObjectName(QStringLiteral("slopeGaps"));
    column->addWidget(m_views[1]);
    column->addWidget(m_gaps);
    column->addWidget(m_views[2]);
    column->addWidget(m_missing);
    setUnfolded(false);
}

void FormulaSheet::createButtons()
{
    m_unfold = new QToolButton(this);
    m_unfold->setObjectName(QStringLiteral("derivatives"));
    m_unfold->setText(QStringLiteral("f′ f″"));
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setFocusPolicy(Qt::StrongFocus);
    m_unfold->setMinimumHeight(26);
    m_unfold->setToolTip(tr("Show the formulas of the first and second derivative."));
    connect(m_unfold, &QToolButton::toggled, this, &FormulaSheet::setUnfolded);
    m_copy = makeIconButton(QStringLiteral("copy"), {}, tr("Copy the formula as text, LaTeX or code."), this);
    m_copy->setObjectName(QStringLiteral("copyFormula"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    // The arrow would lie on the icon.
    m_copy->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    auto* menu = new QMenu(m_copy);
    fillCopyMenu(menu);
    m_copy->setMenu(menu);
}

void FormulaSheet::fillCopyMenu(QMenu* menu)
{
    const auto add = [&](const QString& text, FormulaForm form) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, form] {
            QGuiApplication::clipboard()->setText(QString::fromStdString(formulaText(m_curve, form)));
        });
    };
    add(tr("Copy as Text"), FormulaForm::Text);
    add(tr("Copy as LaTeX"), FormulaForm::Latex);
    add(tr("Copy as C++"), FormulaForm::Cpp);
    add(tr("Copy as NumPy"), FormulaForm::NumPy);
    add(tr("Copy as PyTorch Module"), FormulaForm::PyTorch);
}

void FormulaSheet::setCurve(const CurveSpec& curve, const QString& name)
{
    m_name = name;
    m_copy->setAccessibleName(tr("Copy the formula of %1").arg(name));
    m_unfold->setAccessibleName(tr("Derivatives of %1").arg(name));
    const bool isSame = curve.formula == m_curve.formula && curve.activation == m_curve.activation;
    const bool isWrong = curve.activation.empty() && !readFormula(curve.formula)->ok();
    if (isWrong) {
        return;
    }
    m_curve = curve;
    if (isSame) {
        showGaps();
        return;
    }
    show(0);
    setUnfolded(m_unfold->isChecked());
}

QString FormulaSheet::inWords(QString latex)
{
    latex.replace(QLatin1String("\\text{ and }"), QStringLiteral("\\text{ %1 }").arg(tr("and")));
    latex.replace(QLatin1String("\\text{ or }"), QStringLiteral("\\text{ %1 }").arg(tr("or")));
    latex.replace(QLatin1String("\\text{if }"), QStringLiteral("\\text{%1 }").arg(tr("if")));
    return latex.replace(QLatin1String("\\text{otherwise}"), QStringLiteral("\\text{%1}").arg(tr("otherwise")));
}

void FormulaSheet::show(std::size_t order)
{
    TypesetView& view = *m_views[order];
    const std::optional<std::string> latex = formulaLatex(m_curve, static_cast<Order>(order));
    const QString sides =
        latex ? QLatin1String(kLatexNames[order]) + QStringLiteral(" = ") + QString::fromStdString(*latex) : QString();
    view.setFormula(inWords(sides), tr("Formula of %1 of %2").arg(QString::fromUtf8(kNames[order]), m_name));
    view.setVisible(view.hasFormula() && (order == 0 || m_unfold->isChecked()));
}

void FormulaSheet::setUnfolded(bool unfolded)
{
    bool isComplete = true;
    for (const std::size_t order : {std::size_t{1}, std::size_t{2}}) {
        if (unfolded) {
            show(order);
        }
        m_views[order]->setVisible(unfolded && m_views[order]->hasFormula());
        isComplete = isComplete && m_views[order]->hasFormula();
    }
    m_missing->setVisible(unfolded && !isComplete);
    showGaps();
}

void FormulaSheet::showGaps()
{
    constexpr std::size_t kMostPlaces = 6;
    const bool isShown = m_unfold->isChecked() && m_views[1]->hasFormula();
    const SlopeGaps gaps = isShown ? slopeGaps(m_curve) : SlopeGaps();
    QStringList places;
    for (std::size_t i = 0; i < std::min(gaps.places.size(), kMostPlaces); ++i) {
        places << QString::fromStdString(readable(gaps.places[i]));
    }
    if (gaps.places.size() > kMostPlaces) {
        places << QStringLiteral("…");
    }
    if (!gaps.isKnown) {
        m_gaps->showSentence(tr("Where the cases meet, f′ need not exist."), MessageLabel::Tone::Hint);
    } else if (!places.isEmpty()) {
        m_gaps->showSentence(tr("f′ does not exist at x = %1.").arg(places.join(QStringLiteral(", "))),
                             MessageLabel::Tone::Hint);
    }
    m_gaps->setVisible(isShown && (!gaps.isKnown || !gaps.places.empty()));
}

} // namespace secant
