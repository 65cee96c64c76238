"""JSON Lines: one object per row, texts exactly as they are, flags with their spans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from align.export.formats import format
from align.export.out import Out
from align.export.rows import Row

# Legal inside JSON, but `str.splitlines` would cut a line there.
_BREAKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}


@format
def write(rows: Iterator[Row], out: Out) -> int:
    count = 0
    with out.file().open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            line = json.dumps(asdict(row), ensure_ascii=False, allow_nan=False)
            file.write(line.translate(_BREAKS) + "\n")
            count += 1
    return count
