"""Outputs that are no files: /dev/stdout, pipes, terminals, /dev/null. They are written through."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import time
from pathlib import Path
from typing import BinaryIO

from align.errors import OutputError

_PATIENCE = 5.0  # seconds to wait for someone who reads a named pipe


def goes_through(path: Path) -> bool:
    """Whether an output is no file that can be replaced: /dev/stdout, a pipe, a device.

    Raises:
        OutputError: it is a folder, a disk or a socket.
    """
    if descriptor_of(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:  # not there yet, or not to be looked at; making it will tell
        return False
    if stat.S_ISDIR(mode):
        raise OutputError(f"{path} is a folder; name a file to write to.")
    if stat.S_ISREG(mode):
        return False
    if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
        return True
    raise OutputError(f"{path} is no file; name a file to write to.")


def descriptor_of(path: Path) -> int | None:
    """The open descriptor that a path such as /dev/stdout or /dev/fd/3 stands for.

    Where it was redirected to a file such a path is a link to that file, but replacing the file
    would leave the descriptor with one that has no name any more.
    """
    own = {Path("/dev/fd"), Path(f"/proc/{os.getpid()}/fd")}
    here = path
    for _ in range(40):  # as many links as Linux follows
        folder = Path(os.path.realpath(here.parent))
        if folder in own and here.name.isdecimal():
            return int(here.name)
        try:
            here = folder / here.readlink()
        except OSError:  # no link
            break
    return None


def pass_on(part: Path, path: Path) -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()  # what was printed before comes before
    with part.open("rb") as source, _opened(path) as target:
        shutil.copyfileobj(source, target)


def _opened(path: Path) -> BinaryIO:
    number = descriptor_of(path)
    if number is not None:
        return os.fdopen(os.dup(number), "wb")
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if time.monotonic() > until:
                raise OutputError(f"Nobody reads from the pipe {path}; start its reader "
                                  "first.") from error
            time.sleep(0.05)
        else:
            os.set_blocking(descriptor, True)
            return os.fdopen(descriptor, "wb")
