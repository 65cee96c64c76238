"""Files: one file per shape, found by being here.

A shape is a module with one function marked `@file_shape(rank, looks)`. `looks` tells from a
`Blob` whether it is of the shape; the function yields its stories, as `Draft`s or, for shapes
that hold pages, as further `Blob`s.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from align.reading.draft import Draft


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes and what is known of them.

    `data` is all of them, or for a shape that is streamed the first of them, with `path` telling
    where the rest lies. `content_type` is as a server states it, charset included.
    """

    data: bytes
    content_type: str = ""
    url: str = ""
    path: Path | None = None
    wanted: str = ""


Looks = Callable[[Blob], bool]
Reader = Callable[[Blob], "Iterator[Blob | Draft]"]

_registry: dict[int, tuple[Looks, Reader]] = {}


def file_shape(rank: int, looks: Looks) -> Callable[[Reader], Reader]:
    """Register a file shape; lower ranks are asked first."""

    def register(reader: Reader) -> Reader:
        _registry[rank] = (looks, reader)
        return reader

    return register


@cache
def shapes() -> tuple[tuple[Looks, Reader], ...]:
    """All file shapes in the order they are asked."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return tuple(_registry[rank] for rank in sorted(_registry))


def stories(blob: Blob) -> Iterator[Blob | Draft]:
    """What a blob holds, read by the first shape that knows it."""
    for looks, reader in shapes():
        if looks(blob):
            return reader(blob)
    raise AssertionError("the plain text shape takes every blob")
