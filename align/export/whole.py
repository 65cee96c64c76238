"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from align.errors import InputError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; it takes the name `path` only if all went well.

    The part file lies in the same folder, since a rename is only atomic within a file system.

    Raises:
        InputError: `path` is a folder, or its folder cannot be made or written to.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder; name a file to write to.")
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.touch(exist_ok=False)
    except OSError as error:
        raise InputError(f"Cannot write to {path} ({error.strerror}); "
                         "name a path in a folder you may write to.") from error
    try:
        yield part
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
