"""What the readers of number words share: a reading, and the forms both languages have.

Each reader is given the words of a text and a place in them, and answers with the reading that
begins there, or None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from align.mentions import numerals as words
from align.mentions.number import Kind
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


def lower(stream: Sequence[Token], at: int) -> str:
    """A word in lower case, "" outside the text."""
    return stream[at].lower if 0 <= at < len(stream) else ""


def roman(stream: Sequence[Token], at: int) -> Reading | None:
    """A Roman numeral, if it is in capitals."""
    token = stream[at]
    return Reading((words.ROMAN[token.lower],), at + 1, "small") if token.text.isupper() else None


def decimals(stream: Sequence[Token], at: int, units: Mapping[str, int]) -> tuple[float, int]:
    """The digits after a spoken point: one-point-three, dua koma lima."""
    digits, end = "", at
    while lower(stream, end) in units and units[lower(stream, end)] < 10:
        digits += str(units[lower(stream, end)])
        end += 1
    return float(f"0.{digits or 0}"), end


def magnitude(stream: Sequence[Token], at: int, table: Mapping[str, float],
               scales: Mapping[str, float], between: str) -> Reading:
    """tens of thousands, tens of million, puluhan ribu: magnitudes multiply."""
    value, end = table[stream[at].lower], at + 1
    while end < len(stream):
        here = stream[end].lower
        if here in scales and (not between or stream[end - 1].lower == between):
            value *= scales[here]
        elif here in table and stream[end - 1].lower == between:
            value *= table[here]
        elif not (here == between and (lower(stream, end + 1) in table
                                       or lower(stream, end + 1) in scales)):
            break
        end += 1
    return Reading((value,), end, "vague")
