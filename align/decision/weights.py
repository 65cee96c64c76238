"""Evidence -> probability: a logistic regression with a bias for every kind of finding.

The weights of evidence that all kinds share are drawn towards each other, those that only one
kind has stand alone; what is not known counts as the mean of what was fitted on. `selaras train
decision` fits them to judged flags and written cases (models/MODELS.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from align import models
from align.model import Severity
from align.odds import chance


@dataclass(frozen=True, slots=True)
class Weights:
    """What the decision was fitted to be.

    `kinds`: bias by kind, `other` for one that was never judged. `shared` and `means`: weight and
    mean of each piece of evidence. `own`: weights that a kind adds to the shared ones, and of its
    own evidence. `points`: the least confidence shown, by point of the curve. `doubt`: the
    confidence below which a severity is lowered a step.
    """

    other: float
    kinds: Mapping[str, float]
    shared: Mapping[str, float]
    means: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]
    points: Mapping[str, float]
    doubt: Mapping[Severity, float]

    def probability(self, kind: str, evidence: Mapping[str, float]) -> float:
        """The probability that a careful editor would mend the place."""
        odds = self.log_odds(kind, evidence)
        return chance(odds)

    def log_odds(self, kind: str, evidence: Mapping[str, float]) -> float:
        """The same as log odds."""
        odds = self.kinds.get(kind, self.other)
        for weights in (self.shared, self.own.get(kind, {})):
            for name, weight in weights.items():
                if name in evidence:
                    odds += weight * (evidence[name] - self.means.get(name, 0.0))
        return odds


def read(plain: Mapping[str, Any]) -> Weights:
    """Weights from their JSON."""
    return Weights(**{field.name: plain[field.name] for field in fields(Weights)})


@cache
def shipped() -> Weights:
    """The weights that ship."""
    return read(models.weights("decision"))
