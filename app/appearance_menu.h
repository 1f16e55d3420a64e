#pragma once

#include <QMenu>

#include "app/settings.h"

namespace secant {

/// Light or dark, and the language of the window.
class AppearanceMenu : public QMenu {
    Q_OBJECT

public:
    /// Starts with what the settings say.
    explicit AppearanceMenu(const Settings& settings, QWidget* parent = nullptr);

signals:
    void themeChosen(ThemeChoice choice);
    void languageChosen(LanguageChoice choice);

private:
    void createThemes(ThemeChoice chosen);
    void createLanguages(LanguageChoice chosen);
};

} // namespace secant
