#include "core/expression/parse.h"

#include <cstddef>
#include <vector>

#include "core/expression/lexer.h"
#include "core/expression/names.h"
#include "core/expression/parser.h"
#include "core/expression/symbols.h"

namespace secant {

namespace {

ParseError tooLong(std::string_view text)
{
    ParseError error;
    error.kind = ParseErrorKind::TooLong;
    const std::size_t length = readSymbols(text.substr(0, kMaxFormulaBytes)).size();
    error.where = {length, length};
    error.expected = kMaxFormulaBytes;
    error.given = text.size();
    return error;
}

} // namespace

Result<SyntaxTree, ParseError> parse(std::string_view text, const Vocabulary& vocabulary)
{
    if (text.size() > kMaxFormulaBytes)
        return tooLong(text);
    const std::vector<Symbol> symbols = readSymbols(text);
    const TokenList tokens = resolveNames(readTokens(symbols), symbols, vocabulary);
    return Parser(tokens, symbols, vocabulary).run();
}

} // namespace secant
