"""Entries that are found by lying in a folder: checks, page and file shapes, ways, formats.

A folder's modules mark what they offer with a decorator of their own, which calls `Registry.add`.
Nobody lists them: whoever asks for the entries has every module of the folder imported first. Two
entries of one name or one rank are refused, for the later would silently take the other's place.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from align.errors import SelarasError

T = TypeVar("T")


class ClashError(SelarasError):
    """Two entries want one name or one rank; the message names both."""


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    value: T
    origin: str
    rank: int | None


class Registry(Generic[T]):
    """The entries of one sort.

    Args:
        package: the folder whose modules offer them, as a package's name.
        sort: what one of them is called in messages: "page shape".
    """

    def __init__(self, package: str, sort: str) -> None:
        self._package, self._sort = package, sort
        self._entries: dict[str, _Entry[T]] = {}
        self._searched: tuple[str, ...] = ()
        self._ordered: MappingProxyType[str, T] = MappingProxyType({})

    def add(self, name: str, value: T, origin: Any, rank: int | None = None) -> None:
        """Take in one entry. A module that is imported anew replaces its own.

        Args:
            origin: the function that was marked.
            rank: its place among the others, lowest first; without one they stand by their names.

        Raises:
            ClashError: another module's entry has this name or rank.
        """
        own = f"{origin.__module__}.{origin.__qualname__}"
        for other, entry in self._entries.items():
            if entry.origin == own:
                continue
            if other == name:
                raise ClashError(f"Two {self._sort}s are called '{name}', in {entry.origin} and in "
                                 f"{own}; give one of them another name.")
            if rank is not None and entry.rank == rank:
                raise ClashError(f"The {self._sort}s '{other}' and '{name}' both have rank {rank}; "
                                 "give one of them another.")
        self._entries[name] = _Entry(value, own, rank)
        self._searched = ()

    def all(self) -> MappingProxyType[str, T]:
        """Every entry by its name, lowest rank first, else in alphabetical order.

        Raises:
            ClashError: two of them have one name or one rank.
        """
        folders = tuple(importlib.import_module(self._package).__path__)
        if self._searched != folders:
            for module in pkgutil.iter_modules(folders):
                importlib.import_module(f"{self._package}.{module.name}")
            ordered = sorted(self._entries.items(), key=lambda item: (item[1].rank or 0, item[0]))
            self._ordered = MappingProxyType({name: entry.value for name, entry in ordered})
            self._searched = folders
        return self._ordered


def module_name(function: Any) -> str:
    """The name of the file that a marked function stands in, without its folders."""
    return str(function.__module__).rpartition(".")[2]
