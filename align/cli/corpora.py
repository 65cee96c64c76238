"""`selaras export`: reviews to corpora."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from align.cli import app
from align.cli.console import say
from align.cli.options import Severity
from align.cli.outputs import Force, say_where
from align.cli.progress import progress
from align.errors import InputError
from align.model import CATEGORIES, Category

if TYPE_CHECKING:
    from align.export.filters import Filter
    from align.export.splits import Shares


class Decided(StrEnum):
    """The reviewers' decisions as choices of an option."""

    accepted = "accepted"
    rejected = "rejected"
    open = "open"


class Unit(StrEnum):
    """What a row holds."""

    bead = "bead"
    paragraph = "paragraph"
    document = "document"


class Alike(StrEnum):
    """What is done with rows that say the same as one before."""

    keep = "keep"
    exact = "exact"
    near = "near"


@app.command()
def export(
    folders: Annotated[list[Path], typer.Argument(
        help="Folders that 'selaras check' or 'selaras corpus' wrote, or folders of these.")],
    to: Annotated[str, typer.Option(
        "--to", help="tsv, csv, jsonl, moses, tmx, xliff, xces, parquet, dataset or pearmut.")],
    out: Annotated[Path, typer.Option(
        "-o", "--out", help="The corpus file; for moses and xces the name its files share, for "
                            "dataset a folder.")],
    unit: Annotated[Unit, typer.Option(
        "--unit", help="A row for each bead, paragraph or document.")] = Unit.bead,
    min_score: Annotated[float, typer.Option(
        "--min-score", help="Leave out beads less probably aligned right than this.")] = 0.0,
    min_faithful: Annotated[float, typer.Option(
        "--min-faithful", help="Leave out rows less probably faithful than this.")] = 0.0,
    without: Annotated[str, typer.Option(
        "--without", help="Leave out rows with flags of these categories, with commas between.",
    )] = "",
    below: Annotated[Severity | None, typer.Option(
        "--below", help="Leave out rows with a flag as severe as this.")] = None,
    only: Annotated[Decided | None, typer.Option(
        "--only", help="Only rows on which the reviewers decided so.")] = None,
    ratio: Annotated[str, typer.Option(
        "--ratio", help="Only rows whose target is so many times as long as the source: 0.5:2.",
    )] = "",
    languages: Annotated[str, typer.Option("--languages", help="Only these: en:id.")] = "",
    duplicates: Annotated[Alike, typer.Option(
        "--duplicates", help="exact or near: leave out rows that say the same as one before.",
    )] = Alike.keep,
    split: Annotated[str, typer.Option(
        "--split", help="Shares of train, dev and test by story, as in 80:10:10.")] = "",
    summary: Annotated[Path | None, typer.Option(
        "--summary", help="A page with counts and charts of what was written.")] = None,
    force: Force = False,
) -> None:
    """Write reviewed bitext as one corpus."""
    from align.export import export as write
    from align.export.reviews import read_reviews
    from align.export.tally import Tally
    from align.review.folder import judged

    keep = _filter(min_score, min_faithful, without, below, only, ratio, languages)
    shares = _shares(split)
    told: dict[str, None] = {}
    tally = Tally()
    with progress() as tell:
        tell("writing")
        reviews = read_reviews(folders, problem=lambda said: told.setdefault(said), judged=judged)
        done = write(reviews, out, to=to, keep=keep, duplicates=duplicates.value,
                     unit=unit.value, split=shares, watch=tally.add, force=force)
        if summary is not None:
            from align.export.summary import write_summary

            write_summary(tally, done, summary, force=force)
    for said in told:
        say(f"selaras: {said}", err=True)
    say_where(f"{done.rows} rows of {done.documents} documents in {out}", out)
    for reason, count in done.left_out.items():
        say_where(f"{count} left out: {reason}", out)
    if done.replaced:
        say_where(f"{done.replaced} characters that XML cannot hold were replaced", out)


def _filter(min_score: float, min_faithful: float, without: str, below: Severity | None,
            only: Decided | None, ratio: str, languages: str) -> Filter:
    from align.export.filters import Filter

    asked = [name.strip() for name in without.split(",") if name.strip()]
    for name in asked:
        if name not in CATEGORIES:
            raise InputError(f"There is no category {name!r}; choose of {', '.join(CATEGORIES)}.")
    bounds = _numbers(ratio, 2, "--ratio", "0.5:2")
    pair = tuple(languages.split(":")) if languages else ("", "")
    if len(pair) != 2:
        raise InputError(f"--languages {languages} is no pair of languages; write it as en:id.")
    return Filter(
        min_score=min_score, min_faithful=min_faithful,
        without=frozenset(cast("list[Category]", asked)), below=below.value if below else None,
        only=only.value if only else None, ratio=(bounds[0], bounds[1]) if bounds else None,
        languages=(pair[0], pair[1]))


def _shares(split: str) -> Shares | None:
    from align.export.splits import Shares

    parts = _numbers(split, 3, "--split", "80:10:10")
    return Shares(*parts) if parts else None


def _numbers(text: str, count: int, option: str, example: str) -> list[float]:
    """Numbers apart by colons; none of an empty text."""
    if not text:
        return []
    try:
        numbers = [float(part) for part in text.split(":")]
    except ValueError:
        numbers = []
    if len(numbers) != count:
        raise InputError(f"{option} {text} cannot be read; write it as {example}.")
    return numbers
