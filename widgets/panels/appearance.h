#pragma once

#include <QLabel>
#include <QPalette>
#include <QString>

class QToolButton;

namespace secant {

/// Distances of the 8-pixel grid.
inline constexpr int kGap = 8;
inline constexpr int kHalfGap = 4;
inline constexpr int kCardRadius = 6;

/// Whether a palette's window is darker than its text.
[[nodiscard]] bool isDark(const QPalette& palette);
/// Colour of a sentence that says what is wrong; contrast at least 4.5 on window and base.
[[nodiscard]] QColor errorColor(const QPalette& palette);
/// A colour between two, `share` of the second.
[[nodiscard]] QColor mixed(const QColor& first, const QColor& second, double share);

/// A muted half-bold line over a section.
[[nodiscard]] QLabel* makeSectionHeader(const QString& text, QWidget* parent);

/// A flat square button with an icon. `name` is its accessible name, `tip` its sentence.
[[nodiscard]] QToolButton* makeIconButton(const QString& iconName, const QString& name, const QString& tip,
                                          QWidget* parent);

/// The palette's own font a step smaller.
[[nodiscard]] QFont smallFont(const QFont& font);

/// A wrapping sentence below a field: hidden while empty, in the error colour or muted.
class MessageLabel : public QLabel {
    Q_OBJECT

public:
    enum class Tone { Error, Hint };

    explicit MessageLabel(QWidget* parent = nullptr);
    void showSentence(const QString& sentence, Tone tone = Tone::Error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTone();
    Tone m_tone = Tone::Error;
};

/// A label of one line that elides its text and then tells it whole as a tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    void setFullText(const QString& text);
    [[nodiscard]] QString fullText() const { return m_text; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void elide();
    QString m_text;
};

} // namespace secant
