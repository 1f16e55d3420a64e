#include "core/expression/suggestion.h"

#include <QTest>

#include "toy_vocabulary.h"

using namespace Qt::StringLiterals;
using namespace secant;

class TestSuggestion : public QObject {
    Q_OBJECT

private slots:
    void countsEdits_data();
    void countsEdits();
    void findsTheNearest_data();
    void findsTheNearest();
};

void TestSuggestion::countsEdits_data()
{
    // Counted by hand from the definition.
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<std::size_t>("edits");
    QTest::addRow("same") << "sin"
                          << "sin" << std::size_t{0};
    QTest::addRow("case") << "SiN"
                          << "sin" << std::size_t{0};
    QTest::addRow("nothing") << ""
                             << "sin" << std::size_t{3};
    QTest::addRow("insert") << "sn"
                            << "sin" << std::size_t{1};
    QTest::addRow("delete") << "sinn"
                            << "sin" << std::size_t{1};
    QTest::addRow("replace") << "son"
                             << "sin" << std::size_t{1};
    QTest::addRow("swap") << "isn"
                          << "sin" << std::size_t{1};
    QTest::addRow("swap at the end") << "sni"
                                     << "sin" << std::size_t{1};
    // A swapped pair is not edited again: 3, where free edits would need 2.
    QTest::addRow("restricted swap") << "ca"
                                     << "abc" << std::size_t{3};
    QTest::addRow("far") << "sigmoid"
                         << "sin" << std::size_t{5};
}

void TestSuggestion::countsEdits()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(std::size_t, edits);
    QCOMPARE(editDistance(a.toStdString(), b.toStdString()), edits);
    QCOMPARE(editDistance(b.toStdString(), a.toStdString()), edits);
}

void TestSuggestion::findsTheNearest_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::addRow("letter missing; ln is as near but begins otherwise") << "sn"
                                                                        << "sin";
    QTest::addRow("capital") << "Sin"
                             << "sin";
    QTest::addRow("swapped") << "isn"
                             << "sin";
    QTest::addRow("two edits") << "sigmodi"
                               << "sigmoid";
    QTest::addRow("beginning of a name") << "softp"
                                         << "softplus";
    QTest::addRow("name and more") << "sinus"
                                   << "sin";
    QTest::addRow("underscore left out") << "leakyrelu"
                                         << "leaky_relu";
    QTest::addRow("special form") << "maxx"
                                  << "max";
    QTest::addRow("other school") << "arctg"
                                  << "atan";
    QTest::addRow("other convention") << "arcsin"
                                      << "asin";
    QTest::addRow("letter of papers") << u"σ"_s << "sigmoid";
    QTest::addRow("nothing near") << "quux"
                                  << "";
    QTest::addRow("two letters are not replaced both") << "qq"
                                                       << "";
}

void TestSuggestion::findsTheNearest()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    QCOMPARE(QString::fromStdString(nearestFunction(typed.toStdString(), test::toyVocabulary())), meant);
}

QTEST_GUILESS_MAIN(TestSuggestion)
#include "tst_suggestion.moc"
