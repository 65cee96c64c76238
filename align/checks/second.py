"""The tagger's second word: on a wrong sense, and on a phrase that nothing renders.

Vectors and the network are each unsure of a word or two; where both doubt the same they are seldom
wrong. How many words of the pair are in question counts too: each is one more chance of a false
alarm. The weights (see align/models) were fitted on what the network had not seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from align import models
from align.lexicon.logistic import logit
from align.lexicon.losses import Loss
from align.lexicon.swaps import Swap
from align.tagger.run import Tagged, log_odds
from align.tagger.spans import judged_words, trouble_within

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
    return logit(models.weights("second"), about)


def heard(measured: Known, loss: Loss, source: str, target: str, seen: Tagged) -> Known:
    """What is known of one gap: what `losses` measured, and the tagger's doubts inside it.

    All are log odds: of the worst word being missing or added (`gap`) or in any trouble (`worst`),
    of the mean trouble, and of the pair being wrong.
    """
    text, tokens = (source, seen.source) if loss.omitted else (target, seen.target)
    inside = [word for word in judged_words(text, tokens)
              if word.start < loss.end and loss.start < word.end]
    troubles = [word.trouble for word in inside]
    return {**measured,
            "gap": log_odds(max((word.gap for word in inside), default=0.0)),
            "worst": log_odds(max(troubles, default=0.0)),
            "mean": log_odds(sum(troubles) / max(1, len(troubles))),
            "pair": log_odds(1 - seen.score)}


def weighed_loss(about: Known) -> float:
    """Log odds of a phrase left out or put in."""
    return logit(models.weights("second_coverage"), about)
