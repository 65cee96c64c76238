"""Dates: weekdays, months, days, years, relative dates and clocks must be those of the source.

Flags a part of a date that stands for another (critical, both places), and a weekday, month or
year that is gone. Must not flag: a weekday beside which the rewrite gives the date (Rabu
(14/1/2021)), a weekday in place of today or yesterday, 12-hour clocks (5.30pm, 17.30), clocks moved
to another time zone (WIB), English month names, a date said in a neighbouring sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from align.checks import Finding, Pair, Tools, check
from align.mentions.dates import DatePart, Part, read_dates
from align.mentions.numbers import read_numbers
from align.mentions.times import DAYTIMES, Time, daytimes, near_weekdays, phases, single_units
from align.text import Language

# How sure a missing part is an omission: texts often leave weekdays out.
_DROPPED: dict[Part, float] = {"weekday": 0.4, "month": 0.6, "day": 0.6, "year": 0.7}
_NAMES: dict[Part, tuple[str, str]] = {
    "weekday": ("weekday", "Hari"), "month": ("month", "Bulan"), "day": ("day", "Tanggal"),
    "year": ("year", "Tahun"), "relative": ("date", "Keterangan waktu"),
    "clock": ("time", "Waktu"),
}
_ZONES = ("WIB", "WITA", "WIT", "GMT", "UTC", "waktu setempat")


@check
def dates(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """Findings on the parts of dates, kind by kind."""
    if not pair.source or not pair.target:
        return ()
    stated, restated = read_dates(pair.source, "en"), read_dates(pair.target, "id")
    found = _times(pair)
    if not stated:
        return found
    for part in ("weekday", "month", "day", "year", "relative", "clock"):
        missing, extra = _unmatched(pair, [p for p in stated if p.part == part],
                                    [p for p in restated if p.part == part], stated, restated)
        for one in missing:
            rival = next((other for other in extra if _rivals(pair, one, other)), None) or (
                _other_unit(missing, extra))
            if rival is not None:
                extra.remove(rival)
                found.append(_changed(pair, one, rival))
            elif part in _DROPPED and _is_dropped(pair, one, restated):
                found.append(_dropped(pair, one))
    return found


def _times(pair: Pair) -> list[Finding]:
    """Times of day, parts of a period, lengths of one unit and "next" for "last"."""
    found = []
    for read, noun, kata in (
            (daytimes, "time of day", "Waktu"), (phases, "part of the period", "Bagian periode"),
            (single_units, "length of time", "Lama waktu"), (near_weekdays, "date", "Hari")):
        ours = list(read(pair.source, "en"))
        theirs = list(read(pair.target, "id")) if ours else []
        missing = [one for one in ours if not any(_agree(one, other) for other in theirs)]
        extra = [other for other in theirs if not any(_agree(one, other) for one in ours)]
        # With more than one on a side nobody knows which stands for which.
        if len(missing) == 1 and len(extra) == 1:
            found.append(_changed_time(pair, missing[0], extra[0], noun, kata))
    return found


def _agree(one: Time, other: Time) -> bool:
    return other.value in DAYTIMES.get(one.value, one.value).split("|")


def _other_unit(missing: Sequence[DatePart], extra: Sequence[DatePart]) -> DatePart | None:
    """The lone relative date that points the same way by another unit: next month, tahun depan."""
    if len(missing) != 1 or len(extra) != 1 or missing[0].part != "relative":
        return None
    direction = missing[0].value[1]  # type: ignore[index]
    return extra[0] if direction and direction == extra[0].value[1] else None  # type: ignore[index]


def _unmatched(pair: Pair, left: Sequence[DatePart], right: Sequence[DatePart],
               stated: Sequence[DatePart], restated: Sequence[DatePart]
               ) -> tuple[list[DatePart], list[DatePart]]:
    missing = [one for one in left if not any(_same(pair, one, other) for other in right)]
    extra = [other for other in right if not any(_same(pair, one, other) for one in left)]
    published = _published(pair)
    if published is not None:
        meant = {_weekday(published, one) for one in stated if one.part == "relative"}
        extra = [o for o in extra if o.part != "weekday" or o.value not in meant]
        told = {_weekday(published, other) for other in restated if other.part == "relative"}
        missing = [m for m in missing if m.part != "weekday" or m.value not in told]
    return missing, extra


def _same(pair: Pair, one: DatePart, other: DatePart) -> bool:
    if one.part != "clock":
        return one.value == other.value
    hour, minute, sure = one.value  # type: ignore[misc]
    there, minutes, surely = other.value  # type: ignore[misc]
    if minute != minutes:
        return False
    if any(zone in pair.target and zone not in pair.source for zone in _ZONES):
        return True
    if sure and surely:
        return bool(hour == there)
    return (int(hour) - int(there)) % 12 == 0


def _rivals(pair: Pair, one: DatePart, other: DatePart) -> bool:
    """Whether the other part stands where the first should."""
    if one.part == "relative":
        return one.value[0] == other.value[0]  # type: ignore[index]
    if one.part == "weekday":  # minggu may be the week
        return other.end - other.start != 6 or pair.target[other.start:other.end] != "minggu"
    if one.part == "day":  # the month says so already unless it is the same
        return one.value[0] == other.value[0]  # type: ignore[index]
    return True


def _is_dropped(pair: Pair, one: DatePart, restated: Sequence[DatePart]) -> bool:
    context = read_dates(pair.context.target, "id") if pair.context.target else ()
    if any(other.part == one.part and other.value == one.value for other in context):
        return False
    value = one.value[1] if one.part == "day" else one.value  # type: ignore[index]
    if one.part != "weekday" and any(
            value in number.values for number in read_numbers(pair.target, "id")):
        return False
    return not any(other.part in ("relative", "day") for other in restated)


def _published(pair: Pair) -> date | None:
    try:
        return date.fromisoformat(pair.context.published[:10])
    except ValueError:
        return None


def _weekday(published: date, part: DatePart) -> int:
    unit, direction = part.value  # type: ignore[misc]
    if unit != "day":
        return -1
    return (published + timedelta(days=int(direction))).weekday()


def _words(pair: Pair, one: DatePart, language: Language = "en") -> str:
    return (pair.source if language == "en" else pair.target)[one.start:one.end]


def _changed(pair: Pair, one: DatePart, rival: DatePart) -> Finding:
    noun, kata = _NAMES[one.part]
    was, became = _words(pair, one), _words(pair, rival, "id")
    return Finding(
        "mistranslation", "critical", 0.9 if one.part != "relative" else 0.8,
        ((one.start, one.end),), ((rival.start, rival.end),),
        f"The {noun} “{was}” became “{became}”.", f"{kata} “{was}” menjadi “{became}”.")


def _changed_time(pair: Pair, one: Time, rival: Time, noun: str, kata: str) -> Finding:
    was, became = pair.source[one.start:one.end], pair.target[rival.start:rival.end]
    return Finding(
        "mistranslation", "critical", 0.8, ((one.start, one.end),), ((rival.start, rival.end),),
        f"The {noun} “{was}” became “{became}”.", f"{kata} “{was}” menjadi “{became}”.")


def _dropped(pair: Pair, one: DatePart) -> Finding:
    noun, kata = _NAMES[one.part]
    was = _words(pair, one)
    return Finding(
        "omission", "minor" if one.part == "weekday" else "major", _DROPPED[one.part],
        ((one.start, one.end),), (),
        f"The {noun} “{was}” is missing.", f"{kata} “{was}” tidak ada.")
