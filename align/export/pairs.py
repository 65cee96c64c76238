"""For formats that hold translations alone, or one pair of languages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from align.errors import InputError
from align.export.rows import Row

UNKNOWN = "und"  # BCP 47: a language that is not known


def matches(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows with both sides; an omission or addition is no translation."""
    return (row for row in rows if row.kind == "match")


def of_one_pair(rows: Iterator[Row]) -> tuple[tuple[str, str], Iterator[Row]]:
    """The languages of the rows, and the rows. Without rows: unknown, unknown.

    Raises:
        InputError: on the way, if a row is of other languages than the first.
    """
    first = next(rows, None)
    if first is None:
        return (UNKNOWN, UNKNOWN), iter(())
    languages = (first.source_language, first.target_language)
    shown = (languages[0] or UNKNOWN, languages[1] or UNKNOWN)

    def same() -> Iterator[Row]:
        for row in chain([first], rows):
            if (row.source_language, row.target_language) != languages:
                other = f"{row.source_language or UNKNOWN}:{row.target_language or UNKNOWN}"
                raise InputError(f"This format holds one pair of languages, but {row.document} is "
                                 f"{other}, not {':'.join(shown)}; choose one with --languages.")
            yield row

    return shown, same()
