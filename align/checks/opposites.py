"""Opposites: what the source says rises must not fall in the target.

The table (`opposites.tsv`) has two poles a row, each in English and Indonesian: up, down, naik,
turun. A word with ~ is too loose to prove anything; it only shows that a pole is there. Rows of
words like unknown need no third column: their Indonesian is the negation of the fourth.

Flags a word of one pole that has become one of the other (critical, both places). Must not flag: a
pole that is negated (not guilty, bebas), a side on which both poles occur as often, two words of
which the one is rendered by something else and the other renders something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

from align.analysis import Side
from align.checks import Analysis, Finding, check
from align.text import Language
from align.text.id.morphology import neutral
from align.text.phrases import Phrases
from align.text.tokens import tokens, touched

_LESSENED = re.compile(r"\b(?:less|least|kurang)\s+$", re.IGNORECASE)  # less severe: milder
REACH = 30  # characters before a word in which a negation is about it


class Word(NamedTuple):
    """A word of a pole at `text[start:end]`; `firm` unless the table marks it with ~."""

    text: str
    start: int
    end: int
    firm: bool


Poles = tuple[list[Word], list[Word]]


@check()
def opposites(pair: Analysis) -> Iterable[Finding]:
    """One finding per row of the table that is turned round."""
    target = _poles(pair.target.text, "id")
    if not target:
        return ()
    source = _poles(pair.source.text, "en")
    return [finding for row in target if row in source
            if (finding := _turned(pair, source[row], target[row])) is not None]


@cache
def _table() -> dict[Language, dict[str, tuple[tuple[int, int, bool], ...]]]:
    """By language and word: (row, pole, firm) of each place of that word."""
    table: dict[Language, dict[str, tuple[tuple[int, int, bool], ...]]] = {"en": {}, "id": {}}
    text = files("align.checks").joinpath("opposites.tsv").read_text(encoding="utf-8")
    for row, line in enumerate(text.splitlines()):
        for column, words in enumerate(line.split("\t")):
            places = table["en" if column < 2 else "id"]
            for entry in filter(None, words.split("|")):
                word = entry.removeprefix("~")
                place = row, column % 2, word == entry
                places[word] = (*places.get(word, ()), place)
    return table


@cache
def _voiced() -> dict[str, tuple[tuple[int, int, bool], ...]]:
    """Indonesian verbs without their voice: diterima is the pole that menerima is."""
    found: dict[str, tuple[tuple[int, int, bool], ...]] = {}
    for word, places in _table()["id"].items():
        if word.startswith(("me", "di")) and " " not in word:
            found.setdefault(neutral(word), places)
    return found


@cache
def _phrases(language: Language) -> Phrases:
    return Phrases(word for word in _table()[language] if " " in word or "-" in word)


def _poles(text: str, language: Language) -> dict[int, Poles]:
    """By row of the table: the words of each pole found in the text, in order."""
    found: dict[int, Poles] = {}
    words = [(phrase, start, end) for phrase, start, end in _phrases(language).find(text)]
    words += [(token.lower, token.start, token.end) for token in tokens(text)]
    for word, start, end in words:
        for row, pole, firm in _places_of(word, language):
            found.setdefault(row, ([], []))[pole].append(Word(text[start:end], start, end, firm))
    return found


@lru_cache(maxsize=65536)
def _places_of(word: str, language: Language) -> tuple[tuple[int, int, bool], ...]:
    """Where the table has a word: an Indonesian one also in another voice and without its -nya."""
    table = _table()[language]
    if language == "en":
        return table.get(word, ())
    bare = word.removesuffix("nya")
    return tuple(dict.fromkeys((*(table.get(word) or table.get(bare, ())),
                                *_voiced().get(neutral(bare), ()))))


def _turned(pair: Analysis, source: Poles, target: Poles) -> Finding | None:
    for pole in (0, 1):
        was = [word for word in source[pole] if word.firm]
        became = _affirmed(pair.target, target[1 - pole])
        theirs = _affirmed(pair.source, source[1 - pole])
        proofs = [word for word in became if word.firm]
        if was and proofs and not target[pole] and len(became) > len(theirs):
            return next((_reversed(*both) for both in product(was, proofs)
                         if _affirmed(pair.source, both[:1]) and _may_render(pair, *both)), None)
    return None


def _may_render(pair: Analysis, was: Word, became: Word) -> bool:
    """Whether links join the two words, or leave either of them without a counterpart."""
    linked = pair.linked
    ours = touched(linked.ours, (was.start, was.end))
    theirs = touched(linked.theirs, (became.start, became.end))
    ahead = {j for i in ours for j in linked.ahead.get(i, ())}
    return not ahead or bool(ahead & theirs) or not any(j in linked.back for j in theirs)


def _affirmed(side: Side, words: Sequence[Word]) -> list[Word]:
    """The words that no negation shortly before them is about."""
    denying = [mark.start for mark in side.polarity if mark.cue in ("strong", "impossible")
               or (mark.cue == "inner" and side.language == "id")]
    return [word for word in words
            if not any(0 <= word.start - start <= REACH for start in denying)
            and not _LESSENED.search(side.text, 0, word.start)]


def _reversed(was: Word, became: Word) -> Finding:
    return Finding("opposite", "mistranslation", ((was.start, was.end),),
                   ((became.start, became.end),))
