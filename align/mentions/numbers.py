"""Text -> the numbers it states, with what they count and where they stand.

A number has one value, or several where the text can be read in more than one way: `1.500` is
1,500 in Indonesian but 1.5 in English, and newsrooms mix the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from align.mentions import numerals as words
from align.mentions.units import CURRENCIES, PERCENT, UNITS
from align.mentions.words import Token, tokens

Language = Literal["en", "id"]
Kind = Literal["digits", "word", "ordinal", "fraction", "vague", "small"]


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


def digit_values(written: str, language: Language) -> tuple[float, ...]:
    """All readings of a run of digits and separators, the language's own first; () if none."""
    if _GROUPED.fullmatch(written):
        grouped = float(re.sub("[.,]", "", written))
        if len(written) > 7 or written.startswith("0"):
            return (grouped,) if not written.startswith("0") else (_decimal(written),)
        own = ("," in written) == (language == "en")
        both = (grouped, _decimal(written))
        return both if own else both[::-1]
    mixed = _MIXED.fullmatch(written)
    if mixed and mixed[2] != mixed[3]:
        return (float(re.sub("[.,]", "", mixed[1]) + "." + mixed[4]),)
    return (_decimal(written),) if _PLAIN.fullmatch(written) else ()


def _decimal(written: str) -> float:
    return float(written.replace(",", "."))


@lru_cache(maxsize=8192)
def read_numbers(text: str, language: Language) -> tuple[Number, ...]:
    """All numbers of a text in that language, in order; they do not overlap."""
    found: list[Number] = []
    stream = tokens(text)
    read = _english if language == "en" else _indonesian
    at = 0
    while at < len(stream):
        token = stream[at]
        if token.text[0].isdigit():
            at = _digits(text, stream, at, language, found)
        elif token.lower in words.SIGNS:
            found.append(_number((words.SIGNS[token.lower],), text, stream, at, at + 1, "fraction"))
            at += 1
        else:
            at = read(text, stream, at, found) if token.lower in _STARTS[language] else at + 1
    return tuple(found)


def _digits(text: str, stream: Sequence[Token], at: int, language: Language,
            found: list[Number]) -> int:
    token = stream[at]
    if any(sign in token.text for sign in "/:"):
        parts = re.split("[/:]", token.text)
        offset = token.start
        for part in parts:
            values = digit_values(part, language)
            found.append(Number(values, offset, offset + len(part), "digits", "", part))
            offset += len(part) + 1
        if len(parts) == 2 and "/" in token.text and float(parts[1].replace(",", "")[:1] or 0):
            top, bottom = (digit_values(part, language) for part in parts)
            if top and bottom and bottom[0]:
                found[-2:] = [Number((top[0] / bottom[0],), token.start, token.end, "fraction",
                                     "", token.text)]
        return at + 1
    values = digit_values(token.text, language)
    end, kind = at + 1, "digits"
    scales = words.ENGLISH_SCALES if language == "en" else words.INDONESIAN_SCALES
    follower = stream[end] if end < len(stream) else None
    if follower and follower.start == token.end and follower.lower in ("st", "nd", "rd", "th"):
        kind, end = "ordinal", end + 1
        follower = None
    if follower and follower.lower in words.SIGNS:
        values = tuple(value + words.SIGNS[follower.lower] for value in values)
        end += 1
    while (end < len(stream) and stream[end].lower in scales
           and _adjoins(text, stream, end) and not _is_metre(stream, end)):
        values = tuple(value * scales[stream[end].lower] for value in values)
        end += 1
    found.append(_number(values, text, stream, at, end, kind))  # type: ignore[arg-type]
    return end


def _is_metre(stream: Sequence[Token], at: int) -> bool:
    """Whether a lone m is a metre: $5m and 5m are millions in news, 5 m and 200m sprint are not."""
    return stream[at].lower == "m" and (
        stream[at].start > stream[at - 1].end
        or not (at >= 2 and stream[at - 2].lower in CURRENCIES))


def _adjoins(text: str, stream: Sequence[Token], at: int) -> bool:
    return text[stream[at - 1].end:stream[at].start].strip(" -\u00a0\u202f") == ""


def _english(text: str, stream: Sequence[Token], at: int, found: list[Number]) -> int:
    word = stream[at].lower
    for table, kind in ((words.ENGLISH_TIMES, "word"), (words.ENGLISH_TWO, "small")):
        if word in table:
            found.append(_number((table[word],), text, stream, at, at + 1, kind))  # type: ignore[arg-type]
            return at + 1
    if word in words.ENGLISH_VAGUE:
        return _vague(text, stream, at, found, words.ENGLISH_VAGUE, ("of",))
    if word in words.ROMAN:
        found.append(_number((words.ROMAN[word],), text, stream, at, at + 1, "small"))
        return at + 1
    total, part, end, kind = 0.0, 0.0, at, "word"
    while end < len(stream):
        here = stream[end].lower
        if end > at and not _adjoins(text, stream, end):
            break
        if here in words.ENGLISH_UNITS and (end == at or part % 10 == 0 and part):
            part += words.ENGLISH_UNITS[here]
        elif here in words.ENGLISH_UNITS and end > at and stream[end - 1].lower == "and":
            part += words.ENGLISH_UNITS[here]
        elif here in words.ENGLISH_TENS and part % 100 == 0:
            part += words.ENGLISH_TENS[here]
        elif here == "hundred":
            part = (part or 1) * 100
        elif here in words.ENGLISH_SCALES and len(here) > 3 and (end > at or here != "mil"):
            total, part = total + (part or 1) * words.ENGLISH_SCALES[here], 0.0
        elif here in words.ENGLISH_ORDINALS and (end == at or part >= 20 and part % 10 == 0):
            part += words.ENGLISH_ORDINALS[here]
            end, kind = end + 1, "ordinal"
            break
        elif (here == "and" and (total or part >= 100) and end + 1 < len(stream)
              and (stream[end + 1].lower in words.ENGLISH_UNITS
                   or stream[end + 1].lower in words.ENGLISH_TENS)):
            pass
        else:
            break
        end += 1
    if end == at:
        return _english_fraction(text, stream, at, 1.0, at, found) or at + 1
    if kind == "ordinal" and end == at + 1 and part > 2:  # a third: 3rd or 1/3
        found.append(_number((part, 1 / part), text, stream, at, end, kind))
        return end
    if kind == "word":
        past = _english_fraction(text, stream, end, total + part, at, found)
        if past:
            return past
    found.append(_number((total + part,), text, stream, at, end, kind))  # type: ignore[arg-type]
    return end


def _english_fraction(text: str, stream: Sequence[Token], at: int, count: float, start: int,
                      found: list[Number]) -> int:
    """two-thirds, half, one and a half (at: after the count); 0 if there is none."""
    if at >= len(stream):
        return 0
    here = stream[at].lower
    if here == "and" and [t.lower for t in stream[at + 1:at + 3]] == ["a", "half"]:
        found.append(_number((count + 0.5,), text, stream, start, at + 3, "fraction"))
        return at + 3
    if here in words.ENGLISH_FRACTIONS and (at == start or _adjoins(text, stream, at)):
        end = at + 1
        value = count / words.ENGLISH_FRACTIONS[here]
        tail = [t.lower for t in stream[end:end + 2]]
        if here == "half" and tail[:1] == ["a"] and tail[1:] and tail[1] in words.ENGLISH_SCALES:
            value, end = 0.5 * words.ENGLISH_SCALES[tail[1]], end + 2
        kind: Kind = "small" if at == start and value <= 0.5 else "fraction"
        found.append(_number((value,), text, stream, start, end, kind))
        return end
    return 0


def _vague(text: str, stream: Sequence[Token], at: int, found: list[Number],
           table: dict[str, float], between: tuple[str, ...]) -> int:
    """tens of thousands, puluhan ribu: magnitudes multiply."""
    value, end = table[stream[at].lower], at + 1
    scales = words.INDONESIAN_SCALES if not between else {}
    while end < len(stream):
        here = stream[end].lower
        if here in scales:
            value *= scales[here]
        elif here in table and stream[end - 1].lower in between:
            value *= table[here]
        elif not (here in between and end + 1 < len(stream) and stream[end + 1].lower in table):
            break
        end += 1
    found.append(_number((value,), text, stream, at, end, "vague"))
    return end


def _indonesian(text: str, stream: Sequence[Token], at: int, found: list[Number]) -> int:
    word = stream[at].lower
    if word in words.INDONESIAN_VAGUE:
        return _vague(text, stream, at, found, words.INDONESIAN_VAGUE, ())
    if word in words.ROMAN:
        found.append(_number((words.ROMAN[word],), text, stream, at, at + 1, "small"))
        return at + 1
    if word in words.INDONESIAN_SMALL:
        value, end = words.INDONESIAN_SMALL[word], at + 1
        if value == 0.5 and end < len(stream) and stream[end].lower in words.INDONESIAN_SCALES:
            value, end = value * words.INDONESIAN_SCALES[stream[end].lower], end + 1
        found.append(_number((value,), text, stream, at, end, "small"))
        return end
    ordinal = word not in _CARDINAL_ID and word[:2] == "ke"
    if ordinal:
        first = word[2:] if word != "pertama" else "satu"
        for ending in ("nya", ""):
            if ending and first.endswith(ending):
                first = first[: -len(ending)]
        return _indonesian_cardinal(text, stream, at, first, "ordinal", found)
    if word == "pertama":
        found.append(_number((1.0,), text, stream, at, at + 1, "ordinal"))
        return at + 1
    return _indonesian_cardinal(text, stream, at, word, "word", found)


def _indonesian_cardinal(text: str, stream: Sequence[Token], at: int, first: str, kind: Kind,
                         found: list[Number]) -> int:
    total, part, digit, end, here = 0.0, 0.0, 0.0, at, first
    while True:
        if here in words.INDONESIAN_UNITS and not digit:
            digit = words.INDONESIAN_UNITS[here]
            if digit >= 10:
                part, digit = part + digit, 0.0
        elif here in words.INDONESIAN_ONE:
            value = words.INDONESIAN_ONE[here]
            if value >= 1e3:
                total += value
            else:
                part += value
        elif here == "belas":
            part, digit = part + digit + 10, 0.0
        elif here == "puluh":
            part, digit = part + 10 * digit, 0.0
        elif here == "ratus":
            part, digit = part + 100 * digit, 0.0
        elif here in words.INDONESIAN_SCALES and (part or digit):
            total, part, digit = (
                total + (part + digit) * words.INDONESIAN_SCALES[here], 0.0, 0.0)
        elif here in words.INDONESIAN_FRACTIONS and digit:
            total, digit, kind = total + digit / words.INDONESIAN_FRACTIONS[here], 0.0, "fraction"
        elif here == "setengah" and end > at:
            total, kind = total + 0.5, "fraction"
            if end + 1 < len(stream) and stream[end + 1].lower in words.INDONESIAN_SCALES:
                total, part, digit = part + digit + 0.5, 0.0, 0.0
                total *= words.INDONESIAN_SCALES[stream[end + 1].lower]
                end += 1
        elif here == "per" and digit and end + 1 < len(stream) and (
                below := words.INDONESIAN_UNITS.get(stream[end + 1].lower)):
            total, digit, kind = total + digit / below, 0.0, "fraction"
            end += 1
        else:
            break
        end += 1
        if end >= len(stream) or not _adjoins(text, stream, end):
            break
        here = stream[end].lower
    if end == at:
        return at + 1
    found.append(_number((total + part + digit,), text, stream, at, end, kind))
    return end


_CARDINAL_ID = frozenset((*words.INDONESIAN_UNITS, *words.INDONESIAN_ONE))
_ORDINAL_ID = frozenset(
    "ke" + word + ending
    for word in (*words.INDONESIAN_UNITS, *words.INDONESIAN_ONE) for ending in ("", "nya")
    if word not in ("satu", "nol"))
_STARTS = {
    "en": frozenset((
        *words.ENGLISH_UNITS, *words.ENGLISH_TENS, *words.ENGLISH_ORDINALS,
        *words.ENGLISH_FRACTIONS, *words.ENGLISH_VAGUE, *words.ENGLISH_TIMES, *words.ENGLISH_TWO,
        "hundred", "thousand", "million", "billion", "trillion", "dozen", *words.ROMAN)),
    "id": frozenset((
        *_CARDINAL_ID, *_ORDINAL_ID, *words.INDONESIAN_VAGUE, *words.INDONESIAN_SMALL, "pertama",
        *words.ROMAN)),
}


def _number(values: tuple[float, ...], text: str, stream: Sequence[Token], first: int, end: int,
            kind: Kind) -> Number:
    """With the unit around it taken up: $5, Rp5 ribu, 5 dolar AS, 5 percent, 5-mile."""
    start, stop, unit = stream[first].start, stream[end - 1].end, ""
    if first and stream[first - 1].lower in CURRENCIES and _adjoins(text, stream, first) and (
            stream[first - 1].text in "$£€¥" or stream[first - 1].lower in ("rp", "idr", "usd")):
        unit = CURRENCIES[stream[first - 1].lower]
        start = stream[first - 1].start
    elif end < len(stream) and _adjoins(text, stream, end):
        follower = stream[end].lower
        follower = "°" + stream[end + 1].lower if (
            follower == "°" and end + 1 < len(stream)) else follower
        if follower in PERCENT:
            unit, stop = "%", stream[end].end
        elif follower in UNITS and not (kind == "ordinal"):
            unit = follower
        elif follower in CURRENCIES:
            unit, stop = CURRENCIES[follower], stream[end].end
    return Number(values, start, stop, kind, unit, text[start:stop])
