"""Text -> the titles and ranks in it (chief financial officer, jenderal), from a table.

`titles.tsv` has a rank a row, in English and in Indonesian. Rows that only qualify a rank (deputy,
acting, former) are told apart by their first English word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from align.text import Language
from align.text.phrases import Phrases

QUALIFIERS = ("deputy", "vice", "acting", "interim", "former", "assistant", "outgoing", "honorary")


_ACTING = " sementara"  # behind a rank: pelatih sementara


class Title(NamedTuple):
    """A rank at `text[start:end]`; `row` is its place in the table."""

    row: int
    start: int
    end: int
    qualifies: bool


@cache
def _tables() -> dict[Language, tuple[dict[str, int], Phrases]]:
    """By language: the row of each phrase, and all of them."""
    rows: dict[Language, dict[str, int]] = {"en": {}, "id": {}}
    for row, line in enumerate(_lines()):
        for language, cell in zip(rows, line.split("\t"), strict=True):
            for phrase in cell.split("|"):
                rows[language].setdefault(phrase, row)
    return {language: (known, Phrases(known)) for language, known in rows.items()}


@cache
def _lines() -> tuple[str, ...]:
    text = files(__package__).joinpath("titles.tsv").read_text(encoding="utf-8")
    return tuple(text.splitlines())


@lru_cache(maxsize=4096)
def read_titles(text: str, language: Language) -> tuple[Title, ...]:
    """All titles of a text, in order, the longest where several begin."""
    known, phrases = _tables()[language]
    titles: list[Title] = []
    for found in phrases.find(text):
        row = known[found.phrase]
        titles.append(Title(row, found.start, found.end, _qualifies(row)))
        if language == "id" and not _qualifies(row) and text.startswith(_ACTING, found.end):
            end = found.end + len(_ACTING)
            titles.append(Title(known["interim"], found.end + 1, end, True))
    return tuple(titles)


def renders(row: int, phrase: str) -> bool:
    """Whether Indonesian words say the rank of a row, or begin as one of its forms does.

    ketua mahkamah konstitusi and ketua umum are both a chairman; presiden begins presiden senat.
    """
    words = " ".join(phrase.lower().split())
    return any(words == form or words.startswith(form + " ") or form.startswith(words + " ")
               for form in _lines()[row].partition("\t")[2].split("|"))


@cache
def _qualifies(row: int) -> bool:
    return _lines()[row].partition("\t")[0].partition("|")[0] in QUALIFIERS
