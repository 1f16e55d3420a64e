#pragma once

#include <vector>

#include <QToolButton>

#include "core/figure/catalogue_filter.h"
#include "core/scene/scene.h"

class QCheckBox;

namespace secant {

/// A button with a menu of properties by which a list of activations is narrowed. The menu stays open while boxes are
/// ticked. The button is marked while something is chosen.
class PropertyFilter : public QToolButton {
    Q_OBJECT

public:
    explicit PropertyFilter(QWidget* parent = nullptr);

    /// What the shapes are called.
    void setNaming(Naming naming, Language language);
    [[nodiscard]] const PropertySet& chosen() const { return m_chosen; }
    void clear();
    /// The chosen properties in words: "C¹, in PyTorch".
    [[nodiscard]] QString chosenText() const;

signals:
    void chosenEdited();

private:
    void createMenu();
    void toggle(Property property, bool on);
    void updateLook();

    struct Box {
        Property property;
        QCheckBox* box;
    };
    std::vector<Box> m_boxes;
    PropertySet m_chosen;
};

} // namespace secant
