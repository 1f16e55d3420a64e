#include "app/curve_command.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <memory>
#include <optional>
#include <variant>

#include <nlohmann/json.hpp>

#include "app/command_message.h"
#include "app/formula_message.h"
#include "core/analysis/canvas.h"
#include "core/analysis/curve.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/function/function.h"

namespace secant {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxInput = std::size_t{64} << 20U; // No list of formulas is longer.

/// The whole stream; more than kMaxInput bytes where it is longer, but never all of an endless one.
std::optional<std::string> contentOf(std::FILE* input)
{
    std::string text;
    std::array<char, 65536> block{};
    while (text.size() <= kMaxInput) {
        const std::size_t count = std::fread(block.data(), 1, block.size(), input);
        text.append(block.data(), count);
        if (count < block.size())
            break;
    }
    return std::ferror(input) != 0 ? std::nullopt : std::optional(std::move(text));
}

/// A list of just as many finite numbers.
template<std::size_t count>
std::optional<std::array<double, count>> numbersOf(const Json& object, const char* key)
{
    if (!object.is_object() || !object.contains(key) || !object[key].is_array() || object[key].size() != count)
        return std::nullopt;
    std::array<double, count> numbers{};
    for (std::size_t i = 0; i < count; ++i) {
        const Json& number = object[key][i];
        if (!number.is_number() || !std::isfinite(number.get<double>()))
            return std::nullopt;
        numbers[i] = number.get<double>();
    }
    return numbers;
}

Json written(const Curve& curve)
{
    Json segments = Json::array();
    for (const CurveSegment& segment : curve.segments) {
        Json points = Json::array();
        for (const CurvePoint& point : segment.points)
            points.push_back({point.x, point.y});
        segments.push_back(std::move(points));
    }
    Json columns = Json::array();
    for (const CurveColumn& column : curve.columns)
        columns.push_back({column.x0, column.x1, column.lo, column.hi});
    return {{"segments", std::move(segments)},
            {"columns", std::move(columns)},
            {"evaluations", curve.statistics.evaluations}};
}

/// The line that answers a case, or what is wrong with it.
std::variant<Json, std::string> drawn(const Json& item, const std::array<double, 2>& canvas)
{
    using Clock = std::chrono::steady_clock;
    if (!item.is_object() || !item.contains("id"))
        return std::string("an id is missing");
    const std::string id = item["id"].dump(-1, ' ', false, Json::error_handler_t::replace);
    if (!item.contains("expr") || !item["expr"].is_string())
        return inQuotes(id) + ": expr must be a text";
    const auto& text = item["expr"].get_ref<const std::string&>();
    const auto range = numbersOf<4>(item, "window");
    const Window window =
        range ? Window{{(*range)[0], (*range)[1]}, {(*range)[2], (*range)[3]}, canvas[0], canvas[1]} : Window{};
    if (!range || !isDrawable(window))
        return inQuotes(id) + ": window must be four finite numbers [x0, x1, y0, y1] with x0 < x1 and y0 < y1";
    const auto tree = parse(text, vocabulary());
    if (!tree) {
        return inQuotes(id) + ": column " + std::to_string(tree.error().where.begin + 1) + ": " +
               formulaMessage(tree.error());
    }
    if (!tree->parameters.empty())
        return inQuotes(id) + ": " + freeNameMessage(tree->parameters.front());
    const Function function(*tree, {});
    const Clock::time_point start = Clock::now();
    const Curve curve = sampleCurve(function, Order::Value, window);
    const std::chrono::duration<double> taken = Clock::now() - start;
    Json answer = written(curve);
    answer["id"] = item["id"];
    answer["seconds"] = taken.count();
    return answer;
}

bool writeLine(const Json& answer, std::FILE* output)
{
    const std::string line = answer.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    return std::fwrite(line.data(), 1, line.size(), output) == line.size();
}

int drawAll(const Json& cases, const std::array<double, 2>& canvas, std::FILE* output, const std::string& name)
{
    std::string firstProblem;
    std::size_t leftOut = 0;
    bool isWritten = true;
    for (const Json& item : cases) {
        const auto answer = drawn(item, canvas);
        if (const auto* problem = std::get_if<std::string>(&answer)) {
            if (leftOut++ == 0)
                firstProblem = *problem;
            continue;
        }
        isWritten = writeLine(*std::get_if<Json>(&answer), output);
        if (!isWritten)
            break;
    }
    if (std::fflush(output) != 0 || !isWritten)
        return complain(kFailed, std::string("the results could not be written: ") + std::strerror(errno));
    if (leftOut == 0)
        return kDone;
    return complain(kFailed, name + ", " + firstProblem + " (functions left out: " + std::to_string(leftOut) + ")");
}

} // namespace

int drawCases(std::FILE* input, std::FILE* output, const std::string& name)
{
    const std::optional<std::string> text = contentOf(input);
    if (!text)
        return complain(kFailed, name + " could not be read: " + std::strerror(errno));
    if (text->size() > kMaxInput)
        return complain(kFailed, name + " is longer than 64 MiB");
    const Json all = Json::parse(*text, nullptr, false);
    if (!all.is_object() || !all.contains("functions") || !all["functions"].is_array())
        return complain(kFailed, name + " is no JSON object with a list of functions");
    const auto canvas = numbersOf<2>(all, "canvas");
    if (!canvas || !isDrawable({{0.0, 1.0}, {0.0, 1.0}, (*canvas)[0], (*canvas)[1]}))
        return complain(kFailed, name + ": canvas must be [width, height] in pixels, 1 to 131072");
    return drawAll(all["functions"], *canvas, output, name);
}

int drawCases(const std::string& fileName)
{
    if (fileName == "-")
        return drawCases(stdin, stdout, "standard input");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(fileName.c_str(), "rb"), &std::fclose);
    if (!file)
        return complain(kFailed, inQuotes(fileName) + " could not be opened: " + std::strerror(errno));
    return drawCases(file.get(), stdout, inQuotes(fileName));
}

} // namespace secant
