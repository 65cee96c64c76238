"""TSV with a header, one row a line, in the quoting of Python's `excel-tab` dialect.

A cell that contains `"` is quoted and its quotes doubled, since a news sentence often begins with
one and readers that expect quoting (csv, pandas, spreadsheets) would otherwise swallow lines.
Texts are normalised, not kept exactly: a run of white space (tabs and line breaks among it)
becomes one space and other control characters go, so that a line is always a row. Flags are
`category/check/severity`, apart by spaces; their spans and messages are in the other formats.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from align.export import format
from align.export.rows import Row

COLUMNS = ("document", "bead", "source", "target", "kind", "moved", "score", "decision", "flags",
           "source_language", "target_language", "source_url", "target_url", "source_sha256",
           "target_sha256", "signature")

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def normalised(text: str) -> str:
    """One line of text: what a cell holds of it."""
    return " ".join(_CONTROL.sub("", text).split())


@format
def write(rows: Iterator[Row], path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, dialect="excel-tab", lineterminator="\n")
        table.writerow(COLUMNS)
        for row in rows:
            table.writerow([_cell(row, column) for column in COLUMNS])
            count += 1
    return count


def _cell(row: Row, column: str) -> str:
    if column == "flags":
        return normalised(" ".join(flag.short for flag in row.flags))
    if column == "score":
        return f"{row.score:.4f}"
    if column == "moved":
        return "true" if row.moved else "false"
    return normalised(str(getattr(row, column)))
