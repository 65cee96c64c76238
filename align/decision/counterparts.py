"""Counterparts: a finding has its span on each side that its category asks for.

An omission shows on the source side only, an addition on the target side only, everything else on
both. A check that sees one side (a negation that is gone, a word left in English) says where; the
place on the other side is told from the words that render it or, where none does, from the nearest
words around it that are rendered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from align.analysis import Analysis, Side
from align.analysis.links import LONG
from align.checks import Finding, Range
from align.text import table
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, is_content

ABOUT = 4      # words to each side of a place that is told by its distance from the start
BRIDGED = 2    # words without a link that may stand between two words of one counterpart
GAP = 6        # words without a link that may together be what a span stands for
AHEAD = 4      # words after a span among which the one that it is about is looked for
# What may stand between the place and the verb there, and belongs to the verb.
_AUXILIARY = table("""
telah sudah akan sedang masih pernah bisa dapat harus mungkin yang ada is are was were be been has
have had will would can could may might must do does did to
""")
_PARTICLES = table("off up out down away over back")  # of verbs: thrown off

Links = dict[int, list[int]]  # word here → words there


def both_sides(finding: Finding, pair: Analysis) -> Finding | None:
    """The finding with clean spans on the sides that its category asks for.

    None if nothing is left of one of them.
    """
    asked = {"omission": (True, False), "addition": (False, True)}.get(
        finding.category, (True, True))
    source = _clean(pair.source, finding.source)
    target = _clean(pair.target, finding.target)
    if not source and not target:
        return None
    if asked[0] and not source:
        source = _projected(finding, pair, to_target=False) if pair.source else ()
    if asked[1] and not target:
        target = _projected(finding, pair, to_target=True) if pair.target else ()
    source, target = source if asked[0] else (), target if asked[1] else ()
    whole = bool(source) == asked[0] and bool(target) == asked[1]
    return replace(finding, source=source, target=target) if whole else None


def _clean(side: Side, spans: Sequence[Range]) -> tuple[Range, ...]:
    """The spans in order, without the blanks at their ends; empty ones are gone."""
    found = []
    for start, end in sorted((start, end) for start, end in spans):
        words = side.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            found.append((start, end))
    return tuple(found)


def _projected(finding: Finding, pair: Analysis, *, to_target: bool) -> tuple[Range, ...]:
    """Where the text of the other side says what the finding's spans on this side say."""
    here, there = (pair.source, pair.target) if to_target else (pair.target, pair.source)
    spans = finding.source if to_target else finding.target
    linked = pair.linked
    theirs = linked.theirs if to_target else linked.ours
    ours = linked.ours if to_target else linked.theirs
    links = {at: places for at, places in (linked.ahead if to_target else linked.back).items()
             if _is_word(ours[at])}
    found: list[int] = []
    if links:
        inside = [at for at, word in enumerate(ours)
                  if any(start < word.end and word.start < end for start, end in spans)]
        found = sorted({j for at in inside for j in links.get(at, ())})
        if inside and not found:
            stop = INDONESIAN_STOP if to_target else ENGLISH_STOP
            found = _beside(inside[0], inside[-1], links, theirs, stop,
                            filled=finding.category == "untranslated")
    return tuple(_ranges(found, theirs)) or (
        _about(there, theirs, spans[0][0] / max(1, len(here.text))),)


def _about(side: Side, found: Sequence[Token], share: float) -> Range:
    """A short text as a whole, or the words about that part of the way through a long one."""
    if len(found) < LONG:
        return side.whole
    middle = round(share * len(found))
    near = found[max(0, middle - ABOUT):middle + ABOUT]
    return near[0].start, near[-1].end


def _is_word(word: Token) -> bool:
    return word.text[0].isalnum()


def _beside(first: int, last: int, links: Links, theirs: Sequence[Token], stop: frozenset[str], *,
            filled: bool) -> list[int]:
    """For words without a link: what stands in their place, or renders what they are about.

    Args:
        filled: whether other words stand in their place, as for a word left untranslated;
            otherwise they are gone, and what they were about is the word after them.
    """
    before = max((at for at in links if at < first), default=None)
    after = min((at for at in links if at > last), default=None)
    taken = {j for each in links.values() for j in each}
    if filled:
        low = max(links[before]) + 1 if before is not None else 0
        high = min(links[after]) if after is not None else len(theirs)
        gap = _weighty([j for j in range(low, high) if j not in taken and _is_word(theirs[j])],
                       theirs, stop)
        if 0 < len(gap) <= GAP:
            return gap
    nearest = _nearest(first, last, links, theirs, stop)
    lead = start = min(nearest, default=0)
    while lead and start - lead < BRIDGED and lead - 1 not in taken and (
            theirs[lead - 1].lower in _AUXILIARY):
        lead -= 1
    return [*range(lead, start), *nearest]


def _nearest(first: int, last: int, links: Links, theirs: Sequence[Token],
             stop: frozenset[str]) -> list[int]:
    """What renders the word next to a span: a weighty one after it, before it, or any."""
    def order(at: int) -> tuple[bool, bool, int]:
        far = at - last if at > last else first - at
        light = not any(is_content(theirs[j], stop) for j in links[at])
        return far > AHEAD, light, far if at > last else far + AHEAD

    return links[min(links, key=order)] if links else []


def _weighty(gap: list[int], theirs: Sequence[Token], stop: frozenset[str]) -> list[int]:
    """Without the function words at its ends, but for particles of a verb; empty if all are."""
    content = [j for j in gap if is_content(theirs[j], stop)]
    return [j for j in gap if content and content[0] <= j
            and (j <= content[-1] or (j == content[-1] + 1 and theirs[j].lower in _PARTICLES))]


def _ranges(found: Iterable[int], theirs: Sequence[Token]) -> Iterable[Range]:
    """The words as spans, one for those that stand together."""
    runs: list[list[int]] = []
    for at in sorted(found):
        if runs and at - runs[-1][-1] <= BRIDGED + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [(theirs[run[0]].start, theirs[run[-1]].end) for run in runs]
