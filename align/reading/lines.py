"""A file that already holds one sentence a line."""

from __future__ import annotations

import os

from align.errors import InputError
from align.reading.charset import decode
from align.reading.opening import opened, shown


def read_lines(source: str | os.PathLike[str]) -> list[str]:
    """The lines of a text file, URL or "-", without outer blanks.

    An empty line keeps its number: what is computed by line fits the file.

    Raises:
        InputError: it cannot be read as text, or holds nothing.
    """
    blob = opened(source)
    text, _ = decode(blob.data)
    lines = [line.strip() for line in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        raise InputError(f"{shown(os.fspath(source))} is empty; give it one sentence a line.")
    return lines
