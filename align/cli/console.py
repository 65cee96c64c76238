"""What goes to the user's screen: whole, harmless, and in whatever letters the screen has."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from typing import Any

import typer

from align.errors import OutputError
from align.serial import to_json

_KEPT = "\n\t"


def prepare() -> None:
    """Make the three standard streams fit to use, before anything else is opened.

    A letter that the screen's encoding lacks is written as an escape. A stream that was closed is
    led to nowhere, since the next file opened would get its number.

    Raises:
        OutputError: standard output is closed, so that what is asked for could not be shown.
    """
    closed = [number for number in (0, 1, 2) if not _is_open(number)]
    for number in closed:
        nowhere = os.open(os.devnull, os.O_RDWR)
        if nowhere != number:
            os.dup2(nowhere, number)
            os.close(nowhere)
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8")
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if 1 in closed:
        raise OutputError("Standard output is closed; send it to a file, or to /dev/null.")


def say(line: object, *, err: bool = False) -> None:
    """Print a line in which nothing moves the cursor or hides other text."""
    typer.echo(tame(str(line)), err=err)


def tame(text: str) -> str:
    """The text with control and direction characters as escapes; line breaks and tabs stay."""
    if text.isprintable():
        return text
    return "".join(each if each in _KEPT or unicodedata.category(each) not in ("Cc", "Cf", "Zl",
                                                                               "Zp")
                   else each.encode("unicode_escape").decode() for each in text)


def say_json(thing: Any, *, indent: int | None = None) -> None:
    """Print any noun or plain value as one JSON document and a line break.

    JSON is UTF-8 whatever the screen's encoding (RFC 8259); half a surrogate pair is written as
    JSON's own escape.
    """
    line = json.dumps(to_json(thing), ensure_ascii=False, indent=indent, allow_nan=False) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
