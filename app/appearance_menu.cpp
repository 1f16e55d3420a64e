#include "app/appearance_menu.h"

#include <utility>

#include <QAction>
#include <QActionGroup>

namespace secant {
namespace {

QAction* addChoice(QMenu* menu, QActionGroup* group, const QString& text, bool chosen)
{
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(chosen);
    group->addAction(action);
    return action;
}

} // namespace

AppearanceMenu::AppearanceMenu(const Settings& settings, QWidget* parent) : QMenu(tr("&View"), parent)
{
    createThemes(settings.theme);
    createLanguages(settings.language);
}

void AppearanceMenu::createThemes(ThemeChoice chosen)
{
    QMenu* menu = addMenu(tr("&Appearance"));
    auto* group = new QActionGroup(this);
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("As the &system")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto& [choice, text] : choices) {
        connect(addChoice(menu, group, text, choice == chosen), &QAction::triggered, this,
                [this, picked = choice] { emit themeChosen(picked); });
    }
}

void AppearanceMenu::createLanguages(LanguageChoice chosen)
{
    QMenu* menu = addMenu(tr("&Language"));
    auto* group = new QActionGroup(this);
    const std::pair<LanguageChoice, QString> choices[] = {{LanguageChoice::System, tr("As the &system")},
                                                          {LanguageChoice::English, QStringLiteral("English")},
                                                          {LanguageChoice::Chinese, QStringLiteral("中文")}};
    for (const auto& [choice, text] : choices) {
        connect(addChoice(menu, group, text, choice == chosen), &QAction::triggered, this,
                [this, picked = choice] { emit languageChosen(picked); });
    }
}

} // namespace secant
