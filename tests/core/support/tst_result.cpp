#include <memory>
#include <string>

#include <QTest>

#include "core/support/result.h"

using namespace secant;

namespace {

struct Problem {
    int code = 0;
};

Result<std::string, Problem> half(int number)
{
    if (number % 2 != 0) {
        return Problem{number};
    }
    return std::to_string(number / 2);
}

} // namespace

class TestResult : public QObject {
    Q_OBJECT

private slots:
    void holdsAValueOrTheReason();
    void givesItsValueAway();
};

void TestResult::holdsAValueOrTheReason()
{
    const auto good = half(42);
    QVERIFY(good.ok() && good);
    QCOMPARE(*good, std::string("21"));
    QCOMPARE(good->size(), std::size_t(2));
    const auto bad = half(7);
    QVERIFY(!bad.ok() && !bad);
    QCOMPARE(bad.error().code, 7);
}

void TestResult::givesItsValueAway()
{
    Result<std::unique_ptr<int>, Problem> owner(std::make_unique<int>(5));
    const std::unique_ptr<int> taken = std::move(owner).value();
    QCOMPARE(*taken, 5);
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
