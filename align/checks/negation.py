"""Negation: a clause that the source denies must be denied, one that it affirms affirmed.

Flags a negation that is gone or put in (critical), and a possibility turned into its denial
("maybe never", "tidak mungkin"). Must not flag: negations carried inside a word on the other side
(without merit, gagal; unclear, belum jelas), "not only", "no more than", "whether or not",
rhetorical questions, or several small ones drawn together. What a negation denies must be said on
the other side too: "won't be back until Friday" may become "baru kembali Jumat", and a word that
nothing renders has been said another way (off-label, "tidak disebutkan di label").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from align.analysis.idioms import rendered_idioms
from align.checks import Analysis, Finding, check
from align.mentions.inner_negation import affirmed
from align.mentions.polarity import Mark
from align.mentions.renderings import is_rendered
from align.text import Language
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, is_content

DENYING = ("strong", "impossible")
# How far from its place, as a share of the sentence, a negation may be answered by each cue.
_REACH = {"strong": 0.6, "impossible": 0.6, "inner": 0.35, "unlikely": 0.35, "weak": 0.17}
_NEAR = 32  # answers to either side that are tried: more than any sentence has
SHORT, SLACK = 60, 10  # below so many characters, so many more do not count
_STOPS = (*".!?…\"'”’»)",)


@check()
def negation(pair: Analysis) -> Iterable[Finding]:
    """At most one finding on polarity for a pair."""
    source, target = pair.source.polarity, pair.target.polarity
    if not source and not target:
        return ()
    denied = _denial(source, target)
    if denied is not None:
        return (denied,)
    # Headlines, which end without a stop, turn their clauses round freely.
    least = 0.0 if pair.target.text.rstrip()[-1:] in _STOPS else 1.0
    sizes = len(pair.source.text), len(pair.target.text)
    lost = _unanswered(source, _free(pair, target, "id"), *sizes, least)
    gained = _unanswered(target, _free(pair, source, "en"), *sizes[::-1], least)
    if lost:
        return (_lost(pair, lost, target),)
    if gained:
        return (_gained(pair, gained, source),)
    inner = any(mark.cue == "inner" for mark in source)
    turned = affirmed(pair.source.text, pair.target.text) if inner else None
    return (_affirmed(*turned),) if turned else ()


def _free(pair: Analysis, marks: Sequence[Mark], language: Language) -> list[Mark]:
    """The cues of one side that may answer a negation: no plain word renders them."""
    ours, theirs = pair.source.text, pair.target.text
    if language == "id":
        ours, theirs = theirs, ours
    return [mark for mark in marks if mark.cue != "possible" and not (
        mark.cue in ("weak", "inner")
        and is_rendered(ours[mark.start:mark.end], language, theirs))]


def _unanswered(one: Sequence[Mark], other: Sequence[Mark],
                here: int, there: int, least: float) -> list[Mark]:
    """The strong negations of one side, `here` long, to which no cue of the other answers.

    Both languages put the verb after its subject, so an answer stands at about the same part of
    the way through its sentence; each cue answers once, the nearest first.
    """
    left = [mark for mark in one if mark.cue in DENYING]
    places = [answer.start for answer in other]  # in order, as cues are read
    ways = []
    for i, mark in enumerate(left):
        at = bisect_left(places, mark.start / here * there)
        ways += [(abs(mark.start / here - places[j] / there), i, j)
                 for j in range(max(at - _NEAR, 0), min(at + _NEAR, len(other)))]
    ways.sort()
    size = max(here, there)
    slack = least + (SLACK / size if size < SHORT else 0.0)
    met: set[int] = set()
    used: set[int] = set()
    for way, i, j in ways:
        if i not in met and j not in used and way <= slack + _REACH[other[j].cue]:
            met.add(i)
            used.add(j)
    return [mark for i, mark in enumerate(left) if i not in met]


def _said(pair: Analysis, marks: Sequence[Mark], language: Language) -> bool:
    """Whether the other side says what one of the negations denies: a word of the next few.

    English puts the negation before a phrase whose verb alone may be said freely (did not slow
    down, mengurangi kecepatan); an Indonesian one that is put in stands before a word that the
    source has.
    """
    linked = pair.linked
    if not linked.ours:
        return True
    if language == "en":
        here, stop, reach = linked.ours, ENGLISH_STOP, 3
        said = {*linked.ahead, *rendered_idioms(linked.ours, linked.theirs)}
    else:
        here, stop, reach = linked.theirs, INDONESIAN_STOP, 1
        said = {*linked.back}
    return any(
        place in said for mark in marks
        for place in [i for i, word in enumerate(here)
                      if word.start >= mark.end and is_content(word, stop)][:reach])


def _denial(source: Sequence[Mark], target: Sequence[Mark]) -> Finding | None:
    """A possibility in the source that the target denies outright."""
    if any(mark.cue in ("impossible", "unlikely") for mark in source):
        return None
    possible = [mark for mark in source if mark.cue == "possible"]
    denied = [mark for mark in target if mark.cue == "impossible"]
    if not possible or not denied:
        return None
    return Finding("possibility-denied", "mistranslation",
                   ((possible[0].start, possible[0].end),), ((denied[0].start, denied[0].end),))


def _lost(pair: Analysis, marks: Sequence[Mark], target: Sequence[Mark]) -> Finding:
    kind = ("negation-reworded" if not _said(pair, marks, "en")
            else "negation-merged" if _denies(target) else "negation-lost")
    return Finding(kind, "mistranslation", source=tuple((m.start, m.end) for m in marks))


def _affirmed(mark: Mark, token: Token) -> Finding:
    return Finding("denial-affirmed", "mistranslation", ((mark.start, mark.end),),
                   ((token.start, token.end),))


def _gained(pair: Analysis, marks: Sequence[Mark], source: Sequence[Mark]) -> Finding:
    kind = ("negation-put-in" if not _said(pair, marks, "id")
            else "negation-split" if _denies(source) else "negation-gained")
    return Finding(kind, "mistranslation", target=tuple((m.start, m.end) for m in marks))


def _denies(marks: Sequence[Mark]) -> bool:
    """Whether a side denies something too, even inside a word: they may be drawn together."""
    return any(mark.cue != "possible" for mark in marks)
