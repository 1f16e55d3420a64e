#!/usr/bin/env python3
"""peers.py LIBRARY [--rounds N] [--table]: arrays of 10^5 doubles in Secant, PyTorch, NumPy and muParser, in one process.

Every round visits all programs in shuffled order on one thread; the processor time of that thread counts, and of all
rounds the median. So neighbours on the machine disturb the nanoseconds, but hardly the ratios. Exits 1 if a goal is missed.
"""

import argparse
import ctypes
import math
import random
import statistics
import sys
import time

import numpy
import torch

COUNT = 100_000
HORNER = [0.01, -0.02, 0.03, -0.04, 0.05, -0.06, 0.07, -0.08, 0.09, -0.1, 0.11,
          -0.12, 0.13, -0.14, 0.15, -0.16, 0.17, -0.18, 0.19, -0.2, 0.21]
NESTED = repr(HORNER[0])
for c in HORNER[1:]:
    NESTED = f"({NESTED}*x{c:+})"

FORMULAS = ["x^2+sin(3*x)*exp(-x/2)", "x/(1+exp(-x))", "log(1+exp(x))", "max(0.01*x,x)", "(x^3-2*x+1)/(x^2+1)",
            "abs(x)+sqrt(1+x^2)", NESTED, "exp(-(x^2))*cos(20*x)", "tanh(x)+atan(x)^2"]
ACTIVATIONS = {
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "gelu": torch.nn.functional.gelu, "silu": torch.nn.functional.silu,
    "softplus": torch.nn.functional.softplus, "mish": torch.nn.functional.mish, "elu": torch.nn.functional.elu,
    "relu": torch.relu,
}
SMOOTH = [name for name in ACTIVATIONS if name != "relu"]
# Those that PyTorch writes to a given array; the others make theirs, as a user's call does.
OUT = {"sigmoid": lambda x, y: torch.sigmoid(x, out=y), "tanh": lambda x, y: torch.tanh(x, out=y),
       "gelu": lambda x, y: torch._C._nn.gelu(x, out=y), "silu": lambda x, y: torch._C._nn.silu(x, out=y),
       "softplus": lambda x, y: torch._C._nn.softplus(x, out=y), "mish": lambda x, y: torch._C._nn.mish(x, out=y),
       "elu": lambda x, y: torch._C._nn.elu(x, out=y), "relu": lambda x, y: torch.clamp_min(x, 0.0, out=y)}


class Secant:
    """The functions of the library, on NumPy arrays."""

    def __init__(self, path):
        self.library = ctypes.CDLL(path)
        self.library.secant_function.restype = ctypes.c_void_p
        self.library.muparser_function.restype = ctypes.c_void_p

    @staticmethod
    def at(array):
        return ctypes.c_void_p(array.ctypes.data)

    def caller(self, name, handle, arrays):
        function = getattr(self.library, name)
        arguments = [handle, *map(self.at, arrays), ctypes.c_long(COUNT)]
        return lambda: function(*arguments)

    def function(self, formula):
        handle = self.library.secant_function(formula.encode())
        if not handle:
            sys.exit(f"not a formula: {formula}")
        return ctypes.c_void_p(handle)

    def muparser(self, formula):
        return ctypes.c_void_p(self.library.muparser_function(formula.replace("log(", "ln(").encode()))


def autograd(function, x):
    """f, f' and f'' as PyTorch users get them: two nested calls of grad."""
    leaf = x.detach().clone().requires_grad_(True)
    def run():
        f = function(leaf)
        slope, = torch.autograd.grad(f.sum(), leaf, create_graph=True)
        if slope.grad_fn is not None:
            torch.autograd.grad(slope.sum(), leaf, allow_unused=True)
    return run


def numpy_code(formula):
    return formula.replace("^", "**").replace("max(", "numpy.maximum(").replace("abs(", "numpy.abs(") \
        .replace("atan(", "numpy.arctan(").replace("tanh(", "numpy.tanh(").replace("exp(", "numpy.exp(") \
        .replace("sin(", "numpy.sin(").replace("cos(", "numpy.cos(").replace("log(", "numpy.log(") \
        .replace("sqrt(", "numpy.sqrt(")


def torch_function(formula):
    text = numpy_code(formula).replace("numpy.arctan", "torch.atan").replace("numpy.", "torch.")
    code = compile(text, formula, "eval")
    return lambda x: eval(code, {"torch": torch, "x": x})


def programs(secant, random_numbers):
    """{(what, who): callable}"""
    x6 = random_numbers.uniform(-6.0, 6.0, COUNT)
    x5 = random_numbers.uniform(-5.0, 5.0, COUNT)
    out = [numpy.empty(COUNT) for _ in range(3)]
    t6, t5, tout = torch.from_numpy(x6), torch.from_numpy(x5), torch.from_numpy(out[0])
    found = {}
    for name, function in ACTIVATIONS.items():
        handle = secant.function(f"{name}(x)")
        found[name, "secant"] = secant.caller("secant_values", handle, [x6, out[0]])
        found[name, "fused"] = secant.caller("secant_jets", handle, [x6, *out])
        found[name, "torch"] = lambda f=OUT[name]: f(t6, tout)
        found[name, "autograd"] = autograd(function, t6)
    found["tanh", "numpy"] = lambda: numpy.tanh(x6, out=out[0])
    found["relu", "numpy"] = lambda: numpy.maximum(x6, 0.0, out=out[0])
    found["relu", "memcpy"] = secant.caller("copy_values", ctypes.c_void_p(x6.ctypes.data), [out[0]])
    for number, formula in enumerate(FORMULAS):
        handle, what = secant.function(formula), f"e{number + 1}"
        found[what, "secant"] = secant.caller("secant_values", handle, [x5, out[0]])
        found[what, "fused"] = secant.caller("secant_jets", handle, [x5, *out])
        found[what, "hand"] = secant.caller("hand_written", ctypes.c_int(number), [x5, out[0]])
        found[what, "highway"] = secant.caller("hand_written_highway", ctypes.c_int(number), [x5, out[0]])
        found[what, "muparser"] = secant.caller("muparser_values", secant.muparser(formula), [x5, out[0]])
        code = compile(numpy_code(formula), what, "eval")
        found[what, "numpy"] = lambda code=code: eval(code, {"numpy": numpy, "x": x5})
        by_torch = torch_function(formula)
        found[what, "torch"] = lambda f=by_torch: f(t5)
        found[what, "autograd"] = autograd(by_torch, t5)
    return found


def measured(found, rounds):
    """{(what, who): nanoseconds for an element}"""
    shuffle = random.Random(1)
    times = {key: [] for key in found}
    order = list(found)
    for key in order:
        found[key]()
    for _ in range(rounds):
        shuffle.shuffle(order)
        for key in order:
            found[key]()  # Once to bring its arrays into the cache.
            start = time.thread_time_ns()
            for _ in range(3):
                found[key]()
            times[key].append((time.thread_time_ns() - start) / 3 / COUNT)
    return {key: statistics.median(values) for key, values in times.items()}


def mean(ratios):
    return math.exp(statistics.fmean(map(math.log, ratios)))


def goals(ns):
    """(what, goal, value, is met)"""
    faster = {a: ns[a, "torch"] / ns[a, "secant"] for a in SMOOTH}
    autograd_ratio = {a: ns[a, "autograd"] / ns[a, "fused"] for a in SMOOTH}
    fused = mean(ns[a, "fused"] / ns[a, "secant"] for a in SMOOTH)
    copy = ns["relu", "memcpy"] / ns["relu", "secant"]
    formulas = [f"e{n + 1}" for n in range(len(FORMULAS))]
    typed = mean(ns[e, "secant"] / ns[e, "hand"] for e in formulas)
    jets = mean(ns[e, "fused"] / ns[e, "secant"] for e in formulas)
    yield "f of seven activations, PyTorch / Secant, geometric mean", ">= 1.7", mean(faster.values()), mean(faster.values()) >= 1.7
    yield f"the slowest of them ({min(faster, key=faster.get)})", ">= 1", min(faster.values()), min(faster.values()) >= 1.0
    yield "relu, memcpy / Secant", ">= 0.9", copy, copy >= 0.9
    yield "f, f', f'' together / f alone, geometric mean", "<= 2", fused, fused <= 2.0
    yield f"PyTorch double autograd / Secant, the least ({min(autograd_ratio, key=autograd_ratio.get)})", ">= 10", \
        min(autograd_ratio.values()), min(autograd_ratio.values()) >= 10.0
    yield "nine typed formulas, Secant / hand-written, geometric mean", "<= 1.5", typed, typed <= 1.5
    yield "f, f', f'' of typed formulas / f alone, geometric mean", "<= 3", jets, jets <= 3.0
    yield "for comparison: PyTorch double autograd / PyTorch f, geometric mean", "", mean(
        ns[e, "autograd"] / ns[e, "torch"] for e in formulas), True
    yield "for comparison: Secant / hand-written over Highway's functions", "", mean(ns[e, "secant"] / ns[e, "highway"] for e in formulas), True
    yield "for comparison: muParser / hand-written", "", mean(ns[e, "muparser"] / ns[e, "hand"] for e in formulas), True
    yield "for comparison: PyTorch / hand-written", "", mean(ns[e, "torch"] / ns[e, "hand"] for e in formulas), True
    yield "for comparison: NumPy / hand-written", "", mean(ns[e, "numpy"] / ns[e, "hand"] for e in formulas), True


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("library")
    arguments.add_argument("--rounds", type=int, default=15)
    arguments.add_argument("--table", action="store_true", help="the goals alone")
    options = arguments.parse_args()
    torch.set_num_threads(1)
    numpy.seterr(all="ignore")
    ns = measured(programs(Secant(options.library), numpy.random.default_rng(1)), options.rounds)
    if not options.table:
        print(f"{COUNT} doubles, one thread, ns an element, median of {options.rounds} rounds; "
              f"PyTorch {torch.__version__}, NumPy {numpy.__version__}")
        for what in dict.fromkeys(what for what, _ in ns):
            print(f"{what:9}" + "".join(f"  {who} {value:.2f}" for (w, who), value in ns.items() if w == what))
    missed = 0
    for what, goal, value, is_met in goals(ns):
        print(f"{what:75} goal {goal:7} measured {value:6.2f}  {'met' if is_met and goal else 'MISSED' if goal else ''}".rstrip())
        missed += not is_met
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
