#include <QSignalSpy>
#include <QTest>

#include "app/facts_finder.h"

using namespace secant;

class TestFactsFinder : public QObject {
    Q_OBJECT

private slots:
    void init();
    void findsNothingUntilSomebodyLooks();
    void knowsTheActiveCurve();
    void followsAParameterWithoutFading();
    void anotherCurveIsPendingAtOnce();
    void knowsThatAFormulaIsNone();
    void forgetsACurveThatIsGone();
    void marksWhatTakesLong();

private:
    [[nodiscard]] FactsState known() const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<FactsFinder> m_finder;
};

void TestFactsFinder::init()
{
    m_finder.reset();
    m_session = std::make_unique<Session>(Scene{});
    m_session->addActivation(QStringLiteral("leaky_relu"));
    m_finder = std::make_unique<FactsFinder>(*m_session);
}

/// The state when all is found out, or the present one after ten seconds.
FactsState TestFactsFinder::known() const
{
    const auto isKnown = [this] {
        const FactsState state = m_finder->state();
        const CurveSpec* curve = m_session->scene().find(m_session->scene().activeCurve);
        return curve && state.facts && sameFunction(state.facts->curve, *curve) && !state.isPending;
    };
    static_cast<void>(QTest::qWaitFor(isKnown, 10000));
    return m_finder->state();
}

void TestFactsFinder::findsNothingUntilSomebodyLooks()
{
    QSignalSpy changes(m_finder.get(), &FactsFinder::changed);
    m_session->setParameter(1, QStringLiteral("negative_slope"), 0.5, EditPhase::Single);
    QTest::qWait(50);
    QCOMPARE(changes.count(), 0);
    QVERIFY(!m_finder->state().facts);
    m_finder->setWatched(true);
    QVERIFY(known().facts);
    QVERIFY(changes.count() > 0);
    m_finder->setWatched(false);
    changes.clear();
    m_session->setParameter(1, QStringLiteral("negative_slope"), 0.25, EditPhase::Single);
    QTest::qWait(50);
    QCOMPARE(changes.count(), 0);
}

void TestFactsFinder::knowsTheActiveCurve()
{
    m_finder->setWatched(true);
    const FactsState state = known();
    QVERIFY(state.facts);
    // Leaky ReLU has its kink at 0, by its definition (Maas et al. 2013).
    QCOMPARE(state.facts->facts.kinks.value.list.size(), std::size_t{1});
    QCOMPARE(state.facts->facts.kinks.value.list.front().at, 0.0);
}

void TestFactsFinder::followsAParameterWithoutFading()
{
    m_finder->setWatched(true);
    QVERIFY(known().facts);
    const CurveParameter parameter = parametersOf(m_session->scene().curves.front()).front();
    const QString name = QString::fromStdString(parameter.name);
    m_session->setParameter(m_session->scene().activeCurve, name, 0.5, EditPhase::Single);
    const FactsState meanwhile = m_finder->state();
    QVERIFY(meanwhile.facts);
    QVERIFY(!meanwhile.isPending);
    QCOMPARE(known().facts->curve.parameters.at(parameter.name), 0.5);
}

void TestFactsFinder::anotherCurveIsPendingAtOnce()
{
    m_finder->setWatched(true);
    QVERIFY(known().facts);
    m_session->addActivation(QStringLiteral("gelu"));
    QVERIFY(m_finder->state().isPending);
    QCOMPARE(known().facts->curve.activation, std::string("gelu"));
}

void TestFactsFinder::knowsThatAFormulaIsNone()
{
    Scene scene;
    addFormula(scene, "(x + 1");
    m_session->open(scene);
    m_finder->setWatched(true);
    QTRY_VERIFY(!m_finder->state().isPending);
    QVERIFY(!m_finder->state().facts);
    QVERIFY(!m_finder->state().name.isEmpty());
}

void TestFactsFinder::forgetsACurveThatIsGone()
{
    m_finder->setWatched(true);
    QVERIFY(known().facts);
    QSignalSpy changes(m_finder.get(), &FactsFinder::changed);
    m_session->removeAll();
    QTRY_VERIFY(changes.count() > 0);
    QVERIFY(!m_finder->state().facts);
    QVERIFY(m_finder->state().name.isEmpty());
}

/// Every turn of the event loop brings another curve, so that the facts of the present one are never there.
void TestFactsFinder::marksWhatTakesLong()
{
    m_session->removeAll();
    const int curve = m_session->addFormula();
    m_session->setFormula(curve, QStringLiteral("sin(a*x) + cos(3*a*x)*exp(-x^2) + tanh(a*x)^3"));
    m_finder->setWatched(true);
    QVERIFY(known().facts);
    bool isMarked = false;
    double a = 1.0;
    QTimer drag;
    drag.callOnTimeout([&] {
        m_session->setParameter(curve, QStringLiteral("a"), a += 1e-3, EditPhase::Move);
        isMarked = isMarked || m_finder->state().isPending;
    });
    drag.start(0);
    QTRY_VERIFY_WITH_TIMEOUT(isMarked, 20000);
    drag.stop();
    QVERIFY(known().facts);
    QVERIFY(!m_finder->state().isPending);
}

QTEST_MAIN(TestFactsFinder)
#include "tst_facts_finder.moc"
