"""Text -> the titles and ranks in it (chief financial officer, jenderal), from a table.

`titles.tsv` has a rank a row, in English and in Indonesian. Rows that only qualify a rank (deputy,
acting, former) are told apart by their first English word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from align.mentions.numbers import Language

QUALIFIERS = ("deputy", "vice", "acting", "interim", "former", "assistant", "outgoing", "honorary")


class Title(NamedTuple):
    """A rank at `text[start:end]`; `row` is its place in the table."""

    row: int
    start: int
    end: int
    qualifies: bool


@cache
def _tables() -> dict[Language, tuple[dict[str, int], re.Pattern[str]]]:
    rows: dict[Language, dict[str, int]] = {"en": {}, "id": {}}
    for row, line in enumerate(_lines()):
        for language, cell in zip(rows, line.split("\t"), strict=True):
            for phrase in cell.split("|"):
                rows[language].setdefault(phrase, row)
    return {language: (known, re.compile(
        rf"(?<![\w-])({'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})(?:nya)?\b",
        re.IGNORECASE)) for language, known in rows.items()}


@cache
def _lines() -> tuple[str, ...]:
    text = files(__package__).joinpath("titles.tsv").read_text(encoding="utf-8")
    return tuple(text.splitlines())


@lru_cache(maxsize=4096)
def read_titles(text: str, language: Language) -> tuple[Title, ...]:
    """All titles of a text, in order, the longest where several begin."""
    known, pattern = _tables()[language]
    found = []
    for match in pattern.finditer(text):
        row = known[match[1].lower()]
        found.append(Title(row, *match.span(),
                           _lines()[row].partition("|")[0].split("\t")[0] in QUALIFIERS))
    return tuple(found)
