"""What is joined by way of others is one group, and its least member stands for it."""

from __future__ import annotations

from align.export.groups import Groups


def test_joined_by_way_of_others() -> None:
    groups: Groups[str] = Groups()
    for name in "dcbae":
        groups.add(name)
    groups.join("d", "b")
    groups.join("b", "a")
    assert groups.root("d") == "a"
    assert groups.all() == {"a": ["d", "b", "a"], "c": ["c"], "e": ["e"]}
