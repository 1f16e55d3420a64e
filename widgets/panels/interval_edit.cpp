#include "widgets/panels/interval_edit.h"

#include <cmath>

#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/number_edit.h"
#include "widgets/panels/number_text.h"

namespace secant {
namespace {

constexpr double kStep = 0.1; ///< What an arrow key moves an end by.

QToolButton* makeTextButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setFixedSize(28, 26);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

IntervalEdit::IntervalEdit(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfGap);
    auto* row = new QHBoxLayout;
    row->setSpacing(kHalfGap);
    m_low = createEnd(true);
    m_high = createEnd(false);
    row->addWidget(m_low.bracket);
    row->addWidget(m_low.infinity);
    row->addWidget(m_low.number, 1);
    row->addSpacing(kHalfGap);
    row->addWidget(m_high.number, 1);
    row->addWidget(m_high.infinity);
    row->addWidget(m_high.bracket);
    column->addLayout(row);
    m_message = new MessageLabel(this);
    m_message->setObjectName(QStringLiteral("intervalMessage"));
    column->addWidget(m_message);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kHalfGap);
    const auto addButton = [&](const QString& text, const char* name, const QString& tip, auto&& ends) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        button->setAutoDefault(false);
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, ends] { edit(ends()); });
    };
    addButton(tr("All of ℝ"), "wholeLine", tr("Judge the function on the whole line."), [this] {
        JudgementSpec next = m_interval;
        next.lo = -std::numeric_limits<double>::infinity();
        next.hi = std::numeric_limits<double>::infinity();
        return next;
    });
    addButton(tr("What is in view"), "inView", tr("Judge the function on the stretch of the x axis that is in view."),
              [this] {
                  JudgementSpec next = m_interval;
                  next.lo = m_view.min;
                  next.hi = m_view.max;
                  next.loClosed = next.hiClosed = true;
                  return next;
              });
    buttons->addStretch(1);
    column->addLayout(buttons);
}

IntervalEdit::End IntervalEdit::createEnd(bool isLow)
{
    End end;
    const QString side = isLow ? QStringLiteral("Low") : QStringLiteral("High");
    end.bracket = makeTextButton({}, QStringLiteral("closed") + side, this);
    end.bracket->setToolTip(tr("Whether this end belongs to the interval: [ closed, ( open."));
    end.bracket->setAccessibleName(isLow ? tr("Lower end closed") : tr("Upper end closed"));
    end.infinity =
        makeTextButton(isLow ? QStringLiteral("−∞") : QStringLiteral("∞"), QStringLiteral("infinite") + side, this);
    end.infinity->setToolTip(tr("The interval goes on for ever on this side."));
    end.infinity->setAccessibleName(isLow ? tr("No lower end") : tr("No upper end"));
    end.number = new NumberEdit(this);
    end.number->allowInfinity();
    end.number->setMinimumWidth(60);
    end.number->setMaximumWidth(QWIDGETSIZE_MAX);
    end.number->setObjectName(QStringLiteral("end") + side);
    end.number->setAccessibleName(isLow ? tr("Lower end of the interval") : tr("Upper end of the interval"));
    end.number->setToolTip(tr("An end of the interval on which the function is judged; also a handle on the x axis."));
    connect(end.number, &NumberEdit::valueTyped, this, [this, isLow](double value) { moveEnd(isLow, value); });
    connect(end.number, &NumberEdit::stepRequested, this,
            [this, isLow](int steps, bool fine) { stepEnd(isLow, steps, fine); });
    connect(end.number, &NumberEdit::refused, this,
            [this](const QString& sentence) { m_message->showSentence(sentence); });
    connect(end.bracket, &QToolButton::clicked, this, [this, isLow](bool closed) {
        JudgementSpec next = m_interval;
        (isLow ? next.loClosed : next.hiClosed) = closed;
        edit(next);
    });
    connect(end.infinity, &QToolButton::clicked, this, [this, isLow](bool endless) {
        const double far = std::numeric_limits<double>::infinity();
        moveEnd(isLow, endless ? (isLow ? -far : far) : (isLow ? m_view.min : m_view.max));
    });
    return end;
}

void IntervalEdit::stepEnd(bool isLow, int steps, bool fine)
{
    const double at = isLow ? m_interval.lo : m_interval.hi;
    if (std::isfinite(at)) {
        const double step = fine ? kStep / 10.0 : kStep;
        moveEnd(isLow, snapped(at + steps * step, step));
    }
}

void IntervalEdit::moveEnd(bool isLow, double to)
{
    JudgementSpec next = m_interval;
    (isLow ? next.lo : next.hi) = to;
    if (next.lo < next.hi) {
        edit(next);
        return;
    }
    m_message->showSentence(tr("The lower end must stay below the upper one."));
    setInterval(m_interval, m_view);
}

void IntervalEdit::edit(const JudgementSpec& next)
{
    m_message->showSentence({});
    const JudgementSpec made = clamped(next, m_interval);
    setInterval(made, m_view);
    emit edited(made, EditPhase::Single);
}

void IntervalEdit::setInterval(const JudgementSpec& interval, const Range& view)
{
    m_interval = interval;
    m_view = view;
    showEnd(m_low, interval.lo, interval.loClosed, true);
    showEnd(m_high, interval.hi, interval.hiClosed, false);
}

void IntervalEdit::showEnd(const End& end, double at, bool closed, bool isLow)
{
    end.number->setValue(at);
    end.infinity->setChecked(std::isinf(at));
    end.bracket->setEnabled(std::isfinite(at));
    end.bracket->setChecked(closed);
    end.bracket->setText(isLow ? (closed ? QStringLiteral("[") : QStringLiteral("("))
                               : (closed ? QStringLiteral("]") : QStringLiteral(")")));
}

} // namespace secant
