#pragma once

#include <QObject>

namespace secant {

enum class ThemeChoice { System, Light, Dark };

/// How the whole application looks: Fusion, one palette and one style sheet, light or dark. System follows the
/// desktop's color-scheme (org.freedesktop.appearance) while the program runs; without a desktop portal the palette
/// that the platform gave at the start decides. Precondition: a QApplication exists.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    void setChoice(ThemeChoice choice);
    /// Lays the style sheet over the application; before that only style and palette are set. To be called when the
    /// panels of the first window are built: laid over all widgets at once it takes a third of what it takes when each
    /// of them is made under it and taken over by its parent.
    void dress();
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const { return m_dark; }

signals:
    void darkChanged(bool dark); ///< After palette and style sheet have changed.

private:
    void askDesktop();
    void takeColorScheme(unsigned scheme);
    void update();
    void apply();

    ThemeChoice m_choice = ThemeChoice::System;
    bool m_desktopDark = false;
    bool m_dark = false;
    bool m_isDressed = false;
};

} // namespace secant
