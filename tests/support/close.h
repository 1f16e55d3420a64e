#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

#include <QString>
#include <QTest>

namespace secant {

/// Number of doubles from a to b, counted through zero; huge where one of them is NaN and the other is not.
inline std::uint64_t ulpDistance(double a, double b)
{
    if (std::isnan(a) || std::isnan(b)) {
        return std::isnan(a) && std::isnan(b) ? 0 : UINT64_MAX;
    }
    // Doubles of one sign are ordered as their bits are; the negative ones are mirrored below zero.
    const auto rank = [](double x) {
        const auto bits = std::bit_cast<std::int64_t>(x);
        return bits < 0 ? INT64_MIN - bits : bits;
    };
    const std::int64_t i = rank(a);
    const std::int64_t j = rank(b);
    return i > j ? static_cast<std::uint64_t>(i) - static_cast<std::uint64_t>(j)
                 : static_cast<std::uint64_t>(j) - static_cast<std::uint64_t>(i);
}

inline QString ulpMessage(double actual, double expected, std::uint64_t limit)
{
    return QStringLiteral("actual %1, expected %2: %3 ulp apart, %4 allowed")
        .arg(actual, 0, 'g', 17)
        .arg(expected, 0, 'g', 17)
        .arg(ulpDistance(actual, expected))
        .arg(limit);
}

} // namespace secant

/// Fails with both numbers, their distance and the limit unless they are at most `limit` doubles apart.
#define VERIFY_ULP(actual, expected, limit)                                                                            \
    QVERIFY2(secant::ulpDistance((actual), (expected)) <= static_cast<std::uint64_t>(limit),                           \
             qPrintable(secant::ulpMessage((actual), (expected), static_cast<std::uint64_t>(limit))))
