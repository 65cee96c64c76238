"""Where a command writes: looked at before the work, never in the place of other people's files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from align.cli.console import say
from align.errors import OutputError
from align.writing import demand_place, goes_through

Force = Annotated[bool, typer.Option(
    "--force", help="Write also over a file that Selaras did not write, or that is read here.")]

# What the files of each kind show near their beginning or end.
REVIEW = rb'"signature": "selaras:'
REPORT = rb'<meta name="generator" content="Selaras">'
ARTICLE = rb'"source_mark": "'
PREDICTIONS = rb'^\{"id": [^\n]*?, "beads": \['
JUDGED = rb'"judged_severity": '
PLOT = rb"Selaras"
FITTED = rb'^(\{\n "|\x1f\x8b|PK)'  # weights in JSON, tables in gzip, arrays in zip
TAGGER = rb"signature.{0,8}tagger-"


def demand_report(folder: Path, inputs: Iterable[str | Path], force: bool) -> None:
    """See that review.json and report.html can be written into a folder.

    Raises:
        OutputError: they cannot, or would replace what is no review or is read here.
    """
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file; name a folder for the report with -o.")
    read = list(inputs)
    for name, ours in (("review.json", REVIEW), ("report.html", REPORT)):
        demand_place(folder / name, ours, inputs=read, force=force)


def say_where(line: str, out: Path) -> None:
    """Tell what was written, beside the output if that went to where telling goes."""
    say(line, err=not out.is_dir() and goes_through(out))
