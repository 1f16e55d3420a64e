#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QVBoxLayout>

#include "app/side_panel.h"

using namespace secant;

namespace {

/// A column that holds one thing of this height.
struct Cards {
    explicit Cards(int height)
    {
        auto* column = new QVBoxLayout(widget);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(card);
        card->setFixedHeight(height);
    }
    QWidget* widget = new QWidget; ///< The panel takes it over.
    QWidget* card = new QWidget;
};

} // namespace

class TestSidePanel : public QObject {
    Q_OBJECT

private slots:
    void cardsTakeWhatTheyNeedUpToHalf_data();
    void cardsTakeWhatTheyNeedUpToHalf();
    void cardsThatGrowAreFollowed();
    void showsTheTabsOfSeveralPages();
};

void TestSidePanel::cardsTakeWhatTheyNeedUpToHalf_data()
{
    QTest::addColumn<int>("cards");
    QTest::addColumn<int>("expected");
    QTest::addRow("a few cards stand in full") << 210 << 210;
    QTest::addRow("many cards scroll in the upper half") << 2000 << 400;
}

void TestSidePanel::cardsTakeWhatTheyNeedUpToHalf()
{
    QFETCH(int, cards);
    QFETCH(int, expected);
    SidePanel panel(Cards(cards).widget);
    panel.addPage(new QWidget, QStringLiteral("View"), {});
    panel.resize(320, 800);
    panel.show();
    QTRY_COMPARE(panel.findChild<QScrollArea*>()->height(), expected);
}

void TestSidePanel::cardsThatGrowAreFollowed()
{
    const Cards cards(200);
    SidePanel panel(cards.widget);
    panel.addPage(new QWidget, QStringLiteral("View"), {});
    panel.resize(320, 800);
    panel.show();
    QTRY_COMPARE(panel.findChild<QScrollArea*>()->height(), 200);
    cards.card->setFixedHeight(300);
    QTRY_COMPARE(panel.findChild<QScrollArea*>()->height(), 300);
}

void TestSidePanel::showsTheTabsOfSeveralPages()
{
    SidePanel panel(new QWidget);
    auto* first = new QWidget;
    auto* second = new QWidget;
    panel.addPage(first, QStringLiteral("View"), {});
    panel.resize(320, 800);
    panel.show();
    auto* tabs = panel.findChild<QTabWidget*>();
    QVERIFY(!tabs->tabBar()->isVisible());
    panel.addPage(second, QStringLiteral("Facts"), QStringLiteral("What is true"));
    QTRY_VERIFY(tabs->tabBar()->isVisible());
    QCOMPARE(tabs->tabToolTip(1), QStringLiteral("What is true"));
    QVERIFY(first->isVisible());
    panel.showPage(second);
    QVERIFY(second->isVisible());
    QVERIFY(!first->isVisible());
}

QTEST_MAIN(TestSidePanel)
#include "tst_side_panel.moc"
