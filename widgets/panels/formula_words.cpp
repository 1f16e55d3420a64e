#include "widgets/panels/formula_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <QCoreApplication>

#include "core/catalogue/catalogue.h"
#include "widgets/panels/activation_model.h"

namespace secant {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 47> kMeanings{{
    {"acos", QT_TRANSLATE_NOOP("FormulaWords", "arc cosine")},
    {"acosh", QT_TRANSLATE_NOOP("FormulaWords", "inverse hyperbolic cosine")},
    {"acot", QT_TRANSLATE_NOOP("FormulaWords", "arc cotangent, between 0 and π")},
    {"acoth", QT_TRANSLATE_NOOP("FormulaWords", "inverse hyperbolic cotangent")},
    {"acsc", QT_TRANSLATE_NOOP("FormulaWords", "arc cosecant")},
    {"acsch", QT_TRANSLATE_NOOP("FormulaWords", "inverse hyperbolic cosecant")},
    {"asec", QT_TRANSLATE_NOOP("FormulaWords", "arc secant")},
    {"asech", QT_TRANSLATE_NOOP("FormulaWords", "inverse hyperbolic secant")},
    {"asin", QT_TRANSLATE_NOOP("FormulaWords", "arc sine")},
    {"asinh", QT_TRANSLATE_NOOP("FormulaWords", "inverse hyperbolic sine")},
    {"atan", QT_TRANSLATE_NOOP("FormulaWords", "arc tangent")},
    {"atanh", QT_TRANSLATE_NOOP("FormulaWords", "inverse hyperbolic tangent")},
    {"cbrt", QT_TRANSLATE_NOOP("FormulaWords", "real cube root")},
    {"ceil", QT_TRANSLATE_NOOP("FormulaWords", "round up to an integer")},
    {"cos", QT_TRANSLATE_NOOP("FormulaWords", "cosine")},
    {"cosh", QT_TRANSLATE_NOOP("FormulaWords", "hyperbolic cosine")},
    {"cot", QT_TRANSLATE_NOOP("FormulaWords", "cotangent, cos(x)/sin(x)")},
    {"coth", QT_TRANSLATE_NOOP("FormulaWords", "hyperbolic cotangent")},
    {"csc", QT_TRANSLATE_NOOP("FormulaWords", "cosecant, 1/sin(x)")},
    {"csch", QT_TRANSLATE_NOOP("FormulaWords", "hyperbolic cosecant")},
    {"erfc", QT_TRANSLATE_NOOP("FormulaWords", "1 − erf(x), accurate far out")},
    {"exp", QT_TRANSLATE_NOOP("FormulaWords", "e to the power of x")},
    {"exp2", QT_TRANSLATE_NOOP("FormulaWords", "2 to the power of x")},
    {"expm1", QT_TRANSLATE_NOOP("FormulaWords", "exp(x) − 1, accurate near 0")},
    {"floor", QT_TRANSLATE_NOOP("FormulaWords", "round down to an integer")},
    {"gamma", QT_TRANSLATE_NOOP("FormulaWords", "gamma function, (x − 1)! for integers")},
    {"hypot", QT_TRANSLATE_NOOP("FormulaWords", "√(a² + b²)")},
    {"if", QT_TRANSLATE_NOOP("FormulaWords", "if(a < b, then, else); also 0 < x < 1, and, or")},
    {"lg", QT_TRANSLATE_NOOP("FormulaWords", "decimal logarithm")},
    {"ln", QT_TRANSLATE_NOOP("FormulaWords", "natural logarithm")},
    {"log", QT_TRANSLATE_NOOP("FormulaWords", "natural logarithm")},
    {"log10", QT_TRANSLATE_NOOP("FormulaWords", "decimal logarithm")},
    {"log1p", QT_TRANSLATE_NOOP("FormulaWords", "ln(1 + x), accurate near 0")},
    {"log2", QT_TRANSLATE_NOOP("FormulaWords", "binary logarithm")},
    {"max", QT_TRANSLATE_NOOP("FormulaWords", "largest of its arguments")},
    {"min", QT_TRANSLATE_NOOP("FormulaWords", "smallest of its arguments")},
    {"mod", QT_TRANSLATE_NOOP("FormulaWords", "remainder, with the sign of the divisor")},
    {"piecewise", QT_TRANSLATE_NOOP("FormulaWords", "piecewise(a < b, then, …, else)")},
    {"pow", QT_TRANSLATE_NOOP("FormulaWords", "a to the power of b")},
    {"round", QT_TRANSLATE_NOOP("FormulaWords", "nearest integer")},
    {"sec", QT_TRANSLATE_NOOP("FormulaWords", "secant, 1/cos(x)")},
    {"sech", QT_TRANSLATE_NOOP("FormulaWords", "hyperbolic secant")},
    {"sin", QT_TRANSLATE_NOOP("FormulaWords", "sine")},
    {"sinh", QT_TRANSLATE_NOOP("FormulaWords", "hyperbolic sine")},
    {"sqrt", QT_TRANSLATE_NOOP("FormulaWords", "square root")},
    {"step", QT_TRANSLATE_NOOP("FormulaWords", "1 for x ≥ 0, else 0")},
    {"tan", QT_TRANSLATE_NOOP("FormulaWords", "tangent")},
}};

} // namespace

std::vector<FormulaWord> formulaWords(Language language)
{
    std::vector<FormulaWord> words;
    for (const auto& [name, meaning] : kMeanings) {
        words.push_back({QString::fromLatin1(name), QCoreApplication::translate("FormulaWords", meaning)});
    }
    for (const Activation* const activation : activations()) {
        const std::string_view id = activation->id();
        words.push_back(
            {QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())), spoken(activation->name, language)});
    }
    std::ranges::sort(words, {}, &FormulaWord::name);
    return words;
}

} // namespace secant
