#include <chrono>
#include <thread>

#include <QApplication>
#include <QProgressBar>
#include <QTest>
#include <QTimer>

#include "app/working_dialog.h"

using namespace secant;

namespace {

void rest()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

} // namespace

class TestWorkingDialog : public QObject {
    Q_OBJECT

private slots:
    void worksOnAnotherThreadWhileEventsAreHandled();
    void keepsTheWindowFromBeingUsed();
    void showsItselfAndTheProgressAfterAWhile();
    void stopEndsTheWork();
    void whatIsDoneBeforeItHearsIsWhole();
};

void TestWorkingDialog::worksOnAnotherThreadWhileEventsAreHandled()
{
    WorkingDialog dialog(QString(), nullptr);
    std::atomic_bool isHandled = false;
    QTimer::singleShot(0, &dialog, [&isHandled] { isHandled = true; });
    std::thread::id worker;
    const bool isWhole = dialog.run([&](const ExportProgress&) {
        worker = std::this_thread::get_id();
        while (!isHandled) { // For ever, if events were not handled.
            rest();
        }
    });
    QVERIFY(isWhole);
    QVERIFY(worker != std::thread::id());
    QVERIFY(worker != std::this_thread::get_id());
}

void TestWorkingDialog::keepsTheWindowFromBeingUsed()
{
    QWidget window;
    window.show();
    WorkingDialog dialog(QString(), &window);
    QWidget* modal = nullptr;
    std::atomic_bool isSeen = false;
    QTimer::singleShot(0, &dialog, [&] {
        modal = QApplication::activeModalWidget();
        isSeen = true;
    });
    dialog.run([&](const ExportProgress&) {
        while (!isSeen) {
            rest();
        }
    });
    QCOMPARE(modal, &dialog);
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QVERIFY(!dialog.isVisible());
}

void TestWorkingDialog::showsItselfAndTheProgressAfterAWhile()
{
    WorkingDialog dialog(QString(), nullptr);
    const auto* bar = dialog.findChild<QProgressBar*>();
    const auto isOnScreen = [&dialog] { return dialog.isVisible() && !dialog.testAttribute(Qt::WA_DontShowOnScreen); };
    bool atOnce = true;
    std::atomic_bool isSeen = false;
    QTimer watch;
    watch.callOnTimeout([&] { isSeen = isOnScreen() && bar->value() == 3 && bar->maximum() == 7; });
    watch.start(1);
    QTimer::singleShot(0, &dialog, [&] { atOnce = isOnScreen(); });
    const bool isWhole = dialog.run([&](const ExportProgress& progress) {
        while (progress(3, 7) && !isSeen) {
            rest();
        }
    });
    QVERIFY(isWhole);
    QVERIFY(isSeen);
    QVERIFY(!atOnce);
}

void TestWorkingDialog::stopEndsTheWork()
{
    WorkingDialog dialog(QString(), nullptr);
    QTimer::singleShot(0, &dialog, &WorkingDialog::reject);
    const bool isWhole = dialog.run([](const ExportProgress& progress) {
        while (progress(0, 0)) {
            rest();
        }
    });
    QVERIFY(!isWhole);
}

void TestWorkingDialog::whatIsDoneBeforeItHearsIsWhole()
{
    WorkingDialog dialog(QString(), nullptr);
    std::atomic_bool isNearlyDone = false;
    std::atomic_bool isAsked = false;
    QTimer watch;
    watch.callOnTimeout([&] {
        if (isNearlyDone && !isAsked) {
            dialog.reject();
            isAsked = true;
        }
    });
    watch.start(1);
    const bool isWhole = dialog.run([&](const ExportProgress& progress) {
        isNearlyDone = progress(1, 1);
        while (!isAsked) {
            rest();
        }
    });
    QVERIFY(isWhole);
}

QTEST_MAIN(TestWorkingDialog)
#include "tst_working_dialog.moc"
