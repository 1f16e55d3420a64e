#include <csignal>

#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

#include "app/autosave.h"
#include "app/session.h"
#include "app/session_document.h"

using namespace secant;

/// The copy for a crash, and which file a session belongs to.
class TestAutosave : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keepsAndRemovesItsFile();
    void savesAfterAChangeWithoutBeingAsked();
    void offersWhatAKilledProgramLeft();
    void leavesALivingProgramAlone();
    void removesWhatCannotBeRead();

    void knowsWhatIsModified();
    void noticesAChangeFromOutside();
    void aRepairedFileCountsAsModified();
    void openingIsNoStepThatCanBeUndone();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList sessions() const { return QDir(m_folder->path()).entryList({"*.secant"}, QDir::Files); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAutosave::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestAutosave::keepsAndRemovesItsFile()
{
    std::optional<Scene> scene;
    {
        Autosave autosave(m_folder->path(), [&] { return scene; });
        autosave.save();
        QVERIFY(sessions().isEmpty());
        scene = defaultScene();
        autosave.save();
        QCOMPARE(sessions().size(), 1);
        scene.reset();
        autosave.save();
        QVERIFY(sessions().isEmpty());
        scene = defaultScene();
        autosave.save();
        QCOMPARE(sessions().size(), 1);
    }
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestAutosave::savesAfterAChangeWithoutBeingAsked()
{
    Autosave autosave(m_folder->path(), [] { return std::optional(defaultScene()); });
    for (int i = 0; i < 20 && sessions().isEmpty(); ++i) {
        autosave.noteChange(); // Changes that never pause put the copy off no longer.
        QTest::qWait(400);
    }
    QCOMPARE(sessions().size(), 1);
}

void TestAutosave::offersWhatAKilledProgramLeft()
{
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        auto* autosave = new Autosave(m_folder->path(), [] {
            Scene scene = defaultScene();
            addFormula(scene, "x^7");
            return std::optional(scene);
        });
        autosave->save();
        kill(getpid(), SIGKILL);
    }
    waitpid(child, nullptr, 0);
    const auto left = Autosave::leftScenes(m_folder->path());
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left[0].scene.curves.back().formula, std::string("x^7"));
    Autosave::forget(left[0].fileName);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestAutosave::leavesALivingProgramAlone()
{
    int ready[2];
    QCOMPARE(pipe(ready), 0);
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        auto* autosave = new Autosave(m_folder->path(), [] { return std::optional(defaultScene()); });
        autosave->save();
        static_cast<void>(!write(ready[1], "x", 1));
        pause();
    }
    char byte = 0;
    QCOMPARE(read(ready[0], &byte, 1), ssize_t(1));
    QCOMPARE(sessions().size(), 1);
    QVERIFY(Autosave::leftScenes(m_folder->path()).empty());
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    QCOMPARE(Autosave::leftScenes(m_folder->path()).size(), std::size_t(1));
}

void TestAutosave::removesWhatCannotBeRead()
{
    QFile file(at("broken.secant"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    QVERIFY(Autosave::leftScenes(m_folder->path()).empty());
    QVERIFY(sessions().isEmpty());
}

void TestAutosave::knowsWhatIsModified()
{
    Session session(defaultScene());
    SessionDocument document(session);
    QSignalSpy changed(&document, &SessionDocument::changed);
    QVERIFY(!document.isModified());
    session.setLanguage(Language::Chinese);
    QVERIFY(!document.isModified());
    session.showGrid(false);
    QVERIFY(document.isModified());
    QVERIFY(!document.save(at("a.secant")));
    QVERIFY(!document.isModified());
    QCOMPARE(document.fileName(), at("a.secant"));
    session.undo();
    QVERIFY(document.isModified());
    session.redo();
    QVERIFY(!document.isModified());
    session.showGrid(true);
    document.revert();
    QVERIFY(!session.scene().grid);
    QVERIFY(changed.count() >= 5);
    QVERIFY(document.save(at("missing/a.secant")).has_value());
    QCOMPARE(document.fileName(), at("a.secant"));
}

void TestAutosave::noticesAChangeFromOutside()
{
    Session session(defaultScene());
    SessionDocument document(session);
    QVERIFY(!document.isChangedOutside());
    QVERIFY(!document.save(at("a.secant")));
    QVERIFY(!document.isChangedOutside());
    QVERIFY(writeSession(at("a.secant"), Scene{}).ok());
    QVERIFY(document.isChangedOutside());
    QVERIFY(!document.save(at("a.secant")));
    QVERIFY(!document.isChangedOutside());
    QVERIFY(QFile::remove(at("a.secant")));
    QVERIFY(document.isChangedOutside());
}

void TestAutosave::aRepairedFileCountsAsModified()
{
    Session session(defaultScene());
    SessionDocument document(session);
    OpenedSession opened{defaultScene(), {}, "digest"};
    document.adopt(at("a.secant"), opened);
    QVERIFY(!document.isModified());
    opened.repairs.push_back({"view.x", "empty"});
    document.adopt(at("a.secant"), opened);
    QVERIFY(document.isModified());
}

void TestAutosave::openingIsNoStepThatCanBeUndone()
{
    Session session(defaultScene());
    SessionDocument document(session);
    session.addActivation("gelu");
    document.startAnew();
    QVERIFY(!session.canUndo());
    QVERIFY(session.scene() == defaultScene());
    QVERIFY(!document.isModified());
}

QTEST_GUILESS_MAIN(TestAutosave)
#include "tst_autosave.moc"
