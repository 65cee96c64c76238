"""CSV for spreadsheets: UTF-8 with its mark, a header, texts on one line, formulas made harmless.

A cell that a spreadsheet would take for a formula (it begins with = + - @) gets an apostrophe in
front, which spreadsheets show as text. So a dialogue's dash is kept too.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from align.export.cells import harmless, lines
from align.export.formats import format
from align.export.out import Out
from align.export.rows import COLUMNS, Row


@format
def write(rows: Iterator[Row], out: Out) -> int:
    count = 0
    with out.file().open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for row in rows:
            table.writerow([harmless(text) for text in lines(row)])
            count += 1
    return count
