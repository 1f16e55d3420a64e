#include "widgets/export/svg_writer.h"

#include <QStringList>

namespace secant {

namespace {

constexpr double kMmPerPixel = 25.4 / 96.0;

/// Text fit for content and attributes: what XML 1.0 cannot hold becomes U+FFFD.
QByteArray escaped(const QString& text)
{
    QString clean = text;
    for (QChar& c : clean) {
        const bool allowed = c.unicode() >= 0x20 && c.unicode() != 0xFFFE && c.unicode() != 0xFFFF;
        c = allowed || c == u'\t' || c == u'\n' ? c : QChar(QChar::ReplacementCharacter);
    }
    return clean.toHtmlEscaped().toUtf8();
}

class SvgWriter {
public:
    explicit SvgWriter(bool textAsOutlines) : m_textAsOutlines(textAsOutlines) {}
    [[nodiscard]] QByteArray write(const Drawing& drawing);

private:
    void enter(const std::optional<QRectF>& clip);
    void writeItem(const DrawnPath& drawn);
    void writeItem(const DrawnText& text);
    void attribute(const char* name, const QByteArray& value);
    void color(const char* name, const QColor& color);
    void stroke(const QPen& pen);
    [[nodiscard]] static QByteArray pathData(const QPainterPath& path);

    bool m_textAsOutlines;
    QByteArray m_definitions;
    QByteArray m_body;
    std::vector<QRectF> m_clips;
    std::optional<QRectF> m_clip; ///< Of the open group.
};

void SvgWriter::attribute(const char* name, const QByteArray& value)
{
    m_body += QByteArray(" ") + name + "=\"" + value + '"';
}

void SvgWriter::color(const char* name, const QColor& color)
{
    attribute(name, color.name().toLatin1());
    if (color.alpha() < 255)
        attribute((QByteArray(name) + "-opacity").constData(), shortNumber(color.alphaF()));
}

void SvgWriter::enter(const std::optional<QRectF>& clip)
{
    if (clip == m_clip)
        return;
    if (m_clip)
        m_body += "</g>\n";
    m_clip = clip;
    if (!clip)
        return;
    const auto found = std::find(m_clips.begin(), m_clips.end(), *clip);
    const QByteArray id = "clip" + QByteArray::number(static_cast<qint64>(found - m_clips.begin()) + 1);
    if (found == m_clips.end()) {
        m_clips.push_back(*clip);
        m_definitions += "<clipPath id=\"" + id + "\"><rect x=\"" + shortNumber(clip->x()) + "\" y=\"" +
                         shortNumber(clip->y()) + "\" width=\"" + shortNumber(clip->width()) + "\" height=\"" +
                         shortNumber(clip->height()) + "\"/></clipPath>\n";
    }
    m_body += "<g clip-path=\"url(#" + id + ")\">\n";
}

QByteArray SvgWriter::pathData(const QPainterPath& path)
{
    QByteArray data;
    QPointF start;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const QByteArray point = shortNumber(element.x) + ',' + shortNumber(element.y);
        if (element.isMoveTo()) {
            data += (data.isEmpty() ? "M" : " M") + point;
            start = element;
        } else if (element.isLineTo()) {
            const bool ends = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
            data += ends && QPointF(element) == start ? QByteArray(" Z") : " L" + point;
        } else {
            data += (element.isCurveTo() ? " C" : " ") + point;
        }
    }
    return data;
}

void SvgWriter::stroke(const QPen& pen)
{
    color("stroke", pen.color());
    attribute("stroke-width", shortNumber(pen.widthF()));
    if (pen.capStyle() != Qt::FlatCap)
        attribute("stroke-linecap", pen.capStyle() == Qt::RoundCap ? "round" : "square");
    if (pen.joinStyle() == Qt::RoundJoin || pen.joinStyle() == Qt::BevelJoin)
        attribute("stroke-linejoin", pen.joinStyle() == Qt::RoundJoin ? "round" : "bevel");
    if (pen.style() == Qt::SolidLine)
        return;
    QByteArrayList dashes;
    for (const qreal dash : pen.dashPattern())
        dashes << shortNumber(dash * pen.widthF());
    attribute("stroke-dasharray", dashes.join(','));
}

void SvgWriter::writeItem(const DrawnPath& drawn)
{
    m_body += "<path";
    if (drawn.fill.isValid())
        color("fill", drawn.fill);
    else
        attribute("fill", "none");
    if (drawn.fill.isValid() && drawn.path.fillRule() == Qt::OddEvenFill)
        attribute("fill-rule", "evenodd");
    if (drawn.pen.style() != Qt::NoPen)
        stroke(drawn.pen);
    attribute("d", pathData(drawn.path));
    m_body += "/>\n";
}

void SvgWriter::writeItem(const DrawnText& text)
{
    if (m_textAsOutlines) {
        writeItem(outlined(text));
        return;
    }
    QByteArrayList families;
    for (const QString& family : text.font.families())
        families << '\'' + escaped(family) + '\'';
    families << "sans-serif";
    m_body += "<text";
    attribute("x", shortNumber(text.at.x()));
    attribute("y", shortNumber(text.at.y()));
    attribute("textLength", shortNumber(text.width));
    attribute("lengthAdjust", "spacingAndGlyphs"); // The place is kept where the font is another one.
    attribute("font-family", families.join(", "));
    attribute("font-size", shortNumber(text.size));
    if (text.font.weight() > QFont::Normal)
        attribute("font-weight", QByteArray::number(static_cast<int>(text.font.weight())));
    color("fill", text.color);
    attribute("xml:space", "preserve");
    m_body += '>' + escaped(text.text) + "</text>\n";
}

QByteArray SvgWriter::write(const Drawing& drawing)
{
    for (const DrawnItem& item : drawing.items) {
        std::visit(
            [this](const auto& part) {
                enter(part.clip);
                writeItem(part);
            },
            item);
    }
    enter(std::nullopt);
    const QByteArray width = shortNumber(drawing.size.width());
    const QByteArray height = shortNumber(drawing.size.height());
    QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                      "version=\"1.1\" width=\"" +
                      shortNumber(drawing.size.width() * kMmPerPixel) + "mm\" height=\"" +
                      shortNumber(drawing.size.height() * kMmPerPixel) + "mm\" viewBox=\"0 0 " + width + ' ' + height +
                      "\">\n<title>Secant</title>\n";
    if (!m_definitions.isEmpty())
        head += "<defs>\n" + m_definitions + "</defs>\n";
    return head + m_body + "</svg>\n";
}

} // namespace

QByteArray svgOf(const Drawing& drawing, bool textAsOutlines)
{
    return SvgWriter(textAsOutlines).write(drawing);
}

} // namespace secant
