"""Logistic regression by Newton's method: the one fit behind every set of weights here.

Features are standardised before they are fitted, so that one ridge penalty weighs on all alike, and
the weights are given back on the features' own scale. The bias is not penalised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_ROUNDS = 50
_SMALL = 1e-6
_MOST = 30.0  # log odds beyond which a chance is as good as certain


def logistic(features: Floats, labels: Floats, ridge: float | Floats,
             shares: Floats | None = None) -> tuple[Floats, float]:
    """Weights (features,) and bias of greatest likelihood less a ridge penalty.

    Args:
        features: (examples, features).
        labels: (examples,), 0 or 1.
        ridge: strength of the penalty on the weights of standardised features, against the summed
            log likelihood; one for all, or (features,).
        shares: (examples,), how much each example counts; 1 without it.
    """
    count = features.shape[1]
    weight = np.ones(len(labels)) if shares is None else shares
    mean, spread = features.mean(axis=0), features.std(axis=0) + _SMALL
    design = np.column_stack([(features - mean) / spread, np.ones(len(features))])
    penalty = np.diag([*np.broadcast_to(ridge, count), 0.0])
    beta = np.zeros(count + 1)
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(design @ beta, -_MOST, _MOST)))
        slope = design.T @ (weight * (labels - chance)) - penalty @ beta
        bend = (design * (weight * (chance * (1 - chance) + _SMALL))[:, None]).T @ design
        step = np.linalg.solve(bend + penalty, slope)
        beta += step
        if np.abs(step).max() < _SMALL:
            break
    plain = beta[:-1] / spread
    return plain, float(beta[-1] - plain @ mean)


def fit(rows: Sequence[Mapping[str, float]], labels: Sequence[int],
        ridge: float = 3.0) -> dict[str, float]:
    """The same of examples whose features have names: weights by name, and "bias"; four digits.

    Args:
        rows: features of each example, all with the same names.
        labels: 0 or 1 of each.
    """
    names = sorted(rows[0])
    features = np.array([[row[name] for name in names] for row in rows])
    weights, bias = logistic(features, np.array(labels, dtype=float), ridge)
    found = {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}
    return {"bias": round(bias, 4), **found}
