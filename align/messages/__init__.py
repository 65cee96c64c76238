"""All that Selaras says in reports, in one catalogue a language, found by being here.

A catalogue is a JSON file named by its language's code. Its `findings` give a line with slots to
each kind of finding, its `terms` that language's noun for a word that checks use ("possible"); the
other sections are texts by name, of the page, the terminal, the list of articles and the correction
note. What a catalogue lacks is said in English. A kind that no catalogue knows is told by its
category, so a new check needs no line here to speak.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from align.errors import InputError

TERM = "@"     # begins a slot's value that is a term of the catalogue
_LONGEST = 60  # characters of a slot from which it is cut

Said = tuple[str, ...]  # one text in every language, in the order of `languages`


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a catalogue, in alphabetical order."""
    return tuple(sorted(path.stem for folder in __path__ for path in Path(folder).glob("*.json")))


def place(language: str) -> int:
    """Where a language's text stands in a `Said`.

    Raises:
        InputError: it has no catalogue.
    """
    if language not in languages():
        raise InputError(f"Selaras does not speak {language!r}; choose one of "
                         f"{', '.join(map(repr, languages()))}.")
    return languages().index(language)


def tell(language: str, kind: str, category: str, words: Mapping[str, str]) -> str:
    """One line on a finding.

    Args:
        kind: of the finding; where the catalogue has no line for it, `category` speaks.
        words: what fills the slots; long ones are cut at a word.
    """
    lines, terms = (section(language, name) for name in ("findings", "terms"))
    slots = {name: terms.get(word[1:], word[1:]) if word.startswith(TERM) else excerpt(word)
             for name, word in words.items()}
    return (lines.get(kind) or lines[category]).format_map(_Slots(slots))


@cache
def section(language: str, name: str) -> Mapping[str, str]:
    """The texts of a section by their names, English where the language's catalogue has none."""
    english: Mapping[str, str] = _catalogue("en")[name]
    return {**english, **_catalogue(language).get(name, {})}


@cache
def texts(name: str) -> Mapping[str, Said]:
    """The texts of a section by their names, each in every language."""
    return {key: tuple(section(language, name)[key] for language in languages())
            for key in section("en", name)}


def phrase(name: str, number: int = 0, **slots: str) -> Said:
    """A text of the section `phrases` in every language, its slots filled.

    Args:
        number: fills the slot of that name; of one thing, `NAME-one` is said if there is such.
    """
    said = texts("phrases")
    chosen = said.get(f"{name}-one", said[name]) if number == 1 else said[name]
    return tuple(line.format(number=number, **slots) for line in chosen)


def names() -> dict[str, str]:
    """What every language calls itself, by code."""
    return {language: _catalogue(language)["name"] for language in languages()}


def excerpt(text: str) -> str:
    """The text in one line, cut at a word with an ellipsis if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + "…"


class _Slots(dict[str, str]):
    """Slots of a line; one that nobody fills is told by an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"


@cache
def _catalogue(language: str) -> Mapping[str, Any]:
    file = next(path for folder in __path__ if (path := Path(folder, f"{language}.json")).is_file())
    catalogue: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
    return catalogue
