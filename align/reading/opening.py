"""From a source (path, URL, "-") to a blob of bytes."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from align.errors import InputError
from align.fetching.inflating import GZIP
from align.reading.files import Blob

if TYPE_CHECKING:
    from align.fetching import Fetched

LARGEST = 32 * 2**20  # bytes of one file that is read whole
_STREAMED = (b"WARC/", GZIP)  # WARC, and what may be WARC under gzip
_HEAD = 65_536
_WAIT = 10.0  # seconds for someone to write to a pipe


def is_url(source: str) -> bool:
    """Whether a source names something on the web."""
    return "://" in source[:12] or source[:5].lower() in ("file:", "data:", "http:")


def shown(name: str) -> str:
    """A file's name as it can be printed: bytes that are no UTF-8, and controls, are escaped."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode()
                   for char in text)


def opened(source: str | os.PathLike[str], client: Callable[[str], Fetched] | None = None) -> Blob:
    """The bytes of a source.

    Raises:
        InputError: no such file, a folder, not allowed, too large, a pipe that no one writes to.
        FetchError: a URL that could not be opened.
    """
    name = os.fspath(source)
    if is_url(name):
        return _fetched(name, client)
    try:
        if name == "-":
            return _blob(b"", _standard_input(), "Standard input")
        path = Path(name)
        if stat.S_ISFIFO(path.stat().st_mode):
            return _blob(*_pipe(path), shown(name))
        with path.open("rb") as file:
            found = _blob(b"", file, shown(name))
        return found if found.rest is None else replace(found, rest=lambda: _behind(path))
    except FileNotFoundError as error:
        raise InputError(f"There is no file {shown(name)}; check the path.") from error
    except IsADirectoryError as error:
        raise InputError(f"{_called(name)} is a folder; name one article in it, or add the folder "
                         "to a store with 'selaras store add'.") from error
    except PermissionError as error:
        raise InputError(f"{shown(name)} may not be read; change its permissions.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"{_called(name)[:200]} cannot be read ({why}); check the "
                         "path.") from error


def _called(name: str) -> str:
    return "Standard input" if name == "-" else shown(name)


def _fetched(url: str, client: Callable[[str], Fetched] | None) -> Blob:
    if client is None:
        from align.fetching import fetch

        client = fetch
    found = client(url)
    return Blob(found.data, found.content_type, found.url)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("Standard input is closed; name a file, or pipe the article in.")
    return sys.stdin.buffer


def _blob(begun: bytes, file: BinaryIO, name: str) -> Blob:
    """All of a file, or of one that is streamed its head, the file giving the rest."""
    head = begun + file.read(_HEAD)
    if head.startswith(_STREAMED):
        return Blob(head, rest=lambda: _pieces(file))
    data = head + file.read(LARGEST + 1 - len(head))
    if len(data) > LARGEST:
        raise InputError(f"{name} is larger than {LARGEST // 2**20} MB; name a single article.")
    return Blob(data)


def _behind(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(_HEAD)
        yield from _pieces(file)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_HEAD):
        yield piece


def _pipe(path: Path) -> tuple[bytes, BinaryIO]:
    """What a pipe began with, and the pipe. One that no one writes to is not waited for long."""
    import select

    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    file = os.fdopen(descriptor, "rb")
    watched = select.poll()
    watched.register(descriptor, select.POLLIN)
    end, begun = time.monotonic() + _WAIT, b""
    while not watched.poll(20) and not begun:
        try:
            begun = os.read(descriptor, 1)  # nothing if no one has the pipe open for writing
        except BlockingIOError:
            break
        if not begun and time.monotonic() > end:
            file.close()
            raise InputError(f"{shown(str(path))} is a pipe that no one writes to; start what "
                             "writes to it first.")
    os.set_blocking(descriptor, True)
    return begun, file
