#include "widgets/panels/curve_card.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "widgets/panels/appearance.h"
#include "widgets/panels/formula_line.h"
#include "widgets/panels/formula_sheet.h"
#include "widgets/panels/icons.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/panels/swatch.h"

namespace secant {
namespace {

constexpr int kAccentWidth = 3;

/// A combo box that elides what does not fit and leaves the wheel to the panel until it has the focus, so that
/// scrolling changes nothing by accident.
class ConventionBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        const QRect room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
        option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room.width() - kHalfGap);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
    void wheelEvent(QWheelEvent* event) override
    {
        if (hasFocus()) {
            QComboBox::wheelEvent(event);
        } else {
            event->ignore();
        }
    }
};

} // namespace

CurveCard::CurveCard(int curve, QWidget* parent) : QWidget(parent), m_curve(curve)
{
    setObjectName(QStringLiteral("curveCard"));
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Click to make this the active curve, whose regions and tangent are drawn; Delete removes it."));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(kGap + kAccentWidth + 1, kHalfGap + 2, kHalfGap + 2, kHalfGap + 2);
    m_column->setSpacing(kHalfGap);
    createHead();
    m_sheet = new FormulaSheet(this);
    m_column->addWidget(m_sheet);
    watch(m_sheet);
    m_parameterColumn = new QVBoxLayout;
    m_parameterColumn->setContentsMargins(0, 0, kHalfGap, 0);
    m_parameterColumn->setSpacing(kHalfGap);
    m_column->addLayout(m_parameterColumn);
}

void CurveCard::createHead()
{
    m_sample = new LineSample(this);
    m_sample->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_name = new ElidedLabel(this);
    QFont font = m_name->font();
    font.setWeight(QFont::DemiBold);
    m_name->setFont(font);
    m_eye = makeIconButton(QStringLiteral("eye"), {}, {}, this);
    m_eye->setObjectName(QStringLiteral("eye"));
    connect(m_eye, &QToolButton::clicked, this, [this] { emit visibilityEdited(!m_state.spec.visible); });
    m_remove = makeIconButton(QStringLiteral("remove"), {}, tr("Remove this curve; undo brings it back."), this);
    m_remove->setObjectName(QStringLiteral("remove"));
    connect(m_remove, &QToolButton::clicked, this, &CurveCard::removeRequested);

    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sample);
    row->addSpacing(kGap);
    row->addWidget(m_name, 1);
    row->addWidget(m_eye);
    row->addWidget(m_remove);
    m_column->addLayout(row);
}

void CurveCard::createFormula()
{
    m_formula = new FormulaLine(this);
    m_formula->setHistory(m_history);
    connect(m_formula, &FormulaLine::edited, this, &CurveCard::formulaEdited);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, kHalfGap, 0);
    row->addWidget(m_formula);
    m_column->insertLayout(1, row);
    watch(m_formula);
}

void CurveCard::createConventions()
{
    m_conventions = new ConventionBox(this);
    m_conventions->setObjectName(QStringLiteral("conventions"));
    m_conventions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_conventions->setMinimumContentsLength(8);
    m_conventions->setFocusPolicy(Qt::StrongFocus);
    connect(m_conventions, &QComboBox::activated, this,
            [this](int index) { emit conventionChosen(m_conventions->itemData(index).toString()); });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, kHalfGap, 0);
    row->addWidget(m_conventions);
    m_column->insertLayout(m_column->count() - 1, row);
    watch(m_conventions);
}

QToolButton* CurveCard::createSegment(const QString& text, const QString& tip, bool training)
{
    auto* segment = new QToolButton(m_randomRow);
    segment->setText(text);
    segment->setToolTip(tip);
    segment->setCheckable(true);
    segment->setAutoRaise(true);
    segment->setFocusPolicy(Qt::StrongFocus);
    segment->setMinimumHeight(26);
    connect(segment, &QToolButton::clicked, this, [this, training] { setTraining(training); });
    return segment;
}

void CurveCard::createRandomSlopes()
{
    m_randomRow = new QWidget(this);
    m_training = createSegment(tr("Training"), tr("Training: slopes drawn at random."), true);
    m_training->setObjectName(QStringLiteral("training"));
    m_test = createSegment(tr("Test"), tr("Test: the mean slope alone."), false);
    m_test->setObjectName(QStringLiteral("test"));
    m_drawAgain = new QToolButton(m_randomRow);
    m_drawAgain->setObjectName(QStringLiteral("drawAgain"));
    m_drawAgain->setText(tr("Draw again"));
    m_drawAgain->setIcon(icon(QStringLiteral("refresh")));
    m_drawAgain->setIconSize({16, 16});
    m_drawAgain->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_drawAgain->setAutoRaise(true);
    m_drawAgain->setFocusPolicy(Qt::StrongFocus);
    m_drawAgain->setMinimumHeight(26);
    m_drawAgain->setToolTip(tr("Draw new random slopes from the same range."));
    connect(m_drawAgain, &QToolButton::clicked, this, [this] {
        RandomSlopes next = m_state.spec.randomSlopes;
        ++next.seed;
        emit randomSlopesEdited(next);
    });
    auto* row = new QHBoxLayout(m_randomRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_training);
    row->addWidget(m_test);
    row->addStretch(1);
    row->addWidget(m_drawAgain);
    m_column->insertWidget(m_column->count() - 1, m_randomRow);
    watch(m_randomRow);
}

void CurveCard::setTraining(bool training)
{
    RandomSlopes next = m_state.spec.randomSlopes;
    // The click has checked the button already; what holds is what comes back.
    updateRandomSlopes();
    if (next.training != training) {
        next.training = training;
        emit randomSlopesEdited(next);
    }
}

void CurveCard::setState(const CurveCardState& state)
{
    const bool wasActive = m_state.active;
    m_state = state;
    setAccessibleName(state.active ? tr("Curve %1, active").arg(state.name) : tr("Curve %1").arg(state.name));
    setProperty("active", state.active);
    if (wasActive != state.active) {
        update();
    }
    updateHead();
    updateFormula();
    updateConventions();
    updateRandomSlopes();
    updateParameters();
}

void CurveCard::setHistory(FormulaHistory* history)
{
    m_history = history;
    if (m_formula) {
        m_formula->setHistory(history);
    }
}

void CurveCard::setDark(bool dark)
{
    m_sample->setDark(dark);
}

QWidgetList CurveCard::tabStops()
{
    QWidgetList parts{m_eye, m_remove};
    if (m_formula) {
        parts += m_formula->findChildren<QWidget*>();
    }
    for (QToolButton* button : m_sheet->findChildren<QToolButton*>()) { // Not their menus.
        parts.append(button);
    }
    if (m_conventions) {
        parts.append(m_conventions);
    }
    if (m_randomRow) {
        parts += m_randomRow->findChildren<QWidget*>();
    }
    for (int i = 0; i < m_parameterColumn->count(); ++i) {
        parts += m_parameterColumn->itemAt(i)->widget()->findChildren<QWidget*>();
    }
    QWidgetList stops{this};
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(stops),
                 [](const QWidget* part) { return part->focusPolicy() & Qt::TabFocus; });
    return stops;
}

void CurveCard::updateHead()
{
    const bool visible = m_state.spec.visible;
    m_sample->setStyleSlot(m_state.spec.style);
    m_sample->setFaded(!visible);
    // A formula stands in its line below already.
    m_name->setFullText(m_state.isFormula ? tr("Function of x") : m_state.name);
    if (m_shownVisible != visible) {
        m_shownVisible = visible;
        m_name->setForegroundRole(visible ? QPalette::WindowText : QPalette::PlaceholderText);
        m_eye->setIcon(icon(visible ? QStringLiteral("eye") : QStringLiteral("eye-off")));
        m_eye->setToolTip(visible ? tr("Hide this curve on the plot.") : tr("Show this curve on the plot."));
    }
    m_eye->setAccessibleName(visible ? tr("Hide %1").arg(m_state.name) : tr("Show %1").arg(m_state.name));
    m_remove->setAccessibleName(tr("Remove %1").arg(m_state.name));
}

void CurveCard::updateFormula()
{
    m_sheet->setCurve(m_state.spec, m_state.name);
    if (m_state.isFormula && !m_formula) {
        createFormula();
    }
    if (!m_formula) {
        return;
    }
    m_formula->setVisible(m_state.isFormula);
    m_formula->setLanguage(m_state.language);
    m_formula->setText(QString::fromStdString(m_state.spec.formula));
    m_formula->setError(m_state.error);
    m_formula->setReadings(m_state.readings);
    // It is the inner line that a screen reader comes to.
    m_formula->setLineName(tr("Formula of %1").arg(m_state.name));
}

void CurveCard::updateConventions()
{
    const bool several = m_state.conventions.size() > 1;
    if (several && !m_conventions) {
        createConventions();
    }
    if (!m_conventions) {
        return;
    }
    m_conventions->setVisible(several);
    m_conventions->setAccessibleName(tr("Convention of %1").arg(m_state.name));
    const QSignalBlocker blocker(m_conventions);
    const auto shown = [this](int i) {
        return std::pair(m_conventions->itemData(i).toString(), m_conventions->itemText(i));
    };
    bool same = m_conventions->count() == static_cast<int>(m_state.conventions.size());
    for (int i = 0; same && i < m_conventions->count(); ++i) {
        same = shown(i) == m_state.conventions[static_cast<std::size_t>(i)];
    }
    if (!same) {
        m_conventions->clear();
        for (const auto& [id, text] : m_state.conventions) {
            m_conventions->addItem(text, id);
            m_conventions->setItemData(m_conventions->count() - 1, text, Qt::ToolTipRole);
        }
    }
    m_conventions->setCurrentIndex(m_conventions->findData(QString::fromStdString(m_state.spec.activation)));
    m_conventions->setToolTip(
        tr("Choose which definition of this name is drawn; now %1.").arg(m_conventions->currentText()));
}

void CurveCard::updateRandomSlopes()
{
    if (m_state.hasRandomSlopes && !m_randomRow) {
        createRandomSlopes();
    }
    if (!m_randomRow) {
        return;
    }
    const bool training = m_state.spec.randomSlopes.training;
    m_randomRow->setVisible(m_state.hasRandomSlopes);
    m_training->setChecked(training);
    m_test->setChecked(!training);
    m_drawAgain->setEnabled(training);
    m_training->setAccessibleName(tr("Training slopes of %1").arg(m_state.name));
    m_test->setAccessibleName(tr("Test slope of %1").arg(m_state.name));
    m_drawAgain->setAccessibleName(tr("Draw slopes of %1 again").arg(m_state.name));
}

void CurveCard::updateParameters()
{
    for (auto known = m_sliders.begin(); known != m_sliders.end();) {
        const bool gone =
            std::none_of(m_state.parameters.begin(), m_state.parameters.end(),
                         [&](const auto& parameter) { return QString::fromStdString(parameter.name) == known->first; });
        if (gone) {
            known->second->hide();
            known->second->setParent(nullptr);
            known->second->deleteLater();
        }
        known = gone ? m_sliders.erase(known) : std::next(known);
    }
    int row = 0;
    for (const CurveParameter& parameter : m_state.parameters) {
        const QString name = QString::fromStdString(parameter.name);
        if (!m_sliders.contains(name)) {
            addParameter(name);
        }
        ParameterSlider* slider = m_sliders.at(name);
        if (m_parameterColumn->indexOf(slider) != row) {
            m_parameterColumn->insertWidget(row, slider);
        }
        slider->setParameter(parameter);
        const QString symbol = QString::fromStdString(parameter.symbol);
        slider->setDescription(tr("%1 of %2").arg(symbol, m_state.name), {});
        ++row;
    }
}

void CurveCard::addParameter(const QString& name)
{
    auto* slider = new ParameterSlider(this);
    connect(slider, &ParameterSlider::edited, this,
            [this, name](double value, EditPhase phase) { emit parameterEdited(name, value, phase); });
    m_sliders.emplace(name, slider);
    watch(slider);
}

/// Parts that take the mouse would else keep a click on them from the card.
void CurveCard::watch(QWidget* part)
{
    part->installEventFilter(this);
    for (QWidget* inner : part->findChildren<QWidget*>()) {
        inner->installEventFilter(this);
    }
}

bool CurveCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress && !m_state.active) {
        emit activated();
    }
    return QWidget::eventFilter(watched, event);
}

bool CurveCard::event(QEvent* event)
{
    // Before a shortcut of the window takes the key.
    if (event->type() == QEvent::ShortcutOverride && hasFocus() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

void CurveCard::keyPressEvent(QKeyEvent* event)
{
    // Keys that a part of the card did not want arrive here too; only the card's own count.
    if (hasFocus() && event->key() == Qt::Key_Delete) {
        emit removeRequested();
    } else if (hasFocus() &&
               (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
        emit activated();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CurveCard::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    emit activated();
}

void CurveCard::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

void CurveCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() ? accent : palette().color(QPalette::Active, QPalette::Midlight), 1.0));
    painter.setBrush(palette().brush(QPalette::Active, QPalette::Base));
    painter.drawRoundedRect(frame, kCardRadius, kCardRadius);
    if (m_state.active) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.setClipRect(QRectF(0, 0, kAccentWidth + 1, height()));
        painter.drawRoundedRect(QRectF(rect()), kCardRadius, kCardRadius);
    }
}

} // namespace secant
