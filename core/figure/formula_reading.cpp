#include "core/figure/formula_reading.h"

#include <algorithm>
#include <list>
#include <mutex>

#include "core/catalogue/catalogue.h"

namespace secant {
namespace {

/// More than a picture has curves, few enough to look through.
constexpr std::size_t kMostKept = 64;
/// Longer texts are rare and would keep megabytes.
constexpr std::size_t kLongestKept = 4096;

struct Kept {
    std::string text;
    FormulaReading reading;
};

} // namespace

FormulaReading readFormula(std::string_view text)
{
    static std::mutex mutex;
    static std::list<Kept> kept; // The latest used first.
    {
        const std::scoped_lock lock(mutex);
        const auto found = std::ranges::find(kept, text, &Kept::text);
        if (found != kept.end()) {
            kept.splice(kept.begin(), kept, found);
            return found->reading;
        }
    }
    auto reading = std::make_shared<const Result<SyntaxTree, ParseError>>(parse(text, vocabulary()));
    if (text.size() <= kLongestKept) {
        const std::scoped_lock lock(mutex);
        kept.push_front({std::string(text), reading});
        if (kept.size() > kMostKept) {
            kept.pop_back();
        }
    }
    return reading;
}

std::string formulaOf(const CurveSpec& curve)
{
    const Activation* activation = curve.activation.empty() ? nullptr : findActivation(curve.activation);
    return activation ? callText(*activation) : curve.formula;
}

FormulaReading readingOf(const CurveSpec& curve)
{
    return readFormula(formulaOf(curve));
}

} // namespace secant
