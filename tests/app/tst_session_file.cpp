#include <csignal>
#include <random>

#include <QtTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/session_file.h"

using namespace secant;

namespace {

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void put(const QString& name, const QByteArray& content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// As large a session as there may be: about five million bytes.
Scene largeScene(const std::string& word)
{
    Scene scene;
    const std::string tail(4900, '1');
    for (std::size_t i = 0; i < kMaxCurves; ++i)
        addFormula(scene, "x+" + word + tail);
    return scene;
}

} // namespace

class TestSessionFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsBackWhatItWrote();
    void refuses_data();
    void refuses();
    void listsWhatItRepaired();
    void aNewerSessionIsNeitherReadNorOverwritten();
    void aFullDiskLeavesTheOldFile();
    void aKilledProgramLeavesTheOldFileOrTheNew();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSessionFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSessionFile::readsBackWhatItWrote()
{
    Scene scene = defaultScene();
    addFormula(scene, "a*sin(x)");
    const auto written = writeSession(at("a.secant"), scene);
    QVERIFY(written.ok());
    const auto read = readSession(at("a.secant"));
    QVERIFY(read.ok());
    QVERIFY(read->scene == scene);
    QVERIFY(read->repairs.empty());
    QCOMPARE(read->digest, *written);
    QCOMPARE(digestOf(at("a.secant")), *written);
    put(at("a.secant"), "{}");
    QVERIFY(digestOf(at("a.secant")) != *written);
    QVERIFY(digestOf(at("missing.secant")).isEmpty());
}

void TestSessionFile::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::addRow("missing") << "missing"
                             << "does not exist";
    QTest::addRow("folder") << "folder"
                            << "folder";
    QTest::addRow("pipe") << "pipe"
                          << "no ordinary file";
    QTest::addRow("never ending device") << "zero"
                                         << "no ordinary file";
    QTest::addRow("empty") << "empty"
                           << "not JSON";
    QTest::addRow("zeros") << "zeros"
                           << "not JSON";
    QTest::addRow("17 MiB") << "large"
                            << "larger than 16 MiB";
    QTest::addRow("deep") << "deep"
                          << "nested too deeply";
    QTest::addRow("half") << "half"
                          << "not JSON";
}

void TestSessionFile::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, said);
    QVERIFY(QDir(m_folder->path()).mkdir("folder"));
    QCOMPARE(mkfifo(QFile::encodeName(at("pipe")).constData(), 0600), 0);
    QVERIFY(QFile::link("/dev/zero", at("zero")));
    put(at("empty"), {});
    put(at("zeros"), QByteArray(5000, '\0'));
    put(at("large"), QByteArray(17 << 20, ' '));
    put(at("deep"), QByteArray(100000, '['));
    const QByteArray whole = QByteArray::fromStdString(toJson(defaultScene()));
    put(at("half"), whole.left(whole.size() / 2));
    const auto read = readSession(at(name));
    QVERIFY(!read.ok());
    QVERIFY2(read.error().reason.find(said.toStdString()) != std::string::npos, read.error().reason.c_str());
}

void TestSessionFile::listsWhatItRepaired()
{
    put(at("a.secant"), R"({"format": "secant-scene", "version": 1, "curves": [{"activation": "no_such"}],
                           "view": {"x": [1, 1]}})");
    const auto read = readSession(at("a.secant"));
    QVERIFY(read.ok());
    const QString list = repairList(read->repairs);
    QVERIFY2(list.contains("curves[0]") && list.contains("view.x: "), qPrintable(list));
    const std::vector<SceneError> many(50, SceneError{"place", "reason"});
    QCOMPARE(repairList(many).count('\n'), 8);
}

void TestSessionFile::aNewerSessionIsNeitherReadNorOverwritten()
{
    const QByteArray newer = R"({"format": "secant-scene", "version": 999999, "curves": {}})";
    put(at("new.secant"), newer);
    const auto read = readSession(at("new.secant"));
    QVERIFY(!read.ok() && read.error().isNewer);
    const auto written = writeSession(at("new.secant"), defaultScene());
    QVERIFY(!written.ok());
    QVERIFY2(written.error().contains("new.secant"), qPrintable(written.error()));
    QCOMPARE(contentOf(at("new.secant")), newer);
}

void TestSessionFile::aFullDiskLeavesTheOldFile()
{
    const auto digest = writeSession(at("a.secant"), defaultScene());
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit lowered{1 << 20, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &lowered);
    const auto written = writeSession(at("a.secant"), largeScene(""));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!written.ok());
    QVERIFY2(written.error().contains("a.secant"), qPrintable(written.error()));
    QCOMPARE(digestOf(at("a.secant")), *digest);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

void TestSessionFile::aKilledProgramLeavesTheOldFileOrTheNew()
{
    // SECANT_KILLS=500 is what a release is tried with.
    const int kills = std::max(20, qEnvironmentVariableIntValue("SECANT_KILLS"));
    const Scene one = largeScene("1");
    const Scene two = largeScene("2");
    const QByteArray first = *writeSession(at("a.secant"), one);
    const QByteArray second = *writeSession(at("b.secant"), two);
    QVERIFY(first != second);
    std::mt19937 random(1);
    int seenFirst = 0;
    for (int i = 0; i < kills; ++i) {
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            for (;;) {
                static_cast<void>(writeSession(at("a.secant"), two).ok());
                static_cast<void>(writeSession(at("a.secant"), one).ok());
            }
        }
        usleep(static_cast<useconds_t>(random() % 300000));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const QByteArray now = digestOf(at("a.secant"));
        QVERIFY2(now == first || now == second, qPrintable(QString::number(i)));
        seenFirst += now == first ? 1 : 0;
    }
    const auto rest = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    qInfo("%d times the old file, %d times the new one, %d files in the folder", seenFirst, kills - seenFirst,
          static_cast<int>(rest.size()));
}

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_session_file.moc"
