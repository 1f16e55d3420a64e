#!/usr/bin/env python3
"""Prints elementary.csv: f, f' and f'' of the elementary functions, 60 digits rounded to double.

Written in mpmath, which shares no code with the program. Usage: python3 elementary.py > elementary.csv
"""
import mpmath
from mpmath import mp, mpf

mp.dps = 60

EVERYWHERE = [-700.0, -38.0, -5.5, -1.0, -0.75, -1e-3, -1e-20, 1e-300, 1e-9, 0.5, 1.0, 2.0, 3.25, 20.0, 300.0]
CIRCLE = [-1e5, -100.0, -3.25, -1.5, -1e-8, 1e-12, 0.5, 1.0, 1.5707963, 3.1415926, 22.0, 12345.678, 1e9]
POSITIVE = [1e-300, 1e-20, 1e-3, 0.25, 0.999, 1.001, 2.0, 10.0, 1e6, 1e300]
UNIT = [-0.999999999, -0.9, -0.5, -1e-9, 1e-15, 0.3, 0.7, 0.99, 0.9999999999]
MODEST = [-27.0, -6.0, -2.5, -0.8, -1e-4, 1e-10, 0.3, 0.70710678, 1.0, 2.0, 5.0, 12.0, 26.0]
GAMMA = [1e-300, 1e-9, 0.01, 0.5, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.5, 11.9, 12.1, 60.0, 171.0, -0.5, -1.4, -2.9, -10.3,
         -40.75]

ln2, ln10 = mpmath.log(2), mpmath.log(10)
bell = lambda x: 2 / mpmath.sqrt(mpmath.pi) * mpmath.exp(-x * x)
sech2 = lambda x: 1 / mpmath.cosh(x)**2
cbrt = lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x))

# name, abscissae, f, f', f''
FUNCTIONS = [
    ("exp", EVERYWHERE, mpmath.exp, mpmath.exp, mpmath.exp),
    ("exp2", EVERYWHERE, lambda x: mpf(2)**x, lambda x: ln2 * mpf(2)**x, lambda x: ln2**2 * mpf(2)**x),
    ("expm1", EVERYWHERE, mpmath.expm1, mpmath.exp, mpmath.exp),
    ("log", POSITIVE, mpmath.log, lambda x: 1 / x, lambda x: -1 / x**2),
    ("ln", POSITIVE, mpmath.log, lambda x: 1 / x, lambda x: -1 / x**2),
    ("log2", POSITIVE, lambda x: mpmath.log(x) / ln2, lambda x: 1 / (x * ln2), lambda x: -1 / (x**2 * ln2)),
    ("log10", POSITIVE, lambda x: mpmath.log(x) / ln10, lambda x: 1 / (x * ln10), lambda x: -1 / (x**2 * ln10)),
    ("lg", POSITIVE, lambda x: mpmath.log(x) / ln10, lambda x: 1 / (x * ln10), lambda x: -1 / (x**2 * ln10)),
    ("log1p", UNIT + POSITIVE, mpmath.log1p, lambda x: 1 / (1 + x), lambda x: -1 / (1 + x)**2),
    ("sqrt", POSITIVE, mpmath.sqrt, lambda x: 1 / (2 * mpmath.sqrt(x)), lambda x: -1 / (4 * x * mpmath.sqrt(x))),
    ("cbrt", [-8.0, -1e-3, -1e200] + POSITIVE, cbrt, lambda x: 1 / (3 * cbrt(x)**2), lambda x: -2 / (9 * cbrt(x)**5)),
    ("sin", CIRCLE, mpmath.sin, mpmath.cos, lambda x: -mpmath.sin(x)),
    ("cos", CIRCLE, mpmath.cos, lambda x: -mpmath.sin(x), lambda x: -mpmath.cos(x)),
    ("tan", CIRCLE, mpmath.tan, mpmath.sec, None),
    ("asin", UNIT, mpmath.asin, lambda x: 1 / mpmath.sqrt(1 - x * x), lambda x: x * (1 - x * x)**mpf(-1.5)),
    ("acos", UNIT, mpmath.acos, lambda x: -1 / mpmath.sqrt(1 - x * x), lambda x: -x * (1 - x * x)**mpf(-1.5)),
    ("atan", EVERYWHERE + [1e160, -1e200], mpmath.atan, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x)**2),
    ("sinh", EVERYWHERE, mpmath.sinh, mpmath.cosh, mpmath.sinh),
    ("cosh", EVERYWHERE, mpmath.cosh, mpmath.sinh, mpmath.cosh),
    ("tanh", MODEST + [-300.0, 300.0], mpmath.tanh, sech2, lambda x: -2 * mpmath.tanh(x) * sech2(x)),
    ("asinh", EVERYWHERE + [1e200], mpmath.asinh, lambda x: 1 / mpmath.sqrt(1 + x * x),
     lambda x: -x * (1 + x * x)**mpf(-1.5)),
    ("acosh", [1.0000001, 1.25, 2.0, 100.0, 1e200], mpmath.acosh, lambda x: 1 / mpmath.sqrt(x * x - 1),
     lambda x: -x * (x * x - 1)**mpf(-1.5)),
    ("atanh", UNIT, mpmath.atanh, lambda x: 1 / (1 - x * x), lambda x: 2 * x / (1 - x * x)**2),
    ("erf", MODEST, mpmath.erf, bell, lambda x: -2 * x * bell(x)),
    ("gamma", GAMMA, mpmath.gamma, lambda x: mpmath.gamma(x) * mpmath.digamma(x),
     lambda x: mpmath.gamma(x) * (mpmath.digamma(x)**2 + mpmath.polygamma(1, x))),
    ("sinc", MODEST + [-0.999, 1.0001, 3.1415926, 4.4934094579, 1e5], lambda x: mpmath.sin(x) / x,
     lambda x: (mpmath.cos(x) - mpmath.sin(x) / x) / x,
     lambda x: -mpmath.sin(x) / x - 2 * (mpmath.cos(x) - mpmath.sin(x) / x) / x**2),
    ("erfc", MODEST, mpmath.erfc, lambda x: -bell(x), lambda x: 2 * x * bell(x)),
]


def main():
    print("name,x,f,df,d2f")
    for name, abscissae, f, df, d2f in FUNCTIONS:
        if name == "tan":
            df, d2f = (lambda x: 1 + mpmath.tan(x)**2), (lambda x: 2 * mpmath.tan(x) * (1 + mpmath.tan(x)**2))
        for x in abscissae:
            t = mpf(x)
            print(",".join([name] + [float(v).hex() for v in (x, f(t), df(t), d2f(t))]))


main()
