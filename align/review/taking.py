"""Taking in decisions that were made on a mailed page: each goes to the review it is about."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from align.errors import InputError
from align.review import journal
from align.review.events import Event, event, line
from align.review.folder import load_review, pair_name, reviews_in
from align.review.receiving import received


@dataclass(frozen=True, slots=True)
class Taken:
    """How many decisions of whom were new, how many were there already, how many fit no review."""

    new: Mapping[str, int]
    known: int
    homeless: int


def take_in(file: Path, root: Path) -> Taken:
    """Append the decisions of a file to the journals of the reviews at or below a folder.

    The file is the one that a page saves: an event a line. It may be taken in any number of times.

    Raises:
        InputError: the file cannot be read or holds no decisions.
        NotSavedError: a journal cannot be written.
    """
    events = _read(file)
    places = {pair_name(load_review(folder)): folder for folder in reviews_in(root)}
    new: Counter[str] = Counter()
    known = homeless = 0
    apart: dict[tuple[str, str], list[Event]] = {}
    for each in sorted(events, key=lambda each: each.order):
        apart.setdefault((each.pair, each.by), []).append(each)
    for (pair, by), own in apart.items():
        if pair not in places:
            homeless += len(own)
            continue
        folder = places[pair] / journal.FOLDER
        there = {each.id for each in journal.read(folder).events if each.by == by}
        seen = {each.id: each for each in received(
            load_review(places[pair]), by, [json.loads(line(each)) for each in own])}
        journal.append(folder, [replace(each, shown=seen[each.id].shown or each.shown)
                                for each in own])
        fresh = len({each.id for each in own} - there)
        new[by] += fresh
        known += len(own) - fresh
    return Taken(dict(new), known, homeless)


def _read(file: Path) -> list[Event]:
    try:
        lines = file.read_bytes().splitlines()
    except OSError as error:
        raise InputError(f"{file} cannot be read ({error.strerror}); name the file that the page "
                         "saved.") from error
    events = []
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            events.append(event(json.loads(text)))
        except (ValueError, RecursionError, InputError) as error:
            raise InputError(f"{file}, line {number} is no decision ({error}); name the file that "
                             "the page saved.") from error
    if not events:
        raise InputError(f"{file} holds no decisions; name the file that the page saved.")
    return events
