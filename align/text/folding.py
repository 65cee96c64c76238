"""Spellings made comparable: lower case, without diacritics."""

from __future__ import annotations

import re
import unicodedata

_DIACRITIC = re.compile("[\u0300-\u036f]")
_PIECE = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without diacritics: Erdoğan → erdogan."""
    if not text.isascii():
        text = _DIACRITIC.sub("", unicodedata.normalize("NFD", text))
    return text.lower()


def index_words(text: str) -> list[str]:
    """The folded words of a text as an index holds them, the way SQLite's `unicode61` cuts.

    Every run of letters and digits is one: 17.30 is two words.
    """
    return _PIECE.findall(fold(text))
