"""Is there room for an output, and nothing in its place that is wanted? Asked before the work."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from align.errors import OutputError
from align.writing.faults import unwritable
from align.writing.streams import goes_through

_LOOKED_AT = 1 << 16  # bytes at either end of a file, among which a mark of Selaras is looked for


def demand_place(path: Path, ours: bytes, *, inputs: Iterable[str | os.PathLike[str]] = (),
                 force: bool = False) -> None:
    """See before the work that an output can be written and costs nothing that is wanted.

    Args:
        ours: a pattern for `re` that each file of this kind shows near its beginning or end.
        inputs: what the command reads; names that are no files are let be.
        force: the user wants the file replaced, whatever it is.

    Raises:
        OutputError: it cannot be written there, it is one of the inputs, or it is a file that
            shows no such mark.
    """
    real = Path(os.path.realpath(path))
    try:
        if goes_through(path):
            return
        if real.exists() and not force:
            _demand_ours(path, real, ours, inputs)
        _demand_room(real)
    except OSError as error:
        raise unwritable(path, error) from error


def _demand_ours(path: Path, real: Path, ours: bytes,
                 inputs: Iterable[str | os.PathLike[str]]) -> None:
    for each in map(Path, inputs):
        if each.exists() and each.samefile(real):
            raise OutputError(f"{path} is what this command reads; write to another file, or add "
                              "--force to replace it.")
    if not os.access(real, os.W_OK):
        raise OutputError(f"{path} may not be written to; name another file.")
    with real.open("rb") as file:
        seen = file.read(_LOOKED_AT)
        file.seek(-min(_LOOKED_AT, real.stat().st_size), os.SEEK_END)
        seen += file.read(_LOOKED_AT)
    if seen and not re.search(ours, seen):
        raise OutputError(f"{path} is there and is no such file of Selaras; write to another "
                          "file, or add --force to replace it.")


def _demand_room(real: Path) -> None:
    """Make a file in the folder, or in the nearest one above it that is there, and remove it."""
    with suppress(FileNotFoundError):
        real.lstat()  # tells of a name that is too long
    folder = next(each for each in real.parents if os.path.lexists(each))
    descriptor, name = tempfile.mkstemp(prefix=".selaras-", suffix=".part", dir=folder)
    os.close(descriptor)
    Path(name).unlink()
