"""Does a sentence end at a place? A list of rules, each with a yes, a no, or no opinion."""

from __future__ import annotations

import re
from collections.abc import Callable

from align.sentences.places import QUOTES, Place
from align.sentences.tables import Tables

Rule = Callable[[Place, Tables], bool | None]

_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")  # U.S, a.m, S.Pd, Ph.D
_VOWELLESS = re.compile(r"[A-Z]?[b-df-hj-np-tv-xz]{1,4}")  # Sgt, Kgs, km
_ROMAN = re.compile(r"[IVXLC]+")
_SHOUTED = frozenset({"Yahoo", "Jeopardy"})
_QUIET = re.compile(r"[.!?,;:\"”]")


def verdict(place: Place, tables: Tables) -> bool | None:
    """The first opinion that a rule has on whether a sentence ends here."""
    for rule in _RULES:
        answer = rule(place, tables)
        if answer is not None:
            return answer
    return None


def _runs_on(place: Place, tables: Tables) -> bool | None:
    """A small letter goes on with the sentence, as in '"Why?" he asked.'; not iPhone."""
    if not place.word or not place.word[0].islower() or not place.word[:2].islower():
        return None
    if place.quoted and place.mark[-1] in ".!?" and not _abbreviated(place, tables):
        return len(place.mark) == 1
    return False


def _reports(place: Place, tables: Tables) -> bool | None:
    """'"Why?" Budi asked.' is one sentence, and so is '“Kami siap.” Kata dia.'."""
    if not place.unquoted or place.opening:
        return None
    clause = _QUIET.split(place.after, maxsplit=1)[0].split()
    if not clause or len(clause) > 7 or len(place.after) > len(clause[0]) and _comma(place):
        return None
    if clause[0].lower() in tables.reporting:
        return False
    if place.mark == ".":
        return None
    for at, word in enumerate(clause[1:5], 1):
        if word in tables.reporting:
            return False if at + 3 >= len(clause) else None
        if not word[0].isupper():
            return None
    return None


def _comma(place: Place) -> bool:
    found = _QUIET.search(place.after)
    return found is not None and found[0] == ","


def _shouts(place: Place, tables: Tables) -> bool | None:
    """'!' and '?' end sentences, but in names such as Yahoo!."""
    if place.mark == ".":
        return None
    if place.mark == "!" and place.before in _SHOUTED and not place.close:
        return place.word in tables.openers
    return True if place.mark.strip(". \u00a0…") else None


def _counts(place: Place, tables: Tables) -> bool | None:
    """The stop of a list number: '1. Wear a mask'."""
    if place.alone and not place.close and place.mark == "." and (
        place.before.isdigit() and len(place.before) < 3
    ):
        return False
    return None


def _abbreviates(place: Place, tables: Tables) -> bool | None:
    """Known abbreviations, each by its class."""
    if place.mark != ".":
        return None
    word = place.before.rpartition("-")[2] if place.before[:1].isupper() else place.before
    if word in tables.closing:
        return not (place.word in tables.clock or place.word[:1].isdigit())
    if word in tables.inner:
        return bool(place.close) and place.word in tables.openers
    if word in tables.numbered:
        return False if _numeral(place.word) else None
    if word in tables.either or _DOTTED.fullmatch(word) or _VOWELLESS.fullmatch(word):
        return place.word in tables.openers
    return None


def _initials(place: Place, tables: Tables) -> bool | None:
    """'J. Smith' goes on; 'Plan B. Police' does not."""
    if place.mark != "." or len(place.before) != 1 or not place.before.isupper():
        return None
    if place.previous.lower() in tables.kinds:
        return True
    return place.word in tables.openers


_RULES: tuple[Rule, ...] = (_runs_on, _reports, _shouts, _counts, _initials, _abbreviates)


def _abbreviated(place: Place, tables: Tables) -> bool:
    return any(rule(place, tables) is False for rule in (_initials, _abbreviates))


def _numeral(word: str) -> bool:
    return word[:1].isdigit() or (word != "I" and _ROMAN.fullmatch(word) is not None)


__all__ = ["QUOTES", "verdict"]
