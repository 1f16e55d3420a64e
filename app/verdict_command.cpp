#include "app/verdict_command.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <sstream>

#include <nlohmann/json.hpp>

#include "app/command_message.h"
#include "app/formula_message.h"
#include "core/analysis/convexity/facts.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"

namespace secant {

namespace {

using Json = nlohmann::json;
using convexity::Chord;
using convexity::End;
using convexity::Facts;
using convexity::Range;
using convexity::Reason;
using convexity::Standing;
using convexity::Trend;
using convexity::Verdict;
using convexity::VerdictKind;

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// One end; `sign` is what infinity must have there.
std::optional<End> parseEnd(std::string_view text, bool isClosed, int sign)
{
    text = trimmed(text);
    const std::string_view infinities = sign < 0 ? "|-inf|-infinity|-∞|" : "|inf|+inf|infinity|+infinity|∞|+∞|";
    const bool isWord = text.find('|') == std::string_view::npos && !text.empty();
    if (isWord && infinities.find("|" + std::string(text) + "|") != std::string_view::npos)
        return End{true, false, 0};
    const auto value = convexity::exactNumber(text);
    return value ? std::optional(End{false, isClosed, *value}) : std::nullopt;
}

std::optional<Range> rangeOf(const std::optional<End>& lo, const std::optional<End>& hi)
{
    if (!lo || !hi || (!lo->isInfinite && !hi->isInfinite && lo->at >= hi->at))
        return std::nullopt;
    return Range{*lo, *hi};
}

std::string_view nameOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Affine:
        return "affine";
    case VerdictKind::StrictlyConvex:
        return "strictly_convex";
    case VerdictKind::Convex:
        return "convex";
    case VerdictKind::StrictlyConcave:
        return "strictly_concave";
    case VerdictKind::Concave:
        return "concave";
    case VerdictKind::Neither:
        return "neither";
    case VerdictKind::Undecided:
        break;
    }
    return "undecided";
}

std::string_view wordsOf(Reason reason)
{
    switch (reason) {
    case Reason::TooLarge:
        return "the formula is too large or uses a function without exact rules";
    case Reason::OutOfTime:
        return "the time is over";
    case Reason::NoProof:
        return "neither a proof nor a pair of chords was found";
    case Reason::None:
        break;
    }
    return "";
}

Json jsonChord(const Chord& chord)
{
    return {{"x1", chord.x1.get_str()}, {"x2", chord.x2.get_str()}, {"lambda", chord.lambda.get_str()}};
}

Json jsonVerdict(const Verdict& verdict)
{
    Json answer{{"verdict", nameOf(verdict.kind)}, {"seconds", verdict.seconds}, {"witness", nullptr}};
    answer["grade"] = verdict.standing == Standing::Proved    ? "proved"
                      : verdict.standing == Standing::Refuted ? "refuted"
                                                              : "undecided";
    if (verdict.kind == VerdictKind::Neither)
        answer["witness"] = {{"convexity", jsonChord(*verdict.broken.convexity)},
                             {"concavity", jsonChord(*verdict.broken.concavity)}};
    if (verdict.reason != Reason::None)
        answer["reason"] = wordsOf(verdict.reason);
    return answer;
}

std::string_view nameOf(Trend trend)
{
    switch (trend) {
    case Trend::Constant:
        return "constant";
    case Trend::Increasing:
        return "increasing";
    case Trend::Decreasing:
        return "decreasing";
    case Trend::None:
        return "none";
    case Trend::Unknown:
        break;
    }
    return "";
}

/// Adds what is proved of f besides the verdict.
void addFacts(Json& answer, const Facts& facts)
{
    if (facts.monotonicity.trend != Trend::Unknown) {
        answer["monotonicity"] = nameOf(facts.monotonicity.trend);
        answer["strictly_monotone"] = facts.monotonicity.isStrict;
    }
    if (facts.hasAllInflections) {
        answer["inflections"] = Json::array();
        for (const Interval& x : facts.inflections)
            answer["inflections"].push_back(std::midpoint(x.lo, x.hi));
    }
}

std::string written(const Json& answer)
{
    return answer.dump(-1, ' ', true, Json::error_handler_t::replace) + "\n";
}

bool write(std::FILE* output, const std::string& text)
{
    return std::fwrite(text.data(), 1, text.size(), output) == text.size() && std::fflush(output) == 0;
}

/// What is wrong with the formula, or nothing.
struct Judged {
    Verdict verdict;
    Facts facts;
    std::string problem;
};

Judged judged(const std::string& formula, const Range& range)
{
    const auto tree = parse(formula, vocabulary());
    if (!tree)
        return {{}, {}, formulaMessage(tree.error())};
    if (!tree->parameters.empty())
        return {{}, {}, freeNameMessage(tree->parameters.front())};
    return {convexity::judge(*tree, formula, {}, range), convexity::examine(*tree, formula, {}, range), {}};
}

std::string textOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Range> caseRange(const Json& request)
{
    const auto interval = request.find("interval");
    if (interval == request.end() || !interval->is_object())
        return std::nullopt;
    const auto isClosed = [&](const char* key) {
        const auto found = interval->find(key);
        return found != interval->end() && found->is_boolean() && found->get<bool>();
    };
    return rangeOf(parseEnd(textOf(*interval, "lo"), isClosed("lo_closed"), -1),
                   parseEnd(textOf(*interval, "hi"), isClosed("hi_closed"), 1));
}

int answerCases(const std::string& fileName, std::FILE* output)
{
    std::ifstream file(fileName, std::ios::binary);
    std::ostringstream content;
    if (!file || !(content << file.rdbuf()))
        return complain(kFailed, "the file " + inQuotes(fileName) + " could not be read");
    const Json all = Json::parse(content.str(), nullptr, false);
    if (!all.is_object() || !all.contains("cases") || !all["cases"].is_array())
        return complain(kFailed, inQuotes(fileName) + " is no JSON object with a list of cases");
    std::string firstProblem;
    for (const Json& request : all["cases"]) {
        const Json id = request.is_object() && request.contains("id") ? request["id"] : Json();
        const auto range = request.is_object() ? caseRange(request) : std::nullopt;
        const Judged result = range ? judged(textOf(request, "expr"), *range) : Judged{{}, {}, "no interval is given"};
        Json answer = jsonVerdict(result.verdict);
        addFacts(answer, result.facts);
        answer["id"] = id;
        if (!result.problem.empty()) {
            answer["reason"] = result.problem;
            firstProblem = firstProblem.empty()
                               ? id.dump(-1, ' ', true, Json::error_handler_t::replace) + ": " + result.problem
                               : firstProblem;
        }
        if (!write(output, written(answer)))
            return complain(kFailed, "the answers could not be written");
    }
    return firstProblem.empty() ? kDone : complain(kFailed, "case " + firstProblem);
}

std::string sentence(const Chord& chord, std::string_view what)
{
    std::ostringstream text;
    text << "  not " << what << ": between x = " << chord.x1.get_str() << " and x = " << chord.x2.get_str()
         << " with lambda = " << chord.lambda.get_str();
    if (chord.isHole)
        text << " f is undefined\n";
    else
        text << " f lies " << (chord.gapLow > 0.0 ? "above" : "below") << " its chord by "
             << std::min(std::abs(chord.gapLow), std::abs(chord.gapHigh)) << " at least\n";
    return text.str();
}

std::string inWords(const Verdict& verdict)
{
    std::string name(nameOf(verdict.kind));
    std::ranges::replace(name, '_', ' ');
    std::ostringstream text;
    if (verdict.standing == Standing::Undecided) {
        text << "undecided: " << wordsOf(verdict.reason) << "\n";
        return text.str();
    }
    if (verdict.standing == Standing::Refuted) {
        text << "neither convex nor concave\n"
             << sentence(*verdict.broken.convexity, "convex") << sentence(*verdict.broken.concavity, "concave");
        return text.str();
    }
    text << "proved " << name << "\n";
    for (const convexity::Piece& piece : verdict.pieces)
        text << "  on (" << piece.lo << ", " << piece.hi << ") f'' "
             << (piece.sign > 0   ? ">= 0"
                 : piece.sign < 0 ? "<= 0"
                                  : "= 0")
             << " by " << piece.rule << "\n";
    return text.str();
}

} // namespace

std::optional<Range> parseRange(std::string_view text)
{
    text = trimmed(text);
    const std::size_t comma = text.find(',');
    if (text.size() < 5 || comma == std::string_view::npos)
        return std::nullopt;
    const bool hasBrackets = (text.front() == '[' || text.front() == '(') && (text.back() == ']' || text.back() == ')');
    if (!hasBrackets)
        return std::nullopt;
    return rangeOf(parseEnd(text.substr(1, comma - 1), text.front() == '[', -1),
                   parseEnd(text.substr(comma + 1, text.size() - comma - 2), text.back() == ']', 1));
}

int answerVerdicts(const std::vector<std::string>& arguments, std::FILE* output)
{
    if (arguments.size() == 2 && arguments.front() == "--cases")
        return answerCases(arguments[1], output);
    const bool wantsJson = !arguments.empty() && arguments.back() == "--json";
    const std::size_t count = arguments.size() - (wantsJson ? 1 : 0);
    if (count != 3 || arguments[1] != "--on")
        return complain(kWrongUsage,
                        "expected a formula and --on INTERVAL, or --cases FILE; see secant verdict --help");
    const auto range = parseRange(arguments[2]);
    if (!range)
        return complain(kWrongUsage,
                        "--on " + inQuotes(arguments[2]) + " should be an interval like [-2, 3) or (-inf, inf)");
    const Judged result = judged(arguments.front(), *range);
    if (!result.problem.empty())
        return complain(kFailed, result.problem);
    Json answer = jsonVerdict(result.verdict);
    addFacts(answer, result.facts);
    const bool isDone = write(output, wantsJson ? written(answer) : inWords(result.verdict));
    return isDone ? kDone : complain(kFailed, "the answer could not be written");
}

} // namespace secant
