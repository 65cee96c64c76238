"""Log odds (nats) and chances: the one curve between what weighs evidence and what is said."""

from __future__ import annotations

import math

_FURTHEST = 30.0  # log odds beyond which a chance is as good as certain
_LEAST = 1e-4     # the chance that weighs most against something


def chance(odds: float) -> float:
    """The chance, 0 to 1, that log odds stand for."""
    return 1 / (1 + math.exp(-max(-_FURTHEST, min(_FURTHEST, odds))))


def log_odds(of: float) -> float:
    """Log odds of a chance, within those of one in ten thousand."""
    of = min(max(of, _LEAST), 1 - _LEAST)
    return math.log(of / (1 - of))
