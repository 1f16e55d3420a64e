#include <random>

#include <QImage>
#include <QtTest>

#include "core/scene/scene_json.h"

namespace {

struct Outcome {
    int exitCode = -1; ///< −1: it crashed or did not end.
    QByteArray output;
    QByteArray errors;
};

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& name, const QByteArray& content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// Some bytes changed, lost, doubled or put in, as a bad disk and a bad editor do.
QByteArray damaged(QByteArray bytes, std::mt19937& random)
{
    const QByteArrayList tokens{"{",    "}", "[",     "]",       ",",       ":",    "\"",
                                "null", "-", "1e999", "\\u0000", "\\ud800", "\xff", "NaN"};
    const auto below = [&](qsizetype most) { return static_cast<qsizetype>(random() % static_cast<unsigned>(most)); };
    for (qsizetype change = 0, all = 1 + below(4); change < all; ++change) {
        const qsizetype at = below(bytes.size());
        switch (random() % 4) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
            break;
        case 1:
            bytes.insert(at, tokens[below(tokens.size())]);
            break;
        case 2:
            bytes.remove(at, 1 + below(20));
            break;
        default:
            bytes.insert(at, bytes.mid(below(bytes.size()), 100));
        }
    }
    return bytes;
}

/// Mostly still JSON, which other damage seldom leaves.
QByteArray withAnotherDigit(QByteArray bytes, std::mt19937& random)
{
    qsizetype at = 0;
    do {
        at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
    } while (bytes[at] < '0' || bytes[at] > '9');
    bytes[at] = static_cast<char>('0' + random() % 10);
    return bytes;
}

} // namespace

/// Every format, several files at once and animations of `secant export`, and what it does with hostile arguments and
/// damaged sessions. tst_command_line tests the rest of the command line.
class TestExportCommand : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void writesEveryFormat_data();
    void writesEveryFormat();
    void sizesMayBeLengths_data();
    void sizesMayBeLengths();
    void writesSeveralFiles();
    void writesAFileForEachCurve();
    void writesAFileForEachSession();
    void refuses_data();
    void refuses();
    void equalBytesInEveryLocale_data();
    void equalBytesInEveryLocale();
    void hostileNamesStayData_data();
    void hostileNamesStayData();
    void damagedSessionsNeitherCrashNorHang();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] Outcome runExport(const QStringList& arguments, const QStringList& extra = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_locales;
};

void TestExportCommand::initTestCase()
{
    // A machine need not have them: they are made for this test. A decimal comma, and Chinese.
    for (const char* name : {"de_DE", "zh_CN"}) {
        QProcess localedef;
        localedef.start("localedef", {"-i", name, "-f", "UTF-8", m_locales.filePath(QString(name) + ".UTF-8")});
        QVERIFY2(localedef.waitForFinished(60000) && localedef.exitCode() == 0, "install the package locales");
    }
    QProcess locale;
    locale.setEnvironment({"LOCPATH=" + m_locales.path(), "LC_ALL=de_DE.UTF-8"});
    locale.start("locale", {"decimal_point"});
    QVERIFY(locale.waitForFinished());
    QCOMPARE(locale.readAll().trimmed(), QByteArray(","));
}

void TestExportCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Outcome TestExportCommand::runExport(const QStringList& arguments, const QStringList& extra) const
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert("PATH", qEnvironmentVariable("PATH"));
    environment.insert("LOCPATH", m_locales.path());
    for (const QString& item : extra)
        environment.insert(item.section('=', 0, 0), item.section('=', 1));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->path());
    process.start(SECANT_PROGRAM, QStringList{"export"} + arguments);
    Outcome outcome;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        outcome.exitCode = process.exitCode();
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

void TestExportCommand::writesEveryFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::addRow("png") << "png" << QByteArray("\x89PNG\r\n");
    QTest::addRow("svg") << "svg" << QByteArray("<?xml");
    QTest::addRow("pdf") << "pdf" << QByteArray("%PDF-1.4");
    QTest::addRow("tex") << "tex" << QByteArray("% Made with Secant\n% ELU");
    QTest::addRow("csv") << "csv" << QByteArray("x,\"f: ELU");
    QTest::addRow("json") << "json" << QByteArray("{");
    QTest::addRow("gif") << "gif" << QByteArray("GIF89a");
    QTest::addRow("webp") << "webp" << QByteArray("RIFF");
}

void TestExportCommand::writesEveryFormat()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, begins);
    QStringList arguments{"--output", "o." + format, "--activation", "elu", "--size", "300x200"};
    if (format == "gif" || format == "webp")
        arguments << "--frames"
                  << "4"
                  << "--slider"
                  << "alpha=0.1:2";
    const Outcome outcome = runExport(arguments);
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty() && outcome.errors.isEmpty());
    QVERIFY(contentOf(at("o." + format)).startsWith(begins));
    QCOMPARE(files(), QStringList{"o." + format});
}

void TestExportCommand::sizesMayBeLengths_data()
{
    QTest::addColumn<QString>("size");
    QTest::addColumn<QSize>("pixels"); // At 192 dpi: 2 · round(length in inches · 96).
    QTest::addRow("pixels") << "300x200" << QSize(600, 400);
    QTest::addRow("mm") << "85x60mm" << QSize(642, 454);
    QTest::addRow("inches") << "3.5x2in" << QSize(672, 384);
}

void TestExportCommand::sizesMayBeLengths()
{
    QFETCH(QString, size);
    QFETCH(QSize, pixels);
    QCOMPARE(runExport({"--output", "o.png", "--size", size, "--dpi", "192"}).exitCode, 0);
    const QImage image(at("o.png"));
    QCOMPARE(image.size(), pixels);
    QCOMPARE(image.dotsPerMeterX(), 7559); // 192 / 0.0254
}

void TestExportCommand::writesSeveralFiles()
{
    const Outcome outcome = runExport({"--output", "a.svg", "--output", "b.csv", "--formula", "x^2"});
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    QCOMPARE(files(), (QStringList{"a.svg", "b.csv"}));
}

void TestExportCommand::writesAFileForEachCurve()
{
    const Outcome outcome =
        runExport({"--each", "--output", "{n}-{name}.csv", "--activation", "elu", "--formula", "x^2"});
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    QCOMPARE(files(), (QStringList{"1-elu.csv", "2-formula2.csv"}));
    QVERIFY(contentOf(at("2-formula2.csv")).startsWith("x,\"f: x^2\""));
}

void TestExportCommand::writesAFileForEachSession()
{
    for (const char* name : {"one.secant", "two.secant"})
        put(at(name), QByteArray::fromStdString(toJson(secant::defaultScene())));
    const Outcome outcome = runExport({"--output", "{name}.svg", "one.secant", "two.secant"});
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    QCOMPARE(files(), (QStringList{"one.secant", "one.svg", "two.secant", "two.svg"}));
    QCOMPARE(contentOf(at("one.svg")), contentOf(at("two.svg")));
    const Outcome twice = runExport({"--output", "same.svg", "one.secant", "two.secant"});
    QCOMPARE(twice.exitCode, 2);
    QVERIFY2(twice.errors.contains("same.svg"), twice.errors.constData());
}

void TestExportCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const QStringList gif{"--output", "o.gif", "--formula", "a*x"};
    const QStringList json{"--output", "o.json", "--formula", "x"};
    QTest::addRow("scale of another kind") << json + QStringList{"--xscale", "square"} << "--xscale 'square'";
    QTest::addRow("logarithmic scale from 0") << json + QStringList{"--xscale", "log", "--xrange", "0:1"} << "above 0";
    QTest::addRow("logarithmic scale below 0")
        << json + QStringList{"--yrange", "-1:1", "--yscale", "log"} << "--yrange -1:1 should begin above 0";
    QTest::addRow("no frames") << gif + QStringList{"--frames", "0"} << "--frames '0'";
    QTest::addRow("a thousand million frames") << gif + QStringList{"--frames", "1000000000"} << "1000000000";
    QTest::addRow("frames that are no number") << gif + QStringList{"--frames", "nan"} << "nan";
    QTest::addRow("too fast") << gif + QStringList{"--fps", "1000"} << "1000";
    QTest::addRow("slider without a range") << gif + QStringList{"--slider", "a"} << "'a'";
    QTest::addRow("slider with half a range") << gif + QStringList{"--slider", "a="} << "'a='";
    QTest::addRow("slider of NaN") << gif + QStringList{"--slider", "a=nan:1"} << "a=nan:1";
    QTest::addRow("slider without a name") << gif + QStringList{"--slider", "=0:1"} << "'=0:1'";
    QTest::addRow("slider of x") << gif + QStringList{"--slider", "x=0:1"} << "'x'";
    QTest::addRow("slider of no parameter") << gif + QStringList{"--slider", "b=0:1"} << "'b'";
    QTest::addRow("slider beyond what is allowed")
        << QStringList{"--output", "o.gif", "--activation", "celu", "--slider", "alpha=-1:1"} << "alpha";
    QTest::addRow("nothing to move") << QStringList{"--output", "o.gif", "--formula", "x"} << "no parameter";
    QTest::addRow("slider of a still picture") << QStringList{"--output", "o.png", "--slider", "a=0:1"} << ".gif";
    QTest::addRow("value of a flag") << QStringList{"--output", "o.svg", "--outlines=yes"} << "--outlines";
    QTest::addRow("length of nothing") << QStringList{"--output", "o.png", "--size", "mm"} << "'mm'";
    QTest::addRow("length of infinity") << QStringList{"--output", "o.png", "--size", "infx1mm"} << "infx1mm";
    QTest::addRow("a kilometre") << QStringList{"--output", "o.svg", "--size", "1e6x1e6mm"} << "32767";
    QTest::addRow("longer than TeX knows") << QStringList{"--output", "o.tex", "--size", "30000x10"} << "30000";
    QTest::addRow("wider than WebP knows")
        << QStringList{"--output", "o.webp", "--activation", "elu", "--size", "20000x1"} << "16383";
    QTest::addRow("letters too large") << QStringList{"--output", "o.png", "--font-scale", "1e9"} << "1e9";
    QTest::addRow("same file twice") << QStringList{"--output", "o.png", "--output", "o.png"} << "o.png";
}

void TestExportCommand::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Outcome outcome = runExport(arguments);
    QCOMPARE(outcome.exitCode, 2);
    const QString errors = QString::fromUtf8(outcome.errors);
    QVERIFY2(errors.contains(named) && errors.count('\n') == 1 && errors.size() <= 301, qPrintable(errors));
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(files().isEmpty());
}

void TestExportCommand::equalBytesInEveryLocale_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"png", "svg", "pdf", "tex", "csv", "json", "gif", "webp"})
        QTest::addRow("%s", format) << QString(format);
}

void TestExportCommand::equalBytesInEveryLocale()
{
    QFETCH(QString, format);
    QStringList arguments{"--activation", "elu", "--size", "400x300", "--language", "zh"};
    if (format == "gif" || format == "webp")
        arguments << "--frames"
                  << "3";
    const QList<QStringList> surroundings{{"LC_ALL=C"},
                                          {"LC_ALL=de_DE.UTF-8", "HOME=/nonexistent"},
                                          {"LC_ALL=zh_CN.UTF-8", "QT_SCALE_FACTOR=1.5", "DISPLAY=:77"},
                                          {"LC_ALL=C", "QT_QPA_PLATFORM=xcb", "TZ=Asia/Shanghai"}};
    for (qsizetype i = 0; i < surroundings.size(); ++i) {
        const Outcome outcome =
            runExport(arguments + QStringList{"--output", QString("%1.%2").arg(i).arg(format)}, surroundings[i]);
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QVERIFY(contentOf(at(QString("%1.%2").arg(i).arg(format))) == contentOf(at("0." + format)));
    }
    QVERIFY(contentOf(at("0." + format)).size() > 100);
}

void TestExportCommand::hostileNamesStayData_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("format");
    // What the formula language takes and other languages would take as more than text.
    for (const char* formula : {"if(x<1 & x>0, x, -x)", "x_1^2 + 3%", "+x", "-x", "|x|", "x<1"}) {
        for (const char* format : {"svg", "tex", "csv"})
            QTest::addRow("%s as %s", formula, format) << QString(formula) << QString(format);
    }
}

void TestExportCommand::hostileNamesStayData()
{
    QFETCH(QString, formula);
    QFETCH(QString, format);
    const Outcome outcome = runExport({"--output", "o." + format, "--formula=" + formula, "--size", "300x200"});
    if (outcome.exitCode != 0) { // Not a formula after all.
        QVERIFY2(outcome.exitCode == 2 && files().isEmpty(), outcome.errors.constData());
        return;
    }
    QProcess reader;
    reader.setWorkingDirectory(m_folder->path());
    if (format == "svg")
        reader.start("xmllint", {"--noout", "o.svg"});
    else if (format == "tex")
        reader.start("pdflatex", {"-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "o.tex"});
    else
        reader.start("python3", {"-c", "import csv; r = list(csv.reader(open('o.csv', encoding='utf-8'))); "
                                       "assert {len(x) for x in r} == {4} and r[0][1][:3] == 'f: '"});
    QVERIFY2(reader.waitForFinished(60000), "a reader is missing: install what app/packages.txt lists for tests");
    QVERIFY2(reader.exitCode() == 0, reader.readAll().constData());
}

void TestExportCommand::damagedSessionsNeitherCrashNorHang()
{
    secant::Scene scene = secant::defaultScene();
    addFormula(scene, "a*sin(x)");
    scene.chords = {{scene.curves[0].id, -2.0, 3.0, 0.5}};
    const QByteArray whole = QByteArray::fromStdString(toJson(scene));
    std::mt19937 random(7);
    int read = 0;
    for (int i = 0; i < 60; ++i) {
        put(at("bad.secant"), i % 5 == 0 ? withAnotherDigit(whole, random) : damaged(whole, random));
        const Outcome outcome = runExport({"--size", "60x40", "--output", "o.svg", "bad.secant"});
        QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 1, outcome.errors.constData());
        QCOMPARE(QFile::exists(at("o.svg")), outcome.exitCode == 0);
        QVERIFY2(outcome.exitCode == 0 || outcome.errors.contains("bad.secant"), outcome.errors.constData());
        read += outcome.exitCode == 0 ? 1 : 0;
        QFile::remove(at("o.svg"));
    }
    QVERIFY2(read > 0 && read < 60, qPrintable(QString::number(read)));
}

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_export_command.moc"
