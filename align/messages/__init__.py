"""What Selaras says of a finding: one catalogue a language, found by being here.

A catalogue is a module named by its language code with MESSAGES, from the kind of a finding to a
line with slots, and TERMS, from a word that checks use ("possible") to that language's noun. A
kind that no catalogue knows is told by its category, so a new check needs no line here to speak.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import ModuleType

TERM = "@"     # begins a slot's value that is a term of the catalogue
_LONGEST = 60  # characters of a slot from which it is cut


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a catalogue, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def tell(language: str, kind: str, category: str, words: Mapping[str, str]) -> str:
    """One line on a finding.

    Args:
        kind: of the finding; where the catalogue has no line for it, `category` speaks.
        words: what fills the slots; long ones are cut at a word.
    """
    catalogue = _catalogue(language)
    line: str = catalogue.MESSAGES.get(kind) or catalogue.MESSAGES[category]
    terms: Mapping[str, str] = catalogue.TERMS
    slots = {name: terms.get(word[1:], word[1:]) if word.startswith(TERM) else excerpt(word)
             for name, word in words.items()}
    return line.format_map(_Slots(slots))


def excerpt(text: str) -> str:
    """The text in one line, cut at a word with an ellipsis if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + "…"


class _Slots(dict[str, str]):
    """Slots of a line; one that nobody fills is told by an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"


@cache
def _catalogue(language: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{language}")
