#include "widgets/panels/slider_accessible.h"

#include <QAccessibleWidget>

#include "widgets/panels/number_text.h"
#include "widgets/panels/slider_track.h"

namespace secant {
namespace {

class AccessibleTrack final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleTrack(SliderTrack* track) : QAccessibleWidget(track, QAccessible::Slider), m_track(track) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? numberText(m_track->value()) : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] QVariant currentValue() const override { return m_track->value(); }
    [[nodiscard]] QVariant minimumValue() const override { return m_track->minimum(); }
    [[nodiscard]] QVariant maximumValue() const override { return m_track->maximum(); }
    [[nodiscard]] QVariant minimumStepSize() const override
    {
        return niceStep((m_track->maximum() - m_track->minimum()) / 200.0);
    }

    void setCurrentValue(const QVariant& value) override
    {
        bool ok = false;
        const double number = value.toDouble(&ok);
        if (ok && number >= m_track->minimum() && number <= m_track->maximum()) {
            m_track->setValue(number);
            emit m_track->moved(number, EditPhase::Single);
        }
    }

private:
    SliderTrack* m_track;
};

QAccessibleInterface* trackInterface(const QString&, QObject* object)
{
    auto* track = qobject_cast<SliderTrack*>(object);
    return track ? new AccessibleTrack(track) : nullptr;
}

} // namespace

void installSliderAccessibility()
{
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(trackInterface);
        return true;
    }();
}

} // namespace secant
