"""What the exact readers find on both sides of a pair: names, numbers and dates that are told.

A phrase of which nothing else is left says nothing that the other side lacks, whatever the words
look like: The World Health Organization, WHO; at 2 p.m. (0700 GMT), pukul 14.00 WIB.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.analysis.side import Side
from align.mentions import quantities
from align.mentions.dates import DatePart, agree
from align.mentions.number import Number
from align.mentions.same_name import known, told
from align.mentions.units import CURRENCIES, PERCENT, UNITS
from align.text.calendar import ZONES
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP

Span = tuple[int, int]
# Words that go with numbers and clocks and say nothing without them.
_WITH_NUMBERS = frozenset({
    *UNITS, *CURRENCIES, *PERCENT, *(zone.lower() for zone in ZONES), "time", "local", "pukul",
    "waktu", "setempat", "sebanyak", "sebesar", "sekitar", "senilai", "mencapai", "about",
    "around", "lalu", "kali", "tanggal", "hari"})


def told_in_source(source: Side, target: Side) -> list[Span]:
    """Where the source says what the target is found to say, too."""
    return [*(
        (name.start, name.end) for name in source.names if told(name, target.text)), *(
        (one.start, one.end) for one in source.numbers
        if any(_same(one, other) for other in target.numbers)
        or quantities.restated(source.text, one, source.numbers)), *(
        (one.start, one.end) for one in source.dates
        if any(agree(one, other) for other in target.dates) or _restates(source, one))]


def told_in_target(source: Side, target: Side) -> list[Span]:
    """Where the target says what the source is found to say, too."""
    return [*(
        (name.start, name.end) for name in target.names
        if known(name, source.text, source.names)), *(
        (one.start, one.end) for one in target.numbers
        if any(_same(other, one) for other in source.numbers)
        or quantities.restated(target.text, one, target.numbers)), *(
        (one.start, one.end) for one in target.dates
        if any(agree(other, one) for other in source.dates))]


def _restates(side: Side, one: DatePart) -> bool:
    """Whether a clock in brackets says the one before it in another zone: 8:15 a.m. (0115 GMT)."""
    return one.part == "clock" and side.text[:one.start].endswith("(") and any(
        other.part == "clock" and other.end <= one.start for other in side.dates)


def _same(one: Number, other: Number) -> bool:
    return quantities.same(one, other) or quantities.converted(one, other)


def is_told(side: Side, start: int, end: int, spans: list[Span]) -> bool:
    """Whether all that a stretch of a side says lies in the spans, and something does."""
    words = list(_content(side, start, end))
    covered = [any(first <= at < last for first, last in spans) for at in words]
    return any(covered) and all(covered)


def _content(side: Side, start: int, end: int) -> Iterator[int]:
    """Where the words of a stretch begin that carry meaning of their own."""
    stop = ENGLISH_STOP if side.language == "en" else INDONESIAN_STOP
    for token in side.tokens:
        if start <= token.start < end and token.lower not in stop and (
                token.lower not in _WITH_NUMBERS and token.text[0].isalnum()):
            yield token.start
