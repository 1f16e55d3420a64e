#include <set>

#include <QBuffer>
#include <QImageReader>
#include <QtTest>

#include <webp/demux.h>

#include "core/figure/compose.h"
#include "widgets/export/animation.h"
#include "widgets/export/figure_export.h"
#include "widgets/export/gif_palette.h"

using namespace secant;

namespace {

Scene testScene()
{
    Scene scene;
    addFormula(scene, "a*x");
    scene.theme = FigureTheme::Light;
    return scene;
}

ExportOptions optionsFor(ExportFormat format, int frames)
{
    ExportOptions options;
    options.format = format;
    options.size = QSize(200, 150);
    options.sweep = Sweep{"a", -1.0, 1.0, frames};
    options.frameMs = 50;
    return options;
}

QImage picture(int seed)
{
    QImage image(40, 30, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 6, y * 8, (x * y + seed) % 256));
    }
    return image;
}

/// All pictures of a WebP, as RGB32, with the time at which each ends in ms.
QList<std::pair<QImage, int>> webpFrames(const QByteArray& bytes)
{
    QList<std::pair<QImage, int>> frames;
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                        static_cast<std::size_t>(bytes.size())};
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_BGRA;
    WebPAnimDecoder* decoder = WebPAnimDecoderNew(&data, &options);
    WebPAnimInfo info{};
    if (decoder && WebPAnimDecoderGetInfo(decoder, &info)) {
        std::uint8_t* pixels = nullptr;
        int time = 0;
        while (WebPAnimDecoderHasMoreFrames(decoder) && WebPAnimDecoderGetNext(decoder, &pixels, &time)) {
            const QImage frame(pixels, static_cast<int>(info.canvas_width), static_cast<int>(info.canvas_height),
                               QImage::Format_ARGB32);
            frames.append({frame.convertToFormat(QImage::Format_RGB32), time});
        }
    }
    WebPAnimDecoderDelete(decoder);
    return frames;
}

} // namespace

class TestAnimation : public QObject {
    Q_OBJECT

private slots:
    void paletteIsExactForFewColours();
    void paletteIsNearForMany();
    void gifReadsBack();
    void webpReadsBackWithoutLoss();
    void movesThroughTheSweep_data();
    void movesThroughTheSweep();
    void sameSceneGivesSameBytes_data();
    void sameSceneGivesSameBytes();
    void stoppingLeavesNoFile();
    void refusesWhatCannotBeSwept();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void TestAnimation::paletteIsExactForFewColours()
{
    QImage image(17, 15, QImage::Format_RGB32);
    for (int i = 0; i < 255; ++i)
        image.setPixel(i % 17, i / 17, qRgb(i, 255 - i, i / 2));
    const GifPalette palette(image);
    QCOMPARE(palette.colors().size(), std::size_t(255));
    for (int i = 0; i < 255; ++i)
        QCOMPARE(palette.colors()[palette.indexOf(qRgb(i, 255 - i, i / 2))], qRgb(i, 255 - i, i / 2));
}

void TestAnimation::paletteIsNearForMany()
{
    const QImage image = picture(0);
    const GifPalette palette(image);
    QVERIFY(palette.colors().size() <= 255);
    // 1200 colours spread over the cube on 255: the mean error of a channel is a few steps of the picture's 6 and 8.
    double error = 0.0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor wanted = image.pixelColor(x, y);
            const QColor given(palette.colors()[palette.indexOf(image.pixel(x, y))]);
            error += std::abs(wanted.red() - given.red()) + std::abs(wanted.green() - given.green()) +
                     std::abs(wanted.blue() - given.blue());
        }
    }
    error /= 3.0 * image.width() * image.height();
    QVERIFY2(error < 10.0, qPrintable(QString::number(error)));
}

void TestAnimation::gifReadsBack()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadWrite));
    QImage first(300, 200, QImage::Format_RGB32);
    first.fill(Qt::white);
    QImage second = first;
    second.setPixel(5, 7, qRgb(200, 30, 40));
    const auto writer = gifWriter(buffer, first.size(), 70);
    QVERIFY(writer->add(first) && writer->add(second) && writer->finish());
    buffer.seek(0);
    QImageReader reader(&buffer, "gif");
    QCOMPARE(reader.read().convertToFormat(QImage::Format_RGB32), first);
    QCOMPARE(reader.nextImageDelay(), 70);
    QCOMPARE(reader.read().convertToFormat(QImage::Format_RGB32), second);
    QCOMPARE(reader.loopCount(), -1); // For ever.
    QVERIFY(!reader.canRead());
}

void TestAnimation::webpReadsBackWithoutLoss()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const auto writer = webpWriter(buffer, picture(0).size(), 70);
    QVERIFY(writer->add(picture(0)) && writer->add(picture(100)) && writer->finish());
    const auto frames = webpFrames(buffer.data());
    QCOMPARE(frames.size(), 2);
    QCOMPARE(frames[0].first, picture(0));
    QCOMPARE(frames[1].first, picture(100));
    QCOMPARE(frames[0].second, 70);
    QCOMPARE(frames[1].second, 140);
}

void TestAnimation::movesThroughTheSweep_data()
{
    QTest::addColumn<bool>("gif");
    QTest::addRow("gif") << true;
    QTest::addRow("webp") << false;
}

void TestAnimation::movesThroughTheSweep()
{
    QFETCH(bool, gif);
    const ExportOptions options = optionsFor(gif ? ExportFormat::Gif : ExportFormat::Webp, 5);
    const QString name = at(gif ? "a.gif" : "a.webp");
    QList<int> told;
    const ExportProblem problem = exportScene(testScene(), options, name, [&](int done, int all) {
        told << done;
        return all == 5;
    });
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    QCOMPARE(told, (QList<int>{1, 2, 3, 4, 5}));
    QList<QImage> frames;
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    if (gif) {
        QImageReader reader(&file, "gif");
        while (reader.canRead())
            frames << reader.read().convertToFormat(QImage::Format_RGB32);
    } else {
        for (const auto& frame : webpFrames(file.readAll()))
            frames << frame.first;
    }
    QCOMPARE(frames.size(), 5);
    for (int i = 1; i < frames.size(); ++i)
        QVERIFY(frames[i] != frames[i - 1]);
    // A frame is the picture of that scene.
    ExportOptions still = options;
    const Scene last = sceneAt(testScene(), *options.sweep, 4);
    const QImage wanted = renderImage([&](const Budget& budget) { return compose(last, budget); }, still);
    QCOMPARE(frames.last().size(), wanted.size());
    int different = 0;
    for (int y = 0; y < wanted.height(); ++y) {
        for (int x = 0; x < wanted.width(); ++x)
            different += std::abs(qGray(wanted.pixel(x, y)) - qGray(frames.last().pixel(x, y))) > 24 ? 1 : 0;
    }
    QVERIFY2(different == 0, qPrintable(QString::number(different)));
}

void TestAnimation::sameSceneGivesSameBytes_data()
{
    movesThroughTheSweep_data();
}

void TestAnimation::sameSceneGivesSameBytes()
{
    QFETCH(bool, gif);
    QByteArrayList contents;
    for (const char* name : {"one", "two"}) {
        QVERIFY(!exportScene(testScene(), optionsFor(gif ? ExportFormat::Gif : ExportFormat::Webp, 3), at(name)));
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        contents << file.readAll();
    }
    QVERIFY(!contents[0].isEmpty());
    QVERIFY(contents[0] == contents[1]);
}

void TestAnimation::stoppingLeavesNoFile()
{
    const auto before = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    const ExportProblem problem = exportScene(testScene(), optionsFor(ExportFormat::Gif, 50), at("stopped.gif"),
                                              [](int done, int) { return done < 3; });
    QVERIFY(!problem);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), before);
}

void TestAnimation::refusesWhatCannotBeSwept()
{
    ExportOptions options = optionsFor(ExportFormat::Gif, 5);
    options.sweep->parameter = "b";
    const ExportProblem problem = exportScene(testScene(), options, at("b.gif"));
    QVERIFY(problem && problem->contains('b'));
    QVERIFY(!QFile::exists(at("b.gif")));
    options = optionsFor(ExportFormat::Gif, 5);
    options.frameMs = 0;
    QVERIFY(checkOptions(options).has_value());
    options = optionsFor(ExportFormat::Webp, 5);
    options.size = QSize(16384, 10);
    QVERIFY(checkOptions(options).has_value());
}

QTEST_MAIN(TestAnimation)
#include "tst_animation.moc"
