"""Titles: who is deputy, former or acting must stay so, and a rank must stay that rank.

Flags a rank that became another (direktur utama for chief financial officer), and a "deputy" or
"former" that is gone or put in before a rank that both sides have (major). Must not flag: several
names of one rank (chief executive, CEO, direktur utama), a rank left out or said more generally.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from align.checks import Finding, Pair, Tools, check
from align.mentions.titles import Title, read_titles

NEAR = 12  # characters between a qualifier and its rank


@check
def titles(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """At most one finding on the ranks of a pair."""
    if not pair.source or not pair.target:
        return ()
    source = read_titles(pair.source, "en")
    target = read_titles(pair.target, "id") if source else ()
    if not source or not target:
        return ()
    return (_changed(pair, source, target) or _requalified(pair, source, target, lost=True)
            or _requalified(pair, target, source, lost=False))[:1]


def _changed(pair: Pair, source: Sequence[Title], target: Sequence[Title]) -> list[Finding]:
    missing = _without(source, target)
    extra = _without(target, source)
    if len(missing) != 1 or len(extra) != 1:
        return []
    one, other = missing[0], extra[0]
    was, became = pair.source[one.start:one.end], pair.target[other.start:other.end]
    return [Finding(
        "mistranslation", "major", 0.7, ((one.start, one.end),), ((other.start, other.end),),
        f"The title “{was}” became “{became}”.", f"Jabatan “{was}” menjadi “{became}”.")]


def _without(some: Sequence[Title], others: Sequence[Title]) -> list[Title]:
    """The ranks of one side whose row the other side lacks."""
    rows = {title.row for title in others}
    return [title for title in some if not title.qualifies and title.row not in rows]


def _requalified(pair: Pair, some: Sequence[Title], others: Sequence[Title], *,
                 lost: bool) -> list[Finding]:
    """A qualifier that one side alone has, at a rank that both have."""
    rows = {title.row for title in others}
    for title in some:
        if title.qualifies and title.row not in rows and any(
                rank.row in rows and not rank.qualifies
                and 0 <= rank.start - title.end <= NEAR for rank in some):
            where = ((title.start, title.end),)
            word = (pair.source if lost else pair.target)[title.start:title.end]
            if lost:
                return [Finding("mistranslation", "major", 0.7, where, (),
                                f"“{word}” is missing before the title.",
                                f"“{word}” pada jabatan itu tidak ada.")]
            return [Finding("mistranslation", "major", 0.7, (), where,
                            f"“{word}” before the title is not in the source.",
                            f"“{word}” pada jabatan itu tidak ada dalam teks sumber.")]
    return []
