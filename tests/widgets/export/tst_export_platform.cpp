#include <QApplication>
#include <QHashFunctions>
#include <QtTest>

#include "core/figure/compose.h"
#include "widgets/export/figure_export.h"

using namespace secant;

namespace {

constexpr const char* kFolder = "SECANT_EXPORT_FOLDER";
constexpr ExportFormat kFormats[] = {ExportFormat::Png, ExportFormat::Svg,  ExportFormat::Pdf, ExportFormat::Tex,
                                     ExportFormat::Csv, ExportFormat::Json, ExportFormat::Gif, ExportFormat::Webp};

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A figure of every format, as figure.png and so on.
bool writeAll(const QString& folder)
{
    Scene scene = defaultScene();
    scene.language = Language::Chinese;
    scene.chords = {{scene.curves.front().id, -2.0, 4.0, 0.5}};
    ExportOptions options;
    options.size = QSize(500, 400);
    options.dpi = 120.0;
    options.sweep = Sweep{"alpha", 0.0, 1.0, 3};
    for (const ExportFormat format : kFormats) {
        options.format = format;
        if (exportScene(scene, options, folder + "/figure." + suffixOf(format)))
            return false;
    }
    return true;
}

} // namespace

/// The same figure has the same bytes whatever the screen: this program writes it without one and, started once more,
/// on a virtual X server with another scale.
class TestExportPlatform : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void equalBytesOnEveryPlatform_data();
    void equalBytesOnEveryPlatform();

private:
    QTemporaryDir m_here;
    QTemporaryDir m_screen;
};

void TestExportPlatform::initTestCase()
{
    QVERIFY(writeAll(m_here.path()));
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "xcb");
    environment.insert("QT_SCALE_FACTOR", "1.5");
    environment.insert(kFolder, m_screen.path());
    other.setProcessEnvironment(environment);
    other.setProcessChannelMode(QProcess::MergedChannels);
    other.start("xvfb-run", {"-a", QCoreApplication::applicationFilePath()});
    QVERIFY2(other.waitForStarted(), "xvfb-run is missing: install the packages xvfb and xauth");
    QVERIFY(other.waitForFinished(60000));
    QVERIFY2(other.exitCode() == 0, other.readAll().constData());
}

void TestExportPlatform::equalBytesOnEveryPlatform_data()
{
    QTest::addColumn<QString>("name");
    for (const ExportFormat format : kFormats)
        QTest::addRow("%s", qPrintable(suffixOf(format))) << "/figure." + suffixOf(format);
}

void TestExportPlatform::equalBytesOnEveryPlatform()
{
    QFETCH(QString, name);
    const QByteArray here = contentOf(m_here.path() + name);
    QVERIFY(here.size() > 100);
    QVERIFY(contentOf(m_screen.path() + name) == here);
}

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    const QApplication application(argc, argv);
    if (const QString folder = qEnvironmentVariable(kFolder); !folder.isEmpty())
        return writeAll(folder) ? 0 : 1;
    TestExportPlatform test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_export_platform.moc"
