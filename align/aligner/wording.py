"""Which content words and figures of a sentence stand rendered among those of others.

Names, figures and rare words are the surest sign that a condensed sentence says something of a
sentence whose vector is far from its own. Words are held against each other through the lexicon,
by root, or as they are spelt; whichever side is English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np

from align.lexicon import Lexicon
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.folding import fold
from align.text.id.morphology import roots
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import is_content, tokens

Words = frozenset[str]

_STOP = ENGLISH_STOP | INDONESIAN_STOP
_CHANCE = 0.01  # share of a word's renderings below which one is an accident
_POINTS = str.maketrans("", "", ".,:")


def content(text: str) -> Words:
    """The content words of a text in lower case, and its figures without their points."""
    return frozenset(
        token.lower.translate(_POINTS) if token.text[0].isdigit() else token.lower
        for token in tokens(text) if token.text[0].isdigit() or is_content(token, _STOP))


def rarities(sentences: Sequence[Words]) -> dict[str, float]:
    """For every word the log of the share of these sentences that have it, negated.

    After Spärck Jones (1972), one sentence added so that no word weighs nothing.
    """
    counts = Counter(word for each in sentences for word in each)
    return {word: float(np.log((len(sentences) + 1) / count)) for word, count in counts.items()}


def rendered(ours: Words, theirs: Words) -> Words:
    """Those of our words that some of theirs renders, or is rendered by."""
    stand, reach = _told_by(theirs)
    return frozenset(word for word in ours
                     if not _stems(word).isdisjoint(reach)
                     or not _renderings(word).isdisjoint(stand))


def weighed(words: Iterable[str], rarity: Mapping[str, float]) -> float:
    """What the words weigh together; those of no known rarity count nothing."""
    return sum(rarity.get(word, 0.0) for word in sorted(words))


@lru_cache(maxsize=1 << 10)
def _told_by(words: Words) -> tuple[Words, Words]:
    """Stems of the words, and of what they may become."""
    return (frozenset().union(*map(_stems, words)), frozenset().union(*map(_renderings, words)))


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> Words:
    return frozenset({fold(word)} if word[0].isdigit() else {fold(word), *roots(word)})


@lru_cache(maxsize=1 << 16)
def _renderings(word: str) -> Words:
    """Stems of all that the word may become in Indonesian, itself as it is spelt among them."""
    if word[0].isdigit():
        return frozenset({word})
    found = {fold(word)}
    for entry in Lexicon.load().entries(word):
        if entry.p > _CHANCE:
            for part in entry.target.split():
                if part not in _STOP and len(part) > 2:
                    found |= _stems(part)
    return frozenset(found)
