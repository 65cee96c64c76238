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
