"""Months, weekdays and relative dates of both languages, by language: what the tables hold.

Keys are lower-cased words and phrases; weekdays count from Monday, 0; months from January, 1;
relative dates are (unit, how many units ahead).
"""

from __future__ import annotations

from collections.abc import Mapping

from align.text import Language
from align.text.en import calendar as english
from align.text.id import calendar as indonesian


def _full(table: Mapping[str, int]) -> tuple[str, ...]:
    """The first word for each number, as it is written."""
    first: dict[int, str] = {}
    for word, number in table.items():
        first.setdefault(number, word.capitalize())
    return tuple(first.values())


WEEKDAYS: Mapping[Language, Mapping[str, int]] = {
    "en": english.WEEKDAYS, "id": indonesian.WEEKDAYS}
MONTHS: Mapping[Language, Mapping[str, int]] = {"en": english.MONTHS, "id": indonesian.MONTHS}
RELATIVE: Mapping[Language, Mapping[str, tuple[str, int]]] = {
    "en": english.RELATIVE, "id": indonesian.RELATIVE}
WEEKDAY_NAMES: Mapping[Language, tuple[str, ...]] = {
    language: _full(table) for language, table in WEEKDAYS.items()}
MONTH_NAMES: Mapping[Language, tuple[str, ...]] = {
    language: _full(table) for language, table in MONTHS.items()}
EVERY_WEEKDAY: Mapping[str, int] = {**english.WEEKDAYS, **indonesian.WEEKDAYS}
EVERY_MONTH: Mapping[str, int] = {**english.MONTHS, **indonesian.MONTHS}
# Hours east of Greenwich.
ZONES: Mapping[str, float] = {
    "UTC": 0, "GMT": 0, "Z": 0, "WIB": 7, "WITA": 8, "WIT": 9, "SGT": 8, "HKT": 8, "JST": 9,
    "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "PST": -8, "PDT": -7, "BST": 1,
    "CET": 1, "CEST": 2, "IST": 5.5, "AEST": 10, "AEDT": 11,
}
# Cities whose clock is that of one zone all the year round.
CITY_ZONES: Mapping[str, float] = {
    "Jakarta": 7, "Bangkok": 7, "Hanoi": 7, "Makassar": 8, "Denpasar": 8, "Singapore": 8,
    "Singapura": 8, "Kuala Lumpur": 8, "Beijing": 8, "Hong Kong": 8, "Manila": 8, "Taipei": 8,
    "Jayapura": 9, "Tokyo": 9, "Seoul": 9, "Delhi": 5.5, "New Delhi": 5.5, "Dubai": 4,
    "Moscow": 3, "Moskow": 3, "Riyadh": 3, "Istanbul": 3, "Greenwich": 0,
}
