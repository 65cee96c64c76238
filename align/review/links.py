"""Beads that reviewers split, merged or linked otherwise, as events.

A `link` event names sentences by their text, so it finds them after a re-check, and carries the
flags that were found anew, so that reading it needs no model. Its value:

    {"source": [name…], "target": [name…],      every sentence of the beads that it replaces
     "beads": [[[i…], [j…]]…],                  the new beads, by place in those two lists
     "flags": [Flag…]}                          with beads and sentences counted likewise

An event whose sentences are not all there any more, or no longer make whole beads, says nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from align.errors import InputError, SchemaError
from align.model import Article, Bead, Flag, Review, Span
from align.naming import named
from align.review.events import Event
from align.serial import from_json, to_json

Group = tuple[tuple[int, ...], tuple[int, ...]]  # sentences of the original and of the rewrite
Recheck = Callable[[Review, Sequence[Bead]], Sequence[Flag]]  # flags of some beads, by place


def linked(review: Review, events: Iterable[Event]) -> Review:
    """The review with the beads and flags that reviewers gave it, in the order they did so."""
    own = {(event.by, event.id): event for event in events}
    ordered = sorted(own.values(), key=lambda event: event.order)
    dead: set[tuple[str, str]] = set()
    for event in ordered:
        if event.verb == "undo":
            dead.add((event.by, event.value))
        elif event.verb == "redo":
            dead.discard((event.by, event.value))
    changed = review
    for event in ordered:
        if event.verb == "link" and (event.by, event.id) not in dead:
            changed = _applied(changed, event.value)
    return review if changed is review else named(changed)


def link_value(review: Review, groups: Sequence[Group], recheck: Recheck) -> dict[str, Any]:
    """The value of a `link` event that replaces the beads of some sentences by others.

    Args:
        groups: the new beads, as sentence numbers of both articles. Together they must hold the
            sentences of whole beads of the review, each sentence once.
        recheck: finds the flags of the new beads.

    Raises:
        InputError: a sentence is there twice or not at all, or a bead would be torn.
    """
    sides = ([i for group in groups for i in group[0]], [j for group in groups for j in group[1]])
    for numbers, article in zip(sides, (review.original, review.rewrite), strict=True):
        if len(set(numbers)) < len(numbers) or not all(
                0 <= number < len(article.sentences) for number in numbers):
            raise InputError("Each sentence belongs to one pair; name every one once.")
    if not all(group[0] or group[1] for group in groups):
        raise InputError("A pair needs a sentence on one side at least.")
    if _replaced(review, *map(set, sides)) is None:
        raise InputError("Pairs can only be linked anew whole; name all sentences of each.")
    source, target = sorted(sides[0]), sorted(sides[1])
    beads = [Bead(tuple(sorted(left)), tuple(sorted(right))) for left, right in groups]
    flags = [_moved(flag, {i: n for n, i in enumerate(source)},
                    {j: n for n, j in enumerate(target)}) for flag in recheck(review, beads)]
    names = sentence_names(review.original), sentence_names(review.rewrite)
    return {"source": [names[0][i] for i in source], "target": [names[1][j] for j in target],
            "beads": [[[source.index(i) for i in bead.source],
                       [target.index(j) for j in bead.target]] for bead in beads],
            "flags": to_json(flags)}


def groups_of(kind: str, beads: Sequence[Bead]) -> list[Group]:
    """What beads become: "merge" makes one of all; "split" takes the first sentences of one apart.

    A pair of one sentence with one becomes an omission and an addition; of a bead with several
    sentences on one side only, those after the first stand alone.

    Raises:
        InputError: there is nothing to merge or split.
    """
    if kind == "merge":
        if len(beads) < 2:
            raise InputError("There is no second passage to link with.")
        return [(tuple(i for bead in beads for i in bead.source),
                 tuple(j for bead in beads for j in bead.target))]
    if kind != "split" or len(beads) != 1:
        raise InputError("Pairs can be merged or split.")
    source, target = beads[0].source, beads[0].target
    if len(source) == len(target) == 1:
        return [(source, ()), ((), target)]
    if len(source) < 2 and len(target) < 2:
        raise InputError("A single sentence cannot be split; change the text and check again.")
    groups = [(source[:1], target[:1]), (source[1:], target[1:])]
    return [group for group in groups if group[0] or group[1]]


def sentence_names(article: Article) -> tuple[str, ...]:
    """A name for each sentence: of its text, and which one it is of those alike."""
    seen: Counter[str] = Counter()
    names = []
    for sentence in article.sentences:
        digest = hashlib.sha256(sentence.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[digest] += 1
        names.append(digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
    return tuple(names)


def _applied(review: Review, value: Any) -> Review:
    try:
        source = _places(review.original, value["source"])
        target = _places(review.rewrite, value["target"])
        beads = [Bead(tuple(source[i] for i in left), tuple(target[j] for j in right))
                 for left, right in value["beads"]]
        flags = [_moved(from_json(Flag, flag), dict(enumerate(source)), dict(enumerate(target)))
                 for flag in value["flags"]]
    except (KeyError, IndexError, TypeError, ValueError, SchemaError):
        return review
    old = _replaced(review, set(source), set(target))
    if old is None or not all(0 <= flag.bead < len(beads) for flag in flags):
        return review
    return _with(review, old, beads, flags)


def _with(review: Review, old: set[int], beads: list[Bead], flags: list[Flag]) -> Review:
    """The review with some beads and their flags in the place of old ones."""
    first = min(old, default=len(review.beads))
    kept = [n for n in range(len(review.beads)) if n not in old]
    before = [n for n in kept if n < first]
    order = {n: i if n < first else i + len(beads) for i, n in enumerate(kept)}
    new = [replace(flag, bead=len(before) + flag.bead) for flag in flags]

    def rest(flags: Iterable[Flag]) -> list[Flag]:
        return [replace(flag, bead=order[flag.bead]) for flag in flags if flag.bead in order]

    all_beads = [*(review.beads[n] for n in before), *beads,
                 *(review.beads[n] for n in kept if n > first)]
    return replace(review, beads=tuple(all_beads), quiet=tuple(rest(review.quiet)),
                   flags=tuple(sorted([*rest(review.flags), *new], key=lambda flag: flag.bead)))


def _replaced(review: Review, source: set[int], target: set[int]) -> set[int] | None:
    """The beads made of these sentences and no others, or None where one would be torn."""
    touched = {n for n, bead in enumerate(review.beads)
               if source.intersection(bead.source) or target.intersection(bead.target)}
    whole = all(source.issuperset(review.beads[n].source)
                and target.issuperset(review.beads[n].target) for n in touched)
    return touched if whole else None


def _places(article: Article, names: Sequence[str]) -> list[int]:
    place = {name: i for i, name in enumerate(sentence_names(article))}
    return [place[name] for name in names]


def _moved(flag: Flag, source: dict[int, int], target: dict[int, int]) -> Flag:
    """The flag with the sentences of its spans renumbered."""
    return replace(flag, source=_spans(flag.source, source), target=_spans(flag.target, target))


def _spans(spans: Sequence[Span], place: dict[int, int]) -> tuple[Span, ...]:
    return tuple(Span(place[span.sentence], span.start, span.end) for span in spans)
