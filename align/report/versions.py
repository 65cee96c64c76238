"""The versions of the original that were tried, as the summary tells of them, best first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from align.model import Review


@dataclass(frozen=True, slots=True)
class Version:
    """One version as shown. What the summary does not tell, or tells oddly, is empty or None.

    `score` is the probability that the rewrite was made from it, `coverage` the share of the
    rewrite that it covers, both from 0 to 1; `only` are the sentences that no other version has.
    """

    number: int
    title: str
    source: str
    published: str
    score: float | None
    coverage: float | None
    later: bool
    chosen: bool
    only: tuple[str, ...] | None

    @property
    def name(self) -> str:
        """What it is called in running text; empty if it has neither title nor source."""
        return self.title or self.source


def versions(review: Review) -> tuple[Version, ...]:
    """The summary's `versions`, if it is there; what is not an object in it is left out."""
    told = review.summary.get("versions")
    if not isinstance(told, (list, tuple)):
        return ()
    sound = (each for each in told if isinstance(each, Mapping))
    return tuple(_version(number, each) for number, each in enumerate(sound, start=1))


def _version(number: int, told: Mapping[str, Any]) -> Version:
    only = told.get("only")
    return Version(
        number, title=_text(told.get("title")), source=_text(told.get("source")),
        published=_text(told.get("published")), score=_share(told.get("score")),
        coverage=_share(told.get("coverage")), later=told.get("later") is True,
        chosen=told.get("chosen") is True,
        only=tuple(filter(None, map(_text, only))) if isinstance(only, (list, tuple)) else None,
    )


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _share(value: Any) -> float | None:
    """A number from 0 to 1; anything else, NaN too, is None."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if 0 <= value <= 1 else None
