"""The network as the app runs it: the same answers in two fifths of the steps and three fifths of the time.

Learning wants a module for each idea. Running one window wants few, large steps: most of the time went into slicing small
arrays and into normalising before each of six first layers. Nothing is approximated but by rounding.
"""

import torch
from torch import nn

from model import CLASSES, FRAMES, HAND, LAGS, MOVERS, ORDERED, SHAPE_VALUES, Flat, LetterNet

KNUCKLES = [5, 9, 13, 17]
LONGEST = max(LAGS)
# Motion since one frame ago is limited, and told, otherwise than motion since longer ago.
LIMITS = [2.0] + [4.0] * len(LAGS)
SCALES = [4.0] + [1.0] * len(LAGS)


class Looks(nn.Module):
    """All looks at once: first layers that are told the same are one, the mean over what they say is a last layer."""

    def __init__(self, net: LetterNet):
        super().__init__()
        self.count = len(net.looks)
        ordered, flat = list(net.looks)[0::2], list(net.looks)[1::2]
        self.register_buffer("apart", orders())
        self.ordered = joined([first_layer(look) for look in ordered])
        self.flat = joined([after(flattening(), first_layer(look)) for look in flat])
        self.second = nn.ModuleList([look[5] for look in ordered + flat])
        self.last = summed([look[8] for look in ordered + flat])

    def forward(self, shape):
        told = torch.cat([shape, torch.tanh(torch.matmul(shape, self.apart))], -1)
        first = torch.cat([self.ordered(told), self.flat(shape)], -1).relu()
        each = first.chunk(self.count, -1)
        return self.last(torch.cat([layer(part) for layer, part in zip(self.second, each)], -1).relu())


class Exported(nn.Module):
    """[batch, 32, 42, 3] to the probabilities of 26 letters and none, for the newest frame."""

    def __init__(self, net: LetterNet):
        super().__init__()
        self.one_hand = net.one_hand
        self.looks = Looks(net)
        self.memory = net.memory
        lags = torch.tensor([1, *LAGS])
        self.register_buffer("before", LONGEST + torch.arange(FRAMES).unsqueeze(1) - lags)
        self.register_buffer("limits", torch.tensor(LIMITS).unsqueeze(1))
        self.register_buffer("scales", torch.tensor(SCALES).unsqueeze(1))
        self.sway = nn.Linear(net.swayed.in_features, CLASSES)
        with torch.no_grad():
            self.sway.weight.copy_(net.sways.T @ net.swayed.weight)
            self.sway.bias.copy_(net.swayed.bias @ net.sways)

    def forward(self, points):
        hand, present = self.one_hand(points)
        there = present.unsqueeze(-1)
        around = hand - hand[:, :, :1]
        size = around[:, :, KNUCKLES].pow(2).sum(-1).add(1e-8).sqrt().mean(-1).add(1e-3).reshape(-1, FRAMES, 1)
        shape = around[:, :, 1:].reshape(-1, FRAMES, SHAPE_VALUES) / size * there
        movers = hand[:, :, MOVERS, :2].reshape(-1, FRAMES, 2 * len(MOVERS)) / size
        recent, earlier = self.come(movers, there).split([2 * len(MOVERS), 2 * len(MOVERS) * len(LAGS)], -1)
        alone = self.looks(shape.reshape(-1, SHAPE_VALUES)).reshape(-1, FRAMES, CLASSES) * there
        remembered = self.memory(torch.cat([alone / 4, shape, recent, there, earlier], -1))[0]
        return torch.softmax(alone[:, -1] + self.sway(remembered[:, -1]), -1)

    def come(self, movers, there):
        """How far the movers have come since each lag, as `Features` has it."""
        padded = nn.functional.pad(torch.cat([movers, there], -1), (0, 0, LONGEST, 0))[:, self.before]
        were, was_there = padded[..., :-1], padded[..., -1:]
        moved = (movers.unsqueeze(2) - were) * (was_there * there.unsqueeze(2))
        return (torch.minimum(torch.maximum(moved, -self.limits), self.limits) * self.scales).flatten(2)


def orders():
    """Of each pair of ORDERED four times how far they lie apart, as a matrix from the joints' places: 60 x 90."""
    first, second = torch.triu_indices(len(ORDERED), len(ORDERED), 1)
    matrix = torch.zeros(SHAPE_VALUES, 2 * len(first))
    for pair, (one, other) in enumerate(zip(first.tolist(), second.tolist())):
        for axis in (0, 1):
            matrix[3 * (ORDERED[one] - 1) + axis, 2 * pair + axis] = 4
            matrix[3 * (ORDERED[other] - 1) + axis, 2 * pair + axis] = -4
    return matrix


def flattening():
    """What `Flat` does, which is linear, as a matrix from the joints' places."""
    return Flat()(torch.eye(SHAPE_VALUES).reshape(SHAPE_VALUES, HAND - 1, 3))


def first_layer(look):
    """The normalisation before it is in it."""
    norm, linear = look[1], look[2]
    scale = norm.weight / (norm.running_var + norm.eps).sqrt()
    return linear.weight * scale, linear.bias + linear.weight @ (norm.bias - norm.running_mean * scale)


def after(matrix, layer):
    weight, bias = layer
    return weight @ matrix.T, bias


def joined(layers):
    return linear(torch.cat([weight for weight, _ in layers]), torch.cat([bias for _, bias in layers]))


def summed(layers):
    """The mean of what layers say of what each is told."""
    weight = torch.cat([layer.weight for layer in layers], 1) / len(layers)
    return linear(weight, torch.stack([layer.bias for layer in layers]).mean(0))


def linear(weight, bias):
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer
