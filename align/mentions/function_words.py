"""Indonesian text -> its function words: what joins clauses, counts, bounds and places in time.

They stand in classes that one meaning shares (meski, walaupun, kendati), and classes in groups of
which one word may take another's place (`function_words.tsv`: group, class, words).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class FunctionWord(NamedTuple):
    """A word of the class `name` at `text[start:end]`."""

    name: str
    start: int
    end: int


@cache
def groups() -> Mapping[str, str]:
    """The group of each class, in the order of the table."""
    return {name: group for group, name, _ in _rows()}


@lru_cache(maxsize=4096)
def read_function_words(text: str) -> tuple[FunctionWord, ...]:
    """All function words of an Indonesian text, in order; they do not overlap."""
    pattern, names = _pattern()
    return tuple(FunctionWord(names[(match.lastindex or 1) - 1], *match.span())
                 for match in pattern.finditer(text))


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    text = files("align.mentions").joinpath("function_words.tsv").read_text(encoding="utf-8")
    return tuple((group, name, words) for group, name, words in
                 (line.split("\t") for line in text.splitlines()))


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[str, ...]]:
    body = "|".join(f"({words})" for _, _, words in _rows())
    return (re.compile(rf"\b(?:{body})(?:nya|lah)?(?![\w-])", re.IGNORECASE),
            tuple(name for _, name, _ in _rows()))
