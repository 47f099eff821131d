"""The network: [batch, 32, 42, 3] in, the probabilities of 26 letters and none out, normalisation included."""

import torch
from torch import nn

FRAMES = 32
HAND = 21
CLASSES = 27
PARENT = [0, 0, 1, 2, 3, 0, 5, 6, 7, 0, 9, 10, 11, 0, 13, 14, 15, 0, 17, 18, 19]
# What moves when J and Z are drawn: wrist, middle knuckle, index tip, little tip.
MOVERS = [0, 9, 8, 20]
# How far the movers have come since this many frames ago: the strokes of a Z, one after the other.
LAGS = [3, 6, 9, 12, 16, 20, 25]


def length(vector):
    return (vector.pow(2).sum(-1, keepdim=True) + 1e-8).sqrt()


class OneHand(nn.Module):
    """The signing hand of both, as a right hand: [batch, frames, 42, 3] to [batch, frames, 21, 3] and whether it is there."""

    def forward(self, points):
        left, right = points[:, :, :HAND], points[:, :, HAND:]
        has_left = (left.abs().sum((2, 3)) > 0).float()
        has_right = (right.abs().sum((2, 3)) > 0).float()
        # The hand seen more often, of two the one that is higher up: it signs while the other rests.
        height = (left[:, :, 0, 1] - right[:, :, 0, 1]).clamp(-1, 1) * has_left * has_right
        is_right = ((has_right - has_left + 0.9 * height).sum(1) >= 0).float()
        wanted = is_right.view(-1, 1, 1, 1)
        mine = wanted * right + (1 - wanted) * left
        other = wanted * left + (1 - wanted) * right
        has_mine = wanted[..., 0, 0] * has_right + (1 - wanted[..., 0, 0]) * has_left
        has_other = wanted[..., 0, 0] * has_left + (1 - wanted[..., 0, 0]) * has_right
        # A tracker calls the same hand left and right in turn: what is there is taken.
        there = has_mine.unsqueeze(-1).unsqueeze(-1)
        hand = there * mine + (1 - there) * other
        flip = 2 * wanted - 1
        mirrored = torch.cat([hand[..., :1] * flip, hand[..., 1:]], -1)
        return mirrored, torch.maximum(has_mine, has_other)


class Features(nn.Module):
    """The joints from the wrist, in palm sizes, and motion in palm sizes per frame.

    Bone directions, joint angles, distances between tips and joints seen from the palm were tried beside the joints, alone and
    together: none of them did better on sources left out, and what does not know the picture's up did worse (K and P, U and H).
    """

    def forward(self, hand, present):
        there = present.unsqueeze(-1)
        around = hand - hand[:, :, :1]
        size = length(around[:, :, [5, 9, 13, 17]]).mean(2, keepdim=True) + 1e-3
        around = around / size
        was_there = torch.cat([torch.zeros_like(present[:, :1]), present[:, :-1]], 1) * present
        movers = hand[:, :, MOVERS, :2] / size
        moved = torch.cat([torch.zeros_like(movers[:, :1]), movers[:, 1:] - movers[:, :-1]], 1).flatten(2)
        moved = (moved * was_there.unsqueeze(-1)).clamp(-2, 2)
        come = [self.come_since(movers, present, lag) for lag in LAGS]
        return around[:, :, 1:].flatten(2) * there, torch.cat([4 * moved, there, *come], -1)

    def come_since(self, movers, present, lag):
        """From where they were `lag` frames ago, in palm sizes; nothing where there was no hand then."""
        before = torch.cat([torch.zeros_like(movers[:, :lag]), movers[:, :-lag]], 1)
        was_there = torch.cat([torch.zeros_like(present[:, :lag]), present[:, :-lag]], 1) * present
        return ((movers - before).flatten(2) * was_there.unsqueeze(-1)).clamp(-4, 4)


# J, Z and none.
SWAYED = [9, 25, 26]
SHAPE_VALUES = 20 * 3
MOTION_VALUES = 2 * len(MOVERS) * (1 + len(LAGS)) + 1


# Fingertips, the middle joints of the fingers and the thumb's last: which of two is farther left, or up, tells letters apart.
ORDERED = [4, 8, 12, 16, 20, 6, 10, 14, 18, 3]


class Order(nn.Module):
    """The joints' places, and of each pair of ORDERED which is farther left and which is farther up: -1 to 1, soft near nothing.

    Where a thumb lies between fingers, or which finger crosses which, is a matter of a tenth of a palm among places of two.
    """

    values = SHAPE_VALUES + len(ORDERED) * (len(ORDERED) - 1)

    def __init__(self):
        super().__init__()
        first, second = torch.triu_indices(len(ORDERED), len(ORDERED), 1)
        # Of the joints but the wrist.
        joints = torch.tensor(ORDERED) - 1
        self.register_buffer("first", joints[first])
        self.register_buffer("second", joints[second])

    def forward(self, shape):
        places = shape.reshape(-1, HAND - 1, 3)[:, :, :2]
        apart = places[:, self.first] - places[:, self.second]
        return torch.cat([shape, torch.tanh(4 * apart).flatten(1)], -1)


class Flat(nn.Module):
    """The joints as a picture shows them, without depth: from the wrist, from the middle knuckle, the fingers from the thumb."""

    values = 2 * (20 + 20 + 2 * 16)

    def forward(self, shape):
        places = shape.reshape(-1, HAND - 1, 3)[:, :, :2]
        thumb, fingers = places[:, 2:4], places[:, 4:]
        from_thumb = thumb.unsqueeze(2) - fingers.unsqueeze(1)
        from_middle = places - places[:, 8:9]
        return torch.cat([places.flatten(1), from_middle.flatten(1), from_thumb.flatten(1)], -1)


class FrameNet(nn.Sequential):
    """The letter that one frame shows."""

    def __init__(self, told, width=192, encoded=96):
        super().__init__(
            told,
            nn.BatchNorm1d(told.values),
            nn.Linear(told.values, width),
            nn.ReLU(),
            nn.Dropout(0.15),
            nn.Linear(width, encoded),
            nn.ReLU(),
            nn.Dropout(0.1),
            nn.Linear(encoded, CLASSES),
        )


class LetterNet(nn.Module):
    """Six networks that look at each frame, and a memory over them that says when a shape means nothing, J or Z.

    Which of the still letters it is, is for the frames to say: a memory that may say it too learns the training signers' ways
    by heart, and did worse on sources left out. Half of the six are told other things than the other half: they err on other
    hands, and together less.
    """

    def __init__(self, hidden=64, kind="gru", pairs=3):
        super().__init__()
        self.one_hand = OneHand()
        self.features = Features()
        self.looks = nn.ModuleList([FrameNet(told()) for _ in range(pairs) for told in (Order, Flat)])
        values = CLASSES + SHAPE_VALUES + MOTION_VALUES
        if kind == "gru":
            self.memory = nn.GRU(values, hidden, batch_first=True)
        elif kind == "lstm":
            self.memory = nn.LSTM(values, hidden, batch_first=True)
        else:
            self.memory = None
            self.pooled = nn.Sequential(nn.Linear(2 * values, 2 * hidden), nn.ReLU(), nn.Linear(2 * hidden, hidden))
        self.swayed = nn.Linear(hidden, len(SWAYED))
        sways = torch.zeros(len(SWAYED), CLASSES)
        for row, answer in enumerate(SWAYED):
            sways[row, answer] = 1
        self.register_buffer("sways", sways)

    def each_frame(self, shape):
        batch, frames, values = shape.shape
        flat = shape.reshape(batch * frames, values)
        said = torch.stack([look(flat) for look in self.looks]).mean(0)
        return said.reshape(batch, frames, CLASSES)

    def logits(self, hand, present):
        """Of every frame, given those before it."""
        shape, motion = self.features(hand, present)
        alone = self.each_frame(shape) * present.unsqueeze(-1)
        joined = torch.cat([alone / 4, shape, motion], -1)
        if self.memory is None:
            # Pooled over what was seen so far, beside the newest frame.
            count = torch.arange(1, joined.shape[1] + 1, dtype=joined.dtype).view(1, -1, 1)
            remembered = self.pooled(torch.cat([joined, joined.cumsum(1) / count], -1))
        else:
            remembered = self.memory(joined)[0]
        return alone + torch.matmul(self.swayed(remembered), self.sways)

    def forward(self, points):
        hand, present = self.one_hand(points)
        return torch.softmax(self.logits(hand, present)[:, -1], -1)
