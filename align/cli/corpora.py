"""`selaras export`: reviews to corpora."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from align.cli import app
from align.cli.outputs import CORPUS, Force, say_where
from align.cli.progress import progress
from align.writing import demand_place


class Decided(StrEnum):
    """A reviewer's decisions as choices of an option."""

    accepted = "accepted"
    rejected = "rejected"
    unsure = "unsure"


@app.command()
def export(
    folders: Annotated[list[Path], typer.Argument(
        help="Folders that 'selaras check' wrote, or folders of such folders.")],
    to: Annotated[str, typer.Option("--to", help="tsv, jsonl, tmx or parquet.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The corpus file.")],
    min_score: Annotated[float, typer.Option(
        "--min-score", help="Leave out beads less probable than this.")] = 0.0,
    only: Annotated[Decided | None, typer.Option(
        "--only", help="Only beads on which the reviewer decided so.")] = None,
    force: Force = False,
) -> None:
    """Write reviewed bitext as one corpus file."""
    from align.export import export as write
    from align.export.reviews import read_reviews

    demand_place(out, CORPUS, force=force)
    with progress() as tell:
        tell("writing")
        count = write(read_reviews(folders), out, to=to, min_score=min_score,
                      only=only.value if only else None)
    say_where(f"{count} rows in {out}", out)
