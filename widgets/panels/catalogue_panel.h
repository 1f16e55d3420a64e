#pragma once

#include <memory>

#include <QWidget>

#include "core/scene/scene.h"

namespace secant {

/// The searchable list of activations, in sections by family; a row shows name and formula, its tooltip the purpose,
/// paper and frameworks. Enter, double click or the row's "+" chooses one. An empty result says what to do.
class CataloguePanel : public QWidget {
    Q_OBJECT

public:
    explicit CataloguePanel(QWidget* parent = nullptr);
    ~CataloguePanel() override;

    void setLanguage(Language language);
    /// What the shapes are called that one filters by.
    void setNaming(Naming naming, Language language);
    void focusSearch();

signals:
    void activationChosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace secant
