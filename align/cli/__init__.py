"""The `selaras` command: parse, call, print. No logic lives here.

Exit codes: 0 done, 1 done and flags at or above --fail-on, 2 bad input or usage.
"""

from __future__ import annotations

import os
import sys

import typer

from align import __version__
from align.errors import SelarasError

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
    """Run the command line; every fault becomes one line on stderr and exit code 2."""
    from align.cli import articles, bench, compare, corpora, training  # noqa: F401  they register

    try:
        app()
    except SelarasError as error:
        _leave(str(error))
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nothing to say, nothing to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        _leave("stopped.", 130)
    except MemoryError:
        _leave("this input needs more memory than there is; give it in smaller parts.")
    except OSError as error:
        _leave(f"{error.filename or 'a file'}: {error.strerror or error}.")


def _leave(message: str, code: int = 2) -> None:
    line = " ".join(message.split())
    typer.echo(f"selaras: {line}", err=True)
    sys.exit(code)
