"""A source as the user names it (path, URL, "-") to a blob of bytes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import InputError
from align.reading.files import Blob

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.fetching import Fetched

LARGEST = 32 * 2**20  # bytes of one file that is read whole
_STREAMED = (b"WARC/", b"\x1f\x8b")  # WARC, and what may be WARC under gzip
_HEAD = 65_536


def is_url(source: str) -> bool:
    """Whether a source names something on the web."""
    return "://" in source[:12] or source[:5].lower() in ("file:", "data:", "http:")


def opened(source: str | os.PathLike[str], client: Callable[[str], Fetched] | None = None) -> Blob:
    """The bytes of a source.

    Raises:
        InputError: no such file, a folder, not allowed, too large.
        FetchError: a URL that could not be opened.
    """
    name = os.fspath(source)
    if name == "-":
        return Blob(sys.stdin.buffer.read(LARGEST + 1))
    if is_url(name):
        return _fetched(name, client)
    return _from_file(Path(name))


def _fetched(url: str, client: Callable[[str], Fetched] | None) -> Blob:
    if client is None:
        from align.fetching import fetch

        client = fetch
    found = client(url)
    return Blob(found.data, found.content_type, found.url)


def _from_file(path: Path) -> Blob:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if head.startswith(_STREAMED):
                return Blob(head, path=path)
            data = head + file.read(LARGEST + 1 - len(head))
    except FileNotFoundError as error:
        raise InputError(f"There is no file {path}; check the path.") from error
    except IsADirectoryError as error:
        raise InputError(f"{path} is a folder; name one article in it, or add the folder to a "
                         "store with 'selaras store add'.") from error
    except PermissionError as error:
        raise InputError(f"{path} may not be read; change its permissions.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{str(path)[:200]!r} cannot be opened ({error}); check the "
                         "path.") from error
    if len(data) > LARGEST:
        raise InputError(f"{path} is larger than {LARGEST // 2**20} MB; name a single article.")
    return Blob(data)
