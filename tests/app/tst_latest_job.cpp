#include <atomic>
#include <chrono>
#include <thread>

#include <QTest>

#include "app/latest_job.h"

using namespace secant;

namespace {

/// Works until it is told to stop.
int workForEver(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return -1;
}

} // namespace

class TestLatestJob : public QObject {
    Q_OBJECT

private slots:
    void deliversOnTheThreadThatAsked();
    void deliversTheNewestAlone();
    void deliversNothingAfterCancel();
    void endsWhileItWorks();
};

void TestLatestJob::deliversOnTheThreadThatAsked()
{
    std::vector<int> answers;
    std::thread::id worker;
    std::thread::id receiver;
    LatestJob<int> job([&](int answer) {
        receiver = std::this_thread::get_id();
        answers.push_back(answer);
    });
    job.start([&worker](const std::stop_token&) {
        worker = std::this_thread::get_id();
        return 7;
    });
    QVERIFY(job.isBusy());
    QVERIFY(answers.empty());
    QTRY_COMPARE(answers, std::vector<int>{7});
    QVERIFY(!job.isBusy());
    QVERIFY(receiver == std::this_thread::get_id());
    QVERIFY(worker != receiver);
}

void TestLatestJob::deliversTheNewestAlone()
{
    std::vector<int> answers;
    LatestJob<int> job([&](int answer) { answers.push_back(answer); });
    job.start(workForEver);
    for (int i = 1; i <= 100; ++i) {
        job.start([i](const std::stop_token&) { return i; });
    }
    QTRY_VERIFY(!job.isBusy());
    QTest::qWait(20);
    QCOMPARE(answers, std::vector<int>{100});
}

void TestLatestJob::deliversNothingAfterCancel()
{
    int delivered = 0;
    std::atomic<bool> done = false;
    LatestJob<int> job([&](int) { ++delivered; });
    job.start([&done](const std::stop_token&) {
        done = true;
        return 1;
    });
    // Finished, but its event is still to be handled.
    while (!done) {
        std::this_thread::yield();
    }
    job.cancel();
    QVERIFY(!job.isBusy());
    QTest::qWait(20);
    QCOMPARE(delivered, 0);
}

void TestLatestJob::endsWhileItWorks()
{
    int delivered = 0;
    {
        LatestJob<int> job([&](int) { ++delivered; });
        job.start(workForEver);
        QTest::qWait(5);
    }
    QTest::qWait(20);
    QCOMPARE(delivered, 0);
}

QTEST_GUILESS_MAIN(TestLatestJob)
#include "tst_latest_job.moc"
