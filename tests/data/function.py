#!/usr/bin/env python3
"""Prints function.csv: values, derivatives and parameter derivatives of formulas, 50 digits rounded to double.

Written in mpmath, which shares no code with the program. Usage: python3 function.py > function.csv
"""
import mpmath
from mpmath import mp, mpf

mp.dps = 60

# (why, formula, parameters, x, the same as a Python function of x and the parameters)
ROWS = [
    ("polynomial", "x^3 - 2x + 1", {}, 1.5, lambda x: x**3 - 2 * x + 1),
    ("even power of a negative number", "x^4", {}, -1.25, lambda x: x**4),
    ("square at its minimum", "x^2", {}, 0.0, lambda x: x**2),
    ("negative integer power", "x^-2", {}, -0.5, lambda x: x**-2),
    ("fractional power", "x^2.5", {}, 0.75, lambda x: x**mpf("2.5")),
    ("variable exponent", "x^x", {}, 0.6, lambda x: x**x),
    ("exponential base", "2^x", {}, -3.25, lambda x: mpf(2)**x),
    ("quotient", "(x^2 + 1)/(x - 3)", {}, 2.5, lambda x: (x**2 + 1) / (x - 3)),
    ("logistic as typed", "1/(1 + exp(-x))", {}, -4.0, lambda x: 1 / (1 + mpmath.exp(-x))),
    ("product of elementary functions", "x sin(3x) exp(-x/2)", {}, 1.1,
     lambda x: x * mpmath.sin(3 * x) * mpmath.exp(-x / 2)),
    ("nested functions", "log(1 + sqrt(x^2 + 1))", {}, -2.0, lambda x: mpmath.log(1 + mpmath.sqrt(x**2 + 1))),
    ("inverse trigonometric", "atan(x) asin(x/4)", {}, 1.75, lambda x: mpmath.atan(x) * mpmath.asin(x / 4)),
    ("absolute value left of its kink", "|x - 2|", {}, 1.0, lambda x: abs(x - 2)),
    ("maximum right of its kink", "max(x^2, x)", {}, 3.0, lambda x: x**2),
    ("constants", "pi x + e", {}, 2.0, lambda x: mpmath.pi * x + mpmath.e),
    ("branch whose condition holds", "if(x < 1, x^2, 3x)", {}, 0.5, lambda x: x**2),
    ("branch whose condition fails", "if(x < 1, x^2, x^3)", {}, 1.5, lambda x: x**3),
    ("other branch undefined", "if(x > 0, log(x), 1/0)", {}, 2.0, mpmath.log),
    ("nested branches", "if(x < -1, 0, if(x <= 1, sin(x), 2x))", {}, 0.75, mpmath.sin),
    ("remainder of a negative number", "mod(x, 3)", {}, -1.25, lambda x: x + 3),
    ("remainder with a negative divisor", "mod(x^2, -2)", {}, 1.25, lambda x: x**2 - 2),
    ("hypotenuse", "hypot(x, 2x + 1)", {}, 0.5, lambda x: mpmath.sqrt(x**2 + (2 * x + 1)**2)),
    ("gamma of a square", "gamma(x^2)", {}, 1.75, lambda x: mpmath.gamma(x**2)),
    ("sinc", "sinc(2x)", {}, 0.75, lambda x: mpmath.sin(2 * x) / (2 * x)),
    ("parameter in a branch", "if(x < k, x^2, k x)", {"k": 0.5}, 2.0, lambda x, k: k * x),
    ("parameters of a remainder", "mod(a x, b)", {"a": 2.5, "b": 0.75}, 1.0, lambda x, a, b: a * x - 3 * b),
    ("parameter of a hypotenuse", "hypot(x, k)", {"k": 1.5}, 2.0, lambda x, k: mpmath.sqrt(x**2 + k**2)),
    ("one parameter", "a x^2", {"a": 0.75}, -1.5, lambda x, a: a * x**2),
    ("parameter in an exponent", "x^n", {"n": 3.0}, 1.5, lambda x, n: x**n),
    ("parameter in a denominator", "x/(1 + b x^2)", {"b": 0.5}, 2.0, lambda x, b: x / (1 + b * x**2)),
    ("two parameters", "c tanh(k x)", {"c": 1.75, "k": 0.5}, 1.25, lambda x, c, k: c * mpmath.tanh(k * x)),
    ("parameter of an activation", "leaky_relu(x, m)", {"m": 0.25}, -3.0, lambda x, m: m * x),
    ("product of parameters in an activation", "elu(x, 2m)", {"m": 0.5}, -1.0,
     lambda x, m: 2 * m * mpmath.expm1(x)),
    ("parameter of swish inside a formula", "1 + swish(x - 1, b)", {"b": 1.5}, 0.25,
     lambda x, b: 1 + (x - 1) / (1 + mpmath.exp(-b * (x - 1)))),
]


def hexfloat(value):
    return float(value).hex()


def main():
    print("reason;formula;parameters;x;f;df;d2f;parameter_slopes")
    for reason, formula, parameters, x, function in ROWS:
        values = [mpf(v) for v in parameters.values()]
        at = lambda t: function(t, *values)
        f, df, d2f = (mpmath.diff(at, mpf(x), n) for n in range(3))
        slopes = []
        for i in range(len(values)):
            def along(p, i=i):
                return function(mpf(x), *(values[:i] + [p] + values[i + 1:]))
            slopes.append(hexfloat(mpmath.diff(along, values[i])))
        shown = ",".join("%s=%s" % (k, hexfloat(v)) for k, v in parameters.items())
        print(";".join([reason, formula, shown, hexfloat(x), hexfloat(f), hexfloat(df), hexfloat(d2f), ",".join(slopes)]))


main()
