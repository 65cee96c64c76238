"""Undertranslation and its reverse: what tells a lost phrase from one the lexicon does not know.

Words say where a gap may be; vectors and lengths say whether it is one. Without the phrase the
sentence should move toward its counterpart, no unlinked words should stand where its rendering
would, and none of those that do should be like it. A logistic model weighs it all.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.analysis.gaps import Gap, gaps, weighs
from align.analysis.likeness import Likeness, Texts
from align.analysis.links import Linked
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token

_SURE = 0.6
_EVEN = 5  # added to lengths, in code points, so that short texts do not weigh too much


@dataclass(frozen=True, slots=True)
class Unrendered:
    """A gap at code points [start, end) of the source (`omitted`) or of the target."""

    omitted: bool
    start: int
    end: int
    gap: Gap
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One gap, and the places of the texts that tell of it."""

    found: Unrendered
    whole: int
    other: int
    cut: int
    phrase: int
    room: int | None
    stretch: int | None
    bare: tuple[int, ...]
    free: tuple[int, ...]
    ratio: float     # log of this side's length over the other's
    length: int      # words of the source


def plan(linked: Linked, texts: Texts) -> list[Plan]:
    """The gaps of both sides of a pair, and the texts whose likeness tells of them."""
    ours, theirs = linked.ours, linked.theirs
    ahead = [(link.source, link.target, link.strength) for link in linked.links]
    back = [(link.target, link.source, link.strength) for link in linked.links]
    size = len(ours)
    source, target = linked.source, linked.target
    return [*_side(source, target, ours, theirs, ahead, size, texts, omitted=True),
            *_side(target, source, theirs, ours, back, size, texts, omitted=False)]


def _side(text: str, other: str, ours: Sequence[Token], theirs: Sequence[Token],
          links: Sequence[tuple[int, int, float]], size: int, texts: Texts, *,
          omitted: bool) -> list[Plan]:
    stop = ENGLISH_STOP if omitted else INDONESIAN_STOP
    sure = {i for i, _, strength in links if strength >= _SURE}
    tied = {i for i, _, _ in links}
    ratio = math.log((len(text) + _EVEN) / (len(other) + _EVEN))
    plans = []
    for gap in gaps(ours, theirs, links, english=omitted):
        start, end = ours[gap.first].start, ours[gap.last - 1].end
        room = " ".join(theirs[j].text for j in gap.room)
        stretch = other[theirs[gap.room[0]].start:theirs[gap.room[-1]].end] if gap.room else ""
        bare = [ours[i].lower for i in range(gap.first, gap.last)
                if weighs(ours[i], stop) and i not in sure]
        opening = ours[_opening(gap.first, ours, tied, stop)].start
        plans.append(Plan(
            Unrendered(omitted, opening, end, gap, text[opening:end]), texts.add(text),
            texts.add(other),
            texts.add(without(text, start, end)), texts.add(text[start:end]),
            texts.add(room) if room else None, texts.add(stretch) if room else None,
            tuple(texts.add(key) for key in bare),
            tuple(texts.add(theirs[j].lower) for j in gap.room), ratio, size))
    return plans


def _opening(first: int, ours: Sequence[Token], tied: set[int], stop: frozenset[str]) -> int:
    """Where the phrase begins: at the unlinked function words that lead it (with the …)."""
    while (first and first - 1 not in tied and ours[first - 1].is_word
           and not weighs(ours[first - 1], stop)):
        first -= 1
    return first


def without(text: str, start: int, end: int) -> str:
    """The sentence with [start, end) taken out, its comma and capital mended."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before.endswith(",") and (after[:1] in {",", ".", ";"} or not after):
        before = before[:-1]
    if not before:
        after = after.lstrip(" ,;:")
        return after[:1].upper() + after[1:]
    return before + ("" if after[:1] in set(",.;!?)") else " ") + after


def features(plan: Plan, likeness: Likeness) -> dict[str, float]:
    """What tells a phrase left out or put in from one that is rendered freely, by name."""
    gap = plan.found.gap

    def near(one: int, other: int | None) -> float:
        return 0.0 if other is None else likeness.near(one, other)

    gain = 10 * (near(plan.cut, plan.other) - near(plan.whole, plan.other))
    length = math.log(1 + plan.length)
    soft = np.zeros(max(1, len(plan.bare)))
    if plan.bare and plan.free:
        soft = likeness.between(plan.bare, plan.free).max(axis=1)
    phrase, room = near(plan.phrase, plan.other), near(plan.phrase, plan.room)
    return {
        "bare": gap.bare, "linked": gap.linked, "total": math.log(1 + gap.total),
        "share": gap.bare / max(1, gap.total), "room": len(gap.room),
        "filled": min(len(gap.room), gap.bare) / gap.bare, "all_room": gap.all_room,
        "names": gap.names, "edges": float(gap.opens) + float(gap.closes),
        "gain": gain, "gain_long": gain * length, "base": near(plan.whole, plan.other),
        "phrase": phrase, "phrase_room": room, "stretch": near(plan.phrase, plan.stretch),
        "soft": float(soft.mean()), "soft_sum": float((1 - soft.clip(0, 1)).sum()),
        "ratio": plan.ratio, "ratio_long": plan.ratio * length,
        "omitted": float(plan.found.omitted),
    }
