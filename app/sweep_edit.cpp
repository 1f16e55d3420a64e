#include "app/sweep_edit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolTip>

#include "widgets/panels/number_edit.h"
#include "widgets/panels/number_text.h"

namespace secant {

SweepEdit::SweepEdit(const Scene& scene, QWidget* parent)
    : QWidget(parent), m_scene(scene), m_sweeps(sweepsOf(scene)), m_parameter(new QComboBox(this))
{
    m_parameter->setAccessibleName(tr("Slider that moves"));
    m_parameter->setToolTip(tr("All curves that have this parameter move together"));
    for (const Sweep& sweep : m_sweeps) {
        m_parameter->addItem(QString::fromStdString(sweep.parameter));
    }
    connect(m_parameter, &QComboBox::currentIndexChanged, this, [this](int index) {
        choose(index);
        emit changed();
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_parameter, 1);
    m_from = createEnd(tr("First value"), &Sweep::from);
    m_to = createEnd(tr("Last value"), &Sweep::to);
    row->addWidget(m_from);
    row->addWidget(new QLabel(QStringLiteral("→"), this));
    row->addWidget(m_to);
    choose(0);
    setFocusProxy(m_parameter);
}

NumberEdit* SweepEdit::createEnd(const QString& name, double Sweep::*end)
{
    auto* edit = new NumberEdit(this);
    edit->setAccessibleName(name);
    edit->setToolTip(name);
    connect(edit, &NumberEdit::valueTyped, this, [this, edit, end](double value) {
        const auto index = static_cast<std::size_t>(m_parameter->currentIndex());
        if (index < m_sweeps.size()) {
            m_sweeps[index].*end = value;
            edit->setValue(value);
            emit changed();
        }
    });
    connect(edit, &NumberEdit::refused, this, [edit](const QString& sentence) {
        QToolTip::showText(edit->mapToGlobal(QPoint(0, edit->height())), sentence, edit);
    });
    return edit;
}

std::optional<Sweep> SweepEdit::sweep() const
{
    const auto index = static_cast<std::size_t>(m_parameter->currentIndex());
    return index < m_sweeps.size() ? std::optional(m_sweeps[index]) : std::nullopt;
}

QString SweepEdit::problem() const
{
    const auto chosen = sweep();
    if (!chosen || !sweepProblem(m_scene, *chosen)) {
        return {};
    }
    return tr("%1 cannot go from %2 to %3: a curve does not allow it. Choose other values.")
        .arg(QString::fromStdString(chosen->parameter), numberText(chosen->from), numberText(chosen->to));
}

void SweepEdit::choose(int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (place < m_sweeps.size()) {
        m_from->setValue(m_sweeps[place].from);
        m_to->setValue(m_sweeps[place].to);
    }
}

} // namespace secant
