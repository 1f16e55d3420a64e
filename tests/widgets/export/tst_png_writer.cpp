#include <random>

#include <QBuffer>
#include <QTest>

#include "widgets/export/png_writer.h"

using namespace secant;

/// PNG files as Qt's reader, which shares nothing with the writer, sees them.
class TestPngWriter : public QObject {
    Q_OBJECT

private slots:
    void readsBackAsTheSamePicture_data();
    void readsBackAsTheSamePicture();
    void tellsOfItsRows();
    void stops();
    void seesThatTheDeviceIsFull();
};

namespace {

/// Every pixel of its own colour; premultiplied colours are at most alpha.
QImage speckled(QSize size, QImage::Format format)
{
    QImage image(size, format);
    std::mt19937 random(1);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const auto pixel = static_cast<QRgb>(random());
            image.setPixel(x, y, format == QImage::Format_RGB32 ? pixel | 0xFF000000U : qPremultiply(pixel));
        }
    }
    image.setDotsPerMeterX(23622);
    image.setDotsPerMeterY(23622);
    return image;
}

/// Takes so many bytes and no more.
class SmallDevice : public QBuffer {
public:
    explicit SmallDevice(qint64 room) : m_room(room) {}

protected:
    qint64 writeData(const char* data, qint64 count) override
    {
        return pos() + count > m_room ? -1 : QBuffer::writeData(data, count);
    }

private:
    qint64 m_room;
};

} // namespace

void TestPngWriter::readsBackAsTheSamePicture_data()
{
    QTest::addColumn<QImage>("image");
    QTest::addRow("opaque") << speckled({200, 150}, QImage::Format_RGB32);
    QTest::addRow("transparent") << speckled({150, 200}, QImage::Format_ARGB32_Premultiplied);
    QTest::addRow("a pixel") << speckled({1, 1}, QImage::Format_RGB32);
    QTest::addRow("a column") << speckled({1, 300}, QImage::Format_ARGB32_Premultiplied);
}

void TestPngWriter::readsBackAsTheSamePicture()
{
    QFETCH(QImage, image);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(writePng(image, buffer, {}) == Ending::Written);
    const QImage read = QImage::fromData(buffer.data(), "png");
    QCOMPARE(read.hasAlphaChannel(), image.hasAlphaChannel());
    QCOMPARE(read.convertToFormat(image.format()), image);
    QCOMPARE(read.dotsPerMeterX(), 23622);
}

void TestPngWriter::tellsOfItsRows()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    int last = 0;
    int calls = 0;
    const auto hear = [&](int done, int all) {
        ++calls;
        const bool isNext = done > last && done <= all && all == 1000;
        last = isNext ? done : 0;
        return isNext;
    };
    QVERIFY(writePng(speckled({10, 1000}, QImage::Format_RGB32), buffer, hear) == Ending::Written);
    QVERIFY(calls >= 10);
}

void TestPngWriter::stops()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const auto stopInTheMiddle = [](int done, int all) { return done < all / 2; };
    QVERIFY(writePng(speckled({10, 1000}, QImage::Format_RGB32), buffer, stopInTheMiddle) == Ending::Stopped);
}

void TestPngWriter::seesThatTheDeviceIsFull()
{
    for (const qint64 room : {0, 20, 100, 20000}) { // In the signature, the head, the first and a later row.
        SmallDevice device(room);
        QVERIFY(device.open(QIODevice::WriteOnly));
        QVERIFY(writePng(speckled({200, 200}, QImage::Format_RGB32), device, {}) == Ending::Failed);
    }
}

QTEST_GUILESS_MAIN(TestPngWriter)
#include "tst_png_writer.moc"
