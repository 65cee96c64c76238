"""Text -> the clocks in it, with their time zones: 5.30pm, 1200 GMT, pukul 17.30 WIB."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from align.text import Language
from align.text.calendar import CITY_ZONES, ZONES

_ZONE = "|".join(sorted((zone for zone in ZONES if len(zone) > 2), key=len, reverse=True))
_BARE = rf"\b([01]\d|2[0-3])([0-5]\d)(?=\s?(?:{_ZONE})\b)"  # 1200 GMT
_CLOCK = {
    "en": re.compile(
        r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s*(?P<half>[ap])(?:\.\s?m\b\.?|m\b)"
        r"|\b(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)\b"
        rf"|{_BARE.replace('([01]', '(?P<h3>[01]').replace('([0-5]', '(?P<m3>[0-5]')}",
        re.IGNORECASE),
    "id": re.compile(
        r"\b(?:pukul|jam)\s+(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?"
        r"(?:\s+(?:dan\s+)?(?:lewat|lebih)\s+\d+\s+menit)?"
        r"(?:\s+(?P<half>pagi|siang|sore|petang|malam|dini hari))?"
        r"|\b(?P<h2>\d{1,2})[:.](?P<m2>\d\d)\s+"
        rf"(?:(?P<half2>pagi|siang|sore|petang|malam|dini hari)\b|(?=(?:{_ZONE})\b))"
        r"|\b(?P<h4>[01]?\d|2[0-3]):(?P<m4>[0-5]\d)\b"
        rf"|{_BARE.replace('([01]', '(?P<h3>[01]').replace('([0-5]', '(?P<m3>[0-5]')}",
        re.IGNORECASE),
}
# The other end of a span of hours: pukul 06.00 hingga 18.00, dan 19.00 …
_ON = re.compile(
    rf"\s*(?:(?:{_ZONE})\s*)?(?:,\s*)?(?:hingga|sampai(?: dengan)?|[-–—]|dan|atau|s/d|,)\s*"
    r"(?P<h>[01]?\d|2[0-4])[.:](?P<m>[0-5]\d)\b", re.IGNORECASE)
_AFTER = re.compile(
    rf"\s*(?:waktu\s+)?\(?(?:(?P<zone>{_ZONE})\b"
    r"|(?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:local )?time\b"
    r"|waktu (?P<kota>[A-Z][a-z]+(?: [A-Z][a-z]+)?))")
_EVENING = {"sore": 1, "petang": 1, "malam": 1, "siang": 1, "pagi": 0, "dini hari": 0}


class Clock(NamedTuple):
    """A time of day at `text[start:end]`; `sure`: which half of the day it is in is stated.

    `zone` is in hours east of Greenwich, None if none is stated.
    """

    hour: int
    minute: int
    sure: bool
    start: int
    end: int
    zone: float | None


def read_clocks(text: str, language: Language) -> Iterator[Clock]:
    """The clocks of a text in that language, in order."""
    for match in _CLOCK[language].finditer(text):
        parts = {name.rstrip("234"): value for name, value in match.groupdict().items() if value}
        hour, minute = int(parts["h"]), int(parts.get("m") or 0)
        half = parts.get("half", "").lower()
        bare = match["h3"] is not None
        if hour > 24 or minute > 59 or (hour == 24 and language == "en"):
            continue
        hour = _hour(hour, half)
        zone, end = _zone(text, match.end())
        yield Clock(hour, minute, bool(half) or hour > 12 or bare
                    or parts["h"].startswith("0"), match.start(), end, zone)
        if language == "id" and not bare:
            yield from _further(text, match.end())


def _hour(hour: int, half: str) -> int:
    """The hour of the whole day."""
    if half in ("a", "p"):
        return hour % 12 + (12 if half == "p" else 0)
    if half and hour < 12 and _EVENING[half] and not (half == "siang" and hour == 11):
        return hour + 12
    return hour % 12 if half == "dini hari" or (half == "malam" and hour in (12, 24)) else hour % 24


def _further(text: str, end: int) -> Iterator[Clock]:
    on = _ON.match(text, end)
    while on:
        sure = int(on["h"]) > 12 or on["h"].startswith("0")  # 08.00 is no evening
        zone, last = _zone(text, on.end())
        yield Clock(int(on["h"]) % 24, int(on["m"]), sure, on.start("h"), last, zone)
        on = _ON.match(text, on.end())


def _zone(text: str, end: int) -> tuple[float | None, int]:
    """The zone that follows a clock, and where clock and zone end."""
    after = _AFTER.match(text, end)
    if after is None:
        return None, end
    zone = ZONES[after["zone"].upper()] if after["zone"] else CITY_ZONES.get(
        after["city"] or after["kota"])
    return (None, end) if zone is None else (zone, after.end())


def same_moment(one: Clock, other: Clock) -> bool:
    """Whether both may be one moment: 9 p.m. Jakarta time, 21.00 WIB; 15.00 UTC, 22.00 WIB.

    A zone that only the second states may have been reckoned into, so that the minutes alone can
    tell.
    """
    if one.minute != other.minute and None in (one.zone, other.zone):
        return False
    if one.zone is None and other.zone is not None:
        return True
    apart = (one.hour - other.hour) * 60 + one.minute - other.minute
    if one.zone is not None and other.zone is not None:
        apart -= round((one.zone - other.zone) * 60)
    return apart % (24 * 60 if one.sure and other.sure else 12 * 60) == 0
