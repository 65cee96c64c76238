"""What speaks for and against each possible bead of a grid of sentences.

Every piece of evidence is an array over the places where a bead of one type could begin, so that
thousands of beads are judged in a few numpy calls. All evidence is symmetric in the two sides:
aligning target with source mirrors the result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

import numpy as np
import numpy.typing as npt

from align.aligner.settings import Weights
from align.aligner.sides import MAX_RUN, Side
from align.encoders import Vectors

Array = npt.NDArray[np.float32]
BeadType = tuple[int, int]
Evidence = dict[str, Array]  # by the names of `Weights`; broadcast to shape (I, J)

_ONE = np.ones(1, dtype=np.float32)
SOFT = 10  # characters added to all lengths, so that very short sentences do not decide
_SAMPLE = 500  # sentences of a side that show what unrelated ones are like
_FEW = 3.0  # beyond so many numbers, more say nothing new


def bead_types(widest: int, several: int) -> tuple[BeadType, ...]:
    """Both nulls first, then what says the same.

    Args:
        widest: sentences that may stand against one.
        several: sentences on both sides together where each has more than one.
    """
    pairs = [(n, m) for n in range(1, MAX_RUN + 1) for m in range(1, MAX_RUN + 1)]
    return ((1, 0), (0, 1), *(
        (n, m) for n, m in pairs
        if (max(n, m) <= widest if min(n, m) == 1 else n + m <= several)))


def is_merge(kind: BeadType) -> bool:
    """Whether several sentences stand for one."""
    return min(kind) == 1 < max(kind)


def background(source: Vectors, target: Vectors) -> float:
    """The likeness of unrelated sentences of this article pair, from its own vectors.

    The mean cosine over pairs across the sides that are nobody's best, and over pairs within
    each side: with few sentences the former alone would be noise. It anchors the scale, so that
    encoders whose cosines live between .7 and 1 need no parameters of their own.

    Args:
        source, target: unit vectors of shape (n, d) and (m, d); of long texts a sample is enough.
    """
    source, target = _sample(source), _sample(target)
    across = source @ target.T
    rest = np.ones_like(across, dtype=bool)
    if across.size:
        rest[np.arange(len(source)), across.argmax(1)] = False
        rest[across.argmax(0), np.arange(len(target))] = False
    total, count = float(across[rest].sum()), int(rest.sum())
    for side in (source, target):
        summed = side.sum(axis=0)
        total += float(summed @ summed - np.einsum("ij,ij->", side, side)) / 2
        count += len(side) * (len(side) - 1) // 2
    return min(total / count, 0.95) if count else 0.0


def _sample(vectors: Vectors) -> Vectors:
    return vectors[:: max(1, len(vectors) // _SAMPLE)]


def grid_evidence(
    source: Side, target: Side, floor: float, types: Sequence[BeadType]
) -> Iterator[tuple[BeadType, Evidence]]:
    """Evidence for the beads of each type within one grid of n by m sentences.

    Args:
        floor: the cosine of unrelated sentences, see `background`.

    Yields:
        a type (k, l) that fits, and its evidence, arrays that broadcast to
        (n - k + 1, m - l + 1); for nulls (n, 1) or (1, m).
    """
    likeness = {
        (k, m): (source.windows[k - 1, : len(source) - k + 1]
                 @ target.windows[m - 1, : len(target) - m + 1].T - floor) / (1 - floor)
        for k, m in {(1, 1), *types}
        if 0 < k <= min(len(source), len(source.windows))
        and 0 < m <= min(len(target), len(target.windows))
    }
    single = likeness.get((1, 1), np.zeros((len(source), len(target)), dtype=np.float32))
    rivals = _Rivals(single, target.twins), _Rivals(single.T, source.twins)
    lengths = _LogLengths(source.lengths), _LogLengths(target.lengths)
    numbers = _Shared(source.numbers, target.numbers)
    for k, m in types:
        if m == 0 and len(source):
            yield (k, m), {name: each[:, None] for name, each in _null(source.lengths).items()}
        elif k == 0 and len(target):
            yield (k, m), {name: each[None, :] for name, each in _null(target.lengths).items()}
        elif (k, m) in likeness:
            found = _match(likeness[k, m], *rivals, k, m) | _lengths(*lengths, k, m)
            found["shared_numbers"], found["lone_numbers"] = numbers.count(k, m)
            yield (k, m), found


def score(evidence: Evidence, weights: Weights) -> Array:
    """The weighted sum of evidence, in nats."""
    total: Array = sum(
        (np.float32(getattr(weights, name)) * each for name, each in evidence.items()),
        start=np.zeros(1, dtype=np.float32),
    )
    return total


def names() -> tuple[str, ...]:
    """The names of all evidence, in the order of `Weights`."""
    return tuple(each.name for each in fields(Weights))


def _null(lengths: Array) -> Evidence:
    """Evidence that a sentence stands alone; shape (n,)."""
    return {"null": np.ones_like(lengths),
            "null_length": np.log(np.maximum(lengths, 1)) - np.float32(np.log(100))}


def _match(own: Array, across: _Rivals, along: _Rivals, k: int, m: int) -> Evidence:
    beaten_across = own - across.best(k, m)
    beaten_along = own - along.best(m, k).T
    found: Evidence = {
        "likeness": own,
        "likeness_40": np.maximum(0, own - 0.4),
        "likeness_70": np.maximum(0, own - 0.7),
        "rival": np.minimum(beaten_across, beaten_along),
        "rivals": np.float32(0.5) * (beaten_across + beaten_along),
    }
    if k + m == 2:
        return found | {"single": _ONE}
    return found | {"merged": _ONE, "merge": _ONE * (k + m - 3),
                    "two_sided": _ONE * (k > 1 and m > 1)}


class _Rivals:
    """The best likeness of runs of rows outside runs of columns.

    A column's twins, the same sentence elsewhere, are no rivals of it: equal rivals would cancel
    the evidence for all of them.
    """

    def __init__(self, likeness: Array, twins: npt.NDArray[np.int64]) -> None:
        self._rows = [_sliding(likeness, run, np.maximum)
                      for run in range(1, min(MAX_RUN, len(likeness)) + 1)]
        self._before = [np.maximum.accumulate(rows, axis=1) for rows in self._rows]
        self._after = [np.maximum.accumulate(rows[:, ::-1], axis=1)[:, ::-1]
                       for rows in self._rows]
        self._twins = twins
        values, counts = np.unique(twins, return_counts=True)
        self._twice = np.isin(twins, values[counts > 1]).astype(np.float32)

    def best(self, k: int, m: int) -> Array:
        """For rows i to i + k and columns j to j + m: the best of these rows elsewhere.

        Where there is no elsewhere the rival is as good as an unrelated sentence.
        """
        before, after = self._before[k - 1], self._after[k - 1]
        width = before.shape[1] - m + 1
        best = np.full((len(before), width), -np.inf, dtype=np.float32)
        best[:, 1:] = before[:, : width - 1]
        best[:, :-1] = np.maximum(best[:, :-1], after[:, m:])
        known: dict[frozenset[int], Array] = {}
        for j in np.flatnonzero(_sliding(self._twice, m, np.maximum)).tolist():
            own = frozenset(self._twins[j : j + m].tolist())
            if own not in known:
                known[own] = self._rows[k - 1][:, ~np.isin(self._twins, list(own))].max(
                    axis=1, initial=-np.inf)
            best[:, j] = known[own]
        best[np.isneginf(best)] = 0
        return best


def _sliding(values: Array, size: int, reduce: np.ufunc) -> Array:
    """`reduce` over runs of `size` rows."""
    rows = len(values) - size + 1
    out = values[:rows].copy()
    for offset in range(1, size):
        reduce(out, values[offset : offset + rows], out=out)
    return out


class _LogLengths:
    """Log lengths of runs of sentences, in characters."""

    def __init__(self, lengths: Array) -> None:
        total = np.concatenate([[0], np.cumsum(lengths, dtype=np.float64)])
        self.of = [np.log(total[run:] - total[:-run] + SOFT).astype(np.float32)
                   for run in range(1, min(MAX_RUN, len(lengths)) + 1)]


def _lengths(source: _LogLengths, target: _LogLengths, k: int, m: int) -> Evidence:
    """How far the lengths are from each other, after Gale and Church (1993), in log characters."""
    ratio = np.abs(source.of[k - 1][:, None] - target.of[m - 1])
    return {"length": ratio, "length_squared": ratio * ratio}


class _Shared:
    """Counts of what runs of sentences on both sides have in common.

    Only numbers that both sides have get a column: a text of many numbers stays small.
    """

    def __init__(self, source: Sequence[frozenset[str]], target: Sequence[frozenset[str]]) -> None:
        both = frozenset().union(*source) & frozenset().union(*target)
        vocabulary = {word: at for at, word in enumerate(sorted(both))}
        self._source, self._target = (
            list(zip(_run_tables(side, vocabulary), _run_counts(side), strict=True))
            for side in (source, target))

    def count(self, k: int, m: int) -> tuple[Array, Array]:
        """How many both runs have, and how many only one has, each up to a few per side."""
        source, in_source = self._source[k - 1]
        target, in_target = self._target[m - 1]
        both = source @ target.T
        lone = np.minimum(_FEW, in_source[:, None] - both)
        lone += np.minimum(_FEW, in_target - both)
        return np.minimum(_FEW, both), lone


def _run_tables(sets: Sequence[frozenset[str]], vocabulary: dict[str, int]) -> list[Array]:
    """For runs of 1, 2, … rows which words of the vocabulary they have together."""
    table = np.zeros((len(sets), len(vocabulary)), dtype=np.float32)
    for row, words in enumerate(sets):
        table[row, [vocabulary[word] for word in words if word in vocabulary]] = 1
    return [_sliding(table, run, np.maximum) for run in range(1, min(MAX_RUN, len(sets)) + 1)]


def _run_counts(sets: Sequence[frozenset[str]]) -> list[Array]:
    """For runs of 1, 2, … rows how many different words they have together."""
    # fresh[o, i]: words of row i that none of the o rows before it has.
    fresh = np.zeros((MAX_RUN, len(sets)), dtype=np.float32)
    last: dict[str, int] = {}
    for at, words in enumerate(sets):
        for word in words:
            fresh[: min(MAX_RUN, at - last.get(word, -MAX_RUN)), at] += 1
            last[word] = at
    counts = [fresh[0]]
    for run in range(2, min(MAX_RUN, len(sets)) + 1):
        counts.append(counts[-1][:-1] + fresh[run - 1, run - 1 :])
    return counts
