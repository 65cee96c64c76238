"""IBM Model 1 (Brown et al. 1993): which word renders which, learnt from sentence pairs.

Two uses of one expectation maximisation. `align_corpus` links the words of the pairs themselves,
with a pull towards the diagonal: the models of both directions are Dyer, Chahuneau and Smith, "A
Simple, Fast, and Effective Reparameterization of IBM Model 2" (2013), with the diagonal's tension
held fixed, and their answers are joined by grow-diag (Koehn, Och and Marcu 2003). `translations`
gives the table of probabilities, without the pull. All pairs are held as one flat array of cells,
so a round is a handful of numpy calls.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

TENSION = 4.0
P_NULL = 0.08
ALPHA = 0.01  # symmetric Dirichlet on the translation table, in counts
_TARGET = (1 << 32) - 1  # the bits of a cell's key that name its target word

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Links = list[tuple[int, int]]
KeyPair = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Cells:
    """Every (source position, target position) of every pair, as flat arrays of one length."""

    parameter: Ints   # which entry of the translation table
    token: Ints       # which target token of the whole corpus
    prior: Floats     # the diagonal's share, or P_NULL for the null word
    position: Ints    # source position, -1 for the null word
    owner: Ints       # parameter -> source word, 0 for the null word
    made: Ints        # parameter -> target word
    sources: tuple[str, ...]  # source words by number, the null word first
    targets: tuple[str, ...]


def align_corpus(pairs: Sequence[KeyPair], rounds: int = 5) -> list[Links]:
    """Links (source index, target index) of each pair of key sequences, sorted.

    Keys are whatever should be counted together: lemmas, stems. Memory grows with the sum of
    length products: about 60 bytes a cell.
    """
    forward = _viterbi(pairs, rounds)
    backward = _viterbi([(target, source) for source, target in pairs], rounds)
    return [grow_diagonal({(i, j) for j, i in enumerate(ahead) if i >= 0},
                          {(i, j) for i, j in enumerate(back) if j >= 0})
            for ahead, back in zip(forward, backward, strict=True)]


def translations(pairs: Sequence[KeyPair], rounds: int = 5,
                 least: float = 0.01) -> dict[str, dict[str, float]]:
    """p(target word | source word), for what is at least `least`; the null word left out."""
    cells = _lay_out(pairs, _even)
    chance = _learnt(cells, rounds, 0.0)
    table: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for at in np.flatnonzero((chance >= least) & (cells.owner > 0)):
        source, target = cells.sources[cells.owner[at]], cells.targets[cells.made[at]]
        table[source][target] = float(chance[at])
    return dict(table)


def _viterbi(pairs: Sequence[KeyPair], rounds: int) -> list[list[int]]:
    """For each pair, for each target token, the source position it comes from; -1 for none."""
    cells = _lay_out(pairs, _diagonal)
    weight = _learnt(cells, rounds, ALPHA)[cells.parameter] * cells.prior
    order = np.lexsort((weight, cells.token))
    last = np.append(np.flatnonzero(np.diff(cells.token[order])), len(order) - 1)
    best = cells.position[order[last]] if len(order) else np.zeros(0, np.int64)
    answers, start = [], 0
    for _, target in pairs:
        answers.append(best[start:start + len(target)].tolist())
        start += len(target)
    return answers


def _learnt(cells: _Cells, rounds: int, alpha: float) -> Floats:
    """The translation table after so many rounds of expectation maximisation."""
    table = np.ones(len(cells.owner))
    total = int(cells.token[-1]) + 1 if len(cells.token) else 0
    for _ in range(rounds):
        weight = table[cells.parameter] * cells.prior
        weight /= np.bincount(cells.token, weight, total)[cells.token]
        counts = np.bincount(cells.parameter, weight, len(table)) + alpha
        table = counts / np.bincount(cells.owner, counts)[cells.owner]
    return table


def _lay_out(pairs: Sequence[KeyPair], prior: Callable[[int, int], Floats]) -> _Cells:
    source_ids: dict[str, int] = {}
    target_ids: dict[str, int] = {}
    words, tokens, priors, positions = [], [], [], []
    start = 0
    for source, target in pairs:
        here = np.array([0, *(source_ids.setdefault(w, len(source_ids) + 1) for w in source)])
        there = np.array([target_ids.setdefault(w, len(target_ids)) for w in target], np.int64)
        n, m = len(source), len(target)
        words.append((here[None, :] << 32 | there[:, None]).ravel())
        tokens.append(np.repeat(np.arange(start, start + m), n + 1))
        priors.append(prior(n, m).ravel())
        positions.append(np.tile(np.arange(-1, n), m))
        start += m
    if not words:
        nothing = np.zeros(0, np.int64)
        return _Cells(nothing, nothing, np.zeros(0), nothing, nothing, nothing, ("",), ())
    entries, parameter = np.unique(np.concatenate(words), return_inverse=True)
    return _Cells(parameter, np.concatenate(tokens), np.concatenate(priors),
                  np.concatenate(positions), entries >> 32, entries & _TARGET,
                  ("", *source_ids), tuple(target_ids))


def _diagonal(n: int, m: int) -> Floats:
    """Shape (m, n + 1): P_NULL, then the prior of each source position; rows sum to 1."""
    prior = np.full((m, n + 1), P_NULL)
    if n:
        off = np.abs((np.arange(n)[None, :] + 0.5) / n - (np.arange(m)[:, None] + 0.5) / m)
        pull = np.exp(-TENSION * off)
        prior[:, 1:] = (1 - P_NULL) * pull / pull.sum(axis=1, keepdims=True)
    return prior


def _even(n: int, m: int) -> Floats:
    """Shape (m, n + 1): every source position and the null word alike."""
    return np.ones((m, n + 1))


_AROUND = ((-1, 0), (0, -1), (1, 0), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1))


def grow_diagonal(ahead: set[tuple[int, int]], back: set[tuple[int, int]]) -> Links:
    """Start from the links both directions gave; add their neighbours that either gave."""
    links, union = ahead & back, ahead | back
    waiting = sorted(links)
    used_source, used_target = {i for i, _ in links}, {j for _, j in links}
    while waiting:
        i, j = waiting.pop(0)
        for di, dj in _AROUND:
            link = (i + di, j + dj)
            if link in union and link not in links and (
                    link[0] not in used_source or link[1] not in used_target):
                links.add(link)
                used_source.add(link[0])
                used_target.add(link[1])
                waiting.append(link)
    return sorted(links)
