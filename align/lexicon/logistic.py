"""Logistic regression of a handful of features: fitted by Newton's method, kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from align import models

Floats = npt.NDArray[np.float64]
Weights = Mapping[str, float]

_ROUNDS = 40
_SMALL = 1e-6


def fit(rows: Sequence[Mapping[str, float]], labels: Sequence[int],
        ridge: float = 3.0) -> dict[str, float]:
    """Weights by feature name, and "bias", that maximise the likelihood less a ridge penalty.

    Args:
        rows: features of each example, all with the same names.
        labels: 0 or 1 of each.
        ridge: strength of the penalty on the weights of standardised features.
    """
    names = sorted(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y = np.array(labels, dtype=float)
    mean, spread = x.mean(axis=0), x.std(axis=0) + _SMALL
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    penalty = np.diag([0.0] + [ridge] * len(names))
    beta = np.zeros(len(names) + 1)
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-z @ beta))
        slope = z.T @ (y - p) - penalty @ beta
        step = np.linalg.solve((z * (p * (1 - p) + _SMALL)[:, None]).T @ z + penalty, slope)
        beta += step
        if np.abs(step).max() < _SMALL:
            break
    weights = beta[1:] / spread
    found = {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}
    return {"bias": round(float(beta[0] - weights @ mean), 4), **found}


def logit(weights: Weights, row: Mapping[str, float]) -> float:
    """The log odds of one example; features that are not given count as 0."""
    return weights["bias"] + sum(weights[name] * value for name, value in row.items())


def shipped(name: str) -> dict[str, float]:
    """The weights `NAME.json` of align/models."""
    return dict(models.weights(name))
