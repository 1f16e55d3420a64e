#include "core/figure/curve_facts.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <mutex>
#include <string>

#include "core/figure/compose.h"
#include "core/figure/formula_reading.h"
#include "core/figure/likeness.h"

namespace secant {
namespace {

constexpr std::chrono::milliseconds kPatience(60);

/// The facts found last: the card, the figure and every export ask for the same ones.
class Memory {
public:
    static Memory& shared()
    {
        static Memory memory;
        return memory;
    }

    std::optional<CurveFacts> find(const CurveSpec& curve)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_facts.begin(), m_facts.end(),
                                        [&curve](const CurveFacts& each) { return sameFunction(each.curve, curve); });
        return found == m_facts.end() ? std::nullopt : std::optional(*found);
    }

    void keep(const CurveFacts& facts)
    {
        constexpr std::size_t kMost = 16;
        const std::lock_guard lock(m_mutex);
        m_facts.push_front(facts);
        m_facts.resize(std::min(m_facts.size(), kMost));
    }

private:
    std::mutex m_mutex;
    std::deque<CurveFacts> m_facts; ///< The newest first.
};

/// The curve, or the activation that it is proved to be, scaled and shifted: its contract tells more than a prover
/// finds.
CurveSpec bestKnown(const CurveSpec& curve, const std::stop_token& stop)
{
    const std::optional<Likeness> likeness = likenessOf(curve, stop);
    if (!likeness || likeness->assurance != Assurance::Proved) {
        return curve;
    }
    CurveSpec known;
    known.formula = likeness->formula();
    return known;
}

} // namespace

std::optional<CurveFacts> factsOfCurve(const CurveSpec& curve, const std::stop_token& stop)
{
    if (auto remembered = Memory::shared().find(curve)) {
        return remembered;
    }
    const CurveSpec known = bestKnown(curve, stop);
    const std::string formula = formulaOf(known);
    const FormulaReading reading = readFormula(formula);
    const Result<SyntaxTree, ParseError>& tree = *reading;
    if (!tree) {
        return std::nullopt;
    }
    CurveFacts found{curve, factsOf(*tree, formula, parameterValues(known, *tree), {kPatience, stop})};
    if (!stop.stop_requested()) {
        Memory::shared().keep(found);
    }
    return found;
}

} // namespace secant
