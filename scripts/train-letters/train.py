"""Trains the letter network, or with --hold-out one that has not seen a source, and with --to writes it as ONNX.

The same seed gives the same network on the same machine. `npm run train:letters` runs it for all of them.
"""

import argparse
import json
import time
import warnings
from pathlib import Path

import numpy as np
import torch
from torch import nn

from exported import Exported
from load import LETTERS, MOVING, NONE, Sample, load
from model import FRAMES, LetterNet
from sequences import OPEN, Bank, Maker, fill, one_hand

NEGATIVE = ("clips/negative/", "videos/negative/", "videos/gesture/", "clips/positive/hemanth/")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--hold-out")
    parser.add_argument("--negatives", choices=["all", "even", "odd"], default="all")
    parser.add_argument("--kind", choices=["gru", "lstm", "pooled"], default="gru")
    parser.add_argument("--look-steps", type=int, default=400)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def person(file: str) -> str:
    """Clips of one person lie in one folder, or stand alone."""
    folder, name = file.rsplit("/", 1)
    return folder if folder.count("/") > 1 else name


def negatives(samples: list[Sample], half: str) -> list[Sample]:
    clips = [s for s in samples if s.label == "clip" and s.signer.startswith(NEGATIVE)]
    people = sorted({person(clip.signer) for clip in clips})
    kept = {name for at, name in enumerate(people) if half == "all" or at % 2 == ("even", "odd").index(half)}
    return [clip for clip in clips if person(clip.signer) in kept]


def train_looks(net: LetterNet, maker: Maker, steps: int, batch: int = 384) -> None:
    """Each look learns single poses, by itself. Longer is not better: it then knows the training signers too well."""
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.1)
    for number, look in enumerate(net.looks):
        look.train()
        optimiser = torch.optim.AdamW(look.parameters(), 1e-3, weight_decay=1e-3)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 5e-3, steps)
        for _ in range(steps):
            pose, shown = maker.stills(batch)
            shape, _ = net.features(pose, torch.ones(batch, 1))
            loss = loss_of(look(shape[:, 0]), shown)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
        look.eval()
        look.requires_grad_(False)
        print(f"look {number + 1}: loss {loss.item():.3f}", flush=True)


def train_memory(net: LetterNet, maker: Maker, steps: int, batch: int) -> None:
    """The memory learns sequences, on top of looks that stay as they are."""
    learning = [parameter for parameter in net.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(learning, 1e-3, weight_decay=2e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 6e-3, steps, pct_start=0.25)
    loss_of = nn.CrossEntropyLoss(ignore_index=OPEN, label_smoothing=0.05)
    began = time.time()
    for step in range(steps):
        hand, present, label = maker.batch(batch)
        loss = loss_of(net.logits(hand, present).flatten(0, 1), label.flatten())
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        schedule.step()
        if step % 100 == 99:
            print(f"step {step + 1} of {steps}: loss {loss.item():.3f}, {time.time() - began:.0f} s", flush=True)


def judge(net: LetterNet, samples: list[Sample], source: str) -> dict:
    """Stills held for a second, and movements at their end, of a source that was held out."""
    net.eval()
    right: dict[str, list[int]] = {}
    wrong: dict[str, int] = {}
    for sample in samples:
        if sample.source != source or not sample.trusted or sample.label not in LETTERS:
            continue
        hand, has = one_hand(sample.points)
        if not has.any():
            continue
        if sample.label in MOVING:
            if len(hand) < 10:
                continue
            frames = torch.tensor(fill(hand, has)[-FRAMES:]).unsqueeze(0)
        else:
            frames = torch.tensor(hand[has][:1]).repeat(FRAMES, 1, 1).unsqueeze(0)
        with torch.no_grad():
            logits = net.logits(frames, torch.ones(1, frames.shape[1]))[0]
        said = logits[-1] if sample.label not in MOVING else logits[8:, :].softmax(-1).max(0).values[:NONE]
        best = int(said.argmax())
        name = "none" if best == NONE else LETTERS[best]
        right.setdefault(sample.label, []).append(int(name == sample.label))
        if name != sample.label:
            wrong[f"{sample.label}>{name}"] = wrong.get(f"{sample.label}>{name}", 0) + 1
    still = [r for letter, results in right.items() if letter not in MOVING for r in results]
    moving = [r for letter, results in right.items() if letter in MOVING for r in results]
    worst = sorted(wrong.items(), key=lambda pair: -pair[1])[:12]
    return {
        "source": source,
        "static": round(float(np.mean(still)), 4),
        "count": len(still),
        "motion": round(float(np.mean(moving)), 4) if moving else None,
        "confused": dict(worst),
    }


def save(net: LetterNet, path: Path) -> None:
    net.eval()
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Exported(net).eval(),
            torch.rand(1, FRAMES, 42, 3),
            str(path),
            input_names=["frames"],
            output_names=["probabilities"],
            dynamic_axes={"frames": {0: "batch"}, "probabilities": {0: "batch"}},
            opset_version=13,
        )


def main():
    given = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    samples = load(given.data, given.samples)
    bank = Bank(samples, given.hold_out, negatives(samples, given.negatives))
    net = LetterNet(kind=given.kind)
    maker = Maker(bank)
    train_looks(net, maker, given.look_steps)
    train_memory(net, maker, given.steps, given.batch)
    if given.to:
        save(net, given.to)
    if given.hold_out:
        print(json.dumps(judge(net, samples, given.hold_out)), flush=True)


if __name__ == "__main__":
    main()
