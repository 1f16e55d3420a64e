#include "app/formula_command.h"

#include <cerrno>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <optional>

#include <nlohmann/json.hpp>

#include "app/command_message.h"
#include "app/formula_message.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/function/function.h"

namespace secant {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxLine = std::size_t{16} << 20U; // Longer ones are no formulas, whatever they hold.

/// The value of the four digits of a \u escape at `at`, 0 if they are none.
unsigned escaped(std::string_view line, std::size_t at)
{
    if (at + 6 > line.size() || line[at] != '\\' || line[at + 1] != 'u')
        return 0;
    unsigned value = 0;
    for (const char c : line.substr(at + 2, 4)) {
        const bool isDigit = c >= '0' && c <= '9';
        const bool isLetter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!isDigit && !isLetter)
            return 0;
        value = value * 16U + static_cast<unsigned>(isDigit ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return value;
}

/// Half a surrogate pair is no character and no JSON reader takes it; it becomes the character for such cases, in
/// the same place, so that the formula that holds it is refused there.
std::string withoutLoneSurrogates(std::string_view line)
{
    const auto isHigh = [](unsigned c) { return c >= 0xD800 && c <= 0xDBFF; };
    const auto isLow = [](unsigned c) { return c >= 0xDC00 && c <= 0xDFFF; };
    std::string text(line);
    for (std::size_t at = text.find('\\'); at < text.size(); at = text.find('\\', at)) {
        const unsigned first = escaped(text, at);
        if (isHigh(first) && isLow(escaped(text, at + 6))) {
            at += 12;
        } else if (isHigh(first) || isLow(first)) {
            text.replace(at + 2, 4, "FFFD");
            at += 6;
        } else {
            at += 2;
        }
    }
    return text;
}

std::string written(const Json& answer)
{
    return answer.dump(-1, ' ', true, Json::error_handler_t::replace);
}

std::string refusal(const Json& id, std::size_t column, std::string_view message)
{
    return written({{"id", id}, {"status", "error"}, {"column", column}, {"message", message}});
}

Json jsonNumber(double y)
{
    if (std::isnan(y))
        return "nan";
    if (std::isinf(y))
        return y > 0.0 ? "inf" : "-inf";
    return y;
}

/// The parameter that stands first in the text.
const Node* firstFreeName(const SyntaxTree& tree)
{
    const Node* first = nullptr;
    for (const Node& node : tree.nodes) {
        if (node.kind == NodeKind::Parameter && (!first || node.source.begin < first->source.begin))
            first = &node;
    }
    return first;
}

std::string evaluated(const Json& id, const std::string& input, double x)
{
    const auto tree = parse(input, vocabulary());
    if (!tree)
        return refusal(id, tree.error().where.begin + 1, formulaMessage(tree.error()));
    if (const Node* const name = firstFreeName(*tree))
        return refusal(id, name->source.begin + 1, freeNameMessage(tree->parameters[name->index]));
    return written({{"id", id}, {"status", "ok"}, {"y", jsonNumber(Function(*tree, {}).value(x))}});
}

/// Takes one line, the end of the text counting as one. Of a line that is too long only the beginning.
std::optional<std::string> readLine(std::FILE* input)
{
    std::string line;
    int c = std::fgetc(input);
    if (c == EOF)
        return std::nullopt;
    for (; c != EOF && c != '\n'; c = std::fgetc(input)) {
        if (line.size() <= kMaxLine)
            line += static_cast<char>(c);
    }
    return line;
}

} // namespace

std::string answerFormula(std::string_view line, bool& understood)
{
    understood = false;
    if (line.size() > kMaxLine)
        return refusal(nullptr, 1, "the line is too long");
    const Json request = Json::parse(withoutLoneSurrogates(line), nullptr, false);
    if (!request.is_object())
        return refusal(nullptr, 1, "the line is no JSON object");
    const Json id = request.contains("id") ? request["id"] : Json();
    if (!request.contains("input") || !request["input"].is_string())
        return refusal(id, 1, "“input” must be a text");
    if (!request.contains("x") || !request["x"].is_number())
        return refusal(id, 1, "“x” must be a number");
    understood = true;
    return evaluated(id, request["input"].get_ref<const std::string&>(), request["x"].get<double>());
}

int answerFormulas(std::FILE* input, std::FILE* output)
{
    std::size_t number = 0;
    std::size_t firstBad = 0;
    while (const std::optional<std::string> line = readLine(input)) {
        ++number;
        if (line->find_first_not_of(" \t\r") == std::string::npos)
            continue;
        bool understood = true;
        const std::string answer = answerFormula(*line, understood) + "\n";
        firstBad = understood || firstBad > 0 ? firstBad : number;
        if (std::fwrite(answer.data(), 1, answer.size(), output) != answer.size() || std::fflush(output) != 0)
            return complain(kFailed, std::string("the answers could not be written: ") + std::strerror(errno));
    }
    if (std::ferror(input) != 0)
        return complain(kFailed, std::string("standard input could not be read: ") + std::strerror(errno));
    if (firstBad > 0)
        return complain(kFailed, "line " + std::to_string(firstBad) + " is no object with id, input and x");
    return kDone;
}

} // namespace secant
