"""The trained tagger at work: pairs in, a label for every piece of both sides out.

Needs `onnxruntime` and `sentencepiece` alone. One file holds it all: the int8 network, and in its
metadata the vocabulary and the calibration.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from align import models
from align.encoders.cores import cores
from align.errors import InputError, MissingExtraError
from align.odds import chance
from align.tagger.engine import engine
from align.tagger.vocabulary import Pieces, Vocabulary, unpack_vocabulary
from align.tagger.windows import groups, inputs, windows

WEIGHTS = models.path("tagger.onnx")
_POINTER = b"version https://git-lfs"
KEPT = 1024  # pairs whose labels are kept

Matrix = npt.NDArray[np.float32]
Label = Literal["fine", "wrong", "missing", "added"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text, code points [start, end), with its likeliest label.

    `wrong` and `gap` are the probabilities of a wrong rendering, and of standing on this side
    only: missing if this is the source, added if the target.
    """

    start: int
    end: int
    label: Label
    wrong: float
    gap: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """A pair as the tagger sees it. `score` is the probability that both sides say the same.

    `likeness` is the cosine of every piece of the source with every piece of the target, float32
    (source pieces, target pieces), where the network has read each side alone; None of a pair too
    long to be seen at once, and by weights that do not tell it.
    """

    score: float
    source: tuple[Token, ...]
    target: tuple[Token, ...]
    likeness: Matrix | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Calibration:
    """How raw outputs become probabilities: the score is sigmoid(scale * logit + shift).

    `anchors` are the evidences (see spans.py) at which the confidence in a span is 1/4, 1/2, 3/4.
    """

    pair_scale: float = 1.0
    pair_shift: float = 0.0
    anchors: tuple[float, float, float] = (-1.0, 0.0, 1.0)

    def score(self, logit: float) -> float:
        """Probability that a pair is faithful."""
        return chance(self.pair_scale * logit + self.pair_shift)

    def confidence(self, evidence: float) -> float:
        """Confidence in a span: straight between the anchors, levelling off beyond them."""
        low, _, high = self.anchors
        if evidence <= low:
            return 0.25 * float(np.exp(evidence - low))
        if evidence >= high:
            return 1 - 0.25 * float(np.exp(high - evidence))
        return float(np.interp(evidence, self.anchors, (0.25, 0.5, 0.75)))


def available(path: Path = WEIGHTS) -> bool:
    """Whether the weights are there."""
    return path.exists()


@lru_cache(maxsize=2)
def load(path: Path = WEIGHTS, threads: int | None = None) -> Tagger:
    """The tagger of a weights file; the shipped one by default. Loaded once.

    Raises:
        InputError: the file is missing or is no tagger.
        MissingExtraError: onnxruntime is not installed.
    """
    onnxruntime = engine()
    if not path.exists():
        raise InputError(f"There are no tagger weights at '{path}'; "
                         "build them with 'selaras train', or install Selaras from its wheel.")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(threads or cores(), cores())
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(path), options,
                                               providers=["CPUExecutionProvider"])
        return Tagger(session, session.get_modelmeta().custom_metadata_map)
    except MemoryError:
        raise
    except Exception as error:  # onnxruntime's own have no common base
        raise InputError(_damaged(path)) from error


def _damaged(path: Path) -> str:
    with path.open("rb") as file:
        if file.read(len(_POINTER)) == _POINTER:
            return (f"'{path}' is only a git-lfs pointer to the tagger's weights; fetch them with "
                    "'git lfs pull'.")
    return (f"'{path}' is damaged, or no tagger that 'selaras train' wrote; install Selaras anew, "
            "or build it anew.")


def load_ahead() -> None:
    """Begin to load the shipped tagger; what goes wrong is told to whoever asks for it later.

    Python waits for the thread at its end: one that is still in onnxruntime while all is taken
    down brings the process down with it.
    """
    def quietly() -> None:
        with suppress(Exception):
            ready()

    Thread(target=quietly, name="tagger").start()


def ready() -> Tagger | None:
    """The shipped tagger, or None where its weights or onnxruntime are absent.

    May be called in several threads: whoever asks meanwhile waits for the one load.
    """
    with _loading:
        try:
            return load() if available() else None
        except MissingExtraError:
            return None


_loading = Lock()


class Tagger:
    """Tags pairs, and keeps what it said of the last KEPT: several checks ask. Made by `load`."""

    def __init__(self, session: Any, metadata: dict[str, str]) -> None:
        self._session = session
        self.vocabulary = Vocabulary(unpack_vocabulary(metadata["vocabulary"]))
        self.calibration = read_calibration(metadata["calibration"])
        self.signature = metadata["signature"]
        self._kept: dict[tuple[Calibration, str, str], Tagged] = {}

    def tag(self, pairs: Sequence[tuple[str, str]]) -> list[Tagged]:
        """Labels and score of each pair, in order. A pair with an empty side scores 0."""
        keys = [(self.calibration, *pair) for pair in pairs]
        fresh = [key for key in dict.fromkeys(keys) if key not in self._kept]
        new = zip(fresh, self._run([key[1:] for key in fresh]), strict=True)
        seen = {key: self._kept[key] for key in keys if key in self._kept} | dict(new)
        self._kept = dict(list((self._kept | seen).items())[-KEPT:])
        return [seen[key] for key in keys]

    def _run(self, pairs: Sequence[tuple[str, str]]) -> list[Tagged]:
        split = [(self.vocabulary.split(source), self.vocabulary.split(target))
                 for source, target in pairs]
        cut = sorted((window for number, sides in enumerate(split)
                      for window in windows(number, *sides)), key=lambda window: len(window.ids))
        logits: list[list[float]] = [[] for _ in pairs]
        alike: dict[int, Matrix] = {}
        chances = [(np.full((len(s.ids), 3), np.nan, np.float32),
                    np.full((len(t.ids), 3), np.nan, np.float32)) for s, t in split]
        for group in groups(cut):
            token, pair, *likeness = self._session.run(None, inputs(group))
            for at, (window, row) in enumerate(zip(group, _softmax(token), strict=True)):
                logits[window.pair].append(float(pair[at]))
                window.spread(row, chances[window.pair])
                if likeness:
                    alike[window.pair] = window.across(likeness[0][at])
        return [self._tagged(sides, logits[number], chances[number],
                             alike.get(number) if len(logits[number]) == 1 else None)
                for number, sides in enumerate(split)]

    def _tagged(self, sides: tuple[Pieces, Pieces], logits: list[float],
                chances: tuple[Matrix, Matrix], likeness: Matrix | None) -> Tagged:
        score = self.calibration.score(min(logits)) if logits else 0.0
        return Tagged(score, _tokens(sides[0], chances[0], "missing"),
                      _tokens(sides[1], chances[1], "added"), likeness)


def _softmax(logits: Matrix) -> Matrix:
    high = np.exp(logits - logits.max(-1, keepdims=True))
    share: Matrix = high / high.sum(-1, keepdims=True)
    return share


def _tokens(pieces: Pieces, chances: Matrix, gap: Label) -> tuple[Token, ...]:
    names: tuple[Label, ...] = ("fine", "wrong", gap)
    rows = np.where(np.isnan(chances), np.array([1.0, 0.0, 0.0], np.float32), chances)
    best = rows.argmax(1) if len(rows) else rows
    return tuple(Token(start, end, names[int(label)], float(row[1]), float(row[2]))
                 for (start, end), label, row in zip(pieces.spans, best, rows, strict=True))


# --------------------------------------------------------------------------- the metadata


def read_calibration(text: str) -> Calibration:
    """A calibration from its JSON."""
    plain = json.loads(text)
    return Calibration(plain["pair_scale"], plain["pair_shift"], tuple(plain["anchors"]))
