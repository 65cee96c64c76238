"""Moses: two files of the same number of lines, `NAME.en` and `NAME.id`, and their `NAME.ids`.

Only rows with both sides; texts are normalised to one line each. A line of the third file tells of
the same line in the others: document, bead, score, faithful, apart by tabs. If both sides are of
one language, the files end in `.source` and `.target`.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.export.cells import cell, normalised
from align.export.documents import slug
from align.export.formats import format
from align.export.out import Out
from align.export.pairs import matches, of_one_pair
from align.export.rows import Row

_IDS = ("document", "bead", "score", "faithful")
_MARK = rb"^[^\t\n]+\t\d+\t[01]\.\d{4}\t[01]\.\d{4}\n"


@format
def write(rows: Iterator[Row], out: Out) -> int:
    languages, pairs = of_one_pair(matches(rows))
    source, target = languages if languages[0] != languages[1] else ("source", "target")
    count = 0
    main = out.path.with_name(f"{out.path.name}.ids")
    sides = [out.path.with_name(f"{out.path.name}.{slug(side)}") for side in (source, target)]
    with (out.file(main, _MARK).open("w", encoding="utf-8", newline="\n") as ids,
          out.beside(sides[0], main).open("w", encoding="utf-8", newline="\n") as left,
          out.beside(sides[1], main).open("w", encoding="utf-8", newline="\n") as right):
        for row in pairs:
            left.write(normalised(row.source) + "\n")
            right.write(normalised(row.target) + "\n")
            ids.write("\t".join(normalised(cell(row, name)) for name in _IDS) + "\n")
            count += 1
    return count

