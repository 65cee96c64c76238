"""Sentences that the path left alone though a bead near them renders them: a last look.

Newsrooms condense in an order of their own: one sentence says the first, the second and the
seventh of the original. Each sentence that stands alone is held against the beads around it
(`belonging.py`), next to it or not. The surest is attached first; what it explains then speaks no
more for the others.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from align.aligner.belonging import (
    Evidence,
    Half,
    belonging,
    make_half,
    promise,
)
from align.aligner.settings import AlignerSettings, Belonging
from align.aligner.sides import Side
from align.encoders import Encoder
from align.model import Bead
from align.odds import chance

_REACH = 10  # sentences between a lone one and the beads that it is held against
_LIKEST = 2  # of these, the likest by vector and by words are, and those next to it
_SEVERAL = 2  # sentences on the shorter side of a bead that grows

Pair = tuple[int, int]  # a bead that is one sentence alone, and another bead, by number
Places = tuple[list[Pair], list[Pair]]  # for each side where beads stand, and which; rising


@dataclass(frozen=True, slots=True)
class Look:
    """Beads by number, of which those taken up into others go, and what is known of the sides.

    `near` are the beads that each lone sentence is held against, by number.
    """

    beads: dict[int, Bead]
    places: Places
    near: dict[int, frozenset[int]]
    halves: tuple[Half, Half]
    floor: float
    widest: int


def attach(beads: Sequence[Bead], sides: tuple[Side, Side],
           texts: tuple[Sequence[str], Sequence[str]], encoder: Encoder, floor: float,
           settings: AlignerSettings) -> list[Bead]:
    """The beads, each lone sentence that belongs to another of them taken up there; in no order.

    Args:
        beads: with additions where they stand in the target.
        floor: the cosine of unrelated sentences.
    """
    if all(bead.kind == "match" for bead in beads):
        return list(beads)
    look = begin(beads, sides, texts, encoder, floor, settings.widest)
    bare = {number for number, bead in look.beads.items() if bead.kind != "match"}
    heap = [found for pair in pairs(look) if (found := _sure(look, pair, settings))]
    heapify(heap)
    while heap:
        odds, pair, size = heappop(heap)
        if pair[0] not in look.beads or pair[1] not in look.beads or size != _size(look, pair):
            continue
        join(look, pair, chance(-odds))
        for again in pairs(look, pair[1]):
            if found := _sure(look, again, settings):
                heappush(heap, found)
    return _told(look, bare)


def begin(beads: Sequence[Bead], sides: tuple[Side, Side],
          texts: tuple[Sequence[str], Sequence[str]], encoder: Encoder, floor: float,
          widest: int) -> Look:
    """The look at beads as the path left them."""
    numbered = dict(enumerate(beads))
    places = _places(beads, 0), _places(beads, 1)
    around = {alone: _around(places, bead) for alone, bead in numbered.items()
              if bead.kind != "match"}
    known = {number for alone, found in around.items() for number in (alone, *found)}
    first, second = (make_half(sides[side], texts[side], _sentences(numbered, known, side), encoder)
                     for side in (0, 1))
    near = {alone: _likest(numbered, alone, found, (first, second))
            for alone, found in around.items()}
    for side, half in enumerate((first, second)):
        half.pieces.foresee(_sentences(numbered, (
            number for alone, found in near.items() if _side(numbered[alone]) != side
            for number in found), side))
    return Look(numbered, places, near, (first, second), floor, widest)


def _sentences(beads: dict[int, Bead], numbers: Iterable[int], side: int) -> set[int]:
    return {at for number in numbers for at in _parts(beads[number])[side]}


def _likest(beads: dict[int, Bead], alone: int, around: set[int],
            halves: tuple[Half, Half]) -> frozenset[int]:
    """Of the beads around a lone sentence those next to it, and the likest few in either way."""
    side = _side(beads[alone])
    (at,) = _parts(beads[alone])[side]
    others = {number: promise(at, _parts(beads[number])[1 - side], halves[side], halves[1 - side])
              for number in sorted(around) if _parts(beads[number])[1 - side]}
    best = {number for way in (0, 1)
            for number in sorted(others, key=lambda number: -others[number][way])[:_LIKEST]}
    return frozenset(best | {number for number in others if not
                             {at - 1, at + 1}.isdisjoint(_parts(beads[number])[side])})


def pairs(look: Look, only: int | None = None) -> Iterator[Pair]:
    """All lone sentences with the beads around them that may take them up.

    Args:
        only: the number of the one bead that may, for it has grown; else the likest of those near.
    """
    for alone, bead in look.beads.items():
        if bead.kind == "match":
            continue
        side = _side(bead)
        near = look.near[alone] if only is None else _around(look.places, bead) & {only}
        for number in sorted(near):
            other = look.beads.get(number)
            if other is None or number == alone:
                continue
            own, opposite = _parts(other)[side], _parts(other)[1 - side]
            if (opposite and len(own) < look.widest
                    and min(len(own) + 1, len(opposite)) <= _SEVERAL):
                yield alone, number


def evidence(look: Look, pair: Pair) -> Evidence:
    """What speaks for a lone sentence being part of a bead."""
    alone, other = look.beads[pair[0]], look.beads[pair[1]]
    side = _side(alone)
    (at,) = _parts(alone)[side]
    own, opposite = _parts(other)[side], _parts(other)[1 - side]
    between = (min(abs(at - each) for each in own) - 1 if own else
               min(abs(at - place) for place, number in look.places[side] if number == pair[1]))
    return belonging(at, own, opposite, look.halves[side], look.halves[1 - side], look.floor
                     ) | {"gap": math.log1p(between)}


def log_odds(found: Evidence, weights: Belonging) -> float:
    """That the sentence belongs to the bead, in nats."""
    total: float = sum(getattr(weights, name) * value for name, value in found.items())
    return weights.bias + total


def join(look: Look, pair: Pair, chance: float) -> None:
    """Take the lone sentence up into the bead, whose score is then this chance."""
    alone, other = look.beads.pop(pair[0]), look.beads[pair[1]]
    look.beads[pair[1]] = replace(other, source=tuple(sorted(other.source + alone.source)),
                                  target=tuple(sorted(other.target + alone.target)),
                                  score=chance)


def _sure(look: Look, pair: Pair,
          settings: AlignerSettings) -> tuple[float, Pair, int] | None:
    """A pair with its log odds, negated, if they suffice, and the size of the bead it was of."""
    odds = log_odds(evidence(look, pair), settings.belonging)
    # What stands alone on both sides the path and the search for moves have judged before.
    least = settings.pair_odds if look.beads[pair[1]].kind != "match" else 0.0
    return (-odds, pair, _size(look, pair)) if odds > least else None


def _size(look: Look, pair: Pair) -> int:
    return sum(map(len, _parts(look.beads[pair[1]])))


def _side(alone: Bead) -> int:
    return 0 if alone.source else 1


def _parts(bead: Bead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return bead.source, bead.target


def _around(places: Places, alone: Bead) -> set[int]:
    """Numbers of the beads within reach of a lone sentence, itself among them."""
    side = _side(alone)
    (at,) = _parts(alone)[side]
    near = places[side][bisect(places[side], (at - _REACH, -1)):
                        bisect(places[side], (at + _REACH + 1, -1))]
    return {number for _, number in near}


def _places(beads: Sequence[Bead], side: int) -> list[Pair]:
    """Where beads stand on a side; an addition to it, right behind what is before it opposite."""
    found, last = [], -1
    opposite = sorted((number for number, bead in enumerate(beads) if _parts(bead)[1 - side]),
                      key=lambda number: _parts(beads[number])[1 - side])
    for number in opposite:
        own = _parts(beads[number])[side]
        if own and not beads[number].moved:
            last = own[-1]
        found += [(at, number) for at in own or (last,)]
    return sorted(found + [(_parts(bead)[side][0], number) for number, bead in enumerate(beads)
                           if not _parts(bead)[1 - side]])


def _told(look: Look, bare: set[int]) -> list[Bead]:
    """The beads that are left; what stood alone on both sides and now crosses others has moved."""
    steady = [bead for number, bead in look.beads.items()
              if bead.kind == "match" and not bead.moved and number not in bare]
    rows, columns = (sorted(_parts(bead)[side][0] for bead in steady) for side in (0, 1))
    return [
        replace(bead, moved=bisect(rows, bead.source[0]) != bisect(columns, bead.target[0]))
        if number in bare and bead.kind == "match" else bead
        for number, bead in look.beads.items()
    ]
