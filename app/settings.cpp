#include "app/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

#include "core/scene/scene_json.h"

namespace secant {
namespace {

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
}

QString iniPath()
{
    return folder() + QStringLiteral("/settings.ini");
}

QString scenePath()
{
    return folder() + QStringLiteral("/last-scene.json");
}

/// Keeps a damaged file for whoever wants to look at it, out of the way of the next start.
void setAside(const QString& path)
{
    const QString aside = path + QStringLiteral(".damaged");
    QFile::remove(aside);
    QFile::rename(path, aside);
}

QString damagedSentence(const QString& path)
{
    return QCoreApplication::translate("Settings", "%1 was damaged and is kept as %1.damaged. Secant starts with "
                                                   "its standard settings.")
        .arg(QDir::toNativeSeparators(path));
}

/// An ini file of ours is text; QSettings reads any bytes without complaint.
bool looksLikeIni(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return true;
    }
    const QByteArray head = file.read(1 << 16);
    return head.isEmpty() ? false : !head.contains('\0') && head.trimmed().startsWith('[');
}

Scene loadScene(QStringList& problems)
{
    QFile file(scenePath());
    if (!file.exists()) {
        return defaultScene();
    }
    if (file.open(QIODevice::ReadOnly) && file.size() <= static_cast<qint64>(kMaxSceneBytes)) {
        const QByteArray bytes = file.readAll();
        file.close();
        const auto loaded = sceneFromJson(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        if (loaded) {
            return loaded->scene;
        }
    }
    problems << damagedSentence(scenePath());
    setAside(scenePath());
    return defaultScene();
}

template<typename Choice>
Choice choiceFrom(const QVariant& variant, Choice last)
{
    bool ok = false;
    const int number = variant.toInt(&ok);
    return ok && number >= 0 && number <= static_cast<int>(last) ? static_cast<Choice>(number) : Choice{};
}

bool saveScene(const Scene& scene)
{
    QSaveFile file(scenePath());
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    const std::string json = toJson(scene);
    file.write(json.data(), static_cast<qint64>(json.size()));
    return file.commit();
}

} // namespace

Settings loadSettings(QStringList& problems)
{
    Settings settings;
    if (QFile::exists(iniPath()) && !looksLikeIni(iniPath())) {
        problems << damagedSentence(iniPath());
        setAside(iniPath());
    }
    const QSettings ini(iniPath(), QSettings::IniFormat);
    settings.theme = choiceFrom(ini.value("window/theme"), ThemeChoice::Dark);
    settings.language = choiceFrom(ini.value("window/language"), LanguageChoice::Chinese);
    settings.windowGeometry = ini.value("window/geometry").toByteArray();
    settings.splitterState = ini.value("window/splitter").toByteArray();
    settings.exportFolder = ini.value("export/folder").toString();
    settings.exportChoices = readExportChoices(ini);
    settings.recentSessions = ini.value("session/recent").toStringList().mid(0, kMaxRecentSessions);
    settings.sessionFile = ini.value("session/file").toString();
    settings.formulaHistory = ini.value("formulas/history").toStringList();
    settings.scene = loadScene(problems);
    return settings;
}

bool saveSettings(const Settings& settings)
{
    if (!QDir().mkpath(folder())) {
        return false;
    }
    QSettings ini(iniPath(), QSettings::IniFormat);
    ini.setValue("window/theme", static_cast<int>(settings.theme));
    ini.setValue("window/language", static_cast<int>(settings.language));
    ini.setValue("window/geometry", settings.windowGeometry);
    ini.setValue("window/splitter", settings.splitterState);
    ini.setValue("export/folder", settings.exportFolder);
    writeExportChoices(ini, settings.exportChoices);
    ini.setValue("session/recent", settings.recentSessions);
    ini.setValue("session/file", settings.sessionFile);
    ini.setValue("formulas/history", settings.formulaHistory);
    ini.sync();
    return saveScene(settings.scene) && ini.status() == QSettings::NoError;
}

Language resolved(LanguageChoice choice)
{
    if (choice == LanguageChoice::System) {
        return QLocale::system().language() == QLocale::Chinese ? Language::Chinese : Language::English;
    }
    return choice == LanguageChoice::Chinese ? Language::Chinese : Language::English;
}

} // namespace secant
