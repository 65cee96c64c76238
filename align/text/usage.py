"""How usual a word is in Indonesian text, whatever language it is from.

A loan that Indonesian writers use (link, gol, playoff) is told from English left standing by how
often they do. `models/usage.tsv.gz` holds counts, no text; `selaras train usage` makes it.
"""

from __future__ import annotations

import math
from functools import cache

from align import models


@cache
def _counts() -> tuple[dict[str, int], int]:
    rows = [line.split("\t") for line in models.table("usage").splitlines()]
    counts = {word: int(count) for word, count in rows}
    return counts, sum(counts.values())


def per_million(word: str) -> float:
    """Occurrences of a lower-cased word in a million words of Indonesian; 0 where it is unknown."""
    counts, total = _counts()
    return 1e6 * counts.get(word, 0) / total


def usualness(word: str) -> float:
    """Natural logarithm of one and the occurrences in a million."""
    return math.log1p(per_million(word))
