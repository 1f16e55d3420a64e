#include <QTest>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"

using namespace secant;

namespace {

QStringList ids(const std::vector<const Activation*>& found)
{
    QStringList list;
    for (const Activation* activation : found) {
        list << QString::fromUtf8(activation->id().data(), static_cast<qsizetype>(activation->id().size()));
    }
    return list;
}

/// Whether the text has a character of the CJK block, U+4E00 to U+9FFF.
bool isChinese(std::string_view text)
{
    const QString decoded = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return std::any_of(decoded.begin(), decoded.end(),
                       [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; });
}

bool isIdentifier(std::string_view name)
{
    return !name.empty() && std::isalpha(static_cast<unsigned char>(name.front())) != 0 &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return c == '_' || std::isdigit(static_cast<unsigned char>(c)) != 0 ||
                      (std::isalpha(static_cast<unsigned char>(c)) != 0 && c >= 'a');
           });
}

bool allows(const ParameterSpec& spec, double value)
{
    return (spec.minIncluded ? value >= spec.min : value > spec.min) && value <= spec.max;
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT

private slots:
    void keepsItsOrder();
    void saysEverythingInBothLanguages();
    void parametersAreUsable();
    void defaultsNameAllowedValuesOfKnownParameters();
    void findsEveryIdAndNothingElse();
    void vocabularyHoldsEveryNameOnce();
    void callsNameTheirParameters_data();
    void callsNameTheirParameters();
    void searchFinds_data();
    void searchFinds();
    void searchWithoutWordsFindsAll();
    void searchPutsNamesFirst();
    void conventionsOfOneNameBelongTogether();
    void randomSlopesFollowTheirConvention();
};

void TestCatalogue::keepsItsOrder()
{
    const auto all = activations();
    const QStringList expected{"identity",
                               "binary_step",
                               "sign",
                               "relu",
                               "relu6",
                               "clipped_relu",
                               "leaky_relu",
                               "prelu",
                               "rrelu_eval_torch",
                               "rrelu_eval_paper",
                               "thresholded_relu",
                               "threshold",
                               "abs",
                               "relu_squared",
                               "star_relu",
                               "hard_tanh",
                               "hard_sigmoid",
                               "hard_sigmoid_onnx",
                               "sparse_sigmoid",
                               "sparse_plus",
                               "smelu",
                               "hard_swish",
                               "hard_mish",
                               "hard_shrink",
                               "soft_shrink",
                               "srelu",
                               "plu",
                               "frelu",
                               "nlrelu",
                               "elu",
                               "celu",
                               "selu",
                               "pelu",
                               "mpelu",
                               "isrlu",
                               "slu",
                               "xielu",
                               "soft_exponential",
                               "exponential",
                               "hexpo",
                               "softplus",
                               "squareplus",
                               "log_sigmoid",
                               "bent_identity",
                               "silu",
                               "swish",
                               "e_swish",
                               "flatten_t_swish",
                               "gelu",
                               "gelu_tanh",
                               "quick_gelu",
                               "mish",
                               "serf",
                               "tanhexp",
                               "logish",
                               "smish",
                               "phish",
                               "lisht",
                               "elish",
                               "hard_elish",
                               "aria2",
                               "sinlu",
                               "acon_c",
                               "golu",
                               "colu",
                               "xatlu",
                               "soft_root_sign",
                               "dsilu",
                               "sigmoid",
                               "bipolar_sigmoid",
                               "tanh",
                               "lecun_tanh",
                               "softsign",
                               "elliott",
                               "arctan",
                               "erf",
                               "gudermannian",
                               "isru",
                               "sqnl",
                               "soft_clipping",
                               "loglog_complementary",
                               "tanh_shrink",
                               "dyt",
                               "sinusoid",
                               "cosine",
                               "snake",
                               "gcu",
                               "sinc",
                               "gaussian",
                               "mexican_hat",
                               "square",
                               "cube"};
    QCOMPARE(ids({all.begin(), all.end()}), expected);
    QVERIFY(std::is_sorted(all.begin(), all.end(),
                           [](const Activation* a, const Activation* b) { return a->family < b->family; }));
}

void TestCatalogue::saysEverythingInBothLanguages()
{
    for (const Activation* activation : activations()) {
        const char* id = activation->id().data();
        QVERIFY2(!activation->name.english.empty() && !activation->name.chinese.empty(), id);
        QVERIFY2(!activation->formula.empty(), id);
        const std::string_view latex = activation->latex;
        QVERIFY2(!latex.empty() && std::ranges::count(latex, '{') == std::ranges::count(latex, '}'), id);
        QVERIFY2(activation->purpose.english.ends_with('.'), id);
        QVERIFY2(activation->purpose.chinese.ends_with("。") && isChinese(activation->purpose.chinese), id);
        QVERIFY2(isChinese(familyName(activation->family).chinese), id);
        QVERIFY2(!familyName(activation->family).english.empty(), id);
        const bool hasChinese = isChinese(activation->name.chinese) ||
                                std::any_of(activation->aliases.begin(), activation->aliases.end(), isChinese);
        QVERIFY2(hasChinese, id);
    }
}

void TestCatalogue::parametersAreUsable()
{
    const std::set<std::string_view> reserved{"x", "e", "pi", "min", "max"};
    for (const Activation* activation : activations()) {
        std::set<std::string_view> names;
        QVERIFY(activation->primitive->parameters.size() <= kMaxPrimitiveParameters);
        QCOMPARE(activation->primitive->parameters.empty(), activation->primitive->parameterSlope == nullptr);
        for (const ParameterSpec& spec : activation->primitive->parameters) {
            QVERIFY2(isIdentifier(spec.name), spec.name.data());
            QVERIFY2(names.insert(spec.name).second, spec.name.data());
            QVERIFY2(vocabulary().find(spec.name) == nullptr && !reserved.contains(spec.name), spec.name.data());
            QVERIFY(!spec.symbol.empty());
            QVERIFY(spec.sliderMin < spec.sliderMax);
            for (const double value : {spec.standard, spec.sliderMin, spec.sliderMax}) {
                QVERIFY2(allows(spec, value), activation->id().data());
            }
            QVERIFY(spec.sliderMin <= spec.standard && spec.standard <= spec.sliderMax);
        }
    }
}

void TestCatalogue::defaultsNameAllowedValuesOfKnownParameters()
{
    for (const Activation* activation : activations()) {
        const auto parameters = activation->primitive->parameters;
        for (const FrameworkDefault& choice : activation->defaults) {
            const auto spec = std::find_if(parameters.begin(), parameters.end(),
                                           [&choice](const ParameterSpec& p) { return p.name == choice.parameter; });
            QVERIFY2(spec != parameters.end(), activation->id().data());
            QVERIFY(allows(*spec, choice.value) && spec->sliderMin <= choice.value && choice.value <= spec->sliderMax);
            QVERIFY(!choice.frameworks.empty());
        }
        for (const ParameterSpec& spec : parameters) {
            const bool named =
                std::any_of(activation->defaults.begin(), activation->defaults.end(),
                            [&spec](const auto& d) { return d.parameter == spec.name && d.value == spec.standard; });
            QVERIFY2(named, activation->id().data());
        }
    }
}

void TestCatalogue::findsEveryIdAndNothingElse()
{
    for (const Activation* activation : activations()) {
        QCOMPARE(findActivation(activation->id()), activation);
    }
    QCOMPARE(findActivation(""), nullptr);
    QCOMPARE(findActivation("ReLU"), nullptr);
    QCOMPARE(findActivation("sin"), nullptr);
}

void TestCatalogue::vocabularyHoldsEveryNameOnce()
{
    const auto all = vocabulary().all();
    const auto same = [](const Primitive* a, const Primitive* b) { return a->name == b->name; };
    QCOMPARE(std::adjacent_find(all.begin(), all.end(), same), all.end());
    for (const Activation* activation : activations()) {
        QCOMPARE(vocabulary().find(activation->id()), activation->primitive);
    }
    for (const Primitive* primitive : elementaryPrimitives()) {
        const Activation* namesake = findActivation(primitive->name);
        QCOMPARE(vocabulary().find(primitive->name), namesake == nullptr ? primitive : namesake->primitive);
    }
    QCOMPARE(vocabulary().find("softmax"), nullptr);
}

void TestCatalogue::callsNameTheirParameters_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("call");
    QTest::addRow("none") << "relu"
                          << "relu(x)";
    QTest::addRow("one") << "leaky_relu"
                         << "leaky_relu(x, alpha)";
    QTest::addRow("two") << "rrelu_eval_torch"
                         << "rrelu_eval_torch(x, lower, upper)";
    QTest::addRow("not the functions min and max") << "hard_tanh"
                                                   << "hard_tanh(x, min_val, max_val)";
    QTest::addRow("SiLU has its β built in") << "silu"
                                             << "silu(x)";
}

void TestCatalogue::callsNameTheirParameters()
{
    QFETCH(QString, id);
    QFETCH(QString, call);
    QCOMPARE(QString::fromStdString(callText(*findActivation(id.toStdString()))), call);
}

void TestCatalogue::searchFinds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("found");
    const QStringList rrelu{"rrelu_eval_torch", "rrelu_eval_paper"};
    QTest::addRow("alias of another name")
        << "logistic" << QStringList{"sigmoid", "hard_sigmoid", "hard_sigmoid_onnx", "sparse_sigmoid"};
    QTest::addRow("swish is a name before it is an alias")
        << "swish" << QStringList{"swish", "silu", "hard_swish", "e_swish", "flatten_t_swish"};
    QTest::addRow("case") << "GELU" << QStringList{"gelu", "gelu_tanh", "quick_gelu"};
    QTest::addRow("words in any order") << "relu leaky"
                                        << QStringList{"leaky_relu", "rrelu_eval_torch", "rrelu_eval_paper"};
    QTest::addRow("id as typed") << "leaky_relu" << QStringList{"leaky_relu", "rrelu_eval_torch", "rrelu_eval_paper"};
    QTest::addRow("both conventions") << "rrelu" << rrelu + QStringList{"star_relu"};
    QTest::addRow("Chinese name") << "双曲正切" << QStringList{"tanhexp",   "tanh",  "tanh_shrink", "phish",
                                                               "hard_tanh", "lisht", "lecun_tanh",  "dyt"};
    QTest::addRow("Chinese, inside a name")
        << "高斯" << QStringList{"gelu", "gelu_tanh", "quick_gelu", "gaussian", "erf"};
    QTest::addRow("Chinese alias") << "逻辑" << QStringList{"sigmoid"};
    QTest::addRow("Chinese and English") << "随机 relu" << rrelu;
    QTest::addRow("full-width letters") << "ＭＩＳＨ" << QStringList{"mish", "hard_mish", "smish"};
    QTest::addRow("ideographic space") << "hard　tanh" << QStringList{"hard_tanh"};
    QTest::addRow("blanks around") << "  softsign " << QStringList{"softsign", "elliott"};
    QTest::addRow("nothing of that name") << "maxout" << QStringList{};
    QTest::addRow("one word fits, the other does not") << "relu maxout" << QStringList{};
}

void TestCatalogue::searchFinds()
{
    QFETCH(QString, query);
    QFETCH(QStringList, found);
    QCOMPARE(ids(searchActivations(query.toStdString())), found);
}

void TestCatalogue::searchWithoutWordsFindsAll()
{
    const auto all = activations();
    const QStringList expected = ids({all.begin(), all.end()});
    QCOMPARE(ids(searchActivations("")), expected);
    QCOMPARE(ids(searchActivations(" \t ")), expected);
}

/// "relu" is in many names: ReLU itself and ReLU6 start with it.
void TestCatalogue::searchPutsNamesFirst()
{
    const QStringList found = ids(searchActivations("relu"));
    QVERIFY(found.size() >= 7);
    QCOMPARE(found.mid(0, 2), (QStringList{"relu", "relu6"}));
    QVERIFY(found.contains("leaky_relu") && found.contains("prelu"));
}

void TestCatalogue::conventionsOfOneNameBelongTogether()
{
    for (const Activation* a : activations()) {
        if (a->conventionGroup.empty()) {
            QVERIFY2(a->convention.english.empty(), a->id().data());
            continue;
        }
        QVERIFY(isChinese(a->convention.chinese));
        int members = 0;
        for (const Activation* b : activations()) {
            if (a->conventionGroup == b->conventionGroup) {
                ++members;
                QVERIFY(a->name.english == b->name.english && a->name.chinese == b->name.chinese);
                QVERIFY(a == b || a->convention.english != b->convention.english);
            }
        }
        QCOMPARE(members, a->conventionGroup == "hard_sigmoid" || a->conventionGroup == "gelu" ? 3 : 2);
    }
    QVERIFY(findActivation("rrelu_eval_torch")->convention.english == "PyTorch: multiplies by a ~ U(1/8, 1/3)");
    QVERIFY(findActivation("rrelu_eval_paper")->convention.english == "Xu et al. 2015: divides by a ~ U(3, 8)");
}

/// A drawn number multiplies (PyTorch) or divides (Xu et al.), and at test time its mean does: 11/48 against 2/11.
void TestCatalogue::randomSlopesFollowTheirConvention()
{
    const Activation& torch = *findActivation("rrelu_eval_torch");
    const Activation& paper = *findActivation("rrelu_eval_paper");
    QCOMPARE(torch.randomSlope.slope(0.25), 0.25);
    QCOMPARE(paper.randomSlope.slope(4.0), 0.25);
    QVERIFY(findActivation("leaky_relu")->randomSlope.slope == nullptr);
    const std::vector<double> torchRange{1.0 / 8.0, 1.0 / 3.0};
    const std::vector<double> paperRange{3.0, 8.0};
    QVERIFY(std::abs(torch.primitive->evaluate(-48.0, torchRange).value + 11.0) < 1e-14);
    QVERIFY(std::abs(paper.primitive->evaluate(-11.0, paperRange).value + 2.0) < 1e-14);
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
