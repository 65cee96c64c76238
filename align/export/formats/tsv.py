"""TSV with a header, one row a line, in the quoting of Python's `excel-tab` dialect.

A cell that contains `"` is quoted and its quotes doubled, since a news sentence often begins with
one and readers that expect quoting (csv, pandas, spreadsheets) would otherwise swallow lines.
Texts are normalised, not kept exactly: a run of white space (tabs and line breaks among it)
becomes one space and other control characters go, so that a line is always a row. Flags are
`category/check/severity`, apart by spaces; their spans and messages are in the other formats.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.export.cells import lines
from align.export.formats import format
from align.export.out import Out
from align.export.rows import COLUMNS, Row


@format
def write(rows: Iterator[Row], out: Out) -> int:
    count = 0
    with out.file().open("w", encoding="utf-8", newline="") as file:
        file.write("\t".join(COLUMNS) + "\n")
        for row in rows:
            file.write("\t".join(_quoted(text) for text in lines(row)) + "\n")
            count += 1
    return count


def _quoted(text: str) -> str:
    """As the dialect has it; there is nothing else to quote in a normalised text."""
    return '"' + text.replace('"', '""') + '"' if '"' in text else text
