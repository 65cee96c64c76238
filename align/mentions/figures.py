"""Figures -> their value: separators of thousands and decimals, magnitudes behind them, fractions.

The languages write figures by opposite rules and newsrooms mix them, so a figure has several
readings where it can be read in several ways. What is no number (a version, an address, a decree:
1.2.4, 192.168.1.10) has none, and is known by how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from align.mentions import numerals as words
from align.mentions.english_numbers import and_a_half
from align.mentions.number_words import Reading, adjoins
from align.mentions.units import CURRENCIES
from align.text import Language
from align.text.tokens import Token

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MIXED = re.compile(r"(\d{1,3}(?:([.,])\d{3})+)([.,])(\d+)")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_FRACTION = re.compile(r"(\d{1,2})/(\d{1,3})")
_GAPS = frozenset(" \u00a0\u2009\u202f'’")  # between groups of thousands: 10 000, 10'000
_ORDINALS = ("st", "nd", "rd", "th")

# Letters glued to a figure: what they multiply by. Without a currency they may mean another thing
# (10K is a race, 44B a bus, 200m a distance), so that the bare figure stays a reading.
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_RUPIAH = {"k": 1e3, "m": 1e9, "b": 1e9, "t": 1e12}  # M is miliar


def digit_values(written: str, language: Language) -> tuple[float, ...]:
    """All readings of a run of digits and separators, the language's own first; () if none."""
    if _GROUPED.fullmatch(written):
        grouped = float(re.sub("[.,]", "", written))
        if written.startswith("0"):
            return (_decimal(written),) if len(written) < 6 else (grouped,)
        if len(written) > 7:
            return (grouped,)
        if language == "en" and "," in written:  # no English press has a decimal comma
            return (grouped,)
        own = ("," in written) == (language == "en")
        return (grouped, _decimal(written)) if own else (_decimal(written), grouped)
    mixed = _MIXED.fullmatch(written)
    if mixed and mixed[2] != mixed[3]:
        return (float(re.sub("[.,]", "", mixed[1]) + "." + mixed[4]),)
    return (_decimal(written),) if _PLAIN.fullmatch(written) else ()


def _decimal(written: str) -> float:
    return float(written.replace(",", "."))


def read_figure(text: str, stream: Sequence[Token], at: int, language: Language) -> Reading:
    """The figure that begins at a token, with all that multiplies it."""
    written, end = _grouped(text, stream, at)
    values = _continued(text, stream, at, digit_values(written, language))
    if not values:
        return Reading((), end, "digits")
    follower = stream[end] if end < len(stream) else None
    if follower and follower.start == stream[end - 1].end and follower.lower in _ORDINALS:
        return Reading(values, end + 1, "ordinal")
    part, end = _part(text, stream, end)
    half, end = and_a_half(stream, end) if language == "en" else (0.0, end)
    values = tuple(value + part + half for value in values)
    return _scaled(text, stream, at, end, values, language)


def _grouped(text: str, stream: Sequence[Token], at: int) -> tuple[str, int]:
    """A figure whose thousands are set apart by spaces or apostrophes, and where it ends."""
    written, end = stream[at].text, at + 1
    if not re.fullmatch(r"[1-9]\d{0,2}", written):
        return written, end
    while end < len(stream) and text[stream[end - 1].end:stream[end].start] in _GAPS and (
            re.fullmatch(r"\d{3}(?:[.,]\d+)?", stream[end].text)):
        written += stream[end].text
        end += 1
        if not stream[end - 1].text.isdigit():
            break
    return written, end


def _part(text: str, stream: Sequence[Token], end: int) -> tuple[float, int]:
    """A fraction behind a whole number: 3½, 3 1/3."""
    if end < len(stream):
        follower = stream[end]
        if follower.text in words.SIGNS and adjoins(text, stream, end):
            return words.SIGNS[follower.text], end + 1
        part = _FRACTION.fullmatch(follower.text)
        if part and text[stream[end - 1].end:follower.start] in (" ", "-", "\u00a0") and (
                0 < int(part[1]) < int(part[2]) <= 16):
            return int(part[1]) / int(part[2]), end + 1
    return 0.0, end


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


def _scaled(text: str, stream: Sequence[Token], at: int, end: int, values: tuple[float, ...],
            language: Language) -> Reading:
    letter = _letter(text, stream, at, end)
    if letter is not None:
        return letter(values)
    scales = words.ENGLISH_SCALES if language == "en" else words.INDONESIAN_SCALES
    scale = 1.0
    while end < len(stream) and adjoins(text, stream, end):
        here = stream[end].lower
        times = scales.get(here) or (scales.get(here[:-1], 0) if here in words.PLURALS else 0)
        if not times or here in _LETTERS:
            break
        scale *= times
        end += 1
    return Reading(tuple(value * scale for value in values), end, "digits", scale)


def _letter(text: str, stream: Sequence[Token], at: int, end: int
            ) -> Callable[[tuple[float, ...]], Reading] | None:
    """How a letter behind a figure multiplies it, None if none does."""
    if end >= len(stream) or stream[end].lower not in _LETTERS or stream[at].text[0] == "0":
        return None
    token = stream[end]
    money = stream[at - 1].lower if at and adjoins(text, stream, at) else ""
    glued = token.start == stream[end - 1].end
    if money not in CURRENCIES:
        return _perhaps(token, end) if glued else None
    if not (glued or (token.text.isupper() and adjoins(text, stream, end))):
        return None
    times = (_RUPIAH if CURRENCIES[money] == "idr" else _LETTERS)[token.lower]
    return lambda values: Reading(tuple(v * times for v in values), end + 1, "digits", times)


def _perhaps(token: Token, end: int) -> Callable[[tuple[float, ...]], Reading]:
    """A letter that may multiply: 3M views, but 200m sprint; a metre stays to be read as one."""
    times = _LETTERS[token.lower]
    if token.text in ("m", "b", "t"):
        return lambda values: Reading(
            (*values, *(value * times for value in values)), end, "digits")
    return lambda values: Reading(
        (*(value * times for value in values), *values), end + 1, "digits", times)
