"""Makes what a camera would have seen out of stills: hands that come, hold, tremble, change from letter to letter, draw J and Z, and go.

Everything is in the right hand's view and in palm sizes; frames are 1/30 s apart. A label of -1 is not learnt from: what a
person would call it is open there.
"""

import math
from collections import Counter

import numpy as np
import torch

from load import LETTERS, MOVING, NONE, VARIANTS, Sample
from model import FRAMES, PARENT

OPEN = -1
CHAIN = torch.tensor(PARENT)


def one_hand(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Frames x 42 x 3 to frames x 21 x 3 as a right hand, and whether there is one. As OneHand of model.py."""
    left, right = points[:, :21], points[:, 21:]
    has_left, has_right = np.abs(left).sum((1, 2)) > 0, np.abs(right).sum((1, 2)) > 0
    height = np.clip(left[:, 0, 1] - right[:, 0, 1], -1, 1) * has_left * has_right
    is_right = (has_right.astype(float) - has_left + 0.9 * height).sum() >= 0
    mine, other, has = (right, left, has_right) if is_right else (left, right, has_left)
    hand = np.where(has[:, None, None], mine, other)
    if not is_right:
        hand = hand * np.array([-1, 1, 1], np.float32)
    return hand.astype(np.float32), has_left | has_right


def in_palms(hand: np.ndarray) -> np.ndarray:
    size = np.median(np.linalg.norm(hand[:, [5, 9, 13, 17]] - hand[:, :1], axis=-1).mean(1))
    return (hand - hand[:1, :1]) / max(size, 1e-4)


class Bank:
    """Stills by letter and source, moving sequences, and clips without letters."""

    def __init__(self, samples: list[Sample], held_out: str | None, clips: list[Sample]):
        stills, labels, weights, self.moving, pointing, ends = [], [], [], [], [], []
        for sample in samples:
            if sample.source in ("clips", held_out):
                continue
            # A still of Z is a pointing index: a hand that could draw one.
            if sample.label == "Z" and len(sample.points) == 1 and np.abs(sample.points).sum() > 0:
                pointing.append(in_palms(one_hand(sample.points)[0])[0])
            if sample.label == "J" and len(sample.points) == 1 and np.abs(sample.points).sum() > 0:
                pose = in_palms(one_hand(sample.points)[0])[0]
                # Most stills of J show its end, the little finger pointing inwards. Nothing else looks like it: it is J.
                if pose[20, 0] < -0.5:
                    ends.append(pose)
                    stills.append(pose)
                    labels.append(LETTERS.index("J"))
                    weights.append(sample.source)
                continue
            if not (sample.trusted or (sample.source, sample.label) in VARIANTS):
                continue
            hand, has = one_hand(sample.points)
            if not has.any():
                continue
            if sample.label in MOVING:
                self._add_moving(sample, hand, has)
                continue
            label = NONE if sample.label == "none" else LETTERS.index(sample.label)
            for frame in [f for f in (0, 5, 14, 23) if f < len(hand) and has[f]]:
                stills.append(in_palms(hand[frame : frame + 1])[0])
                labels.append(label)
                weights.append(sample.source)
        self.stills = torch.tensor(np.array(stills))
        self.labels = torch.tensor(labels)
        keys = list(zip(weights, labels))
        count = Counter(keys)
        self.weights = torch.tensor([count[key] ** -0.6 * (3.0 if key[1] == NONE else 1.0) for key in keys])
        self.littles = self.stills[self.labels == LETTERS.index("I")]
        # The index finger may be bent while it draws, as in X.
        shapes = [self.stills[self.labels == LETTERS.index(letter)] for letter in "DX"]
        self.indices = torch.cat([*shapes, torch.tensor(np.array(pointing)).repeat(4, 1, 1)])
        self.ends = torch.tensor(np.array(ends))
        self.clips = []
        for clip in clips:
            hand, has = one_hand(clip.points)
            if has.sum() >= 8:
                self.clips.append(at_30_fps(hand, has, clip.at_ms))
        self.clip_weights = torch.tensor([float(has.sum()) for _, has in self.clips]) if self.clips else None

    def _add_moving(self, sample, hand, has):
        if len(hand) < 10:
            return
        hand = fill(hand, has)
        self.moving.append((LETTERS.index(sample.label), torch.tensor(in_palms(hand))))


def fill(hand, has):
    """Frames without a hand take the nearest one."""
    there = np.flatnonzero(has)
    return hand[there[np.abs(there[None] - np.arange(len(hand))[:, None]).argmin(1)]]


def at_30_fps(hand, has, at_ms):
    grid = np.arange(at_ms[0], at_ms[-1] + 1, 1000 / 30)
    nearest = np.abs(at_ms[None] - grid[:, None]).argmin(1)
    scale = np.median(np.linalg.norm(hand[has][:, [5, 9, 13, 17]] - hand[has][:, :1], axis=-1).mean(1))
    return torch.tensor(hand[nearest] / max(scale, 1e-4)), torch.tensor(has[nearest])


def rotations(angles):
    """Batch x 3 angles about x, y and z, in radians."""
    (cx, cy, cz), (sx, sy, sz) = angles.cos().unbind(-1), angles.sin().unbind(-1)
    zero, one = torch.zeros_like(cx), torch.ones_like(cx)
    about_x = torch.stack([one, zero, zero, zero, cx, -sx, zero, sx, cx], -1).unflatten(-1, (3, 3))
    about_y = torch.stack([cy, zero, sy, zero, one, zero, -sy, zero, cy], -1).unflatten(-1, (3, 3))
    about_z = torch.stack([cz, -sz, zero, sz, cz, zero, zero, zero, one], -1).unflatten(-1, (3, 3))
    return about_x @ about_y @ about_z


def other_hand(pose):
    """The same pose by another hand: fingers of other lengths, other proportions."""
    batch = len(pose)
    bones = pose - pose[:, CHAIN]
    bones = bones * (1 + 0.04 * torch.randn(batch, 21, 1))
    fingers = bones[:, 1:].unflatten(1, (5, 4)) * (1 + 0.08 * torch.randn(batch, 5, 1, 1))
    bones = torch.cat([bones[:, :1], fingers.flatten(1, 2)], 1)
    joints = [torch.zeros(batch, 3)]
    for joint in range(1, 21):
        joints.append(joints[PARENT[joint]] + bones[:, joint])
    stretch = torch.stack([1 + 0.07 * torch.randn(batch), torch.ones(batch), 1 + 0.25 * torch.randn(batch)], 1)
    return torch.stack(joints, 1) * stretch.unsqueeze(1)


def smooth(batch, frames, values, keep=0.8):
    """A slow random walk that stays near nothing."""
    noise = torch.randn(batch, frames, values)
    out = [noise[:, 0]]
    for frame in range(1, frames):
        out.append(keep * out[-1] + math.sqrt(1 - keep**2) * noise[:, frame])
    return torch.stack(out, 1)


class Maker:
    def __init__(self, bank: Bank, moving_share=0.24, clip_share=0.22):
        self.bank = bank
        self.moving_share = moving_share
        self.clip_share = clip_share if bank.clips else 0.0

    def batch(self, size):
        moving, clips = int(size * self.moving_share), int(size * self.clip_share)
        parts = [self.changing(size - moving - clips), self.drawing(moving)]
        if clips > 0:
            parts.append(self.clip(clips))
        hand, present, label = (torch.cat(items) for items in zip(*parts))
        return self.seen(hand, present, label)

    def stills(self, size):
        """Poses alone: size x 1 frame, to learn many of them quickly."""
        pick = torch.multinomial(self.bank.weights, size, True)
        tilt = torch.randn(size, 3) * torch.tensor([0.19, 0.19, 0.24])
        pose = other_hand(self.bank.stills[pick]) @ rotations(tilt).transpose(1, 2)
        # Depth is what trackers and their versions agree on least.
        pose = pose * torch.cat([torch.ones(size, 2), 1.3 * torch.rand(size, 1)], 1).unsqueeze(1)
        pose = pose + 0.03 * torch.randn_like(pose) * torch.tensor([1.0, 1.0, 1.5])
        pose = pose * torch.where(torch.rand(size, 1, 1) < 0.1, torch.tensor([-1.0, 1, 1]), torch.ones(3))
        return pose.unsqueeze(1), self.bank.labels[pick]

    def changing(self, size):
        """From one pose to another."""
        bank = self.bank
        pick = torch.multinomial(bank.weights, 2 * size, True)
        pose = other_hand(bank.stills[pick])
        tilt = 0.21 * torch.randn(2 * size, 3)
        # The forearm leans: a turn in the picture is the commonest difference between people.
        tilt[:, 2] = 0.26 * torch.randn(2 * size)
        pose = pose @ rotations(tilt).transpose(1, 2)
        first, second = pose[:size], pose[size:]
        was, becomes = bank.labels[pick[:size]], bank.labels[pick[size:]]
        at = torch.randint(-14, FRAMES + 6, (size, 1)).float()
        # A third of them are held all along.
        at = torch.where(torch.rand(size, 1) < 0.35, torch.full_like(at, -50.0), at)
        takes = torch.randint(3, 12, (size, 1)).float()
        frame = torch.arange(FRAMES).float().unsqueeze(0)
        way = ((frame - at) / takes).clamp(0, 1)
        eased = (way * way * (3 - 2 * way)).unsqueeze(-1).unsqueeze(-1)
        hand = (1 - eased) * first.unsqueeze(1) + eased * second.unsqueeze(1)
        path = torch.randn(size, 1, 1, 3) * torch.tensor([0.6, 0.5, 0.0]) * eased
        drift = torch.randn(size, 1, 1, 3) * 0.012 * torch.tensor([1, 1, 0.0]) * frame.view(1, -1, 1, 1)
        wave, is_waving = self.wave(size)
        hand = hand + path + drift + wave
        label = torch.where(way <= 0, was.unsqueeze(1), torch.where(way >= 1, becomes.unsqueeze(1), NONE))
        # Where one pose becomes the other, and a few frames after, nobody could tell.
        is_open = ((way > 0) & (way < 0.25)) | ((way > 0.75) & (frame - at - takes < 2) & (way > 0))
        label = torch.where(is_open & (at > -40), OPEN, label)
        label = torch.where(is_waving, torch.where(label == OPEN, OPEN, NONE), label)
        present = torch.ones(size, FRAMES)
        return hand, *self.come_and_go(present, label)

    def wave(self, size):
        """A hand that shows a letter while it swings about means no letter."""
        frame = torch.arange(FRAMES).float().view(1, -1, 1)
        speed = 0.12 + 0.3 * torch.rand(size, 1, 1)
        cycle = 10 + 20 * torch.rand(size, 1, 1)
        phase = 2 * math.pi * torch.rand(size, 1, 2)
        swing = speed * cycle / (2 * math.pi) * torch.sin(2 * math.pi * frame / cycle + phase)
        begins = torch.randint(-20, FRAMES, (size, 1, 1)).float()
        is_waving = (torch.rand(size, 1, 1) < 0.12) & (frame >= begins)
        moved = torch.where(is_waving, swing - swing[:, :1], torch.zeros(1))
        return torch.cat([moved, torch.zeros(size, FRAMES, 1)], -1).unsqueeze(2), is_waving.squeeze(-1)

    def come_and_go(self, present, label):
        size = len(label)
        frame = torch.arange(FRAMES).unsqueeze(0)
        entry = torch.randint(1, FRAMES - 4, (size, 1)) * (torch.rand(size, 1) < 0.4)
        leave = torch.where(torch.rand(size, 1) < 0.06, torch.randint(8, FRAMES, (size, 1)), 99)
        present = present * (frame >= entry) * (frame < leave)
        label = torch.where(((frame < entry + 2) & (entry > 0)) | ((frame >= leave - 3) & (frame < leave)), OPEN, label)
        return present, torch.where(present > 0, label, NONE)

    def drawing(self, size):
        """J and Z: half as they were recorded, half a still hand that draws."""
        hands, labels = [], []
        for _ in range(size):
            recorded = self.bank.moving and torch.rand(()) < 0.5
            hand, label = self.recorded() if recorded else self.drawn()
            hands.append(hand)
            labels.append(label)
        hand, label = torch.stack(hands), torch.stack(labels)
        present = torch.ones(size, FRAMES)
        entry = torch.randint(1, 10, (size, 1)) * (torch.rand(size, 1) < 0.3)
        gone = torch.arange(FRAMES).unsqueeze(0) < entry
        return hand, present * ~gone, torch.where(gone, NONE, label)

    def recorded(self):
        letter, frames = self.bank.moving[int(torch.randint(len(self.bank.moving), ()))]
        speed = float(0.7 + 0.9 * torch.rand(()))
        return self.placed(letter, frames, int(len(frames) / speed))

    def placed(self, letter, frames, takes):
        """A movement of `takes` frames, of which the window sees a part: its end lies near the window's end."""
        batch = frames.unsqueeze(0)
        shape = batch[0] - batch[0, :, :1]
        shape = other_hand_alike(shape)
        way = batch[0, :, :1]
        tilt = torch.randn(1, 3) * torch.tensor([0.2, 0.25, 0.2])
        turned = (shape + way * (0.8 + 0.5 * torch.rand(()))) @ rotations(tilt)[0].T
        moves = moving_part(turned)
        end = int(torch.randint(FRAMES // 2, FRAMES + 10, ()))
        frame = torch.arange(FRAMES).float()
        at = (frame - end + takes) / max(takes - 1, 1)
        source = (at.clamp(0, 1) * (len(turned) - 1))
        low = source.floor().long().clamp(max=len(turned) - 2)
        part = (source - low).view(-1, 1, 1)
        hand = (1 - part) * turned[low] + part * turned[low + 1]
        began, ended = moves
        return hand, drawn_label(letter, at, began, ended, takes)

    def drawn(self):
        is_j = bool(torch.rand(()) < 0.35)
        pool = self.bank.littles if is_j else self.bank.indices
        pose = other_hand(pool[torch.randint(len(pool), (1,))])
        takes = int(torch.randint(12, 40, ()))
        steps = torch.linspace(0, 1, takes)
        if not is_j:
            return self.placed(25, z_of(pose[0], steps), takes)
        drawn = j_of(pose[0], steps)
        if torch.rand(()) < 0.7:
            end = other_hand(self.bank.ends[torch.randint(len(self.bank.ends), (1,))])
            drawn = ending_in(drawn, end[0], steps)
        return self.placed(9, drawn, takes)

    def clip(self, size):
        """Hands that sign no letter."""
        hands, presents = [], []
        for pick in torch.multinomial(self.bank.clip_weights, size, True):
            hand, has = self.bank.clips[pick]
            start = int(torch.randint(-8, max(len(hand) - 12, 1), ()))
            rows = torch.arange(start, start + FRAMES)
            inside = (rows >= 0) & (rows < len(hand))
            rows = rows.clamp(0, len(hand) - 1)
            hands.append(hand[rows])
            presents.append((has[rows] & inside).float())
        hand = torch.stack(hands)
        turned = hand @ rotations(0.15 * torch.randn(size, 3)).transpose(1, 2).unsqueeze(1)
        return turned, torch.stack(presents), torch.full((size, FRAMES), NONE)

    def seen(self, hand, present, label):
        """Through a camera and a tracker: trembling, noise, lost frames, a slow camera, the other hand."""
        size = len(hand)
        tremor = smooth(size, FRAMES, 2, 0.6).unsqueeze(2) * (0.02 * torch.rand(size, 1, 1, 1))
        hand = hand + torch.cat([tremor, torch.zeros(size, FRAMES, 1, 1)], -1)
        steady = smooth(size, FRAMES, 63, 0.9).unflatten(-1, (21, 3))
        amount = 0.045 * torch.rand(size, 1, 1, 1)
        depth = torch.tensor([1.0, 1.0, 1.6])
        hand = hand + amount * steady * depth
        hand = hand + 0.012 * torch.rand(size, 1, 1, 1) * torch.randn_like(hand) * depth
        # Perspective: what is nearer is larger.
        hand = hand * (1 - 0.06 * torch.rand(size, 1, 1, 1) * (hand[..., 2:] - hand[:, :, :1, 2:]))
        for every in (2, 3):
            slow = torch.rand(size) < 0.12
            hand[slow] = slow_camera(hand[slow], every)
        lost = torch.rand(size, FRAMES) < 0.04 * torch.rand(size, 1)
        present = present * ~lost
        other = (torch.rand(size) < 0.1).view(-1, 1, 1)
        hand = torch.cat([torch.where(other, -hand[..., 0], hand[..., 0]).unsqueeze(-1), hand[..., 1:]], -1)
        return hand * present.unsqueeze(-1).unsqueeze(-1), present, label


def slow_camera(hand, every):
    """Only one frame in `every` is seen; between them lies a straight line."""
    frame = torch.arange(FRAMES)
    low = frame // every * every
    high = (low + every).clamp(max=FRAMES - 1)
    part = ((frame - low).float() / (high - low).clamp(min=1)).view(1, -1, 1, 1)
    return (1 - part) * hand[:, low] + part * hand[:, high]


def other_hand_alike(shape):
    """One other hand for all frames."""
    bones = shape - shape[:, CHAIN]
    longer = (1 + 0.04 * torch.randn(1, 21, 1)) * (1 + 0.08 * torch.randn(1, 6, 1))[:, [0] + [1 + i // 4 for i in range(20)]]
    bones = bones * longer
    joints = [torch.zeros(len(shape), 3)]
    for joint in range(1, 21):
        joints.append(joints[PARENT[joint]] + bones[:, joint])
    return torch.stack(joints, 1) * torch.tensor([1, 1, float(1 + 0.25 * torch.randn(()))])


def moving_part(frames):
    """Where, as shares of the whole, a movement really begins and ends."""
    tips = frames[:, [8, 20], :2]
    steps = (tips[1:] - tips[:-1]).norm(dim=-1).sum(1)
    so_far = steps.cumsum(0) / steps.sum().clamp(min=1e-4)
    last = len(steps) - 1
    return int((so_far < 0.08).sum()) / last, min(int((so_far < 0.92).sum()) / last, 1.0)


def drawn_label(letter, at, began, ended, takes):
    """Of each frame: none while it is drawn, the letter when most of it is, and for a moment after."""
    progress = (at - began) / max(ended - began, 1e-3)
    after = (at - ended) * takes
    label = torch.full(at.shape, OPEN)
    label[(progress > 0.08) & (progress < 0.5)] = NONE
    label[(progress >= 0.72) & (after <= 9)] = letter
    return label


def ease(x):
    x = x.clamp(0, 1)
    return x * x * (3 - 2 * x)


def j_of(pose, steps):
    """The wrist bends forwards while the forearm rolls: the little finger, first up, falls in an arc and ends pointing inwards.

    How far was read off the recorded sequences: half of them roll by 110 degrees or more and bend by 75.
    """
    zero = torch.zeros_like(steps)
    roll = ease(steps) * float(1.3 + 1.1 * torch.rand(()))
    bend = ease(steps / float(0.6 + 0.4 * torch.rand(()))) * float(0.6 + 1.0 * torch.rand(()))
    turned = pose.unsqueeze(0) @ rotations(torch.stack([bend, zero, zero], -1)).transpose(1, 2)
    turned = turned @ rotations(torch.stack([zero, zero, roll], -1)).transpose(1, 2)
    down = ease(steps / 0.6) * float(1.0 * torch.rand(()) - 0.1)
    inwards = ease(steps) * float(1.2 * torch.rand(()) - 0.3)
    return turned + torch.stack([-inwards, down, zero], -1).unsqueeze(1)


def ending_in(drawn, end, steps):
    """A J that ends as a still of somebody's J shows it."""
    way = ease((steps - 0.4) / 0.5).view(-1, 1, 1)
    shape = drawn - drawn[:, :1]
    return drawn[:, :1] + (1 - way) * shape + way * end.unsqueeze(0)


def z_of(pose, steps):
    """The index finger draws a Z: across, back and down, across. Some draw it for whoever watches: the other way round.

    The whole forearm leans with the strokes, so that the tip goes farther than the wrist, and the finger may point up, at the
    camera or down at what it draws. Some come to rest at the corners, some round them.
    """
    width, height = float(0.6 + 1.6 * torch.rand(())), float(0.4 + 1.4 * torch.rand(()))
    lean, last = float(0.3 * torch.randn(())), width * float(0.6 + 0.7 * torch.rand(()))
    corners = torch.tensor([[0, 0], [width, 0], [lean, height], [last + lean, height]])
    corners[:, 1] += 0.15 * height * torch.randn(4)
    if torch.rand(()) < 0.5:
        corners[:, 0] *= -1
    shares = 0.6 + 0.8 * torch.rand(3)
    ends = torch.cat([torch.zeros(1), (shares / shares.sum()).cumsum(0)])
    which = (steps.unsqueeze(1) >= ends[1:3]).sum(1)
    part = (steps - ends[which]) / (ends[which + 1] - ends[which])
    stops = float(torch.rand(()))
    part = (stops * ease(part) + (1 - stops) * part).unsqueeze(-1)
    way = (1 - part) * corners[which] + part * corners[which + 1]
    middle = corners.mean(0)
    zero = torch.zeros_like(steps)
    # Of the tip's way the wrist goes a part, and the forearm's lean makes up for the rest.
    leans = float(0.35 * torch.rand(()))
    roll = leans * (way[:, 0] - middle[0])
    nod = float(0.5 * torch.rand(())) * (way[:, 1] - middle[1]) / height
    bend = float(-0.3 + 1.5 * torch.rand(())) + nod
    turned = pose.unsqueeze(0) @ rotations(torch.stack([bend, zero, zero], -1)).transpose(1, 2)
    turned = turned @ rotations(torch.stack([zero, zero, roll], -1)).transpose(1, 2)
    share = float(0.5 + 0.5 * torch.rand(()))
    drawn = turned + torch.cat([share * way, torch.zeros(len(steps), 1)], -1).unsqueeze(1)
    # A finger that is fast is blurred, and the tracker guesses where it is.
    speed = (way[1:] - way[:-1]).norm(dim=-1)
    blur = torch.cat([speed[:1], speed]).view(-1, 1, 1) * float(1.6 * torch.rand(()))
    guessed = torch.randn(len(steps), 4, 3) * torch.tensor([0.3, 0.5, 0.8, 1.0]).view(1, 4, 1)
    drawn[:, 5:9] += blur * guessed * (torch.rand(len(steps), 1, 1) < 0.5)
    return drawn
