"""`selaras review` and `selaras decisions`: judge on a page; what was decided."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli import app
from align.cli.compare import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import Bead, Flag, Review


@app.command()
def review(
    folder: Annotated[Path, typer.Argument(
        help="A folder that 'selaras check' wrote, or a folder of such folders.")],
    by: Annotated[str, typer.Option(
        "--as", help="The reviewer's name; the user of this computer without it.")] = "",
    browser: Annotated[bool, typer.Option(
        "--browser/--no-browser", help="Open the page in the browser.")] = True,
    language: Annotated[Language, typer.Option(
        "--language", help="Language of the page's own words.")] = Language.en,
) -> None:
    """Judge the flags on a page of this computer; decisions are kept in DIR/decisions/."""
    from align.report.reviewing import pages
    from align.review.receiving import reviewer
    from align.review.server import serve
    from align.review.shelf import Shelf

    shelf = Shelf(folder, reviewer(by), _recheck)
    server, guard = serve(shelf, pages("id" if language is Language.id else "en"))
    typer.echo(f"Reviewing as {shelf.by}: {guard.address}\nCtrl-C stops.")
    sys.stdout.flush()
    if browser:
        webbrowser.open(guard.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        typer.echo("\nStopped. What the page said to be saved is in "
                   f"{folder}{'' if shelf.places == ('',) else '/*'}/decisions.")
    finally:
        server.server_close()


def _recheck(review: Review, beads: Sequence[Bead]) -> Sequence[Flag]:
    from align.analysis import Tools
    from align.encoders import load
    from align.pipeline import Settings, find_flags
    from align.tagger.run import ready

    return find_flags(review.original, review.rewrite, beads, Tools(load(), ready()),
                      Settings().decision)[0]
