"""`selaras check`, `align` and `score`: what is the same, what is not."""

from __future__ import annotations

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
    Language,
    Precision,
    Recall,
    Severity,
    settings_of,
)
from align.cli.outputs import Force, demand_report
from align.cli.progress import progress
from align.errors import InputError
from align.model import SEVERITIES
from align.serial import dumps
from align.writing import whole_file, write_whole

if TYPE_CHECKING:
    from align.pipeline import Comparison


@app.command()
def check(
    rewrite: Annotated[str, typer.Argument(help="The Indonesian story: a path, a URL, or -.")],
    original: Annotated[list[str] | None, typer.Option(
        "--original", help="The English original: a path or URL. Repeat it for several versions; "
                           "leave it out to have it looked for.")] = None,
    out: Annotated[Path | None, typer.Option(
        "-o", "--out", help="Folder for review.json and report.html.")] = None,
    as_json: AsJson = False,
    fail_on: Annotated[Severity | None, typer.Option(
        "--fail-on", help="Exit with 1 if a flag is at least this severe.")] = None,
    encoder: EncoderName = "bundled",
    precision: Precision = False,
    recall: Recall = False,
    glossary: GlossaryFile = None,
    ignore: IgnoreFile = None,
    language: Language = "en",
    force: Force = False,
) -> None:
    """Compare a rewrite with its original and write a report."""
    from align.pipeline import compare

    if as_json is False and out is None:
        out = Path("selaras-out")
    if out is not None:
        demand_report(out, [rewrite, *(original or ()), *filter(None, (glossary, ignore))], force)
    settings = settings_of(precision, recall, glossary, ignore)
    with progress(as_json) as tell:
        def tell_all(step: str) -> None:
            tell(step)
            if step.startswith("looking"):
                say(step, err=True)

        found = compare(rewrite, original, encoder=encoder, settings=settings, progress=tell_all)
        if out is not None:
            tell("writing the report")
            _write(found, out, language)
    if as_json:
        say_json(found.review, indent=1)
    else:
        _show(found, language)
        assert out is not None
        say(f"\nReport: {out / 'report.html'}")
    limit = SEVERITIES.index(fail_on.value) if fail_on else -1
    if any(SEVERITIES.index(flag.severity) <= limit for flag in found.review.flags):
        raise typer.Exit(1)


def _write(found: Comparison, folder: Path, language: str) -> None:
    from align.report import page

    html = page(found.review, plot=found.alignment.likeness, language=language)
    # The review takes its place last: who finds a new one finds its report too.
    with whole_file(folder / "review.json") as review:
        review.write_text(dumps(found.review), encoding="utf-8", errors="backslashreplace")
        write_whole(folder / "report.html", html)


def _show(found: Comparison, language: str) -> None:
    from rich.console import Console

    from align.report import terminal

    terminal(found.review, Console(), language=language)


@app.command()
def align(
    source: Annotated[str, typer.Argument(help="The original: a path or URL.")],
    target: Annotated[str, typer.Argument(help="The rewrite: a path or URL.")],
    lines: Annotated[bool, typer.Option(
        "--lines", help="The files already hold one sentence a line.")] = False,
    as_json: AsJson = False,
    encoder: EncoderName = "bundled",
) -> None:
    """Align two texts sentence by sentence; prints [source]:[target]:probability."""
    from align.aligner import align as align_texts
    from align.encoders import load as load_encoder
    from align.pipeline import sentences_of
    from align.reading.noise import heard

    with progress(as_json) as tell:
        tell("reading")
        left, right = (sentences_of(each, lines=lines) for each in (source, target))
        tell("loading the encoder")
        ready = load_encoder(encoder)
        tell("aligning")
        beads = align_texts(heard(left), heard(right), ready).beads
        if lines:  # an empty line is no sentence; it only keeps the numbers of the others
            beads = tuple(each for each in beads if any(left[i] for i in each.source)
                          or any(right[j] for j in each.target))
    if as_json:
        say_json({"beads": beads})
        return
    for bead in beads:
        moved = ":moved" if bead.moved else ""
        say(f"{list(bead.source)}:{list(bead.target)}:{bead.score:.3f}{moved}")


@app.command()
def score(
    pairs: Annotated[str, typer.Argument(help="Lines of source<TAB>target, or - for stdin.")],
    as_json: Annotated[bool, typer.Option(
        "--json", help="JSON Lines, one object a pair: what is printed without it too.")] = False,
    only: Annotated[str, typer.Option(
        "--only", help="Names of checks to run, with commas between; all without it.")] = "",
    exact: Annotated[bool, typer.Option(
        "--exact", help="Only the exact readers, without vectors or model: quick.")] = False,
    workers: Annotated[int, typer.Option(
        "--workers", min=0, help="Processes; 0 is one for each core.")] = 0,
    precision: Precision = False,
    recall: Recall = False,
    glossary: GlossaryFile = None,
    ignore: IgnoreFile = None,
) -> None:
    """Score existing bitext: one JSON line per pair, as it comes.

    Ends with 2 if a line could not be read, after the others have been scored.
    """
    from align.checks import exact as exact_checks
    from align.encoders.cores import cores
    from align.scoring import open_lines, score_lines

    settings = settings_of(precision, recall, glossary, ignore)
    asked = [name.strip() for name in only.split(",") if name.strip()]
    names = asked or (list(exact_checks()) if exact else None)
    unread = 0
    with open_lines(pairs) as stream:
        for scored in score_lines(stream, settings, names, workers or cores()):
            if scored.problem:
                unread += 1
                say(f"selaras: line {scored.line}: {scored.problem}", err=True)
            say_json(scored.as_json())
    if unread:
        raise InputError(f"Lines not scored: {unread}; mend them as told above, the others are "
                         "scored.")
