#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "app/export_choices.h"
#include "app/theme.h"
#include "core/scene/scene.h"

namespace secant {

enum class LanguageChoice { System, English, Chinese };

inline constexpr qsizetype kMaxRecentSessions = 10;

/// What the program remembers between two starts. Kept in an ini file and, for the last scene, a JSON file beside it.
struct Settings {
    ThemeChoice theme = ThemeChoice::System;
    LanguageChoice language = LanguageChoice::System;
    QByteArray windowGeometry;
    QByteArray splitterState;
    QString exportFolder;
    ExportChoices exportChoices;
    QStringList recentSessions; ///< Full names, the last used first, at most kMaxRecentSessions.
    QString sessionFile;        ///< The file of `scene`; empty if it has none.
    QStringList formulaHistory; ///< Formulas typed before, the latest last.
    Scene scene = defaultScene();
};

/// Damaged files are set aside as *.damaged and named in `problems`, in the user's language; defaults take their place.
[[nodiscard]] Settings loadSettings(QStringList& problems);
/// False if something could not be written; what was there before then still stands.
bool saveSettings(const Settings& settings);

/// The language to speak, System resolved by the locale.
[[nodiscard]] Language resolved(LanguageChoice choice);

} // namespace secant
