"""English number words -> their value, by the tables of numerals.py."""

from __future__ import annotations

from collections.abc import Sequence

from align.mentions import numerals as words
from align.mentions.number_words import Reading, adjoins, decimals, lower, magnitude, roman
from align.text.tokens import Token

STARTS = frozenset((
    *words.ENGLISH_NUMERALS, *words.ENGLISH_ORDINALS, *words.ENGLISH_ORDINAL_SCALES,
    *words.ENGLISH_FRACTIONS, *words.ENGLISH_VAGUE, *words.ENGLISH_TIMES, *words.ENGLISH_TWO,
    "hundred", "thousand", "million", "billion", "trillion", "dozen", *words.ROMAN))
"""Words at which a number may begin."""


def read_english(text: str, stream: Sequence[Token], at: int) -> Reading | None:
    """two hundred and fifty thousand, twenty-first, two-thirds, tens of thousands, twice."""
    word = stream[at].lower
    if word in words.ENGLISH_TIMES and lower(stream, at - 1) in words.ENGLISH_NUMERALS:
        return None  # two doubles
    if word in words.ENGLISH_TIMES:
        return Reading((words.ENGLISH_TIMES[word],), at + 1, "word")
    if word in words.ROMAN:
        return roman(stream, at)
    if word in words.ENGLISH_TWO:
        return Reading((words.ENGLISH_TWO[word],), at + 1, "small")
    if word in words.ENGLISH_VAGUE:
        return magnitude(stream, at, words.ENGLISH_VAGUE, words.ENGLISH_SCALES, "of") if (
            _is_magnitude(stream, at)) else None
    if word == "second" and lower(stream, at - 1) in words.ONE_SECOND:
        return None if lower(stream, at - 1) in ("per", "split") else Reading(
            (2.0,), at + 1, "small")
    if word in words.ENGLISH_SCALES and _is_bare(stream, at):
        blurred = lower(stream, at - 1) in words.ENGLISH_SOME
        return Reading((words.ENGLISH_SCALES[word],), at + 1, "vague" if blurred else "small")
    value, end, scale = _english_cardinal(text, stream, at)
    ordinal = _english_ordinal(text, stream, at, value, end)
    if ordinal is not None:
        return ordinal
    return _english_fraction(text, stream, at, value, end, scale) or (
        Reading((value,), end, "word", scale) if end > at else None)


def _is_magnitude(stream: Sequence[Token], at: int) -> bool:
    """Whether tens and scores say how many: not the scores of a test."""
    word, after = stream[at].lower, lower(stream, at + 1)
    if word == "tens":
        return after == "of"
    return word != "scores" or (
        after in ("of", "were", "are", "have", "more") and (
            at == 0 or lower(stream, at - 1) not in words.BEFORE_NOUNS))


def _is_bare(stream: Sequence[Token], at: int) -> bool:
    """Whether no numeral stands before a scale, nor "a": your million, several hundred."""
    before = lower(stream, at - 1)
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
        elif here == "point" and end > at and lower(stream, end + 1) in words.ENGLISH_UNITS:
            share, end = decimals(stream, end + 1, words.ENGLISH_UNITS)
            part += share
            continue
        elif here == "hundred":
            part = (part or 1) * 100
        elif here in words.ENGLISH_SCALES and len(here) > 3:
            scale = words.ENGLISH_SCALES[here]
            total, part = total + (part or 1) * scale, 0.0
        elif not (here == "and" and (total or part >= 100)
                  and lower(stream, end + 1) in words.ENGLISH_NUMERALS):
            break
        end += 1
    return total + part, end, scale if not part else 1.0


def _english_ordinal(text: str, stream: Sequence[Token], at: int, value: float, end: int
                     ) -> Reading | None:
    """first, twenty-first, two-hundredth; a third is the 3rd or 1/3."""
    here = lower(stream, end)
    if here in words.ENGLISH_ORDINAL_SCALES and (end == at or adjoins(text, stream, end)):
        return Reading(((value or 1) * words.ENGLISH_ORDINAL_SCALES[here],), end + 1, "ordinal")
    if here == "and" and end > at and value >= 100 and lower(
            stream, end + 1) in words.ENGLISH_ORDINALS:
        end += 1
        here = lower(stream, end)
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
            times = words.ENGLISH_SCALES.get(lower(stream, after), 0)
            if times and adjoins(text, stream, after):
                return Reading(((count + part) * times,), after + 1, "fraction", times)
            return Reading((count + part * scale,), after, "fraction")
    if lower(stream, end) not in words.ENGLISH_FRACTIONS:
        return None
    if end > at and not adjoins(text, stream, end):
        return None
    value = (count if end > at else 1.0) / words.ENGLISH_FRACTIONS[stream[end].lower]
    end += 1
    for joint in (("of", "a"), ("a",), ()):
        after = end + len(joint)
        times = words.ENGLISH_SCALES.get(lower(stream, after), 0)
        if times and tuple(lower(stream, end + n) for n in range(len(joint))) == joint and (
                joint or adjoins(text, stream, after)):
            return Reading((value * times,), after + 1, "fraction", times)
    return Reading((value,), end, "small" if end == at + 1 else "fraction")


def and_a_half(stream: Sequence[Token], end: int) -> tuple[float, int]:
    """What "and a half", "and three quarters" adds to the number before, and where it ends."""
    if lower(stream, end) == "and":
        count = 1 if lower(stream, end + 1) == "a" else words.ENGLISH_UNITS.get(
            lower(stream, end + 1), 0)
        parts = words.ENGLISH_FRACTIONS.get(lower(stream, end + 2), 0)
        if 0 < count < parts <= 8:
            return count / parts, end + 3
    return 0.0, end
