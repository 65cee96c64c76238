"""What a user may choose about flags."""

from __future__ import annotations

from dataclasses import dataclass

from align.model import Point as Point


@dataclass(frozen=True, slots=True)
class DecisionSettings:
    """The point of the curve at which flags are shown, and words that no flag may be about."""

    point: Point = "balanced"
    ignored: frozenset[str] = frozenset()
