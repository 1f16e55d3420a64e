#include <memory>

#include <QApplication>
#include <QCommandLineParser>
#include <QHashFunctions>
#include <QIcon>
#include <QLibraryInfo>
#include <QTranslator>

#include "app/autosave.h"
#include "app/command_line.h"
#include "app/main_window.h"
#include "app/session.h"
#include "app/session_document.h"
#include "app/settings.h"
#include "app/theme.h"

namespace {

using namespace secant;

/// Owns what outlives a window: the session, the theme and the settings. A change of language builds the window anew.
class Program {
public:
    explicit Program(QApplication& application)
        : m_application(application),
          m_settings(loadSettings(m_problems)),
          m_session(m_settings.scene),
          m_document(m_session),
          m_autosave(autosaveFolder(), [this] { return sceneInDanger(); })
    {
        m_document.reattach(m_settings.sessionFile);
        QObject::connect(&m_document, &SessionDocument::changed, &m_autosave, &Autosave::noteChange);
    }

    bool applyOptions(const QStringList& arguments);

    int run()
    {
        m_theme.setChoice(m_settings.theme);
        openWindow();
        if (!m_problems.isEmpty()) {
            m_window->report(m_problems.join(QLatin1Char(' ')));
        }
        if (!m_fileToOpen.isEmpty()) {
            m_window->openFile(m_fileToOpen);
        }
        m_window->offerLeft(Autosave::leftScenes(autosaveFolder()));
        m_autosave.save();
        const int code = QApplication::exec();
        m_settings.scene = m_session.scene();
        m_settings.sessionFile = m_document.fileName();
        saveSettings(m_settings);
        return code;
    }

private:
    /// What a crash would take.
    [[nodiscard]] std::optional<Scene> sceneInDanger() const
    {
        return m_document.isModified() ? std::optional(m_session.scene()) : std::nullopt;
    }

    static void install(QTranslator& words, const QString& name, const QString& folder)
    {
        if (words.load(name, folder)) {
            QApplication::installTranslator(&words);
        }
    }

    void openWindow()
    {
        const Language language = resolved(m_settings.language);
        QApplication::removeTranslator(&m_ownWords);
        QApplication::removeTranslator(&m_qtWords);
        if (language == Language::Chinese) {
            install(m_qtWords, QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
            install(m_ownWords, QStringLiteral("secant_zh_CN"), QStringLiteral(":/i18n"));
        }
        m_session.setLanguage(language);
        m_window = std::make_unique<MainWindow>(m_session, m_document, m_theme, m_settings);
        // Queued: the menu that chose the language belongs to the window that goes.
        QObject::connect(
            m_window.get(), &MainWindow::languageChosen, &m_application,
            [this](LanguageChoice choice) {
                m_settings.language = choice;
                m_window->rememberLayout();
                openWindow();
            },
            Qt::QueuedConnection);
        m_window->show();
    }

    QApplication& m_application;
    QStringList m_problems;
    Settings m_settings;
    Theme m_theme;
    Session m_session;
    SessionDocument m_document;
    Autosave m_autosave;
    QString m_fileToOpen;
    QTranslator m_ownWords;
    QTranslator m_qtWords;
    std::unique_ptr<MainWindow> m_window;
};

bool Program::applyOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption theme(QStringLiteral("theme"), QString(), QStringLiteral("system|light|dark"));
    const QCommandLineOption language(QStringLiteral("language"), QString(), QStringLiteral("en|zh"));
    parser.addOptions({theme, language});
    if (!parser.parse(arguments)) {
        return false;
    }
    const QString themeName = parser.value(theme);
    if (parser.isSet(theme)) {
        m_settings.theme = themeName == QLatin1String("dark")    ? ThemeChoice::Dark
                           : themeName == QLatin1String("light") ? ThemeChoice::Light
                                                                 : ThemeChoice::System;
    }
    if (parser.isSet(language)) {
        m_settings.language =
            parser.value(language) == QLatin1String("zh") ? LanguageChoice::Chinese : LanguageChoice::English;
    }
    m_fileToOpen = parser.positionalArguments().value(0);
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    // Qt writes the fonts of a PDF in the order of a hash: the same figure is to give the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication::setApplicationName(QStringLiteral("secant"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SECANT_VERSION));
    QCoreApplication::setOrganizationName(QStringLiteral("secant"));
    if (const std::optional<int> code = secant::runCommandLine(argc, argv)) {
        return *code;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Secant"));
    QApplication::setDesktopFileName(QStringLiteral("secant"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/secant.svg")));
    Program program(application);
    program.applyOptions(QApplication::arguments());
    return program.run();
}
