#include "app/examples_menu.h"

#include "core/figure/wording.h"
#include "core/scene/examples.h"

namespace secant {

ExamplesMenu::ExamplesMenu(Language language, QWidget* parent) : QMenu(tr("E&xamples"), parent)
{
    setToolTipsVisible(true);
    const auto text = [language](const LocalizedText& words) {
        const std::string_view spokenWords = spoken(words, language);
        return QString::fromUtf8(spokenWords.data(), static_cast<qsizetype>(spokenWords.size()));
    };
    for (const Example& example : examples()) {
        QAction* action = addAction(text(example.title));
        action->setToolTip(text(example.question));
        action->setStatusTip(text(example.question));
        const QString id = QString::fromUtf8(example.id.data(), static_cast<qsizetype>(example.id.size()));
        action->setObjectName(id);
        connect(action, &QAction::triggered, this, [this, id] { emit exampleChosen(id); });
    }
}

} // namespace secant
