#include <memory>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "core/catalogue/catalogue.h"
#include "tests/support/warnings.h"
#include "widgets/panels/activation_delegate.h"
#include "widgets/panels/activation_model.h"
#include "widgets/panels/catalogue_panel.h"

using namespace secant;

class TestCataloguePanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void modelKeepsItsPromises();
    void listsEveryNameOnce();
    void findsWhatIsTyped_data();
    void findsWhatIsTyped();
    void saysWhatToDoWhenNothingIsFound();
    void enterWithoutSearchAddsNothing();
    void walksTheListByKeyboard();
    void headersCannotBeChosen();
    void choosesByMouse();
    void speaksChinese();
    void tellsInATooltip();
    void filtersByProperty();
    void combinesFilterAndSearch();

private:
    [[nodiscard]] QLineEdit& line() const { return *m_panel->findChild<QLineEdit*>(); }
    [[nodiscard]] QListView& list() const { return *m_panel->findChild<QListView*>(); }
    [[nodiscard]] QLabel& emptyText() const
    {
        return *m_panel->findChild<QLabel*>(QStringLiteral("catalogueEmptyText"));
    }
    [[nodiscard]] QModelIndex rowOf(const QString& id) const
    {
        return static_cast<ActivationModel*>(list().model())->indexOf(id);
    }
    [[nodiscard]] QRect visibleRect(const QModelIndex& index) const
    {
        list().scrollTo(index);
        return list().visualRect(index);
    }

    std::unique_ptr<WarningGuard> m_warnings;
    std::unique_ptr<CataloguePanel> m_panel;
};

void TestCataloguePanel::init()
{
    m_warnings = std::make_unique<WarningGuard>();
    m_panel = std::make_unique<CataloguePanel>();
    m_panel->resize(280, 600);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestCataloguePanel::cleanup()
{
    m_panel.reset();
    const QStringList warnings = m_warnings->messages();
    m_warnings.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(QLatin1Char('\n'))));
}

void TestCataloguePanel::modelKeepsItsPromises()
{
    ActivationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const char* query : {"relu", "", "nothing like this", "s"}) {
        model.setQuery(QString::fromLatin1(query));
        model.setLanguage(model.language() == Language::English ? Language::Chinese : Language::English);
    }
    QVERIFY(model.rowCount() > 0);
}

void TestCataloguePanel::listsEveryNameOnce()
{
    // A row for every convention group and every activation without one, counted from the catalogue itself.
    QStringList expected;
    QStringList groups;
    for (const Activation* activation : activations()) {
        const QString group = QString::fromStdString(std::string(activation->conventionGroup));
        if (group.isEmpty() || !groups.contains(group)) {
            expected << QString::fromStdString(std::string(activation->id()));
            groups << group;
        }
    }
    QStringList shown;
    for (int row = 0; row < list().model()->rowCount(); ++row) {
        const QModelIndex index = list().model()->index(row, 0);
        if (!index.data(ActivationModel::HeaderRole).toBool()) {
            shown << index.data(ActivationModel::IdRole).toString();
        }
    }
    QCOMPARE(shown, expected);
    QVERIFY(shown.contains(QStringLiteral("rrelu_eval_torch")));
    QVERIFY(!shown.contains(QStringLiteral("rrelu_eval_paper")));
}

void TestCataloguePanel::findsWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::addRow("English name") << "leaky"
                                  << "leaky_relu";
    QTest::addRow("Chinese name") << QStringLiteral("带泄露") << "leaky_relu";
    QTest::addRow("alias") << "logistic"
                           << "sigmoid";
    QTest::addRow("capitals and blanks") << "  HARD tanh "
                                         << "hard_tanh";
    QTest::addRow("exact name before longer ones") << "relu"
                                                   << "relu";
    QTest::addRow("alias of the convention that is not shown") << "gelu_new"
                                                               << "gelu";
    QTest::addRow("alias of the paper's RReLU") << "rrelu paper"
                                                << "rrelu_eval_torch";
}

void TestCataloguePanel::findsWhatIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, id);
    QSignalSpy chosen(m_panel.get(), &CataloguePanel::activationChosen);
    m_panel->focusSearch();
    QVERIFY(line().hasFocus());
    line().insert(typed);
    QTest::keyClick(&line(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), id);
    QCOMPARE(list().currentIndex(), rowOf(id));
    // What is typed next begins a new search.
    QTest::keyClicks(&line(), "tanh");
    QCOMPARE(line().text(), QStringLiteral("tanh"));
}

void TestCataloguePanel::saysWhatToDoWhenNothingIsFound()
{
    QSignalSpy chosen(m_panel.get(), &CataloguePanel::activationChosen);
    QVERIFY(!emptyText().isVisible());
    QTest::keyClicks(&line(), "x^2+<b>1");
    QVERIFY(emptyText().isVisible());
    QVERIFY(!list().isVisible());
    QCOMPARE(emptyText().text(),
             QStringLiteral("Nothing found for “x^2+<b>1”. You can type it as a function instead."));
    QTest::keyClick(&line(), Qt::Key_Return);
    QTest::keyClick(&line(), Qt::Key_Down);
    QVERIFY(chosen.isEmpty());
    // However long a word is, the panel stays as wide as it was.
    line().setText(QString(500, QLatin1Char('w')));
    QVERIFY(m_panel->minimumSizeHint().width() <= 280);
    QTest::keyClick(&line(), Qt::Key_Escape);
    QVERIFY(list().isVisible());
    QVERIFY(!emptyText().isVisible());
}

void TestCataloguePanel::enterWithoutSearchAddsNothing()
{
    QSignalSpy chosen(m_panel.get(), &CataloguePanel::activationChosen);
    m_panel->focusSearch();
    QTest::keyClick(&line(), Qt::Key_Return);
    QVERIFY(chosen.isEmpty());
}

void TestCataloguePanel::walksTheListByKeyboard()
{
    QSignalSpy chosen(m_panel.get(), &CataloguePanel::activationChosen);
    m_panel->focusSearch();
    QTest::keyClick(&line(), Qt::Key_Down);
    QVERIFY(list().hasFocus());
    QCOMPARE(list().currentIndex(), rowOf(QStringLiteral("identity")));
    QTest::keyClick(&list(), Qt::Key_Down);
    QTest::keyClick(&list(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("binary_step"));
    QTest::keyClick(&list(), Qt::Key_End);
    QCOMPARE(list().currentIndex().row(), list().model()->rowCount() - 1);
    QTest::keyClick(&list(), Qt::Key_Home);
    QCOMPARE(list().currentIndex(), rowOf(QStringLiteral("identity")));
    QTest::keyClick(&list(), Qt::Key_Up);
    QVERIFY(line().hasFocus());
}

void TestCataloguePanel::headersCannotBeChosen()
{
    QSignalSpy chosen(m_panel.get(), &CataloguePanel::activationChosen);
    const QModelIndex header = list().model()->index(0, 0);
    QVERIFY(header.data(ActivationModel::HeaderRole).toBool());
    QCOMPARE(header.data().toString(), QStringLiteral("Rectifiers"));
    const QPoint inside = visibleRect(header).center();
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, inside);
    QTest::mouseDClick(list().viewport(), Qt::LeftButton, {}, inside);
    QVERIFY(!list().selectionModel()->hasSelection());
    // Down from the last rectifier jumps over the header of the next family.
    const QModelIndex first = rowOf(QStringLiteral("elu"));
    QVERIFY(first.row() > 1);
    QVERIFY(list().model()->index(first.row() - 1, 0).data(ActivationModel::HeaderRole).toBool());
    list().setCurrentIndex(list().model()->index(first.row() - 2, 0));
    QTest::keyClick(&list(), Qt::Key_Down);
    QCOMPARE(list().currentIndex(), first);
    QVERIFY(chosen.isEmpty());
}

void TestCataloguePanel::choosesByMouse()
{
    QSignalSpy chosen(m_panel.get(), &CataloguePanel::activationChosen);
    const QModelIndex elu = rowOf(QStringLiteral("elu"));
    const QRect row = visibleRect(elu);
    const QPoint name(row.left() + 40, row.center().y());
    const QPoint plus = ActivationDelegate::plusRect(row).center();
    QVERIFY(row.contains(plus));

    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(list().currentIndex(), elu);
    QVERIFY(chosen.isEmpty()); // A single click only selects.

    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, plus);
    QCOMPARE(chosen.size(), 1);
    QTest::mouseClick(list().viewport(), Qt::RightButton, {}, plus);
    QCOMPARE(chosen.size(), 1);

    QTest::mouseDClick(list().viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(chosen.size(), 2);
    for (const QList<QVariant>& call : chosen) {
        QCOMPARE(call.at(0).toString(), QStringLiteral("elu"));
    }
}

void TestCataloguePanel::speaksChinese()
{
    m_panel->setLanguage(Language::Chinese);
    QCOMPARE(list().model()->index(0, 0).data().toString(), QStringLiteral("修正线性族"));
    QCOMPARE(rowOf(QStringLiteral("relu")).data().toString(), QStringLiteral("修正线性单元"));
    m_panel->setLanguage(Language::English);
    QCOMPARE(rowOf(QStringLiteral("relu")).data().toString(), QStringLiteral("ReLU"));
}

void TestCataloguePanel::tellsInATooltip()
{
    const QString tip = rowOf(QStringLiteral("rrelu_eval_torch")).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("regularises")), qPrintable(tip));
    QVERIFY2(tip.contains(QStringLiteral("PyTorch, Paddle")), qPrintable(tip));
    QVERIFY2(tip.contains(QStringLiteral("Xu, Wang, Chen &amp; Li 2015")), qPrintable(tip));
    // "<" of the formula must not be read as a tag.
    QVERIFY2(tip.contains(QStringLiteral("if x &lt; 0")), qPrintable(tip));
    QVERIFY(!list().accessibleName().isEmpty());
    QVERIFY(!line().accessibleName().isEmpty());
}

void TestCataloguePanel::filtersByProperty()
{
    auto& smooth = *m_panel->findChild<QCheckBox*>(QStringLiteral("property1"));
    auto& inKeras = *m_panel->findChild<QCheckBox*>(QStringLiteral("property11"));
    auto& count = *m_panel->findChild<QLabel*>(QStringLiteral("filterCount"));
    QVERIFY(rowOf(QStringLiteral("relu")).isValid());
    QVERIFY(!count.isVisible());
    smooth.click();
    QVERIFY(!rowOf(QStringLiteral("relu")).isValid());
    QVERIFY(rowOf(QStringLiteral("golu")).isValid());
    QVERIFY(count.isVisible());
    inKeras.click();
    QVERIFY(!rowOf(QStringLiteral("golu")).isValid());
    QVERIFY(rowOf(QStringLiteral("silu")).isValid());
    m_panel->findChild<QPushButton*>(QStringLiteral("filterClear"))->click();
    QVERIFY(rowOf(QStringLiteral("relu")).isValid());
    QVERIFY(!count.isVisible());
    QVERIFY(!smooth.isChecked());
}

void TestCataloguePanel::combinesFilterAndSearch()
{
    m_panel->findChild<QCheckBox*>(QStringLiteral("property1"))->click();
    QTest::keyClicks(&line(), QStringLiteral("relu"));
    QVERIFY(!rowOf(QStringLiteral("leaky_relu")).isValid());
    line().clear();
    QTest::keyClicks(&line(), QStringLiteral("leaky"));
    QVERIFY(emptyText().isVisible());
    QVERIFY(emptyText().text().contains(QStringLiteral("C^∞")));
}

QTEST_MAIN(TestCataloguePanel)
#include "tst_catalogue_panel.moc"
