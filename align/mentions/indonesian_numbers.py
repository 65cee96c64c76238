"""Indonesian number words -> their value, by the tables of numerals.py."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from align.mentions import numerals as words
from align.mentions.number import Kind
from align.mentions.number_words import Reading, adjoins, decimals, lower, magnitude, roman
from align.text.tokens import Token

_INDONESIAN = (*words.INDONESIAN_UNITS, *words.INDONESIAN_ONE, *(
    head + tail for head, value in words.INDONESIAN_UNITS.items() if 0 < value < 10
    for tail in words.GLUED))
STARTS = frozenset((
    *_INDONESIAN, *words.INDONESIAN_VAGUE, *words.INDONESIAN_SMALL, *words.BARE_SCALES,
    *(f"{word}nya" for word in words.INDONESIAN_SMALL),
    "pertama", *words.ROMAN,
    *(f"ke{word}{ending}" for word in _INDONESIAN for ending in ("", "nya")
      if word not in ("satu", "nol"))))
"""Words at which a number may begin."""


def read_indonesian(text: str, stream: Sequence[Token], at: int) -> Reading | None:
    """dua ratus lima puluh ribu, kedua puluh, dua pertiga, puluhan ribu, satu setengah juta."""
    word = stream[at].lower
    if word.removesuffix("nya") in words.INDONESIAN_SMALL:
        word = word.removesuffix("nya")
    if word in words.INDONESIAN_VAGUE:
        return magnitude(stream, at, words.INDONESIAN_VAGUE, words.INDONESIAN_SCALES, "")
    if word in words.ROMAN:
        return roman(stream, at)
    if word in words.BARE_SCALES:
        if lower(stream, at - 1) not in words.INDONESIAN_SOME:
            return None
        return magnitude(stream, at, words.BARE_SCALES, words.INDONESIAN_SCALES, "")
    if word in words.INDONESIAN_SMALL:
        value = words.INDONESIAN_SMALL[word]
        scale = words.INDONESIAN_SCALES.get(lower(stream, at + 1), 0)
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
        if here == "koma" and end > at and lower(stream, end + 1) in words.INDONESIAN_UNITS:
            share, end = decimals(stream, end + 1, words.INDONESIAN_UNITS)
            digit += share
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
    here = lower(stream, end)
    if not count:
        return None
    value = 0.0
    if here in words.INDONESIAN_FRACTIONS:
        value, end = count / words.INDONESIAN_FRACTIONS[here], end + 1
    elif here == "per" and words.INDONESIAN_UNITS.get(lower(stream, end + 1)):
        value, end = count / words.INDONESIAN_UNITS[lower(stream, end + 1)], end + 2
    elif here in ("setengah", "seperempat"):
        value, end = count + words.INDONESIAN_SMALL[here], end + 1
    if not value:
        return None
    scale = words.INDONESIAN_SCALES.get(lower(stream, end), 0)
    return Reading((total + value * (scale or 1),), end + bool(scale), "fraction", scale or 1.0)
