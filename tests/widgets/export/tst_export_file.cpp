#include <csignal>

#include <QBuffer>
#include <QSaveFile>
#include <QtTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include "widgets/export/export_file.h"

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

bool writeNew(QIODevice& device)
{
    return device.write("new") == 3;
}

/// While it lives no file of this process may grow beyond `bytes`: a disk that is full, without one.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit lowered{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &lowered);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    void (*m_signal)(int);
    rlimit m_before{};
};

} // namespace

class TestExportFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void writesANewFile_data();
    void writesANewFile();
    void replacesAnOldFile();
    void followsALink();
    void followsALinkToAFileNotYetThere();
    void refuses_data();
    void refuses();
    void aPipeStaysAPipe();
    void aWriterThatFailsLeavesTheOldFile();
    void whatIsStoppedLeavesTheOldFile();
    void aFullDiskLeavesTheOldFile();
    void sentencesShowLongAndStrangeNamesShort();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExportFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestExportFile::cleanup()
{
    m_folder.reset();
}

void TestExportFile::writesANewFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("plain") << "picture.png";
    QTest::addRow("Chinese, umlaut, emoji") << QStringLiteral("图形 ü😀.png");
    QTest::addRow("spaces and quotes") << "a b'c\".png";
    QTest::addRow("percent signs are no place markers") << "%1%2%s.png";
    QTest::addRow("leading minus") << "-rf.png";
    QTest::addRow("line break") << "a\nb.png";
}

void TestExportFile::writesANewFile()
{
    QFETCH(QString, name);
    const ExportProblem problem = replaceFile(at(name), writeNew);
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    QCOMPARE(contentOf(at(name)), QByteArray("new"));
    QCOMPARE(entries(), QStringList{name});
}

void TestExportFile::replacesAnOldFile()
{
    put(at("p.png"), "something longer than the new content");
    QVERIFY(!replaceFile(at("p.png"), writeNew));
    QCOMPARE(contentOf(at("p.png")), QByteArray("new"));
}

void TestExportFile::followsALink()
{
    put(at("real.png"), "old");
    QVERIFY(QFile::link(at("real.png"), at("link.png")));
    QVERIFY(!replaceFile(at("link.png"), writeNew));
    QVERIFY(QFileInfo(at("link.png")).isSymLink());
    QCOMPARE(contentOf(at("real.png")), QByteArray("new"));
}

void TestExportFile::followsALinkToAFileNotYetThere()
{
    QVERIFY(QFile::link(at("later.png"), at("link.png")));
    QVERIFY(!replaceFile(at("link.png"), writeNew));
    QVERIFY(QFileInfo(at("link.png")).isSymLink());
    QCOMPARE(contentOf(at("later.png")), QByteArray("new"));
}

void TestExportFile::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::addRow("no name") << ""
                             << "file name";
    QTest::addRow("a folder") << "folder"
                              << "folder";
    QTest::addRow("a link to a folder") << "to_folder"
                                        << "to_folder";
    QTest::addRow("a folder that is not there") << "missing/p.png"
                                                << "missing/p.png";
    QTest::addRow("a link into a folder that is not there") << "to_missing"
                                                            << "to_missing";
    QTest::addRow("links in a circle") << "circle_a"
                                       << "circle_a";
    QTest::addRow("a name of 300 bytes") << QString(300, 'a') << "aaa";
    QTest::addRow("a file taken for a folder") << "file/p.png"
                                               << "file/p.png";
}

void TestExportFile::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, said);
    QVERIFY(QDir(m_folder->path()).mkdir("folder"));
    QVERIFY(QFile::link(at("folder"), at("to_folder")));
    QVERIFY(QFile::link(at("missing/q.png"), at("to_missing")));
    QVERIFY(QFile::link(at("circle_a"), at("circle_b")));
    QVERIFY(QFile::link(at("circle_b"), at("circle_a")));
    put(at("file"), "old");
    const QStringList before = entries();
    const ExportProblem problem = replaceFile(name.isEmpty() ? name : at(name), writeNew);
    QVERIFY(problem.has_value());
    QVERIFY2(problem->contains(said), qPrintable(*problem));
    QCOMPARE(entries(), before);
    QCOMPARE(contentOf(at("file")), QByteArray("old"));
    QVERIFY(QDir(at("folder")).isEmpty());
}

void TestExportFile::aPipeStaysAPipe()
{
    const QByteArray pipe = QFile::encodeName(at("pipe.png"));
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    bool asked = false;
    const ExportProblem problem = replaceFile(at("pipe.png"), [&asked](QIODevice&) { return asked = true; });
    QVERIFY(problem.has_value());
    QVERIFY2(problem->contains("pipe.png"), qPrintable(*problem));
    QVERIFY(!asked);
    struct stat status {};
    QCOMPARE(lstat(pipe.constData(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
    QCOMPARE(entries(), QStringList{"pipe.png"});
}

void TestExportFile::whatIsStoppedLeavesTheOldFile()
{
    put(at("p.png"), "old");
    QVERIFY(!replaceFileUnlessStopped(
        at("p.png"), [](QIODevice& device) { return device.write("half") == 4 ? Ending::Stopped : Ending::Failed; }));
    QCOMPARE(contentOf(at("p.png")), QByteArray("old"));
    QCOMPARE(entries(), QStringList{"p.png"});
}

void TestExportFile::aWriterThatFailsLeavesTheOldFile()
{
    put(at("p.png"), "old");
    const ExportProblem problem = replaceFile(at("p.png"), [](QIODevice& device) {
        device.write("half of the ne");
        return false;
    });
    QVERIFY(problem.has_value());
    QCOMPARE(contentOf(at("p.png")), QByteArray("old"));
    QCOMPARE(entries(), QStringList{"p.png"});
}

void TestExportFile::aFullDiskLeavesTheOldFile()
{
    put(at("p.png"), "old");
    ExportProblem problem;
    {
        const FileSizeLimit limit(4096);
        problem = replaceFile(at("p.png"), [](QIODevice& device) {
            const QByteArray much(1 << 20, 'x');
            return device.write(much) == much.size();
        });
    }
    QVERIFY(problem.has_value());
    QVERIFY2(problem->contains("p.png"), qPrintable(*problem));
    QCOMPARE(contentOf(at("p.png")), QByteArray("old"));
    QCOMPARE(entries(), QStringList{"p.png"});
}

void TestExportFile::sentencesShowLongAndStrangeNamesShort()
{
    const QString shown = shownFileName("/tmp/" + QString(5000, 'a') + "/end.png");
    QVERIFY(shown.size() <= 80);
    QVERIFY(shown.startsWith("/tmp/") && shown.endsWith("/end.png"));
    QCOMPARE(shownFileName("a\nb\x1b[2J.png"), QString("a?b?[2J.png"));
    QCOMPARE(shownFileName(QStringLiteral("图形 😀.png")), QStringLiteral("图形 😀.png"));
}

QTEST_GUILESS_MAIN(TestExportFile)
#include "tst_export_file.moc"
