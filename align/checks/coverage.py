"""Coverage: the part of a sentence that nothing on the other side renders.

Flags a clause or phrase of the source that the target leaves out (omission, on the source) and
one of the target that the source does not have (addition, on the target): three content words or
more, told from words the lexicon does not know by vectors and lengths; see `align.lexicon.losses`.

Must not flag: a fair compression of a word or two, a paraphrase, an abbreviation spelt out, a
sentence that is missing as a whole (that is for the aligner), nor what a neighbouring sentence of
the article says instead.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import zip_longest

from align.checks import Finding, Pair, Tools, batch_check
from align.checks.second import heard, weighed_loss
from align.encoders import Encoder, load
from align.lexicon import Lexicon
from align.lexicon.links import rendered_share
from align.lexicon.logistic import logit, shipped
from align.lexicon.losses import Loss, measure
from align.model import Severity
from align.tagger.run import ready

# Log odds, with the tagger's word where there is one. The fit is so laid that of clean professional
# pairs 1 in 100 reaches MAJOR; those near MINOR are for who asks for recall.
MAJOR, MINOR = 1.4, -0.9
LEAST_MAJOR = 3      # unlinked content words of a major loss
PLAIN = 2.5          # log odds at which two are enough
_SURE = 0.72         # confidence at MAJOR
_SLOPE = 0.9
_ELSEWHERE = 0.6     # share of the phrase's words found next door that makes it rendered there
_NEXT_DOOR = 400     # code points of the article to either side of the pair
_SHOWN = 60          # code points of the phrase that a message quotes
_BATCH = 256


@batch_check
def coverage(pairs: Sequence[Pair], tools: Tools) -> Sequence[Iterable[Finding]]:
    """What was left out of and put into each pair, gravest first."""
    lexicon = Lexicon.load()
    encoder = tools.encoder or _bundled()
    weights = shipped("losses")
    tagger = ready()
    found: list[list[Finding]] = []
    for start in range(0, len(pairs), _BATCH):
        block = pairs[start:start + _BATCH]
        measured = measure([_both(pair) for pair in block], lexicon, encoder)
        tagged = tagger.tag([_both(pair) for pair in block]) if tagger else ()
        for pair, losses, seen in zip_longest(block, measured, tagged):
            scored = sorted(
                ((logit(weights, row) if seen is None else
                  weighed_loss(heard(row, loss, pair.source, pair.target, seen)), loss)
                 for loss, row in losses), key=lambda item: (-item[0], item[1].start))
            found.append([_finding(score, loss) for score, loss in scored
                          if score >= MINOR and not _next_door(loss, pair, lexicon)])
    return found


@cache
def _bundled() -> Encoder:
    return load()


def _both(pair: Pair) -> tuple[str, str]:
    """The pair, or nothing where one side is empty: whole sentences are not for this check."""
    return (pair.source, pair.target) if pair.source and pair.target else ("", "")


def _next_door(loss: Loss, pair: Pair, lexicon: Lexicon) -> bool:
    """Whether the article says the phrase right before or after the pair."""
    here, article = ((pair.target, pair.context.target) if loss.omitted
                     else (pair.source, pair.context.source))
    at = article.find(here)
    if at < 0:
        return False
    end = at + len(here)
    around = article[max(0, at - _NEXT_DOOR):at] + " " + article[end:end + _NEXT_DOOR]
    return rendered_share(loss.text, around, lexicon, english=loss.omitted) >= _ELSEWHERE


def _finding(score: float, loss: Loss) -> Finding:
    grave = score >= (MAJOR if loss.gap.bare >= LEAST_MAJOR else PLAIN)
    severity: Severity = "major" if grave else "minor"
    where = ((loss.start, loss.end),)
    quoted = loss.text if len(loss.text) <= _SHOWN else loss.text[:_SHOWN].rstrip() + "…"
    if loss.omitted:
        return Finding("omission", severity, confidence(score), where, (),
                       f"Nothing in the rewrite says “{quoted}”.",
                       f"“{quoted}” tidak disampaikan dalam terjemahan.")
    return Finding("addition", severity, confidence(score), (), where,
                   f"Nothing in the original says “{quoted}”.",
                   f"“{quoted}” tidak ada dalam teks asli.")


def confidence(score: float) -> float:
    """The probability that a finding with these log odds is right."""
    shift = math.log(_SURE / (1 - _SURE)) - _SLOPE * MAJOR
    return 1 / (1 + math.exp(-(_SLOPE * score + shift)))
