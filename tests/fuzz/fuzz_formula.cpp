#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/expression/code.h"
#include "core/expression/derivative.h"
#include "core/expression/latex.h"
#include "core/expression/parse.h"
#include "core/expression/print.h"
#include "core/expression/symbols.h"
#include "core/function/function.h"

using namespace secant;

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void checkError(const ParseError& error, std::string_view text)
{
    require(error.where.begin <= error.where.end);
    require(error.where.end <= readSymbols(text).size());
    constexpr std::size_t kMostQuoted = 40 + 1; // and the ellipsis
    require(readSymbols(error.quoted).size() <= kMostQuoted);
}

/// What was understood is printed as something that is understood alike.
void checkPrinted(const SyntaxTree& tree)
{
    const std::string printed = print(tree);
    const auto again = parse(printed, vocabulary());
    if (printed.size() > kMaxFormulaBytes)
        return;
    // Brackets that were not typed may take a text that nests as deeply as is allowed beyond that.
    require(again.ok() || again.error().kind == ParseErrorKind::TooDeep);
    require(!again.ok() || print(again.value()) == printed);
}

void evaluate(const SyntaxTree& tree)
{
    const Function function(tree, std::vector<double>(tree.parameters.size(), 0.75));
    for (const double x : {-2.0, 0.0, 0.5, 1e300}) {
        const double value = function.value(x);
        const Jet jet = function.jet(x);
        // Both may differ in the last places, not in whether there is a value.
        require((value != value) == (jet.value != jet.value));
        (void)function.enclose({x, x + 1.0});
        (void)function.suspects({x - 1.0, x}, Order::Curvature);
    }
}

} // namespace

/// Any bytes are refused with a place inside them, or understood, printed, read back, converted, differentiated and
/// evaluated.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string text;
    for (std::size_t i = 0; i < size; ++i)
        text += static_cast<char>(data[i]);
    const auto tree = parse(text, vocabulary());
    if (!tree.ok()) {
        checkError(tree.error(), text);
        return 0;
    }
    checkPrinted(tree.value());
    evaluate(tree.value());
    require(!toLatex(tree.value()).empty() && !toCpp(tree.value()).empty() && !toNumPy(tree.value()).empty() &&
            !toPyTorch(tree.value(), "Formula").empty());
    if (const auto slope = derivative(tree.value(), vocabulary()))
        evaluate(*slope);
    return 0;
}
