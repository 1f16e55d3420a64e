#include "widgets/export/tikz_writer.h"

#include <algorithm>
#include <cmath>

namespace secant {

namespace {

constexpr double kPointsPerPixel = 0.75; ///< PostScript points, "bp" in TeX.
constexpr double kFirstTolerance = 0.02; ///< Pixels: far below what a printer shows.
constexpr double kFontRatio = 1.12;      ///< Computer Modern Sans is so much smaller than DejaVu Sans of the same size.
constexpr int kPointsPerLine = 6;

double distanceToLine(const QPointF& point, const QPointF& a, const QPointF& b)
{
    const QPointF along = b - a;
    const double length = std::hypot(along.x(), along.y());
    const QPointF away = point - a;
    if (length == 0.0)
        return std::hypot(away.x(), away.y());
    const double t = std::clamp(QPointF::dotProduct(away, along) / (length * length), 0.0, 1.0);
    const QPointF off = away - t * along;
    return std::hypot(off.x(), off.y());
}

/// A path as its subpaths: moves and lines alone where `straight`, otherwise with curves.
struct SubPath {
    std::vector<QPainterPath::Element> elements;
    bool straight = true;
};

std::vector<SubPath> subPaths(const QPainterPath& path)
{
    std::vector<SubPath> parts;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo())
            parts.emplace_back();
        parts.back().straight = parts.back().straight && (element.isMoveTo() || element.isLineTo());
        parts.back().elements.push_back(element);
    }
    return parts;
}

std::size_t pointCount(const std::vector<SubPath>& parts)
{
    std::size_t count = 0;
    for (const SubPath& part : parts)
        count += part.elements.size();
    return count;
}

/// Thins the straight parts of a path until there are few enough points in all of them.
std::vector<SubPath> fewPoints(const QPainterPath& path)
{
    const std::vector<SubPath> whole = subPaths(path);
    std::vector<SubPath> parts = whole;
    for (double tolerance = kFirstTolerance; pointCount(parts) > kMaxTikzPoints && tolerance < 100.0; tolerance *= 2) {
        parts = whole;
        for (SubPath& part : parts) {
            if (!part.straight)
                continue;
            std::vector<QPointF> line(part.elements.begin(), part.elements.end());
            line = thinned(line, tolerance);
            part.elements.resize(line.size());
            for (std::size_t i = 0; i < line.size(); ++i) {
                part.elements[i].x = line[i].x();
                part.elements[i].y = line[i].y();
            }
        }
    }
    return parts;
}

class TikzWriter {
public:
    [[nodiscard]] QByteArray picture(const Drawing& drawing);

private:
    void enter(const std::optional<QRectF>& clip);
    void writeItem(const DrawnPath& drawn);
    void writeItem(const DrawnText& text);
    void writePart(const SubPath& part);
    [[nodiscard]] QByteArray colorName(const QColor& color);
    [[nodiscard]] QByteArray strokeOptions(const QPen& pen);
    [[nodiscard]] static QByteArray at(const QPointF& point)
    {
        return '(' + shortNumber(point.x()) + ',' + shortNumber(point.y()) + ')';
    }

    QByteArray m_colors;
    QByteArray m_body;
    std::vector<QRgb> m_named;
    std::optional<QRectF> m_clip;
    QRectF m_lastFill; ///< Backing of the text that follows it.
    std::vector<QRectF> m_panes;
};

QByteArray TikzWriter::colorName(const QColor& color)
{
    const QRgb rgb = color.rgb() & 0xFFFFFFU;
    const auto found = std::find(m_named.begin(), m_named.end(), rgb);
    const QByteArray name = "secant" + QByteArray::number(static_cast<qint64>(found - m_named.begin()) + 1);
    if (found == m_named.end()) {
        m_named.push_back(rgb);
        m_colors += "  \\definecolor{" + name + "}{HTML}{" + color.name().mid(1).toUpper().toLatin1() + "}\n";
    }
    return name;
}

void TikzWriter::enter(const std::optional<QRectF>& clip)
{
    if (clip == m_clip)
        return;
    if (m_clip)
        m_body += "  \\end{scope}\n";
    m_clip = clip;
    if (clip)
        m_body += "  \\begin{scope}\n  \\clip " + at(clip->topLeft()) + " rectangle " + at(clip->bottomRight()) + ";\n";
}

QByteArray TikzWriter::strokeOptions(const QPen& pen)
{
    QByteArray options =
        "draw=" + colorName(pen.color()) + ", line width=" + shortNumber(pen.widthF() * kPointsPerPixel) + "bp";
    if (pen.color().alpha() < 255)
        options += ", draw opacity=" + shortNumber(pen.color().alphaF());
    if (pen.capStyle() != Qt::FlatCap)
        options += pen.capStyle() == Qt::RoundCap ? ", line cap=round" : ", line cap=rect";
    if (pen.joinStyle() == Qt::RoundJoin)
        options += ", line join=round";
    if (pen.style() == Qt::SolidLine)
        return options;
    options += ", dash pattern=";
    bool on = true;
    for (const qreal dash : pen.dashPattern()) {
        options += (on ? "on " : " off ") + shortNumber(dash * pen.widthF() * kPointsPerPixel) + "bp" + (on ? "" : " ");
        on = !on;
    }
    return options.trimmed();
}

void TikzWriter::writePart(const SubPath& part)
{
    const auto& elements = part.elements;
    const bool closes =
        elements.size() > 2 && elements.back().isLineTo() && QPointF(elements.front()) == QPointF(elements.back());
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (closes && i + 1 == elements.size()) {
            m_body += " -- cycle";
        } else if (elements[i].isMoveTo()) {
            m_body += "\n    " + at(elements[i]);
        } else if (elements[i].isLineTo()) {
            m_body += (i % kPointsPerLine == 0 ? "\n    -- " : " -- ") + at(elements[i]);
        } else if (i + 2 < elements.size()) {
            m_body +=
                "\n    .. controls " + at(elements[i]) + " and " + at(elements[i + 1]) + " .. " + at(elements[i + 2]);
            i += 2;
        }
    }
}

void TikzWriter::writeItem(const DrawnPath& drawn)
{
    QByteArrayList options;
    if (drawn.fill.isValid()) {
        options << "fill=" + colorName(drawn.fill);
        if (drawn.fill.alpha() < 255)
            options << "fill opacity=" + shortNumber(drawn.fill.alphaF());
        if (drawn.path.fillRule() == Qt::OddEvenFill)
            options << "even odd rule";
        m_lastFill = drawn.path.boundingRect();
    }
    if (drawn.pen.style() != Qt::NoPen)
        options << strokeOptions(drawn.pen);
    m_body += "  \\path[" + options.join(", ") + ']';
    for (const SubPath& part : fewPoints(drawn.path))
        writePart(part);
    m_body += ";\n";
}

void TikzWriter::writeItem(const DrawnText& text)
{
    const std::optional<QByteArray> latex = latexText(text.text);
    if (!latex) {
        writeItem(outlined(text));
        return;
    }
    // LaTeX's letters have other widths, so what matters is which end or middle of a text has its place: a text outside
    // the panes stands beside or under an axis, one on a backing in its middle, any other starts where it starts.
    const QPointF middle = text.at + QPointF(text.width / 2.0, 0.0);
    const bool outside = !text.clip;
    const bool leftOfPanes = outside && std::all_of(m_panes.begin(), m_panes.end(), [&](const QRectF& pane) {
                                 return text.at.x() + text.width <= pane.left();
                             });
    const bool backed = m_lastFill.contains(middle) && std::abs(m_lastFill.center().x() - middle.x()) < 1.0;
    const char* anchor = leftOfPanes ? "base east" : outside || backed ? "base" : "base west";
    const QPointF place = leftOfPanes ? text.at + QPointF(text.width, 0.0) : outside || backed ? middle : text.at;
    const double size = text.size * kPointsPerPixel * kFontRatio;
    m_body += "  \\node[anchor=" + QByteArray(anchor) + ", inner sep=0pt, text=" + colorName(text.color);
    if (text.color.alpha() < 255)
        m_body += ", text opacity=" + shortNumber(text.color.alphaF());
    m_body += ", font=\\sffamily" + QByteArray(text.font.weight() > QFont::Medium ? "\\bfseries" : "") + "\\fontsize{" +
              shortNumber(size) + "bp}{" + shortNumber(size * 1.2) + "bp}\\selectfont] at " + at(place) + " {" +
              *latex + "};\n";
}

QByteArray TikzWriter::picture(const Drawing& drawing)
{
    for (const DrawnItem& item : drawing.items) {
        std::visit(
            [this](const auto& part) {
                if (part.clip && std::find(m_panes.begin(), m_panes.end(), *part.clip) == m_panes.end())
                    m_panes.push_back(*part.clip);
            },
            item);
    }
    for (const DrawnItem& item : drawing.items) {
        std::visit(
            [this](const auto& part) {
                enter(part.clip);
                writeItem(part);
            },
            item);
    }
    enter(std::nullopt);
    const QByteArray corner = at({drawing.size.width(), drawing.size.height()});
    return "\\begin{tikzpicture}[x=0.75bp, y=-0.75bp]\n" + m_colors + "  \\useasboundingbox (0,0) rectangle " + corner +
           ";\n" + m_body + "\\end{tikzpicture}";
}

QByteArray commentLines(const QStringList& comments)
{
    QByteArray lines;
    for (QString comment : comments) {
        for (QChar& c : comment)
            c = c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator
                    ? QChar(u' ')
                    : c;
        lines += "% " + comment.toUtf8() + '\n';
    }
    return lines;
}

} // namespace

std::vector<QPointF> thinned(const std::vector<QPointF>& line, double tolerance)
{
    if (line.size() < 3)
        return line;
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, line.size() - 1}};
    while (!spans.empty()) {
        const auto [first, last] = spans.back();
        spans.pop_back();
        std::size_t farthest = first;
        double most = tolerance;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double distance = distanceToLine(line[i], line[first], line[last]);
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        if (farthest != first) {
            kept[farthest] = true;
            spans.emplace_back(first, farthest);
            spans.emplace_back(farthest, last);
        }
    }
    std::vector<QPointF> result;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (kept[i])
            result.push_back(line[i]);
    }
    return result;
}

QByteArray tikzOf(const Drawing& drawing, TikzForm form, const QStringList& comments)
{
    const QByteArray head = commentLines(comments);
    const QByteArray picture = TikzWriter().picture(drawing);
    if (form == TikzForm::Include)
        return head + "% \\usepackage{tikz}\n" + picture + "%\n";
    const auto bp = [](double pixels) { return shortNumber(pixels * kPointsPerPixel) + "bp"; };
    return head + "\\documentclass{article}\n\\usepackage[paperwidth=" + bp(drawing.size.width()) +
           ", paperheight=" + bp(drawing.size.height()) +
           ", margin=0pt]{geometry}\n\\usepackage{tikz}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0pt}\n"
           "\\setlength{\\topskip}{0pt}\n\\begin{document}\n\\noindent" +
           picture + "%\n\\end{document}\n";
}

} // namespace secant
