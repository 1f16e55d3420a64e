"""Writes core/number/block/constants.h: tables, polynomials and roots of the block kernels, by mpmath with 60 digits.

    /usr/bin/python3 tests/data/block_constants.py > core/number/block/constants.h
"""

from mpmath import atan, chebyfit, cos, erfc, exp, findroot, log, log1p, mp, mpf, nstr, pi, sin, sqrt, taylor

mp.dps = 60


def hexadecimal(x):
    """The double nearest to x, exactly."""
    return float(x).hex()


def words(x, count):
    """x as an unevaluated sum of doubles, greatest first."""
    parts = []
    for _ in range(count):
        parts.append(float(x))
        x -= mpf(parts[-1])
    return parts


def cut(x, bits):
    """x with its mantissa rounded to so many bits."""
    exponent = int(mp.floor(log(abs(x), 2)))
    scale = mpf(2) ** (bits - 1 - exponent)
    return mp.nint(x * scale) / scale


def array(name, values, note):
    lines = [f"/// {note}", f"HWY_ALIGN inline constexpr double {name}[] = {{"]
    row = "   "
    for value in values:
        text = f" {hexadecimal(value)},"
        if len(row) + len(text) > 116:
            lines.append(row)
            row = "   "
        row += text
    lines += [row.rstrip(",") + "};", ""]
    print("\n".join(lines))


def scalar(name, value, note):
    print(f"inline constexpr double {name} = {hexadecimal(value)}; ///< {note}")


def fit(function, a, b, degree):
    """Coefficients, lowest first, of a near-minimax polynomial; and its greatest error."""
    coefficients, error = chebyfit(function, [a, b], degree + 1, error=True)
    return coefficients[::-1], error


def exponential():
    eighth = log(2) / 8
    high = cut(eighth, 36)
    scalar("kEighthLog2", high, "(ln 2)/8, with so few bits that whole multiples are exact.")
    scalar("kEighthLog2Low", eighth - high, "The rest of it.")
    scalar("kPerEighthLog2", 1 / eighth, "8/ln 2")
    print()
    powers = [mpf(2) ** (mpf(j) / 8) for j in range(8)]
    array("kRoots", powers, "2^(j/8)")
    array("kRootsLow", [p - mpf(float(p)) for p in powers], "The rest of them.")
    reach = eighth / 2 * (1 + mpf(2) ** -20)
    def tail(r):
        return (exp(r) - 1 - r) / r**2 if abs(r) > mpf(10) ** -15 else mpf(1) / 2 + r / 6
    coefficients, error = fit(tail, -reach, reach, 6)
    array("kExpTail", coefficients, f"(e^r − 1 − r)/r² for |r| ≤ (ln 2)/16, to {nstr(error, 2)}.")


def logarithm():
    centres = [mpf(1)] + [1 + mpf(j) / 8 for j in range(1, 7)] + [mpf("1.90625")]
    inverses = [cut(1 / c, 10) for c in centres]
    logs = [-log(c) for c in inverses]
    array("kInverses", inverses, "1/d at the middle of the j-th eighth of [1, 2], with ten bits; 1 for the first.")
    array("kLogs", logs, "Minus their logarithms.")
    array("kLogsLow", [v - mpf(float(v)) for v in logs], "The rest of them.")
    def tail(z):
        return (log1p(z) - z + z**2 / 2) / z**3 if abs(z) > mpf(10) ** -12 else mpf(1) / 3 - z / 4
    coefficients, error = fit(tail, mpf("-0.0725"), mpf("0.0725"), 10)
    array("kLogTail", coefficients, f"(ln(1 + z) − z + z²/2)/z³ for |z| ≤ 0.0725, to {nstr(error, 2)}.")

    # m in [3/4, 3/2), by the eighth that it is nearest to, modulo 8; the sixth has only half of its width.
    near = [mpf(1)] + [cut(8 / mpf(k), 10) for k in (9, 10, 11, 12)] + [mpf(1), cut(1 / mpf("0.78125"), 10), cut(mpf(8) / 7, 10)]
    logs = [-log(c) for c in near]
    array("kNearInverses", near, "1/m at the middle of the eighths 8, 9, 10, 11, 12, none, 6 and 7 of [3/4, 3/2], with ten bits.")
    array("kNearLogs", logs, "Minus their logarithms.")
    array("kNearLogsLow", [v - mpf(float(v)) for v in logs], "The rest of them.")
    high = cut(log(2), 40)
    scalar("kLog2", high, "ln 2, with so few bits that whole multiples are exact.")
    scalar("kLog2Low", log(2) - high, "The rest of it.")
    print()


def angles():
    half = pi / 2
    parts = []
    for bits in (33, 53, 53):
        part = cut(half, bits) if half else mpf(0)
        parts.append(part)
        half -= part
    scalar("kTwoOverPi", 2 / pi, "2/π")
    for k, part in enumerate(parts):
        scalar(f"kHalfPi{k + 1}", part, "π/2 in three words." if k == 0 else "The next.")
    high, low = words(pi / 2, 2)
    scalar("kHalfPi", high, "π/2")
    scalar("kHalfPiLow", low, "The rest of it.")
    print()
    tiny = mpf(10) ** -9
    edge = (pi / 4 * (1 + mpf(2) ** -10)) ** 2
    coefficients, error = fit(lambda s: (sin(sqrt(s)) / sqrt(s) - 1) / s if s > tiny else -mpf(1) / 6 + s / 120, mpf(0), edge, 6)
    array("kSinTail", coefficients, f"(sin r − r)/r³ in powers of r², |r| ≤ π/4, to {nstr(error, 2)}.")
    coefficients, error = fit(lambda s: (cos(sqrt(s)) - 1 + s / 2) / s**2 if s > tiny else mpf(1) / 24 - s / 720, mpf(0), edge, 6)
    array("kCosTail", coefficients, f"(cos r − 1 + r²/2)/r⁴ in powers of r², |r| ≤ π/4, to {nstr(error, 2)}.")
    centres = [cut(mpf(j) / 7, 10) if j else mpf(0) for j in range(8)]
    tangents = [atan(c) for c in centres]
    array("kAtanCentres", centres, "The sevenths of [0, 1], with ten bits.")
    array("kAtans", tangents, "Their arc tangents.")
    array("kAtansLow", [v - mpf(float(v)) for v in tangents], "The rest of them.")
    coefficients, error = fit(lambda s: (atan(sqrt(s)) / sqrt(s) - 1) / s if s > tiny else -mpf(1) / 3 + s / 5, mpf(0), mpf("0.073") ** 2, 6)
    array("kAtanTail", coefficients, f"(atan t − t)/t³ in powers of t², |t| ≤ 0.073, to {nstr(error, 2)}.")


def normal_tail():
    """S(a) = e^(a²/2) Φ(−a) = t G(t) with t = 2/(2 + a): G in eight pieces of t, centred."""
    def G(t):
        a = 2 / t - 2
        if a > 60:
            w = 1 / a**2
            total, term = mpf(0), mpf(1)
            for k in range(40):
                total += term
                term *= -(2 * k + 1) * w
            return total / (a * t * sqrt(2 * pi))
        return exp(a * a / 2) * erfc(a / sqrt(2)) / 2 / t
    degree = 13
    pieces, worst = [], mpf(0)
    for j in range(8):
        centre = (mpf(j) + mpf(1) / 2) / 8
        low = -mpf(1) / 16 if j else mpf(2) / 42 - centre
        mp.dps = 80
        coefficients, error = fit(lambda u, c=centre: G(c + u), low, mpf(1) / 16, degree)
        mp.dps = 60
        pieces.append(coefficients)
        worst = max(worst, error / G(centre))
    for k in range(degree + 1):
        array(f"kNormalTail{k}", [p[k] for p in pieces],
              f"Coefficient {k} of G; relative error of the whole {nstr(worst, 2)}." if k == 0 else f"Coefficient {k}.")
        if k < 2:
            array(f"kNormalTail{k}Low", [p[k] - mpf(float(p[k])) for p in pieces], "The rest of it.")
    k, kl = words(1 / sqrt(2 * pi), 2)
    scalar("kDensity", k, "1/√(2π)")
    scalar("kDensityLow", kl, "The rest of it.")
    print()


def root(name, function, guess, note, count=10):
    """A simple root in three words with the Taylor coefficients there, the first in two."""
    mp.dps = 120
    at = findroot(function, mpf(guess))
    series = taylor(function, at, count)
    print(f"/// {note}")
    w = words(at, 3)
    c = words(series[1], 2)
    rest = ", ".join(hexadecimal(v) for v in series[2:])
    print(f"inline constexpr Root {name}{{{w[0].hex()}, {w[1].hex()}, {w[2].hex()}, {c[0].hex()}, {c[1].hex()},\n    {{{rest}}}}};\n")
    mp.dps = 60


def tanh_gelu_scale():
    return 2 * sqrt(2 / pi), 2 * sqrt(2 / pi) * mpf(0.044715)  # The double, as in the reference.


def main():
    print("""#pragma once

#include <hwy/base.h>

// clang-format off

/// Constants of the block kernels. Written by tests/data/block_constants.py.
namespace secant::block {

/// A simple root of a function in three words, and its Taylor series there: c1 (two words), c2, c3, …
struct Root {
    double high;
    double low;
    double lowest;
    double slope;
    double slopeLow;
    double rest[9];
};
""")
    exponential()
    logarithm()
    angles()
    normal_tail()
    c, k = tanh_gelu_scale()
    for name, value, note in (("kTanhGelu", c, "2√(2/π)"), ("kTanhGeluCubic", k, "0.044715 times that")):
        h, l = words(value, 2)
        scalar(name, h, note)
        scalar(name + "Low", l, "The rest of it.")
    print()
    e = lambda x: exp(-x)
    root("kGateSlopeRoot", lambda z: 1 + e(z) + z * e(z), -1.2784645, "1 + E + zE with E = e^−z: silu′")
    bend = lambda z: 2 * (1 + e(z)) + z * (e(z) - 1)
    root("kGateBendLeft", bend, -2.3993572, "2(1 + E) + z(E − 1): silu″, left")
    root("kGateBendRight", bend, 2.3993572, "The same, right.")
    v = lambda x: c * x + k * x**3
    v1 = lambda x: c + 3 * k * x**2
    v2 = lambda x: 6 * k * x
    root("kTanhGeluSlopeRoot", lambda x: 1 + e(v(x)) + x * v1(x) * e(v(x)), -0.7524614, "1 + E + x v′E with E = e^−v: gelu_tanh′")
    bend2 = lambda x: (2 * v1(x) + x * v2(x)) * (1 + e(v(x))) + x * v1(x) ** 2 * (e(v(x)) - 1)
    root("kTanhGeluBendLeft", bend2, -1.418504, "(2v′ + x v″)(1 + E) + x v′²(E − 1): gelu_tanh″, left")
    root("kTanhGeluBendRight", bend2, 1.418504, "The same, right.")
    root("kNormalSlopeRoot", lambda a: exp(a * a / 2) * erfc(a / sqrt(2)) / 2 - a / sqrt(2 * pi), 0.7517915, "e^(a²/2) Φ(−a) − a/√(2π): gelu′ at −a")
    y = exp
    d = lambda x: y(x) ** 2 + 2 * y(x) + 2
    root("kMishSlopeRoot", lambda x: (y(x) + 2) * d(x) + 4 * x * (y(x) + 1), -1.1924312, "(y + 2)d + 4x(y + 1) with y = e^x: mish′")
    bend3 = lambda x: 2 * (y(x) + 1) * d(x) + x * (2 + 2 * y(x) - 3 * y(x) ** 2 - 2 * y(x) ** 3)
    root("kMishBendLeft", bend3, -2.2563763, "2(y + 1)d + x(2 + 2y − 3y² − 2y³): mish″, left")
    root("kMishBendRight", bend3, 1.4905711, "The same, right.")
    print("} // namespace secant::block")


if __name__ == "__main__":
    main()
