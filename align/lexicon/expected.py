"""Which Indonesian function words an English sentence calls for.

A logistic model a class on the words and pairs of neighbouring words of the English, fitted to
parallel text by `selaras train function-words` (models/function_words.npz). It knows what no list
of answers does: that "but" may become "meskipun", seldom "karena", and "until" never "setelah".
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from align import models
from align.text.tokens import Token, words

Matrix = npt.NDArray[np.float32]
STEP = 0.05     # of the weights as they are stored, int16
USUAL = 100     # code points of a target whose length says nothing
_BEGIN = "^"    # before the first word


@dataclass(frozen=True, eq=False)
class Expectation:
    """The model: `rows` finds an n-gram's row of `weights`, float32 (n-grams, classes).

    `bias` and `length` are (classes,), `instead` (classes, classes): log odds that the second
    stands where the first was called for and is not.
    """

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    weights: Matrix
    bias: Matrix
    length: Matrix
    instead: Matrix

    def odds(self, source: str, target: str) -> Mapping[str, float]:
        """By class: log odds that a rendering of `source` as long as `target` has such a word."""
        rows = [self.rows[gram] for gram in {gram for gram, _, _ in grams(source)}
                if gram in self.rows]
        found = self.weights[sorted(rows)].sum(0) + self.bias + self.length * length(target)
        return dict(zip(self.classes, found.tolist(), strict=True))

    def calling(self, source: str, name: str) -> tuple[int, int] | None:
        """Where the words stand that call most for that class; None where none does."""
        column = self.classes.index(name)
        best = max(((float(self.weights[self.rows[gram], column]), start, end)
                    for gram, start, end in grams(source) if gram in self.rows), default=None)
        return best[1:] if best and best[0] > 0 else None

    def usual(self, called: str, stated: str) -> float:
        """Log odds that `stated` stands where `called` was called for and is not."""
        return float(self.instead[self.classes.index(called), self.classes.index(stated)])


def length(target: str) -> float:
    """The target's length as the model sees it."""
    return math.log((1 + len(target)) / USUAL)


def grams(text: str) -> Iterator[tuple[str, int, int]]:
    """Words of an English text and pairs of neighbours, with their spans; figures are all "0"."""
    found = words(text)
    said = ["0" if word.text[0].isdigit() else word.lower for word in found]
    before: tuple[str, Token] | None = None
    for gram, word in zip(said, found, strict=True):
        yield gram, word.start, word.end
        start = before[1].start if before else word.start
        yield f"{before[0] if before else _BEGIN} {gram}", start, word.end
        before = gram, word


@lru_cache(maxsize=1)
def shipped() -> Expectation:
    """The model that ships.

    Raises:
        InputError: its file is missing or damaged.
    """
    held = models.arrays("function_words")
    return Expectation(
        tuple(str(held["classes"]).split("\n")),
        {gram: row for row, gram in enumerate(str(held["grams"]).split("\n"))},
        held["weights"].astype(np.float32) * np.float32(STEP), held["bias"], held["length"],
        held["instead"])
