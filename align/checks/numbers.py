"""Numbers: each that the source states must be stated by the target, and no other in its place.

Flags a number of another value, or of another currency or measure (critical, with both places),
one left out and one put in. Must not flag: other separators and words (1.5 million, 1,5 juta),
converted measures (500 feet, 152 meter), clocks, rounding, a sum in another currency in brackets,
numbers stated in a neighbouring sentence, small words that merely imply a number (a couple,
seorang, one of the). Parts of dates belong to `dates`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from align.analysis import Side
from align.checks import Analysis, Finding, Range, check
from align.mentions import quantities
from align.mentions.numbers import Number
from align.text.tokens import in_brackets

# A source number of this kind must be found again; the others may be.
_DEMANDING = frozenset(("digits", "word", "fraction", "ordinal", "vague"))
_WHOLE = 0.02        # of a power of ten: rounding
_MOST_POWERS = 3.0   # further apart says no more


@check()
def numbers(pair: Analysis) -> Iterable[Finding]:
    """Findings on numbers: those of the source first, figures before words."""
    stated, restated = pair.source.numbers, pair.target.numbers
    if not stated and not restated:
        return ()
    missing, extra = _unmatched(stated, restated)
    return [*_findings(pair, _without_dates(missing, pair.source),
                       _without_dates(extra, pair.target))]


def _unmatched(stated: Sequence[Number], restated: Sequence[Number]
               ) -> tuple[list[Number], list[Number]]:
    """What is left of both sides when equal, then converted, then rounded numbers are paired."""
    left, right = list(stated), list(restated)
    for agree in (quantities.same, quantities.converted, quantities.rounded):
        for number in tuple(left):
            rival = next((other for other in right if agree(number, other)), None)
            if rival is not None:
                left.remove(number)
                right.remove(rival)
    # A number said twice may be said once, and the other way round, unless another takes its place.
    right = [n for n in right if not any(quantities.same(o, n) or quantities.converted(o, n)
                                         for o in stated)]
    strange = any(n.kind in ("digits", "word") for n in right)
    left = [n for n in left if not any(quantities.same(n, o) or quantities.converted(n, o)
                                       for o in restated)
            or (strange and n.kind in ("digits", "word"))]
    return left, right


def _without_dates(found: Iterable[Number], side: Side) -> list[Number]:
    taken = [(part.start, part.end) for part in side.dates]
    return [number for number in found
            if not any(start < number.end and number.start < end for start, end in taken)]


def _demanded(number: Number) -> bool:
    return number.kind in _DEMANDING and not (
        number.kind != "digits" and number.values[0] in (0.0, 1.0))


def _findings(pair: Analysis, missing: list[Number], extra: list[Number]) -> Iterable[Finding]:
    rivals = [number for number in extra if number.kind != "small"]
    for number in sorted(missing, key=lambda number: number.kind != "digits"):
        if not _demanded(number):
            continue
        rival = _rival(number, rivals)
        if rival is not None:
            rivals.remove(rival)
            yield _changed(pair, number, rival)
        elif not (_nearby(number, pair.target) or number.written in pair.target.text
                  or quantities.restated(pair.source.text, number, pair.source.numbers)):
            yield _dropped(number)
    for number in rivals:
        if number.kind == "digits" and not (
                in_brackets(pair.target.text, number.start, number.end)
                or _nearby(number, pair.source)):
            yield _added(number)


def _rival(number: Number, rivals: Sequence[Number]) -> Number | None:
    """The target number that stands where this one should: same unit first, then same kind."""
    def likeness(other: Number) -> tuple[bool, bool]:
        return (number.unit == other.unit or quantities.are_shares(number, other),
                number.kind == other.kind)

    fit = [other for other in rivals if number.kind != "vague" or other.kind == "vague"
           or other.values[:1] > (12.0,)]
    return max(fit, key=likeness, default=None)


def _nearby(number: Number, side: Side) -> bool:
    """Whether the article of that side states the number anywhere."""
    return side.article is not None and any(
        quantities.equal(number, other) for other in side.article.numbers)


def _changed(pair: Analysis, number: Number, rival: Number) -> Finding:
    kind = "number-changed" if number.kind == "digits" else "number-word-changed"
    if quantities.contradictory(number, rival):
        return Finding("measure-changed", "mistranslation", (_measured(pair.source, number),),
                       (_measured(pair.target, rival),), evidence=_evidence(number, rival))
    return Finding(
        kind, "mistranslation", ((number.start, number.end),), ((rival.start, rival.end),),
        words={"was": number.written, "became": rival.written},
        evidence=_evidence(number, rival))


def _measured(side: Side, number: Number) -> Range:
    """The span of a number with the unit behind it."""
    unit = re.compile(rf"[\s-]{{1,2}}{re.escape(number.unit)}\b", re.IGNORECASE).match(
        side.text, number.end)
    return number.start, unit.end() if unit else number.end


def _evidence(number: Number, rival: Number) -> dict[str, float]:
    """How far the values are apart, in powers of ten, and whether by a whole one: 1.4, 14.

    `turned`: whether they differ in nothing but that one of them falls or lies below zero.
    """
    if not number.values or not rival.values or not number.values[0] or not rival.values[0]:
        return {}
    powers = abs(math.log10(abs(rival.values[0] / number.values[0])))
    whole = powers > _WHOLE and abs(powers - round(powers)) < _WHOLE
    return {"powers": min(powers, _MOST_POWERS), "tenfold": float(whole),
            "turned": float(quantities.turned(number, rival))}


def _dropped(number: Number) -> Finding:
    return Finding(
        "number-omitted" if number.kind == "digits" else "number-word-omitted", "omission",
        source=((number.start, number.end),), words={"was": number.written})


def _added(number: Number) -> Finding:
    return Finding("number-added", "addition", target=((number.start, number.end),),
                   words={"became": number.written})
