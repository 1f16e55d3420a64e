#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QtTest>

#include "core/figure/compose.h"
#include "widgets/export/figure_export.h"
#include "widgets/export/offscreen_figure.h"
#include "widgets/plot/figure_view.h"
#include "widgets/plot/palette.h"

using namespace secant;

namespace {

constexpr QSize kSize(900, 600);

/// Letters are placed by whole pixels in a PNG and not in a vector file, which makes 0.005 to 0.008 of the ink here.
/// measureNoticesACurveThatIsAbsent shows that one dashed curve is more than this.
constexpr double kMissingAllowed = 0.02;

/// Two curves of which one leaves the value pane steeply, a chord, a dead region and a jump of f′.
Scene testScene(Language language = Language::English)
{
    Scene scene = defaultScene();
    scene.language = language;
    scene.theme = FigureTheme::Light;
    addFormula(scene, "40*x*x*x");
    scene.activeCurve = scene.curves.front().id;
    scene.chords = {{scene.activeCurve, -2.0, 4.0, 0.5}};
    return scene;
}

FigureSource composedFrom(const Scene& scene)
{
    return [scene](const Budget& budget) { return compose(scene, budget); };
}

ExportOptions optionsFor(ExportFormat format, double dpi = 96.0)
{
    ExportOptions options;
    options.format = format;
    options.size = kSize;
    options.dpi = dpi;
    return options;
}

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

int pixelsLike(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += distance(image.pixel(x, y), color.rgb()) <= 8 ? 1 : 0;
    }
    return count;
}

/// Of the pixels that stand out from the white ground in `a`, the share for which nothing alike is within one pixel in
/// `b`: what is missing in b, whatever the two rasterisers do at edges.
double missingShare(const QImage& a, const QImage& b)
{
    int ink = 0;
    int missing = 0;
    for (int y = 1; y + 1 < a.height(); ++y) {
        for (int x = 1; x + 1 < a.width(); ++x) {
            if (distance(a.pixel(x, y), qRgb(255, 255, 255)) < 96)
                continue;
            ++ink;
            int nearest = 255;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx)
                    nearest = std::min(nearest, distance(a.pixel(x, y), b.pixel(x + dx, y + dy)));
            }
            missing += nearest > 96 ? 1 : 0;
        }
    }
    return ink == 0 ? 1.0 : static_cast<double>(missing) / ink;
}

struct SvgContent {
    QStringList texts;
    QSet<QString> families;                        ///< Of the texts.
    QHash<QString, QList<QPointF>> pointsOfStroke; ///< By stroke colour, in the picture's coordinates.
    QString width;
    QString height;
    QString viewBox;
    QString error;
};

QList<QPointF> pointsOf(const QString& text)
{
    static const QRegularExpression pair(R"((-?[0-9.]+(?:e[-+]?[0-9]+)?),(-?[0-9.]+(?:e[-+]?[0-9]+)?))");
    QList<QPointF> points;
    for (auto it = pair.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        points << QPointF(match.captured(1).toDouble(), match.captured(2).toDouble());
    }
    return points;
}

SvgContent readSvg(const QString& fileName)
{
    SvgContent content;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        content.error = file.errorString();
        return content;
    }
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attribute = [&xml](const char* name) {
            return xml.attributes().value(QLatin1String(name)).toString();
        };
        if (xml.name() == QLatin1String("svg")) {
            content.width = attribute("width");
            content.height = attribute("height");
            content.viewBox = attribute("viewBox");
        } else if (xml.name() == QLatin1String("text")) {
            content.families << attribute("font-family");
            content.texts << xml.readElementText().trimmed();
        } else if (xml.name() == QLatin1String("path")) {
            content.pointsOfStroke[attribute("stroke")] += pointsOf(attribute("d"));
        }
    }
    content.error = xml.hasError() ? xml.errorString() : QString();
    return content;
}

QString run(const QString& tool, const QStringList& arguments)
{
    QProcess process;
    process.start(tool, arguments);
    if (!process.waitForStarted())
        return QStringLiteral("%1 is missing: install what app/packages.txt lists for tests").arg(tool);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

} // namespace

class TestFigureExport : public QObject {
    Q_OBJECT

private slots:
    void formatFollowsTheName_data();
    void formatFollowsTheName();
    void checksOptions_data();
    void checksOptions();
    void pngHasItsSizeAndResolution_data();
    void pngHasItsSizeAndResolution();
    void aSmallPngShowsAllOfTheFigure();
    void pngShowsTheCurves();
    void curvesAreComputedForThePicturesPixels();
    void groundIsOfTheTheme_data();
    void groundIsOfTheTheme();
    void transparentPictureHasNoGround();
    void smallestPicturesWork_data();
    void smallestPicturesWork();
    void svgIsWellFormedAndSaysItsSize();
    void svgKeepsTextsAsTexts();
    void svgStaysInsideThePanes();
    void svgHasNoDotsOnItsFrame();
    void measureNoticesACurveThatIsAbsent();
    void svgLooksLikePng();
    void svgLooksLikePngInAnotherRenderer();
    void tikzLooksLikePng();
    void pdfHasTextsFontsAndNoImages();
    void pdfLooksLikePng();
    void sameSceneGivesSameBytes();
    void anotherThreadWritesTheSameBytes_data();
    void anotherThreadWritesTheSameBytes();
    void problemsNameTheFileAndLeaveNothing();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void TestFigureExport::formatFollowsTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format"); // −1: none
    QTest::addRow("png") << "a.png" << static_cast<int>(ExportFormat::Png);
    QTest::addRow("capitals") << "a.SVG" << static_cast<int>(ExportFormat::Svg);
    QTest::addRow("last ending counts") << "a.png.pdf" << static_cast<int>(ExportFormat::Pdf);
    QTest::addRow("tex") << "a.tex" << static_cast<int>(ExportFormat::Tex);
    QTest::addRow("csv") << "a.csv" << static_cast<int>(ExportFormat::Csv);
    QTest::addRow("json") << "a.json" << static_cast<int>(ExportFormat::Json);
    QTest::addRow("gif") << "a.gif" << static_cast<int>(ExportFormat::Gif);
    QTest::addRow("webp") << "a.webp" << static_cast<int>(ExportFormat::Webp);
    QTest::addRow("no ending") << "a" << -1;
    QTest::addRow("dot alone") << "a." << -1;
    QTest::addRow("ending of the folder") << "a.png/b" << -1;
    QTest::addRow("unknown") << "a.exe" << -1;
}

void TestFigureExport::formatFollowsTheName()
{
    QFETCH(QString, name);
    QFETCH(int, format);
    const auto found = formatOfFileName(name);
    QCOMPARE(found ? static_cast<int>(*found) : -1, format);
}

void TestFigureExport::checksOptions_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<double>("dpi");
    QTest::addColumn<double>("textScale");
    QTest::addColumn<bool>("raster");
    QTest::addColumn<bool>("refused");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    const int most = std::numeric_limits<int>::max();
    QTest::addRow("ordinary") << 1200 << 800 << 96.0 << 1.0 << true << false;
    QTest::addRow("smallest") << 1 << 1 << 1.0 << 0.25 << true << false;
    QTest::addRow("zero") << 0 << 0 << 96.0 << 1.0 << true << true;
    QTest::addRow("negative") << -1 << -1 << 96.0 << 1.0 << true << true;
    QTest::addRow("longest side") << 32767 << 10 << 96.0 << 1.0 << true << false;
    QTest::addRow("a side too long") << 32768 << 10 << 96.0 << 1.0 << true << true;
    QTest::addRow("too long as a vector too") << 10 << 32768 << 96.0 << 1.0 << false << true;
    QTest::addRow("256 megapixels") << 16384 << 16384 << 96.0 << 1.0 << true << false;
    QTest::addRow("a row more") << 16384 << 16385 << 96.0 << 1.0 << true << true;
    QTest::addRow("product beyond 32 bits") << 65536 << 65536 << 96.0 << 1.0 << true << true;
    QTest::addRow("greatest int") << most << most << 96.0 << 1.0 << true << true;
    QTest::addRow("too large by its resolution") << 1200 << 800 << 9600.0 << 1.0 << true << true;
    QTest::addRow("resolution does not matter to a vector") << 1200 << 800 << 9600.0 << 1.0 << false << false;
    QTest::addRow("0 dpi") << 100 << 100 << 0.0 << 1.0 << true << true;
    QTest::addRow("negative dpi") << 100 << 100 << -96.0 << 1.0 << true << true;
    QTest::addRow("NaN dpi") << 100 << 100 << nan << 1.0 << true << true;
    QTest::addRow("infinite dpi") << 100 << 100 << inf << 1.0 << true << true;
    QTest::addRow("NaN text") << 100 << 100 << 96.0 << nan << true << true;
    QTest::addRow("no text") << 100 << 100 << 96.0 << 0.0 << false << true;
    QTest::addRow("huge text") << 100 << 100 << 96.0 << 1e9 << true << true;
}

void TestFigureExport::checksOptions()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(double, dpi);
    QFETCH(double, textScale);
    QFETCH(bool, raster);
    QFETCH(bool, refused);
    ExportOptions options;
    options.format = raster ? ExportFormat::Png : ExportFormat::Svg;
    options.size = QSize(width, height);
    options.dpi = dpi;
    options.textScale = textScale;
    const ExportProblem problem = checkOptions(options);
    QCOMPARE(problem.has_value(), refused);
    if (!refused)
        return;
    QVERIFY(problem->size() > 10 && !problem->contains('%'));
    bool composed = false;
    const FigureSource source = [&composed](const Budget&) {
        composed = true;
        return Figure();
    };
    QVERIFY(exportFigure(source, options, at("refused.png")).has_value());
    QVERIFY(!composed);
    QVERIFY(!QFile::exists(at("refused.png")));
}

void TestFigureExport::pngHasItsSizeAndResolution_data()
{
    QTest::addColumn<double>("dpi");
    QTest::addColumn<QSize>("pixels");
    QTest::addColumn<int>("dotsPerMetre");
    // dots per metre = dpi / 0.0254
    QTest::addRow("96 dpi") << 96.0 << QSize(900, 600) << 3780;
    QTest::addRow("300 dpi") << 300.0 << QSize(2813, 1875) << 11811;
    QTest::addRow("72 dpi") << 72.0 << QSize(675, 450) << 2835;
}

void TestFigureExport::pngHasItsSizeAndResolution()
{
    QFETCH(double, dpi);
    QFETCH(QSize, pixels);
    QFETCH(int, dotsPerMetre);
    const ExportProblem problem =
        exportFigure(composedFrom(testScene()), optionsFor(ExportFormat::Png, dpi), at("p.png"));
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    QImageReader reader(at("p.png"), "png");
    const QImage image = reader.read();
    QVERIFY2(!image.isNull(), qPrintable(reader.errorString()));
    QCOMPARE(image.size(), pixels);
    QCOMPARE(image.dotsPerMeterX(), dotsPerMetre);
    QCOMPARE(image.dotsPerMeterY(), dotsPerMetre);
}

void TestFigureExport::aSmallPngShowsAllOfTheFigure()
{
    // Fewer dots an inch make a smaller picture, not a part of it: the frame is at the right and at the bottom as well.
    const QImage image = renderImage(composedFrom(testScene()), optionsFor(ExportFormat::Png, 48.0));
    QCOMPARE(image.size(), QSize(450, 300));
    const auto marked = [&image](const QRect& strip) {
        int count = 0;
        for (int y = strip.top(); y <= strip.bottom(); ++y) {
            for (int x = strip.left(); x <= strip.right(); ++x)
                count += qGray(image.pixel(x, y)) < 240 ? 1 : 0;
        }
        return count;
    };
    QVERIFY(marked(QRect(430, 0, 20, 300)) > 100);
    QVERIFY(marked(QRect(0, 270, 450, 30)) > 200);
}

void TestFigureExport::pngShowsTheCurves()
{
    const Scene scene = testScene();
    const QImage image = renderImage(composedFrom(scene), optionsFor(ExportFormat::Png));
    const FigurePalette& palette = figurePalette(FigureTheme::Light, false);
    // ReLU runs along half of the pane's width in both panes; its line is two pixels wide.
    for (const CurveSpec& curve : scene.curves)
        QVERIFY2(pixelsLike(image, palette.curve(curve.style).color) > 150, curve.formula.c_str());
}

void TestFigureExport::curvesAreComputedForThePicturesPixels()
{
    QList<double> widths;
    const Scene scene = testScene();
    const FigureSource source = [&](const Budget& budget) {
        widths << budget.paneWidthPx;
        return compose(scene, budget);
    };
    QVERIFY(!renderImage(source, optionsFor(ExportFormat::Png, 288.0)).isNull());
    // At three pixels a logical one; the labels beside the pane take less than a fifth of the width.
    QVERIFY2(widths.last() < 2700.0 && widths.last() > 0.8 * 2700.0, qPrintable(QString::number(widths.last())));
}

void TestFigureExport::groundIsOfTheTheme_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<bool>("windowDark");
    QTest::addColumn<bool>("dark");
    QTest::addRow("light") << static_cast<int>(FigureTheme::Light) << true << false;
    QTest::addRow("dark") << static_cast<int>(FigureTheme::Dark) << false << true;
    QTest::addRow("paper") << static_cast<int>(FigureTheme::Paper) << true << false;
    QTest::addRow("as a light window") << static_cast<int>(FigureTheme::Window) << false << false;
    QTest::addRow("as a dark window") << static_cast<int>(FigureTheme::Window) << true << true;
}

void TestFigureExport::groundIsOfTheTheme()
{
    QFETCH(int, theme);
    QFETCH(bool, windowDark);
    QFETCH(bool, dark);
    Scene scene = testScene();
    scene.theme = static_cast<FigureTheme>(theme);
    ExportOptions options = optionsFor(ExportFormat::Png);
    options.windowDark = windowDark;
    const QImage image = renderImage(composedFrom(scene), options);
    for (const QPoint corner : {QPoint(0, 0), QPoint(899, 0), QPoint(0, 599), QPoint(899, 599)}) {
        QCOMPARE(qAlpha(image.pixel(corner)), 255);
        QCOMPARE(qGray(image.pixel(corner)) < 96, dark);
    }
}

void TestFigureExport::transparentPictureHasNoGround()
{
    ExportOptions options = optionsFor(ExportFormat::Png);
    options.transparent = true;
    QVERIFY(!exportFigure(composedFrom(testScene()), options, at("t.png")));
    const QImage image(at("t.png"));
    QVERIFY(image.hasAlphaChannel());
    QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
    QCOMPARE(qAlpha(image.pixel(899, 599)), 0);
    const QColor relu = figurePalette(FigureTheme::Light, false).curve(0).color;
    QVERIFY(pixelsLike(image, relu) > 150);
}

void TestFigureExport::smallestPicturesWork_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addRow("one pixel") << QSize(1, 1);
    QTest::addRow("no room for axes") << QSize(5, 5);
    QTest::addRow("wide and flat") << QSize(3000, 1);
    QTest::addRow("high and narrow") << QSize(1, 3000);
}

void TestFigureExport::smallestPicturesWork()
{
    QFETCH(QSize, size);
    for (const ExportFormat format : {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf, ExportFormat::Tex}) {
        ExportOptions options = optionsFor(format);
        options.size = size;
        const ExportProblem problem = exportFigure(composedFrom(testScene()), options, at("small"));
        QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
        QVERIFY(QFileInfo(at("small")).size() > 0);
        if (format == ExportFormat::Png)
            QCOMPARE(QImage(at("small"), "png").size(), size);
    }
}

void TestFigureExport::svgIsWellFormedAndSaysItsSize()
{
    QVERIFY(!exportFigure(composedFrom(testScene()), optionsFor(ExportFormat::Svg), at("p.svg")));
    const SvgContent content = readSvg(at("p.svg"));
    QVERIFY2(content.error.isEmpty(), qPrintable(content.error));
    QCOMPARE(content.viewBox, QString("0 0 900 600"));
    // 900 and 600 px of 1/96 inch; Qt writes six significant digits.
    QVERIFY(std::abs(content.width.chopped(2).toDouble() - 238.125) < 0.001);
    QVERIFY(std::abs(content.height.chopped(2).toDouble() - 158.75) < 0.001);
    QVERIFY(content.width.endsWith("mm"));
    QVERIFY(QSvgRenderer(at("p.svg")).isValid());
}

void TestFigureExport::svgKeepsTextsAsTexts()
{
    QVERIFY(!exportFigure(composedFrom(testScene(Language::Chinese)), optionsFor(ExportFormat::Svg), at("zh.svg")));
    const SvgContent content = readSvg(at("zh.svg"));
    const QString all = content.texts.join('\n');
    for (const QString& text : {QStringLiteral("修正线性单元"), QStringLiteral("α = 0.1"), QStringLiteral("40*x*x*x"),
                                QStringLiteral("−6"), QStringLiteral("x = 0"), QStringLiteral("λ")})
        QVERIFY2(all.contains(text), qPrintable(text + " is not in\n" + all));
    // By name: an alias such as "Sans Serif" is another font on another machine.
    QCOMPARE(content.families, QSet<QString>{"'DejaVu Sans', 'Noto Sans CJK SC', sans-serif"});
}

void TestFigureExport::svgStaysInsideThePanes()
{
    const Scene scene = testScene();
    QVERIFY(!exportFigure(composedFrom(scene), optionsFor(ExportFormat::Svg), at("p.svg")));
    FigureView view;
    view.setFont(exportFont());
    view.setInteractionHints(false);
    view.resize(kSize);
    view.setFigure(compose(scene, view.budget()));
    view.setFigure(compose(scene, view.budget()));
    const SvgContent content = readSvg(at("p.svg"));
    const FigurePalette& palette = figurePalette(FigureTheme::Light, false);
    for (const CurveSpec& curve : scene.curves) {
        const auto points = content.pointsOfStroke.value(palette.curve(curve.style).color.name());
        QVERIFY2(points.size() >= 4, curve.formula.c_str());
        for (const QPointF& point : points) {
            const auto inside = [&](PaneKind kind) {
                // Half a pixel of the painter's offset and half a pen may lie outside.
                return QRectF(view.paneRect(kind)).adjusted(-2, -2, 2, 2).contains(point);
            };
            QVERIFY2(inside(PaneKind::Value) || inside(PaneKind::Slope),
                     qPrintable(QString("%1, %2").arg(point.x()).arg(point.y())));
        }
    }
}

/// The axes have minor ticks without length for the sake of the grid; 140 black squares once stood in their places.
void TestFigureExport::svgHasNoDotsOnItsFrame()
{
    const QString svg = QString::fromUtf8(renderSvg(composedFrom(defaultScene()), optionsFor(ExportFormat::Svg)));
    const QRegularExpression shape(QStringLiteral("<path[^>]* d=\"([^\"]*)\""));
    const QRegularExpression number(QStringLiteral("(-?[0-9.]+),(-?[0-9.]+)"));
    int shapes = 0;
    for (auto path = shape.globalMatch(svg); path.hasNext(); ++shapes) {
        QPolygonF points;
        const QString text = path.next().captured(1);
        for (auto point = number.globalMatch(text); point.hasNext();) {
            const QRegularExpressionMatch match = point.next();
            points.append({match.captured(1).toDouble(), match.captured(2).toDouble()});
        }
        const QRectF box = points.boundingRect();
        QVERIFY2(std::max(box.width(), box.height()) > 1.5, qPrintable(text));
    }
    QVERIFY(shapes > 50);
}

void TestFigureExport::measureNoticesACurveThatIsAbsent()
{
    const Scene whole = testScene();
    Scene less = whole;
    less.curves[1].visible = false;
    const QImage a = renderImage(composedFrom(whole), optionsFor(ExportFormat::Png));
    const QImage b = renderImage(composedFrom(less), optionsFor(ExportFormat::Png));
    QVERIFY2(missingShare(a, b) > 2 * kMissingAllowed, qPrintable(QString::number(missingShare(a, b))));
    QCOMPARE(missingShare(a, a), 0.0);
}

void TestFigureExport::svgLooksLikePng()
{
    const FigureSource source = composedFrom(testScene());
    QVERIFY(!exportFigure(source, optionsFor(ExportFormat::Svg), at("p.svg")));
    const QImage png = renderImage(source, optionsFor(ExportFormat::Png));
    QImage svg(kSize, QImage::Format_RGB32);
    svg.fill(Qt::white);
    QSvgRenderer renderer(at("p.svg"));
    QPainter painter(&svg);
    renderer.render(&painter);
    painter.end();
    QVERIFY2(missingShare(png, svg) < kMissingAllowed, qPrintable(QString::number(missingShare(png, svg))));
    QVERIFY2(missingShare(svg, png) < kMissingAllowed, qPrintable(QString::number(missingShare(svg, png))));
}

void TestFigureExport::svgLooksLikePngInAnotherRenderer()
{
    const FigureSource source = composedFrom(testScene(Language::Chinese));
    const QImage png = renderImage(source, optionsFor(ExportFormat::Png));
    for (const bool outlines : {false, true}) {
        ExportOptions options = optionsFor(ExportFormat::Svg);
        options.textAsOutlines = outlines;
        QVERIFY(!exportFigure(source, options, at("r.svg")));
        const QString said = run("rsvg-convert", {"-o", at("r.png"), at("r.svg")});
        const QImage svg = QImage(at("r.png")).convertToFormat(QImage::Format_RGB32);
        QVERIFY2(svg.size() == kSize, qPrintable(said));
        QVERIFY2(missingShare(png, svg) < kMissingAllowed, qPrintable(QString::number(missingShare(png, svg))));
        QVERIFY2(missingShare(svg, png) < kMissingAllowed, qPrintable(QString::number(missingShare(svg, png))));
    }
}

void TestFigureExport::tikzLooksLikePng()
{
    // Texts are set in TeX's own letters, so that a figure without them is compared: lines, bands and dots.
    Scene scene = testScene();
    scene.chords.clear();
    ExportOptions options = optionsFor(ExportFormat::Tex);
    QVERIFY(!exportScene(scene, options, at("t.tex")));
    QProcess latex;
    latex.setWorkingDirectory(m_folder.path());
    latex.start("pdflatex", {"-interaction=nonstopmode", "-halt-on-error", "t.tex"});
    QVERIFY2(latex.waitForFinished(60000), "pdflatex is missing: install texlive-latex-base");
    const QString said = run("pdftoppm", {"-r", "96", "-png", "-singlefile", at("t.pdf"), at("tex")});
    const QImage tex = QImage(at("tex.png")).convertToFormat(QImage::Format_RGB32);
    QVERIFY2(tex.size() == kSize, qPrintable(said));
    const QImage png = renderImage(composedFrom(scene), optionsFor(ExportFormat::Png));
    // Letters are a twelfth of the ink; measureNoticesACurveThatIsAbsent shows what a curve is.
    constexpr double kLetters = 0.1;
    QVERIFY2(missingShare(png, tex) < kLetters, qPrintable(QString::number(missingShare(png, tex))));
    QVERIFY2(missingShare(tex, png) < kLetters, qPrintable(QString::number(missingShare(tex, png))));
}

void TestFigureExport::pdfHasTextsFontsAndNoImages()
{
    QVERIFY(!exportFigure(composedFrom(testScene(Language::Chinese)), optionsFor(ExportFormat::Pdf), at("p.pdf")));
    const QString texts = run("pdftotext", {"-layout", at("p.pdf"), "-"});
    for (const QString& text : {QStringLiteral("修正线性单元"), QStringLiteral("α = 0.1"), QStringLiteral("40*x*x*x")})
        QVERIFY2(texts.contains(text), qPrintable(text + " is not in\n" + texts));
    const QString fonts = run("pdffonts", {at("p.pdf")});
    QVERIFY2(fonts.contains("DejaVuSans") && fonts.contains("NotoSansCJKsc"), qPrintable(fonts));
    for (const QString& line : fonts.split('\n').mid(2)) {
        // Columns: name, type, encoding, emb, sub, uni, object.
        if (!line.trimmed().isEmpty())
            QVERIFY2(line.contains("yes yes yes") || line.contains("yes no  yes"), qPrintable(line));
    }
    const QString images = run("pdfimages", {"-list", at("p.pdf")});
    QVERIFY2(images.contains("page") && images.trimmed().count('\n') == 1, qPrintable(images));
    const QString info = run("pdfinfo", {at("p.pdf")});
    QVERIFY2(info.contains("675 x 450 pts"), qPrintable(info)); // 72/96 of 900 × 600
    QVERIFY2(info.contains(QRegularExpression("Title: +Secant")), qPrintable(info));
    QVERIFY2(info.contains(QRegularExpression("Pages: +1\\n")), qPrintable(info));
}

void TestFigureExport::pdfLooksLikePng()
{
    const FigureSource source = composedFrom(testScene());
    QVERIFY(!exportFigure(source, optionsFor(ExportFormat::Pdf), at("p.pdf")));
    const QString said = run("pdftoppm", {"-r", "96", "-png", "-singlefile", at("p.pdf"), at("page")});
    const QImage pdf = QImage(at("page.png")).convertToFormat(QImage::Format_RGB32);
    QVERIFY2(pdf.size() == kSize, qPrintable(said));
    const QImage png = renderImage(source, optionsFor(ExportFormat::Png));
    QVERIFY2(missingShare(png, pdf) < kMissingAllowed, qPrintable(QString::number(missingShare(png, pdf))));
    QVERIFY2(missingShare(pdf, png) < kMissingAllowed, qPrintable(QString::number(missingShare(pdf, png))));
}

void TestFigureExport::sameSceneGivesSameBytes()
{
    for (const ExportFormat format :
         {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf, ExportFormat::Tex, ExportFormat::Json}) {
        QByteArrayList contents;
        for (const char* name : {"one", "two"}) {
            QVERIFY(!exportFigure(composedFrom(testScene()), optionsFor(format), at(name)));
            QFile file(at(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            contents << file.readAll();
        }
        QVERIFY(!contents[0].isEmpty());
        QVERIFY(contents[0] == contents[1]);
    }
}

void TestFigureExport::anotherThreadWritesTheSameBytes_data()
{
    QTest::addColumn<ExportFormat>("format");
    for (const ExportFormat format : {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf, ExportFormat::Tex,
                                      ExportFormat::Json, ExportFormat::Gif, ExportFormat::Webp})
        QTest::addRow("%s", qPrintable(suffixOf(format))) << format;
}

void TestFigureExport::anotherThreadWritesTheSameBytes()
{
    QFETCH(ExportFormat, format);
    ExportOptions options = optionsFor(format);
    options.textAsOutlines = true;
    const Scene scene = testScene();
    QVERIFY(!exportScene(scene, options, at("here")));
    ExportProblem problem;
    std::atomic_bool isOver = false;
    const std::jthread thread([&] {
        problem = exportScene(scene, options, at("there"));
        isOver = true;
    });
    // Waits in the event loop, which the worker needs for what only this thread may do.
    QTRY_VERIFY_WITH_TIMEOUT(isOver, 60000);
    QVERIFY(!problem);
    QByteArrayList contents;
    for (const char* name : {"here", "there"}) {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        contents << file.readAll();
    }
    QVERIFY(!contents[0].isEmpty());
    QVERIFY(contents[0] == contents[1]);
}

void TestFigureExport::problemsNameTheFileAndLeaveNothing()
{
    for (const ExportFormat format : {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf}) {
        bool composed = false;
        const FigureSource source = [&composed](const Budget&) {
            composed = true;
            return Figure();
        };
        const ExportProblem problem = exportFigure(source, optionsFor(format), at("nowhere/p.out"));
        QVERIFY(problem.has_value());
        QVERIFY2(problem->contains("nowhere/p.out"), qPrintable(*problem));
        QVERIFY(!composed); // Said before the work is done.
        QVERIFY(!QFile::exists(at("nowhere")));
    }
}

QTEST_MAIN(TestFigureExport)
#include "tst_figure_export.moc"
