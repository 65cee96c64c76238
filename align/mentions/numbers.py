"""Text -> the numbers it states, with what they count and where they stand.

A number has one value, or several where the text can be read in more than one way: `1.500` is
1,500 in Indonesian but 1.5 in English, and newsrooms mix the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from align.mentions import numerals as words
from align.mentions.number_words import (
    STARTS,
    Kind,
    Reading,
    adjoins,
    read_english,
    read_indonesian,
)
from align.mentions.units import CURRENCIES, PERCENT, UNITS
from align.text import Language
from align.text.tokens import Token, tokens

__all__ = ["Kind", "Number", "digit_values", "read_numbers"]


class Number(NamedTuple):
    """`text[start:end]` states one of `values`; `unit` is a key of units.py, a currency, % or "".

    `kind` tells how it is written: "small" are words that imply a number (a couple, seorang),
    "vague" a magnitude (thousands, ribuan).
    """

    values: tuple[float, ...]
    start: int
    end: int
    kind: Kind
    unit: str = ""
    written: str = ""


_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MIXED = re.compile(r"(\d{1,3}(?:([.,])\d{3})+)([.,])(\d+)")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")


@lru_cache(maxsize=4096)
def read_numbers(text: str, language: Language) -> tuple[Number, ...]:
    """All numbers of a text in that language, in order; they do not overlap."""
    return tuple(_numbers(text, tokens(text), language))


def _numbers(text: str, stream: Sequence[Token], language: Language) -> Iterator[Number]:
    read = read_english if language == "en" else read_indonesian
    starts = STARTS[language]
    at = 0
    while at < len(stream):
        token = stream[at]
        reading: Reading | None = None
        if token.text[0].isdigit():
            if _is_degree(stream, at):
                pass
            elif "/" in token.text or ":" in token.text:
                yield from _compound(token, language)
            else:
                reading = _digits(text, stream, at, language)
        elif token.text in words.SIGNS:
            reading = Reading((words.SIGNS[token.text],), at + 1, "fraction")
        elif token.lower in starts:
            reading = read(text, stream, at)
        if reading is not None:
            yield _with_unit(text, stream, at, reading)
        at = reading.end if reading else at + 1


def _is_degree(stream: Sequence[Token], at: int) -> bool:
    """Whether the figure is part of S1, S2 or S3, which are academic degrees in Indonesian."""
    return (at > 0 and stream[at - 1].text == "S" and stream[at - 1].end == stream[at].start
            and stream[at].text in ("1", "2", "3"))


def digit_values(written: str, language: Language) -> tuple[float, ...]:
    """All readings of a run of digits and separators, the language's own first; () if none."""
    if _GROUPED.fullmatch(written):
        grouped = float(re.sub("[.,]", "", written))
        if written.startswith("0"):
            return (_decimal(written),) if len(written) < 6 else (grouped,)
        if len(written) > 7:
            return (grouped,)
        own = ("," in written) == (language == "en")
        return (grouped, _decimal(written)) if own else (_decimal(written), grouped)
    mixed = _MIXED.fullmatch(written)
    if mixed and mixed[2] != mixed[3]:
        return (float(re.sub("[.,]", "", mixed[1]) + "." + mixed[4]),)
    return (_decimal(written),) if _PLAIN.fullmatch(written) else ()


def _decimal(written: str) -> float:
    return float(written.replace(",", "."))


def _compound(token: Token, language: Language) -> Iterator[Number]:
    """2/3 is a fraction; 14/1/2021 and 17:30 are numbers side by side."""
    parts = re.split("[/:]", token.text)
    values = [digit_values(part, language) for part in parts]
    if len(parts) == 2 and "/" in token.text and all(values) and values[1][0]:
        yield Number((values[0][0] / values[1][0],), token.start, token.end, "fraction", "",
                     token.text)
        return
    offset = token.start
    for part, readings in zip(parts, values, strict=True):
        yield Number(readings, offset, offset + len(part), "digits", "", part)
        offset += len(part) + 1


def _digits(text: str, stream: Sequence[Token], at: int, language: Language) -> Reading:
    values, end = _continued(text, stream, at, digit_values(stream[at].text, language)), at + 1
    follower = stream[end] if end < len(stream) else None
    if follower and follower.start == stream[at].end and follower.lower in ("st", "nd", "rd", "th"):
        return Reading(values, end + 1, "ordinal")
    if follower and follower.text in words.SIGNS:
        values = tuple(value + words.SIGNS[follower.text] for value in values)
        end += 1
    scales = words.ENGLISH_SCALES if language == "en" else words.INDONESIAN_SCALES
    while (end < len(stream) and stream[end].lower in scales and adjoins(text, stream, end)
           and not _is_metre(stream, end)):
        values = tuple(value * scales[stream[end].lower] for value in values)
        end += 1
    return Reading(values, end, "digits")


def _continued(text: str, stream: Sequence[Token], at: int, values: tuple[float, ...]
               ) -> tuple[float, ...]:
    """With the other reading of the end of a span of years (2019–20) or of .08."""
    token = stream[at]
    if token.start and text[token.start - 1] == "." and not text[:token.start - 1][-1:].isalnum():
        return (*values, *digit_values("0." + token.text, "en"))
    if at and len(token.text) == 2 and text[stream[at - 1].end:token.start] in ("-", "–"):
        year = stream[at - 1].text
        if len(year) == 4 and year.isdigit() and token.text > year[2:]:
            return (*values, float(year[:2] + token.text))
    return values


def _is_metre(stream: Sequence[Token], at: int) -> bool:
    """Whether a lone m is a metre: $5m is millions, 5 m and the 200m sprint are not."""
    return stream[at].lower == "m" and (
        stream[at].start > stream[at - 1].end
        or not (at >= 2 and stream[at - 2].lower in CURRENCIES))


def _belongs_to_next(text: str, stream: Sequence[Token], at: int) -> bool:
    """Whether a currency sign stands before a number of its own: 5 and $6."""
    return at + 1 < len(stream) and adjoins(text, stream, at + 1) and (
        stream[at + 1].text[0].isdigit() or stream[at + 1].text in words.SIGNS)


def _with_unit(text: str, stream: Sequence[Token], at: int, reading: Reading) -> Number:
    """With the unit around it taken up: $5, Rp5 ribu, 5 dolar AS, 5 percent, 5-mile."""
    values, end, kind = reading
    start, stop, unit = stream[at].start, stream[end - 1].end, ""
    before = stream[at - 1].lower if at and adjoins(text, stream, at) else ""
    if before in ("$", "£", "€", "¥", "rp", "idr", "usd"):
        unit, start = CURRENCIES[before], stream[at - 1].start
    elif end < len(stream) and adjoins(text, stream, end):
        follower = stream[end].lower
        if follower in ("°", "degrees", "degree", "derajat") and end + 1 < len(stream):
            follower = "°" + stream[end + 1].lower[0]
        if follower in PERCENT:
            unit, stop = "%", stream[end].end
        elif follower in UNITS and kind != "ordinal":
            unit = follower
        elif follower in CURRENCIES and not (
                follower in "$£€¥" and _belongs_to_next(text, stream, end)):
            unit, stop = CURRENCIES[follower], stream[end].end
    return Number(values, start, stop, kind, unit, text[start:stop])
