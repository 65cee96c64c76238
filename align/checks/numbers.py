"""Numbers: each that the source states must be stated by the target, and no other in its place.

Flags a number of another value, or of another currency or measure (critical, with both places),
one left out and one put in. Must not flag: other separators and words (1.5 million, 1,5 juta),
converted measures (500 feet, 152 meter), clocks, rounding, a sum in another currency in brackets,
numbers stated in a neighbouring sentence, small words that merely imply a number (a couple,
seorang, one of the). Parts of dates belong to `dates`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from align.checks import Finding, Pair, Tools, check
from align.mentions import quantities
from align.mentions.dates import read_dates
from align.mentions.numbers import Number, read_numbers
from align.text import Language

# A source number of this kind must be found again; the others may be.
_DEMANDING = frozenset(("digits", "word", "fraction", "ordinal", "vague"))


@check
def numbers(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """Findings on numbers: those of the source first, figures before words."""
    if not pair.source or not pair.target:
        return ()
    stated, restated = read_numbers(pair.source, "en"), read_numbers(pair.target, "id")
    if not stated and not restated:
        return ()
    missing, extra = _unmatched(stated, restated)
    missing = _without_dates(missing, pair.source, "en")
    extra = _without_dates(extra, pair.target, "id")
    return [*_findings(pair, missing, extra)]


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


def _without_dates(found: Iterable[Number], text: str, language: Language) -> list[Number]:
    taken = [(part.start, part.end) for part in read_dates(text, language)]
    return [number for number in found
            if not any(start < number.end and number.start < end for start, end in taken)]


def _in_brackets(text: str, number: Number) -> bool:
    opened = text.rfind("(", 0, number.start)
    return opened > text.rfind(")", 0, number.start) and ")" in text[number.end:]


def _demanded(number: Number) -> bool:
    return number.kind in _DEMANDING and not (
        number.kind != "digits" and number.values[0] in (0.0, 1.0))


def _findings(pair: Pair, missing: list[Number], extra: list[Number]) -> Iterable[Finding]:
    rivals = [number for number in extra if number.kind != "small"]
    for number in sorted(missing, key=lambda number: number.kind != "digits"):
        if not _demanded(number):
            continue
        rival = _rival(number, rivals)
        if rival is not None:
            rivals.remove(rival)
            yield _changed(number, rival)
        elif not (_nearby(number, pair.context.target, "id")
                  or number.written in pair.target):
            yield _dropped(number)
    for number in rivals:
        if number.kind == "digits" and not (
                _in_brackets(pair.target, number)
                or _nearby(number, pair.context.source, "en")):
            yield _added(number)


def _rival(number: Number, rivals: Sequence[Number]) -> Number | None:
    """The target number that stands where this one should: same unit first, then same kind."""
    def likeness(other: Number) -> tuple[bool, bool]:
        return number.unit == other.unit, number.kind == other.kind

    fit = [other for other in rivals if number.kind != "vague" or other.kind == "vague"
           or other.values[:1] > (12.0,)]
    return max(fit, key=likeness, default=None)


def _nearby(number: Number, context: str, language: Language) -> bool:
    return bool(context) and any(
        quantities.equal(number, other) for other in read_numbers(context, language))


def _changed(number: Number, rival: Number) -> Finding:
    return Finding(
        "mistranslation", "critical", 0.95 if number.kind == "digits" else 0.85,
        ((number.start, number.end),), ((rival.start, rival.end),),
        f"The number “{number.written}” became “{rival.written}”.",
        f"Angka “{number.written}” menjadi “{rival.written}”.")


def _dropped(number: Number) -> Finding:
    digits = number.kind == "digits"
    return Finding(
        "omission", "major" if digits else "minor", 0.8 if digits else 0.5,
        ((number.start, number.end),), (),
        f"The number “{number.written}” is missing.", f"Angka “{number.written}” tidak ada.")


def _added(number: Number) -> Finding:
    return Finding(
        "addition", "major", 0.7, (), ((number.start, number.end),),
        f"The number “{number.written}” is not in the source.",
        f"Angka “{number.written}” tidak ada dalam teks sumber.")
