"""Outputs: whole or not at all, and never in the place of what Selaras did not write.

A file is written beside its place under another name, synced, and renamed, so whatever goes wrong
the old one still stands there. What is no regular file (a pipe, a terminal, /dev/stdout) has no
name to take; it is written to once all is known.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from align.writing.faults import told
from align.writing.places import demand_place
from align.writing.streams import goes_through, pass_on

__all__ = ["demand_place", "goes_through", "sweep", "whole_file", "write_whole"]

_PART = ".selaras-{}.part"


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a path to write to; what is there becomes `path` only if all went well.

    Raises:
        OutputError: `path` is a folder, or it cannot be written.
    """
    if goes_through(path):
        with tempfile.TemporaryDirectory(prefix="selaras-") as folder:
            part = Path(folder, "part")
            with told(path, part):
                part.touch()
            yield part
            with told(path, part):
                pass_on(part, path)
        return
    real = Path(os.path.realpath(path))  # a link keeps leading to what it led to
    part = real.with_name(_PART.format(secrets.token_hex(6)))
    try:
        with told(path, part):
            real.parent.mkdir(parents=True, exist_ok=True)
            part.touch(exist_ok=False)
            yield part
            if real.exists():
                shutil.copymode(real, part)
            _sync(part)
            part.replace(real)
            with suppress(OSError):  # not every file system has folders to sync
                _sync(real.parent)
    finally:
        with suppress(OSError):  # it was not made, or was renamed
            part.unlink()


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a whole file at once; text as UTF-8.

    Half a surrogate pair, which UTF-8 has no form for, is written as JSON does: `\\ud800`.

    Raises:
        OutputError: as `whole_file`.
    """
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    with whole_file(path) as part:
        part.write_bytes(data)


def sweep(folder: Path) -> None:
    """Remove what writers that were killed left half written in a folder and below it.

    Nobody else may be writing there.
    """
    for part in folder.rglob(_PART.format("*")):
        with suppress(OSError):
            part.unlink()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
