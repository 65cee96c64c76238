"""Quality estimation: the probability that the target of a pair says what its source says.

A logistic regression over the likeness of both sentences, the tagger's own score and all flags,
shown or quiet, each by its probability. There is one set of weights (models/quality.json) for each
way of looking: `all` with everything, `vectors` without the tagger, `exact` with the exact checks
alone. `selaras train score` fits them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from align import models
from align.analysis import Analysis
from align.decision import PairFlag
from align.odds import chance, log_odds

ALL, VECTORS, EXACT = "all", "vectors", "exact"
IN_FAVOUR = frozenset({"cosine", "tagger"})  # evidence for a pair; all other is against it
ALIKE = 0.6       # likeness beyond which more says nothing

Evidence = dict[str, float]  # by the names of quality.json


def evidence(pair: Analysis, flags: Sequence[PairFlag]) -> Evidence:
    """What speaks for and against a pair, as numbers.

    Args:
        flags: all on the pair, of any confidence.
    """
    grave = [flag.confidence for flag in flags if flag.severity != "minor"]
    found = {
        "worst": log_odds(max((flag.confidence for flag in flags), default=0.0)),
        "critical": max((f.confidence for f in flags if f.severity == "critical"), default=0.0),
        "grave": max(grave, default=0.0),
        "faults": sum(flag.confidence for flag in flags),
    }
    if pair.vectored is not None:
        found |= {"cosine": pair.vectored.cosine, "far": max(0.0, ALIKE - pair.vectored.cosine)}
    if pair.tagged is not None:
        doubts = [t.wrong + t.gap for t in (*pair.tagged.source, *pair.tagged.target)]
        found |= {"tagger": log_odds(pair.tagged.score),
                  "doubt": log_odds(max(doubts, default=0.0))}
    return found


def way(known: Mapping[str, float]) -> str:
    """Which set of weights this evidence asks for."""
    return ALL if "tagger" in known and "cosine" in known else (
        VECTORS if "cosine" in known else EXACT)


def probability(known: Mapping[str, float],
                weights: Mapping[str, Mapping[str, float]] | None = None) -> float:
    """The probability that the pair is faithful, 0..1."""
    own = (weights or models.weights("quality"))[way(known)]
    odds = own["bias"] + sum(weight * known[name] for name, weight in own.items()
                             if name != "bias")
    return chance(odds)
