"""Text -> the numbers it states, with what they count and where they stand.

A number has one value, or several where the text can be read in more than one way: `1.500` is
1,500 in Indonesian but 1.5 in English, and newsrooms mix the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from align.mentions import english_numbers, indonesian_numbers
from align.mentions import numerals as words
from align.mentions.figures import digit_values, read_figure
from align.mentions.number import Kind, Number
from align.mentions.number_words import Reading, adjoins
from align.mentions.ranges import joined
from align.mentions.shares import shares
from align.mentions.signs import signed, trend
from align.mentions.units import CURRENCIES, PERCENT, UNITS
from align.text import Language
from align.text.tokens import Token, tokens

__all__ = ["Kind", "Number", "digit_values", "read_numbers"]

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_CENTURY = re.compile(r"1\d00['’]?s\b")
_SIGNS = ("$", "£", "€", "¥", "rp", "idr", "usd")  # currencies that stand before their number
_TIMED = ("menit", "jam")  # menit ke-60


@lru_cache(maxsize=4096)
def read_numbers(text: str, language: Language) -> tuple[Number, ...]:
    """All numbers of a text in that language, in order; they do not overlap."""
    found: list[Number] = []
    for number in _numbers(text, tokens(text), language):
        if not found or number.start >= found[-1].end:  # not the zero of "below zero"
            found.append(number)
    return tuple(shares(text, [*joined(text, found, language)], language))


def _numbers(text: str, stream: Sequence[Token], language: Language) -> Iterator[Number]:
    read, starts = (
        (english_numbers.read_english, english_numbers.STARTS) if language == "en" else
        (indonesian_numbers.read_indonesian, indonesian_numbers.STARTS))
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
                reading = _with_century(text, read_figure(text, stream, at, language), token)
        elif token.text in words.SIGNS:
            reading = Reading((words.SIGNS[token.text],), at + 1, "fraction")
        elif token.lower in starts:
            reading = read(text, stream, at)
        elif token.lower == "hour" and at + 1 < len(stream) and stream[at + 1].lower == "mark":
            yield Number((1.0,), token.start, token.end, "small", "hour", token.text)
        if reading is not None:
            yield signed(text, _with_unit(text, stream, at, reading),
                         trend(text, stream, at, language))
        at = reading.end if reading else at + 1


def _with_century(text: str, reading: Reading | None, token: Token) -> Reading | None:
    """The 1400s are the 15th century, too."""
    if reading is None or not _CENTURY.match(text, token.start):
        return reading
    return reading._replace(values=(*reading.values, float(token.text[:2]) + 1))


def _is_degree(stream: Sequence[Token], at: int) -> bool:
    """Whether the figure is part of S1, S2 or S3, which are academic degrees in Indonesian."""
    return (at > 0 and stream[at - 1].text == "S" and stream[at - 1].end == stream[at].start
            and stream[at].text in ("1", "2", "3"))


def _compound(token: Token, language: Language) -> Iterator[Number]:
    """2/3 is a fraction; 14/1/2021, 17:30, 7/1992 and 2019/20 are numbers side by side."""
    parts = re.split("[/:]", token.text)
    values = [digit_values(part, language) for part in parts]
    years = [_YEAR.fullmatch(part) is not None for part in parts]
    if len(parts) == 2 and "/" in token.text and all(values) and values[1][0] and not any(years):
        yield Number((values[0][0] / values[1][0],), token.start, token.end, "fraction", "",
                     token.text)
        return
    offset = token.start
    for at, (part, readings) in enumerate(zip(parts, values, strict=True)):
        if at and years[at - 1] and re.fullmatch(r"\d\d", part):  # a season
            readings = (float(parts[at - 1][:2] + part), *readings)
        yield Number(readings, offset, offset + len(part), "digits", "", part)
        offset += len(part) + 1


def _belongs_to_next(text: str, stream: Sequence[Token], at: int) -> bool:
    """Whether a currency sign stands before a number of its own: 5 and $6."""
    return at + 1 < len(stream) and adjoins(text, stream, at + 1) and (
        stream[at + 1].text[0].isdigit() or stream[at + 1].text in words.SIGNS)


def _with_unit(text: str, stream: Sequence[Token], at: int, reading: Reading) -> Number:
    """With the unit around it taken up: $5, Rp5 ribu, 5 dolar AS, 5 percent, 5-mile."""
    values, end, kind, scale = reading
    start, stop, unit = stream[at].start, stream[end - 1].end, ""
    before = stream[at - 1].lower if at and adjoins(text, stream, at) else ""
    if before in _SIGNS:
        unit, start = CURRENCIES[before], stream[at - 1].start
    elif before == "ke" and at > 1 and stream[at - 2].lower in _TIMED:
        unit = stream[at - 2].lower
    elif end < len(stream) and adjoins(text, stream, end):
        unit, stop = _unit_behind(text, stream, end, reading)
    return Number(values, start, stop, kind, unit, text[start:stop], scale=scale)


def _unit_behind(text: str, stream: Sequence[Token], end: int, reading: Reading
                 ) -> tuple[str, int]:
    """The unit that the words from `end` on state, and where the number with it ends."""
    stop = stream[end - 1].end
    if reading.kind in ("fraction", "small"):  # three quarters of a percentage point, half an inch
        after = end + (stream[end].lower == "of")
        if after + 1 < len(stream) and stream[after].lower in ("a", "an"):
            end = after + 1
    follower = stream[end].lower
    second = stream[end + 1].lower if end + 1 < len(stream) else ""
    if follower in ("°", "degrees", "degree", "derajat") and second:
        follower = "°" + second[0]
    if follower in ("bp", "bps") or (follower in ("basis", "basispoin")
                                     and (second.startswith(("point", "poin")) or not second)):
        return "bp", stop
    if follower in PERCENT:
        return "%", stream[end].end
    if follower in ("point", "points", "poin") and (
            second in PERCENT or (reading.values and reading.values[0] < 1)):
        return "%", stop
    if follower in UNITS and reading.kind != "ordinal":
        return follower, stop
    if follower in CURRENCIES and not (
            follower in "$£€¥" and _belongs_to_next(text, stream, end)):
        return CURRENCIES[follower], stream[end].end
    return "", stop
