"""Moses: two files of the same number of lines, `NAME.en` and `NAME.id`, and their `NAME.ids`.

Only rows with both sides; texts are normalised to one line each. A line of the third file tells of
the same line in the others: document, bead, score, faithful, apart by tabs. If both sides are of
one language, the files end in `.source` and `.target`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from align.export.cells import cell, normalised
from align.export.documents import slug
from align.export.formats import format
from align.export.out import Out
from align.export.pairs import matches, of_one_pair
from align.export.rows import Row

_IDS = ("document", "bead", "score", "faithful")


@format
def write(rows: Iterator[Row], out: Out) -> int:
    languages, pairs = of_one_pair(matches(rows))
    source, target = languages if languages[0] != languages[1] else ("source", "target")
    count = 0
    with (_beside(out, slug(source)).open("w", encoding="utf-8", newline="\n") as left,
          _beside(out, slug(target)).open("w", encoding="utf-8", newline="\n") as right,
          _beside(out, "ids").open("w", encoding="utf-8", newline="\n") as ids):
        for row in pairs:
            left.write(normalised(row.source) + "\n")
            right.write(normalised(row.target) + "\n")
            ids.write("\t".join(normalised(cell(row, name)) for name in _IDS) + "\n")
            count += 1
    return count


def _beside(out: Out, ending: str) -> Path:
    return out.file(out.path.with_name(f"{out.path.name}.{ending}"))
