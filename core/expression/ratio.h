#pragma once

#include <cstdint>
#include <numeric>
#include <optional>

namespace secant {

/// A small rational number in lowest terms; the denominator is positive. Results that would not be small are none.
struct Ratio {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    /// The double, if it is a small multiple of 1/1024 below a million.
    [[nodiscard]] static constexpr std::optional<Ratio> from(double value)
    {
        constexpr double kParts = 1024.0;
        constexpr double kMost = 1e6;
        if (!(value < kMost && value > -kMost) ||
            value * kParts != static_cast<double>(static_cast<std::int64_t>(value * kParts)))
            return std::nullopt;
        return reduced(static_cast<std::int64_t>(value * kParts), 1024);
    }

    [[nodiscard]] constexpr bool isWhole() const { return denominator == 1; }

    friend constexpr bool operator==(const Ratio&, const Ratio&) = default;

    [[nodiscard]] static constexpr std::optional<Ratio> sum(const Ratio& a, const Ratio& b)
    {
        return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
    }
    [[nodiscard]] static constexpr std::optional<Ratio> product(const Ratio& a, const Ratio& b)
    {
        return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
    }
    /// a^n; a is not 0 where n < 0.
    [[nodiscard]] static constexpr std::optional<Ratio> power(const Ratio& a, std::int64_t n)
    {
        constexpr std::int64_t kMost = 32;
        if (n > kMost || n < -kMost || (n < 0 && a.numerator == 0))
            return std::nullopt;
        std::optional<Ratio> result = Ratio{1, 1};
        const Ratio base = n < 0 ? *reduced(a.denominator, a.numerator) : a;
        for (std::int64_t i = n < 0 ? -n : n; result && i > 0; --i)
            result = product(*result, base);
        return result;
    }

private:
    [[nodiscard]] static constexpr std::optional<Ratio> reduced(std::int64_t numerator, std::int64_t denominator)
    {
        constexpr std::int64_t kMost = 1'000'000'000;
        const std::int64_t common = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
        const Ratio result{numerator / common, denominator / common};
        const bool isSmall = result.numerator < kMost && result.numerator > -kMost && result.denominator < kMost;
        return isSmall ? std::optional(result) : std::nullopt;
    }
};

} // namespace secant
