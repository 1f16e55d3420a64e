#include <memory>

#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include "app/file_menu.h"
#include "app/main_window.h"
#include "app/session.h"
#include "app/session_dialogs.h"
#include "app/session_document.h"
#include "app/settings.h"
#include "app/theme.h"

using namespace secant;

/// Opens, changes and closes session files in the real window, and answers its questions.
class TestSessionDialogs : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theTitleNamesTheFileAndMarksChanges();
    void opensARecentFile();
    void aDamagedFileLeavesTheSessionAlone();
    void aRepairedFileIsListed();
    void aDroppedFileIsOpened();
    void asksBeforeChangesAreLost_data();
    void asksBeforeChangesAreLost();
    void closesWithoutAQuestionWhatHasNoFile();
    void asksBeforeAFileChangedOutsideIsOverwritten_data();
    void asksBeforeAFileChangedOutsideIsOverwritten();
    void offersToReadWhatAnotherProgramWrote_data();
    void offersToReadWhatAnotherProgramWrote();
    void offersWhatWasLeft();

private:
    /// Presses this button of the next message box; remembers what it said.
    void answerWith(QMessageBox::StandardButton button);
    void answerWith(const QString& text);
    void press(QAbstractButton* button, QMessageBox* box);
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    void put(const QString& name, const QByteArray& content) const;
    [[nodiscard]] Scene onDisk(const QString& name) const { return readSession(at(name)).value().scene; }

    std::unique_ptr<QTemporaryDir> m_folder;
    Settings m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    SessionDialogs* m_dialogs = nullptr;
    QString m_said; ///< By the last message box; empty if there was none.
};

void TestSessionDialogs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = Settings{};
    m_theme = std::make_unique<Theme>();
    m_session = std::make_unique<Session>(defaultScene());
    m_document = std::make_unique<SessionDocument>(*m_session);
    m_window = std::make_unique<MainWindow>(*m_session, *m_document, *m_theme, m_settings);
    m_dialogs = m_window->findChild<SessionDialogs*>();
    m_window->show();
    m_said.clear();
    Scene other = defaultScene();
    addFormula(other, "x^7");
    QVERIFY(writeSession(at("seven.secant"), other).ok());
}

void TestSessionDialogs::cleanup()
{
    m_window.reset();
    m_document.reset();
    m_session.reset();
}

void TestSessionDialogs::put(const QString& name, const QByteArray& content) const
{
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestSessionDialogs::press(QAbstractButton* button, QMessageBox* box)
{
    QVERIFY(box && button);
    m_said = box->text() + QLatin1Char('\n') + box->informativeText();
    button->click();
}

void TestSessionDialogs::answerWith(QMessageBox::StandardButton button)
{
    QTimer::singleShot(0, this, [this, button] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        press(box ? box->button(button) : nullptr, box);
    });
}

void TestSessionDialogs::answerWith(const QString& text)
{
    QTimer::singleShot(0, this, [this, text] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QAbstractButton* found = nullptr;
        for (QAbstractButton* button : box ? box->buttons() : QList<QAbstractButton*>())
            found = button->text().contains(text) ? button : found;
        press(found, box);
    });
}

void TestSessionDialogs::theTitleNamesTheFileAndMarksChanges()
{
    QCOMPARE(m_window->windowTitle(), QString("Secant[*]"));
    m_window->openFile(at("seven.secant"));
    QVERIFY(m_window->windowTitle().startsWith("seven.secant[*]"));
    QVERIFY(!m_window->isWindowModified());
    m_session->showGrid(false);
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_dialogs->save());
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(!onDisk("seven.secant").grid);
}

void TestSessionDialogs::opensARecentFile()
{
    m_window->openFile(at("seven.secant"));
    QCOMPARE(m_settings.recentSessions, QStringList{at("seven.secant")});
    m_dialogs->startAnew();
    QCOMPARE(m_session->scene().curves.size(), std::size_t(2));
    QTest::qWait(1);
    auto* recent = m_window->findChild<FileMenu*>()->findChild<QMenu*>();
    QCOMPARE(recent->actions().front()->text(), QString("seven.secant"));
    recent->actions().front()->trigger();
    QCOMPARE(m_session->scene().curves.back().formula, std::string("x^7"));
    QVERIFY(m_said.isEmpty());
}

void TestSessionDialogs::aDamagedFileLeavesTheSessionAlone()
{
    put("broken.secant", "{\n  \"format\": ");
    m_session->addActivation("gelu");
    const Scene before = m_session->scene();
    m_settings.recentSessions = QStringList{at("broken.secant")};
    answerWith(QMessageBox::Ok);
    m_window->openFile(at("broken.secant"));
    QVERIFY2(m_said.contains("broken.secant") && m_said.contains("line 2"), qPrintable(m_said));
    QVERIFY(m_session->scene() == before);
    QVERIFY(m_document->fileName().isEmpty());
    QVERIFY(m_settings.recentSessions.isEmpty());
}

void TestSessionDialogs::aRepairedFileIsListed()
{
    put("odd.secant", R"({"format": "secant-scene", "version": 1, "curves": [{"activation": "no_such"}]})");
    answerWith(QMessageBox::Ok);
    m_window->openFile(at("odd.secant"));
    QVERIFY2(m_said.contains("curves[0]"), qPrintable(m_said));
    QVERIFY(m_window->isWindowModified());
}

void TestSessionDialogs::aDroppedFileIsOpened()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(at("seven.secant"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(m_document->fileName(), at("seven.secant"));
    data.setUrls({QUrl("https://example.org/a.secant")});
    QDragEnterEvent remote(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    remote.ignore();
    QApplication::sendEvent(m_window.get(), &remote);
    QVERIFY(!remote.isAccepted());
}

void TestSessionDialogs::asksBeforeChangesAreLost_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("saved");
    QTest::addRow("save") << static_cast<int>(QMessageBox::Save) << true << true;
    QTest::addRow("discard") << static_cast<int>(QMessageBox::Discard) << true << false;
    QTest::addRow("cancel") << static_cast<int>(QMessageBox::Cancel) << false << false;
}

void TestSessionDialogs::asksBeforeChangesAreLost()
{
    QFETCH(int, answer);
    QFETCH(bool, closed);
    QFETCH(bool, saved);
    m_window->openFile(at("seven.secant"));
    m_session->showGrid(false);
    answerWith(static_cast<QMessageBox::StandardButton>(answer));
    QCOMPARE(m_window->close(), closed);
    QVERIFY2(m_said.contains("seven.secant"), qPrintable(m_said));
    QCOMPARE(onDisk("seven.secant").grid, !saved);
    // What was thrown away is not there at the next start either.
    QCOMPARE(m_session->scene().grid, answer == QMessageBox::Discard);
}

void TestSessionDialogs::closesWithoutAQuestionWhatHasNoFile()
{
    m_session->showGrid(false);
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_window->close());
    QVERIFY(m_said.isEmpty());
    // Another session in its place would lose it.
    answerWith(QMessageBox::Cancel);
    m_dialogs->startAnew();
    QVERIFY(!m_said.isEmpty());
    QVERIFY(!m_session->scene().grid);
}

void TestSessionDialogs::asksBeforeAFileChangedOutsideIsOverwritten_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("saved");
    QTest::addRow("overwrite") << "Overwrite" << true;
    QTest::addRow("cancel") << "Cancel" << false;
}

void TestSessionDialogs::asksBeforeAFileChangedOutsideIsOverwritten()
{
    QFETCH(QString, answer);
    QFETCH(bool, saved);
    m_window->openFile(at("seven.secant"));
    QVERIFY(writeSession(at("seven.secant"), Scene{}).ok());
    m_session->showGrid(false);
    answerWith(answer);
    QCOMPARE(m_dialogs->save(), saved);
    QVERIFY2(m_said.contains("seven.secant"), qPrintable(m_said));
    QCOMPARE(onDisk("seven.secant").curves.empty(), !saved);
}

void TestSessionDialogs::offersToReadWhatAnotherProgramWrote_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isRead");
    QTest::addRow("read") << "Read it anew" << true;
    QTest::addRow("keep") << "Keep" << false;
}

void TestSessionDialogs::offersToReadWhatAnotherProgramWrote()
{
    QFETCH(QString, answer);
    QFETCH(bool, isRead);
    m_window->openFile(at("seven.secant"));
    const auto enter = [this] {
        QEvent activation(QEvent::WindowActivate);
        QApplication::sendEvent(m_window.get(), &activation);
        QTest::qWait(0);
    };
    enter();
    QVERIFY(m_said.isEmpty()); // Nobody wrote it.
    Scene other;
    addFormula(other, "x^9");
    QVERIFY(writeSession(at("seven.secant"), other).ok());
    QTimer::singleShot(0, this, [&] { answerWith(answer); }); // After the question has come.
    enter();
    QVERIFY2(m_said.contains("seven.secant"), qPrintable(m_said));
    QCOMPARE(m_session->scene().curves.back().formula, std::string(isRead ? "x^9" : "x^7"));
    m_said.clear();
    enter();
    QVERIFY(m_said.isEmpty()); // It was answered.
    if (!isRead) {             // Still, it is not overwritten unasked.
        answerWith("Cancel");
        QVERIFY(!m_dialogs->save());
    }
}

void TestSessionDialogs::offersWhatWasLeft()
{
    const LeftScene left{at("seven.secant"), QDateTime::currentDateTime(), onDisk("seven.secant")};
    answerWith(QMessageBox::Cancel);
    m_window->offerLeft({left});
    QVERIFY2(m_said.contains("x^7"), qPrintable(m_said));
    QVERIFY(QFile::exists(left.fileName));
    answerWith(QMessageBox::Open);
    m_window->offerLeft({left});
    QCOMPARE(m_session->scene().curves.back().formula, std::string("x^7"));
    QVERIFY(m_document->isModified() && m_document->fileName().isEmpty());
    QVERIFY(!QFile::exists(left.fileName));
}

QTEST_MAIN(TestSessionDialogs)
#include "tst_session_dialogs.moc"
