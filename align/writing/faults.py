"""What the system says of an output, as a sentence that names it and tells how to mend it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from align.errors import OutputError


@contextmanager
def told(path: Path, part: Path) -> Iterator[None]:
    """A fault of this output, told in terms of `path`; others are let through."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename not in (None, str(part), str(path), os.path.realpath(path),
                                  str(part.parent)):
            raise
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> OutputError:
    mend = ("free some room, or name a path on another disk"
            if error.errno in (errno.ENOSPC, errno.EDQUOT) else
            "name a path in a folder you may write to")
    return OutputError(f"Cannot write to {path} ({error.strerror or error}); {mend}.")
