#!/usr/bin/env python3
"""Facts about the catalogue's activations as the facts card states them, computed with mpmath from the definitions in
activations.py alone, and written to facts.csv beside this file: activation,parameters,fact,values

  span       lo hi lo_attained hi_attained          a part of the range
  trend      constant, strictly_increasing, increasing, strictly_decreasing, decreasing, none
  bend       affine, strictly_convex, convex, strictly_concave, concave, neither
  class      discontinuous, 0, 1, 2, smooth         the last derivative that is continuous
  kink       at left_slope right_slope
  jump       at left value right
  low, high  limit value | constant value | line slope intercept | straight slope intercept | slope slope | steep
  steepest   sup|f'| attained                       where f' exists
  dead       from to
  zero       f(0) f'(0-) f'(0+)
  extremum   at value max|min
  inflection at slope
  normal     E f, E f^2, E f'^2 under N(0, 1)       inf where f jumps

  extremum, inflection   endless                    infinitely many

A piece is cut where f' and f'' change sign, found by scanning 600 places and refining in 60 digits; its sign of f' and
f'' is that of the middle. Activations with infinitely many turns are scanned for WINDOW to either side, which holds
many periods; what they do at the ends is stated with its reason.
"""
import os

from mpmath import diff, erfc, exp, findroot, mp, mpf, pi, sqrt
from mpmath.calculus.quadrature import GaussLegendre

import activations as source

mp.dps = 60
INF = mpf('inf')
EXACTLY = mpf(10)**-45
SIGN = ['-', '0', '+']
# Places where a formula changes and f, f' and f'' do not.
SEAMS = {'isrlu'}


def text(x):
    if abs(x) == INF:
        return 'inf' if x > 0 else '-inf'
    return '0' if abs(x) < mpf(10)**-40 else repr(float(x))


def is_straight(f, a, b):
    """Whether f is affine between two places, from three chords."""
    y = [f(a + (b - a) * k / mpf(7)) for k in (1, 2, 4, 6)]
    return abs(y[0] - 2 * y[1] + y[2] - (y[2] - y[1]) * 1 + (y[1] - y[0])) < EXACTLY and \
        abs((y[3] - y[2]) - 2 * (y[1] - y[0])) < EXACTLY and abs((y[2] - y[1]) - 2 * (y[1] - y[0])) < EXACTLY


def sign(x):
    return 0 if abs(x) < EXACTLY else 1 if x > 0 else -1


class Segment:
    def __init__(self, f, a, b, low, high):
        near = lambda x, other: x if abs(x) != INF else other + (3 if x > 0 else -3)
        p, q = near(a, b if abs(b) != INF else mpf(0)), near(b, a if abs(a) != INF else mpf(0))
        self.f, self.a, self.b, self.low, self.high = f, a, b, low, high
        middle = p + (q - p) * mpf('0.4871')
        self.straight = is_straight(f, p, q)
        self.rise = sign(diff(f, middle, 1))
        self.bend = 0 if self.straight else sign(diff(f, middle, 2))


def limits(f, direction):
    """(kind, numbers, jet) at an infinity."""
    at = direction * mpf(10)**25
    with mp.workdps(150):
        slope = (f(2 * at) - f(at)) / at
        value = f(at)
        rest = value - slope * at
        drift = abs((f(at * abs(at)) - slope * at * abs(at)) - rest)
        steep = abs(slope) > 10**15
        grows = abs(f(at * abs(at)) - value) > 1 and not steep
    slope = mpf(0) if abs(slope) < mpf(10)**-15 else slope
    if steep:
        return 'steep', [], [sign(value) * INF, sign(slope) * INF]
    if slope == 0 and grows:
        return 'slope', [slope], [sign(value) * INF, slope]
    if slope == 0:
        return 'limit', [source.round_at(value)], [source.round_at(value), slope]
    kind = 'line' if drift < 1 else 'slope'
    return kind, [slope, source.round_at(rest)][:2 if kind == 'line' else 1], [sign(value) * INF, slope]


def cuts_of(f, lo, hi):
    return sorted(source.turns(f, 0, lo, hi) + source.turns(f, 1, lo, hi))


def segments_of(name, parameters):
    breaks, pieces = source.ACTIVATIONS[name][1](*[mpf(p) for p in parameters])
    span = mpf(12) / (abs(parameters[0]) if name in ('swish', 'softplus') and parameters[0] else 1)
    span = max([span] + [2 * abs(mpf(b)) for b in breaks])
    edges = [-INF] + [mpf(b) for b in breaks] + [INF]
    segments = []
    for i, f in enumerate(pieces):
        a, b = edges[i], edges[i + 1]
        cuts = [] if is_straight(f, max(a, -span), min(b, span)) else cuts_of(f, max(a, -span), min(b, span))
        points = [a] + cuts + [b]
        for j in range(len(points) - 1):
            ends = []
            for x, direction in ((points[j], -1), (points[j + 1], 1)):
                ends.append(limits(f, direction)[2] if abs(x) == INF else [f(x), diff(f, x, 1)])
            segments.append(Segment(f, points[j], points[j + 1], *ends))
    return breaks, pieces, segments


def value_at(name, breaks, pieces, x):
    """f(x); at a jump the value that goes with it."""
    for i, b in enumerate(breaks):
        if x == b:
            left, right = pieces[i](mpf(b)), pieces[i + 1](mpf(b))
            return left if abs(left - right) < EXACTLY else \
                {'left': left, 'zero': mpf(0)}.get(source.AT_JUMPS.get(name), right)
    return pieces[source.piece_at(breaks, x)](mpf(x))


def spans_of(segments, points):
    spans = [(min(s.low[0], s.high[0]), max(s.low[0], s.high[0]), s.rise == 0, s.rise == 0) for s in segments]
    spans += [(p, p, True, True) for p in points]
    spans.sort(key=lambda s: (s[0] if abs(s[0]) == INF else mp.nint(s[0] / EXACTLY), not s[2]))
    same = lambda a, b: a == b or (abs(a) != INF and abs(b) != INF and abs(a - b) < EXACTLY)
    result = []
    for s in spans:
        if not result or (s[0] > result[-1][1] and not same(s[0], result[-1][1])) or \
                (same(s[0], result[-1][1]) and not s[2] and not result[-1][3]):
            if result and same(s[0], result[-1][0]) and same(s[1], result[-1][1]):
                continue
            result.append(list(s))
        else:
            last = result[-1]
            last[2] = last[2] or (same(s[0], last[0]) and s[2])
            if s[1] > last[1] and not same(s[1], last[1]):
                last[1], last[3] = s[1], s[3]
            elif same(s[1], last[1]):
                last[3] = last[3] or s[3]
    return result


def joints_of(name, breaks, pieces, segments):
    return [(s.b, value_at(name, breaks, pieces, s.b), s, t, any(s.b == b for b in breaks))
            for s, t in zip(segments, segments[1:])]


def is_jump(joint):
    _, value, s, t, _ = joint
    return abs(s.high[0] - value) > EXACTLY or abs(t.low[0] - value) > EXACTLY


def monotone(segments, joints):
    rises = [s.rise for s in segments]
    jumps = [(j[2].high[0], j[1], j[3].low[0]) for j in joints if is_jump(j)]
    up = min(rises) >= 0 and all(a <= v <= b for a, v, b in jumps)
    down = max(rises) <= 0 and all(a >= v >= b for a, v, b in jumps)
    strict = '' if 0 in rises else 'strictly_'
    return 'constant' if up and down else strict + 'increasing' if up else strict + 'decreasing' if down else 'none'


def bending(segments, joints):
    bends = [s.bend for s in segments]
    steps = [sign(j[3].low[1] - j[2].high[1]) for j in joints]
    whole = not any(map(is_jump, joints))
    convex = whole and min(bends) >= 0 and min(steps + [0]) >= 0
    concave = whole and max(bends) <= 0 and max(steps + [0]) <= 0
    strict = '' if 0 in bends else 'strictly_'
    return 'affine' if convex and concave else strict + 'convex' if convex else strict + 'concave' if concave \
        else 'neither'


def smooth_class(name, joints):
    best = 5
    for j in joints:
        if not j[4]:
            continue
        if is_jump(j):
            best = min(best, -1)
            continue
        for order in (1, 2, 3, 4):
            if abs(diff(j[2].f, j[0], order) - diff(j[3].f, j[0], order)) > mpf(10)**-25:
                best = min(best, order - 1)
                break
    return 'discontinuous' if best < 0 else 'smooth' if best == 5 else str(best)


def steepest(segments, joints):
    most, attained = mpf(-1), False
    found = []
    for s in segments:
        found += [(abs(s.low[1]), s.straight), (abs(s.high[1]), s.straight)]
    found += [(abs(j[2].high[1]), True) for j in joints
              if not is_jump(j) and abs(j[2].high[1] - j[3].low[1]) < EXACTLY]
    most = max(v for v, _ in found)
    attained = most != INF and any(a for v, a in found if v != INF and abs(v - most) < EXACTLY)
    return most, attained


def dead(segments, joints):
    result = []
    for i, s in enumerate(segments):
        if s.rise == 0:
            if result and result[-1][1] == s.a and not is_jump(joints[i - 1]):
                result[-1][1] = s.b
            else:
                result.append([s.a, s.b])
    return result


NODES = None


def normal(breaks, pieces, jumps):
    """By 30-point Gauss panels of width 1/2 on [-14, 14], cut at the breaks."""
    global NODES
    with mp.workdps(30):
        if NODES is None:
            NODES = GaussLegendre(mp).calc_nodes(4, 110)
        edges = sorted(set([mpf(k) / 2 for k in range(-28, 29)] + [mpf(b) for b in breaks if abs(b) < 14]))
        sums = [mpf(0)] * 3
        for a, b in zip(edges, edges[1:]):
            f = pieces[source.piece_at(breaks, (a + b) / 2)]
            for node, weight in NODES:
                x = (a + b) / 2 + (b - a) / 2 * node
                w = weight * (b - a) / 2 * exp(-x * x / 2) / sqrt(2 * pi)
                y, slope = f(x), diff(f, x, 1)
                sums = [sums[0] + w * y, sums[1] + w * y * y, sums[2] + w * slope * slope]
    return [mpf(0) if abs(s) < mpf(10)**-18 else s for s in sums[:2]] + [INF if jumps else sums[2]]


def rows_of(name, parameters):
    breaks, pieces, segments = segments_of(name, parameters)
    joints = joints_of(name, breaks, pieces, segments)
    jumps = [j for j in joints if is_jump(j)]
    rows = [('span', [text(s[0]), text(s[1]), str(int(s[2])), str(int(s[3]))])
            for s in spans_of(segments, [j[1] for j in joints])]
    rows.append(('trend', [monotone(segments, joints)]))
    rows.append(('bend', [bending(segments, joints)]))
    rows.append(('class', [smooth_class(name, joints)]))
    for j in joints:
        if j[4] and not is_jump(j) and sign(j[2].high[1] - j[3].low[1]) != 0:
            rows.append(('kink', [text(j[0]), text(j[2].high[1]), text(j[3].low[1])]))
    rows += [('jump', [text(j[0]), text(j[2].high[0]), text(j[1]), text(j[3].low[0])]) for j in jumps]
    for side, s, direction in (('low', segments[0], -1), ('high', segments[-1], 1)):
        kind, numbers, _ = limits(s.f, direction)
        if s.straight:
            kind, numbers = ('constant', [s.f(mpf(direction))]) if s.rise == 0 else \
                ('straight', [s.f(mpf(1)) - s.f(mpf(0)), s.f(mpf(0))])
        rows.append((side, [kind] + [text(n) for n in numbers]))
    most, attained = steepest(segments, joints)
    rows.append(('steepest', [text(most), str(int(attained))]))
    rows += [('dead', [text(a), text(b)]) for a, b in dead(segments, joints)]
    zero = [diff(pieces[source.piece_at(breaks, side * mpf(10)**-30)], 0, 1) for side in (-1, 1)]
    rows.append(('zero', [text(value_at(name, breaks, pieces, 0)), text(zero[0]), text(zero[1])]))
    for x, value, s, t, _ in joints:
        for factor, word in ((1, 'max'), (-1, 'min')):
            left, right = sign(factor * (value - s.high[0])), sign(factor * (value - t.low[0]))
            if (left > 0 or (left == 0 and factor * s.rise > 0)) and \
                    (right > 0 or (right == 0 and factor * t.rise < 0)):
                rows.append(('extremum', [text(x), text(value), word]))
        if s.bend * t.bend < 0 and abs(s.high[0] - t.low[0]) < EXACTLY and abs(s.high[1] - t.low[1]) < EXACTLY:
            rows.append(('inflection', [text(x), text(s.high[1])]))
    rows.append(('normal', [text(n) for n in normal(breaks, pieces, bool(jumps))]))
    return rows


# Beside those of activations.py: where ELU stops being convex, SELU, leaky ReLU that is concave.
MORE = {'elu': [(0.5,), (1.0000001,)], 'leaky_relu': [(-1.0,)], 'clipped_relu': [(6.0,)], 'mpelu': [(0.5, 2.0)]}


# What a wave does at both ends, and whether |f'| is unbounded there: sin and cos have no limit, x + sin^2(ax)/a keeps
# within 1/|a| of the line y = x without nearing any, x cos x has none and the slope -x sin x, sin(x)/x tends to 0,
# (x + a sin bx) sigmoid(x) to 0 and to x + a sin bx.
WAVE_ENDS = {
    'sinusoid': (('swings', []), ('swings', []), False),
    'cosine': (('swings', []), ('swings', []), False),
    'snake': (('slope', [mpf(1)]), ('slope', [mpf(1)]), False),
    'gcu': (('swings', []), ('swings', []), True),
    'sinc': (('limit', [mpf(0)]), ('limit', [mpf(0)]), False),
    'sinlu': (('limit', [mpf(0)]), ('slope', [mpf(1)]), False),
}
WINDOW = 70


def roots_of(f, order):
    """Where the derivative of that order changes sign in the window, in 40 digits."""
    g = lambda x: diff(f, x, order) if x else diff(f, mpf(10)**-30, order)
    xs = [-WINDOW + (k + mpf('0.0137')) * mpf('0.1') for k in range(20 * WINDOW)]
    ys = [g(x) for x in xs]
    return [findroot(g, (a, b), solver='anderson', tol=mpf(10)**-70) for a, b, u, v in zip(xs, xs[1:], ys, ys[1:])
            if sign(u) * sign(v) < 0], ys


def wave_rows(name, parameters):
    f = source.ACTIVATIONS[name][1](*[mpf(p) for p in parameters])[1][0]
    low, high, is_steep = WAVE_ENDS[name]
    at = lambda x, order: diff(f, x, order) if order else f(x)
    turns, slopes = roots_of(f, 1)
    bends, _ = roots_of(f, 2)
    zero = [at(side * mpf(10)**-30, 1) for side in (-1, 1)]
    values = [f(x) for x in turns] or [mpf(0)]
    extremes = [-INF if low[0] == 'slope' or is_steep else min(values),
                INF if high[0] == 'slope' or is_steep else max(values)]
    if name == 'sinc':  # Its maximum is at the removable singularity, where f' is 0 and changes sign.
        extremes[1] = max(extremes[1], mpf(1))
    rows = [('span', [text(extremes[0]), text(extremes[1]), str(int(abs(extremes[0]) != INF)),
                      str(int(abs(extremes[1]) != INF))]),
            ('trend', ['none' if turns else 'strictly_increasing' if slopes[0] > 0 else 'strictly_decreasing']),
            ('bend', ['neither']), ('class', ['smooth'])]
    assert bends
    rows += [('low', [low[0]] + [text(n) for n in low[1]]), ('high', [high[0]] + [text(n) for n in high[1]])]
    rows.append(('steepest', ['inf', '0'] if is_steep else [text(max(abs(at(x, 1)) for x in bends)), '1']))
    rows.append(('zero', [text(f(mpf(10)**-50))] + [text(z) if abs(z) > mpf(10)**-25 else '0' for z in zero]))
    if len(turns) > 10:
        rows.append(('extremum', ['endless']))
    else:
        rows += [('extremum', [text(x), text(f(x)), 'min' if at(x, 2) > 0 else 'max']) for x in turns]
    rows.append(('inflection', ['endless']) if len(bends) > 10 else None)
    rows.append(('normal', [text(n) for n in normal([], [f], False)]))
    return rows


def main(directory):
    with open(os.path.join(directory, 'facts.csv'), 'w') as out:
        out.write('activation,parameters,fact,values\n')
        for name, (sets, _) in source.ACTIVATIONS.items():
            rows = wave_rows if name in source.WAVES else rows_of
            for parameters in sets + MORE.get(name, []):
                for fact, values in rows(name, parameters):
                    out.write(','.join([name, ' '.join(map(repr, parameters)), fact, ' '.join(values)]) + '\n')
            out.flush()


if __name__ == '__main__':
    main(os.path.dirname(os.path.abspath(__file__)))
