"""Fit the weights of finding to rewrites whose original is known.

A logistic regression over `Evidence`, with an L2 penalty on standardised features: of each rewrite
the original against its three strongest rivals, which weigh together as much as the original.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.bench.find import Answer
from align.finding.evidence import NAMES, table

RIVALS = 3
_PENALTY = 0.05
_FIXED = ("late",)  # too seldom seen to be fitted; set by hand


def fit(answers: Sequence[Answer]) -> tuple[dict[str, float], float]:
    """Weights by name, and the bias."""
    rows, labels, shares = [], [], []
    free = [n for n, name in enumerate(NAMES) if name not in _FIXED]
    for answer in answers:
        if not answer.place:
            continue
        known = table([one.evidence for one in answer.ranked])[:, free]
        rivals = np.delete(known, answer.place - 1, axis=0)
        strongest = rivals[np.argsort(-rivals.sum(axis=1))[:RIVALS]]
        rows += [known[answer.place - 1:answer.place], strongest]
        labels += [1.0] + [0.0] * len(strongest)
        shares += [1.0] + [1.0 / len(strongest)] * len(strongest)
    features = np.concatenate(rows)
    weights, bias = logistic(features, np.array(labels), np.array(shares))
    return {NAMES[n]: round(float(w), 3) for n, w in zip(free, weights, strict=True)}, bias


def logistic(features: np.ndarray, labels: np.ndarray,
             shares: np.ndarray) -> tuple[np.ndarray, float]:
    """Penalised logistic regression by Newton's method: weights (n,) and bias."""
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    design = np.column_stack([(features - middle) / spread, np.ones(len(features))])
    penalty = np.full(design.shape[1], _PENALTY)
    penalty[-1] = 1e-9
    weights = np.zeros(design.shape[1])
    for _ in range(40):
        chance = 1.0 / (1.0 + np.exp(-design @ weights))
        slope = design.T @ (shares * (chance - labels)) / shares.sum() + penalty * weights
        bend = (design * (shares * chance * (1 - chance))[:, None]).T @ design / shares.sum()
        weights -= np.linalg.solve(bend + np.diag(penalty), slope)
    plain = weights[:-1] / spread
    return plain, round(float(weights[-1] - plain @ middle), 3)
