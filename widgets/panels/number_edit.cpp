#include "widgets/panels/number_edit.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace secant {
namespace {

constexpr int kMaxLength = 40;
constexpr int kPageSteps = 10;

} // namespace

NumberEdit::NumberEdit(QWidget* parent) : QLineEdit(parent)
{
    setMaxLength(kMaxLength);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("−0.00000")) + 22);
    connect(this, &QLineEdit::editingFinished, this, &NumberEdit::commit);
    restore();
}

void NumberEdit::setValue(double value)
{
    m_value = value;
    if (!(hasFocus() && isModified())) {
        restore();
    }
}

void NumberEdit::allowInfinity()
{
    m_allowsInfinity = true;
}

void NumberEdit::restore()
{
    const QString shown = numberText(m_value);
    if (shown != text()) {
        setText(shown);
    }
    setModified(false);
}

void NumberEdit::commit()
{
    if (!isModified()) {
        return;
    }
    const QString typed = text();
    NumberReading reading = readNumber(typed);
    if (const std::optional<double> infinity = readInfinity(typed); m_allowsInfinity && infinity) {
        reading = {.value = *infinity};
    }
    setModified(false);
    if (!reading.ok()) {
        restore();
        emit refused(numberSentence(typed.trimmed(), reading.problem, m_value));
        return;
    }
    emit valueTyped(reading.value);
    restore();
    selectAll();
}

void NumberEdit::keyPressEvent(QKeyEvent* event)
{
    const bool fine = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Escape:
        if (isModified()) {
            restore();
            selectAll();
            return;
        }
        break;
    case Qt::Key_Up:
        emit stepRequested(1, fine);
        return;
    case Qt::Key_Down:
        emit stepRequested(-1, fine);
        return;
    case Qt::Key_PageUp:
        emit stepRequested(kPageSteps, fine);
        return;
    case Qt::Key_PageDown:
        emit stepRequested(-kPageSteps, fine);
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void NumberEdit::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        selectAll();
    }
}

QString numberSentence(const QString& text, NumberProblem problem, double kept)
{
    const QString old = numberText(kept);
    switch (problem) {
    case NumberProblem::Empty:
        return NumberEdit::tr("Type a number, for example 0.25; it stays %1.").arg(old);
    case NumberProblem::DecimalComma:
        return NumberEdit::tr("%1: write %2, with a point; it stays %3.")
            .arg(text,
                 QString(text).replace(QLatin1Char(','), QLatin1Char('.')).replace(QChar(0xFF0C), QLatin1Char('.')),
                 old);
    case NumberProblem::TooLarge:
        return NumberEdit::tr("%1 is too large to compute with; it stays %2.").arg(text, old);
    case NumberProblem::None:
    case NumberProblem::NotANumber:
        break;
    }
    return NumberEdit::tr("“%1” is not a number. Type for example 0.25, 1/3 or 1e-3; it stays %2.").arg(text, old);
}

} // namespace secant
