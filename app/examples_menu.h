#pragma once

#include <QMenu>

#include "core/scene/scene.h"

namespace secant {

/// The examples of what convexity is and is not. Each opens as a scene with a question.
class ExamplesMenu : public QMenu {
    Q_OBJECT

public:
    explicit ExamplesMenu(Language language, QWidget* parent = nullptr);

signals:
    void exampleChosen(const QString& id);
};

} // namespace secant
