"""Who decides on a page and where decisions go; and the names by which the page speaks of things.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from align.model import Article, Flag, Review
from align.naming import bead_names
from align.review.events import Event
from align.review.fold import Opinion
from align.review.folder import pair_name
from align.review.standing import shown, standing
from align.serial import to_json

Mode = Literal["local", "server", "kernel", "still"]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page knows of its reviewer.

    Decisions go into the browser ("local"), to the loopback server ("server") or the notebook's
    kernel ("kernel"), or cannot be made ("still"). `events` are those of this reviewer alone.
    `stale` maps flags to the verdict on what they were before; `repaired` says what was mended.
    `sample` are beads without a flag that are to be judged too. The addresses are the server's;
    `place` is like "3/20".
    """

    mode: Mode = "local"
    by: str = "reader"
    events: Sequence[Event] = ()
    stale: Mapping[str, str] = field(default_factory=dict)
    repaired: Sequence[str] = ()
    sample: Sequence[int] = ()
    place: str = ""
    post: str = ""
    words: str = ""
    link: str = ""
    index: str = ""
    previous: str = ""
    next: str = ""

    def data(self, language: str) -> dict[str, Any]:
        """What the module reads of it, as JSON values."""
        kept = ("id", "verb", "value", "flag", "bead", "at")
        events = [{name: getattr(event, name) for name in kept if getattr(event, name) != ""
                   or name == "value"} for event in self.events]
        return {"mode": self.mode, "by": self.by, "events": events, "stale": dict(self.stale),
                "post": self.post, "words": self.words, "link": self.link,
                "previous": self.previous, "next": self.next, "language": language,
                "sample": list(self.sample)}


def of_reviewer(review: Review, by: str, events: Iterable[Event], opinion: Opinion,
                mode: Mode, **more: Any) -> Desk:
    """The desk of one reviewer with what he or she said before, now that the review is this one."""
    found = standing(review, opinion)
    own = sorted((event for event in events if event.by == by), key=lambda event: event.order)
    return Desk(mode=mode, by=by, events=own,
                stale={name: word.verdict for name, word in found.stale.items()},
                repaired=[" → ".join(filter(None, (" … ".join(side) for side in
                                                   word.shown.get("words", ()))))
                          for word in found.repaired.values()], **more)


def named_parts(review: Review, flags: Iterable[tuple[int, Flag]]) -> dict[str, Any]:
    """The content names of pair, flags and beads, by the numbers they have on the page."""
    parts = []
    for number, flag in flags:
        seen = shown(review, flag) if 0 <= flag.bead < len(review.beads) else {"words": [[], []]}
        parts.append({"number": str(number), "id": flag.id or f"unnamed-{number}",
                      "bead": flag.bead, "category": flag.category, "check": flag.check,
                      "kind": flag.kind, "severity": flag.severity,
                      "suggestion": flag.suggestion, "words": seen["words"]})
    return {"pair": pair_name(review), "signature": review.signature,
            "beads": list(bead_names(review)), "flags": to_json(parts)}


def facts(review: Review) -> tuple[list[str], list[str]]:
    """What stands above each article: byline and dateline only where its text does not say them."""
    return _facts(review.original), _facts(review.rewrite)


def _facts(article: Article) -> list[str]:
    text = article.text.casefold()
    told = [part for part in (article.byline, article.dateline)
            if part and part.casefold() not in text]
    told += filter(None, (article.published, article.source_mark))
    return [part for i, part in enumerate(told)
            if not any(part in other for j, other in enumerate(told)
                       if j < i or (j > i and part != other))]
