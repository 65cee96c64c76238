"""Titles: who is deputy, former or acting must stay so, and a rank must stay that rank.

Flags a rank that became another (direktur utama for chief financial officer), and a "deputy" or
"former" that is gone or put in before a rank that both sides have (major). Must not flag: several
names of one rank (chief executive, CEO, direktur utama), a rank left out or said more generally.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from align.checks import Analysis, Finding, check
from align.mentions.titles import Title, renders

NEAR = 12  # characters between a qualifier and its rank


@check()
def titles(pair: Analysis) -> Iterable[Finding]:
    """At most one finding on the ranks of a pair."""
    source = pair.source.titles
    target = pair.target.titles if source else ()
    if not source or not target:
        return ()
    return (_changed(pair, source, target) or _requalified(source, target, lost=True)
            or _requalified(target, source, lost=False))[:1]


def _changed(pair: Analysis, source: Sequence[Title], target: Sequence[Title]) -> list[Finding]:
    missing = _without(source, target)
    extra = _without(target, source)
    if len(missing) != 1 or len(extra) != 1:
        return []
    one, other = missing[0], extra[0]
    if renders(one.row, pair.target.text[other.start:other.end]):
        return []
    return [Finding("title-changed", "mistranslation", ((one.start, one.end),),
                    ((other.start, other.end),))]


def _without(some: Sequence[Title], others: Sequence[Title]) -> list[Title]:
    """The ranks of one side whose row the other side lacks."""
    rows = {title.row for title in others}
    return [title for title in some if not title.qualifies and title.row not in rows]


def _requalified(some: Sequence[Title], others: Sequence[Title], *,
                 lost: bool) -> list[Finding]:
    """A qualifier that one side alone has, at a rank that both have."""
    rows = {title.row for title in others}
    for title in some:
        if title.qualifies and title.row not in rows and any(
                rank.row in rows and not rank.qualifies
                and 0 <= rank.start - title.end <= NEAR for rank in some):
            where = ((title.start, title.end),)
            if lost:
                return [Finding("title-qualifier-omitted", "mistranslation", source=where)]
            return [Finding("title-qualifier-added", "mistranslation", target=where)]
    return []
