#pragma once

#include <cmath>
#include <random>

#include "core/number/interval.h"

/// What the programs that try enclosures at random share.
namespace secant::test {

using Generator = std::mt19937_64;

inline double uniform(Generator& random, double low, double high)
{
    return std::uniform_real_distribution<double>(low, high)(random);
}

/// A box about x: the point alone, a few last places, or any width.
inline Interval boxAbout(Generator& random, double x)
{
    const auto reach = [&]() -> double {
        switch (random() % 4) {
        case 0:
            return 0.0;
        case 1:
            return std::abs(x) * std::ldexp(1.0, -static_cast<int>(random() % 53));
        case 2:
            return std::pow(10.0, uniform(random, -12.0, 2.0));
        default:
            return random() % 64 == 0 ? kInfinity : std::pow(10.0, uniform(random, -300.0, 0.0));
        }
    };
    return {x - reach(), x + reach()};
}

} // namespace secant::test
