#include <set>

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "widgets/plot/palette.h"

/// Starts the program as a person does, under a virtual X server, and looks at the screen.
class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void showsItsWindow();
    void remembersTheScene();
    void startsWithDamagedFiles_data();
    void startsWithDamagedFiles();

private:
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QImage screenshot();
    /// Runs the program until `seconds` are over or its window shows something; closes it with the keyboard.
    [[nodiscard]] QImage startAndLook();

    QTemporaryDir m_home;
    QProcess m_server;
    QString m_display;
};

QProcessEnvironment TestProgram::environment() const
{
    QProcessEnvironment environment;
    environment.insert("PATH", qEnvironmentVariable("PATH"));
    environment.insert("HOME", m_home.path());
    environment.insert("XDG_RUNTIME_DIR", m_home.path());
    environment.insert("DISPLAY", m_display);
    environment.insert("LC_ALL", "C.UTF-8");
    return environment;
}

void TestProgram::initTestCase()
{
    // The server writes the number of a free display to this descriptor.
    m_server.setProcessChannelMode(QProcess::SeparateChannels);
    m_server.start("Xvfb", {"-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"});
    QVERIFY2(m_server.waitForStarted(), "Xvfb is missing: install the package xvfb");
    QVERIFY(m_server.waitForReadyRead(20000));
    m_display = ":" + QString::fromLatin1(m_server.readAllStandardOutput()).trimmed();
    QVERIFY(m_display.size() > 1);
}

void TestProgram::cleanupTestCase()
{
    m_server.terminate();
    m_server.waitForFinished(5000);
}

QImage TestProgram::screenshot()
{
    const QString path = m_home.filePath("screen.png");
    QProcess import;
    import.setProcessEnvironment(environment());
    import.start("import", {"-window", "root", path});
    return import.waitForFinished(20000) && import.exitCode() == 0 ? QImage(path) : QImage();
}

namespace {

int colours(const QImage& image)
{
    std::set<QRgb> seen;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            seen.insert(image.pixel(x, y));
        }
    }
    return static_cast<int>(seen.size());
}

} // namespace

QImage TestProgram::startAndLook()
{
    QProcess program;
    program.setProcessEnvironment(environment());
    program.start(SECANT_PROGRAM, {"--theme", "light", "--language", "en"});
    if (!program.waitForStarted()) {
        return {};
    }
    QImage image;
    QElapsedTimer time;
    time.start();
    do {
        QTest::qWait(300);
        image = screenshot();
    } while (colours(image) < 40 && time.elapsed() < 20000 && program.state() == QProcess::Running);
    QProcess close;
    close.setProcessEnvironment(environment());
    close.start("xdotool", {"search", "--onlyvisible", "--name", "Secant", "windowfocus", "--sync", "key", "ctrl+q"});
    close.waitForFinished(10000);
    if (!program.waitForFinished(5000)) {
        program.kill();
        program.waitForFinished();
    }
    return image;
}

void TestProgram::showsItsWindow()
{
    const QImage image = startAndLook();
    QVERIFY(!image.isNull());
    // Text, antialiased curves and shading make hundreds of colours; an empty screen has one.
    QVERIFY2(colours(image) >= 40, qPrintable(QString::number(colours(image))));
    // The colour of the first curve, which nothing else in the window has.
    const QRgb ink = secant::figurePalette(secant::FigureTheme::Light, false).curve(0).color.rgb();
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            inked += (image.pixel(x, y) & 0xffffff) == (ink & 0xffffff);
        }
    }
    QVERIFY2(inked > 200, qPrintable(QString::number(inked)));
}

void TestProgram::remembersTheScene()
{
    const QString path = m_home.filePath(".config/secant/secant/last-scene.json");
    QVERIFY2(QFile::exists(path), qPrintable(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("leaky_relu"));
}

void TestProgram::startsWithDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("scene");
    QTest::addColumn<QByteArray>("ini");
    QTest::newRow("empty files") << QByteArray() << QByteArray();
    QTest::newRow("binary files") << QByteArray(4096, '\0') << QByteArray(4096, '\0');
    QTest::newRow("truncated scene") << QByteArray("{\"version\": 1, \"curves\": [")
                                     << QByteArray("[window]\ntheme=9\n");
}

void TestProgram::startsWithDamagedFiles()
{
    QFETCH(QByteArray, scene);
    QFETCH(QByteArray, ini);
    const QString folder = m_home.filePath(".config/secant/secant");
    for (const auto& [name, bytes] : {std::pair("last-scene.json", scene), std::pair("settings.ini", ini)}) {
        QFile file(folder + "/" + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QVERIFY(colours(startAndLook()) >= 40);
    QVERIFY(QFile::exists(folder + "/last-scene.json.damaged"));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
