"""Whether two stated numbers are the same quantity: equal, converted, rounded."""

from __future__ import annotations

import math

from align.mentions.number import Number
from align.mentions.units import MONEY, UNITS, Unit

CONVERTED = 0.06  # relative difference that newsroom conversions allow themselves
PRECISE = 0.03  # the same where the target has three digits or more
SHARES = 0.015  # the same between a fraction and per cent: two thirds, 67 persen
ROUNDED = 0.05
ALIKE = 0.1  # units that differ no more, such as yard and metre, are often not converted
_WHOLE = Unit("share", 1.0)
_TEENS = range(11, 20)  # what belasan covers


def equal(source: Number, target: Number) -> bool:
    """Whether one reading of each is the same value; magnitudes match only magnitudes.

    What has no value (version 1.2.4) equals what is written alike.
    """
    if not source.values or not target.values:
        return source.written == target.written
    if (source.kind == "vague") != (target.kind == "vague"):
        return any(n.written.lower().startswith("belasan") and other.values[0] in _TEENS
                   for n, other in ((source, target), (target, source)))
    return any(
        math.isclose(abs(a), abs(b), rel_tol=1e-6, abs_tol=1e-9)
        and not _opposed(a, source.trend, b, target.trend)
        for a in source.values for b in target.values
    )


def _opposed(value: float, trend: int, other: float, others_trend: int) -> bool:
    """Whether the signs differ: -5 and 5, but not a fall of 5 and -5; shrank by 2, tumbuh 2."""
    sign, others = -1 if value < 0 else trend, -1 if other < 0 else others_trend
    return sign * others < 0 or (sign != others and min(value, other) < 0)


def turned(source: Number, target: Number) -> bool:
    """Whether both are one value but for its sign: 5, minus 5; shrank by 2, tumbuh 2."""
    return any(math.isclose(abs(a), abs(b), rel_tol=1e-6, abs_tol=1e-9)
               and _opposed(a, source.trend, b, target.trend)
               for a in source.values for b in target.values)


def contradictory(source: Number, target: Number) -> bool:
    """Whether both count one kind of thing in units that differ: dollars, euro; miles, km."""
    one, other = source.unit, target.unit
    if one in UNITS and other in UNITS:
        first, second = UNITS[one], UNITS[other]
        return first.dimension == second.dimension and not math.isclose(
            first.size, second.size, rel_tol=ALIKE)
    return one != other and one in MONEY and other in MONEY


def same(source: Number, target: Number) -> bool:
    """Whether value and unit agree, as far as both are stated."""
    return equal(source, target) and not contradictory(source, target)


def _measure(number: Number) -> Unit | None:
    """What a number measures; a bare half or two thirds is a share of a whole."""
    if not number.unit and number.kind in ("fraction", "small") and 0 < number.values[0] < 1:
        return _WHOLE
    return UNITS.get(number.unit)


def are_shares(one: Number, other: Number) -> bool:
    """Whether both say how much of a whole: a fraction, per cent."""
    first, second = _measure(one), _measure(other)
    return first is not None and second is not None and (
        first.dimension == second.dimension == _WHOLE.dimension)


def converted(source: Number, target: Number) -> bool:
    """Whether both are one quantity in different units: 500 feet, 152 meter; half, 50 persen."""
    if not source.values or not target.values or (source.unit == target.unit):
        return False
    one, other = _measure(source), _measure(target)
    if one is None or other is None or one.dimension != other.dimension:
        return False
    return any(math.isclose(a * one.size + one.zero, b * other.size + other.zero,
                            rel_tol=_tolerance(b, other))
               for a in source.values for b in target.values)


def _tolerance(value: float, unit: Unit) -> float:
    if unit.dimension == "share":
        return SHARES
    return PRECISE if _significant(value) > 2 else CONVERTED


def rounded(source: Number, target: Number) -> bool:
    """Whether the target is the source to fewer places: 2.34 million, 2,3 juta."""
    if source.kind == "vague" or target.kind == "vague":
        return False
    return any(_rounds_to(abs(a), abs(b)) and not _opposed(a, source.trend, b, target.trend)
               for a in source.values for b in target.values)


def _rounds_to(exact: float, short: float) -> bool:
    """Whether `short` has fewer significant digits than `exact` and is it rounded or cut."""
    if exact <= 0 or short <= 0 or abs(exact - short) > ROUNDED * exact:
        return False
    few, many = _significant(short), _significant(exact)
    if few >= many or (few < 2 and exact < 100):
        return False
    place = math.floor(math.log10(exact)) - few + 1
    return abs(exact - short) < 0.5000001 * 10.0 ** place


def _significant(value: float) -> int:
    return len(f"{value:.10g}".replace(".", "").strip("0").split("e")[0]) or 1


def restated(text: str, number: Number, others: tuple[Number, ...]) -> bool:
    """Whether the number, in brackets, says another one again: 15,000 rupiah ($1.06).

    Args:
        text: where all of them stand.
        number: the one that may only restate.
        others: the numbers of the text, in order.
    """
    opened = text.rfind("(", 0, number.start)
    if opened <= text.rfind(")", 0, number.start) or ")" not in text[number.end:]:
        return False
    before = [other for other in others if other.end <= opened]
    return bool(before) and (
        {before[-1].unit, number.unit} <= MONEY or _dimension(before[-1]) == _dimension(number))


def _dimension(number: Number) -> str:
    return UNITS[number.unit].dimension if number.unit in UNITS else number.unit or number.written
