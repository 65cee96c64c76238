"""Runs of number words -> their value, for English and Indonesian, by the tables of numerals.py.

Each reader is given the words of a text and a place in them, and answers with the reading that
begins there, or None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from align.mentions import numerals as words
from align.mentions.number import Kind
from align.text import Language
from align.text.tokens import Token


class Reading(NamedTuple):
    """The values that words up to (not with) number `end` state, and how they are written.

    `scale` is what a magnitude behind them (million, ribu) has multiplied them by.
    """

    values: tuple[float, ...]
    end: int
    kind: Kind
    scale: float = 1.0


def adjoins(text: str, stream: Sequence[Token], at: int) -> bool:
    """Whether only blanks or hyphens stand between a word and the one before it."""
    return text[stream[at - 1].end:stream[at].start].strip(" -+\u00a0\u2009\u202f") == ""


def _lower(stream: Sequence[Token], at: int) -> str:
    return stream[at].lower if 0 <= at < len(stream) else ""


# ------------------------------------------------------------------------------- English


def read_english(text: str, stream: Sequence[Token], at: int) -> Reading | None:
    """two hundred and fifty thousand, twenty-first, two-thirds, tens of thousands, twice."""
    word = stream[at].lower
    if word in words.ENGLISH_TIMES and _lower(stream, at - 1) in words.ENGLISH_NUMERALS:
        return None  # two doubles
    if word in words.ENGLISH_TIMES:
        return Reading((words.ENGLISH_TIMES[word],), at + 1, "word")
    if word in words.ROMAN:
        return _roman(stream, at)
    if word in words.ENGLISH_TWO:
        return Reading((words.ENGLISH_TWO[word],), at + 1, "small")
    if word in words.ENGLISH_VAGUE:
        return _magnitude(stream, at, words.ENGLISH_VAGUE, words.ENGLISH_SCALES, "of") if (
            _is_magnitude(stream, at)) else None
    if word == "second" and _lower(stream, at - 1) in words.ONE_SECOND:
        return None if _lower(stream, at - 1) in ("per", "split") else Reading(
            (2.0,), at + 1, "small")
    if word in words.ENGLISH_SCALES and _is_bare(stream, at):
        blurred = _lower(stream, at - 1) in words.ENGLISH_SOME
        return Reading((words.ENGLISH_SCALES[word],), at + 1, "vague" if blurred else "small")
    value, end, scale = _english_cardinal(text, stream, at)
    ordinal = _english_ordinal(text, stream, at, value, end)
    if ordinal is not None:
        return ordinal
    return _english_fraction(text, stream, at, value, end, scale) or (
        Reading((value,), end, "word", scale) if end > at else None)


def _roman(stream: Sequence[Token], at: int) -> Reading | None:
    token = stream[at]
    return Reading((words.ROMAN[token.lower],), at + 1, "small") if token.text.isupper() else None


def _is_magnitude(stream: Sequence[Token], at: int) -> bool:
    """Whether tens and scores say how many: not the scores of a test."""
    word, after = stream[at].lower, _lower(stream, at + 1)
    if word == "tens":
        return after == "of"
    return word != "scores" or (
        after in ("of", "were", "are", "have", "more") and (
            at == 0 or _lower(stream, at - 1) not in words.BEFORE_NOUNS))


def _is_bare(stream: Sequence[Token], at: int) -> bool:
    """Whether no numeral stands before a scale, nor "a": your million, several hundred."""
    before = _lower(stream, at - 1)
    return before not in ("a", "per", "half", "every") and not before[:1].isdigit() and (
        len(stream[at].lower) > 3)


def _english_cardinal(text: str, stream: Sequence[Token], at: int) -> tuple[float, int, float]:
    """The value of a run of numerals, where it ends, and the scale it ended with."""
    total, part, end, scale = 0.0, 0.0, at, 1.0
    while end < len(stream) and (end == at or adjoins(text, stream, end)):
        here = stream[end].lower
        units = words.ENGLISH_UNITS.get(here)
        if units is not None and (end == at or (part and part % 10 == 0)
                                  or stream[end - 1].lower == "and"):
            part += units
        elif here in words.ENGLISH_TENS and part % 100 == 0:
            part += words.ENGLISH_TENS[here]
        elif here == "point" and end > at and _lower(stream, end + 1) in words.ENGLISH_UNITS:
            decimals, end = _decimals(stream, end + 1, words.ENGLISH_UNITS)
            part += decimals
            continue
        elif here == "hundred":
            part = (part or 1) * 100
        elif here in words.ENGLISH_SCALES and len(here) > 3:
            scale = words.ENGLISH_SCALES[here]
            total, part = total + (part or 1) * scale, 0.0
        elif not (here == "and" and (total or part >= 100)
                  and _lower(stream, end + 1) in words.ENGLISH_NUMERALS):
            break
        end += 1
    return total + part, end, scale if not part else 1.0


def _decimals(stream: Sequence[Token], at: int, units: Mapping[str, int]) -> tuple[float, int]:
    """The digits after a spoken point: one-point-three, dua koma lima."""
    digits, end = "", at
    while _lower(stream, end) in units and units[_lower(stream, end)] < 10:
        digits += str(units[_lower(stream, end)])
        end += 1
    return float(f"0.{digits or 0}"), end


def _english_ordinal(text: str, stream: Sequence[Token], at: int, value: float, end: int
                     ) -> Reading | None:
    """first, twenty-first, two-hundredth; a third is the 3rd or 1/3."""
    here = _lower(stream, end)
    if here in words.ENGLISH_ORDINAL_SCALES and (end == at or adjoins(text, stream, end)):
        return Reading(((value or 1) * words.ENGLISH_ORDINAL_SCALES[here],), end + 1, "ordinal")
    if here == "and" and end > at and value >= 100 and _lower(
            stream, end + 1) in words.ENGLISH_ORDINALS:
        end += 1
        here = _lower(stream, end)
    if here not in words.ENGLISH_ORDINALS:
        return None
    last = words.ENGLISH_ORDINALS[here]
    if end == at:
        return Reading((last,) if last < 3 else (last, 1 / last), end + 1, "ordinal")
    if value >= 20 and value % 10 == 0 and adjoins(text, stream, end):
        return Reading((value + last,), end + 1, "ordinal")
    return None


def _english_fraction(text: str, stream: Sequence[Token], at: int, count: float, end: int,
                      scale: float) -> Reading | None:
    """half, two-thirds, half a million, one and a half million, a million and a half."""
    if end > at:
        part, after = and_a_half(stream, end)
        if part:
            times = words.ENGLISH_SCALES.get(_lower(stream, after), 0)
            if times and adjoins(text, stream, after):
                return Reading(((count + part) * times,), after + 1, "fraction", times)
            return Reading((count + part * scale,), after, "fraction")
    if _lower(stream, end) not in words.ENGLISH_FRACTIONS:
        return None
    if end > at and not adjoins(text, stream, end):
        return None
    value = (count if end > at else 1.0) / words.ENGLISH_FRACTIONS[stream[end].lower]
    end += 1
    for joint in (("of", "a"), ("a",), ()):
        after = end + len(joint)
        times = words.ENGLISH_SCALES.get(_lower(stream, after), 0)
        if times and tuple(_lower(stream, end + n) for n in range(len(joint))) == joint and (
                joint or adjoins(text, stream, after)):
            return Reading((value * times,), after + 1, "fraction", times)
    return Reading((value,), end, "small" if end == at + 1 else "fraction")


def and_a_half(stream: Sequence[Token], end: int) -> tuple[float, int]:
    """What "and a half", "and three quarters" adds to the number before, and where it ends."""
    if _lower(stream, end) == "and":
        count = 1 if _lower(stream, end + 1) == "a" else words.ENGLISH_UNITS.get(
            _lower(stream, end + 1), 0)
        parts = words.ENGLISH_FRACTIONS.get(_lower(stream, end + 2), 0)
        if 0 < count < parts <= 8:
            return count / parts, end + 3
    return 0.0, end


def _magnitude(stream: Sequence[Token], at: int, table: Mapping[str, float],
               scales: Mapping[str, float], between: str) -> Reading:
    """tens of thousands, tens of million, puluhan ribu: magnitudes multiply."""
    value, end = table[stream[at].lower], at + 1
    while end < len(stream):
        here = stream[end].lower
        if here in scales and (not between or stream[end - 1].lower == between):
            value *= scales[here]
        elif here in table and stream[end - 1].lower == between:
            value *= table[here]
        elif not (here == between and (_lower(stream, end + 1) in table
                                       or _lower(stream, end + 1) in scales)):
            break
        end += 1
    return Reading((value,), end, "vague")


# ---------------------------------------------------------------------------- Indonesian


def read_indonesian(text: str, stream: Sequence[Token], at: int) -> Reading | None:
    """dua ratus lima puluh ribu, kedua puluh, dua pertiga, puluhan ribu, satu setengah juta."""
    word = stream[at].lower
    if word in words.INDONESIAN_VAGUE:
        return _magnitude(stream, at, words.INDONESIAN_VAGUE, words.INDONESIAN_SCALES, "")
    if word in words.ROMAN:
        return _roman(stream, at)
    if word in words.BARE_SCALES:
        if _lower(stream, at - 1) not in words.INDONESIAN_SOME:
            return None
        return _magnitude(stream, at, words.BARE_SCALES, words.INDONESIAN_SCALES, "")
    if word in words.INDONESIAN_SMALL:
        value = words.INDONESIAN_SMALL[word]
        scale = words.INDONESIAN_SCALES.get(_lower(stream, at + 1), 0)
        if value < 1 and scale:
            return Reading((value * scale,), at + 2, "fraction", scale)
        return Reading((value,), at + 1, "small")
    if word == "pertama":
        return Reading((1.0,), at + 1, "ordinal")
    if word.startswith("ke") and word not in words.INDONESIAN_UNITS:
        return _indonesian_cardinal(text, stream, at, word[2:].removesuffix("nya"), "ordinal")
    return _indonesian_cardinal(text, stream, at, word, "word")


@cache
def _apart(word: str) -> tuple[str, ...]:
    """The numerals that are written as one word: duapuluh, limabelas; else the word itself."""
    for tail in words.GLUED:
        head = word.removesuffix(tail)
        if head != word and 0 < words.INDONESIAN_UNITS.get(head, 0) < 10:
            return head, tail
    return (word,)


def _indonesian_cardinal(text: str, stream: Sequence[Token], at: int, here: str, kind: Kind
                         ) -> Reading | None:
    total, part, digit, end, scale = 0.0, 0.0, 0.0, at, 1.0
    while True:
        if here == "koma" and end > at and _lower(stream, end + 1) in words.INDONESIAN_UNITS:
            decimals, end = _decimals(stream, end + 1, words.INDONESIAN_UNITS)
            digit += decimals
        else:
            taken = False
            for numeral in _apart(here):
                known = _add(numeral, total, part, digit)
                if known is None:
                    break
                taken, (total, part, digit) = True, known
                if numeral in words.INDONESIAN_SCALES:
                    scale = words.INDONESIAN_SCALES[numeral]
            if not taken:
                break
            end += 1
        if end >= len(stream) or not adjoins(text, stream, end):
            break
        here = stream[end].lower
    if end == at:
        return None
    count = part + digit
    return _indonesian_fraction(stream, end, total, count) or Reading(
        (total + count,), end, kind, scale if not count else 1.0)


def _add(numeral: str, total: float, part: float, digit: float
         ) -> tuple[float, float, float] | None:
    """The sum, what is below the next scale, and the last digit, with one numeral more."""
    if numeral in words.INDONESIAN_UNITS and not digit:
        value = float(words.INDONESIAN_UNITS[numeral])
        return (total, part + value, 0.0) if value >= 10 else (total, part, value)
    if numeral in words.INDONESIAN_ONE:
        return total, part + words.INDONESIAN_ONE[numeral], digit
    if numeral in words.INDONESIAN_TEENS:
        times, more = words.INDONESIAN_TEENS[numeral]
        return total, part + times * digit + more, 0.0
    if numeral in words.INDONESIAN_SCALES and (part or digit):
        return total + (part + digit) * words.INDONESIAN_SCALES[numeral], 0.0, 0.0
    return None


def _indonesian_fraction(stream: Sequence[Token], end: int, total: float, count: float
                         ) -> Reading | None:
    """dua pertiga, tiga per lima, satu setengah juta (end: after the count)."""
    here = _lower(stream, end)
    if not count:
        return None
    value = 0.0
    if here in words.INDONESIAN_FRACTIONS:
        value, end = count / words.INDONESIAN_FRACTIONS[here], end + 1
    elif here == "per" and words.INDONESIAN_UNITS.get(_lower(stream, end + 1)):
        value, end = count / words.INDONESIAN_UNITS[_lower(stream, end + 1)], end + 2
    elif here in ("setengah", "seperempat"):
        value, end = count + words.INDONESIAN_SMALL[here], end + 1
    if not value:
        return None
    scale = words.INDONESIAN_SCALES.get(_lower(stream, end), 0)
    return Reading((total + value * (scale or 1),), end + bool(scale), "fraction", scale or 1.0)


_INDONESIAN = (*words.INDONESIAN_UNITS, *words.INDONESIAN_ONE, *(
    head + tail for head, value in words.INDONESIAN_UNITS.items() if 0 < value < 10
    for tail in words.GLUED))
STARTS: Mapping[Language, frozenset[str]] = {
    "en": frozenset((
        *words.ENGLISH_NUMERALS, *words.ENGLISH_ORDINALS, *words.ENGLISH_ORDINAL_SCALES,
        *words.ENGLISH_FRACTIONS, *words.ENGLISH_VAGUE, *words.ENGLISH_TIMES, *words.ENGLISH_TWO,
        "hundred", "thousand", "million", "billion", "trillion", "dozen", *words.ROMAN)),
    "id": frozenset((
        *_INDONESIAN, *words.INDONESIAN_VAGUE, *words.INDONESIAN_SMALL, *words.BARE_SCALES,
        "pertama", *words.ROMAN,
        *(f"ke{word}{ending}" for word in _INDONESIAN for ending in ("", "nya")
          if word not in ("satu", "nol")))),
}
"""Words at which a number may begin."""
