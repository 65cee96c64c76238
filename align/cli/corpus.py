"""`selaras corpus`: many pairs, resumable."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli import app
from align.cli.console import say, say_json
from align.cli.options import (
    AsJson,
    EncoderName,
    GlossaryFile,
    IgnoreFile,
    Precision,
    Recall,
    settings_of,
)
from align.cli.progress import progress

if TYPE_CHECKING:
    from align.corpus.article import Record
    from align.corpus.run import Progress

_SHOWN = 5  # failures named on the screen


class EngineName(StrEnum):
    """Engines as choices of an option."""

    local = "local"
    ray = "ray"


@app.command()
def corpus(
    manifest: Annotated[Path, typer.Argument(
        help="CSV, TSV or JSON lines with the columns rewrite, original, id, story, licence.")],
    out: Annotated[str, typer.Option(
        "-o", "--out", help="The corpus's folder, or an fsspec URL. A run that was stopped goes "
                            "on there.")],
    engine: Annotated[EngineName, typer.Option(
        "--engine", help="This machine, or a Ray cluster.")] = EngineName.local,
    workers: Annotated[int, typer.Option(
        "--workers", min=0, help="Processes of one core each; 0 is one for each core.")] = 0,
    encoder: EncoderName = "bundled",
    precision: Precision = False,
    recall: Recall = False,
    glossary: GlossaryFile = None,
    ignore: IgnoreFile = None,
    store: Annotated[Path | None, typer.Option(
        "--store", help="The store that store:7 in the manifest means.")] = None,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what failed before.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check every pair of a manifest, and keep reviews and rows in a folder."""
    from align.corpus import corpus as make

    settings = settings_of(precision, recall, glossary, ignore)
    try:
        with progress(as_json) as tell:
            found = make(manifest, out, engine=engine.value, workers=workers or None,
                         encoder=encoder, settings=settings, store=store or "", retry=retry,
                         watch=lambda how_far: tell(_told(how_far), _share(how_far)))
            records = list(found.records())
    except KeyboardInterrupt:
        say("selaras: what is settled is kept; run the same command to go on.", err=True)
        raise
    _report(records, out, as_json)


def _report(records: Sequence[Record], out: str, as_json: bool) -> None:
    """What became of the rows, those that failed with their reasons."""
    from align.corpus.run import ARTICLES

    failed = sorted((record for record in records if record.status == "failed"),
                    key=lambda record: record.number)
    done = len(records) - len(failed)
    if as_json:
        say_json({"done": done, "failed": [
            {"row": record.number, "document": record.document, "reason": record.reason}
            for record in failed]})
        return
    say(f"{done} articles in {out}")
    for record in failed[:_SHOWN]:
        say(f"selaras: row {record.number} ({record.document}) failed: {record.reason}", err=True)
    if failed:
        say(f"selaras: {len(failed)} of {len(records)} rows failed; {out}/{ARTICLES} says why; "
            "--retry tries them again.", err=True)


def _told(how_far: Progress) -> str:
    settled = how_far.done + how_far.failed
    failed = f", {how_far.failed} failed" if how_far.failed else ""
    left = how_far.seconds_left
    time = "" if math.isnan(left) else f", {how_far.per_minute:.0f}/min, {_duration(left)} left"
    return f"{settled}/{how_far.total} articles{failed}{time}"


def _share(how_far: Progress) -> float:
    return (how_far.done + how_far.failed) / how_far.total


def _duration(seconds: float) -> str:
    minutes, hours = seconds / 60, seconds / 3600
    return (f"{seconds:.0f} s" if seconds < 90 else f"{minutes:.0f} min" if minutes < 90
            else f"{hours:.1f} h")
