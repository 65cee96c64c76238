"""Sentences that changed place: a second look at what the monotone path left alone.

What stands alone on both sides is paired out of order where the evidence for the pair exceeds,
by `move_threshold` nats, that for two omissions. Blocks are paired as they are found, strongest
first; a monotone article has little left over and so gains no false move.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from align.aligner.evidence import BeadType, bead_types, grid_evidence, score
from align.aligner.lattice import Step
from align.aligner.settings import AlignerSettings
from align.aligner.sides import Side

_AROUND = 8  # sentences on either side of both places
_LARGEST = 3  # sentences of a bead: what moves is moved whole
_LEAST = 0.3  # likeness below which no pair was ever right


def pair_moved(source: Side, target: Side, path: Sequence[Step], floor: float,
               settings: AlignerSettings) -> list[Step]:
    """Beads between sentences that the path left alone, strongest first, none sharing one.

    Their probability is that the move is real.
    """
    lone_source = [step.i for step in path if step.m == 0]
    lone_target = [step.j for step in path if step.k == 0]
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
            chance = 1 / (1 + math.exp(-settings.move_slope * gain - settings.move_intercept))
            moved.append(Step(step.i, step.j, step.k, step.m, chance))
    return moved


def _candidates(source: Side, target: Side, lone_source: Sequence[int],
                lone_target: Sequence[int], floor: float,
                settings: AlignerSettings) -> list[tuple[float, Step]]:
    """Pairs of lone runs above the threshold with their gain in nats, greatest first."""
    found = []
    types = bead_types(min(_LARGEST, settings.max_sentences))
    for rows, columns in _worth_a_look(source, target, lone_source, lone_target, floor):
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


def _worth_a_look(source: Side, target: Side, lone_source: Sequence[int],
                  lone_target: Sequence[int], floor: float) -> list[tuple[range, range]]:
    """Pairs of lone runs of which some sentences are like each other."""
    likeness = source.windows[0, lone_source] @ target.windows[0, lone_target].T
    rows, columns = _runs(lone_source), _runs(lone_target)
    row_of = {i: at for at, run in enumerate(rows) for i in run}
    column_of = {j: at for at, run in enumerate(columns) for j in run}
    alike = np.argwhere(likeness > floor + _LEAST * (1 - floor)).tolist()
    places = {(row_of[lone_source[a]], column_of[lone_target[b]]) for a, b in alike}
    return [(rows[a], columns[b]) for a, b in sorted(places)]


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
