#include "app/export_dialog.h"

#include <cmath>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/export_presets.h"
#include "app/export_preview.h"
#include "app/sweep_edit.h"

namespace secant {
namespace {

constexpr int kPercent = 100;

QSpinBox* percentBox(QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(static_cast<int>(kMinTextScale * kPercent), static_cast<int>(kMaxTextScale * kPercent));
    box->setSingleStep(10);
    box->setSuffix(QStringLiteral(" %"));
    return box;
}

/// A row of several fields whose letter leads to the first.
void addRow(QFormLayout* form, const QString& text, QLayout* fields, QWidget* first)
{
    auto* label = new QLabel(text);
    label->setBuddy(first);
    form->addRow(label, fields);
}

void select(QComboBox* box, int data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

ExportDialog::ExportDialog(const Scene& scene, QSize figureSize, bool windowDark, const ExportChoices& choices,
                           QWidget* parent)
    : QDialog(parent),
      m_scene(scene),
      m_figureSize(figureSize.expandedTo({120, 120})),
      m_windowDark(windowDark),
      m_choices(choices)
{
    setWindowTitle(tr("Export the figure"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(createForm());
    auto* right = new QVBoxLayout;
    m_preview = new ExportPreview(this);
    right->addWidget(m_preview, 1);
    auto* grey = new QCheckBox(tr("Check in &grey"), this);
    grey->setToolTip(
        tr("Whether the curves can still be told apart where colours are not printed; the file keeps them"));
    connect(grey, &QCheckBox::toggled, m_preview, &ExportPreview::setGrey);
    right->addWidget(grey);
    columns->addLayout(right, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(24, 24, 24, 16);
    all->setSpacing(16);
    all->addLayout(columns, 1);
    all->addWidget(createButtons());
    showChoices();
    resize(900, 560);
}

QWidget* ExportDialog::createForm()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(400);
    auto* form = new QFormLayout(side);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(10);
    addFormat(form);
    addSize(form);
    addResolution(form);
    addLook(form);
    addType(form);
    addAnimation(form);
    m_summary = new QLabel(side);
    m_summary->setWordWrap(true);
    form->addRow(m_summary);
    return side;
}

void ExportDialog::addFormat(QFormLayout* form)
{
    const bool moves = !sweepsOf(m_scene).empty();
    m_format = new QComboBox(this);
    const std::pair<ExportFormat, QString> formats[] = {
        {ExportFormat::Png, tr("PNG picture")},         {ExportFormat::Svg, tr("SVG drawing")},
        {ExportFormat::Pdf, tr("PDF document")},        {ExportFormat::Tex, tr("TikZ figure for LaTeX")},
        {ExportFormat::Csv, tr("CSV table of values")}, {ExportFormat::Json, tr("JSON of the figure")},
        {ExportFormat::Gif, tr("GIF animation")},       {ExportFormat::Webp, tr("WebP animation")}};
    for (const auto& [format, text] : formats) {
        if (moves || !isAnimation(format)) {
            m_format->addItem(text, static_cast<int>(format));
        }
    }
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::takeChoices);
    form->addRow(tr("&Format"), m_format);
}

void ExportDialog::addSize(QFormLayout* form)
{
    m_preset = new QComboBox(this);
    for (const ExportPreset& preset : exportPresets(m_figureSize)) {
        m_preset->addItem(preset.text);
    }
    m_preset->addItem(tr("Own size"));
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::applyPreset);
    form->addRow(tr("&Purpose"), m_preset);

    m_width = new QDoubleSpinBox(this);
    m_width->setAccessibleName(tr("Width"));
    m_height = new QDoubleSpinBox(this);
    m_height->setAccessibleName(tr("Height"));
    m_unit = new QComboBox(this);
    m_unit->setAccessibleName(tr("Unit"));
    m_unit->addItem(tr("px"), static_cast<int>(LengthUnit::Pixel));
    m_unit->addItem(tr("mm"), static_cast<int>(LengthUnit::Millimetre));
    m_unit->addItem(tr("inch"), static_cast<int>(LengthUnit::Inch));
    auto* sides = new QHBoxLayout;
    for (QDoubleSpinBox* side : {m_width, m_height}) {
        sides->addWidget(side, 1);
        connect(side, &QDoubleSpinBox::valueChanged, this, &ExportDialog::takeSize);
    }
    sides->addWidget(m_unit);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ExportDialog::changeUnit);
    addRow(form, tr("&Width, height"), sides, m_width);
}

void ExportDialog::addResolution(QFormLayout* form)
{
    m_dpi = new QSpinBox(this);
    m_dpi->setRange(static_cast<int>(kMinExportDpi), static_cast<int>(kMaxExportDpi));
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setToolTip(tr("Dots an inch of PNG, GIF and WebP. SVG, PDF and TikZ are sharp at every size."));
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportDialog::takeChoices);
    form->addRow(tr("&Resolution"), m_dpi);
}

void ExportDialog::addLook(QFormLayout* form)
{
    m_theme = new QComboBox(this);
    m_theme->addItem(tr("As in the window"), static_cast<int>(FigureTheme::Window));
    m_theme->addItem(tr("Light"), static_cast<int>(FigureTheme::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(FigureTheme::Dark));
    m_theme->addItem(tr("Paper: white, no grid"), static_cast<int>(FigureTheme::Paper));
    connect(m_theme, &QComboBox::currentIndexChanged, this, &ExportDialog::takeChoices);
    form->addRow(tr("&Look"), m_theme);
    m_transparent = new QCheckBox(tr("&Transparent ground"), this);
    connect(m_transparent, &QCheckBox::toggled, this, &ExportDialog::takeChoices);
    form->addRow(QString(), m_transparent);
}

void ExportDialog::addType(QFormLayout* form)
{
    m_font = new QFontComboBox(this);
    m_font->setFontFilters(QFontComboBox::ScalableFonts);
    m_font->setAccessibleName(tr("Font"));
    m_font->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_font, &QFontComboBox::currentFontChanged, this, &ExportDialog::takeChoices);
    m_fontScale = percentBox(this);
    m_fontScale->setAccessibleName(tr("Size of the texts"));
    m_fontScale->setToolTip(tr("Size of the texts"));
    connect(m_fontScale, &QSpinBox::valueChanged, this, &ExportDialog::takeChoices);
    auto* type = new QHBoxLayout;
    type->addWidget(m_font, 1);
    type->addWidget(m_fontScale);
    addRow(form, tr("F&ont, size"), type, m_font);
    m_lineScale = percentBox(this);
    m_lineScale->setToolTip(tr("Width of the curves"));
    connect(m_lineScale, &QSpinBox::valueChanged, this, &ExportDialog::takeChoices);
    form->addRow(tr("Line wi&dth"), m_lineScale);
    m_outlines = new QCheckBox(tr("Texts as &outlines, which need no font"), this);
    connect(m_outlines, &QCheckBox::toggled, this, &ExportDialog::takeChoices);
    form->addRow(QString(), m_outlines);
    m_include = new QCheckBox(tr("The picture &alone, to be read by \\input"), this);
    connect(m_include, &QCheckBox::toggled, this, &ExportDialog::takeChoices);
    form->addRow(QString(), m_include);
}

void ExportDialog::addAnimation(QFormLayout* form)
{
    m_sweep = new SweepEdit(m_scene, this);
    connect(m_sweep, &SweepEdit::changed, this, &ExportDialog::takeChoices);
    form->addRow(tr("Slid&er"), m_sweep);
    m_frames = new QSpinBox(this);
    m_frames->setRange(1, kMaxFrames);
    m_frames->setAccessibleName(tr("Number of pictures"));
    m_fps = new QSpinBox(this);
    m_fps->setRange(1, 1000 / kMinFrameMs);
    m_fps->setSuffix(tr(" a second"));
    m_fps->setAccessibleName(tr("Pictures a second"));
    auto* row = new QHBoxLayout;
    for (QSpinBox* box : {m_frames, m_fps}) {
        row->addWidget(box, 1);
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::takeChoices);
    }
    addRow(form, tr("P&ictures"), row, m_frames);
}

QWidget* ExportDialog::createButtons()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, const QString& tip, Way way) {
        auto* button = new QPushButton(text, bar);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, way] { leave(way); });
        row->addWidget(button);
        m_doers << button;
        return button;
    };
    add(tr("&Copy picture"), tr("Put it on the clipboard as a picture"), Way::CopyPicture);
    add(tr("Copy S&VG"), tr("Put it on the clipboard as an SVG drawing"), Way::CopySvg);
    add(tr("Pri&nt…"), tr("Show it as it would be printed"), Way::Print);
    row->addStretch(1);
    auto* cancel = new QPushButton(tr("Cancel"), bar);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(cancel);
    add(tr("&Save as…"), tr("Choose the file"), Way::SaveAs)->setDefault(true);
    return bar;
}

void ExportDialog::leave(Way way)
{
    m_way = way;
    accept();
}

void ExportDialog::showChoices()
{
    m_showing = true;
    select(m_format, static_cast<int>(m_choices.format));
    select(m_unit, static_cast<int>(m_choices.unit));
    select(m_theme, static_cast<int>(m_choices.theme));
    const auto all = exportPresets(m_figureSize);
    const auto preset = static_cast<std::size_t>(m_choices.preset);
    m_preset->setCurrentIndex(std::min(m_choices.preset, m_preset->count() - 1));
    m_choices.size = preset < all.size() ? all[preset].size : m_choices.size;
    m_dpi->setValue(m_choices.dpi);
    m_transparent->setChecked(m_choices.transparent);
    m_font->setCurrentFont(
        QFont(m_choices.fontFamily.isEmpty() ? QStringLiteral("DejaVu Sans") : m_choices.fontFamily));
    m_fontScale->setValue(qRound(m_choices.fontScale * kPercent));
    m_lineScale->setValue(qRound(m_choices.lineScale * kPercent));
    m_outlines->setChecked(m_choices.textAsOutlines);
    m_include->setChecked(m_choices.include);
    m_frames->setValue(m_choices.frames);
    m_fps->setValue(m_choices.fps);
    m_showing = false;
    showSize();
    takeChoices();
}

void ExportDialog::takeChoices()
{
    if (m_showing) {
        return;
    }
    m_choices.format = static_cast<ExportFormat>(m_format->currentData().toInt());
    m_choices.preset = m_preset->currentIndex();
    m_choices.dpi = m_dpi->value();
    m_choices.theme = static_cast<FigureTheme>(m_theme->currentData().toInt());
    m_choices.transparent = m_transparent->isChecked();
    m_choices.fontFamily = m_font->currentFont().family();
    m_choices.fontScale = static_cast<double>(m_fontScale->value()) / kPercent;
    m_choices.lineScale = static_cast<double>(m_lineScale->value()) / kPercent;
    m_choices.textAsOutlines = m_outlines->isChecked();
    m_choices.include = m_include->isChecked();
    m_choices.frames = m_frames->value();
    m_choices.fps = m_fps->value();
    update();
}

void ExportDialog::applyPreset(int index)
{
    const auto all = exportPresets(m_figureSize);
    if (index < static_cast<int>(all.size())) {
        m_choices.size = all[static_cast<std::size_t>(index)].size;
        showSize();
    }
    takeChoices();
}

void ExportDialog::changeUnit()
{
    m_choices.unit = static_cast<LengthUnit>(m_unit->currentData().toInt());
    showSize();
}

void ExportDialog::takeSize()
{
    if (m_showing) {
        return;
    }
    const double pixels = pixelsPer(m_choices.unit);
    m_choices.size = {std::max(1, qRound(m_width->value() * pixels)), std::max(1, qRound(m_height->value() * pixels))};
    m_preset->setCurrentIndex(m_preset->count() - 1);
    takeChoices();
}

void ExportDialog::showSize()
{
    const bool before = std::exchange(m_showing, true);
    const double pixels = pixelsPer(m_choices.unit);
    for (QDoubleSpinBox* side : {m_width, m_height}) {
        side->setDecimals(m_choices.unit == LengthUnit::Pixel ? 0 : m_choices.unit == LengthUnit::Inch ? 2 : 1);
        side->setRange(1.0 / pixels, kMaxExportSide / pixels);
        side->setValue((side == m_width ? m_choices.size.width() : m_choices.size.height()) / pixels);
    }
    m_showing = before;
}

void ExportDialog::update()
{
    const ExportFormat format = m_choices.format;
    const bool picture = format != ExportFormat::Csv && format != ExportFormat::Json;
    m_dpi->setEnabled(isRaster(format));
    m_transparent->setEnabled(picture && !isAnimation(format));
    m_outlines->setEnabled(format == ExportFormat::Svg);
    m_include->setEnabled(format == ExportFormat::Tex);
    m_sweep->setEnabled(isAnimation(format));
    m_frames->setEnabled(isAnimation(format));
    m_fps->setEnabled(isAnimation(format));
    const ExportProblem wrong = problem();
    for (QPushButton* button : m_doers) {
        button->setEnabled(!wrong);
    }
    m_summary->setText(wrong ? *wrong : summary());
    if (!wrong) {
        m_preview->show(scene(), options());
    }
}

ExportProblem ExportDialog::problem() const
{
    const QString sweep = isAnimation(m_choices.format) ? m_sweep->problem() : QString();
    return sweep.isEmpty() ? checkOptions(options()) : sweep;
}

QString ExportDialog::summary() const
{
    if (isAnimation(m_choices.format)) {
        return tr("%1 pictures, %2 seconds")
            .arg(m_choices.frames)
            .arg(m_choices.frames / double(m_choices.fps), 0, 'g', 3);
    }
    const double mm = pixelsPer(LengthUnit::Millimetre);
    const QSize& size = m_choices.size;
    const QString lengths = tr("%1 × %2 mm").arg(size.width() / mm, 0, 'f', 0).arg(size.height() / mm, 0, 'f', 0);
    if (!isRaster(m_choices.format)) {
        return lengths;
    }
    return tr("%1 × %2 pixels, %3")
        .arg(pixelSide(size.width(), m_choices.dpi))
        .arg(pixelSide(size.height(), m_choices.dpi))
        .arg(lengths);
}

ExportOptions ExportDialog::options() const
{
    ExportOptions options;
    options.format = m_choices.format;
    options.size = m_choices.size;
    options.dpi = m_choices.dpi;
    options.windowDark = m_windowDark;
    options.transparent = m_choices.transparent && m_transparent->isEnabled();
    options.textScale = m_choices.fontScale;
    options.lineScale = m_choices.lineScale;
    options.fontFamily = m_choices.fontFamily;
    options.textAsOutlines = m_choices.textAsOutlines;
    options.include = m_choices.include;
    options.frameMs = 1000 / m_choices.fps;
    if (isAnimation(m_choices.format)) {
        options.sweep = m_sweep->sweep();
    }
    if (options.sweep) {
        options.sweep->frames = m_choices.frames;
    }
    return options;
}

Scene ExportDialog::scene() const
{
    Scene scene = m_scene;
    scene.theme = m_choices.theme == FigureTheme::Window ? scene.theme : m_choices.theme;
    return scene;
}

} // namespace secant
