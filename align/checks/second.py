"""The tagger's second word on a wrong sense: the contrast of vectors and the network, weighed.

Either alone is unsure of a single word; where both doubt the same one they are seldom wrong. How
many words of the pair are in question counts too: each is one more chance of a false alarm. The
weights (second.json) were fitted by `selaras train senses` on documents that the network had not
seen: made errors of sense against clean pairs.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from align.lexicon.logistic import logit
from align.lexicon.swaps import Swap
from align.tagger.run import Tagged, log_odds
from align.tagger.spans import trouble_within

Known = dict[str, float]


def known(contrast: float, swap: Swap, offered: Sequence[Swap], target: str,
          seen: Tagged) -> Known:
    """What is known of one swap among all that a pair offers.

    `contrast` is the log odds from vectors; `target` those that the tagger gives the word that
    stands there of being in trouble; `crowd` the log of how many source words are in question.
    """
    return {"contrast": contrast,
            "target": log_odds(trouble_within(target, seen.target, swap.start, swap.end)),
            "crowd": math.log(len({other.source.start for other in offered}))}


def weighed(about: Known) -> float:
    """Log odds of a wrong sense."""
    return logit(_shipped(), about)


@cache
def _shipped() -> dict[str, float]:
    plain: dict[str, float] = json.loads(
        files(__package__).joinpath("second.json").read_text("utf-8"))
    return plain
