"""Things that belong together because they are joined, directly or by way of others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Any)  # anything that can be ordered: the least of a group stands for it


class Groups(Generic[T]):
    """Groups by union and find (Galler and Fischer 1964); the least member stands for its group."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def add(self, one: T) -> None:
        """Take it up, by itself until it is joined."""
        self._above[one] = one

    def __iter__(self) -> Iterator[T]:
        """All members in the order they were added."""
        return iter(self._above)

    def join(self, one: T, other: T) -> None:
        """Make the groups of both one."""
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first

    def root(self, one: T) -> T:
        """The least member of its group."""
        above = self._above
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    def all(self) -> dict[T, list[T]]:
        """The members of each group in the order they were added, by the least of them."""
        groups: dict[T, list[T]] = {}
        for one in self._above:
            groups.setdefault(self.root(one), []).append(one)
        return groups
