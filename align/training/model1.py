"""Word alignment learnt from sentence pairs: IBM Model 1 with a pull towards the diagonal.

The source-to-target and target-to-source models are Dyer, Chahuneau and Smith, "A Simple, Fast,
and Effective Reparameterization of IBM Model 2" (2013), with the diagonal's tension held fixed;
both answers are joined by grow-diag (Koehn, Och and Marcu 2003). All pairs are held as one flat
array of cells, so a round of EM is a handful of numpy calls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

TENSION = 4.0
P_NULL = 0.08
ALPHA = 0.01  # symmetric Dirichlet on the translation table, in counts

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
    owner: Ints       # parameter -> source word


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


def _viterbi(pairs: Sequence[KeyPair], rounds: int) -> list[list[int]]:
    """For each pair, for each target token, the source position it comes from; -1 for none."""
    cells = _lay_out(pairs)
    table = np.ones(len(cells.owner))
    total = int(cells.token[-1]) + 1 if len(cells.token) else 0
    for _ in range(rounds):
        weight = table[cells.parameter] * cells.prior
        weight /= np.bincount(cells.token, weight, total)[cells.token]
        counts = np.bincount(cells.parameter, weight, len(table)) + ALPHA
        table = counts / np.bincount(cells.owner, counts)[cells.owner]
    weight = table[cells.parameter] * cells.prior
    order = np.lexsort((weight, cells.token))
    last = np.append(np.flatnonzero(np.diff(cells.token[order])), len(order) - 1)
    best = cells.position[order[last]] if len(order) else np.zeros(0, np.int64)
    answers, start = [], 0
    for _, target in pairs:
        answers.append(best[start:start + len(target)].tolist())
        start += len(target)
    return answers


def _lay_out(pairs: Sequence[KeyPair]) -> _Cells:
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
        priors.append(_diagonal(n, m).ravel())
        positions.append(np.tile(np.arange(-1, n), m))
        start += m
    if not words:
        nothing = np.zeros(0, np.int64)
        return _Cells(nothing, nothing, np.zeros(0), nothing, nothing)
    entries, parameter = np.unique(np.concatenate(words), return_inverse=True)
    return _Cells(parameter, np.concatenate(tokens), np.concatenate(priors),
                  np.concatenate(positions), entries >> 32)


def _diagonal(n: int, m: int) -> Floats:
    """Shape (m, n + 1): P_NULL, then the prior of each source position; rows sum to 1."""
    prior = np.full((m, n + 1), P_NULL)
    if n:
        off = np.abs((np.arange(n)[None, :] + 0.5) / n - (np.arange(m)[:, None] + 0.5) / m)
        pull = np.exp(-TENSION * off)
        prior[:, 1:] = (1 - P_NULL) * pull / pull.sum(axis=1, keepdims=True)
    return prior


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
