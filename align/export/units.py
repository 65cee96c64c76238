"""What a row is made of: a bead, a paragraph, or the whole document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from align.export.groups import Groups
from align.model import Article, Bead, Kind, Review

UnitName = Literal["bead", "paragraph", "document"]
UNITS: tuple[UnitName, ...] = get_args(UnitName)


@dataclass(frozen=True, slots=True)
class Unit:
    """Beads told as one: their numbers, and the sentences of both sides in reading order."""

    beads: tuple[int, ...]
    source: tuple[int, ...]
    target: tuple[int, ...]
    moved: bool
    score: float

    @property
    def bead(self) -> int:
        """The first of its beads."""
        return self.beads[0]

    @property
    def kind(self) -> Kind:
        if not self.target:
            return "omission"
        return "match" if self.source else "addition"


def units(review: Review, name: UnitName = "bead") -> Iterator[Unit]:
    """The units of a review, in the order of their first beads.

    A paragraph unit is the least set of beads whose sentences fill whole paragraphs of both sides,
    so that nothing of a paragraph stands in two units. It is moved if any of its beads is, and as
    surely right as the most doubtful of them.
    """
    if name == "bead":
        yield from (_unit(review.beads, [number]) for number in range(len(review.beads)))
    elif name == "document":
        if review.beads:
            yield _unit(review.beads, range(len(review.beads)))
    else:
        yield from (_unit(review.beads, group) for group in _by_paragraph(review))


def _unit(beads: Sequence[Bead], numbers: Iterable[int]) -> Unit:
    numbers = tuple(numbers)
    if len(numbers) == 1:
        bead = beads[numbers[0]]
        return Unit(numbers, bead.source, bead.target, bead.moved, bead.score)
    return Unit(numbers,
                tuple(sorted(i for number in numbers for i in beads[number].source)),
                tuple(sorted(j for number in numbers for j in beads[number].target)),
                any(beads[number].moved for number in numbers),
                min(beads[number].score for number in numbers))


def _by_paragraph(review: Review) -> list[list[int]]:
    """Beads joined wherever they share a paragraph of either side."""
    home: dict[tuple[int, int], int] = {}  # paragraph of a side -> a bead of its group
    groups: Groups[int] = Groups()
    for number, bead in enumerate(review.beads):
        groups.add(number)
        for paragraph in (*_paragraphs(0, review.original, bead.source),
                          *_paragraphs(1, review.rewrite, bead.target)):
            groups.join(number, home.setdefault(paragraph, number))
    return list(groups.all().values())


def _paragraphs(side: int, article: Article,
                sentences: Sequence[int]) -> set[tuple[int, int]]:
    return {(side, article.sentences[number].paragraph) for number in sentences}
