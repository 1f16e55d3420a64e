#include "widgets/panels/number_text.h"

#include <cmath>
#include <limits>

namespace secant {
namespace {

constexpr QChar kMinus(0x2212);

/// Exact for 0 ≤ exponent ≤ 22.
double powerOfTen(int exponent)
{
    return std::pow(10.0, exponent);
}

/// One plain number, C locale; QString::toDouble knows no other.
NumberReading readPlain(const QString& text)
{
    if (text.isEmpty()) {
        return {.problem = NumberProblem::NotANumber};
    }
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (std::isinf(value)) {
        return {.problem = NumberProblem::TooLarge};
    }
    if (!ok || !std::isfinite(value)) {
        return {.problem = NumberProblem::NotANumber};
    }
    return {.value = value};
}

} // namespace

QString numberText(double number, int digits)
{
    if (std::isnan(number)) {
        return QStringLiteral("–");
    }
    if (std::isinf(number)) {
        return number > 0.0 ? QStringLiteral("∞") : QString(kMinus) + QStringLiteral("∞");
    }
    if (number == 0.0) {
        return QStringLiteral("0");
    }
    return QString::number(number, 'g', digits).replace(QLatin1Char('-'), kMinus);
}

NumberReading readNumber(const QString& text)
{
    QString plain;
    for (const QChar c : text) {
        if (!c.isSpace()) {
            plain += c == kMinus ? QLatin1Char('-') : c;
        }
    }
    if (plain.isEmpty()) {
        return {.problem = NumberProblem::Empty};
    }
    if (plain.contains(QLatin1Char(',')) || plain.contains(QChar(0xFF0C))) {
        return {.problem = NumberProblem::DecimalComma};
    }
    const qsizetype bar = plain.indexOf(QLatin1Char('/'));
    if (bar < 0) {
        return readPlain(plain);
    }
    const NumberReading above = readPlain(plain.left(bar));
    const NumberReading below = readPlain(plain.mid(bar + 1));
    if (!above.ok() || !below.ok() || below.value == 0.0) {
        return {.problem = NumberProblem::NotANumber};
    }
    const double quotient = above.value / below.value;
    return {.value = quotient, .problem = std::isinf(quotient) ? NumberProblem::TooLarge : NumberProblem::None};
}

std::optional<double> readInfinity(const QString& text)
{
    QString plain = text.simplified().remove(QLatin1Char(' ')).toLower().replace(kMinus, QLatin1Char('-'));
    const double sign = plain.startsWith(QLatin1Char('-')) ? -1.0 : 1.0;
    if (plain.startsWith(QLatin1Char('-')) || plain.startsWith(QLatin1Char('+'))) {
        plain.remove(0, 1);
    }
    const bool isInfinity =
        plain == QStringLiteral("∞") || plain == QStringLiteral("inf") || plain == QStringLiteral("infinity");
    return isInfinity ? std::optional(sign * std::numeric_limits<double>::infinity()) : std::nullopt;
}

double niceStep(double width)
{
    const int exponent = static_cast<int>(std::floor(std::log10(width)));
    const double unit = powerOfTen(exponent);
    // The slack keeps 0.2 / 0.1 = 2.0000000000000000 and its kin on the right side of the comparison.
    const double ratio = width / unit * (1.0 + 1e-12);
    return (ratio >= 5.0 ? 5.0 : ratio >= 2.0 ? 2.0 : 1.0) * unit;
}

double snapped(double value, double step)
{
    const int exponent = static_cast<int>(std::floor(std::log10(step) + 1e-9));
    const double mantissa = std::round(step / powerOfTen(exponent));
    const double count = std::round(value / step) * mantissa;
    // An integer divided by an exact power of ten is rounded once, hence correctly.
    return exponent < 0 ? count / powerOfTen(-exponent) : count * powerOfTen(exponent);
}

} // namespace secant
