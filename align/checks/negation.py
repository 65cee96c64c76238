"""Negation: a clause that the source denies must be denied, one that it affirms affirmed.

Flags a negation that is gone or put in (critical), and a possibility turned into its denial
("maybe never", "tidak mungkin"). Must not flag: negations carried inside a word on the other side
(without merit, gagal; unclear, belum jelas), "not only", "no more than", "whether or not",
rhetorical questions, or several small ones drawn together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from align.checks import Finding, Pair, Tools, check
from align.mentions.polarity import Mark, read_polarity

DENYING = ("strong", "impossible")


@check
def negation(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """At most one finding on polarity for a pair."""
    if not pair.source or not pair.target:
        return ()
    source, target = read_polarity(pair.source, "en"), read_polarity(pair.target, "id")
    if not source and not target:
        return ()
    denied = _denial(pair, source, target)
    if denied is not None:
        return (denied,)
    lost, gained = _surplus(source, target), _surplus(target, source)
    if lost:
        return (_lost(pair, source, target),)
    if gained:
        return (_gained(pair, source, target),)
    return ()


def _surplus(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    """How many strong negations of one side have no cue on the other to answer them."""
    strong = sum(mark.cue in DENYING for mark in one)
    return max(0, strong - sum(mark.cue != "possible" for mark in other))


def _confidence(other: Sequence[Mark]) -> float:
    """Lower where the other side denies something too, for negations may be drawn together."""
    return 0.7 if any(mark.cue in DENYING for mark in other) else 0.85


def _denial(pair: Pair, source: Sequence[Mark], target: Sequence[Mark]) -> Finding | None:
    """A possibility in the source that the target denies outright."""
    if any(mark.cue in ("impossible", "unlikely") for mark in source):
        return None
    possible = [mark for mark in source if mark.cue == "possible"]
    denied = [mark for mark in target if mark.cue == "impossible"]
    if not possible or not denied:
        return None
    was, became = pair.source[slice(*possible[0][1:])], pair.target[slice(*denied[0][1:])]
    return Finding(
        "mistranslation", "critical", 0.9, ((possible[0].start, possible[0].end),),
        ((denied[0].start, denied[0].end),),
        f"The possibility “{was}” became the denial “{became}”.",
        f"Kemungkinan “{was}” menjadi penyangkalan “{became}”.")


def _lost(pair: Pair, source: Sequence[Mark], target: Sequence[Mark]) -> Finding:
    marks = [mark for mark in source if mark.cue in DENYING]
    words = ", ".join(f"“{pair.source[m.start:m.end]}”" for m in marks)
    return Finding(
        "mistranslation", "critical", _confidence(target), tuple((m.start, m.end) for m in marks), (),
        f"The negation {words} is missing.", f"Penyangkalan {words} tidak ada.")


def _gained(pair: Pair, source: Sequence[Mark], target: Sequence[Mark]) -> Finding:
    marks = [mark for mark in target if mark.cue in DENYING]
    words = ", ".join(f"“{pair.target[m.start:m.end]}”" for m in marks)
    return Finding(
        "mistranslation", "critical", _confidence(source), (), tuple((m.start, m.end) for m in marks),
        f"The negation {words} is not in the source.",
        f"Penyangkalan {words} tidak ada dalam teks sumber.")
