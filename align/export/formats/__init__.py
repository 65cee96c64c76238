"""Corpus formats, one file each, found by being here.

A format is a module with one function marked `@format`: given an iterator of rows and an `Out`, it
writes them, holding no more than a document or a batch in memory, and returns how many it wrote.
Its name is its file's. Adding one touches no other file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from align.errors import InputError
from align.export.out import Out
from align.export.rows import Row
from align.registry import Registry, module_name

Writer = Callable[[Iterator[Row], Out], int]

_FORMATS: Registry[Writer] = Registry(__name__, "format")


def format(function: Writer) -> Writer:
    """Register a corpus format."""
    _FORMATS.add(module_name(function), function, function)
    return function


def names() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    return tuple(_FORMATS.all())


def writer(name: str) -> Writer:
    """The format of that name.

    Raises:
        InputError: there is none.
    """
    if name not in names():
        raise InputError(f"There is no export format {name!r}; choose one of {', '.join(names())}.")
    return _FORMATS.all()[name]
