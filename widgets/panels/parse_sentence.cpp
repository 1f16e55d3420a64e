#include "widgets/panels/formula_line.h"

namespace secant {
namespace {

QString wordPercent(const QString& suggestion)
{
    if (suggestion.isEmpty() || !suggestion.front().isDigit()) {
        return FormulaLine::tr("“%” has no meaning here. Divide by 100, or write mod(a, b) for a remainder.");
    }
    return FormulaLine::tr("“%” has no meaning here. Write %1, or mod(a, b) for a remainder.").arg(suggestion);
}

QString wordUnexpected(const QString& quoted, const QString& suggestion)
{
    if (quoted == QLatin1String("%")) {
        return wordPercent(suggestion);
    }
    if (!suggestion.isEmpty()) {
        return FormulaLine::tr("“%1” has no meaning here. Did you mean %2?").arg(quoted, suggestion);
    }
    if (quoted == QLatin1String(",") || quoted == QLatin1String(";")) {
        return FormulaLine::tr("A “%1” may stand only between the arguments of a function, as in max(0, x).")
            .arg(quoted);
    }
    if (quoted == QLatin1String("=")) {
        return FormulaLine::tr("Type only what stands to the right of “=”, for example x^2.");
    }
    return FormulaLine::tr("“%1” has no meaning here. Write an operator such as + or *, or remove it.").arg(quoted);
}

QString wordMissingOperand(const QString& quoted)
{
    if (quoted.isEmpty()) {
        return FormulaLine::tr("The formula breaks off. Add a number, x or a function such as sin(x).");
    }
    return FormulaLine::tr("Something is missing before “%1”. Put a number, x or a function there.").arg(quoted);
}

QString wordUnknownFunction(const QString& quoted, const QString& suggestion)
{
    if (!suggestion.isEmpty()) {
        return FormulaLine::tr("There is no function “%1”. Did you mean %2?").arg(quoted, suggestion);
    }
    return FormulaLine::tr("There is no function “%1”. For a product write %1*(…).").arg(quoted);
}

/// Worded without plural forms: English has no translation file that could choose one.
QString wordArgumentCount(const QString& quoted, const ParseError& error)
{
    const QString expected = QString::number(error.expected);
    const QString given = QString::number(error.given);
    return error.given < error.expected
               ? FormulaLine::tr("Too few arguments for %1: at least %2, here %3. Separate them by commas.")
                     .arg(quoted, expected, given)
               : FormulaLine::tr("Too many arguments for %1: at most %2, here %3. Remove the rest.")
                     .arg(quoted, expected, given);
}

QString closingOf(const QString& opening)
{
    if (opening.endsWith(QLatin1Char('['))) {
        return QStringLiteral("]");
    }
    if (opening.endsWith(QLatin1Char('{'))) {
        return opening.startsWith(QLatin1Char('\\')) ? QStringLiteral("\\}") : QStringLiteral("}");
    }
    return opening == QLatin1String("|") ? opening : QStringLiteral(")");
}

} // namespace

QString sentence(const ParseError& error)
{
    const QString quoted = QString::fromStdString(error.quoted);
    const QString suggestion = QString::fromStdString(error.suggestion);
    const QString expected = QString::number(error.expected);
    switch (error.kind) {
    case ParseErrorKind::Empty:
        return FormulaLine::tr("Type a function of x, for example a*x^2 or leaky_relu(x, 0.1).");
    case ParseErrorKind::UnexpectedCharacter:
        return wordUnexpected(quoted, suggestion);
    case ParseErrorKind::DecimalComma:
        return FormulaLine::tr("%1: write %2, with a point.").arg(quoted, suggestion);
    case ParseErrorKind::MissingOperand:
        return wordMissingOperand(quoted);
    case ParseErrorKind::MissingOpening:
        return FormulaLine::tr("“%1” closes a bracket that was never opened. Remove it, or open one before it.")
            .arg(quoted);
    case ParseErrorKind::MissingClosing:
        return FormulaLine::tr("“%1” is never closed. Add “%2” after what belongs inside.")
            .arg(quoted, closingOf(quoted));
    case ParseErrorKind::UnknownFunction:
        return wordUnknownFunction(quoted, suggestion);
    case ParseErrorKind::WrongArgumentCount:
        return wordArgumentCount(quoted, error);
    case ParseErrorKind::MissingArguments:
        return FormulaLine::tr("“%1” needs its argument in brackets: write %2.").arg(quoted, suggestion);
    case ParseErrorKind::ParameterDependsOnX:
        return FormulaLine::tr("Only the first argument of %1 may contain x. Put a number or a parameter here.")
            .arg(quoted);
    case ParseErrorKind::BadNumber:
        return FormulaLine::tr("“%1” is not a number to compute with. Write for example 0.5 or 1e-3.").arg(quoted);
    case ParseErrorKind::TooLong:
        return FormulaLine::tr("The formula is longer than %1 characters. Shorten it.").arg(expected);
    case ParseErrorKind::TooDeep:
        return FormulaLine::tr("Brackets and calls are nested deeper than %1. Simplify the formula.").arg(expected);
    case ParseErrorKind::NameTooLong:
        return FormulaLine::tr("The name “%1” is longer than %2 characters. Choose a shorter one.")
            .arg(quoted, expected);
    case ParseErrorKind::UnclearBracket:
        return FormulaLine::tr("“%1” can mean a bracket or the greatest integer. Write (%2) or floor(%2).")
            .arg(quoted, suggestion);
    }
    return {};
}

QString sentence(const Reading& reading)
{
    const QString read = QString::fromStdString(reading.read);
    const QString other = QString::fromStdString(reading.other);
    switch (reading.kind) {
    case ReadingKind::OfTwo:
        return FormulaLine::tr("Read as %1; for the other meaning type %2.").arg(read, other);
    case ReadingKind::Logarithm:
        return FormulaLine::tr("log is the natural logarithm, %1; for the decimal one type %2.").arg(read, other);
    case ReadingKind::LongName:
        return FormulaLine::tr("%1 is read as one name; for a product type %2.").arg(read, other);
    case ReadingKind::LetterCall:
        return FormulaLine::tr("%1 before a bracket is read as a factor, not as a function.").arg(read);
    case ReadingKind::Factorial:
        return FormulaLine::tr("%1 is read as %2, which also has values between the whole numbers.").arg(other, read);
    }
    return {};
}

} // namespace secant
