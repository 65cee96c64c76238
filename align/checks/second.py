"""The tagger's second word on a wrong sense: the contrast of vectors and the network, weighed.

Either alone is unsure of a single word; where both doubt the same one they are seldom wrong. The
weights (second.json) were fitted by `selaras train senses` on documents that the network had not
seen: made errors of sense against clean pairs.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from align.lexicon.logistic import logit
from align.tagger.run import Tagged, log_odds
from align.tagger.spans import trouble_within


def doubts(source: str, target: str, seen: Tagged, word: tuple[int, int],
           stands: tuple[int, int]) -> dict[str, float]:
    """What the tagger holds against a word of the source and what stands for it, in log odds."""
    return {"pair": -log_odds(seen.score),
            "source": log_odds(trouble_within(source, seen.source, *word)),
            "target": log_odds(trouble_within(target, seen.target, *stands))}


def weighed(contrast: float, doubt: dict[str, float]) -> float:
    """Log odds of a wrong sense from both."""
    return logit(_shipped(), {"contrast": contrast, **doubt})


@cache
def _shipped() -> dict[str, float]:
    plain: dict[str, float] = json.loads(
        files(__package__).joinpath("second.json").read_text("utf-8"))
    return plain
