"""Numbers that are a share together: one in five, nine out of 10, dua dari tiga."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.mentions.number import Number
from align.text import Language

_OUT_OF = {
    "en": re.compile(r"\s+(?:in|out of|of)\s+(?:every\s+)?", re.IGNORECASE),
    "id": re.compile(r"\s+(?:dari|di antara)\s+(?:setiap\s+|tiap\s+)?", re.IGNORECASE),
}
_MOST = 1000  # of how many a share is said; what is larger is a total or a year


def shares(text: str, numbers: Sequence[Number], language: Language) -> Iterator[Number]:
    """The numbers in order; two that are a share have become one fraction."""
    at = 0
    while at < len(numbers):
        one = numbers[at]
        other = numbers[at + 1] if at + 1 < len(numbers) else None
        if other and _is_share(one, other) and (
                _OUT_OF[language].fullmatch(text, one.end, other.start)):
            yield Number((one.values[0] / other.values[0],), one.start, other.end, "fraction", "",
                         text[one.start:other.end])
            at += 2
        else:
            yield one
            at += 1


def _is_share(one: Number, other: Number) -> bool:
    """Whether both are bare whole numbers, the first the smaller: not one in five years."""
    return (one.kind in ("digits", "word") and other.kind in ("digits", "word")
            and not one.unit and not other.unit
            and len(one.values) == len(other.values) == 1
            and 1 <= one.values[0] < other.values[0] <= _MOST
            and one.values[0] % 1 == other.values[0] % 1 == 0)
