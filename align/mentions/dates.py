"""Text -> the dates it states: weekdays, months, days of months, years, relative dates, clocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from align.mentions.clocks import Clock, read_clocks, same_moment
from align.text import Language, calendar
from align.text.tokens import Token, tokens

Part = Literal["weekday", "month", "day", "year", "relative", "clock"]


class DatePart(NamedTuple):
    """One part of a date at `text[start:end]`.

    `value`: weekday 0 (Monday) to 6, month 1 to 12, (month, day), a year, (unit, direction) of a
    relative date, or a Clock. `also` is what else it may be: 6/7 is the 6th of July or June 7.
    """

    part: Part
    value: int | tuple[int, int] | tuple[str, int] | Clock
    start: int
    end: int
    also: int | tuple[int, int] | None = None


def agree(one: DatePart, other: DatePart) -> bool:
    """Whether a part of the source and one of the target may be the same."""
    if isinstance(one.value, Clock) and isinstance(other.value, Clock):
        return same_moment(one.value, other.value)
    return one.part == other.part and not {one.value, one.also}.isdisjoint(
        {other.value, other.also} - {None})


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
_AFTER_MONTH = frozenset({"lalu", "mendatang", "depan", "silam", "kemarin", "ini", "nanti"})
_LISTING = frozenset({"and", "or", "to", "dan", "atau", "hingga", "sampai"})
_YEARS = re.compile(r"\b((?:1[5-9]|20)\d\d)[-–/]((?:1[5-9]|20)\d\d|\d\d)\b(?![-/.,]\d)")
_SCORE = re.compile(r"\d[-–]\d\s*\($")  # 7-6 (7/5)
_NUMERIC = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2,4}))?")
_YEAR_CUES = ("in since by until of during from before after tahun sejak pada hingga sampai mid "
              "early late year between and dan antara to dari akhir awal the pertengahan")
_YEAR_CUE = frozenset(_YEAR_CUES.split())


@lru_cache(maxsize=4096)
def read_dates(text: str, language: Language) -> tuple[DatePart, ...]:
    """All parts of dates in a text of that language, ordered by place."""
    parts = [DatePart("clock", clock, clock.start, clock.end)
             for clock in read_clocks(text, language)]
    parts.extend(_relatives(text, language))
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
        elif language == "id" and word in weekdays and _is_eve(text, stream, at):
            yield DatePart("weekday", (weekdays[word] - 1) % 7, stream[at - 1].start, token.end)
        elif word in weekdays and first.isupper():
            if word not in _SHORT or _beside_number(stream, at):
                yield DatePart("weekday", weekdays[word], token.start, token.end)
        elif word == "minggu" and at and stream[at - 1].lower == "hari":
            yield DatePart("weekday", 6, token.start, token.end)
        elif word in weekdays and language == "id" and word != "minggu":
            yield DatePart("weekday", weekdays[word], token.start, token.end)
        elif word in months and _is_month(stream, at, word, language):
            yield DatePart("month", months[word], token.start, token.end)
            yield from _day_beside(stream, at, months[word])


def _beside_number(stream: Sequence[Token], at: int) -> bool:
    around = (stream[at - 1] if at else None), (stream[at + 1] if at + 1 < len(stream) else None)
    return any(token is not None and token.text[0].isdigit() for token in around)


def _is_eve(text: str, stream: Sequence[Token], at: int) -> bool:
    """Whether "malam" stands before a weekday: malam Minggu is the night of Saturday."""
    return (at > 0 and stream[at - 1].lower == "malam"
            and not (at > 1 and stream[at - 2].lower == "tengah")
            and text[stream[at - 1].end:stream[at].start].isspace())


def _is_month(stream: Sequence[Token], at: int, word: str, language: Language) -> bool:
    """Whether a word that may be a month is one; Indonesian also writes it small."""
    before = stream[at - 1].lower if at else ""
    after = stream[at + 1].lower if at + 1 < len(stream) else ""
    if not stream[at].capital:
        return language == "id" and len(word) > 3 and (
            word in ("maret", "agustus", "januari", "februari", "oktober", "desember")
            or before == "bulan" or _beside_number(stream, at))
    return ((word not in _NAMES and word not in _SHORT) or _beside_number(stream, at)
            or (language == "id" and (word == "april" or after in _AFTER_MONTH))
            or (before in _BEFORE_MONTH and len(word) > 2))


def _day_beside(stream: Sequence[Token], at: int, month: int) -> Iterator[DatePart]:
    """The days beside a month, several if they are listed: November 13 or 14, 3-5 Mei."""
    for step in (1, -1):
        beside, found = at + step, False
        while 0 <= beside < len(stream) and re.fullmatch(r"[0-3]?\d", stream[beside].text):
            day = int(stream[beside].text)
            if not 1 <= day <= 31:
                break
            found = True
            yield DatePart("day", (month, day), stream[beside].start, stream[beside].end)
            beside += step
            if 0 <= beside < len(stream) and stream[beside].lower in _LISTING:
                beside += step
        if found:
            return
    if (at >= 2 and stream[at - 1].lower in ("st", "nd", "rd", "th")
            and stream[at - 2].text.isdigit()):
        yield DatePart("day", (month, int(stream[at - 2].text)), stream[at - 2].start,
                       stream[at - 1].end)


def _digits(text: str, stream: Sequence[Token], at: int, language: Language) -> Iterator[DatePart]:
    token = stream[at]
    numeric = _NUMERIC.fullmatch(token.text)
    if numeric and (numeric[3] or text[token.start - 1:token.start] == "("):
        yield from _numeric(text, token, numeric, language)
    span = _YEARS.match(text, token.start)
    if span and span.end() >= token.end:
        first, last = span[1], span[2]
        yield DatePart("year", int(first), span.start(1), span.end(1))
        yield DatePart("year", int(first[:4 - len(last)] + last), span.start(2), span.end(2))
    elif re.fullmatch(r"1[5-9]\d\d|20\d\d", token.text) and _is_year(text, stream, at):
        yield DatePart("year", int(token.text), token.start, token.end)


def _numeric(text: str, token: Token, numeric: re.Match[str], language: Language
             ) -> Iterator[DatePart]:
    """14/1/2021, or (6/7): day first in Indonesian; in English nobody can tell where both fit."""
    one, other = int(numeric[1]), int(numeric[2])
    orders = [(day, month) for day, month in ((one, other), (other, one))
              if 1 <= month <= 12 and 1 <= day <= 31]
    if language == "en" and len(orders) == 2:
        orders.reverse()
    if not orders or _SCORE.search(text[:token.start]):
        return
    day, month = orders[0]
    swapped = (orders[1][1], orders[1][0]) if language == "en" and len(orders) > 1 else None
    yield DatePart("month", month, token.start, token.end, swapped and swapped[0])
    yield DatePart("day", (month, day), token.start, token.end, swapped)
    if numeric[3]:
        yield DatePart("year", int(numeric[3]), token.start, token.end)


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
