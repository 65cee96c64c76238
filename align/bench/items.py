"""Pairs whose truth is known, of hand-made files; others are made (`training/made.py`)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from align.checks import Range
from align.errors import InputError

HEADER = ("id", "kind", "split", "source", "right", "wrong", "side", "spans")
VERDICTS = ("id", "kind", "verdict", "source", "target", "source_span", "target_span")


@dataclass(frozen=True, slots=True)
class Item:
    """A pair whose truth is known. `source_spans` and `target_spans` are what is wrong in it.

    None on a side means that the item says nothing of that side.
    """

    kind: str
    source: str
    target: str
    faithful: bool
    source_spans: tuple[Range, ...] | None = ()
    target_spans: tuple[Range, ...] | None = ()


def read_handmade(path: Path, split: str | None = None) -> list[Item]:
    """Items of a TSV with the columns id, kind, split, source, right, wrong, side, spans.

    Each line gives a clean and a wrong item. `spans` is `start:end` in code points, several parted
    by spaces, into the side that `side` names; of the other side nothing is known.

    Args:
        split: only lines of that split, all of them without it.

    Raises:
        InputError: the file is missing or of another shape; the message names the line.
    """
    items: list[Item] = []
    for number, row in _lines(path):
        if split is not None and row["split"] != split:
            continue
        try:
            spans = tuple((int(a), int(b)) for part in row["spans"].split()
                          for a, b in [part.split(":")])
        except ValueError as error:
            raise InputError(f"Line {number} of '{path}' has no spans such as 12:20; "
                             "give start:end in characters.") from error
        on_source = row["side"] == "source"
        items.append(Item(row["kind"], row["source"], row["right"], True))
        items.append(Item(row["kind"], row["source"], row["wrong"], False,
                          spans if on_source else None, None if on_source else spans))
    return items


def read_verdicts(path: Path) -> list[Item]:
    """Items of a TSV with the columns id, kind, verdict, source, target, source_span, target_span.

    `verdict` is `right` or `wrong`; a span is the very words that are wrong, empty where a side has
    none. A wrong pair needs no right twin.

    Raises:
        InputError: the file is missing or of another shape; the message names the line.
    """
    items = []
    for number, row in _lines(path, VERDICTS):
        if row["verdict"] not in ("right", "wrong"):
            raise InputError(f"Line {number} of '{path}' has the verdict '{row['verdict']}'; "
                             "write right or wrong.")
        items.append(Item(row["kind"], row["source"], row["target"], row["verdict"] == "right",
                          _words(row["source"], row["source_span"]),
                          _words(row["target"], row["target_span"])))
    return items


def _words(text: str, words: str) -> tuple[Range, ...]:
    at = text.find(words)
    return ((at, at + len(words)),) if words and at >= 0 else ()


def read_items(path: Path, split: str | None = None) -> list[Item]:
    """Items of either form, told by the first line: see `read_handmade` and `read_verdicts`."""
    with suppress(OSError, UnicodeDecodeError), path.open(encoding="utf-8") as file:
        if "verdict" in file.readline().split("\t"):
            return read_verdicts(path)
    return read_handmade(path, split)


def _lines(path: Path, header: Sequence[str] = HEADER) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not set(header[1:]) <= set(rows.fieldnames or ()):
                raise InputError(f"'{path}' lacks columns; its first line must name "
                                 f"{', '.join(header)}.")
            for number, row in enumerate(rows, 2):
                if None in row or None in row.values():
                    raise InputError(f"Line {number} of '{path}' has not {len(header)} columns; "
                                     "part them by tabs.")
                yield number, row
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"'{path}' cannot be read ({error}); name a TSV file.") from error
