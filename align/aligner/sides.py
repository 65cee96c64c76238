"""One side of an alignment: what the aligner knows of each sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder, Vectors
from align.errors import InputError

MAX_RUN = 6

_AT_ONCE = 2_000  # sentences encoded together: bounds what the encoder needs beside the vectors
_SAME = 0.999  # cosine of the same sentence encoded twice, rounding allowed for
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one article as evidence.

    `windows[k - 1, i]` is the unit vector of sentences i to i + k - 1, shape (MAX_RUN, n, d),
    float32. `lengths` are code points, shape (n,), float32. `numbers` holds the runs of
    digits of each sentence, which survive translation. `twins[i]` is the number of the first
    sentence of the whole text that is the same as sentence i, which may be i itself.
    """

    windows: Vectors
    lengths: npt.NDArray[np.float32]
    numbers: tuple[frozenset[str], ...]
    twins: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.lengths)

    def __getitem__(self, part: slice) -> Side:
        return Side(self.windows[:, part], self.lengths[part], self.numbers[part],
                    self.twins[part])


def encode_side(texts: Sequence[str], encoder: Encoder) -> Side:
    """Encode sentences and the runs of up to six of them."""
    if len(texts) <= _AT_ONCE:
        return make_side(encoder.encode_windows(texts, MAX_RUN), texts)
    windows = np.empty((MAX_RUN, len(texts), encoder.dimension), dtype=np.float32)
    for start in range(0, len(texts), _AT_ONCE):
        part = texts[start:start + _AT_ONCE + MAX_RUN - 1]
        found = encoder.encode_windows(part, MAX_RUN)[:, :_AT_ONCE]
        windows[:, start:start + found.shape[1]] = found
    return make_side(windows, texts)


def make_side(windows: Vectors, texts: Sequence[str]) -> Side:
    """A side from vectors at hand.

    Args:
        windows: shape (k, n, d) with k of 1 to 6, or (n, d) for sentence vectors alone, from
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
        _twins(windows[0], texts),
    )


def _twins(vectors: Vectors, texts: Sequence[str]) -> npt.NDArray[np.int64]:
    firsts: dict[str, int] = {}
    found = np.arange(len(texts))
    for at, text in enumerate(texts):
        first = firsts.setdefault(text, at)
        if first != at and vectors[first] @ vectors[at] > _SAME:
            found[at] = first
    return found


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
