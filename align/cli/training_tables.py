"""`selaras train lexicon`, `names`, `usage`, `vocabulary`, `function-words`: counted from texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from align.cli.console import say
from align.cli.outputs import FITTED, Force
from align.cli.training import train
from align.writing import demand_place


@train.command("lexicon")
def train_lexicon(
    dictionary: Annotated[Path, typer.Argument(help="gzip TSV of source, target, from.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The lexicon, gzip TSV.")],
    news: Annotated[list[Path] | None, typer.Option(
        "--news", help="gzip TSV of doc, source, target: news. May be repeated.")] = None,
    other: Annotated[list[Path] | None, typer.Option(
        "--other", help="The same of everyday and technical text.")] = None,
    held: Annotated[Path | None, typer.Option(
        "--held", help="Names of documents to leave out, one a line.")] = None,
    force: Force = False,
) -> None:
    """Build the lexicon from a dictionary and from word alignment over parallel text."""
    from align.encoders import load
    from align.reading.lines import read_lines
    from align.training.lexicon.build import build

    read = [dictionary, *(news or ()), *(other or ()), *filter(None, [held])]
    demand_place(out, FITTED, inputs=read, force=force)
    parallel = [(path, "news") for path in news or ()] + [(path, "other") for path in other or ()]
    left_out = frozenset(read_lines(held)) if held else frozenset[str]()
    say(f"{build(dictionary, parallel, out, left_out, load())} rows in {out}")


@train.command("names")
def train_names(
    tables: Annotated[list[Path], typer.Argument(help="gzip TSV of doc, source, target.")],
    lexicon: Annotated[Path, typer.Option(
        "--lexicon", help="gzip TSV of source, target, from, with countries of CLDR.")],
    countries: Annotated[Path, typer.Option(
        "--countries", help="iso_3166-1.json of iso-codes.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The names, gzip TSV.")],
    force: Force = False,
) -> None:
    """Build the table of acronyms, bodies and countries, and how Indonesian calls them."""
    from align.training.names import write

    demand_place(out, FITTED, inputs=[*tables, lexicon, countries], force=force)
    say(f"{write(tables, lexicon, countries, out)} rows in {out}")


@train.command("usage")
def train_usage(
    tables: Annotated[list[Path], typer.Argument(
        help="Tables of doc, source, target; the targets are counted.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The counts, gzip TSV.")],
    force: Force = False,
) -> None:
    """Count how usual each word is in Indonesian text."""
    from align.training.usage import write

    demand_place(out, FITTED, inputs=tables, force=force)
    say(f"{write(tables, out)} rows in {out}")


@train.command("vocabulary")
def train_vocabulary(
    data: Annotated[Path, typer.Argument(
        help="Folder of gzip tables of doc, source, target, English articles and the lexicon.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The vocabulary, gzip TSV.")],
    force: Force = False,
) -> None:
    """Build the table of which words are ordinary English and which Indonesian."""
    from align.training.vocabulary import write

    demand_place(out, FITTED, force=force)
    say(f"{write(data, out)} rows in {out}")


@train.command("function-words")
def train_function_words(
    tables: Annotated[list[Path], typer.Argument(help="Tables of doc, source, target.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The model, NumPy arrays.")],
    judged: Annotated[list[Path] | None, typer.Option(
        "--judged", help="Judged flags whose sentences are left out. May be repeated.")] = None,
    data: Annotated[Path | None, typer.Option(
        "--data", help="The folder of the tables whose rows the judged flags name.")] = None,
    force: Force = False,
) -> None:
    """Fit which Indonesian function words an English sentence calls for."""
    from align.bench.judged import read_judged
    from align.training.function_words import write

    demand_place(out, FITTED, inputs=[*tables, *(judged or ())], force=force)
    without = {flag.en for path in judged or () for flag in read_judged(path, data)}
    say(f"{write(tables, out, without)} n-grams in {out}")
