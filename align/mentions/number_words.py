"""Runs of number words -> their value, for English and Indonesian, by the tables of numerals.py.

Each reader is given the words of a text and a place in them, and answers with the reading that
begins there, or None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from align.mentions import numerals as words
from align.text import Language
from align.text.tokens import Token

Kind = Literal["digits", "word", "ordinal", "fraction", "vague", "small"]


class Reading(NamedTuple):
    """The values that words up to (not with) number `end` state, and how they are written."""

    values: tuple[float, ...]
    end: int
    kind: Kind


def adjoins(text: str, stream: Sequence[Token], at: int) -> bool:
    """Whether only blanks or hyphens stand between a word and the one before it."""
    return text[stream[at - 1].end:stream[at].start].strip(" -+\u00a0\u202f") == ""


def read_english(text: str, stream: Sequence[Token], at: int) -> Reading | None:
    """two hundred and fifty thousand, twenty-first, two-thirds, tens of thousands, twice."""
    word = stream[at].lower
    if word in words.ENGLISH_TIMES:
        return Reading((words.ENGLISH_TIMES[word],), at + 1, "word")
    if word in words.ENGLISH_TWO or word in words.ROMAN:
        return Reading((words.ENGLISH_TWO.get(word) or words.ROMAN[word],), at + 1, "small")
    if word in words.ENGLISH_VAGUE:
        return _magnitude(stream, at, words.ENGLISH_VAGUE, {}, "of")
    value, end = _english_cardinal(text, stream, at)
    ordinal = _english_ordinal(text, stream, at, value, end)
    if ordinal is not None:
        return ordinal
    return _english_fraction(text, stream, at, value, end) or (
        Reading((value,), end, "word") if end > at else None)


def _english_cardinal(text: str, stream: Sequence[Token], at: int) -> tuple[float, int]:
    total, part, end = 0.0, 0.0, at
    while end < len(stream) and (end == at or adjoins(text, stream, end)):
        here = stream[end].lower
        units = words.ENGLISH_UNITS.get(here)
        if units is not None and (end == at or (part and part % 10 == 0)
                                  or stream[end - 1].lower == "and"):
            part += units
        elif here in words.ENGLISH_TENS and part % 100 == 0:
            part += words.ENGLISH_TENS[here]
        elif here == "hundred":
            part = (part or 1) * 100
        elif here in words.ENGLISH_SCALES and len(here) > 3:
            total, part = total + (part or 1) * words.ENGLISH_SCALES[here], 0.0
        elif not (here == "and" and (total or part >= 100) and end + 1 < len(stream)
                  and (stream[end + 1].lower in words.ENGLISH_UNITS
                       or stream[end + 1].lower in words.ENGLISH_TENS)):
            break
        end += 1
    return total + part, end


def _english_ordinal(text: str, stream: Sequence[Token], at: int, value: float, end: int
                     ) -> Reading | None:
    """first, twenty-first; a third is the 3rd or 1/3."""
    if end >= len(stream) or stream[end].lower not in words.ENGLISH_ORDINALS:
        return None
    last = words.ENGLISH_ORDINALS[stream[end].lower]
    if end == at:
        return Reading((last,) if last < 3 else (last, 1 / last), end + 1, "ordinal")
    if value >= 20 and value % 10 == 0 and adjoins(text, stream, end):
        return Reading((value + last,), end + 1, "ordinal")
    return None


def _english_fraction(text: str, stream: Sequence[Token], at: int, count: float, end: int
                      ) -> Reading | None:
    """half, two-thirds, half a million, one and a half."""
    tail = [token.lower for token in stream[end:end + 3]]
    if end > at and tail == ["and", "a", "half"]:
        return Reading((count + 0.5,), end + 3, "fraction")
    if not tail or tail[0] not in words.ENGLISH_FRACTIONS:
        return None
    if end > at and not adjoins(text, stream, end):
        return None
    if tail[0] == "half" and tail[1:2] == ["a"] and tail[2:] and tail[2] in words.ENGLISH_SCALES:
        return Reading((0.5 * words.ENGLISH_SCALES[tail[2]],), end + 3, "fraction")
    value = (count if end > at else 1.0) / words.ENGLISH_FRACTIONS[tail[0]]
    return Reading((value,), end + 1, "small" if end == at else "fraction")


def _magnitude(stream: Sequence[Token], at: int, table: Mapping[str, float],
               scales: Mapping[str, float], between: str) -> Reading:
    """tens of thousands, puluhan ribu: magnitudes multiply."""
    value, end = table[stream[at].lower], at + 1
    while end < len(stream):
        here = stream[end].lower
        if here in scales:
            value *= scales[here]
        elif here in table and stream[end - 1].lower == between:
            value *= table[here]
        elif not (here == between and end + 1 < len(stream) and stream[end + 1].lower in table):
            break
        end += 1
    return Reading((value,), end, "vague")


def read_indonesian(text: str, stream: Sequence[Token], at: int) -> Reading | None:
    """dua ratus lima puluh ribu, kedua puluh, dua pertiga, puluhan ribu, satu setengah juta."""
    word = stream[at].lower
    if word in words.INDONESIAN_VAGUE:
        return _magnitude(stream, at, words.INDONESIAN_VAGUE, words.INDONESIAN_SCALES, "")
    if word in words.ROMAN:
        return Reading((words.ROMAN[word],), at + 1, "small")
    if word in words.INDONESIAN_SMALL:
        value = words.INDONESIAN_SMALL[word]
        scale = words.INDONESIAN_SCALES.get(stream[at + 1].lower) if at + 1 < len(stream) else None
        if value == 0.5 and scale:
            return Reading((value * scale,), at + 2, "fraction")
        return Reading((value,), at + 1, "small")
    if word == "pertama":
        return Reading((1.0,), at + 1, "ordinal")
    if word.startswith("ke") and word not in words.INDONESIAN_UNITS:
        return _indonesian_cardinal(text, stream, at, word[2:].removesuffix("nya"), "ordinal")
    return _indonesian_cardinal(text, stream, at, word, "word")


def _indonesian_cardinal(text: str, stream: Sequence[Token], at: int, here: str, kind: Kind
                         ) -> Reading | None:
    total, part, digit, end = 0.0, 0.0, 0.0, at
    while True:
        if here in words.INDONESIAN_UNITS and not digit:
            digit = words.INDONESIAN_UNITS[here]
            if digit >= 10:
                part, digit = part + digit, 0.0
        elif here in words.INDONESIAN_ONE:
            part += words.INDONESIAN_ONE[here]
        elif here in words.INDONESIAN_TEENS:
            times, more = words.INDONESIAN_TEENS[here]
            part, digit = part + times * digit + more, 0.0
        elif here in words.INDONESIAN_SCALES and (part or digit):
            total += (part + digit) * words.INDONESIAN_SCALES[here]
            part = digit = 0.0
        else:
            break
        end += 1
        if end >= len(stream) or not adjoins(text, stream, end):
            break
        here = stream[end].lower
    if end == at:
        return None
    return _indonesian_fraction(stream, end, total, part + digit) or Reading(
        (total + part + digit,), end, kind)


def _indonesian_fraction(stream: Sequence[Token], end: int, total: float, count: float
                         ) -> Reading | None:
    """dua pertiga, tiga per lima, satu setengah juta (end: after the count)."""
    tail = [token.lower for token in stream[end:end + 2]]
    if not tail or not count:
        return None
    if tail[0] in words.INDONESIAN_FRACTIONS:
        return Reading((total + count / words.INDONESIAN_FRACTIONS[tail[0]],), end + 1, "fraction")
    if tail[0] == "per" and tail[1:] and words.INDONESIAN_UNITS.get(tail[1]):
        return Reading((total + count / words.INDONESIAN_UNITS[tail[1]],), end + 2, "fraction")
    if tail[0] == "setengah":
        scale = words.INDONESIAN_SCALES.get(tail[1]) if tail[1:] else None
        return Reading((total + (count + 0.5) * (scale or 1),), end + (2 if scale else 1),
                       "fraction")
    return None


_INDONESIAN = (*words.INDONESIAN_UNITS, *words.INDONESIAN_ONE)
STARTS: Mapping[Language, frozenset[str]] = {
    "en": frozenset((
        *words.ENGLISH_UNITS, *words.ENGLISH_TENS, *words.ENGLISH_ORDINALS,
        *words.ENGLISH_FRACTIONS, *words.ENGLISH_VAGUE, *words.ENGLISH_TIMES, *words.ENGLISH_TWO,
        "hundred", "thousand", "million", "billion", "trillion", "dozen", *words.ROMAN)),
    "id": frozenset((
        *_INDONESIAN, *words.INDONESIAN_VAGUE, *words.INDONESIAN_SMALL, "pertama", *words.ROMAN,
        *(f"ke{word}{ending}" for word in _INDONESIAN for ending in ("", "nya")
          if word not in ("satu", "nol")))),
}
"""Words at which a number may begin."""
