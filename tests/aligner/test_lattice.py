"""The lattice against the plain sum over all paths, enumerated."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.aligner.evidence import BeadType, bead_types
from align.aligner.lattice import Step, best_paths, solve

TYPES = bead_types(3, 4)


def scores_of(n: int, m: int, seed: int) -> dict[BeadType, np.ndarray]:
    draw = np.random.default_rng(seed)
    made = {(k, q): draw.normal(size=(n - k + 1, m - q + 1)) for k, q in TYPES
            if k <= n and q <= m and k and q}
    if n:
        made[1, 0] = np.repeat(draw.normal(size=(n, 1)), m + 1, axis=1)
    if m:
        made[0, 1] = np.repeat(draw.normal(size=(1, m)), n + 1, axis=0)
    return made


def paths(n: int, m: int, i: int = 0, j: int = 0,
          after: BeadType = (1, 1)) -> Iterator[list[tuple[int, int, int, int]]]:
    """All paths in which no source null follows a target null."""
    if (i, j) == (n, m):
        yield []
    for k, q in TYPES:
        if i + k <= n and j + q <= m and not ((k, q) == (1, 0) and after == (0, 1)):
            for rest in paths(n, m, i + k, j + q, (k, q)):
                yield [(i, j, k, q), *rest]


@given(st.integers(0, 3), st.integers(0, 3), st.integers(0, 999))
def test_probabilities_are_those_of_all_paths(n: int, m: int, seed: int) -> None:
    if n + m == 0:
        return
    scores = scores_of(n, m, seed)
    weight = {}
    for path in paths(n, m):
        weight[tuple(path)] = np.exp(sum(scores[k, q][i, j] for i, j, k, q in path))
    total = sum(weight.values())
    # A second, larger grid in the batch makes this one padded.
    lattice = solve([scores, scores_of(4, 4, 7)], [(n, m), (4, 4)])
    assert lattice.log_total[0] == pytest.approx(np.log(total))
    for k, q in scores:
        for i in range(n + 1 - k):
            for j in range(m + 1 - q):
                chance = sum(w for path, w in weight.items() if (i, j, k, q) in path) / total
                assert lattice.probability[k, q][0, i, j] == pytest.approx(chance, abs=1e-9)


@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 999))
def test_the_best_path_expects_most_right_beads(n: int, m: int, seed: int) -> None:
    lattice = solve([scores_of(n, m, seed)], [(n, m)])

    def chance(i: int, j: int, k: int, q: int) -> float:
        table = lattice.probability[k, q][0]
        return float(table[i].sum() if q == 0 else table[:, j].sum() if k == 0 else table[i, j])

    best = max(sum(chance(*step) for step in path) for path in paths(n, m))
    found = best_paths(lattice)[0]
    assert sum(step.probability for step in found) == pytest.approx(best)
    assert all(isinstance(step, Step) for step in found)
