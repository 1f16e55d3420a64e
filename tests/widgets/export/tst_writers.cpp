#include <cmath>
#include <random>

#include <QPainter>
#include <QtTest>

#include "widgets/export/drawing.h"
#include "widgets/export/pdf_writer.h"
#include "widgets/export/svg_writer.h"
#include "widgets/export/tikz_writer.h"

using namespace secant;

namespace {

/// The kinds of texts that once broke out of a label elsewhere.
const QStringList kHostile{"<script>alert(1)</script>",
                           "}\\end{tikzpicture}\\input{/etc/passwd}",
                           "%1 %n",
                           "&amp; \"q\" 'r'",
                           "$x_1^2$ #3 ~a",
                           "a\x1b[2J\x01",
                           QString(QChar(0xD800)),
                           "--- `` ''",
                           "x|y<z>"};

Drawing drawingOf(const std::function<void(QPainter&)>& paint)
{
    return record({200, 100}, [&](QPainter& painter) {
        painter.setFont(QFont("DejaVu Sans", 9));
        paint(painter);
    });
}

Drawing hostileDrawing()
{
    return drawingOf([](QPainter& painter) {
        for (int i = 0; i < kHostile.size(); ++i)
            painter.drawText(QPointF(5, 10 * i + 10), kHostile[i]);
    });
}

/// Runs a tool in a folder; what it said if it failed, else nothing.
QString run(const QString& tool, const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(tool, arguments);
    if (!process.waitForStarted())
        return tool + " is missing: install what app/packages.txt lists for tests";
    process.waitForFinished(60000);
    const QString said = QString::fromUtf8(process.readAll());
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? QString() : tool + ": " + said;
}

} // namespace

class TestWriters : public QObject {
    Q_OBJECT

private slots:
    void recordsWhatIsPainted();
    void recordsTransformsAndOpacity();
    void numbersAreShort();
    void svgKeepsClips();
    void svgWithHostileTextsIsValid();
    void svgOutlinesNeedNoFont();
    void latexTexts_data();
    void latexTexts();
    void tikzWithHostileTextsCompiles();
    void tikzFormsAreWhatTheySay();
    void tikzThinsLongPaths();
    void thinnedStaysNear();
    void tikzOpensEachGapAnew();
    void pdfHasNoDate();

private:
    QString write(const QString& name, const QByteArray& content) const;
    QTemporaryDir m_folder;
};

QString TestWriters::write(const QString& name, const QByteArray& content) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

void TestWriters::recordsWhatIsPainted()
{
    const Drawing drawing = drawingOf([](QPainter& painter) {
        painter.setPen(QPen(Qt::red, 2.0));
        painter.drawLine(QLineF(1, 2, 3, 4));
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::blue);
        painter.drawEllipse(QPointF(50, 50), 5, 5);
        painter.setPen(Qt::black);
        painter.drawText(QPointF(10, 20), QStringLiteral("α and 凸 and more"));
    });
    QCOMPARE(drawing.items.size(), std::size_t(3));
    const auto& line = std::get<DrawnPath>(drawing.items[0]);
    QCOMPARE(line.pen.widthF(), 2.0);
    QVERIFY(!line.fill.isValid());
    QCOMPARE(QPointF(line.path.elementAt(1)), QPointF(3, 4));
    const auto& circle = std::get<DrawnPath>(drawing.items[1]);
    QCOMPARE(circle.fill, QColor(Qt::blue));
    QCOMPARE(circle.path.boundingRect(), QRectF(45, 45, 10, 10));
    // One text, though its letters come from two fonts.
    const auto& text = std::get<DrawnText>(drawing.items[2]);
    QCOMPARE(text.text, QStringLiteral("α and 凸 and more"));
    QCOMPARE(text.at, QPointF(10, 20));
    QVERIFY(text.width > 60.0 && text.width < 160.0);
}

void TestWriters::recordsTransformsAndOpacity()
{
    const Drawing drawing = drawingOf([](QPainter& painter) {
        painter.translate(10, 20);
        painter.scale(2, 2);
        painter.setOpacity(0.5);
        painter.setClipRect(QRectF(0, 0, 10, 10));
        painter.setPen(QPen(QColor(0, 0, 0, 128), 1.5));
        painter.drawLine(QLineF(0, 0, 5, 5));
    });
    const auto& line = std::get<DrawnPath>(drawing.items.at(0));
    QCOMPARE(QPointF(line.path.elementAt(1)), QPointF(20, 30));
    QCOMPARE(line.pen.widthF(), 3.0);
    QCOMPARE(line.pen.color().alpha(), 64);
    QCOMPARE(line.clip, std::optional(QRectF(10, 20, 20, 20)));
}

void TestWriters::numbersAreShort()
{
    QCOMPARE(shortNumber(1.0), QByteArray("1"));
    QCOMPARE(shortNumber(-0.0001), QByteArray("0"));
    QCOMPARE(shortNumber(0.1 + 0.2), QByteArray("0.3"));
    QCOMPARE(shortNumber(-12.3456), QByteArray("-12.346"));
    QCOMPARE(shortNumber(100.0), QByteArray("100"));
}

void TestWriters::svgKeepsClips()
{
    const QByteArray svg = svgOf(drawingOf([](QPainter& painter) {
                                     painter.setClipRect(QRectF(10, 10, 50, 50));
                                     painter.drawLine(QLineF(0, 0, 100, 100));
                                     painter.drawLine(QLineF(100, 0, 0, 100));
                                     painter.setClipping(false);
                                     painter.drawLine(QLineF(0, 50, 100, 50));
                                 }),
                                 false);
    QCOMPARE(svg.count("<clipPath "), 1);
    QCOMPARE(svg.count("clip-path=\"url(#clip1)\""), 1);
    QVERIFY(svg.indexOf("</g>") < svg.lastIndexOf("<path"));
}

void TestWriters::svgWithHostileTextsIsValid()
{
    const QByteArray svg = svgOf(hostileDrawing(), false);
    QVERIFY(!svg.contains("<script"));
    QCOMPARE(run("xmllint", {"--noout", write("hostile.svg", svg)}, m_folder.path()), QString());
}

void TestWriters::svgOutlinesNeedNoFont()
{
    const QByteArray svg = svgOf(hostileDrawing(), true);
    QVERIFY(!svg.contains("<text") && !svg.contains("font"));
    QVERIFY(svg.count("<path") >= kHostile.size() - 1); // A lone surrogate has no outline.
}

void TestWriters::latexTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("latex"); // Empty: it cannot be said.
    QTest::addRow("plain") << "ReLU 6" << QByteArray("ReLU 6");
    QTest::addRow("special") << "a_b{c}%#&$" << QByteArray("a\\_b\\{c\\}\\%\\#\\&\\$");
    QTest::addRow("backslash") << "\\input" << QByteArray("\\textbackslash{}input");
    QTest::addRow("mathematics") << QStringLiteral("f′ ≤ −½") << QByteArray();
    QTest::addRow("prime") << QStringLiteral("f″(x)") << QByteArray("f\\ensuremath{{}''}(x)");
    QTest::addRow("Greek") << QStringLiteral("α = −1") << QByteArray("\\ensuremath{\\alpha} = \\ensuremath{-}1");
    QTest::addRow("superscript") << QStringLiteral("10⁻³") << QByteArray("10\\ensuremath{{}^{-}}\\ensuremath{{}^{3}}");
    QTest::addRow("Chinese") << QStringLiteral("凸") << QByteArray();
    QTest::addRow("control") << "a\x1b" << QByteArray();
}

void TestWriters::latexTexts()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, latex);
    QCOMPARE(latexText(text).value_or(QByteArray()), latex);
}

void TestWriters::tikzWithHostileTextsCompiles()
{
    QStringList comments = kHostile;
    comments << "two\nlines \\undefined";
    write("hostile.tex", tikzOf(hostileDrawing(), TikzForm::Standalone, comments));
    const QStringList arguments{"-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "hostile.tex"};
    QCOMPARE(run("pdflatex", arguments, m_folder.path()), QString());
    QProcess pdftotext;
    pdftotext.start("pdftotext", {m_folder.filePath("hostile.pdf"), "-"});
    QVERIFY2(pdftotext.waitForFinished(), "pdftotext is missing: install poppler-utils");
    QVERIFY(!pdftotext.readAll().contains("root:"));
}

void TestWriters::tikzFormsAreWhatTheySay()
{
    const Drawing drawing = drawingOf([](QPainter& painter) { painter.drawText(QPointF(10, 20), "x"); });
    const QByteArray include = tikzOf(drawing, TikzForm::Include, {"x^2"});
    QVERIFY(include.startsWith("% x^2\n"));
    QVERIFY(!include.contains("documentclass"));
    write("part.tex", include);
    write("whole.tex", "\\documentclass{article}\\usepackage{tikz}\\begin{document}A \\input{part} B\\end{document}\n");
    QCOMPARE(run("pdflatex", {"-interaction=nonstopmode", "-halt-on-error", "whole.tex"}, m_folder.path()), QString());
    write("alone.tex", tikzOf(drawing, TikzForm::Standalone, {}));
    QCOMPARE(run("pdflatex", {"-interaction=nonstopmode", "-halt-on-error", "alone.tex"}, m_folder.path()), QString());
    QProcess pdfinfo;
    pdfinfo.start("pdfinfo", {m_folder.filePath("alone.pdf")});
    QVERIFY(pdfinfo.waitForFinished());
    const QString info = QString::fromUtf8(pdfinfo.readAll());
    // 72/96 of 200 × 100; TeX's points are rounded.
    QVERIFY2(info.contains(QRegularExpression("Page size: +1(50|49.9\\d+) x (75|74.9\\d+) pts")), qPrintable(info));
    QVERIFY(info.contains(QRegularExpression("Pages: +1\n")));
}

void TestWriters::tikzThinsLongPaths()
{
    QPainterPath path;
    std::mt19937 random(1);
    for (int i = 0; i < 20000; ++i) {
        const QPointF point(i * 0.01, 50.0 + 30.0 * std::sin(i * 0.01) + 0.001 * static_cast<double>(random() % 100));
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    const QByteArray tikz =
        tikzOf(drawingOf([&](QPainter& painter) { painter.drawPath(path); }), TikzForm::Include, {});
    const qsizetype points = tikz.count(" -- ");
    QVERIFY2(points > 20 && points <= kMaxTikzPoints, qPrintable(QString::number(points)));
}

void TestWriters::thinnedStaysNear()
{
    std::vector<QPointF> line;
    for (int i = 0; i <= 1000; ++i)
        line.emplace_back(i, 100.0 * std::sin(i * 0.05));
    const std::vector<QPointF> thin = thinned(line, 0.5);
    QVERIFY(thin.size() < 300 && thin.front() == line.front() && thin.back() == line.back());
    std::size_t segment = 0;
    for (const QPointF& point : line) {
        while (point.x() > thin[segment + 1].x())
            ++segment;
        const QPointF a = thin[segment];
        const QPointF b = thin[segment + 1];
        const double cross = (b.x() - a.x()) * (point.y() - a.y()) - (b.y() - a.y()) * (point.x() - a.x());
        QVERIFY(std::abs(cross) / std::hypot(b.x() - a.x(), b.y() - a.y()) <= 0.5 + 1e-9);
    }
    QCOMPARE(thinned({{1, 1}, {1, 1}}, 0.1).size(), std::size_t(2));
}

void TestWriters::tikzOpensEachGapAnew()
{
    QPainterPath path(QPointF(0, 0));
    path.lineTo(10, 10);
    path.moveTo(20, 10);
    path.lineTo(30, 0);
    const QByteArray tikz =
        tikzOf(drawingOf([&](QPainter& painter) { painter.drawPath(path); }), TikzForm::Include, {});
    QVERIFY2(tikz.contains("(0,0) -- (10,10)\n    (20,10) -- (30,0)"), tikz.constData());
}

void TestWriters::pdfHasNoDate()
{
    const auto paint = [](QPainter& painter) { painter.drawText(QPointF(10, 20), QStringLiteral("f″ 凸")); };
    const QByteArray pdf = pdfOf({200, 100}, paint);
    QVERIFY(pdf.startsWith("%PDF-") && !pdf.contains("CreationDate"));
    QTest::qWait(1100); // A date would be another one.
    QCOMPARE(pdfOf({200, 100}, paint), pdf);
    QProcess pdfinfo;
    pdfinfo.start("pdfinfo", {write("a.pdf", pdf)});
    QVERIFY2(pdfinfo.waitForFinished(), "pdfinfo is missing: install poppler-utils");
    // Poppler mends a broken cross-reference table, and says so.
    QCOMPARE(pdfinfo.readAllStandardError(), QByteArray());
    QVERIFY(pdfinfo.readAllStandardOutput().contains("Pages:"));
}

QTEST_MAIN(TestWriters)
#include "tst_writers.moc"
