"""All ways through a grid of sentences at once: probabilities of beads, and the best path.

Forward and backward sums over the lattice of beads (a semi-Markov conditional random field, after
Sarawagi and Cohen 2004) give each bead's probability; the path of the greatest expected number of
right beads is then read off (minimum Bayes risk, after Goel and Byrne 2000). Grids are solved in
batches: arrays carry a first axis over grids, padded to one size.

Where several sentences stand alone in a row, those of the source come first: without that rule
each such stretch would be counted once for every order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.aligner.evidence import BeadType

Array = npt.NDArray[np.float64]
Scores = Mapping[BeadType, npt.NDArray[np.floating]]  # (I, J) per type: of a bead begun at (i, j)
Alive = Mapping[BeadType, npt.NDArray[np.bool_]]  # per type: rows in which such a bead may begin

SOURCE_NULL: BeadType = (1, 0)
TARGET_NULL: BeadType = (0, 1)


@dataclass(frozen=True, slots=True)
class Step:
    """A bead of a path: it begins at sentences (i, j) and takes k and m of them."""

    i: int
    j: int
    k: int
    m: int
    probability: float


@dataclass(frozen=True, slots=True)
class Lattice:
    """Bead probabilities of a batch of grids.

    `probability[k, m][b, i, j]` is that of a k-m bead begun at (i, j) of grid b, shape
    (B, N + 1, M + 1), float64. `sizes[b]` is the grid's true size. `log_total[b]` is the log of
    the sum over all paths.
    """

    probability: Mapping[BeadType, Array]
    sizes: npt.NDArray[np.int64]
    log_total: Array


def solve(grids: Sequence[Scores], sizes: Sequence[tuple[int, int]]) -> Lattice:
    """Bead probabilities of grids from their bead scores.

    Args:
        grids: for each grid, scores in nats by bead type; arrays broadcast to the places where
            such a bead can begin. A type that does not fit may be absent.
        sizes: number of source and target sentences of each grid.
    """
    shape = np.array(sizes, dtype=np.int64).reshape(-1, 2)
    scores = _padded(grids, shape)
    # After merges were ruled out few rows have any bead of the wider types.
    alive: Alive = {
        kind: np.asarray(np.isfinite(score).any(axis=(0, 2))) for kind, score in scores.items()}
    with np.errstate(invalid="ignore"):
        before, before_open = _forward(scores, alive, *_extent(shape))
        after, after_null = _backward(scores, alive, shape)
        total = after[:, 0, 0]
        found = {}
        for (k, m), score in scores.items():
            rows, columns = score.shape[1] - k, score.shape[2] - m
            start = before_open if (k, m) == SOURCE_NULL else before
            end = after_null if (k, m) == TARGET_NULL else after
            chance = np.zeros_like(score)
            some = np.flatnonzero(alive[k, m][:rows])
            chance[:, some, :columns] = np.nan_to_num(np.exp(np.minimum(
                start[:, some, :columns] + score[:, some, :columns]
                + end[:, some + k, m:] - total[:, None, None], 0.0)))
            found[k, m] = chance
    return Lattice(found, shape, total)


def best_paths(lattice: Lattice) -> list[list[Step]]:
    """For each grid the path with the greatest expected number of right beads.

    The probability of a null counts every place where it could stand between the same neighbours.
    """
    chances = dict(lattice.probability)
    rows, columns = chances[1, 1].shape[1:]
    source_null = chances[SOURCE_NULL].sum(axis=2)
    target_null = chances[TARGET_NULL].sum(axis=1)
    chances[SOURCE_NULL] = np.repeat(source_null[:, :, None], columns, axis=2)
    came = np.zeros((len(lattice.sizes), rows, columns), dtype=np.int8)
    types = [each for each in chances if each != TARGET_NULL]
    gain = np.cumsum(target_null, axis=1) - target_null
    value = np.full(came.shape, -np.inf)
    value[:, 0, 0] = 0
    for i in range(rows):
        for number, (k, m) in enumerate(types):
            if k <= i:
                reached = value[:, i - k, : columns - m] + chances[k, m][:, i - k, : columns - m]
                better = reached > value[:, i, m:]
                value[:, i, m:][better] = reached[better]
                came[:, i, m:][better] = number
        standing = value[:, i] - gain
        running = np.maximum.accumulate(standing, axis=1)
        came[:, i][running > standing] = -1
        value[:, i] = running + gain
    return [
        _trace(came[b], (int(n), int(m)), types, {t: p[b] for t, p in chances.items()},
               target_null[b])
        for b, (n, m) in enumerate(lattice.sizes)
    ]


def _trace(came: npt.NDArray[np.int8], end: tuple[int, int], types: Sequence[BeadType],
           chances: Mapping[BeadType, Array], target_null: Array) -> list[Step]:
    i, j = end
    path = []
    while i or j:
        k, m = types[came[i, j]] if came[i, j] >= 0 else TARGET_NULL
        i, j = i - k, j - m
        chance = target_null[j] if (k, m) == TARGET_NULL else chances[k, m][i, j]
        path.append(Step(i, j, k, m, min(1.0, float(chance))))
    return path[::-1]


def _extent(sizes: npt.NDArray[np.int64]) -> tuple[int, int]:
    return int(sizes[:, 0].max()), int(sizes[:, 1].max())


def _padded(grids: Sequence[Scores], sizes: npt.NDArray[np.int64]) -> dict[BeadType, Array]:
    height, width = _extent(sizes)
    types = list(dict.fromkeys(
        [SOURCE_NULL, TARGET_NULL, (1, 1), *(kind for grid in grids for kind in grid)]))
    scores = {kind: np.full((len(grids), height + 1, width + 1), -np.inf) for kind in types}
    for b, grid in enumerate(grids):
        for (k, m), score in grid.items():
            rows, columns = sizes[b, 0] - k + 1, sizes[b, 1] - m + 1
            if rows > 0 and columns > 0:
                scores[k, m][b, :rows, :columns] = score
    return scores


def _forward(scores: Mapping[BeadType, Array], alive: Alive, height: int,
             width: int) -> tuple[Array, Array]:
    """Log sums of the paths up to each point: all, and those not ending in a target null."""
    batch = len(scores[1, 1])
    total = np.full((batch, height + 1, width + 1), -np.inf)
    opened = total.copy()
    opened[:, 0, 0] = 0
    null = _finite(scores[TARGET_NULL])
    for i in range(height + 1):
        here = [opened[:, i]]
        for (k, m), score in scores.items():
            if 0 < k <= i and alive[k, m][i - k]:
                start = opened if m == 0 else total
                part = np.full((batch, width + 1), -np.inf)
                part[:, m:] = start[:, i - k, : width + 1 - m] + score[:, i - k, : width + 1 - m]
                here.append(part)
        opened[:, i] = np.logaddexp.reduce(here)
        run = np.zeros((batch, width + 1))
        np.cumsum(null[:, i, :width], axis=1, out=run[:, 1:])
        total[:, i] = np.logaddexp.accumulate(opened[:, i] - run, axis=1) + run
    return total, opened


def _backward(scores: Mapping[BeadType, Array], alive: Alive,
              sizes: npt.NDArray[np.int64]) -> tuple[Array, Array]:
    """Log sums of the paths from each point on: all, and those lawful after a target null."""
    batch, rows, columns = scores[1, 1].shape
    total = np.full((batch, rows, columns), -np.inf)
    after_null = total.copy()
    null = _finite(scores[TARGET_NULL])
    for i in range(rows - 1, -1, -1):
        end = np.full((batch, columns), -np.inf)
        ending = np.flatnonzero(sizes[:, 0] == i)
        end[ending, sizes[ending, 1]] = 0
        here = [end]
        for (k, m), score in scores.items():
            if k and m and i + k < rows and alive[k, m][i]:
                part = np.full((batch, columns), -np.inf)
                part[:, : columns - m] = score[:, i, : columns - m] + total[:, i + k, m:]
                here.append(part)
        run = np.zeros((batch, columns))
        np.cumsum(null[:, i, : columns - 1], axis=1, out=run[:, 1:])
        weighed = np.logaddexp.reduce(here) + run
        after_null[:, i] = np.logaddexp.accumulate(weighed[:, ::-1], axis=1)[:, ::-1] - run
        total[:, i] = after_null[:, i]
        if i + 1 < rows:
            total[:, i] = np.logaddexp(
                total[:, i], scores[SOURCE_NULL][:, i] + total[:, i + 1])
    return total, after_null


def _finite(scores: Array) -> Array:
    """Padding made so dear that no path takes it, yet finite, so that sums can be undone."""
    return np.where(np.isfinite(scores), scores, -1e6)
