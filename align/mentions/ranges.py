"""Numbers that belong together: what one of them says for both, and quantities in two units.

2.4 to 2.5 million is twice millions, $5-6 twice dollars; 6'2" and 3 bulan 10 hari are one length
and one time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.mentions.number import Number
from align.mentions.units import MONEY, UNITS
from align.text import Language

_BETWEEN = {
    "en": re.compile(r"\s*(?:[-–—]|to|or|and|up to|through|until)\s*", re.IGNORECASE),
    "id": re.compile(r"\s*(?:[-–—]|hingga|sampai(?: dengan)?|atau|dan|ke|s/d)\s*", re.IGNORECASE),
}
_COUNTED = ("digits", "word", "fraction")
_FEET = re.compile(r"['’′]\s?")
_FOOT = ("foot", "feet", "ft")
_HEIGHT = ("-foot-", " foot ", " feet ", "-ft-")
_INCHES = re.compile(r"[\"”″]|''|’’")
_WORD = re.compile(r"[\s-]*([^\W\d]+)[\s,-]*(?:(?:and|dan|lebih) )?")


def joined(text: str, found: Sequence[Number], language: Language) -> Iterator[Number]:
    """Numbers in order; those of one quantity in two units have become one."""
    numbers = [*found]
    for at in range(len(numbers) - 1):
        if _BETWEEN[language].fullmatch(text, numbers[at].end, numbers[at + 1].start):
            numbers[at], numbers[at + 1] = _shared(numbers[at], numbers[at + 1])
    at = 0
    while at < len(numbers):
        both = _one(text, numbers[at], numbers[at + 1]) if at + 1 < len(numbers) else None
        yield both or numbers[at]
        at += 2 if both else 1


def _shared(one: Number, other: Number) -> tuple[Number, Number]:
    """Both ends of a range, with the scale and the unit that only one of them states."""
    if one.kind not in _COUNTED or other.kind not in _COUNTED:
        return one, other
    if one.scale == 1 < other.scale and all(abs(value) < 1000 for value in one.values):
        one = one._replace(
            values=(*one.values, *(value * other.scale for value in one.values)))
    if not one.unit:
        one = one._replace(unit=other.unit)
    elif not other.unit and one.unit in MONEY:
        other = other._replace(unit=one.unit)
    return one, other


def _one(text: str, large: Number, small: Number) -> Number | None:
    """One quantity from its larger and its smaller unit, None if they are two."""
    if large.kind not in _COUNTED or small.kind not in _COUNTED or not (
            len(large.values) == len(small.values) == 1):
        return None
    if _FEET.fullmatch(text, large.end, small.start) and small.values[0] < 12:
        mark = _INCHES.match(text, small.end)
        if mark and not large.unit and 2 < large.values[0] < 9:
            large, small = large._replace(unit="ft"), small._replace(unit="inch", end=mark.end())
        else:
            return None
    elif large.unit in _FOOT and not small.unit and small.values[0] < 12 and (
            text[large.end:small.start].lower() in _HEIGHT):
        small = small._replace(unit="inch")  # 6-foot-6
    elif not _touch(text, large, small):
        return None
    share = UNITS[small.unit].size / UNITS[large.unit].size * small.values[0]
    return large._replace(
        values=(large.values[0] + share,), end=small.end, written=text[large.start:small.end])


def _touch(text: str, large: Number, small: Number) -> bool:
    """Whether a smaller unit of the same measure follows, and completes the larger one."""
    if not {large.unit, small.unit} <= UNITS.keys():
        return False
    one, other = UNITS[large.unit], UNITS[small.unit]
    word = _WORD.fullmatch(text, large.end, small.start)
    return (one.dimension == other.dimension and other.size < one.size
            and one.dimension not in ("heat", "share")
            and word is not None and word[1].lower() == large.unit
            and small.values[0] * other.size < one.size * 1.001)
