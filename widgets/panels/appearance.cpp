#include "widgets/panels/appearance.h"

#include <QEvent>
#include <QToolButton>

#include "widgets/panels/icons.h"

namespace secant {

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor errorColor(const QPalette& palette)
{
    return isDark(palette) ? QColor(0xff, 0x9a, 0x8f) : QColor(0xb3, 0x26, 0x1e);
}

QColor mixed(const QColor& first, const QColor& second, double share)
{
    const auto blend = [share](int a, int b) { return static_cast<int>(a + (b - a) * share + 0.5); };
    return {blend(first.red(), second.red()), blend(first.green(), second.green()), blend(first.blue(), second.blue())};
}

QLabel* makeSectionHeader(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QToolButton* makeIconButton(const QString& iconName, const QString& name, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({16, 16});
    button->setFixedSize(26, 26);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    return button;
}

QFont smallFont(const QFont& font)
{
    QFont smaller = font;
    if (font.pointSizeF() > 0.0) {
        smaller.setPointSizeF(font.pointSizeF() * 0.9);
    } else {
        smaller.setPixelSize(qMax(1, font.pixelSize() * 9 / 10));
    }
    return smaller;
}

MessageLabel::MessageLabel(QWidget* parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setFont(smallFont(font()));
    hide();
}

void MessageLabel::showSentence(const QString& sentence, Tone tone)
{
    if (sentence == text() && tone == m_tone) {
        return;
    }
    m_tone = tone;
    setText(sentence);
    applyTone();
    setVisible(!sentence.isEmpty());
}

void MessageLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyTone();
    }
}

void MessageLabel::applyTone()
{
    QPalette own;
    own.setColor(QPalette::WindowText, m_tone == Tone::Error ? errorColor(own) : own.color(QPalette::PlaceholderText));
    setPalette(own);
}

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString& text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        elide();
    }
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, contentsRect().width());
    if (shown != text()) {
        setText(shown);
    }
    setToolTip(shown == m_text ? QString() : m_text);
}

} // namespace secant
