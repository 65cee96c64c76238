"""Linear models at work: log odds from weights by the name of their evidence."""

from __future__ import annotations

from collections.abc import Mapping

from align import models

Weights = Mapping[str, float]


def logit(weights: Weights, row: Mapping[str, float]) -> float:
    """The log odds of one example; features that are not given count as 0."""
    return weights["bias"] + sum(weights[name] * value for name, value in row.items())


def shipped(name: str) -> dict[str, float]:
    """The weights `NAME.json` of align/models."""
    return dict(models.weights(name))
