#include "app/export_dialog.h"

#include <array>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace secant {
namespace {

constexpr double kPxPerMm = 96.0 / 25.4;
constexpr int kLeastSide = 120;
constexpr int kGreatestSide = 16000;

/// Sizes in logical pixels at 96 per inch.
struct Preset {
    const char* text;
    QSize size;
};

QSize fromMm(double width, double height)
{
    return {qRound(width * kPxPerMm), qRound(height * kPxPerMm)};
}

std::array<Preset, 5> presets(QSize figureSize)
{
    return {{{QT_TRANSLATE_NOOP("secant::ExportDialog", "As in the window"), figureSize},
             {QT_TRANSLATE_NOOP("secant::ExportDialog", "Slide 16:9"), {1280, 720}},
             {QT_TRANSLATE_NOOP("secant::ExportDialog", "Two columns of a paper, 178 mm"), fromMm(178, 120)},
             {QT_TRANSLATE_NOOP("secant::ExportDialog", "One column of a paper, 85 mm"), fromMm(85, 70)},
             {QT_TRANSLATE_NOOP("secant::ExportDialog", "A4 landscape"), fromMm(297, 210)}}};
}

} // namespace

ExportDialog::ExportDialog(QSize figureSize, bool windowDark, QWidget* parent)
    : QDialog(parent), m_figureSize(figureSize.expandedTo({kLeastSide, kLeastSide})), m_windowDark(windowDark)
{
    setWindowTitle(tr("Export the figure"));
    createForm();
    applyPreset(0);
}

ExportOptions ExportDialog::options() const
{
    ExportOptions options;
    options.size = {m_width->value(), m_height->value()};
    options.dpi = m_dpi->currentData().toDouble();
    options.windowDark = m_windowDark;
    options.transparent = m_transparent->isChecked();
    return options;
}

FigureTheme ExportDialog::theme() const
{
    return static_cast<FigureTheme>(m_theme->currentData().toInt());
}

void ExportDialog::createForm()
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, 16);
    form->setSpacing(12);

    m_preset = new QComboBox(this);
    for (const Preset& preset : presets(m_figureSize)) {
        m_preset->addItem(tr(preset.text));
    }
    m_preset->addItem(tr("Own size"));
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::applyPreset);
    form->addRow(tr("&Purpose"), m_preset);

    m_width = new QSpinBox(this);
    m_height = new QSpinBox(this);
    auto* sides = new QHBoxLayout;
    for (QSpinBox* side : {m_width, m_height}) {
        side->setRange(kLeastSide, kGreatestSide);
        side->setSuffix(QStringLiteral(" px"));
        sides->addWidget(side);
        connect(side, &QSpinBox::valueChanged, this, [this] {
            m_preset->setCurrentIndex(m_preset->count() - 1);
            updateSummary();
        });
    }
    form->addRow(tr("&Width, height"), sides);

    m_dpi = new QComboBox(this);
    for (const int dpi : {96, 150, 192, 300, 600}) {
        m_dpi->addItem(tr("%1 dpi").arg(dpi), dpi);
    }
    m_dpi->setCurrentIndex(2);
    m_dpi->setToolTip(tr("Pixels an inch of a PNG. SVG and PDF are sharp at every size."));
    connect(m_dpi, &QComboBox::currentIndexChanged, this, &ExportDialog::updateSummary);
    form->addRow(tr("&Resolution"), m_dpi);

    m_theme = new QComboBox(this);
    m_theme->addItem(tr("As in the window"), static_cast<int>(FigureTheme::Window));
    m_theme->addItem(tr("Light"), static_cast<int>(FigureTheme::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(FigureTheme::Dark));
    m_theme->addItem(tr("Paper: white, no grid"), static_cast<int>(FigureTheme::Paper));
    form->addRow(tr("&Look"), m_theme);

    m_transparent = new QCheckBox(tr("&Transparent ground"), this);
    form->addRow(QString(), m_transparent);

    m_summary = new QLabel(this);
    m_summary->setWordWrap(true);
    form->addRow(m_summary);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("&Save as…"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

void ExportDialog::updateSummary()
{
    const ExportOptions chosen = options();
    const ExportProblem problem = checkOptions(chosen);
    const double scale = chosen.dpi / 96.0;
    m_save->setEnabled(!problem);
    m_summary->setText(problem ? *problem
                               : tr("PNG of %1 × %2 pixels, %3 × %4 mm")
                                     .arg(qRound(chosen.size.width() * scale))
                                     .arg(qRound(chosen.size.height() * scale))
                                     .arg(chosen.size.width() / kPxPerMm, 0, 'f', 0)
                                     .arg(chosen.size.height() / kPxPerMm, 0, 'f', 0));
}

void ExportDialog::applyPreset(int index)
{
    const auto all = presets(m_figureSize);
    if (index < static_cast<int>(all.size())) {
        m_width->setValue(all[static_cast<std::size_t>(index)].size.width());
        m_height->setValue(all[static_cast<std::size_t>(index)].size.height());
        m_preset->setCurrentIndex(index);
    }
    updateSummary();
}

} // namespace secant
