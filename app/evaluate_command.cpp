#include "app/evaluate_command.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/command_message.h"
#include "app/csv_reader.h"
#include "app/number_argument.h"
#include "app/parameter_argument.h"
#include "core/catalogue/catalogue.h"
#include "core/figure/compose.h"

namespace secant {

namespace {

constexpr std::size_t kOutputBytes = 1U << 16U;
constexpr std::size_t kMaxPrepared = 4096; // Functions kept; beyond it the oldest are dropped together.

struct Prepared {
    std::optional<Function> function; ///< Nothing if the row makes no sense:
    std::string problem;              ///< this says why.
    bool hasParameter = false;
};

/// Sets what "alpha=0.1;beta=2" says. Returns what is wrong, or an empty text.
std::string setParameters(CurveSpec& curve, std::string_view params)
{
    while (!params.empty()) {
        const std::string_view item = params.substr(0, params.find(';'));
        params.remove_prefix(std::min(params.size(), item.size() + 1));
        if (auto problem = setParameter(curve, item))
            return *problem;
    }
    return {};
}

Prepared prepare(std::string_view name, std::string_view params)
{
    // SiLU is Swish with β = 1; a β given to it makes it the Swish that it stands for.
    const std::string_view id = name == "silu" && params.starts_with("beta=") ? "swish" : name;
    Prepared prepared;
    const Activation* activation = findActivation(id);
    if (!activation) {
        prepared.problem = "there is no activation " + inQuotes(name);
        return prepared;
    }
    CurveSpec curve;
    curve.activation = activation->id();
    curve.formula = callText(*activation);
    prepared.problem = setParameters(curve, params);
    if (!prepared.problem.empty())
        return prepared;
    const auto function = functionOf(curve);
    if (function)
        prepared.function = *function;
    else
        prepared.problem = "the activation " + inQuotes(name) + " cannot be evaluated";
    prepared.hasParameter = !activation->primitive->parameters.empty();
    return prepared;
}

/// Where the wanted columns stand in a row.
struct Columns {
    std::size_t activation = 0;
    std::size_t params = 0;
    std::size_t x = 0;

    [[nodiscard]] std::size_t needed() const { return std::max({activation, params, x}) + 1; }
};

std::optional<Columns> columnsOf(const std::vector<std::string>& header)
{
    constexpr std::array<std::string_view, 3> kNames{"activation", "params", "x"};
    std::array<std::size_t, 3> places{};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        const auto found = std::find(header.begin(), header.end(), kNames[i]);
        if (found == header.end())
            return std::nullopt;
        places[i] = static_cast<std::size_t>(found - header.begin());
    }
    return Columns{places[0], places[1], places[2]};
}

void appendField(std::string& text, const std::string& field)
{
    if (field.find_first_of(",\"") == std::string::npos) {
        text += field;
        return;
    }
    text += '"';
    for (const char c : field)
        text.append(c == '"' ? 2 : 1, c);
    text += '"';
}

/// Goes through the rows of one input.
class Evaluation {
public:
    Evaluation(std::FILE* input, std::FILE* output, const std::string& name)
        : m_reader(input), m_output(output), m_name(name)
    {
    }

    int run();

private:
    int finish(CsvReader::Status status);
    void evaluateRow(const std::vector<std::string>& row);
    void appendValues(const Prepared& prepared, double x);
    const Prepared& preparedFor(const std::string& activation, const std::string& params);
    void reject(const std::string& problem);
    bool flush();
    [[nodiscard]] std::string place() const { return m_name + ", line " + std::to_string(m_reader.line()); }

    CsvReader m_reader;
    std::FILE* m_output;
    std::string m_name;
    std::optional<Columns> m_columns;
    std::string m_text;
    std::unordered_map<std::string, Prepared> m_prepared;
    std::string m_key;
    std::string m_firstProblem;
    std::size_t m_rejected = 0;
};

int Evaluation::run()
{
    std::vector<std::string> row;
    CsvReader::Status status = m_reader.next(row);
    if (status != CsvReader::Status::Row)
        return status == CsvReader::Status::End ? complain(kFailed, m_name + " is empty") : finish(status);
    m_columns = columnsOf(row);
    if (!m_columns)
        return complain(kFailed, place() + ": the header must name activation, params and x");
    m_text = "activation,params,x,f,df,d2f,df_dalpha\n";
    while ((status = m_reader.next(row)) == CsvReader::Status::Row) {
        evaluateRow(row);
        if (m_text.size() >= kOutputBytes && !flush())
            break;
    }
    return finish(status);
}

int Evaluation::finish(CsvReader::Status status)
{
    if (!flush() || std::fflush(m_output) != 0)
        return complain(kFailed, std::string("the results could not be written: ") + std::strerror(errno));
    if (status == CsvReader::Status::TooLong)
        return complain(kFailed, m_name + ", after line " + std::to_string(m_reader.line()) + ": a line is too long");
    if (status == CsvReader::Status::Failed)
        return complain(kFailed, m_name + " could not be read: " + std::strerror(errno));
    if (m_rejected == 0)
        return kDone;
    return complain(kFailed, m_firstProblem + " (rows left out: " + std::to_string(m_rejected) + ")");
}

void Evaluation::evaluateRow(const std::vector<std::string>& row)
{
    if (row.size() < m_columns->needed())
        return reject("there are only " + std::to_string(row.size()) + " fields");
    const std::string& activation = row[m_columns->activation];
    const std::string& params = row[m_columns->params];
    const std::string& x = row[m_columns->x];
    const std::optional<double> number = parseNumber(x);
    if (!number)
        return reject("x is no number: " + inQuotes(x));
    const Prepared& prepared = preparedFor(activation, params);
    if (!prepared.function)
        return reject(prepared.problem);
    appendField(m_text, activation);
    m_text += ',';
    appendField(m_text, params);
    m_text += ',';
    appendField(m_text, x);
    appendValues(prepared, *number);
}

void Evaluation::appendValues(const Prepared& prepared, double x)
{
    const Jet jet = prepared.function->jet(x);
    for (const double number : {jet.value, jet.slope, jet.curvature}) {
        m_text += ',';
        appendHex(m_text, number);
    }
    m_text += ',';
    if (prepared.hasParameter)
        appendHex(m_text, prepared.function->parameterSlope(x, 0));
    m_text += '\n';
}

const Prepared& Evaluation::preparedFor(const std::string& activation, const std::string& params)
{
    m_key.assign(activation).append(1, '\0').append(params);
    const auto found = m_prepared.find(m_key);
    if (found != m_prepared.end())
        return found->second;
    if (m_prepared.size() == kMaxPrepared)
        m_prepared.clear();
    return m_prepared.emplace(m_key, prepare(activation, params)).first->second;
}

void Evaluation::reject(const std::string& problem)
{
    if (m_rejected++ == 0)
        m_firstProblem = place() + ": " + problem;
}

bool Evaluation::flush()
{
    const bool written = std::fwrite(m_text.data(), 1, m_text.size(), m_output) == m_text.size();
    m_text.clear();
    return written;
}

} // namespace

int evaluateStream(std::FILE* input, std::FILE* output, const std::string& name)
{
    return Evaluation(input, output, name).run();
}

int evaluateFile(const std::string& fileName)
{
    if (fileName == "-")
        return evaluateStream(stdin, stdout, "standard input");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(fileName.c_str(), "rb"), &std::fclose);
    if (!file)
        return complain(kFailed, inQuotes(fileName) + " could not be opened: " + std::strerror(errno));
    return evaluateStream(file.get(), stdout, inQuotes(fileName));
}

} // namespace secant
