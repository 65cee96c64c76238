"""One side of an alignment: what the aligner knows of each sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder, Vectors
from align.errors import InputError

MAX_RUN = 4

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one article as evidence.

    `windows[k - 1, i]` is the unit vector of sentences i to i + k - 1, shape (MAX_RUN, n, d),
    float32. `lengths` are code points, shape (n,), float32. `numbers` holds the runs of
    digits of each sentence, which survive translation.
    """

    windows: Vectors
    lengths: npt.NDArray[np.float32]
    numbers: tuple[frozenset[str], ...]

    def __len__(self) -> int:
        return len(self.lengths)

    def __getitem__(self, part: slice) -> Side:
        return Side(self.windows[:, part], self.lengths[part], self.numbers[part])


def encode_side(texts: Sequence[str], encoder: Encoder) -> Side:
    """Encode sentences and the runs of up to four of them."""
    return make_side(encoder.encode_windows(texts, MAX_RUN), texts)


def make_side(windows: Vectors, texts: Sequence[str]) -> Side:
    """A side from vectors at hand.

    Args:
        windows: shape (k, n, d) with k of 1 to 4, or (n, d) for sentence vectors alone, from
            which the vectors of runs are then made by averaging.
        texts: the n sentences.

    Raises:
        InputError: the shape does not fit the texts, or a value is not finite.
    """
    windows = np.asarray(windows, dtype=np.float32)
    if not np.isfinite(windows).all():
        raise InputError("The vectors hold values that are not numbers; encode the text again.")
    if windows.ndim == 2:
        windows = averaged_windows(windows, MAX_RUN)
    if windows.ndim != 3 or windows.shape[1] != len(texts) or not 1 <= len(windows) <= MAX_RUN:
        raise InputError(
            f"The vectors have shape {windows.shape}, but {len(texts)} sentences need shape "
            f"(runs, {len(texts)}, dimension) with 1 to {MAX_RUN} runs."
        )
    return Side(
        windows,
        np.array([len(text) for text in texts], dtype=np.float32),
        tuple(frozenset(_NUMBER.findall(text)) for text in texts),
    )


def averaged_windows(vectors: Vectors, size: int) -> Vectors:
    """Runs as normalised means of their sentences' vectors, shape (size, n, d).

    Raises:
        InputError: `vectors` is not of shape (n, d).
    """
    count, dimension = vectors.shape
    windows = np.zeros((size, count, dimension), dtype=np.float32)
    total = np.zeros_like(vectors)
    for run in range(1, min(size, count) + 1):
        total[: count - run + 1] += vectors[run - 1 :]
        part = total[: count - run + 1]
        norm = np.linalg.norm(part, axis=1, keepdims=True)
        windows[run - 1, : count - run + 1] = part / np.maximum(norm, 1e-9)
    return windows
