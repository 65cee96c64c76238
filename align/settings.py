"""All settings of a comparison, and their fingerprint."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

from align.aligner.settings import AlignerSettings
from align.decision.settings import DecisionSettings
from align.lexicon.terms import Glossary


@dataclass(frozen=True, slots=True)
class Settings:
    """How to align, which flags to show, and the terms that the user wants rendered so."""

    aligner: AlignerSettings = field(default_factory=AlignerSettings)
    decision: DecisionSettings = field(default_factory=DecisionSettings)
    glossary: Glossary = field(default_factory=Glossary)

    @property
    def fingerprint(self) -> str:
        """Eight hex digits, the same in any process: of the settings as JSON with sorted keys."""
        packed = json.dumps(asdict(self), sort_keys=True, default=_plain)
        return hashlib.sha256(packed.encode()).hexdigest()[:8]


def _plain(value: Any) -> Any:
    """A set as a list in a stable order; nothing else needs help."""
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
