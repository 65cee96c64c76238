"""Dates and times as pages state them, to ISO 8601.

Reads English and Indonesian month names, twelve-hour clocks, dotted hours ("pukul 07.30"), the
zones of the archipelago (WIB, WITA, WIT) and of newsrooms, and all-number forms, which it takes
day first as Indonesian pages write them.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from align.text.calendar import EVERY_MONTH, ZONES

_MONTHS = {**EVERY_MONTH, "agus": 8}  # Agus is a man elsewhere
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = re.compile(
    r"\b(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?"
    r"\s*(Z|[+-]\d\d(?::?\d\d)?|[A-Z]{2,4})?)?(?![\d])", re.I)
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s.,-]+({_MONTH})\b[\s.,-]*(\d{{4}})", re.I)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\b\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s*(\d{{4}}))?", re.I)
_NUMBERS = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_CLOCK = re.compile(
    r"(?<![\d.:/])(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?![\d:/])\s*([ap])?\.?(?:(?<=[ap])m|(?<=[ap]\.)m)?"
    r"\.?(?:\s*\(?(Z|UTC|GMT|[A-Z]{2,4})\b)?\s*([+-]\d\d?(?::?\d\d)?)?", re.I)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


def moment(text: str) -> str:
    """The first date (and time, and zone) a text states, as ISO 8601; "" if it states none.

    "2021-01-13" for a date alone, "2021-01-13T10:15:00" without a zone,
    "2021-01-13T10:15:00+07:00" with one, "…Z" for UTC.
    """
    text = " ".join(text.split())
    return _from_iso(text) or _from_words(text)


def _from_iso(text: str) -> str:
    found = _ISO.search(text)
    if not found:
        return ""
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    try:
        when = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0),
                        int(second or 0), int(f"{fraction or 0:0<6}"[:6]))
    except ValueError:
        return ""
    if not 1900 <= when.year <= 2100:
        return ""
    if hour is None:
        return when.date().isoformat()
    return _written(when, _zone(zone or ""))


def _from_words(text: str) -> str:
    day = _day(text)
    if day is None:
        return ""
    date, start, end = day
    rest = text[:start] + "|" + text[end:]
    clock = next((c for c in _CLOCK.finditer(rest) if int(c[1]) < 25 and int(c[2]) < 60), None)
    if clock is None:
        return date.date().isoformat()
    hour = int(clock[1])
    if clock[4]:
        hour = hour % 12 + (12 if clock[4].lower() == "p" else 0)
    try:
        when = date.replace(hour=hour, minute=int(clock[2]), second=int(clock[3] or 0))
    except ValueError:
        return date.date().isoformat()
    return _written(when, _zone(clock[6] or clock[5] or ""))


def _day(text: str) -> tuple[datetime, int, int] | None:
    """The day a text names, and where it stands."""
    for pattern, order in ((_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy"), (_NUMBERS, "dmy")):
        for found in pattern.finditer(text):
            parts = dict(zip(order, found.groups(), strict=True))
            if parts["y"] is None:  # "Thu Jan 10 09:12:45 UTC 2019"
                year = _YEAR.search(text, found.end())
                if year is None:
                    continue
                parts["y"] = year[1]
            month = _MONTHS.get(parts["m"].lower()) or int(parts["m"])
            try:
                return datetime(int(parts["y"]), month, int(parts["d"])), *found.span()
            except ValueError:
                continue
    return None


def _zone(stated: str) -> tzinfo | None:
    if stated.upper() in ZONES:
        hours = ZONES[stated.upper()]
        return timezone(timedelta(hours=hours)) if hours else UTC
    found = re.fullmatch(r"([+-])(\d\d?):?(\d\d)?", stated)
    if not found or int(found[2]) > 14:
        return None
    east = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-east if found[1] == "-" else east) if east else UTC


def _written(when: datetime, zone: tzinfo | None) -> str:
    precision = "milliseconds" if when.microsecond else "seconds"
    return when.replace(tzinfo=zone).isoformat(timespec=precision).replace("+00:00", "Z")
