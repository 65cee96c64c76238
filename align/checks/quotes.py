"""Quotes: who said it must stay who said it, and words in quotation marks must stay quoted.

Flags a statement put into the mouth of another named in the same pair (critical), a quoted clause
told as plain speech and plain speech put in quotation marks (minor). Must not flag: quotes whose
marks open or close in a neighbouring sentence, single quoted words and titles, a speaker named
where the source has "he said".
"""

from __future__ import annotations

from collections.abc import Iterable

from align.checks import Finding, Pair, Tools, check
from align.mentions.names import alike, fold
from align.mentions.quotations import Stretch, has_marks, read_quotes, read_speakers
from align.mentions.words import tokens

CLAUSE = 4  # words from which a quoted stretch is a statement and not a term


@check
def quotes(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """Findings on speakers, then on quotation marks."""
    if not pair.source or not pair.target:
        return ()
    return [*_speakers(pair), *_marks(pair)]


def _speakers(pair: Pair) -> Iterable[Finding]:
    said = read_speakers(pair.source, "en")
    told = read_speakers(pair.target, "id")
    if len(said) != 1 or len(told) != 1:
        return
    (was, *place), (became, *other) = said[0], told[0]
    if _same_person(was, became) or not (_mentions(pair.target, was) and
                                         _mentions(pair.source, became)):
        return  # a name that is in one text only is a matter for `names`
    yield Finding(
        "mistranslation", "critical", 0.75, ((place[0], place[1]),), ((other[0], other[1]),),
        f"“{was}” said it, not “{became}”.", f"Yang mengatakannya “{was}”, bukan “{became}”.")


def _same_person(one: str, other: str) -> bool:
    return any(fold(a.text) == fold(b.text) or alike(fold(a.text), fold(b.text))
               for a in tokens(one) for b in tokens(other))


def _mentions(text: str, name: str) -> bool:
    words = [fold(token.text) for token in tokens(name) if len(token.text) > 2]
    return bool(words) and fold(text).find(words[-1]) >= 0


def _marks(pair: Pair) -> Iterable[Finding]:
    if not has_marks(pair.target):
        for stretch in _statements(pair.source):
            yield Finding(
                "mistranslation", "minor", 0.6, ((stretch.start, stretch.end),), (),
                "Quoted words became plain speech.", "Kutipan menjadi kalimat biasa.")
            return
    if not has_marks(pair.source):
        for stretch in _statements(pair.target):
            yield Finding(
                "mistranslation", "minor", 0.6, (), ((stretch.start, stretch.end),),
                "Plain speech became a quote.", "Kalimat biasa menjadi kutipan.")
            return


def _statements(text: str) -> list[Stretch]:
    return [s for s in read_quotes(text) if len(tokens(text[s.start:s.end])) >= CLAUSE]
