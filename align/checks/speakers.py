"""Speakers: a statement must stay with those who made it, and stay a statement.

Flags a speaker replaced by another kind of speaker (police said, kata warga: critical), one name
given the words of another in the same pair (critical), a denial told as a statement, and what the
source ascribes to somebody told as a fact (major). Must not flag: he said for a name, menurut for
said, quoted speech without a verb of saying, sentences in which a side has several speakers that
the other lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from align.checks import Analysis, Finding, check
from align.mentions.names import fold
from align.mentions.quotations import (
    ASCRIBED,
    SAYING,
    has_marks,
    read_speakers,
)
from align.mentions.spellings import alike
from align.text import Language
from align.text.phrases import Phrases
from align.text.tokens import tokens

Place = tuple[int, int]
_SAID = re.compile("sa(?:id|ys)|ccording to")  # quick, before the slow pattern
_DENIED = re.compile(  # not what a goalkeeper does
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing))\b(?= (?:that|any|all|having|being|claims?|"
    r"reports?|allegations?|accusations?|charges|wrongdoing|involvement|responsibility|it|its|his|"
    r"her|their|a|an|the (?:claims?|reports?|allegations?|accusations?|charges)) ?)")
_DENYING = re.compile(  # any of these may stand for a denial
    r"\b(?:\w*bantah\w*|\w*sangkal\w*|\w*nyangkal\w*|\w*pungkir\w*|\w*mungkir\w*|\w*tampik\w*|\w*nampik\w*|\w*tepis\w*|\w*nepis\w*|"
    r"\w*tolak\w*|\w*nolak\w*|\w*ingkar\w*|tidak|tak|bukan|belum|tanpa|\w*halang\w*|"
    r"\w*larang\w*|\w*cegah\w*|mematahkan|berkelit|berdalih|menepikan|menutup\w*|dirampas|"
    r"kehilangan|gagal|dijauhkan)\b", re.IGNORECASE)
BEFORE = 25  # characters that may stand between a speaker and the verb of saying
_ARTICLES = ("", "the", "a", "an", "para", "pihak", "seorang", "sang")  # and after the verb


@check()
def speakers(pair: Analysis) -> Iterable[Finding]:
    """Findings on speakers, at most one of each sort."""
    source, target = pair.source.text, pair.target.text
    said = ASCRIBED.search(source) if _SAID.search(source) else None
    return [*_names(source, target), *_nouns(source, target), *_undenied(source, target),
            *(_dropped(source, target, said) if said else ())]


def _names(source: str, target: str) -> Iterable[Finding]:
    said = read_speakers(source, "en")
    told = read_speakers(target, "id")
    if len(said) != 1 or len(told) != 1:
        return
    (was, *place), (became, *other) = said[0], told[0]
    if _same_person(was, became) or not (_mentions(target, was)
                                         and _mentions(source, became)):
        return  # a name that is in one text only is a matter for `names`
    yield _changed((place[0], place[1]), (other[0], other[1]))


def _same_person(one: str, other: str) -> bool:
    return any(fold(a.text) == fold(b.text) or alike(fold(a.text), fold(b.text))
               for a in tokens(one) for b in tokens(other))


def _mentions(text: str, name: str) -> bool:
    words = [fold(token.text) for token in tokens(name) if len(token.text) > 2]
    return bool(words) and words[-1] in fold(text)


@cache
def _table() -> dict[Language, tuple[dict[str, frozenset[int]], Phrases]]:
    """By language: the rows of each noun, and all nouns."""
    rows: dict[Language, dict[str, frozenset[int]]] = {"en": {}, "id": {}}
    text = files("align.checks").joinpath("speakers.tsv").read_text(encoding="utf-8")
    for row, line in enumerate(text.splitlines()):
        for language, cell in zip(rows, line.split("\t"), strict=True):
            for word in cell.split("|"):
                rows[language][word] = rows[language].get(word, frozenset()) | {row}
    return {language: (nouns, Phrases(nouns)) for language, nouns in rows.items()}


def _speaking(text: str, language: Language) -> list[tuple[frozenset[int], Place]]:
    """The nouns beside a verb of saying: their rows and place."""
    nouns, phrases = _table()[language]
    found = list(phrases.find(text))
    verbs = [match.span() for match in SAYING[language].finditer(text)] if found else []
    return [
        (nouns[noun], (first, last)) for noun, first, last in found
        if any(0 <= start - last <= BEFORE
               or (text[end:first].strip().lower() in _ARTICLES and end <= first)
               for start, end in verbs)]


def _rows(text: str, language: Language) -> set[int]:
    nouns, phrases = _table()[language]
    return {row for found in phrases.find(text) for row in nouns[found.phrase]}


def _nouns(source: str, target: str) -> Iterable[Finding]:
    """The one speaking noun that only the source has, and the one that only the target has."""
    told = _speaking(target, "id")
    said = _speaking(source, "en") if told else []
    if not said:
        return
    there = _rows(target, "id")
    gone = [place for rows, place in said if not rows & there]
    if len(gone) != 1:
        return
    here = _rows(source, "en")
    new = [place for rows, place in told if not rows & here]
    if len(gone) == 1 and len(new) == 1:
        yield _changed(gone[0], new[0])


def _undenied(source: str, target: str) -> Iterable[Finding]:
    """A denial told as a plain statement."""
    denied = _DENIED.search(source)
    if denied and not _DENYING.search(target):
        yield Finding("denial-lost", "mistranslation", source=(denied.span(),))


def _dropped(source: str, target: str, said: re.Match[str]) -> Iterable[Finding]:
    if SAYING["id"].search(target) or has_marks(source) or has_marks(target):
        return
    yield Finding("attribution-lost", "omission", source=(said.span(),))


def _changed(place: Place, other: Place) -> Finding:
    return Finding("speaker-changed", "mistranslation", (place,), (other,))
