"""A column of a row as plain text, for formats whose cells are text."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import Any

from align.export.rows import COLUMNS, Row

_values = attrgetter(*COLUMNS)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


@lru_cache(maxsize=256)  # of a document's columns that are the same in each of its rows
def normalised(text: str) -> str:
    """One line of text: a run of white space becomes one space, other control characters go."""
    return " ".join(_CONTROL.sub("", text).split())


def cell(row: Row, column: str) -> str:
    """What stands in a column, exactly: numbers in decimals, flags and sentences in short form."""
    return plain(getattr(row, column))


def plain(value: Any) -> str:
    """A column's value as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return " ".join(str(getattr(each, "short", "") or each.sentence) for each in value)
    return str(value)


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def harmless(text: str) -> str:
    """The text as a spreadsheet may have it: what it would take for a formula behind an apostrophe.

    A dialogue's dash gets one too. The wide forms of the signs count like the plain ones.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def lines(row: Row) -> list[str]:
    """All columns of a row, each as one line of text."""
    return [normalised(plain(value)) for value in _values(row)]
