#!/usr/bin/env python3
"""table.py FOLDER [--drag SECONDS] [--soak SECONDS] [--latency SECONDS] [--starts N]: every goal of speed beside what is
measured, and beside the same work in plain QCustomPlot, muParser, NumPy and PyTorch, all in this run.

FOLDER holds the built programs. Exits 1 if a goal is missed. Frames are processor time of the GUI thread; "wall" is time
on the wall and wants a machine without neighbours.
"""

import argparse
import os
import subprocess
import sys

import numpy
import torch

import peers


class Table:
    def __init__(self):
        self.missed = 0
        print(f"{'what':58} {'goal':>12} {'measured':>9}         the same work elsewhere, this run")

    def row(self, what, goal, value, unit, is_met, elsewhere=""):
        self.missed += not is_met
        print(f"{what:58} {goal:>12} {value:9.2f} {'met   ' if is_met else 'MISSED'}  {elsewhere}".rstrip(), flush=True)

    def at_most(self, what, value, limit, unit, elsewhere=""):
        self.row(what, f"<= {limit:g} {unit}".rstrip(), value, unit, value <= limit, elsewhere)


def figures(program, *arguments):
    """{name: value} of the lines `name value unit` that a program prints."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    printed = subprocess.run([program, *map(str, arguments)], env=environment, check=True, text=True,
                             stdout=subprocess.PIPE).stdout
    found = {}
    for line in printed.splitlines():
        words = line.split()
        if len(words) >= 2 and "." in words[0] and not line.startswith(" "):
            found[words[0]] = float(words[1])
    return found


def frames(table, folder):
    found = figures(f"{folder}/bench_frame")
    for size, name, medians, worsts in (("1080p", "1920x1080", 4, 8), ("4k", "3840x2160", 12, 20)):
        for share, limit in (("p50", medians), ("p99", worsts)):
            plain = found[f"frame.{size}.qcustomplot.{share}"]
            table.at_most(f"frame after a parameter moved, {name}, {share}", found[f"frame.{size}.{share}"], limit, "ms",
                          f"QCustomPlot {plain:.1f}")
            table.at_most("  the same with dashed lines, as curves 2 to 8 have", found[f"frame.{size}.dashes.{share}"], limit,
                          "ms")
    return found


def latency(table, folder, seconds):
    found = figures(f"{folder}/bench_latency", seconds)
    for rate in (125, 1000):
        for share, limit in (("p50", 16), ("p99", 50)):
            table.at_most(f"slider to X server, {rate} moves a second, {share}, wall", found[f"latency.{rate}.{share}"], limit,
                          "ms", f"QCustomPlot, coalesced {found[f'latency.{rate}.qcustomplot.{share}']:.1f}")
        table.at_most("  moves that never came to a frame", found[f"latency.{rate}.lost"], 0, "")


def many_curves(table, found):
    table.at_most("32 functions, 64 curves, 1920x1080, p50", found["frame.curves64.p50"], 25, "ms")
    table.at_most("  time of 64 curves / of 32 (linear: 2)", found["frame.curves.doubling"], 2.2, "")
    table.at_most("drag of a chord over still curves, p99", found["drag.chord.p99"], 8, "ms")
    table.at_most("drag of the crosshair over still curves, p99", found["drag.crosshair.p99"], 8, "ms")


def quality(table, folder):
    found = figures(f"{folder}/bench_line_quality")
    for lines, name in (("lines", "five shapes"), ("chirp", "sin x^2")):
        for measure, text in (("mean", "mean error"), ("p99.9", "99.9 % of pixels")):
            other = found[f"quality.{lines}.qpainter.{measure}"]
            value = found[f"quality.{lines}.{measure}"]
            table.row(f"line against 16x16 samples, {name}, {text}", "<= QPainter", value, "levels", value <= other,
                      f"QPainter {other:.2f}")


def arrays(table, folder):
    torch.set_num_threads(1)
    numpy.seterr(all="ignore")
    secant = peers.Secant(f"{folder}/libbench_block.so")
    ns = peers.measured(peers.programs(secant, numpy.random.default_rng(1)), 15)
    formulas = [f"e{n + 1}" for n in range(len(peers.FORMULAS))]

    def ratio(who, to):
        return peers.mean(ns[e, who] / ns[e, to] for e in formulas)

    table.at_most("nine typed formulas / compiled by hand, geometric mean", ratio("secant", "hand"), 1.5, "times",
                  f"NumPy {ratio('numpy', 'hand'):.1f}, PyTorch {ratio('torch', 'hand'):.1f}, "
                  f"muParser {ratio('muparser', 'hand'):.1f}")
    doubled = [ns[e, "autograd"] / ns[e, "torch"] for e in formulas]
    table.at_most("their f, f', f'' / f alone, geometric mean", ratio("fused", "secant"), 3.0, "times",
                  f"PyTorch double autograd {min(doubled):.0f} to {max(doubled):.0f}")


def start(table, folder, starts):
    found = figures(f"{folder}/bench_start", starts)
    table.at_most("start to first complete frame, Xvfb, median, wall", found["start.complete"], 100, "ms",
                  f"empty window of QCustomPlot {found['start.qcustomplot.complete']:.0f}")
    table.at_most("memory at first frame, resident", found["start.memory"], 60, "MiB",
                  f"empty window of QCustomPlot {found['start.qcustomplot.memory']:.0f}")


def long_use(table, folder, drag, soak):
    found = figures(f"{folder}/bench_soak", "--only", "drag a slider", "--seconds", drag)
    table.at_most(f"growth of memory in {drag / 60:g} minutes of dragging", found["memory.growth"], 5, "MiB")
    found = figures(f"{folder}/bench_soak", "--seconds", soak)
    many = f"({found['gap.actions']:.0f} actions; computing {{:.0f}})"
    table.at_most("longest gap of the event loop in an action, p99, wall", found["gap.p99"], 33, "ms",
                  many.format(found["gap.processor.p99"]))
    table.at_most("longest gap of the event loop in an action, worst, wall", found["gap.worst"], 100, "ms",
                  many.format(found["gap.processor.worst"]))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder")
    arguments.add_argument("--drag", type=float, default=600.0)
    arguments.add_argument("--soak", type=float, default=120.0)
    arguments.add_argument("--latency", type=float, default=10.0)
    arguments.add_argument("--starts", type=int, default=15)
    options = arguments.parse_args()
    table = Table()
    found = frames(table, options.folder)
    latency(table, options.folder, options.latency)
    many_curves(table, found)
    quality(table, options.folder)
    arrays(table, options.folder)
    start(table, options.folder, options.starts)
    long_use(table, options.folder, options.drag, options.soak)
    return 1 if table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
