#!/usr/bin/env python3
"""Slopes that PyTorch's automatic differentiation returns at kinks and jumps: writes torch_kinks.csv beside this file.

Needs torch (Debian: python3-torch). activation,parameters,x,slope in float64; parameters separated by blanks.
"""
import os

import torch
from torch.nn import functional as F

THIRD = 1.0 / 3.0
# activation: (parameters, function of a tensor, places)
ROWS = [
    ('relu', (), F.relu, [0]),
    ('leaky_relu', (0.01,), lambda x: F.leaky_relu(x, 0.01), [0]),
    ('leaky_relu', (1.5,), lambda x: F.leaky_relu(x, 1.5), [0]),
    ('prelu', (0.25,), lambda x: F.prelu(x, torch.tensor([0.25], dtype=torch.float64)), [0]),
    ('rrelu_eval_torch', (0.125, THIRD), lambda x: F.rrelu(x, 0.125, THIRD, training=False), [0]),
    ('relu6', (), F.relu6, [0, 6]),
    ('abs', (), torch.abs, [0]),
    ('threshold', (0.5, 0.2), lambda x: F.threshold(x, 0.5, 0.2), [0.5]),
    ('hard_shrink', (0.5,), lambda x: F.hardshrink(x, 0.5), [-0.5, 0.5]),
    ('soft_shrink', (0.5,), lambda x: F.softshrink(x, 0.5), [-0.5, 0.5]),
    ('hard_swish', (), F.hardswish, [-3, 3]),
    ('elu', (0.5,), lambda x: F.elu(x, 0.5), [0]),
    ('elu', (2.5,), lambda x: F.elu(x, 2.5), [0]),
    ('selu', (1.6732632423543772848170429916717, 1.0507009873554804934193349852946), F.selu, [0]),
    ('hard_sigmoid', (), F.hardsigmoid, [-3, 3]),
    ('hard_tanh', (-1.0, 1.0), F.hardtanh, [-1, 1]),
    ('hard_tanh', (0.5, 2.0), lambda x: F.hardtanh(x, 0.5, 2.0), [0.5, 2]),
    ('sign', (), torch.sign, [0]),
]


def slope(function, at):
    x = torch.tensor([float(at)], dtype=torch.float64, requires_grad=True)
    function(x).sum().backward()
    return x.grad.item()


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'torch_kinks.csv')
    with open(path, 'w') as out:
        out.write('activation,parameters,x,slope\n')
        for name, parameters, function, places in ROWS:
            for at in places:
                out.write(','.join([name, ' '.join(map(repr, parameters)), repr(float(at)), repr(slope(function, at))]) + '\n')


if __name__ == '__main__':
    main()
