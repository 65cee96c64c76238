"""`selaras bench export` and `bench corpus`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from align.cli.bench import bench
from align.cli.console import say, say_json
from align.cli.corpora import Alike
from align.cli.corpus import EngineName
from align.cli.options import AsJson


@bench.command("export")
def bench_export(
    pairs: Annotated[int, typer.Option("--pairs", min=20, help="How many made-up pairs.")] =
        1_000_000,
    to: Annotated[list[str] | None, typer.Option("--to", help="A format; all without it.")] = None,
    duplicates: Annotated[Alike, typer.Option(
        "--duplicates", help="Leave out duplicates, too.")] = Alike.keep,
    as_json: AsJson = False,
) -> None:
    """Pairs a second and peak memory of every export format."""
    from align.bench.export import writing
    from align.export.formats import names

    found = []
    for each in writing(pairs, to or names(), duplicates.value):
        found.append(each)
        if not as_json:
            say(f"{each.format:<8} {each.pairs:>9} pairs {each.pairs / each.seconds:>7.0f}/s, "
                f"{each.pairs / each.processor:>7.0f} a processor second, "
                f"{each.megabytes:>5.0f} MB")
    if as_json:
        say_json(found)


@bench.command("corpus")
def bench_corpus(
    manifest: Annotated[Path, typer.Argument(help="As 'selaras corpus' takes it.")],
    workers: Annotated[list[int] | None, typer.Option(
        "--workers", min=1, help="Repeat it for several runs.")] = None,
    engine: Annotated[EngineName, typer.Option("--engine")] = EngineName.local,
    as_json: AsJson = False,
) -> None:
    """Articles a minute, and the memory of the largest worker."""
    from align.bench.corpus import made

    found = []
    for each in made(manifest, workers or [1, 2], engine.value):
        found.append(each)
        if not as_json:
            say(f"{each.engine} {each.workers} workers: {each.done} done, {each.failed} failed, "
                f"{each.seconds:.1f} s, {each.per_minute:.1f} a minute, {each.megabytes:.0f} MB")
    if as_json:
        say_json(found)
