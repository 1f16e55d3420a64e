#include <QImage>
#include <QtTest>

#include <sys/stat.h>

#include "core/scene/scene_json.h"

namespace {

struct Outcome {
    int exitCode = -1; ///< −1: it crashed or did not end.
    QByteArray output;
    QByteArray errors;
    qint64 milliseconds = 0;
};

/// Runs the program with nothing but PATH and `extra` in its environment: no display and no HOME.
Outcome run(const QStringList& arguments, const QByteArray& input = {}, const QStringList& extra = {},
            const QString& folder = QDir::tempPath())
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert("PATH", qEnvironmentVariable("PATH"));
    for (const QString& item : extra)
        environment.insert(item.section('=', 0, 0), item.section('=', 1));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    QElapsedTimer timer;
    timer.start();
    process.start(SECANT_PROGRAM, arguments);
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    if (process.waitForFinished(20000) && process.exitStatus() == QProcess::NormalExit)
        outcome.exitCode = process.exitCode();
    outcome.milliseconds = timer.elapsed();
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

/// What every failure promises: one line, at most 300 characters, that names the bad value; no results.
QString brokenPromise(const Outcome& outcome, const QString& named)
{
    const QString errors = QString::fromUtf8(outcome.errors);
    if (errors.count('\n') != 1 || !errors.endsWith('\n'))
        return "not one line: " + errors;
    if (errors.size() > 301)
        return "longer than 300: " + errors;
    if (!errors.contains(named))
        return "does not name " + named + ": " + errors;
    return outcome.output.isEmpty() ? QString() : "results were written: " + outcome.output;
}

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

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void init();
    void explainsItself_data();
    void explainsItself();
    void saysItsVersion();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void reportsFailures_data();
    void reportsFailures();
    void aPipeForASessionDoesNotHang();
    void exportsTheDefaultFigure();
    void exportsEachFormat_data();
    void exportsEachFormat();
    void setBelongsToTheCurveBefore();
    void aValueMayBeginWithAMinus();
    void xRangeIsShownAndFitted();
    void panesAndLanguageAreThoseAskedFor();
    void exportsASession();
    void saysWhatItRepairedInASession();
    void picturesDoNotDependOnTheSurroundings_data();
    void picturesDoNotDependOnTheSurroundings();

    void evaluates_data();
    void evaluates();
    void evaluatesInAnyOrderOfColumns();
    void evaluatesAFile();
    void answersFormulas_data();
    void answersFormulas();
    void answersFormulasAtOnce();
    void judgesCases();
    void goesOnBehindALineThatIsNoRequest();
    void siluWithBetaIsSwish();
    void leavesOutRowsThatMakeNoSense_data();
    void leavesOutRowsThatMakeNoSense();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void evaluatesAHundredThousandRowsASecond();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome runExport(const QStringList& arguments, const QStringList& extra = {}) const
    {
        return run(QStringList{"export"} + arguments, {}, extra, m_folder->path());
    }
    [[nodiscard]] QString svgOf(const QStringList& arguments) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCommandLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestCommandLine::svgOf(const QStringList& arguments) const
{
    const Outcome outcome = runExport(QStringList{"--output", at("figure.svg")} + arguments);
    if (outcome.exitCode != 0)
        return "exit code not 0: " + outcome.errors;
    return QString::fromUtf8(contentOf(at("figure.svg")));
}

void TestCommandLine::explainsItself_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("contains");
    QTest::addRow("program") << QStringList{"--help"} << "secant export";
    QTest::addRow("export") << QStringList{"export", "--help"} << "--activation leaky_relu --set alpha=0.2";
    QTest::addRow("evaluate") << QStringList{"evaluate", "--help"} << "activation,params,x,f,df,d2f,df_dalpha";
    QTest::addRow("formula") << QStringList{"formula", "--help"} << "secant formula --jsonl";
    QTest::addRow("curve") << QStringList{"curve", "--help"} << "secant curve --cases";
    QTest::addRow("verdict") << QStringList{"verdict", "--help"} << "secant verdict FORMULA";
    QTest::addRow("activations are listed") << QStringList{"export", "--help"} << "rrelu_eval_torch";
}

void TestCommandLine::explainsItself()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, contains);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.errors.isEmpty());
    QVERIFY2(QString::fromUtf8(outcome.output).contains(contains), outcome.output.constData());
}

void TestCommandLine::saysItsVersion()
{
    const Outcome outcome = run({"--version"});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.output, QByteArray("secant " SECANT_VERSION "\n"));
}

void TestCommandLine::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const QStringList& arguments, const QString& named) {
        QTest::addRow("%s", name) << arguments << named;
    };
    const auto withOutput = [](const QStringList& rest) { return QStringList{"export", "--output", "o.png"} + rest; };
    row("unknown command", {"exprot"}, "exprot");
    row("unknown option of the program", {"--no-such"}, "--no-such");
    row("unknown look of the window", {"--theme", "neon"}, "neon");
    row("no output", {"export"}, "--output");
    row("unknown option", withOutput({"--no-such", "1"}), "--no-such");
    row("option without value", {"export", "--output"}, "--output");
    row("stray word", withOutput({"stray"}), "stray");
    row("given twice", withOutput({"--size", "3x3", "--size", "4x4"}), "--size");
    row("empty output", {"export", "--output", ""}, "--output");
    row("standard output", {"export", "--output", "-"}, "--output");
    row("no ending", {"export", "--output", "picture"}, "picture");
    row("unknown ending", {"export", "--output", "o.exe"}, "o.exe");
    row("unknown format", withOutput({"--format", "png,svg"}), "png,svg");
    row("bad formula", withOutput({"--formula", "2*(x"}), "2*(x");
    row("empty formula", withOutput({"--formula", ""}), "--formula");
    row("unknown activation", withOutput({"--activation", "nope"}), "nope");
    row("set without curve", withOutput({"--set", "a=1"}), "a=1");
    row("set of an unknown name", withOutput({"--activation", "leaky_relu", "--set", "gamma=1"}), "gamma");
    row("set without value", withOutput({"--activation", "leaky_relu", "--set", "alpha"}), "alpha");
    row("set of NaN", withOutput({"--activation", "leaky_relu", "--set", "alpha=nan"}), "alpha=nan");
    row("set with a comma", withOutput({"--activation", "leaky_relu", "--set", "alpha=0,1"}), "alpha=0,1");
    row("set beyond double", withOutput({"--activation", "leaky_relu", "--set", "alpha=1e999"}), "1e999");
    row("size of zero", withOutput({"--size", "0x0"}), "0");
    row("size with a sign", withOutput({"--size", "-1x-1"}), "-1");
    row("size as a fraction", withOutput({"--size", "10.5x10"}), "10.5x10");
    row("size of three", withOutput({"--size", "10x10x10"}), "10x10x10");
    row("size beyond 64 bits", withOutput({"--size", "99999999999999999999x10"}), "10");
    row("size whose product wraps", withOutput({"--size", "65536x65536"}), "65536");
    row("dpi of zero", withOutput({"--dpi", "0"}), "'0'");
    row("dpi of NaN", withOutput({"--dpi", "nan"}), "nan");
    row("range exchanged", withOutput({"--xrange", "1:-1"}), "1:-1");
    row("range of NaN", withOutput({"--xrange", "nan:1"}), "nan:1");
    row("range infinite", withOutput({"--yrange", "-inf:inf"}), "-inf:inf");
    row("range empty", withOutput({"--xrange", "0:0"}), "0:0");
    row("range of one number", withOutput({"--xrange", "5"}), "'5'");
    row("range with commas", withOutput({"--xrange", "0,5:1,5"}), "0,5:1,5");
    row("range that depends on x", withOutput({"--xrange", "0:x"}), "0:x");
    row("unknown theme", withOutput({"--theme", "neon"}), "neon");
    row("unknown language", withOutput({"--language", "de"}), "de");
    row("unknown pane", withOutput({"--panes", "f,g"}), "f,g");
    row("no pane", withOutput({"--panes", ""}), "--panes");
    row("a value of 100 kB", withOutput({"--panes", QString(100000, 'a')}), "aaa");
    row("a value with line breaks", withOutput({"--panes", "a\nb\nc"}), "a?b?c");
    row("nothing to evaluate", {"evaluate"}, "CSV");
    row("two files to evaluate", {"evaluate", "a.csv", "b.csv"}, "b.csv");
    row("unknown option of evaluate", {"evaluate", "--no-such"}, "--no-such");
    row("no format of formulas", {"formula"}, "--jsonl");
    row("unknown argument of formula", {"formula", "--jsonl", "a.json"}, "a.json");
    row("nothing to draw", {"curve"}, "--cases");
    row("no file to draw", {"curve", "--cases"}, "--cases");
    row("two files to draw", {"curve", "--cases", "a.json", "b.json"}, "b.json");
    row("unknown argument of curve", {"curve", "a.json"}, "a.json");
    row("verdict on nothing", {"verdict", "x^2"}, "--on");
    row("verdict on no interval", {"verdict", "x^2", "--on", "[1, 1]"}, "[1, 1]");
    row("verdict on an interval that turns back", {"verdict", "x^2", "--on", "[inf, 1]"}, "[inf, 1]");
}

void TestCommandLine::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Outcome outcome = run(arguments, {}, {}, m_folder->path());
    QCOMPARE(outcome.exitCode, 2);
    const QString broken = brokenPromise(outcome, named);
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestCommandLine::reportsFailures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::addRow("folder missing") << QStringList{"--output", "missing/o.png"} << "missing/o.png";
    QTest::addRow("output is a folder") << QStringList{"--output", "folder"} << "folder";
    QTest::addRow("output is a folder with an ending") << QStringList{"--output", "folder.png"} << "folder.png";
    QTest::addRow("output is a pipe") << QStringList{"--output", "pipe.png"} << "pipe.png";
    QTest::addRow("session missing") << QStringList{"--output", "o.png", "none.json"} << "none.json";
    QTest::addRow("session is a folder") << QStringList{"--output", "o.png", "folder"} << "folder";
    QTest::addRow("session is empty") << QStringList{"--output", "o.png", "empty.json"} << "line 1, column 1";
    QTest::addRow("session is newer") << QStringList{"--output", "o.png", "newer.json"} << "newer version";
    QTest::addRow("session is deep") << QStringList{"--output", "o.png", "deep.json"} << "deep.json";
}

void TestCommandLine::reportsFailures()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    QVERIFY(QDir(m_folder->path()).mkdir("folder"));
    QVERIFY(QDir(m_folder->path()).mkdir("folder.png"));
    QCOMPARE(mkfifo(QFile::encodeName(at("pipe.png")).constData(), 0600), 0);
    put(at("empty.json"), "");
    put(at("newer.json"), R"({"version": 999})");
    put(at("deep.json"), QByteArray(1000000, '['));
    const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden);
    const Outcome outcome = runExport(arguments);
    QCOMPARE(outcome.exitCode, 1);
    const QString broken = brokenPromise(outcome, named);
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden), before);
}

void TestCommandLine::aPipeForASessionDoesNotHang()
{
    QCOMPARE(mkfifo(QFile::encodeName(at("s.json")).constData(), 0600), 0);
    const Outcome outcome = runExport({"--output", "o.png", "s.json"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.milliseconds < 5000, "it waited for the pipe");
}

void TestCommandLine::exportsTheDefaultFigure()
{
    const Outcome outcome = runExport({"--output", "o.png"});
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    QVERIFY2(outcome.errors.isEmpty() && outcome.output.isEmpty(), outcome.errors.constData());
    QCOMPARE(QImage(at("o.png")).size(), QSize(1200, 800));
    const QString svg = svgOf({});
    QVERIFY2(svg.contains("ReLU") && svg.contains("Leaky ReLU") && svg.contains("0.1"), "no such curves");
}

void TestCommandLine::exportsEachFormat_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("begins");
    QTest::addRow("png") << QStringList{"--output", "o.png"} << "o.png" << QByteArray("\x89PNG\r\n\x1a\n");
    QTest::addRow("svg") << QStringList{"--output", "o.svg"} << "o.svg" << QByteArray("<?xml");
    QTest::addRow("pdf") << QStringList{"--output", "o.pdf"} << "o.pdf" << QByteArray("%PDF-1.4");
    QTest::addRow("capital ending") << QStringList{"--output", "o.PDF"} << "o.PDF" << QByteArray("%PDF-1.4");
    QTest::addRow("format beats ending") << QStringList{"--output", "o.png", "--format", "svg"} << "o.png"
                                         << QByteArray("<?xml");
    QTest::addRow("with =") << QStringList{"--output=o", "--format=pdf"} << "o" << QByteArray("%PDF-1.4");
    QTest::addRow("Unicode, spaces, percent") << QStringList{"--output", QStringLiteral("图 %1 ü.svg")}
                                              << QStringLiteral("图 %1 ü.svg") << QByteArray("<?xml");
}

void TestCommandLine::exportsEachFormat()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, file);
    QFETCH(QByteArray, begins);
    const Outcome outcome = runExport(arguments);
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    QVERIFY(contentOf(at(file)).startsWith(begins));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{file});
}

void TestCommandLine::setBelongsToTheCurveBefore()
{
    const QString svg = svgOf({"--activation", "leaky_relu", "--set", "alpha=0.25", "--activation", "elu", "--set",
                               "alpha=0.75", "--formula", "a*x", "--set", "a=0.5"});
    // The names of the legend, in order.
    const QRegularExpression legend("α = 0\\.25.*α = 0\\.75.*a = 0\\.5",
                                    QRegularExpression::DotMatchesEverythingOption);
    QVERIFY2(svg.contains(legend), qPrintable(svg.left(300)));
}

void TestCommandLine::aValueMayBeginWithAMinus()
{
    QVERIFY(svgOf({"--formula", "-x"}).contains("-x"));
    QVERIFY(svgOf({"--formula", "--x", "--xrange", "-3:-1"}).contains("--x"));
}

void TestCommandLine::xRangeIsShownAndFitted()
{
    const QString svg = svgOf({"--formula", "10*x", "--xrange", "10:90"});
    for (const char* label : {">10<", ">90<", ">800<"}) // 10·x runs from 100 to 900.
        QVERIFY2(svg.contains(label), label);
    const QString chosen = svgOf({"--formula", "10*x", "--xrange", "10:90", "--yrange", "0:10"});
    QVERIFY(!chosen.contains(">800<"));
    QVERIFY(svgOf({"--formula", "x", "--xrange", "0:2pi"}).contains(">6<")); // A tick below 6.28.
}

void TestCommandLine::panesAndLanguageAreThoseAskedFor()
{
    const QString two = svgOf({"--activation", "sigmoid"});
    QVERIFY(two.contains("f′(x)") && !two.contains("f″(x)"));
    const QString three = svgOf({"--activation", "sigmoid", "--panes", "f,df,d2f"});
    QVERIFY(three.contains("f′(x)") && three.contains("f″(x)"));
    const QString one = svgOf({"--activation", "sigmoid", "--panes", "f"});
    QVERIFY(!one.contains("f′(x)"));
    QVERIFY(svgOf({"--activation", "relu", "--language", "zh"}).contains(QStringLiteral("修正线性单元")));
}

void TestCommandLine::exportsASession()
{
    secant::Scene scene;
    secant::addFormula(scene, "x*x - 3");
    scene.view.x = {-11.0, 11.0};
    put(at("s.json"), QByteArray::fromStdString(secant::toJson(scene)));
    const QString svg = svgOf({"s.json"});
    QVERIFY(svg.contains("x*x - 3"));
    QVERIFY(svg.contains(">10<"));
    QVERIFY2(svgOf({"--session", "s.json", "--activation", "relu"}).contains("ReLU"), "nothing was added");
}

void TestCommandLine::saysWhatItRepairedInASession()
{
    put(at("s.json"), R"({"version": 1, "view": {"x": [3, -3]}, "curves": [{"id": 1, "formula": "x"}]})");
    const Outcome outcome = runExport({"--output", "o.png", "s.json"});
    QCOMPARE(outcome.exitCode, 0);
    const QString broken = brokenPromise(outcome, "view.x");
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
}

void TestCommandLine::picturesDoNotDependOnTheSurroundings_data()
{
    QTest::addColumn<QStringList>("extra");
    QTest::addRow("German") << QStringList{"LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8"};
    QTest::addRow("C") << QStringList{"LC_ALL=C"};
    QTest::addRow("Turkish") << QStringList{"LC_ALL=tr_TR.UTF-8"};
    QTest::addRow("unknown locale") << QStringList{"LC_ALL=xx_YY"};
    QTest::addRow("HOME that is not there") << QStringList{"HOME=/nonexistent"};
    QTest::addRow("dead display") << QStringList{"DISPLAY=:77", "QT_QPA_PLATFORM=xcb"};
    QTest::addRow("unknown platform") << QStringList{"QT_QPA_PLATFORM=nonsense"};
    QTest::addRow("scaled screen") << QStringList{"QT_SCALE_FACTOR=1.37"};
    QTest::addRow("other font resolution") << QStringList{"QT_FONT_DPI=140"};
}

void TestCommandLine::picturesDoNotDependOnTheSurroundings()
{
    QFETCH(QStringList, extra);
    QVERIFY(runExport({"--output", "plain.svg"}).exitCode == 0);
    const Outcome outcome = runExport({"--output", "other.svg"}, extra);
    QVERIFY2(outcome.exitCode == 0 && outcome.errors.isEmpty(), outcome.errors.constData());
    QVERIFY(!contentOf(at("plain.svg")).isEmpty());
    QVERIFY(contentOf(at("plain.svg")) == contentOf(at("other.svg")));
}

void TestCommandLine::evaluates_data()
{
    // All exact in binary, so that the digits follow from the definition of the function.
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char* name, const char* input, const char* result) {
        QTest::addRow("%s", name) << QByteArray(input) << QByteArray(result);
    };
    row("no parameter: the last field is empty", "relu,,3", "0x1.8p+1,0x1p+0,0x0p+0,");
    row("parameter by name", "leaky_relu,alpha=0.5,-2", "-0x1p+0,0x1p-1,0x0p+0,-0x1p+1");
    row("hexadecimal parameter and x", "leaky_relu,alpha=0x1p-2,-0x1.8p+1", "-0x1.8p-1,0x1p-2,0x0p+0,-0x1.8p+1");
    row("standard value", "hard_tanh,,0.5", "0x1p-1,0x1p+0,0x0p+0,0x0p+0");
    row("two parameters", "hard_tanh,min_val=-4;max_val=4,3", "0x1.8p+1,0x1p+0,0x0p+0,0x0p+0");
    row("bounds as tables name them", "hard_tanh,min=-4;max=4,3", "0x1.8p+1,0x1p+0,0x0p+0,0x0p+0");
    row("infinite x", "relu,,inf", "inf,0x1p+0,0x0p+0,");
    row("negative infinite x", "relu6,,-inf", "0x0p+0,0x0p+0,0x0p+0,");
    row("NaN", "identity,,nan", "nan,nan,nan,");
    row("smallest double", "identity,,0x0.0000000000001p-1022", "0x0.0000000000001p-1022,0x1p+0,0x0p+0,");
    row("greatest double", "identity,,1.7976931348623157e308", "0x1.fffffffffffffp+1023,0x1p+0,0x0p+0,");
}

void TestCommandLine::evaluates()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, result);
    const Outcome outcome = run({"evaluate", "-"}, "activation,params,x\n" + row + "\n");
    QVERIFY2(outcome.exitCode == 0 && outcome.errors.isEmpty(), outcome.errors.constData());
    QCOMPARE(outcome.output, "activation,params,x,f,df,d2f,df_dalpha\n" + row + "," + result + "\n");
}

void TestCommandLine::evaluatesInAnyOrderOfColumns()
{
    const Outcome outcome = run(
        {"evaluate", "-"}, "\xEF\xBB\xBFnote,x,\"activation\",params\r\n\"a,b\",-2,leaky_relu,\"alpha=0.5\"\r\n\r\n");
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    QCOMPARE(outcome.output, QByteArray("activation,params,x,f,df,d2f,df_dalpha\n"
                                        "leaky_relu,alpha=0.5,-2,-0x1p+0,0x1p-1,0x0p+0,-0x1p+1\n"));
}

void TestCommandLine::evaluatesAFile()
{
    put(at("in.csv"), "activation,params,x\nrelu,,1\nrelu,,-1"); // No line break at the end.
    const Outcome outcome = run({"evaluate", at("in.csv")});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.output.count('\n'), 3);
    const Outcome missing = run({"evaluate", at("none.csv")});
    QCOMPARE(missing.exitCode, 1);
    const QString broken = brokenPromise(missing, "none.csv");
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
}

void TestCommandLine::answersFormulas_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char* why, const char* formula, const char* x, const char* answer) {
        QTest::addRow("%s", why) << QByteArray("{\"id\":7,\"input\":\"") + formula + "\",\"x\":" + x + "}"
                                 << QByteArray(answer);
    };
    row("whole number", "2x", "3", R"({"id":7,"status":"ok","y":6.0})");
    row("shortest digits that are read back", "x/10", "1", R"({"id":7,"status":"ok","y":0.1})");
    row("undefined", "sqrt(x)", "-1", R"({"id":7,"status":"ok","y":"nan"})");
    row("beyond all doubles", "exp(x)", "1e6", R"({"id":7,"status":"ok","y":"inf"})");
    row("column in code points", "\\ud835\\udc65+*", "1",
        R"({"column":3,"id":7,"message":"something is missing before \u201c*\u201d","status":"error"})");
    row("half a surrogate pair", "x\\ud800", "1",
        R"({"column":2,"id":7,"message":"\u201c\ufffd\u201d has no meaning here","status":"error"})");
    row("free name", "x+b*a", "1",
        R"({"column":3,"id":7,"message":"the name \u201cb\u201d has no value; the variable is x","status":"error"})");
    row("typo", "sn(x)", "1",
        R"({"column":1,"id":7,"message":"unknown function \u201csn\u201d: did you mean sin?","status":"error"})");
}

void TestCommandLine::answersFormulas()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    const Outcome outcome = run({"formula", "--jsonl"}, request + "\n", {"LC_ALL=de_DE.UTF-8"});
    QVERIFY2(outcome.exitCode == 0 && outcome.errors.isEmpty(), outcome.errors.constData());
    QCOMPARE(outcome.output, answer + "\n");
}

void TestCommandLine::answersFormulasAtOnce()
{
    QProcess process;
    process.start(SECANT_PROGRAM, {"formula", "--jsonl"});
    for (const QByteArray& id : {QByteArray("1"), QByteArray("2")}) {
        process.write("{\"id\":" + id + ",\"input\":\"x\",\"x\":1}\n");
        QVERIFY(process.waitForReadyRead(10000)); // While its input is still open.
        QCOMPARE(process.readAllStandardOutput(), "{\"id\":" + id + ",\"status\":\"ok\",\"y\":1.0}\n");
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitCode(), 0);
}

void TestCommandLine::judgesCases()
{
    put(at("cases.json"), R"({"cases": [
        {"id": "a", "expr": "x^4", "interval": {"lo": "-inf", "hi": "inf", "lo_closed": false, "hi_closed": false}},
        {"id": "b", "expr": "x^3", "interval": {"lo": "-1", "hi": "1", "lo_closed": true, "hi_closed": true}},
        {"id": "c", "expr": "2*(x", "interval": {"lo": "0", "hi": "1", "lo_closed": true, "hi_closed": true}}]})");
    const Outcome outcome = run({"verdict", "--cases", at("cases.json")});
    QCOMPARE(outcome.exitCode, 1); // The third cannot be read.
    QVERIFY2(outcome.errors.contains("\"c\""), outcome.errors.constData());
    const QList<QByteArray> lines = outcome.output.split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[0].contains("\"verdict\":\"strictly_convex\""), lines[0].constData());
    QVERIFY2(lines[1].contains("\"verdict\":\"neither\""), lines[1].constData());
    QVERIFY2(lines[1].contains("\"concavity\":{\"lambda\":\""), lines[1].constData());
    QVERIFY2(lines[2].contains("\"verdict\":\"undecided\""), lines[2].constData());
}

void TestCommandLine::goesOnBehindALineThatIsNoRequest()
{
    const Outcome outcome = run({"formula", "--jsonl"}, "{}\nnonsense\n\n{\"id\":1,\"input\":\"x\",\"x\":2}");
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains("line 1"), outcome.errors.constData());
    QCOMPARE(outcome.output.count("\"id\":null,\"message\""), 2);
    QVERIFY2(outcome.output.endsWith("{\"id\":1,\"status\":\"ok\",\"y\":2.0}\n"), outcome.output.constData());
}

void TestCommandLine::siluWithBetaIsSwish()
{
    const Outcome outcome =
        run({"evaluate", "-"}, "activation,params,x\nsilu,beta=1.702,1.5\nswish,beta=1.702,1.5\nsilu,,1.5\n");
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    const QByteArrayList lines = outcome.output.split('\n');
    QCOMPARE(lines[1].sliced(4), lines[2].sliced(5));
    QVERIFY(lines[1].startsWith("silu,") && lines[2].startsWith("swish,"));
    // silu(1.5) = 1.5/(1 + e^−1.5) = 1.22636171429… = 0x1.39f2d75ff1acfp+0 by mpmath (the last digit may differ).
    QVERIFY2(lines[3].startsWith("silu,,1.5,0x1.39f2d75ff1ac"), lines[3].constData());
}

void TestCommandLine::leavesOutRowsThatMakeNoSense_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("named");
    QTest::addRow("unknown activation") << QByteArray("nope,,1") << "'nope'";
    QTest::addRow("x is a word") << QByteArray("relu,,one") << "'one'";
    QTest::addRow("x is empty") << QByteArray("relu,,") << "''";
    QTest::addRow("x has a decimal comma") << QByteArray("relu,,\"1,5\"") << "'1,5'";
    QTest::addRow("two signs") << QByteArray("relu,,--1") << "'--1'";
    QTest::addRow("beyond double") << QByteArray("relu,,1e999") << "'1e999'";
    QTest::addRow("parameter it has not") << QByteArray("relu,alpha=1,1") << "'alpha'";
    QTest::addRow("parameter without value") << QByteArray("leaky_relu,alpha,1") << "'alpha'";
    QTest::addRow("parameter is infinite") << QByteArray("leaky_relu,alpha=inf,1") << "'alpha=inf'";
    QTest::addRow("too few fields") << QByteArray("relu") << "line 3";
}

void TestCommandLine::leavesOutRowsThatMakeNoSense()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, named);
    const Outcome outcome = run({"evaluate", "-"}, "activation,params,x\nrelu,,1\n" + row + "\nrelu,,2\n");
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.output, QByteArray("activation,params,x,f,df,d2f,df_dalpha\n"
                                        "relu,,1,0x1p+0,0x1p+0,0x0p+0,\nrelu,,2,0x1p+1,0x1p+0,0x0p+0,\n"));
    const QString errors = QString::fromUtf8(outcome.errors);
    QVERIFY2(errors.contains("line 3") && errors.contains(named) && errors.count('\n') == 1, qPrintable(errors));
}

void TestCommandLine::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("line breaks alone") << QByteArray("\n\n\n");
    QTest::addRow("no column x") << QByteArray("activation,params,y\nrelu,,1\n");
    QTest::addRow("no header") << QByteArray("relu,,1\n");
    QTest::addRow("zeros") << QByteArray(5000, '\0');
    QTest::addRow("a line of 2 MB") << QByteArray(2 << 20, 'a');
}

void TestCommandLine::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, input);
    const Outcome outcome = run({"evaluate", "-"}, input);
    QCOMPARE(outcome.exitCode, 1);
    const QString broken = brokenPromise(outcome, "standard input");
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
}

void TestCommandLine::evaluatesAHundredThousandRowsASecond()
{
    QByteArray input = "activation,params,x\n";
    for (int i = 0; i < 100000; ++i)
        input += i % 2 == 0 ? "gelu,,0x1.8p-3\n" : "leaky_relu,alpha=0.1,-2.5\n";
    put(at("many.csv"), input);
    const Outcome outcome = run({"evaluate", at("many.csv")});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.output.count('\n'), 100001);
    QVERIFY2(outcome.milliseconds < 1000, qPrintable(QString::number(outcome.milliseconds)));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
