"""One line on each review of a folder, quick to read: what the list of articles shows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from align.errors import SchemaError
from align.model import SEVERITIES
from align.review import journal
from align.review.fold import Judgement, Opinion, fold
from align.review.folder import REVIEW, load_review
from align.review.links import linked


@dataclass(frozen=True, slots=True)
class Line:
    """What one article is and how far one reviewer has come with it.

    `worst` is the gravest severity of the flags that are not false, empty where there is none;
    `reviewers` maps every reviewer who began to whether he or she is done.
    """

    place: str
    title: str
    outlet: str
    date: str
    flags: int
    true: int
    false: int
    unsure: int
    worst: str
    reviewers: Mapping[str, bool]
    problem: str = ""

    @property
    def open(self) -> int:
        return self.flags - self.true - self.false - self.unsure


def line(root: Path, place: str, by: str) -> Line:
    """The line on the review at a place, with the verdicts of one reviewer alone."""
    folder = root / place
    events = journal.read(folder / journal.FOLDER).events
    opinions = fold(events)
    own = opinions.get(by, Opinion())
    try:
        title, url, date, source, flags = _plain(folder, events)
    except (SchemaError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return Line(place, place, "", "", 0, 0, 0, 0, "", {}, problem=str(error))
    said = [(own.flags.get(name, Judgement()), severity) for name, severity in flags]
    verdicts = [word.verdict for word, _ in said]
    grave = {word.severity or severity for word, severity in said if word.verdict != "false"}
    return Line(
        place=place, title=title or place or source, outlet=urlsplit(url).hostname or source,
        date=date[:10], flags=len(flags), true=verdicts.count("true"),
        false=verdicts.count("false"), unsure=verdicts.count("unsure"),
        worst=next((name for name in SEVERITIES if name in grave), ""),
        reviewers={name: bool(opinion.done) for name, opinion in opinions.items()})


def _plain(folder: Path, events: tuple[Any, ...]) -> tuple[str, str, str, str,
                                                           list[tuple[str, str]]]:
    """Title, address, date, source, and name and severity of each flag; the nouns are only built
    where the flags have no names yet or pairs were linked anew."""
    plain = json.loads((folder / REVIEW).read_bytes())
    if plain.get("schema") == 2 and not any(event.verb == "link" for event in events):
        rewrite = plain["rewrite"]
        flags = [(flag["id"], flag["severity"]) for flag in plain["flags"]]
        return (rewrite["title"], rewrite["url"], rewrite["published"],
                str(rewrite.get("source_mark", "")), flags)
    review = linked(load_review(folder), events)
    return (review.rewrite.title, review.rewrite.url, review.rewrite.published,
            review.rewrite.source_mark, [(flag.id, flag.severity) for flag in review.flags])
