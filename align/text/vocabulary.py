"""What kind a word is: ordinary English, Indonesian, both, or none of them.

The vocabulary (`models/vocabulary.tsv.gz`) says of a lower-cased word whether English or Indonesian
writes it in lower case as a rule, which makes it an ordinary word and no name.
"""

from __future__ import annotations

from functools import cache, lru_cache

from align import models
from align.text.en.morphology import lemmas
from align.text.id.morphology import roots

_LEAST = 4  # letters of a stem that is sure to be no chance


@cache
def _vocabulary() -> dict[str, str]:
    return dict(line.split("\t") for line in models.table("vocabulary").splitlines())


def is_english(word: str) -> bool:
    """Whether a lower-cased word is an ordinary English one (not a name)."""
    return _vocabulary().get(word, "") in ("e", "w", "b")


def is_plain_english(word: str) -> bool:
    """Whether a lower-cased word is English that no Indonesian text takes over as a term."""
    return _vocabulary().get(word, "") == "e" or (word not in _vocabulary() and is_derived(word))


@lru_cache(maxsize=65536)
def is_derived(word: str) -> bool:
    """Whether a lower-cased word is an ordinary English one with an endings: hikers, mauled."""
    return any(is_english(base) for lemma in lemmas(word)[1:] for base in lemmas(lemma))


def is_indonesian(word: str) -> bool:
    """Whether a lower-cased word is Indonesian, or English that Indonesian has taken in."""
    return _vocabulary().get(word, "") in ("i", "b") or stem(word) is not None


@lru_cache(maxsize=65536)
def stem(word: str) -> str | None:
    """The longest Indonesian stem that a derived word is made of, or None if no known one is."""
    known = [root for root in roots(word) if root != word and len(root) >= _LEAST
             and _vocabulary().get(root) in ("i", "b")]
    return min(known, key=lambda root: (-len(root), root), default=None)
