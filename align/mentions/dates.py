"""Text -> the dates it states: weekdays, months, days of months, years, relative dates, clocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from align.text import Language, calendar
from align.text.tokens import Token, tokens

Part = Literal["weekday", "month", "day", "year", "relative", "clock"]


class DatePart(NamedTuple):
    """One part of a date at `text[start:end]`.

    `value`: weekday 0 (Monday) to 6, month 1 to 12, (month, day), a year, (unit, direction) of a
    relative date, or (hour 0 to 23, minute, whether the half of the day is stated) of a clock.
    """

    part: Part
    value: int | tuple[int, int] | tuple[str, int] | tuple[int, int, bool]
    start: int
    end: int


# Short forms that are also other words count only beside a number.
_SHORT_WORDS = ("mon wed sun sat fri mar may mei jan jun jul dec des sep nov apr feb oct okt aug "
                "agu ags agt nop thu tue peb mrt")
_SHORT = frozenset(_SHORT_WORDS.split())
_MONTH_CUES = ("in since last next until by this of from through and to during late early mid "
               "bulan pada sejak awal akhir pertengahan hingga")
_NAMES = ("march", "april", "august")  # also a verb, a woman, an adjective
_BEFORE_MONTH = frozenset(_MONTH_CUES.split())
_RELATIVE = {
    language: re.compile(r"\b(" + "|".join(
        phrase.replace(" ", r"\s+") for phrase in sorted(table, key=len, reverse=True)
    ) + r")\b", re.IGNORECASE)
    for language, table in calendar.RELATIVE.items()
}
_CLOCK_EN = re.compile(
    r"\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])(?:\.\s?m\b\.?|m\b)|\b([01]?\d|2[0-3]):([0-5]\d)\b",
    re.IGNORECASE)
_CLOCK_ID = re.compile(
    r"\b(?:pukul|jam)\s+(\d{1,2})(?:[:.](\d\d))?(?:\s+(?:dan\s+)?(?:lewat|lebih)\s+\d+\s+menit)?"
    r"(?:\s+(pagi|siang|sore|petang|malam|dini hari))?"
    r"|\b(\d{1,2})[:.](\d\d)\s+(?:(pagi|siang|sore|petang|malam|dini hari)\b|(?=WI[BT]\b|WITA\b))"
    r"|\b([01]?\d|2[0-3]):([0-5]\d)\b", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2,4}))?")
_YEAR_CUES = ("in since by until of during from before after tahun sejak pada hingga sampai mid "
              "early late year between and dan antara to dari akhir awal the pertengahan")
_YEAR_CUE = frozenset(_YEAR_CUES.split())
_EVENING = {"sore": 1, "petang": 1, "malam": 1, "siang": 1, "pagi": 0, "dini hari": 0}


@lru_cache(maxsize=4096)
def read_dates(text: str, language: Language) -> tuple[DatePart, ...]:
    """All parts of dates in a text of that language, ordered by place."""
    parts = [*_clocks(text, language), *_relatives(text, language)]
    parts.extend(_calendar_parts(text, tokens(text), language))
    return tuple(sorted(parts, key=lambda part: (part.start, part.end)))


def _calendar_parts(text: str, stream: Sequence[Token], language: Language) -> Iterator[DatePart]:
    weekdays = calendar.WEEKDAYS[language]
    months = calendar.MONTHS[language]
    for at, token in enumerate(stream):
        word = token.lower.removesuffix("'s")
        first = token.text[0]
        if first.isdigit():
            yield from _digits(text, stream, at, language)
        elif word in weekdays and first.isupper():
            if word not in _SHORT or _beside_number(stream, at):
                yield DatePart("weekday", weekdays[word], token.start, token.end)
        elif word == "minggu" and at and stream[at - 1].lower == "hari":
            yield DatePart("weekday", 6, token.start, token.end)
        elif word in weekdays and language == "id" and word != "minggu":
            yield DatePart("weekday", weekdays[word], token.start, token.end)
        elif word in months and first.isupper() and (
                (word not in _NAMES and word not in _SHORT)
                or _beside_number(stream, at)
                or (at and stream[at - 1].lower in _BEFORE_MONTH and len(word) > 2)):
            yield DatePart("month", months[word], token.start, token.end)
            yield from _day_beside(stream, at, months[word])


def _beside_number(stream: Sequence[Token], at: int) -> bool:
    around = (stream[at - 1] if at else None), (stream[at + 1] if at + 1 < len(stream) else None)
    return any(token is not None and token.text[0].isdigit() for token in around)


def _day_beside(stream: Sequence[Token], at: int, month: int) -> Iterator[DatePart]:
    for beside in (at + 1, at - 1):
        if 0 <= beside < len(stream) and re.fullmatch(r"[0-3]?\d", stream[beside].text):
            day = int(stream[beside].text)
            if 1 <= day <= 31:
                yield DatePart("day", (month, day), stream[beside].start, stream[beside].end)
                return
    if (at >= 2 and stream[at - 1].lower in ("st", "nd", "rd", "th")
            and stream[at - 2].text.isdigit()):
        yield DatePart("day", (month, int(stream[at - 2].text)), stream[at - 2].start,
                       stream[at - 1].end)


def _digits(text: str, stream: Sequence[Token], at: int, language: Language) -> Iterator[DatePart]:
    token = stream[at]
    numeric = _NUMERIC.fullmatch(token.text)
    if numeric and (numeric[3] or text[token.start - 1:token.start] == "("):
        day, month = int(numeric[1]), int(numeric[2])
        if language == "en" and day <= 12:
            day, month = month, day
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield DatePart("month", month, token.start, token.end)
            yield DatePart("day", (month, day), token.start, token.end)
            if numeric[3]:
                yield DatePart("year", int(numeric[3]), token.start, token.end)
    if re.fullmatch(r"1[5-9]\d\d|20\d\d", token.text) and _is_year(text, stream, at):
        yield DatePart("year", int(token.text), token.start, token.end)


def _is_year(text: str, stream: Sequence[Token], at: int) -> bool:
    if at and stream[at - 1].text in "$£€¥" and stream[at - 1].end == stream[at].start:
        return False
    before = stream[at - 1].lower if at else ""
    months = before in calendar.EVERY_MONTH
    bracket = text[max(0, stream[at].start - 1):stream[at].start] in ("(", "/")
    day = at >= 2 and stream[at - 2].lower in calendar.EVERY_MONTH
    return before in _YEAR_CUE or months or bracket or day


def _relatives(text: str, language: Language) -> Iterator[DatePart]:
    table = calendar.RELATIVE[language]
    for match in _RELATIVE[language].finditer(text):
        phrase = " ".join(match.group().lower().split())
        if phrase.startswith("minggu") and match.group()[0].isupper() and match.start():
            continue  # Minggu lalu is Sunday, minggu lalu last week
        yield DatePart("relative", table[phrase], *match.span())


def _clocks(text: str, language: Language) -> Iterator[DatePart]:
    if language == "en":
        for match in _CLOCK_EN.finditer(text):
            hour, minute = int(match[1] or match[4]), int(match[2] or match[5] or 0)
            if hour < 24 and minute < 60:
                if match[3]:
                    hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
                yield DatePart("clock", (hour, minute, bool(match[3])), *match.span())
        return
    for match in _CLOCK_ID.finditer(text):
        hour = int(match[1] or match[4] or match[7])
        minute = int(match[2] or match[5] or match[8] or 0)
        half = (match[3] or match[6] or "").lower()
        if hour < 24 and minute < 60:
            if half and hour < 12 and _EVENING[half] and not (half == "siang" and hour == 11):
                hour += 12
            if half == "dini hari" or (half == "malam" and hour in (12, 24)):
                hour %= 12
            yield DatePart("clock", (hour, minute, bool(half) or hour > 12), *match.span())
