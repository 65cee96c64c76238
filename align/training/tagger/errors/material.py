"""What an error maker is given: a clean pair with its words, their links, and its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from align.text.tokens import Token
from align.training.tagger.errors.edit import Edit, Side
from align.training.tagger.lexis import Lexis, words

Range = tuple[int, int]


@dataclass(frozen=True)
class Material:
    """A pair, its word tables, and other pairs of the same document (source, target)."""

    source: str
    target: str
    lexis: Lexis
    mates: Sequence[tuple[str, str]] = ()

    @cached_property
    def source_words(self) -> tuple[Token, ...]:
        return words(self.source)

    @cached_property
    def target_words(self) -> tuple[Token, ...]:
        return words(self.target)

    @cached_property
    def links(self) -> frozenset[tuple[int, int]]:
        return self.lexis.links(self.source_words, self.target_words)

    def text(self, side: Side) -> str:
        return self.source if side == "source" else self.target

    def words(self, side: Side) -> tuple[Token, ...]:
        return self.source_words if side == "source" else self.target_words

    def partners(self, side: Side, index: int) -> tuple[int, ...]:
        """Indices of the words on the other side that a word is linked with."""
        if side == "source":
            return tuple(sorted(j for i, j in self.links if i == index))
        return tuple(sorted(i for i, j in self.links if j == index))

    def marks(self, side: Side, start: int, end: int,
              label: int) -> tuple[tuple[int, int, int], ...]:
        """Marks on the other side for all words linked with those inside [start, end)."""
        other = self.words("target" if side == "source" else "source")
        linked = {partner for index, word in enumerate(self.words(side))
                  if start <= word.start and word.end <= end
                  for partner in self.partners(side, index)}
        return tuple((other[i].start, other[i].end, label) for i in sorted(linked))

    def phrase(self, side: Side, first: int, last: int) -> Range | None:
        """The stretch on the other side that renders words first..last and nothing else.

        None where the links say that the two stretches are not each other's translation.
        """
        other: Side = "target" if side == "source" else "source"
        linked = {p for i in range(first, last + 1) for p in self.partners(side, i)}
        if not linked:
            return None
        low, high = min(linked), max(linked)
        back = {p for i in range(low, high + 1) for p in self.partners(other, i)}
        if any(not first <= p <= last for p in back):
            return None
        span = self.words(other)
        return span[low].start, span[high].end


Maker = Callable[[Material, Random], Edit | None]


def cased(like: str, word: str) -> str:
    """`word` with the capitals of `like`: Court, lapangan -> Lapangan."""
    if like[:1].isupper() and not (like.isupper() and len(like) > 1):
        return word[:1].upper() + word[1:]
    return word.upper() if like.isupper() and len(like) > 1 else word


def draw(rng: Random, things: Sequence[Edit]) -> Edit | None:
    """One of them, or None if there is none."""
    return rng.choice(things) if things else None
