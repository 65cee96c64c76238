"""Corpus formats, one file each, found by being here.

A format is a module with one function marked `@format`: given an iterator of rows and an `Out`, it
writes them, holding no more than a document or a batch in memory, and returns how many it wrote.
Its name is its file's. Adding one touches no other file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from align.errors import InputError
from align.export.out import Out
from align.export.rows import Row

Writer = Callable[[Iterator[Row], Out], int]

_registry: dict[str, Writer] = {}


def format(function: Writer) -> Writer:
    """Register a corpus format."""
    _registry[function.__module__.rpartition(".")[2]] = function
    return function


@cache
def names() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return tuple(sorted(_registry))


def writer(name: str) -> Writer:
    """The format of that name.

    Raises:
        InputError: there is none.
    """
    if name not in names():
        raise InputError(f"There is no export format {name!r}; choose one of {', '.join(names())}.")
    return _registry[name]
