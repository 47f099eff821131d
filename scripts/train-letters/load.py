"""Everything that is trained on, as hands of 42 x 3 points in image heights (see letter-points.ts)."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

LETTERS = [chr(ord("A") + i) for i in range(26)]
NONE = 26
MOVING = {"J", "Z"}
# Letters that a source shows in another form than most, or wrongly; LABEL_NOTES.csv says how.
UNTRUSTED = {
    "kishore017": "OZ",
    "aditi": "GPQXJZ",
    "xardous": "EGHTK",
    "rakshanjali": "CGH",
    "longhong": "MN",
    "muneeb": "KMY",
    "massey5signers": "JZ",
    "bison": "LMUXY",
}
# M and N with the fingers down are a form that people use: learnt from, but not judged.
VARIANTS = {("longhong", "M"), ("longhong", "N"), ("muneeb", "M")}
# One repository's pictures and sequences may show one person.
SAME_SIGNERS = {"msl_photo": "msl", "massey5signers-digits": "massey5signers", "msl_photo-digits": "msl"}


@dataclass(frozen=True)
class Sample:
    source: str
    signer: str
    label: str
    trusted: bool
    at_ms: np.ndarray
    points: np.ndarray  # frames x 42 x 3


def is_trusted(source: str, label: str) -> bool:
    return label not in UNTRUSTED.get(source, "")


def tracked(path: Path) -> list[Sample]:
    samples = []
    with open(path) as lines:
        for line in lines:
            row = json.loads(line)
            if not row["frames"]:
                continue
            points = np.array([frame["points"] for frame in row["frames"]], np.float32)
            source = SAME_SIGNERS.get(row["source"], row["source"])
            at_ms = np.array([frame["atMs"] for frame in row["frames"]], np.float32)
            name = row["file"] if row["label"] == "clip" else row["signer"]
            samples.append(
                Sample(source, name, row["label"], is_trusted(source, row["label"]), at_ms, points.reshape(-1, 42, 3))
            )
    return samples


def placed(hand: np.ndarray, aspect: float) -> np.ndarray:
    """Frames x 21 x 3 of a picture's width and height, put where the right hand goes."""
    points = np.zeros((len(hand), 42, 3), np.float32)
    points[:, 21:] = hand * np.array([aspect, 1, aspect], np.float32)
    return points


def bison(folder: Path) -> list[Sample]:
    samples = []
    for person in (1, 2):
        with open(folder / f"bison_person{person}.csv") as file:
            rows = list(csv.reader(file))[1:]
        for row in rows:
            label = "none" if row[0] == "I Love You" else row[0]
            hand = np.array(row[1:64], np.float32).reshape(1, 21, 3)
            samples.append(
                Sample("bison", f"bison{person}", label, is_trusted("bison", label), np.zeros(1), placed(hand, 4 / 3))
            )
    return samples


def msl_sequences(folder: Path) -> list[Sample]:
    archive = np.load(folder / "msl_sequences.npz")
    samples = []
    for frames, label, number in zip(archive["X"], archive["y"], archive["seq"]):
        # Frame 0 is often carried over from the sequence before. The pictures were not mirrored; ours are.
        hand = frames[1:] * np.array([-1, 1, 1], np.float32)
        seen = np.abs(hand).sum((1, 2)) > 0
        hand[:, :, 0] += 1
        if str(label) not in LETTERS or seen.sum() < 10:
            continue
        points = placed(hand, 4 / 3)
        points[~seen] = 0
        at_ms = np.arange(len(hand), dtype=np.float32) * (1000 / 30)
        samples.append(Sample("msl", f"msl{number}", str(label), True, at_ms, points))
    return samples


def load(data: Path, extracted: Path) -> list[Sample]:
    return tracked(extracted) + bison(data / "landmarks") + msl_sequences(data / "landmarks")
