"""Hedges: at least, nearly, more than, up to, allegedly must keep their sense.

Flags a bound turned into its contrary (more than, less than: critical), changed into another
(major) or dropped before a number (minor or major), and an allegation or a mere appearance told as
a fact (major). Must not
flag: synonyms (setidaknya, sedikitnya, minimal), "more than" as "lebih", a blur beside a rounded
or converted number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from align.checks import Analysis, Finding, check
from align.mentions import quantities
from align.mentions.hedges import ALLEGED, Bound, Hedge, bounds_in, hedge_of
from align.mentions.numbers import Number

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


@check()
def hedges(pair: Analysis) -> Iterable[Finding]:
    """Findings on the hedges of numbers, then on allegations."""
    found = [finding for number, other in _same_numbers(pair)
             if (finding := _compared(pair, number, other)) is not None]
    return [*found, *_alleged(pair)]


def _same_numbers(pair: Analysis) -> Iterator[tuple[Number, Number]]:
    """Numbers of both sides that are equal, each once; one-to-one where they are said twice."""
    left = list(pair.target.numbers)
    for number in pair.source.numbers:
        other = next((o for o in left if quantities.equal(number, o)), None)
        if other is not None:
            left.remove(other)
            yield number, other


def _compared(pair: Analysis, number: Number, other: Number) -> Finding | None:
    was = hedge_of(pair.source.text, number.start, number.end, "en")
    became = hedge_of(pair.target.text, other.start, other.end, "id")
    if was is None or (became is not None and became.bound in _FAIR[was.bound]):
        return None
    if became is None or became.bound == "reach":
        if _FAIR[was.bound] & bounds_in(pair.target.text, "id") or 1.0 in number.values:
            return None
        return _dropped(was, number)
    return _changed(was, became)


def _alleged(pair: Analysis) -> Iterable[Finding]:
    stated = ALLEGED["en"].search(pair.source.text)
    if stated is None or ALLEGED["id"].search(pair.target.text):
        return ()
    return (Finding("allegation-lost", "mistranslation", source=(stated.span(),)),)


def _changed(was: Hedge, became: Hedge) -> Finding:
    contrary = (was.bound, became.bound) in _CONTRARY
    return Finding("bound-reversed" if contrary else "bound-changed", "mistranslation",
                   ((was.start, was.end),), ((became.start, became.end),))


def _dropped(was: Hedge, number: Number) -> Finding:
    blur = was.bound in ("about", "ceiling")
    return Finding("approximation-omitted" if blur else "bound-omitted", "omission",
                   ((was.start, was.end),), words={"number": number.written})
