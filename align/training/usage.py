"""Indonesian text -> `usage.tsv.gz`: how often each word stands in it."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from align.bench.tables import read_table
from align.text.tokens import tokens
from align.writing import write_whole

LEAST = 2  # a word seen once may be a slip


def count(texts: Iterable[str]) -> Counter[str]:
    """Lower-cased words by how often they stand in the texts."""
    return Counter(token.lower for text in texts for token in tokens(text)
                   if token.is_word and len(token.text) > 1)


def write(paths: Sequence[Path], out: Path) -> int:
    """Count the target side of tables `doc source target`, commonest word first; returns the rows.

    Raises:
        InputError: a file is not such a table.
    """
    counts = count(target for path in paths for _, _, target in read_table(path))
    rows = sorted(((word, n) for word, n in counts.items() if n >= LEAST),
                  key=lambda row: (-row[1], row[0]))
    text = "".join(f"{word}\t{n}\n" for word, n in rows)
    write_whole(out, gzip.compress(text.encode(), 9, mtime=0))
    return len(rows)
