"""Options that several commands share, and the settings that they ask for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.errors import InputError
from align.messages import languages, place

if TYPE_CHECKING:
    from align.settings import Settings

class Severity(StrEnum):
    """Severities as choices of an option."""

    critical = "critical"
    major = "major"
    minor = "minor"


def _spoken(language: str) -> str:
    """A language that has a catalogue.

    Raises:
        InputError: it has none.
    """
    place(language)
    return language


Language = Annotated[str, typer.Option(
    "--language", metavar=f"[{'|'.join(languages())}]", callback=_spoken,
    help="Language of what Selaras itself says.")]
EncoderName = Annotated[str, typer.Option(
    "--encoder", help="'bundled', a model's name on the hub, or a local folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Precision = Annotated[bool, typer.Option(
    "--precision", help="Only flags that are all but certain.")]
Recall = Annotated[bool, typer.Option("--recall", help="Doubtful flags too.")]
GlossaryFile = Annotated[Path | None, typer.Option(
    "--glossary", help="Lines of term<TAB>translation; term<TAB> to keep as it is.")]
IgnoreFile = Annotated[Path | None, typer.Option(
    "--ignore", help="Words never to flag, one a line.")]


def settings_of(precision: bool, recall: bool, glossary: Path | None,
                ignore: Path | None) -> Settings:
    """The settings that these options ask for.

    Raises:
        InputError: both points of the curve are asked for, or a list cannot be read.
    """
    from align.decision.settings import DecisionSettings, Point
    from align.lexicon.terms import Glossary, read_glossary, read_ignored
    from align.settings import Settings

    if precision and recall:
        raise InputError("--precision and --recall exclude each other; choose one.")
    point: Point = "precision" if precision else "recall" if recall else "balanced"
    ignored = read_ignored(ignore) if ignore else frozenset()
    return Settings(decision=DecisionSettings(point, ignored),
                    glossary=read_glossary(glossary) if glossary else Glossary())
