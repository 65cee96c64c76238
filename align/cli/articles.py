"""`selaras fetch`, `store add` and `find`: articles and where they come from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from align.cli import app
from align.cli.console import say, say_json
from align.cli.options import AsJson, EncoderName
from align.cli.outputs import ARTICLE, Force
from align.cli.progress import progress
from align.serial import dumps
from align.writing import demand_place, write_whole

store = typer.Typer(no_args_is_help=True, help="Articles kept on this machine.")
app.add_typer(store, name="store")

StoreFile = Annotated[Path | None, typer.Option(
    "--store", help="The store's file; without it, the one in your data folder.")]


@app.command()
def fetch(
    source: Annotated[str, typer.Argument(help="A path, a URL, or -.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="A file for the JSON.")] = None,
    force: Force = False,
) -> None:
    """Read one article and print it as JSON."""
    from align.pipeline import load

    if out is not None:
        demand_place(out, ARTICLE, inputs=[source], force=force)
    with progress() as tell:
        tell("reading")
        article = load(source)
    if out is None:
        say_json(article, indent=1)
    else:
        write_whole(out, dumps(article))


@store.command()
def add(
    paths: Annotated[list[Path], typer.Argument(
        help="Files and folders: text, HTML, WARC, feeds.")],
    file: StoreFile = None,
    licence: Annotated[str, typer.Option(
        "--licence", help="A note on what may be done with these articles.")] = "",
) -> None:
    """Put articles into the store; those that are in it are passed over."""
    from contextlib import closing

    from align.encoders import load as load_encoder
    from align.finding.gathering import add as gather
    from align.store import Store, default_path

    with progress() as tell, closing(Store(file or default_path())) as kept:
        gathered = gather(paths, kept, load_encoder(), licence=licence,
                          progress=lambda count: tell(f"{count} articles"))
    say(f"{gathered.added} added, {gathered.known} known before, "
          f"{len(gathered.skipped)} files passed over.")
    for reason in gathered.skipped:
        say(f"selaras: {reason}", err=True)


@app.command()
def find(
    rewrite: Annotated[str, typer.Argument(help="The Indonesian story: a path, a URL, or -.")],
    among: Annotated[Path | None, typer.Option(
        "--among", readable=False,
        help="A folder of articles or a store; without it, your own store.")] = None,
    top: Annotated[int, typer.Option("--top", min=1, help="How many candidates.")] = 5,
    as_json: AsJson = False,
    encoder: EncoderName = "bundled",
) -> None:
    """Rank articles on this machine as the original of a rewrite."""
    from align.encoders import load as load_encoder
    from align.finding import find as find_original
    from align.pipeline import load
    from align.store import default_path

    with progress(as_json) as tell:
        tell("reading")
        article = load(rewrite)
        tell("looking")
        found = find_original(article, among or default_path(), top=top,
                              encoder=load_encoder(encoder))
    if as_json:
        say_json(found)
        return
    for candidate in found.candidates:
        say(f"{candidate.score:.3f}  {candidate.source}  {candidate.title}")
    if not found.found:
        say("None of these is likely to be the original.")
