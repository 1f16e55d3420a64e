#!/usr/bin/env python3
"""Facts about the catalogue's activations, computed with mpmath from their definitions alone.

  activations.py   writes activation_facts.csv and activation_parameters.csv beside this file

activation_facts.csv: activation,parameters,fact,at,value,slope,curvature
  fact value_turn, slope_turn, curvature_turn: an extremum of f, f', f'' inside a smooth piece, found by scanning f',
       f'', f''' for changes of sign and refining; break_left, break_right: one-sided limits where pieces meet and do
       not fit to second order; break_value: f there (in all three columns); low, high: limits at -inf and +inf.
activation_parameters.csv: activation,parameters,x,value,slope,curvature,parameter_slopes
  derivatives in x and in each parameter by differences in 60 digits, 400 far out.

Parameters are the doubles named, in the order of the primitive, separated by blanks. Results are rounded to nearest.
The rows of accuracy/ come from 224 to 12000 bits by the same definitions (see accuracy/README.md).
"""
import math
import os

from mpmath import atan, cos, diff, erf, erfc, exp, expm1, findroot, log, log1p, mp, mpf, pi, sin, sqrt, tanh

mp.dps = 60
INF = mpf('inf')
SELU = (1.6732632423543772848170429916717, 1.0507009873554804934193349852946)
THIRD = 1.0 / 3.0


def sigmoid(z):
    return 1 / (1 + exp(-z))


def softplus(z):
    return max(z, mpf(0)) + log1p(exp(-abs(z)))


def leaky(slope):
    return [0], [lambda x: slope * x, lambda x: x]


def smooth(f):
    return [], [f]


def line_between(lo, hi, f=lambda x: x):
    return lambda value_lo, value_hi: ([lo, hi], [lambda x: mpf(value_lo), f, lambda x: mpf(value_hi)])


def soft_exponential(a):
    if a > 0:
        return lambda x: expm1(a * x) / a + a
    return lambda x: -log(1 - a * (x + a)) / a if 1 - a * (x + a) > 0 else mpf('nan')


def parabola_between(half):
    return [-half, half], [lambda x: mpf(0), lambda x: (x + half)**2 / (4 * half), lambda x: x]


def shrink(width, shift):
    if width == 0:
        return [0], [lambda x: x + shift, lambda x: x - shift]
    return [-width, width], [lambda x: x + shift, lambda x: mpf(0), lambda x: x - shift]


GATE = 2 * sqrt(2 / pi)

# activation: (parameter sets, function of the parameters giving the breaks and the pieces between them)
ACTIVATIONS = {
    'identity': ([()], lambda: smooth(lambda x: x)),
    'relu': ([()], lambda: leaky(0)),
    'leaky_relu': ([(-0.5,), (0.0,), (0.01,), (1.0,), (1.5,)], leaky),
    'prelu': ([(0.25,), (-0.125,)], leaky),
    'rrelu_eval_torch': ([(0.125, THIRD), (1.0, 1.0), (-0.5, 0.25)], lambda l, u: leaky((l + u) / 2)),
    'rrelu_eval_paper': ([(3.0, 8.0), (1.0, 1.0), (0.5, 2.0)], lambda l, u: leaky(2 / (l + u))),
    'relu6': ([()], lambda: line_between(0, 6)(0, 6)),
    'elu': ([(-1.0,), (0.0,), (1.0,), (2.5,)], lambda a: ([0], [lambda x: a * expm1(x), lambda x: x])),
    'celu': ([(0.5,), (1.0,), (2.0,)], lambda a: ([0], [lambda x: a * expm1(x / a), lambda x: x])),
    'selu': ([SELU, (1.0, 1.0), (2.0, 0.5)],
             lambda a, s: ([0], [lambda x: s * a * expm1(x), lambda x: s * x])),
    'softplus': ([(1.0,), (0.3,), (5.0,)], lambda b: smooth(lambda x: softplus(b * x) / b)),
    'silu': ([()], lambda: smooth(lambda x: x * sigmoid(x))),
    'swish': ([(-2.0,), (0.0,), (1.0,), (1.702,), (10.0,)], lambda b: smooth(lambda x: x * sigmoid(b * x))),
    'gelu': ([()], lambda: smooth(lambda x: x * erfc(-x / sqrt(2)) / 2)),
    'gelu_tanh': ([()], lambda: smooth(lambda x: x * sigmoid(GATE * (x + mpf(0.044715) * x**3)))),
    'mish': ([()], lambda: smooth(lambda x: x * tanh(softplus(x)))),
    'sigmoid': ([()], lambda: smooth(sigmoid)),
    'tanh': ([()], lambda: smooth(tanh)),
    'softsign': ([()], lambda: ([0], [lambda x: x / (1 - x), lambda x: x / (1 + x)])),
    'hard_sigmoid': ([()], lambda: line_between(-3, 3, lambda x: (x + 3) / 6)(0, 1)),
    'hard_tanh': ([(-1.0, 1.0), (0.5, 2.0), (-3.0, -1.0)], lambda lo, hi: line_between(lo, hi)(lo, hi)),
    'abs': ([()], lambda: leaky(-1)),
    'clipped_relu': ([(1.0,), (20.0,), (0.375,)], lambda n: line_between(0, n)(0, n)),
    'thresholded_relu': ([(1.0,), (0.0,), (0.3,)], lambda t: ([t], [lambda x: mpf(0), lambda x: x])),
    'threshold': ([(1.0, 0.0), (-0.5, 2.0), (0.25, 0.25)], lambda t, v: ([t], [lambda x: v, lambda x: x])),
    'relu_squared': ([()], lambda: ([0], [lambda x: mpf(0), lambda x: x * x])),
    'hard_shrink': ([(0.5,), (0.0,), (2.0,)], lambda l: shrink(l, 0)),
    'soft_shrink': ([(0.5,), (0.1,)], lambda l: shrink(l, l)),
    'frelu': ([(-0.398,), (0.7,)], lambda b: ([0], [lambda x: b, lambda x: x + b])),
    'hard_sigmoid_onnx': ([(0.2, 0.5), (0.125, 0.25), (1.0 / 6.0, 0.5), (0.3, 0.0)],
                          lambda a, b: line_between(-b / a, (1 - b) / a, lambda x: a * x + b)(0, 1)),
    'sparse_sigmoid': ([()], lambda: line_between(-1, 1, lambda x: (x + 1) / 2)(0, 1)),
    'sign': ([()], lambda: ([0], [lambda x: mpf(-1), lambda x: mpf(1)])),
    'star_relu': ([(0.8944, -0.4472), (-0.5, 1.0)], lambda s, b: ([0], [lambda x: b, lambda x: s * x * x + b])),
    'sparse_plus': ([()], lambda: parabola_between(1)),
    'smelu': ([(2.0,), (0.3,), (1.0,)], parabola_between),
    'hard_swish': ([()], lambda: ([-3, 3], [lambda x: mpf(0), lambda x: x * (x + 3) / 6, lambda x: x])),
    'hard_mish': ([()], lambda: ([-2, 0], [lambda x: mpf(0), lambda x: x * (x + 2) / 2, lambda x: x])),
    'srelu': ([(-0.375, 0.2, 0.4, 0.2), (-1.5, 0.0, 2.0, -1.5), (-0.5, 1.0, 0.25, 0.5)],
              lambda tl, al, tr, ar: ([tl, tr], [lambda x: tl + al * (x - tl), lambda x: x, lambda x: tr + ar * (x - tr)])),
    'plu': ([(0.1, 1.0), (0.0, 2.0), (1.0, 0.5)],
            lambda a, c: ([-c, c], [lambda x: a * (x + c) - c, lambda x: x, lambda x: a * (x - c) + c])),
    'nlrelu': ([(1.0,), (0.3,), (5.0,)], lambda b: ([0], [lambda x: mpf(0), lambda x: log1p(b * x)])),
    'pelu': ([(1.0, 1.0), (2.0, 1.0), (0.5, 4.0)],
             lambda a, b: ([0], [lambda x: a * expm1(x / b), lambda x: a / b * x])),
    'mpelu': ([(1.0, 2.0), (0.25, 1.0), (-1.0, 0.5), (0.0, 1.0)],
              lambda a, b: ([0], [lambda x: a * expm1(b * x), lambda x: x])),
    'isrlu': ([(1.0,), (3.0,), (0.1,)], lambda a: ([0], [lambda x: x / sqrt(1 + a * x * x), lambda x: x])),
    'slu': ([(1.0, 2.0), (0.5, 3.0)], lambda a, b: ([0], [lambda x: b * log((exp(x) + 1) / 2), lambda x: a * x])),
    'exponential': ([()], lambda: smooth(exp)),
    'hexpo': ([(1.0, 1.0, 1.0, 1.0), (2.0, 0.5, 0.3, 1.5)],
              lambda a, b, c, d: ([0], [lambda x: c * expm1(x / d), lambda x: -a * expm1(-x / b)])),
    'xielu': ([(0.8, 0.8, 0.5), (0.4, 0.8, 1.0), (1.0, 0.5, 0.5), (0.1, 2.0, 0.0)],
              lambda ap, an, b: ([0], [lambda x: an * (expm1(x) - x) + b * x, lambda x: ap * x * x + b * x])),
    'soft_exponential': ([(0.5,), (1.0,), (1.5,)], lambda a: smooth(soft_exponential(a))),
    'squareplus': ([(4.0,), (0.5,)], lambda b: smooth(lambda x: (x + sqrt(x * x + b)) / 2)),
    'log_sigmoid': ([()], lambda: smooth(lambda x: -softplus(-x))),
    'bent_identity': ([()], lambda: smooth(lambda x: (sqrt(x * x + 1) - 1) / 2 + x)),
    'binary_step': ([()], lambda: ([0], [lambda x: mpf(0), lambda x: mpf(1)])),
    'arctan': ([()], lambda: smooth(atan)),
    'gaussian': ([()], lambda: smooth(lambda x: exp(-x * x))),
    'isru': ([(1.0,), (3.0,), (0.1,)], lambda a: smooth(lambda x: x / sqrt(1 + a * x * x))),
    'lecun_tanh': ([()], lambda: smooth(lambda x: mpf(1.7159) * tanh(2 * x / 3))),
    'lisht': ([()], lambda: smooth(lambda x: x * tanh(x))),
    'logish': ([()], lambda: smooth(lambda x: x * log1p(sigmoid(x)))),
    'loglog_complementary': ([()], lambda: smooth(lambda x: -expm1(-exp(min(x, 50))))),
    'phish': ([()], lambda: smooth(lambda x: x * tanh(x * erfc(-x / sqrt(2)) / 2))),
    'quick_gelu': ([()], lambda: smooth(lambda x: x * sigmoid(mpf(1.702) * x))),
    'serf': ([()], lambda: smooth(lambda x: x * erf(softplus(x)))),
    'tanh_shrink': ([()], lambda: smooth(lambda x: x - tanh(x))),
    'tanhexp': ([()], lambda: smooth(lambda x: x * tanh(exp(min(x, 50))))),
    'sinusoid': ([(1.0,), (30.0,), (-0.3,)], lambda w: smooth(lambda x: sin(w * x))),
    'sinc': ([()], lambda: smooth(lambda x: sin(x) / x if x else mpf(1))),
    'gcu': ([()], lambda: smooth(lambda x: x * cos(x))),
    'e_swish': ([(1.25,), (2.0,), (-0.5,)], lambda b: smooth(lambda x: b * x * sigmoid(x))),
    'flatten_t_swish': ([(-0.2,), (0.5,)], lambda t: ([0], [lambda x: t, lambda x: x * sigmoid(x) + t])),
    'smish': ([()], lambda: smooth(lambda x: x * tanh(log1p(sigmoid(x))))),
    'elish': ([()], lambda: ([0], [lambda x: expm1(x) * sigmoid(x), lambda x: x * sigmoid(x)])),
    'hard_elish': ([()], lambda: ([-1, 0, 1], [lambda x: mpf(0), lambda x: expm1(x) * (x + 1) / 2,
                                               lambda x: x * (x + 1) / 2, lambda x: x])),
    'golu': ([()], lambda: smooth(lambda x: x * exp(-exp(min(-x, 50))))),
    'colu': ([()], lambda: smooth(lambda x: x / (1 - x * exp(-x - exp(min(x, 50)))))),
    'dsilu': ([()], lambda: smooth(lambda x: sigmoid(x) * (1 + x * sigmoid(-x)))),
    'bipolar_sigmoid': ([()], lambda: smooth(lambda x: tanh(x / 2))),
    'elliott': ([()], lambda: ([0], [lambda x: 1 / (1 - x) / 2, lambda x: (1 + 2 * x) / (1 + x) / 2])),
    'erf': ([()], lambda: smooth(erf)),
    'gudermannian': ([()], lambda: smooth(lambda x: 2 * atan(tanh(x / 2)))),
    'sqnl': ([()], lambda: ([-2, 0, 2], [lambda x: mpf(-1), lambda x: x + x * x / 4, lambda x: x - x * x / 4,
                                         lambda x: mpf(1)])),
    'soft_clipping': ([(1.0,), (4.0,), (0.3,)], lambda a: smooth(lambda x: (softplus(a * x) - softplus(a * (x - 1))) / a)),
    'mexican_hat': ([()], lambda: smooth(lambda x: (1 - x * x) * exp(-x * x / 2))),
    'square': ([()], lambda: smooth(lambda x: x * x)),
    'cube': ([()], lambda: smooth(lambda x: x**3)),
    'aria2': ([(1.5, 2.0), (0.5, 1.0), (3.0, 0.7)], lambda a, b: smooth(lambda x: x * exp(-a * softplus(-b * x)))),
    'acon_c': ([(1.0, 0.25, 1.0), (1.2, -0.8, 0.5), (0.5, 1.5, 2.0)],
               lambda p1, p2, b: smooth(lambda x: (p1 - p2) * x * sigmoid(b * (p1 - p2) * x) + p2 * x)),
    'xatlu': ([(0.2,), (0.0,), (-0.25,), (-1.5,)],
              lambda a: smooth(lambda x: x * ((1 + 2 * a) * (atan(x) + pi / 2) / pi - a))),
    'soft_root_sign': ([(2.0, 3.0), (1.0, 0.5)], lambda a, b: smooth(lambda x: x / (x / a + exp(-x / b)))),
    'dyt': ([(0.5, 1.0, 0.0), (2.0, -0.7, 0.3)], lambda a, g, b: smooth(lambda x: g * tanh(a * x) + b)),
    'sinlu': ([(1.0, 1.0), (0.5, 3.0)], lambda a, b: smooth(lambda x: (x + a * sin(b * x)) * sigmoid(x))),
    'cosine': ([()], lambda: smooth(cos)),
    'snake': ([(1.0,), (0.3,), (5.0,)], lambda a: smooth(lambda x: x + sin(a * x)**2 / a)),
}
# What f is at a jump, where it is not the limit from the right.
AT_JUMPS = {'sign': 'zero', 'thresholded_relu': 'left', 'threshold': 'left', 'hard_shrink': 'zero'}
# Infinitely many turns: only the limits (value, slope, curvature) at -inf and +inf are stated, nan where there is none.
WAVES = {
    'sinusoid': ([math.nan] * 3, [math.nan] * 3),
    'cosine': ([math.nan] * 3, [math.nan] * 3),
    'snake': ([-INF, math.nan, math.nan], [INF, math.nan, math.nan]),
    'gcu': ([math.nan] * 3, [math.nan] * 3),
    'sinc': ([0] * 3, [0] * 3),
    'sinlu': ([0] * 3, [INF, math.nan, math.nan]),
}
# Turns that move with the parameters in no closed form and are not stated: only the limits are.
UNSHAPED = ('aria2', 'acon_c', 'soft_root_sign')
NEGLIGIBLE = mpf(10)**-40  # What differences leave of a derivative that is 0.


def number(value):
    if abs(value) < NEGLIGIBLE:
        return '0'
    return repr(float(value))


def jet(f, x):
    return [f(x), diff(f, x, 1), diff(f, x, 2)]


def turns(f, order, lo, hi):
    """Where the derivative of that order changes direction inside (lo, hi)."""
    g = lambda x: diff(f, x, order + 1)
    found, last = [], None
    steps = 600
    for i in range(1, steps):
        x = lo + (hi - lo) * (i + mpf('0.0137')) / steps
        y = g(x)
        if abs(y) < NEGLIGIBLE:
            continue
        if last and (y < 0) != (last[1] < 0):
            found.append(findroot(g, (last[0], x), solver='anderson', tol=mpf(10)**-45))
        last = (x, y)
    return found


def limit(f, sign):
    """Value, slope and curvature at infinity, read off far out."""
    far = sign * mpf(10)**25
    with mp.workdps(150):
        v = [f(far), (f(far + 1) - f(far - 1)) / 2, f(far + 1) - 2 * f(far) + f(far - 1)]
        if abs(f(far * abs(far)) - v[0]) > 1:
            v[0] = sign_of(v[0]) * INF
    v = [sign_of(x) * INF if abs(x) > 10**15 else x for x in v]
    return [x if abs(x) == INF else mpf(round_at(x)) for x in v]


def sign_of(x):
    return 1 if x > 0 else -1


def round_at(x):
    """x, freed from what is left of a slow decay."""
    return mpf(mp.nstr(x, 20)) if abs(x) > mpf(10)**-15 else mpf(0)


def facts(name, parameters):
    if name in WAVES:
        return [('low', -INF, map(mpf, WAVES[name][0])), ('high', INF, map(mpf, WAVES[name][1]))]
    breaks, pieces = ACTIVATIONS[name][1](*[mpf(p) for p in parameters])
    span = mpf(12) / (abs(parameters[0]) if name in ('swish', 'softplus') and parameters[0] else 1)
    edges = [-span] + [mpf(b) for b in breaks] + [span]
    rows = []
    for i, f in enumerate(pieces):
        for order, fact in enumerate(('value_turn', 'slope_turn', 'curvature_turn')):
            rows += [(fact, x, jet(f, x)) for x in turns(f, order, edges[i], edges[i + 1])]
    for i, at in enumerate(breaks):
        left, right = jet(pieces[i], mpf(at)), jet(pieces[i + 1], mpf(at))
        if any(abs(a - b) > NEGLIGIBLE for a, b in zip(left, right)):
            value = {'left': left[0], 'zero': mpf(0)}.get(AT_JUMPS.get(name), right[0])
            rows += [('break_left', at, left), ('break_value', at, [value] * 3), ('break_right', at, right)]
    if name in UNSHAPED:
        rows = []
    rows += [('low', -INF, limit(pieces[0], -1)), ('high', INF, limit(pieces[-1], 1))]
    return rows


def piece_at(breaks, x):
    return sum(1 for b in breaks if x > b)


def parameter_row(name, parameters, x):
    breaks, pieces = ACTIVATIONS[name][1](*[mpf(p) for p in parameters])
    values = jet(pieces[piece_at(breaks, x)], mpf(x))
    slopes = []
    for i in range(len(parameters)):
        def moved(p):
            changed = [mpf(q) for q in parameters]
            changed[i] = p
            return ACTIVATIONS[name][1](*changed)[1][piece_at(breaks, x)](mpf(x))
        slopes.append(diff(moved, mpf(parameters[i])))
    return values, slopes


ABSCISSAE = [-400.5, -39.75, -7.3, -2.5, -1.1, -0.4, -1e-3, 1e-3, 0.3, 1.9, 6.1, 25.25]


# Parameters for which the function is defined on a half-line only: nan outside.
HALF_LINES = {'soft_exponential': [(-0.5,), (-1.25,), (-1e-5,)]}
# Without parameters and without a table in accuracy/: rows next to the turns, too.
NO_TABLE = ('smish', 'elish', 'hard_elish', 'golu', 'colu', 'dsilu', 'bipolar_sigmoid', 'elliott', 'erf', 'gudermannian',
            'sqnl', 'mexican_hat', 'square', 'cube', 'cosine')
# Roots of f or f' that depend on the parameters.
AT_ROOTS = {
    ('star_relu', (0.8944, -0.4472)): [sqrt(mpf(0.4472) / mpf(0.8944))],
    ('srelu', (-1.5, 0.0, 2.0, -1.5)): [2 + 2 / mpf(1.5)],
    ('xielu', (0.8, 0.8, 0.5)): [
        log1p(-mpf(0.5) / mpf(0.8)),
        findroot(lambda x: mpf(0.8) * (expm1(x) - x) + x / 2, (-2.6, -1.8), solver='anderson', tol=mpf(10)**-100)],
    ('aria2', (1.5, 2.0)): [mpf('-0.46488222063100826'), mpf('-0.8817445759834788'), mpf('1.2396347379017558')],
    ('acon_c', (1.2, -0.8, 0.5)): [mpf('-0.2013523341896512'), mpf('2.3993572805154675')],
    ('xatlu', (0.2,)): [mpf('-0.7481676153970381')],
    ('soft_root_sign', (2.0, 3.0)): [mpf('-4.762507365503604'), mpf('-0.8417515254803587')],
    ('snake', (1.0,)): [-pi / 4, pi / 4],
    ('soft_exponential', (0.5,)): [2 * log(mpf(0.75))],
    ('soft_exponential', (-0.5,)): [mpf(0.5)],
}


def next_to(roots):
    """The doubles on both sides of each root, and two near it."""
    points = []
    for root in map(float, roots):
        points += [math.nextafter(root, -INF), root, math.nextafter(root, INF), root * (1 - 1e-9), root * (1 + 1e-4)]
    return points


def write(directory):
    turning = {}
    with open(os.path.join(directory, 'activation_facts.csv'), 'w') as out:
        out.write('activation,parameters,fact,at,value,slope,curvature\n')
        for name, (sets, _) in ACTIVATIONS.items():
            for parameters in sets:
                for fact, at, values in facts(name, parameters):
                    if fact.endswith('_turn') and name in NO_TABLE and abs(at) > NEGLIGIBLE:
                        turning.setdefault(name, []).append(at)
                    out.write(','.join([name, ' '.join(map(repr, parameters)), fact, number(mpf(at))]
                                       + [number(v) for v in values]) + '\n')
    with open(os.path.join(directory, 'activation_parameters.csv'), 'w') as out:
        out.write('activation,parameters,x,value,slope,curvature,parameter_slopes\n')
        for name, (sets, _) in ACTIVATIONS.items():
            for parameters in [p for p in sets + HALF_LINES.get(name, []) if p or name in NO_TABLE]:
                for x in ABSCISSAE + next_to(AT_ROOTS.get((name, parameters), []) + turning.get(name, [])):
                    with mp.workdps(400 if abs(x) > (5 if name == 'colu' else 20) else 60):  # e^-e^x is soon small.
                        values, slopes = parameter_row(name, parameters, x)
                    out.write(','.join([name, ' '.join(map(repr, parameters)), repr(x)] + [repr(float(v)) for v in values]
                                       + [' '.join(repr(float(v)) for v in slopes)]) + '\n')


if __name__ == '__main__':
    write(os.path.dirname(os.path.abspath(__file__)))
