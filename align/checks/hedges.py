"""Hedges: at least, nearly, more than, up to, allegedly must keep their sense.

Flags a bound turned into its contrary (more than, less than: critical), changed into another
(major) or dropped before a number (minor or major), and an allegation or a mere appearance told as
a fact (major). Must not
flag: synonyms (setidaknya, sedikitnya, minimal), "more than" as "lebih", a blur beside a rounded
or converted number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from align.checks import Finding, Pair, Tools, check
from align.mentions import quantities
from align.mentions.hedges import ALLEGED, Bound, Hedge, bounds_in, hedge_of
from align.mentions.numbers import Number, read_numbers

# What each bound may become without anyone being misled.
_FAIR: dict[Bound, frozenset[Bound]] = {
    "floor": frozenset(("floor", "more")), "more": frozenset(("more", "floor")),
    "ceiling": frozenset(("ceiling", "reach")), "less": frozenset(("less", "nearly")),
    "nearly": frozenset(("nearly", "about", "less")), "about": frozenset(("about", "nearly")),
    "reach": frozenset(("reach",)),
}
_CONTRARY: frozenset[tuple[Bound, Bound]] = frozenset((
    ("more", "less"), ("less", "more"), ("floor", "ceiling"), ("floor", "less"),
    ("ceiling", "floor"), ("less", "floor"), ("more", "nearly"), ("nearly", "more"),
    ("ceiling", "more"), ("more", "ceiling"), ("nearly", "floor"), ("floor", "nearly"),
))


@check
def hedges(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """Findings on the hedges of numbers, then on allegations."""
    if not pair.source or not pair.target:
        return ()
    found = [finding for number, other in _same_numbers(pair)
             if (finding := _compared(pair, number, other)) is not None]
    return [*found, *_alleged(pair)]


def _same_numbers(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Numbers of both sides that are equal, each once; one-to-one where they are said twice."""
    left = list(read_numbers(pair.target, "id"))
    for number in read_numbers(pair.source, "en"):
        other = next((o for o in left if quantities.equal(number, o)), None)
        if other is not None:
            left.remove(other)
            yield number, other


def _compared(pair: Pair, number: Number, other: Number) -> Finding | None:
    was = hedge_of(pair.source, number.start, number.end, "en")
    became = hedge_of(pair.target, other.start, other.end, "id")
    if was is None or (became is not None and became.bound in _FAIR[was.bound]):
        return None
    if became is None or became.bound == "reach":
        if _FAIR[was.bound] & bounds_in(pair.target, "id") or 1.0 in number.values:
            return None
        return _dropped(pair, was, number)
    return _changed(pair, was, became)


def _alleged(pair: Pair) -> Iterable[Finding]:
    stated = ALLEGED["en"].search(pair.source)
    if stated is None or ALLEGED["id"].search(pair.target):
        return ()
    words = stated.group()
    return (Finding(
        "mistranslation", "major", 0.7, (stated.span(),), (),
        f"The allegation “{words}” is told as a fact.",
        f"Dugaan “{words}” disampaikan sebagai fakta."),)


def _changed(pair: Pair, was: Hedge, became: Hedge) -> Finding:
    contrary = (was.bound, became.bound) in _CONTRARY
    before, after = pair.source[was.start:was.end], pair.target[became.start:became.end]
    return Finding(
        "mistranslation", "critical" if contrary else "major", 0.85 if contrary else 0.65,
        ((was.start, was.end),), ((became.start, became.end),),
        f"“{before}” became “{after}”.", f"“{before}” menjadi “{after}”.")


def _dropped(pair: Pair, was: Hedge, number: Number) -> Finding:
    words = pair.source[was.start:was.end]
    return Finding(
        "omission", "minor" if was.bound in ("about", "ceiling") else "major", 0.7,
        ((was.start, was.end),), (),
        f"“{words}” before “{number.written}” is missing.",
        f"“{words}” pada “{number.written}” tidak ada.")
