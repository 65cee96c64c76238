"""What a page sends, made into events: the page says what was done, the review what was seen."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from align.errors import InputError
from align.model import Flag, Review
from align.naming import bead_names
from align.review.events import Event, event
from align.review.folder import pair_name
from align.review.standing import shown, shown_pair


def received(review: Review, by: str, plain: Any) -> tuple[Event, ...]:
    """The events of a page on this review, by this reviewer, with what was shown.

    Args:
        plain: a list of the JSON values that the page sent; their `by`, `pair`, `signature` and
            `shown` are not trusted.

    Raises:
        InputError: it is no list of events.
    """
    if not isinstance(plain, list):
        raise InputError("Decisions are sent as a list.")
    pair = pair_name(review)
    flags = {flag.id: flag for flag in (*review.flags, *review.quiet)}
    beads = {name: number for number, name in enumerate(bead_names(review))}
    stamped = []
    for each in plain:
        if not isinstance(each, dict):
            raise InputError("A decision is an object with id, at, pair and verb.")
        made = event({**each, "by": by, "pair": pair, "signature": review.signature})
        stamped.append(replace(made, shown=_seen(review, made, flags, beads)))
    return tuple(stamped)


def reviewer(name: str = "") -> str:
    """The reviewer's name: the one given, or that of the user of this computer."""
    given = " ".join(name.split())
    if len(given) > 200:
        raise InputError("A reviewer's name has at most 200 characters; give a shorter one.")
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reader"


def _seen(review: Review, made: Event, flags: Mapping[str, Flag],
          beads: Mapping[str, int]) -> dict[str, Any]:
    if made.flag in flags and 0 <= flags[made.flag].bead < len(review.beads):
        return shown(review, flags[made.flag])
    if made.bead in beads:
        return shown_pair(review, beads[made.bead])
    return {}


def grouped(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Events by reviewer, in order, as they go to the files."""
    apart: dict[str, list[Event]] = {}
    for each in sorted(events, key=lambda each: each.order):
        apart.setdefault(each.by, []).append(each)
    return apart
