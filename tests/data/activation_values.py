#!/usr/bin/env python3
"""Values of the activations that have no table in accuracy/, by their definitions in activations.py and mpmath alone.

Writes activation_values.csv beside this file: activation,parameters,x,value,slope,curvature,parameter_slopes,residuals
All numbers are C99 hexadecimal doubles, nearest to the exact ones; parameters and parameter_slopes are separated by
blanks. `residuals` is exact - rounded in 1/1000 of the last place, for value, slope, curvature and parameter slopes.

Derivatives are differences. Each row is computed twice, with half as many digits more the second time, and with ever
more digits until both agree to 25.
Arguments: both signs, from 1e-300 over the tails, where results are subnormal, to 1e6; and the neighbours of every
turn and break in activation_facts.csv.
"""
import csv
import math
import os
import random

from mpmath import diff, mp, mpf

import activations

HERE = os.path.dirname(os.path.abspath(__file__))
LEAST = mpf(2)**-1100
SIZES = [1e-300, 1e-30, 1e-15, 1e-8, 1e-5, 1e-3, 0.01, 0.1, 0.3, 0.6, 0.9, 1.2, 1.6, 2, 2.5, 3, 3.6, 4.5, 5.5, 6.5, 8, 10,
         13, 17, 20, 26, 32, 37, 45, 60, 100, 300, 500, 650, 690, 705, 715, 730, 742, 760, 1e3, 1e4, 1e6]


def has_table(name):
    return any(file == name + '.csv' or file.startswith(name + '_a') or file.startswith(name + '_b1')
               for file in os.listdir(os.path.join(HERE, 'accuracy')))


def components(name, parameters, x):
    breaks, pieces = activations.ACTIVATIONS[name][1](*[mpf(p) for p in parameters])
    piece = activations.piece_at(breaks, x)
    f = pieces[piece]
    result = [f(mpf(x)), diff(f, mpf(x), 1), diff(f, mpf(x), 2)]
    for i in range(len(parameters)):
        def moved(p):
            changed = [mpf(q) for q in parameters]
            changed[i] = p
            return activations.ACTIVATIONS[name][1](*changed)[1][piece](mpf(x))
        result.append(diff(moved, mpf(parameters[i])))
    return result


def agree(a, b, digits):
    """Differences that vanish prove little until there are digits enough to see the least double beside 1."""
    if abs(a) < LEAST and abs(b) < LEAST:
        return digits >= 400
    return abs(a - b) <= abs(b) * mpf(10)**-25


def exact(name, parameters, x):
    for digits in (50, 150, 400, 1000, 2500):
        with mp.workdps(digits):
            coarse = components(name, parameters, x)
        with mp.workdps(digits * 3 // 2):
            fine = components(name, parameters, x)
        if all(mp.isnan(v) for v in fine[:1]) or all(agree(a, b, digits) for a, b in zip(coarse, fine)):
            return fine
    raise ArithmeticError('%s %r %r' % (name, parameters, x))


def rounded(value):
    """The nearest double and what is left over, in 1/1000 of its last place."""
    nearest = float(value) if abs(value) >= LEAST else 0.0
    if math.isinf(nearest):
        return nearest, 0
    with mp.workdps(60):
        return nearest, int(mp.nint((value - mpf(nearest)) / mpf(math.ulp(nearest)) * 1000))


def places():
    found = {}
    with open(os.path.join(HERE, 'activation_facts.csv')) as facts:
        for row in csv.DictReader(facts):
            at = float(row['at'])
            if math.isfinite(at) and at:
                found.setdefault((row['activation'], row['parameters']), set()).add(at)
    return found


def arguments(name, places_of_it, breaks):
    draw = random.Random(name)
    points = [s * size * (1 + draw.random() / 20) for size in SIZES for s in (-1, 1)]
    for at in sorted(places_of_it):
        points += [math.nextafter(at, -math.inf), at, math.nextafter(at, math.inf), at * (1 - 1e-9), at * (1 + 1e-4)]
    return [x for x in points if all(x != float(b) for b in breaks)]


def main():
    known = places()
    with open(os.path.join(HERE, 'activation_values.csv'), 'w') as out:
        out.write('activation,parameters,x,value,slope,curvature,parameter_slopes,residuals\n')
        for name, (sets, _) in activations.ACTIVATIONS.items():
            if has_table(name):
                continue
            for parameters in (sets + activations.HALF_LINES.get(name, [])[:1]):
                breaks = activations.ACTIVATIONS[name][1](*[mpf(p) for p in parameters])[0]
                text = ' '.join(map(repr, parameters))
                for x in arguments(name, known.get((name, text), ()), breaks):
                    values = exact(name, parameters, x)
                    if mp.isnan(values[0]):
                        continue
                    pairs = [rounded(v) for v in values]
                    doubles = [p[0].hex() for p in pairs]
                    out.write(','.join([name, ' '.join(p.hex() for p in parameters), x.hex()] + doubles[:3]
                                       + [' '.join(doubles[3:]), ' '.join(str(p[1]) for p in pairs)]) + '\n')


if __name__ == '__main__':
    main()
