"""Sentences that changed place: a second look at what the monotone path left alone.

What stands alone on both sides is paired out of order where the evidence for the pair exceeds,
by `move_threshold` nats, that for two omissions. Blocks are paired as they are found, strongest
first; a monotone article has little left over and so gains no false move.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from align.aligner.evidence import BeadType, bead_types, grid_evidence, score
from align.aligner.lattice import Step
from align.aligner.settings import AlignerSettings
from align.aligner.sides import Side
from align.odds import chance

_AROUND = 8  # sentences on either side of both places
_WIDEST = 2  # sentences that one may stand for: what moves is moved whole
_LIKEST = 5  # partners of a lone sentence that are worth a look
_TOGETHER = 256  # lone sentences compared at once
_LEAST = 0.3  # likeness below which no pair was ever right


def pair_moved(source: Side, target: Side, path: Sequence[Step], floor: float,
               settings: AlignerSettings) -> list[Step]:
    """Beads between sentences that the path left alone, strongest first, none sharing one.

    Their probability is that the move is real.
    """
    # In the order of the path, so both their sentences and their places rise.
    lone_source = sorted((step for step in path if step.m == 0), key=lambda step: step.i)
    lone_target = sorted((step for step in path if step.k == 0), key=lambda step: step.j)
    if not lone_source or not lone_target:
        return []
    moved: list[Step] = []
    taken_source: set[int] = set()
    taken_target: set[int] = set()
    for gain, step in _candidates(source, target, lone_source, lone_target, floor, settings):
        rows, columns = range(step.i, step.i + step.k), range(step.j, step.j + step.m)
        if taken_source.isdisjoint(rows) and taken_target.isdisjoint(columns):
            taken_source.update(rows)
            taken_target.update(columns)
            score = chance(settings.move_slope * gain + settings.move_intercept)
            moved.append(Step(step.i, step.j, step.k, step.m, score))
    return _crossing(moved, path)


def _crossing(moved: Sequence[Step], path: Sequence[Step]) -> list[Step]:
    """Those that changed place beside the path or another of them.

    Of a pair that stands in the order of all others the path has judged already.
    """
    steady = [step for step in path if step.k and step.m]  # both places rise
    rows, columns = [step.i for step in steady], [step.j for step in steady]
    return [
        step for step in moved
        if bisect(rows, step.i) != bisect(columns, step.j)
        or any((step.i - other.i) * (step.j - other.j) < 0 for other in moved)
    ]


def _candidates(source: Side, target: Side, lone_source: Sequence[Step],
                lone_target: Sequence[Step], floor: float,
                settings: AlignerSettings) -> list[tuple[float, Step]]:
    """Pairs of lone runs above the threshold with their gain in nats, greatest first."""
    found = []
    types = bead_types(_WIDEST, 0)
    for rows, columns in _worth_a_look(source, target, lone_source, lone_target, floor,
                                       settings.move_reach):
        # Rivals from around both places count, as they do on the monotone path.
        top, left = max(0, rows.start - _AROUND), max(0, columns.start - _AROUND)
        around = grid_evidence(source[top : rows.stop + _AROUND],
                               target[left : columns.stop + _AROUND], floor, types)
        scores = {kind: score(evidence, settings.weights) for kind, evidence in around}
        found += [
            (gain, Step(top + i, left + j, k, m, 0.0))
            for (k, m) in scores if k and m
            for i, j, gain in _gains(scores, k, m, settings.move_threshold)
            if top + i in rows and top + i + k <= rows.stop
            and left + j in columns and left + j + m <= columns.stop
        ]
    return sorted(found, key=lambda each: (-each[0], each[1].i, each[1].j, each[1].k, each[1].m))


def _worth_a_look(source: Side, target: Side, lone_source: Sequence[Step],
                  lone_target: Sequence[Step], floor: float,
                  reach: int) -> list[tuple[range, range]]:
    """Pairs of lone runs, within reach of each other, of which some sentences are like each other.

    Each lone sentence is held against its likest few alone, so that a text in which everything is
    like everything grows no faster than others.
    """
    row_runs, column_runs = (_runs([step.i for step in lone_source]),
                             _runs([step.j for step in lone_target]))
    row_of = {i: at for at, run in enumerate(row_runs) for i in run}
    column_of = {j: at for at, run in enumerate(column_runs) for j in run}
    ours, theirs = ([(step.i, step.j) for step in lone_source],
                    [(step.j, step.i) for step in lone_target])
    least = floor + _LEAST * (1 - floor)
    pairs = set(_likest(source, target, ours, theirs, least, reach))
    pairs |= {(i, j) for j, i in _likest(target, source, theirs, ours, least, reach)}
    places = {(row_of[i], column_of[j]) for i, j in pairs}
    return [(row_runs[a], column_runs[b]) for a, b in sorted(places)]


def _likest(ours: Side, theirs: Side, alone: Sequence[tuple[int, int]],
            others: Sequence[tuple[int, int]], least: float,
            reach: int) -> Iterator[tuple[int, int]]:
    """For each lone sentence of one side the likest few of the other within reach.

    Args:
        alone, others: lone sentences, each with its place on the other side, both rising.
    """
    own, place = np.array(alone).T
    far_own, far_place = np.array(others).T
    for start in range(0, len(own), _TOGETHER):
        some, at = own[start:start + _TOGETHER], place[start:start + _TOGETHER]
        near = slice(*np.searchsorted(far_own, (at[0] - reach, at[-1] + reach + 1)))
        if near.start == near.stop:
            continue
        likeness = ours.windows[0, some] @ theirs.windows[0, far_own[near]].T
        # From both ends, so that the sides can be swapped.
        apart = np.maximum(np.abs(far_own[near] - at[:, None]),
                           np.abs(far_place[near] - some[:, None]))
        likeness[apart > reach] = -1
        few = min(_LIKEST, likeness.shape[1])
        best = np.argpartition(-likeness, few - 1, axis=1)[:, :few]
        for a, b in zip(*np.nonzero(np.take_along_axis(likeness, best, 1) > least), strict=True):
            yield int(some[a]), int(far_own[near][best[a, b]])


def _gains(scores: Mapping[BeadType, np.ndarray[tuple[int, ...], np.dtype[np.float32]]],
           k: int, m: int, threshold: float) -> list[tuple[int, int, float]]:
    source_null, target_null = scores[1, 0][:, 0], scores[0, 1][0, :]
    alone = np.convolve(source_null, np.ones(k), "valid")[:, None] + np.convolve(
        target_null, np.ones(m), "valid")
    gain = scores[k, m] - alone
    return [(int(i), int(j), float(gain[i, j])) for i, j in np.argwhere(gain > threshold)]


def _runs(numbers: Sequence[int]) -> list[range]:
    """Consecutive numbers as ranges."""
    runs: list[range] = []
    for number in sorted(numbers):
        if runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return runs
