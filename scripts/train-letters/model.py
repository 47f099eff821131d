"""The network: [batch, 32, 42, 3] in, the probabilities of 26 letters and none out, normalisation included."""

import torch
from torch import nn

FRAMES = 32
HAND = 21
CLASSES = 27
PARENT = [0, 0, 1, 2, 3, 0, 5, 6, 7, 0, 9, 10, 11, 0, 13, 14, 15, 0, 17, 18, 19]
# What moves when J and Z are drawn: wrist, middle knuckle, index tip, little tip.
MOVERS = [0, 9, 8, 20]


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
        return around[:, :, 1:].flatten(2) * there, torch.cat([4 * moved, there], -1)


SHAPE_VALUES = 20 * 3
MOTION_VALUES = 2 * len(MOVERS) + 1


class LetterNet(nn.Module):
    """What each frame shows by itself, corrected by what came before it."""

    def __init__(self, encoded=96, hidden=80, width=224, kind="gru"):
        super().__init__()
        self.one_hand = OneHand()
        self.features = Features()
        self.normal = nn.BatchNorm1d(SHAPE_VALUES)
        self.encoder = nn.Sequential(
            nn.Linear(SHAPE_VALUES, width),
            nn.ReLU(),
            nn.Dropout(0.3),
            nn.Linear(width, encoded),
            nn.ReLU(),
            nn.Dropout(0.2),
        )
        self.alone = nn.Linear(encoded, CLASSES)
        if kind == "gru":
            self.memory = nn.GRU(encoded + MOTION_VALUES, hidden, batch_first=True)
        elif kind == "lstm":
            self.memory = nn.LSTM(encoded + MOTION_VALUES, hidden, batch_first=True)
        else:
            self.memory = None
            hidden = 2 * (encoded + MOTION_VALUES)
        self.together = nn.Sequential(nn.Dropout(0.1), nn.Linear(hidden, CLASSES))

    def logits(self, hand, present):
        """Of every frame: by itself, and given those before it."""
        shape, motion = self.features(hand, present)
        batch, frames, values = shape.shape
        flat = self.normal(shape.reshape(batch * frames, values))
        encoded = self.encoder(flat).reshape(batch, frames, -1) * present.unsqueeze(-1)
        alone = self.alone(encoded)
        joined = torch.cat([encoded, motion], -1)
        if self.memory is None:
            # Pooled over what was seen so far, beside the newest frame.
            count = torch.arange(1, frames + 1, dtype=joined.dtype).view(1, -1, 1)
            remembered = torch.cat([joined, joined.cumsum(1) / count], -1)
        else:
            remembered = self.memory(joined)[0]
        return alone, alone + self.together(remembered)

    def forward(self, points):
        hand, present = self.one_hand(points)
        return torch.softmax(self.logits(hand, present)[1][:, -1], -1)
