"""All that is known of a pair -> the probability that its target says what its source says.

A logistic regression over the vectors' cosine, the tagger's own score and worst word, and the
findings. There is one set of weights (models/faithful.json) for each way of looking: `all` with
everything, `vectors` without the tagger, `exact` with the exact checks alone. They were fitted by
`selaras train score` to as many faithful pairs as wrong ones: that is the prior they speak from.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from align import models
from align.checks import Finding
from align.model import SEVERITIES
from align.tagger.run import Tagged, log_odds

Evidence = dict[str, float]  # by the names of models/faithful.json
ALL, VECTORS, EXACT = "all", "vectors", "exact"
_WHISPERS = ("senses", "coverage")  # checks whose doubts count though they are too faint to report
IN_FAVOUR = frozenset({"cosine", "tagger"})  # evidence for a pair; all other is against it
_ALONE = "meaning"  # only repeats what the tagger says
_MANY = 3  # findings beyond which more say nothing new


def evidence(findings: Sequence[Finding], said: Sequence[Finding] = (),
             cosine: float | None = None, seen: Tagged | None = None) -> Evidence:
    """What speaks for and against a pair, as numbers.

    Args:
        findings: merged, as they are reported.
        said: all that the checks said, of any confidence.
        cosine: of the two sentence vectors.
        seen: what the tagger says.
    """
    found = {f"{severity}": max((f.confidence for f in findings if f.severity == severity),
                                default=0.0) for severity in SEVERITIES}
    found["several"] = float(min(_MANY, len(findings)))
    found["faint"] = max((f.confidence for f in said if f.check not in (*_WHISPERS, _ALONE)
                          and f not in findings), default=0.0)
    if cosine is not None:
        found |= {name: max((f.confidence for f in said if f.check == name), default=0.0)
                  for name in _WHISPERS}
    if cosine is not None:
        found |= {"cosine": cosine, "far": max(0.0, 0.6 - cosine)}
    if seen is not None:
        worst = max((t.wrong + t.gap for t in (*seen.source, *seen.target)), default=0.0)
        found |= {"tagger": log_odds(seen.score), "worst": log_odds(worst)}
    return found


def way(known: Mapping[str, float]) -> str:
    """Which set of weights this evidence asks for."""
    return ALL if "tagger" in known and "cosine" in known else (
        VECTORS if "cosine" in known else EXACT)


def probability(known: Mapping[str, float],
                weights: Mapping[str, Mapping[str, float]] | None = None) -> float:
    """The probability that the pair is faithful, 0..1."""
    own = (weights or shipped())[way(known)]
    odds = own["bias"] + sum(weight * known[name] for name, weight in own.items()
                             if name != "bias")
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def shipped() -> dict[str, dict[str, float]]:
    """The weights that ship."""
    return dict(models.weights("faithful"))
