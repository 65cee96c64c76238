"""`selaras bench …`: measurements, each on data the user names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli import app
from align.cli.console import say, say_json
from align.cli.options import AsJson, EncoderName
from align.cli.outputs import PLOT, PREDICTIONS, Force
from align.cli.progress import progress
from align.errors import InputError
from align.writing import demand_place, write_whole

if TYPE_CHECKING:
    from align.bench.alignment import Quality

bench = typer.Typer(no_args_is_help=True, help="Measure Selaras on data of your own.")
app.add_typer(bench, name="bench")


@bench.command("align")
def bench_align(
    cases: Annotated[list[Path], typer.Argument(
        help="JSON lines with source, target and gold beads; or one gold file in [0]:[0] form.")],
    source: Annotated[Path | None, typer.Option(
        "--source", help="With a [0]:[0] file: the source, one sentence a line.")] = None,
    target: Annotated[Path | None, typer.Option(
        "--target", help="With a [0]:[0] file: the target, one sentence a line.")] = None,
    predictions: Annotated[Path | None, typer.Option(
        "--predictions", help="A file for the beads found, one case a line.")] = None,
    folds: Annotated[int, typer.Option(
        "--folds", help="Fit on the other documents of these cases, this many parts; 0 measures "
                        "the weights that ship.")] = 0,
    as_json: AsJson = False,
    encoder: EncoderName = "bundled",
    force: Force = False,
) -> None:
    """Precision, recall and F1 of beads, omissions, additions and moves, by profile."""
    from align.bench.alignment import bench_alignment
    from align.bench.gold import read_cases, read_gold, written_predictions
    from align.encoders import load

    if predictions:
        demand_place(predictions, PREDICTIONS, force=force,
                     inputs=[*cases, *filter(None, (source, target))])
    loaded = (read_gold(cases[0], source, target) if source and target
              else [case for path in cases for case in read_cases(path)])
    if not loaded:
        raise InputError(f"{cases[0]} holds no case; name a file of cases, one a line.")
    with progress(as_json) as tell:
        if folds:
            from align.training.aligner import bench_folds

            tell("fitting and aligning")
            measured = bench_folds(loaded, load(encoder), folds)
        else:
            measured = bench_alignment(loaded, load(encoder),
                                       progress=lambda done: tell("aligning", done))
    if predictions:
        write_whole(predictions, written_predictions(loaded, measured.found))
    if as_json:
        say_json({"quality": measured.quality, "widths": measured.widths,
                  "false_moves": measured.false_moves,
                  "calibration_error": measured.calibration_error})
        return
    _print_quality(measured.quality)
    for each in measured.widths:
        say(f"{each.profile:<10} {each.sentences} to one  {each.found} of {each.gold} found")
    say("false moves {} in {} beads".format(*measured.false_moves))
    say(f"expected calibration error {measured.calibration_error:.3f}")


def _print_quality(quality: list[Quality]) -> None:
    say(f"{'profile':<10} {'kind':<10} {'precision':>9} {'recall':>9} {'F1':>7}  "
               "95 % interval")
    for each in quality:
        say(f"{each.profile:<10} {each.kind:<10} {each.precision:>9.4f} {each.recall:>9.4f} "
              f"{each.f1:>7.4f}  {each.low:.4f}–{each.high:.4f}")


@bench.command("sentences")
def bench_sentences(
    table: Annotated[Path, typer.Argument(help="TSV of doc, source, target; .gz too.")],
    languages: Annotated[str, typer.Option("--languages", help="Of source and target.")] = "en,id",
) -> None:
    """F1 of sentence boundaries in running text, beside the bare libraries."""
    from align.bench.sentences import measure

    pair = tuple(each.strip() for each in languages.split(","))
    if len(pair) != 2:
        raise InputError("--languages takes two codes with a comma between, such as en,id.")
    say(f"{'splitter':<12} {'language':<9} {'precision':>9} {'recall':>9} {'F1':>7} "
               f"{'a second':>9}")
    for each in measure(table, (pair[0], pair[1])).scores:
        say(f"{each.splitter:<12} {each.language:<9} {each.precision:>9.4f} "
              f"{each.recall:>9.4f} {each.f1:>7.4f} {each.speed:>9.0f}")


@bench.command("speed")
def bench_speed(
    texts: Annotated[list[Path], typer.Argument(
        help="TSVs of doc, source, target; .gz too: the sentences to encode and align.")],
    sizes: Annotated[str, typer.Option(
        "--sizes", help="Lengths in sentences to align, with commas between.",
    )] = "1000,3000,10000,30000",
    plot: Annotated[Path | None, typer.Option("--plot", help="A PNG or SVG of the growth.")] = None,
    force: Force = False,
) -> None:
    """How fast encoding and aligning are, and how aligning grows with length."""
    from align.bench.encoding import encoding_speed
    from align.bench.growth import growth, laid_end_to_end, plotted, short_articles

    if plot:
        demand_place(plot, PLOT, inputs=texts, force=force)
    pairs = laid_end_to_end(texts)
    speed = encoding_speed([source for source, _ in pairs[:1000]])
    say(
        f"encoding: {speed.ours:.0f} sentences/s on {speed.threads} threads, {speed.ratio:.2f} "
        f"times the package's own encode; windows up to 4 cost {speed.windows_share:.2f} of "
        "encoding each")
    short = short_articles(pairs)
    say(f"aligning {short.articles} articles of {short.sentences} sentences: "
        f"{short.seconds:.2f} s, {short.megabytes:.0f} MB")
    say(f"{'sentences':>9} {'seconds':>8} {'peak MB':>8}")
    points = []
    for each in growth(pairs, [int(size) for size in sizes.split(",")]):
        points.append(each)
        say(f"{each.sentences:>9} {each.seconds:>8.2f} {each.megabytes:>8.0f}")
        sys.stdout.flush()
    if plot:
        plotted(points, plot)


@bench.command("find")
def bench_find(
    rewrites: Annotated[Path, typer.Argument(
        help="JSON lines of rewrites: doc, source_url, target_url, target.")],
    articles: Annotated[Path, typer.Argument(
        help="The articles among which to look: anything that 'store add' reads.")],
    store: Annotated[Path | None, typer.Option(
        "--store", help="Keep the store here for another run.")] = None,
    as_json: AsJson = False,
) -> None:
    """How often the original of a rewrite is found among many articles."""
    from align.bench.find import bench_find as measure

    with progress(as_json) as tell:
        tell("reading and encoding")
        found = measure(rewrites, articles, store=store,
                        progress=lambda done, count: tell("asking", done / count))
    if as_json:
        say_json(found)
        return
    for line in found.lines():
        say(line)


@bench.command("versions")
def bench_versions(
    table: Annotated[Path, typer.Argument(
        help="TSV of doc, source, target; .gz too: whole documents in order.")],
    stories: Annotated[int, typer.Option("--stories", help="How many stories to build.")] = 60,
    seed: Annotated[int, typer.Option("--seed")] = 0,
) -> None:
    """How often the version that a rewrite was made from is chosen among three or four."""
    from align.bench.versions import bench_versions as measure

    found = measure(table, stories=stories, seed=seed)
    say(f"{found.right:.4f} right of {found.stories} stories")
    for miss in found.misses:
        say(miss)


@bench.command("score")
def bench_score(
    pairs: Annotated[list[Path], typer.Argument(
        help="TSV of pairs with right and wrong renderings, as those of data/pairs.")],
    split: Annotated[str, typer.Option("--split", help="Only this split of it.")] = "",
    data: Annotated[Path | None, typer.Option(
        "--data", help="A folder of clean parallel tables, to make errors in.")] = None,
    tagger: Annotated[bool, typer.Option(
        "--tagger", help="Judge by the trained tagger alone.")] = False,
    rate: Annotated[float, typer.Option(
        "--rate", help="Share of faithful pairs that may be flagged.")] = 0.05,
    as_json: AsJson = False,
) -> None:
    """Detection by kind of error at a fixed false-alarm rate, spans, AUC and calibration."""
    from align.bench.items import read_items
    from align.bench.score import judge, measure, tagger_judge

    items = [item for path in pairs for item in read_items(path, split or None)]
    if data is not None:
        from align.training.made import made_items

        items += made_items(data)
    found = measure(items, tagger_judge if tagger else judge, rate)
    if as_json:
        say_json(found)
        return
    for line in found.lines():
        say(line)


@bench.command("judged")
def bench_judged_flags(
    judged: Annotated[list[Path], typer.Argument(help="Judged flags, JSON lines.")],
    data: Annotated[Path | None, typer.Option(
        "--data", help="The folder of the tables whose rows the judged flags name.")] = None,
) -> None:
    """How many flags are true, by check and severity, and whether their confidence says so."""
    from align.bench.judged import bench_judged, read_judged

    flags = [flag for path in judged for flag in read_judged(path, data)]
    for line in bench_judged(flags).lines():
        say(line)


@bench.command("links")
def bench_word_links(
    gold: Annotated[list[Path], typer.Argument(
        help="Links or phrases that people marked, JSON lines.")],
    data: Annotated[Path | None, typer.Option(
        "--data", help="The folder of the tables whose rows the links are of.")] = None,
) -> None:
    """Precision, recall and error rate of word links, by the lexicon alone and with vectors."""
    from align.bench.links import bench_links, read_gold

    for line in bench_links([pair for path in gold for pair in read_gold(path, data)]).lines():
        say(line)
