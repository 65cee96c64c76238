"""The thresholds of the checks, in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from align.checks.terms import Glossary

Preset = Literal["precision", "balanced", "recall"]
MIN_CONFIDENCE: dict[Preset, float] = {"precision": 0.75, "balanced": 0.5, "recall": 0.25}


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What may be tuned. A finding below `min_confidence` is not reported.

    `glossary` and `ignored` are the user's own words: see terms.py.
    """

    min_confidence: float = MIN_CONFIDENCE["balanced"]
    glossary: Glossary = field(default_factory=Glossary)
    ignored: frozenset[str] = frozenset()

    @classmethod
    def preset(cls, name: Preset, glossary: Glossary | None = None,
               ignored: frozenset[str] = frozenset()) -> CheckSettings:
        """Settings for few false flags ("precision") or few misses ("recall")."""
        return cls(MIN_CONFIDENCE[name], glossary or Glossary(), ignored)
