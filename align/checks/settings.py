"""The thresholds of the checks, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What may be tuned. A finding below `min_confidence` is not reported."""

    min_confidence: float = 0.5
