"""From the likeness of pieces to that of words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from align.tagger.run import Matrix, Tagged
from align.tagger.run import Token as Piece
from align.text.tokens import Token

Places = npt.NDArray[np.intp]


def word_likeness(tagged: Tagged, ours: Sequence[Token], theirs: Sequence[Token]) -> Matrix | None:
    """Cosine of the words of both sides, float32 (ours, theirs); None where that of pieces is.

    Every piece of a word is held against the likest piece of the other; the mean of both ways. A
    word of no piece has 0.
    """
    if tagged.likeness is None:
        return None
    rows, columns = _places(tagged.source, ours), _places(tagged.target, theirs)
    found: Matrix = (_best_and_mean(tagged.likeness, rows, columns)
                     + _best_and_mean(tagged.likeness.T, columns, rows).T) / np.float32(2)
    return found


def _places(pieces: Sequence[Piece], words: Sequence[Token]) -> Places:
    """First and last + 1 piece of each word, (words, 2); both alike for a word of none."""
    starts = np.maximum.accumulate([piece.start for piece in pieces])
    ends = np.maximum.accumulate([piece.end for piece in pieces])
    first = np.searchsorted(ends, [word.start for word in words], "right")
    last = np.searchsorted(starts, [word.end for word in words], "left")
    return np.stack([first, np.maximum(first, last)], 1)


def _best_and_mean(likeness: Matrix, rows: Places, columns: Places) -> Matrix:
    """Mean over a column word's pieces of the best that they find in a row word."""
    best = _along(np.maximum, likeness, rows)
    count = np.maximum(1, columns[:, 1] - columns[:, 0])
    found: Matrix = _along(np.add, best.T, columns).T / count.astype(np.float32)
    return found


def _along(of: np.ufunc, likeness: Matrix, places: Places) -> Matrix:
    """`of` over each word's rows: (words, columns), 0 for a word of none."""
    padded = np.concatenate([likeness, np.zeros((1, likeness.shape[1]), np.float32)])
    # reduceat runs from each index to the next: every other run is what lies between two words.
    found: Matrix = of.reduceat(padded, places.ravel(), axis=0)[::2]
    found[places[:, 0] == places[:, 1]] = 0
    return found
