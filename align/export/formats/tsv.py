"""TSV with a header, one row a line, in the quoting of Python's `excel-tab` dialect.

A cell that contains `"` is quoted and its quotes doubled, since a news sentence often begins with
one and readers that expect quoting (csv, pandas, spreadsheets) would otherwise swallow lines.
Texts are normalised, not kept exactly: a run of white space (tabs and line breaks among it)
becomes one space and other control characters go, so that a line is always a row. Flags are
`category/check/severity`, apart by spaces; their spans and messages are in the other formats.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from align.export.cells import lines
from align.export.formats import format
from align.export.out import Out
from align.export.rows import COLUMNS, Row


@format
def write(rows: Iterator[Row], out: Out) -> int:
    count = 0
    with out.file().open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, dialect="excel-tab", lineterminator="\n")
        table.writerow(COLUMNS)
        for row in rows:
            table.writerow(lines(row))
            count += 1
    return count
