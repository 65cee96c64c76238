"""Files: one file per shape, found by being here.

A shape is a module with one function marked `@file_shape(rank, looks)`. `looks` tells from a
`Blob` whether it is of the shape; the function yields its stories, as `Draft`s or, for shapes
that hold pages, as further `Blob`s.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

from align.reading.draft import Draft
from align.registry import Registry


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes and what is known of them.

    `data` is all of them, or for a shape that is streamed the first of them, with `rest` giving
    those behind, once. `content_type` is as a server states it, charset included.
    """

    data: bytes
    content_type: str = ""
    url: str = ""
    rest: Callable[[], Iterator[bytes]] | None = None
    wanted: str = ""

    @contextmanager
    def chunks(self) -> Iterator[Iterator[bytes]]:
        """All the bytes, in pieces."""
        rest = self.rest() if self.rest is not None else iter(())
        try:
            yield chain([self.data], rest)
        finally:
            if isinstance(rest, Generator):
                rest.close()


Looks = Callable[[Blob], bool]
Reader = Callable[[Blob], "Iterator[Blob | Draft]"]

_SHAPES: Registry[tuple[Looks, Reader]] = Registry(__name__, "file shape")


def file_shape(rank: int, looks: Looks) -> Callable[[Reader], Reader]:
    """Register a file shape, named as its function; lower ranks are asked first."""

    def register(reader: Reader) -> Reader:
        _SHAPES.add(reader.__name__, (looks, reader), reader, rank)
        return reader

    return register


def shapes() -> tuple[tuple[Looks, Reader], ...]:
    """All file shapes in the order they are asked."""
    return tuple(_SHAPES.all().values())


def stories(blob: Blob) -> Iterator[Blob | Draft]:
    """What a blob holds, read by the first shape that knows it."""
    for looks, reader in shapes():
        if looks(blob):
            return reader(blob)
    raise AssertionError("the plain text shape takes every blob")
