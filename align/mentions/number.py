"""What a number in a text is."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["digits", "word", "ordinal", "fraction", "vague", "small"]


class Number(NamedTuple):
    """`text[start:end]` states one of `values`; `unit` is a key of units.py, a currency, % or "".

    `kind` tells how it is written: "small" are words that imply a number (a couple, seorang),
    "vague" a magnitude (thousands, ribuan). What is no number but written in figures (version
    1.2.4) has no values. A value below zero has its minus in the text. `trend` is -1 if the words
    before say that something fell by so much, 1 that it rose, else 0. `scale` is what a magnitude
    (million) has multiplied the values by.
    """

    values: tuple[float, ...]
    start: int
    end: int
    kind: Kind
    unit: str = ""
    written: str = ""
    trend: int = 0
    scale: float = 1.0
