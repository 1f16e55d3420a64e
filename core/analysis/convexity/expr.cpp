#include "core/analysis/convexity/expr.h"

#include <charconv>
#include <string>

namespace secant::convexity {

namespace {

constexpr long kMaxDecimalExponent = 5000;

} // namespace

ExprPtr number(const Rational& value)
{
    auto e = std::make_shared<Expr>();
    e->number = value;
    return e;
}

ExprPtr make(Op op, std::vector<ExprPtr> args)
{
    auto e = std::make_shared<Expr>();
    e->op = op;
    e->hasX = op == Op::Variable;
    for (const ExprPtr& arg : args)
        e->hasX = e->hasX || arg->hasX;
    e->args = std::move(args);
    return e;
}

ExprPtr choice(NodeKind relation, ExprPtr left, ExprPtr right, ExprPtr then, ExprPtr otherwise)
{
    auto e = std::make_shared<Expr>(
        *make(Op::If, {std::move(left), std::move(right), std::move(then), std::move(otherwise)}));
    e->relation = relation;
    return e;
}

std::optional<Rational> exactNumber(std::string_view text)
{
    if (text.empty() || text.size() > 2000)
        return std::nullopt;
    const bool isNegative = text.front() == '-';
    if (isNegative || text.front() == '+')
        text.remove_prefix(1);
    std::string digits;
    long scale = 0;
    bool hasPoint = false;
    std::size_t at = 0;
    for (; at < text.size() && (text[at] == '.' || (text[at] >= '0' && text[at] <= '9')); ++at) {
        if (text[at] == '.') {
            if (hasPoint)
                return std::nullopt;
            hasPoint = true;
        } else {
            digits += text[at];
            scale -= hasPoint ? 1 : 0;
        }
    }
    if (digits.empty())
        return std::nullopt;
    Rational value(digits, 10);
    if (at < text.size() && text[at] == '/' && !hasPoint) {
        const auto below = exactNumber(text.substr(at + 1));
        if (!below || *below <= 0)
            return std::nullopt;
        value /= *below;
        return isNegative ? Rational(-value) : value;
    }
    if (at < text.size()) {
        if (text[at] != 'e' && text[at] != 'E')
            return std::nullopt;
        std::string_view exponent = text.substr(at + 1);
        if (!exponent.empty() && exponent.front() == '+')
            exponent.remove_prefix(1);
        long power = 0;
        const auto [end, error] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
        if (error != std::errc() || end != exponent.data() + exponent.size() || std::abs(power) > kMaxDecimalExponent)
            return std::nullopt;
        scale += power;
    }
    mpz_class ten;
    mpz_ui_pow_ui(ten.get_mpz_t(), 10, static_cast<unsigned long>(std::abs(scale)));
    value = scale >= 0 ? Rational(value * ten) : Rational(value / ten);
    return isNegative ? Rational(-value) : value;
}

} // namespace secant::convexity
