#include "widgets/export/drawing.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QFontInfo>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

namespace secant {

namespace {

constexpr int kDotsPerInch = 96;
constexpr int kDepth = 32;
constexpr double kInchMm = 25.4;
constexpr double kDotLength = 0.01; ///< A line of no length is not drawn by everyone.
constexpr double kTouching = 0.75;  ///< Pixels by which two parts of one text may miss each other.

double scaleOf(const QTransform& transform)
{
    return std::sqrt(std::abs(transform.determinant()));
}

QColor withOpacity(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(color.alphaF() * opacity));
    return color;
}

/// Takes what a QPainter does and appends it to a drawing.
class RecordingEngine : public QPaintEngine {
public:
    explicit RecordingEngine(Drawing& drawing)
        : QPaintEngine(PrimitiveTransform | PainterPaths | Antialiasing | AlphaBlend | ConstantOpacity | BrushStroke),
          m_drawing(drawing)
    {
    }

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override { return true; }
    [[nodiscard]] Type type() const override { return User; }

    void updateState(const QPaintEngineState& now) override
    {
        m_transform = now.transform();
        m_pen = now.pen();
        m_brush = now.brush();
        m_opacity = now.opacity();
        m_clip = now.painter()->hasClipping() ? std::optional(m_transform.mapRect(now.painter()->clipBoundingRect()))
                                              : std::nullopt;
    }

    void drawPath(const QPainterPath& path) override { append(path, true); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawLines(const QLineF* lines, int count) override;
    void drawPoints(const QPointF* points, int count) override;
    void drawPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QRectF& /*from*/) override {}
    void drawTextItem(const QPointF& at, const QTextItem& item) override;

private:
    void append(const QPainterPath& path, bool filled);
    [[nodiscard]] bool continues(const DrawnText& next) const;

    Drawing& m_drawing;
    QTransform m_transform;
    QPen m_pen;
    QBrush m_brush;
    double m_opacity = 1.0;
    std::optional<QRectF> m_clip;
};

void RecordingEngine::append(const QPainterPath& path, bool filled)
{
    DrawnPath drawn;
    drawn.path = m_transform.map(path);
    drawn.clip = m_clip;
    if (filled && m_brush.style() != Qt::NoBrush && m_brush.color().alpha() > 0)
        drawn.fill = withOpacity(m_brush.color(), m_opacity);
    if (m_pen.style() != Qt::NoPen && m_pen.color().alpha() > 0) {
        drawn.pen = m_pen;
        drawn.pen.setColor(withOpacity(m_pen.color(), m_opacity));
        drawn.pen.setWidthF(m_pen.isCosmetic() ? std::max(1.0, m_pen.widthF()) : m_pen.widthF() * scaleOf(m_transform));
    }
    if (!path.isEmpty() && (drawn.fill.isValid() || drawn.pen.style() != Qt::NoPen))
        m_drawing.items.emplace_back(std::move(drawn));
}

void RecordingEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    for (int i = 0; i < count; ++i)
        i == 0 ? path.moveTo(points[i]) : path.lineTo(points[i]);
    if (mode != PolylineMode)
        path.closeSubpath();
    append(path, mode != PolylineMode);
}

void RecordingEngine::drawLines(const QLineF* lines, int count)
{
    QPainterPath path;
    for (int i = 0; i < count; ++i) {
        path.moveTo(lines[i].p1());
        path.lineTo(lines[i].p2());
    }
    append(path, false);
}

void RecordingEngine::drawPoints(const QPointF* points, int count)
{
    QPainterPath path;
    for (int i = 0; i < count; ++i) {
        path.moveTo(points[i]);
        path.lineTo(points[i] + QPointF(kDotLength, 0.0));
    }
    append(path, false);
}

/// One text comes in a piece for every script in it.
bool RecordingEngine::continues(const DrawnText& next) const
{
    const DrawnText* last = m_drawing.items.empty() ? nullptr : std::get_if<DrawnText>(&m_drawing.items.back());
    return last != nullptr && last->font == next.font && last->color == next.color && last->size == next.size &&
           std::abs(last->at.y() - next.at.y()) < 0.01 &&
           std::abs(last->at.x() + last->width - next.at.x()) < kTouching;
}

void RecordingEngine::drawTextItem(const QPointF& at, const QTextItem& item)
{
    const double scale = scaleOf(m_transform);
    DrawnText text;
    text.at = m_transform.map(at);
    text.text = item.text();
    text.font = item.font();
    text.size = QFontInfo(text.font).pixelSize() * scale;
    text.font.setPixelSize(std::max(1, qRound(text.size)));
    text.width = item.width() * scale;
    text.color = withOpacity(m_pen.color(), m_opacity);
    text.clip = m_clip;
    if (continues(text)) {
        auto& last = std::get<DrawnText>(m_drawing.items.back());
        last.text += text.text;
        last.width = text.at.x() + text.width - last.at.x();
    } else {
        m_drawing.items.emplace_back(std::move(text));
    }
}

class RecordingDevice : public QPaintDevice {
public:
    explicit RecordingDevice(Drawing& drawing) : m_size(drawing.size), m_engine(drawing) {}
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return qCeil(m_size.width());
        case PdmHeight:
            return qCeil(m_size.height());
        case PdmWidthMM:
            return qRound(m_size.width() * kInchMm / kDotsPerInch);
        case PdmHeightMM:
            return qRound(m_size.height() * kInchMm / kDotsPerInch);
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return kDotsPerInch;
        case PdmDepth:
            return kDepth;
        case PdmNumColors:
            return std::numeric_limits<int>::max();
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSizeF m_size;
    mutable RecordingEngine m_engine;
};

} // namespace

Drawing record(const QSizeF& size, const std::function<void(QPainter&)>& paint)
{
    Drawing drawing;
    drawing.size = size;
    RecordingDevice device(drawing);
    QPainter painter(&device);
    paint(painter);
    painter.end();
    return drawing;
}

DrawnPath outlined(const DrawnText& text)
{
    DrawnPath letters;
    letters.path.setFillRule(Qt::WindingFill);
    letters.path.addText(text.at, text.font, text.text);
    letters.fill = text.color;
    letters.clip = text.clip;
    return letters;
}

QByteArray shortNumber(double number)
{
    QByteArray digits = QByteArray::number(number, 'f', 3);
    while (digits.endsWith('0'))
        digits.chop(1);
    if (digits.endsWith('.'))
        digits.chop(1);
    return digits == "-0" ? QByteArray("0") : digits;
}

} // namespace secant
