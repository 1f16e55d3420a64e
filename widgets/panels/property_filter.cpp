#include "widgets/panels/property_filter.h"

#include <QCheckBox>
#include <QMenu>
#include <QStringList>
#include <QWidgetAction>

#include "widgets/panels/appearance.h"
#include "widgets/panels/icons.h"
#include "widgets/panels/shape_names.h"

namespace secant {
namespace {

struct Entry {
    Property property;
    QString text;
    QString tip;
};

std::vector<Entry> shapeEntries()
{
    return {
        {Property::Differentiable, PropertyFilter::tr("C¹"), PropertyFilter::tr("The slope is continuous.")},
        {Property::Smooth, PropertyFilter::tr("C^∞"), PropertyFilter::tr("Differentiable without end.")},
        {Property::NoKink, PropertyFilter::tr("no kink"),
         PropertyFilter::tr("Every framework returns the same slope everywhere.")},
        {Property::Monotone, PropertyFilter::tr("monotone"), PropertyFilter::tr("Nowhere falling.")},
        {Property::Convex, {}, PropertyFilter::tr("Every chord lies on or above the curve.")},
        {Property::BoundedBelow, PropertyFilter::tr("bounded below"),
         PropertyFilter::tr("Values never fall below some number.")},
        {Property::Bounded, PropertyFilter::tr("bounded"), PropertyFilter::tr("Bounded below and above.")},
        {Property::NoDeadZone, PropertyFilter::tr("no dead zone"),
         PropertyFilter::tr("The slope is 0 on no interval: no unit can die.")},
        {Property::LikeIdentity, PropertyFilter::tr("f(x) ≈ x near 0"), PropertyFilter::tr("f(0) = 0 and f′(0) = 1.")},
        {Property::Lipschitz, PropertyFilter::tr("bounded slope"),
         PropertyFilter::tr("Has a Lipschitz constant; does not jump.")},
    };
}

std::vector<Entry> frameworkEntries()
{
    const QString tip = PropertyFilter::tr("Shipped under a name of its own.");
    return {{Property::InPyTorch, PropertyFilter::tr("in PyTorch"), tip},
            {Property::InKeras, PropertyFilter::tr("in Keras"), tip},
            {Property::InJax, PropertyFilter::tr("in JAX"), tip},
            {Property::InOnnx, PropertyFilter::tr("in ONNX"), tip}};
}

} // namespace

PropertyFilter::PropertyFilter(QWidget* parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("propertyFilter"));
    setIconSize({16, 16});
    setAutoRaise(true);
    setCheckable(false);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setAccessibleName(tr("Filter by property"));
    setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    createMenu();
    setNaming(Naming::International, Language::English);
}

void PropertyFilter::setNaming(Naming naming, Language language)
{
    for (const Box& each : m_boxes) {
        if (each.property == Property::Convex) {
            each.box->setText(cupName(naming, language));
        }
    }
    updateLook();
}

void PropertyFilter::createMenu()
{
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    const auto addEntries = [this, menu](const QString& title, const std::vector<Entry>& entries) {
        menu->addSection(title);
        for (const Entry& entry : entries) {
            auto* box = new QCheckBox(entry.text, menu);
            box->setObjectName(QStringLiteral("property%1").arg(static_cast<int>(entry.property)));
            box->setToolTip(entry.tip);
            box->setContentsMargins(kGap, 0, kGap, 0);
            box->setStyleSheet(QStringLiteral("QCheckBox { padding: 3px 12px; }"));
            auto* action = new QWidgetAction(menu);
            action->setDefaultWidget(box);
            menu->addAction(action);
            m_boxes.push_back({entry.property, box});
            connect(box, &QCheckBox::clicked, this,
                    [this, property = entry.property](bool on) { toggle(property, on); });
        }
    };
    addEntries(tr("Shape, at the standard parameters"), shapeEntries());
    addEntries(tr("Frameworks"), frameworkEntries());
    setMenu(menu);
}

void PropertyFilter::toggle(Property property, bool on)
{
    m_chosen.set(static_cast<std::size_t>(property), on);
    updateLook();
    emit chosenEdited();
}

void PropertyFilter::clear()
{
    m_chosen.reset();
    for (const Box& each : m_boxes) {
        each.box->setChecked(false);
    }
    updateLook();
    emit chosenEdited();
}

QString PropertyFilter::chosenText() const
{
    QStringList words;
    for (const Box& each : m_boxes) {
        if (has(m_chosen, each.property)) {
            words.append(each.box->text());
        }
    }
    return words.join(QStringLiteral(", "));
}

void PropertyFilter::updateLook()
{
    setIcon(secant::icon(QStringLiteral("filter"), m_chosen.any() ? QPalette::Highlight : QPalette::ButtonText));
    const QString words = chosenText();
    setToolTip(words.isEmpty() ? tr("Show only activations with certain properties") : tr("Only: %1").arg(words));
    setAccessibleDescription(words);
}

} // namespace secant
