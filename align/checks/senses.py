"""Wrong sense: a word that translates the source word, but not as it is meant here.

Flags *mengajukan pameran* for "filed exhibits" (pameran is an exhibition, here it is barang
bukti), and idioms rendered word by word. For each English content word whose translation in the
target belongs to one of several senses, the other senses' translations are put against it; see
`align.lexicon.contrast` for how.

Must not flag: a synonym, another word class, names, a free rendering of the whole sentence, and a
translation that parallel text often has for this word, unless the context speaks loudly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import zip_longest

from align.checks import Finding, Pair, Tools, batch_check
from align.checks.second import known, weighed
from align.encoders import Encoder, load
from align.lexicon import Lexicon
from align.lexicon.contrast import measure
from align.lexicon.idioms import Idiom, lost_idioms
from align.lexicon.logistic import logit, shipped
from align.lexicon.swaps import Swap
from align.model import Severity
from align.tagger.run import Tagged, ready
from align.tagger.spans import trouble_within

# Log odds of the model, fitted on made errors in every second pair. On clean professional pairs
# of unseen documents 1 in 100 reaches MAJOR; those near MINOR are for who asks for recall.
MAJOR, MINOR = 2.6, 0.75
LEAST = -1.5       # what is less likely is not even evidence for the pair's score
_SURE = 0.6        # confidence at MAJOR; errors are rarer in life than in the fitting
_SLOPE = 0.9
# Confidence in an idiom with all its words rendered, with its only one, with some of them.
_WHOLE, _PART, _HALF = 0.75, 0.55, 0.45
_DOUBTED = 0.25    # the tagger's trouble with what stands for one that makes it as sure as all
MOST = 2           # findings of a pair: more are a sign of a bad bead, not of bad words
_BATCH = 256       # pairs whose texts are encoded at once


@batch_check
def senses(pairs: Sequence[Pair], tools: Tools) -> Sequence[Iterable[Finding]]:
    """Wrong senses and literal idioms, gravest first, at most MOST of a pair."""
    lexicon = Lexicon.load()
    encoder = tools.encoder or _bundled()
    weights = shipped("contrast")
    tagger = ready()
    found: list[list[Finding]] = []
    for start in range(0, len(pairs), _BATCH):
        block = pairs[start:start + _BATCH]
        measured = measure([(p.source, p.target, p.context.source) for p in block],
                           lexicon, encoder, weights)
        tagged = tagger.tag([(p.source, p.target) for p in block]) if tagger else ()
        for pair, offers, seen in zip_longest(block, measured, tagged):
            scored = _scored([(logit(weights, row), swap) for swap, row in offers], pair, seen)
            idioms = lost_idioms(pair.source, pair.target, lexicon)
            found.append([*(_idiom_finding(idiom, pair, seen) for idiom in idioms),
                          *_findings(pair, scored, idioms)][:MOST])
    return found


def _scored(offers: Sequence[tuple[float, Swap]], pair: Pair,
            seen: Tagged | None) -> Sequence[tuple[float, Swap]]:
    """Swaps with their log odds; with the tagger's second word where there is a tagger."""
    if seen is None:
        return offers
    offered = [swap for _, swap in offers]
    return [(weighed(known(contrast, swap, offered, pair.target, seen)), swap)
            for contrast, swap in offers]


@cache
def _bundled() -> Encoder:
    return load()


def _findings(pair: Pair, scored: Sequence[tuple[float, Swap]],
              idioms: Sequence[Idiom]) -> list[Finding]:
    """The best swap of each source word and of each stretch of the target, if it is good."""
    chosen: list[Finding] = []
    taken: set[int] = {place for idiom in idioms for place in range(*idiom.source)}
    told: set[int] = set()
    for score, swap in sorted(scored, key=lambda item: (-item[0], item[1].start)):
        if score < LEAST:
            break
        if swap.source.start in taken or swap.start in told:
            continue
        taken.add(swap.source.start)
        told.add(swap.start)
        chosen.append(_finding(pair, score, swap))
    return chosen


def _finding(pair: Pair, score: float, swap: Swap) -> Finding:
    stands = pair.target[swap.start:swap.end]
    word, better = swap.source.text, swap.other.target
    says = f"“{stands}” says “{swap.home.gloss}”" if swap.home.gloss else (
        f"“{stands}” does not say “{word}”")
    berarti = f"“{stands}” tidak sesuai dengan makna “{word}” di sini"
    severity: Severity = "major" if score >= MAJOR else "minor"
    return Finding(
        "mistranslation", severity, confidence(score),
        ((swap.source.start, swap.source.end),), ((swap.start, swap.end),),
        f"{says}; the original's “{word}” is here “{better}”.",
        f"{berarti}; lebih tepat “{better}”.")


def _idiom_finding(idiom: Idiom, pair: Pair, seen: Tagged | None) -> Finding:
    sure = idiom.whole or (seen is not None and trouble_within(
        pair.target, seen.target, *idiom.target) >= _DOUBTED)
    return Finding(
        "mistranslation", "major" if sure else "minor",
        _WHOLE if sure else _HALF if idiom.half else _PART, (idiom.source,), (idiom.target,),
        f"“{idiom.stands}” does not say what “{idiom.phrase}” says, such as “{idiom.means[0]}”.",
        f"“{idiom.stands}” tidak menyampaikan arti “{idiom.phrase}”, misalnya "
        f"“{idiom.means[0]}”.")


def confidence(score: float) -> float:
    """The probability that a finding with these log odds is right."""
    shift = math.log(_SURE / (1 - _SURE)) - _SLOPE * MAJOR
    return 1 / (1 + math.exp(-(_SLOPE * score + shift)))
