#include "widgets/panels/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

// A static library's resources are linked in only if somebody names them; Q_INIT_RESOURCE must stand outside
// namespaces.
static void initIconResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace secant {
namespace {

/// Draws the vectors anew each time: the colour may have changed since, and QIcon's own cache knows nothing of it.
class TintedSvgEngine final : public QIconEngine {
public:
    TintedSvgEngine(QByteArray svg, const QColor& color, QPalette::ColorRole role)
        : m_svg(std::move(svg)), m_color(color), m_role(role)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", colorFor(mode).name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(painter->opacity() * (mode == QIcon::Disabled ? 0.4 : 1.0));
        renderer.render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        painter.end();
        return QPixmap::fromImage(std::move(image));
    }

    [[nodiscard]] QIconEngine* clone() const override { return new TintedSvgEngine(*this); }
    [[nodiscard]] QString key() const override { return QStringLiteral("secant-tinted-svg"); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        if (m_color.isValid()) {
            return m_color;
        }
        const bool selected = mode == QIcon::Selected;
        return QGuiApplication::palette().color(QPalette::Active, selected ? QPalette::HighlightedText : m_role);
    }

    QByteArray m_svg;
    QColor m_color;
    QPalette::ColorRole m_role;
};

QIcon tinted(const QString& name, const QColor& color, QPalette::ColorRole role)
{
    initIconResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QIcon(new TintedSvgEngine(file.readAll(), color, role));
}

} // namespace

QIcon icon(const QString& name, const QColor& color)
{
    return tinted(name, color, QPalette::ButtonText);
}

QIcon icon(const QString& name, QPalette::ColorRole role)
{
    return tinted(name, {}, role);
}

} // namespace secant
