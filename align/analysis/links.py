"""Which word renders which, in one sentence pair.

Competitive linking (Melamed, "Models of translational equivalence among words", 2000): the
strongest link first, then neighbours that belong to the same translation. Where the tagger has
read the pair its vectors and the lexicon are weighed together; otherwise the lexicon tells alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from align.analysis.fusing import chances
from align.analysis.gaps import weighs
from align.analysis.lexical import PART, Matrix, strengths
from align.lexicon import Lexicon
from align.lexicon.logistic import shipped
from align.tagger.likeness import word_likeness
from align.tagger.run import Matrix as Cosines
from align.tagger.run import Tagged, Tagger
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, words

LONG = 300         # words from which a text is no sentence
FAR = 0.6          # what the full length of the sentence costs a link of the lexicon alone
LEAST = 0.30       # a weaker link is none
_MORE = 0.4        # chance from which a word has a second rendering beside its first


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Source word index, target word index, strength 0 to 1.

    `known`: whether the lexicon, a figure or a spelling says so, and not vectors alone.
    """

    source: int
    target: int
    strength: float
    known: bool = True


@dataclass(frozen=True, eq=False)
class Linked:
    """The words of both texts of a pair and the links between them."""

    source: str
    target: str
    ours: tuple[Token, ...]
    theirs: tuple[Token, ...]
    links: tuple[Link, ...]

    @cached_property
    def known(self) -> tuple[Link, ...]:
        """The links that do not rest on vectors alone."""
        return tuple(link for link in self.links if link.known)

    @cached_property
    def ahead(self) -> dict[int, list[int]]:
        """Places of target words by the place of the source word that they render."""
        found: dict[int, list[int]] = {}
        for link in self.links:
            found.setdefault(link.source, []).append(link.target)
        return found

    @cached_property
    def back(self) -> dict[int, list[int]]:
        """Places of source words by the place of the target word that renders them."""
        found: dict[int, list[int]] = {}
        for link in self.links:
            found.setdefault(link.target, []).append(link.source)
        return found


def linked(source: str, target: str, lexicon: Lexicon, tagged: Tagged | None = None) -> Linked:
    """The words of a pair and their links.

    Nothing of texts of LONG words or more: they are no sentences, and all words would be held
    against all.

    Args:
        tagged: what the tagger says of the same pair; without it, or without its likeness of
            pieces, the lexicon tells alone.
    """
    ours, theirs = tuple(words(source)), tuple(words(target, doubling=True))
    if max(len(ours), len(theirs)) >= LONG:
        return Linked(source, target, (), (), ())
    likeness = word_likeness(tagged, ours, theirs) if tagged else None
    return Linked(source, target, ours, theirs,
                  tuple(align_words(ours, theirs, lexicon, likeness)))


def linked_all(pairs: Sequence[tuple[str, str]], lexicon: Lexicon,
               tagger: Tagger | None) -> list[Linked]:
    """The words and links of many pairs, in order: one call of the tagger, if there is one."""
    tagged: Sequence[Tagged | None] = tagger.tag(pairs) if tagger else [None] * len(pairs)
    return [linked(*pair, lexicon, seen) for pair, seen in zip(pairs, tagged, strict=True)]


def align_words(source: Sequence[Token], target: Sequence[Token], lexicon: Lexicon,
                likeness: Cosines | None = None) -> list[Link]:
    """Links of one pair, by source then target. Words without a counterpart have none.

    Args:
        source: `words(text)`.
        target: `words(text, doubling=True)`.
        likeness: of the words by the tagger's vectors, (source, target).
    """
    if not source or not target:
        return []
    strength = strengths(source, target, lexicon)
    if likeness is None:
        return _by_lexicon(strength, target)
    return _fused(strength, likeness, source, target)


def _by_lexicon(strength: Matrix, target: Sequence[Token]) -> list[Link]:
    """The strongest and nearest first; each target word once, phrases beside their first word."""
    high, wide = strength.shape
    candidates = sorted(
        (-(float(strength[i, j]) - FAR * abs((i + 0.5) / high - (j + 0.5) / wide)), i, j)
        for i, j in np.argwhere(strength > 0).tolist())
    links: list[Link] = []
    beside: dict[int, list[int]] = {}
    used: set[int] = set()
    for placed, i, j in candidates:
        if -placed < LEAST or j in used:
            continue
        if i in beside and not (strength[i, j] >= PART and _touches(j, beside[i])
                                and target[j].lower not in INDONESIAN_STOP):
            continue
        beside.setdefault(i, []).append(j)
        used.add(j)
        links.append(Link(i, j, float(strength[i, j])))
    return sorted(links)


def _fused(strength: Matrix, likeness: Cosines, source: Sequence[Token],
           target: Sequence[Token]) -> list[Link]:
    """The likeliest first; a word has more than one counterpart only if they touch.

    Vectors alone link content words: function words are alike everywhere.
    """
    chance = chances(strength, likeness, shipped("links"))
    content = np.outer([weighs(word, ENGLISH_STOP) for word in source],
                       [weighs(word, INDONESIAN_STOP) for word in target])
    open_to = np.argwhere((chance >= LEAST) & (content | (strength > 0))).tolist()
    links: list[Link] = []
    ahead: dict[int, list[int]] = {}
    back: dict[int, list[int]] = {}
    for likely, i, j in sorted((-float(chance[i, j]), i, j) for i, j in open_to):
        first = i not in ahead and j not in back
        more = (-likely >= _MORE and (i in ahead) != (j in back)
                and (_touches(j, ahead[i]) if i in ahead else _touches(i, back[j])))
        if first or more:
            ahead.setdefault(i, []).append(j)
            back.setdefault(j, []).append(i)
            known = float(strength[i, j])
            links.append(Link(i, j, max(known, -likely), known > 0))
    return sorted(links)


def _touches(place: int, places: Sequence[int]) -> bool:
    return any(abs(place - other) == 1 for other in places)
