"""The reviews of one folder as one reviewer works through them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from align.errors import InputError
from align.model import Bead, Review
from align.naming import bead_names
from align.review import journal
from align.review.alike import listed
from align.review.events import Event, now
from align.review.fold import Opinion, fold
from align.review.folder import REVIEW, load_review, reviews_in
from align.review.links import Recheck, groups_of, link_value, linked
from align.review.receiving import received


@dataclass(frozen=True, slots=True)
class Opened:
    """A review as its reviewers changed it, all events on it, and what each amounts to."""

    review: Review
    events: tuple[Event, ...]
    opinions: dict[str, Opinion]


@lru_cache(maxsize=8)
def _loaded(folder: Path, stamp: tuple[int, int, int]) -> Review:
    """The review in a folder, read again only where its file is another (`stamp`)."""
    return load_review(folder)


@dataclass
class Shelf:
    """All reviews at or below `root`, by their place in it ("" is the root itself), and who reads.

    `recheck` finds the flags of pairs that were linked anew; `sample` is how many pairs of each
    article without a flag are to be judged too.
    """

    root: Path
    by: str
    recheck: Recheck
    sample: int = 0
    places: tuple[str, ...] = ()
    _writers: dict[str, journal.Writer] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        found = (path.relative_to(self.root).as_posix() for path in reviews_in(self.root))
        self.places = tuple("" if place == "." else place for place in found)

    def folder(self, place: str) -> Path:
        """The folder of a review.

        Raises:
            InputError: there is no such review on the shelf.
        """
        if place not in self.places:
            raise InputError("There is no such article in this folder; go back to the list.")
        return self.root / place

    def open(self, place: str) -> Opened:
        """The review at a place as it now stands."""
        folder = self.folder(place)
        events = journal.read(folder / journal.FOLDER).events
        stamp = (folder / REVIEW).stat()
        review = _loaded(folder, (stamp.st_mtime_ns, stamp.st_size, stamp.st_ino))
        return Opened(linked(review, events), events, fold(events))

    def beside(self, place: str) -> tuple[str | None, str | None]:
        """The places before and after one."""
        at = self.places.index(place)
        return (self.places[at - 1] if at else None,
                self.places[at + 1] if at + 1 < len(self.places) else None)

    def save(self, place: str, plain: Any) -> tuple[Event, ...]:
        """Put what a page sent on the disk.

        Raises:
            InputError: these are no events.
            NotSavedError: the disk would not have them.
        """
        return self._append(place, received(self.open(place).review, self.by, plain))

    def ignore_alike(self, place: str, flag: str) -> str:
        """Let later checks be silent on what a flag is about; says where that is written."""
        review = self.open(place).review
        found = next((each for each in review.flags if each.id == flag), None)
        if found is None:
            raise InputError("This flag is not in the review any more; load the page again.")
        return listed(review, found, self.root)

    def link(self, place: str, kind: str, beads: Sequence[str]) -> None:
        """Merge or split beads, check them anew, and keep that as an event.

        Raises:
            InputError: this cannot be merged or split.
        """
        review = self.open(place).review
        numbers = {name: number for number, name in enumerate(bead_names(review))}
        if not beads or any(name not in numbers for name in beads):
            raise InputError("These pairs are not in the review any more; load the page again.")
        chosen: list[Bead] = [review.beads[numbers[name]] for name in beads]
        value = link_value(review, groups_of(kind, chosen), self.recheck)
        self._append(place, received(review, self.by, [
            {"v": 1, "id": f"{secrets.token_hex(6)}.1", "at": now(), "verb": "link", "value": value,
             "bead": beads[0]}]))

    def _append(self, place: str, events: Sequence[Event]) -> tuple[Event, ...]:
        with self._lock:
            writer = self._writers.setdefault(
                place, journal.Writer(self.folder(place) / journal.FOLDER, self.by))
            return writer.append(events)
