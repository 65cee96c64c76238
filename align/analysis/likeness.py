"""The likeness of texts, on one scale for every encoder.

Encoders differ in how alike they find unrelated sentences: multilingual USE near .1, e5 near .75.
As in the aligner, the likeness of the unrelated and that of equals fix a linear scale; what was
fitted on the bundled encoder's cosines then holds for the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from align.encoders import Encoder, Vectors

# Sentences that have nothing to do with each other, for the likeness of the unrelated.
_UNRELATED = (
    "The ferry to the northern islands was cancelled because of fog.",
    "Bank sentral mempertahankan suku bunga acuannya.",
    "She scored twice in the final ten minutes.",
    "Para petani mengeluhkan harga pupuk yang terus naik.",
    "A court in the capital adjourned the trial until spring.",
    "Penelitian itu memakai data dari dua belas rumah sakit.",
    "The museum has bought three paintings by the young artist.",
    "Polisi menutup jalan utama menjelang konser.",
)
REFERENCE = 0.09978  # their mean cosine by the bundled encoder, on whose scale all weights are
_NARROWEST = 0.95   # encoders that find everything more alike tell nothing apart


@dataclass
class Texts:
    """Texts to encode in one go, each once."""

    places: dict[str, int] = field(default_factory=dict)

    def add(self, text: str) -> int:
        """The place of the text among the vectors that `encoded` will hold."""
        return self.places.setdefault(text, len(self.places))

    def encoded(self, encoder: Encoder) -> Likeness:
        """The likeness of all texts to each other."""
        floor = _unrelated(encoder)
        slope = (1 - REFERENCE) / (1 - floor)
        return Likeness(encoder.encode(list(self.places)), slope, REFERENCE - slope * floor)


@dataclass(frozen=True, eq=False)
class Likeness:
    """Scaled cosines: `slope * cosine + shift`. `vectors` has shape (texts, d), unit rows."""

    vectors: Vectors
    slope: float = 1.0
    shift: float = 0.0

    def near(self, one: int, other: int) -> float:
        """Of two texts, by their places."""
        return self.slope * float(self.vectors[one] @ self.vectors[other]) + self.shift

    def between(self, some: Sequence[int], others: Sequence[int]) -> Vectors:
        """Of all some to all others, shape (len(some), len(others)), float32."""
        found: Vectors = (
            self.slope * (self.vectors[list(some)] @ self.vectors[list(others)].T)
            + self.shift).astype(np.float32)
        return found


_floors: dict[str, float] = {}  # by the encoder's signature


def _unrelated(encoder: Encoder) -> float:
    """Mean cosine of the unrelated sentences."""
    if encoder.signature not in _floors:
        _floors[encoder.signature] = _measured(encoder)
    return _floors[encoder.signature]


def _measured(encoder: Encoder) -> float:
    vectors = encoder.encode(_UNRELATED)
    count = len(vectors)
    total = float((vectors.sum(axis=0) ** 2).sum()) - float((vectors ** 2).sum())
    return min(total / (count * (count - 1)), _NARROWEST)
