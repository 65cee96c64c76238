"""The `selaras` command: parse, call, print. No logic lives here.

Exit codes: 0 done, 1 done and flags at or above --fail-on, 2 bad input, usage or any fault, 130
stopped by Ctrl-C.
"""

from __future__ import annotations

import sys

import typer

from align._version import __version__

app = typer.Typer(
    name="selaras", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Is an Indonesian news story faithful to the English original it was made from?",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"selaras {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True,
                                 help="Print the version and leave."),
) -> None:
    """Compare, review and export."""


def main() -> None:
    """Run the command line; see `ending` for how it ends."""
    from align.cli import (  # noqa: F401  they register
        articles,
        bench,
        bench_corpus,
        compare,
        corpora,
        corpus,
        review,
        training,
        training_tables,
    )
    from align.cli.ending import run

    sys.exit(run(app))
