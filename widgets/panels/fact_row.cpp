#include "widgets/panels/fact_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/facts_panel.h"

namespace secant {
namespace {

QLabel* makeLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

} // namespace

FactRow::FactRow(QWidget* parent)
    : QAbstractButton(parent), m_title(makeLabel(this)), m_badge(makeLabel(this)), m_text(makeLabel(this))
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    m_title->setFont(smallFont(font()));
    m_badge->setFont(smallFont(font()));
    m_text->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGap);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_badge);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGap, kHalfGap, kGap, kHalfGap);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_text);
    applyColors();
}

void FactRow::setSentence(const FactSentence& sentence)
{
    m_sentence = sentence;
    m_title->setText(sentence.title);
    m_badge->setText(assuranceWord(sentence.assurance));
    m_text->setText(sentence.text);
    setFocusPolicy(sentence.isDrawable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(sentence.isDrawable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(QStringLiteral("%1: %2 (%3)").arg(sentence.title, sentence.text, m_badge->text()));
    setAccessibleDescription(sentence.tip);
    QString tip =
        sentence.tip + QLatin1Char('\n') + m_badge->text() + QStringLiteral(": ") + assuranceTip(sentence.assurance);
    if (sentence.isDrawable) {
        tip += QLatin1Char('\n') + FactsPanel::tr("Click to draw it on the plot.");
    }
    setToolTip(tip);
    applyColors();
    updateGeometry();
}

void FactRow::setFaded(bool faded)
{
    if (faded != m_isFaded) {
        m_isFaded = faded;
        applyColors();
    }
}

void FactRow::applyColors()
{
    // A palette set on a child stays when the theme changes, so it is made anew from ours.
    const QColor ground = palette().color(QPalette::Window);
    const QColor ink = palette().color(QPalette::WindowText);
    const auto paint = [](QLabel* label, const QColor& color) {
        QPalette own = label->palette();
        own.setColor(QPalette::WindowText, color);
        label->setPalette(own);
    };
    const bool isKnown = m_sentence.assurance != Assurance::Unknown && !m_isFaded;
    paint(m_title, mixed(ground, ink, 0.68));
    paint(m_badge, mixed(ground, ink, 0.62));
    paint(m_text, isKnown ? ink : mixed(ground, ink, 0.62));
}

bool FactRow::hitButton(const QPoint& position) const
{
    return m_sentence.isDrawable && rect().contains(position);
}

void FactRow::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyColors();
    }
}

void FactRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    const QRectF box = QRectF(rect()).adjusted(1.0, 1.0, -1.0, -1.0);
    painter.setPen(Qt::NoPen);
    if (isChecked() && m_sentence.isDrawable) {
        QColor fill = accent;
        fill.setAlphaF(0.16F);
        painter.setBrush(fill);
        painter.drawRoundedRect(box, kCardRadius, kCardRadius);
        painter.setBrush(accent);
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 3.0, 3.0, box.height() - 6.0), 1.5, 1.5);
    } else if (underMouse() && m_sentence.isDrawable) {
        QColor fill = palette().color(QPalette::WindowText);
        fill.setAlphaF(0.06F);
        painter.setBrush(fill);
        painter.drawRoundedRect(box, kCardRadius, kCardRadius);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 2.0));
        painter.drawRoundedRect(box, kCardRadius, kCardRadius);
    }
}

} // namespace secant
