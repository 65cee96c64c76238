"""Dates: weekdays, months, days, years, relative dates and clocks must be those of the source.

Flags a part of a date that stands for another (critical, both places), and a weekday, month or
year that is gone. Must not flag: a weekday beside which the rewrite gives the date (Rabu
(14/1/2021)), a weekday in place of today or yesterday, 12-hour clocks (5.30pm, 17.30), clocks moved
to another time zone (WIB), English month names, a date said in a neighbouring sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from align.checks import Analysis, Finding, check
from align.mentions.dates import DatePart, agree
from align.mentions.times import DAYTIMES, Time, daytimes, near_weekdays, phases, single_units
from align.text import calendar

_DEMANDED = ("weekday", "month", "day", "year")  # relative dates and clocks may go


@check()
def dates(pair: Analysis) -> Iterable[Finding]:
    """Findings on the parts of dates, kind by kind."""
    stated, restated = pair.source.dates, pair.target.dates
    found = _times(pair)
    if not stated:
        return found
    for part in ("weekday", "month", "day", "year", "relative", "clock"):
        missing, extra = _unmatched(pair, [p for p in stated if p.part == part],
                                    [p for p in restated if p.part == part], stated, restated)
        for one in missing:
            rival = next((other for other in extra if _rivals(pair, one, other)), None) or (
                _other_unit(missing, extra)) or _last_week(pair, one, restated)
            if rival is not None:
                if rival in extra:
                    extra.remove(rival)
                found.append(_changed(part, one, rival))
            elif part in _DEMANDED and _is_dropped(pair, one, restated):
                found.append(Finding(f"{part}-omitted", "omission", ((one.start, one.end),)))
    return found


def _times(pair: Analysis) -> list[Finding]:
    """Times of day, parts of a period, lengths of one unit and "next" for "last"."""
    found = []
    for read, what in ((daytimes, "daytime"), (phases, "phase"), (single_units, "length"),
                       (near_weekdays, "relative")):
        ours = list(read(pair.source.text, "en"))
        theirs = list(read(pair.target.text, "id")) if ours else []
        missing = [one for one in ours if not any(_agree(one, other) for other in theirs)]
        extra = [other for other in theirs if not any(_agree(one, other) for one in ours)]
        # With more than one on a side nobody knows which stands for which.
        if len(missing) == 1 and len(extra) == 1:
            found.append(_changed(what, missing[0], extra[0]))
    return found


def _agree(one: Time, other: Time) -> bool:
    return other.value in DAYTIMES.get(one.value, one.value).split("|")


def _other_unit(missing: Sequence[DatePart], extra: Sequence[DatePart]) -> DatePart | None:
    """The lone relative date that points the same way by another unit: next month, tahun depan."""
    if len(missing) != 1 or len(extra) != 1 or missing[0].part != "relative":
        return None
    direction = missing[0].value[1]  # type: ignore[index]
    return extra[0] if direction and direction == extra[0].value[1] else None  # type: ignore[index]


def _unmatched(pair: Analysis, left: Sequence[DatePart], right: Sequence[DatePart],
               stated: Sequence[DatePart], restated: Sequence[DatePart]
               ) -> tuple[list[DatePart], list[DatePart]]:
    missing = [one for one in left if not any(agree(one, other) for other in right)
               and not _kept(one, pair.source.text, pair.target.text)]
    extra = [other for other in right if not any(agree(one, other) for one in left)
             and not _kept(other, pair.target.text, pair.source.text)]
    published = _published(pair)
    if published is not None:
        meant = {_weekday(published, one) for one in stated if one.part == "relative"}
        extra = [o for o in extra if o.part != "weekday" or o.value not in meant]
        told = {_weekday(published, other) for other in restated if other.part == "relative"}
        missing = [m for m in missing if m.part != "weekday" or m.value not in told]
    return missing, extra


def _kept(one: DatePart, text: str, other: str) -> bool:
    """Whether the other side has a date or a year just as it is written: 12/8/2010, in 1986."""
    written = text[one.start:one.end]
    return (one.part != "clock" and len(written) > 2
            and re.search(rf"(?<![\w/]){re.escape(written)}(?![\w/])", other) is not None)


def _last_week(pair: Analysis, one: DatePart, restated: Sequence[DatePart]) -> DatePart | None:
    """The week that was put for a Sunday: minggu lalu for last Minggu."""
    if one.part != "weekday" or one.value != calendar.WEEKDAYS["id"]["minggu"]:
        return None
    return next((other for other in restated if other.part == "relative"
                 and pair.target.text.startswith("minggu", other.start)
                 and not any(agree(stated, other) for stated in pair.source.dates)), None)


def _rivals(pair: Analysis, one: DatePart, other: DatePart) -> bool:
    """Whether the other part stands where the first should."""
    if one.part == "relative":
        return one.value[0] == other.value[0]  # type: ignore[index]
    if one.part == "weekday":  # minggu may be the week
        return other.end - other.start != 6 or pair.target.text[other.start:other.end] != "minggu"
    if one.part == "day":  # the month says so already unless it is the same
        return one.value[0] == other.value[0]  # type: ignore[index]
    return True


def _is_dropped(pair: Analysis, one: DatePart, restated: Sequence[DatePart]) -> bool:
    context = pair.target.article.dates if pair.target.article else ()
    if any(other.part == one.part and other.value == one.value for other in context):
        return False
    value = one.value[1] if one.part == "day" else one.value  # type: ignore[index]
    if one.part != "weekday" and any(
            value in number.values for number in pair.target.numbers):
        return False
    return not any(other.part in ("relative", "day") for other in restated)


def _published(pair: Analysis) -> date | None:
    try:
        return date.fromisoformat(pair.published[:10])
    except ValueError:
        return None


def _weekday(published: date, part: DatePart) -> int:
    unit, direction = part.value  # type: ignore[misc]
    if unit != "day":
        return -1
    return (published + timedelta(days=int(direction))).weekday()


def _changed(what: str, one: DatePart | Time, rival: DatePart | Time) -> Finding:
    return Finding(f"{what}-changed", "mistranslation", ((one.start, one.end),),
                   ((rival.start, rival.end),))
