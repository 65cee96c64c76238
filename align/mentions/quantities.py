"""Whether two stated numbers are the same quantity: equal, converted, rounded."""

from __future__ import annotations

import math

from align.mentions.numbers import Number
from align.mentions.units import CURRENCIES, UNITS, in_base

CONVERTED = 0.06  # relative difference that newsroom conversions allow themselves
ROUNDED = 0.05
ALIKE = 0.1  # units that differ no more, such as yard and metre, are often not converted
_MONEY = frozenset(CURRENCIES.values())


def equal(source: Number, target: Number) -> bool:
    """Whether one reading of each is the same value; magnitudes match only magnitudes."""
    if (source.kind == "vague") != (target.kind == "vague"):
        return False
    return any(
        math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9)
        for a in source.values for b in target.values
    )


def contradictory(source: Number, target: Number) -> bool:
    """Whether both count one kind of thing in units that differ: dollars, euro; miles, km."""
    one, other = source.unit, target.unit
    if one in UNITS and other in UNITS:
        first, second = UNITS[one], UNITS[other]
        return first.dimension == second.dimension and not math.isclose(
            first.size, second.size, rel_tol=ALIKE)
    return one != other and one in _MONEY and other in _MONEY


def same(source: Number, target: Number) -> bool:
    """Whether value and unit agree, as far as both are stated."""
    return equal(source, target) and not contradictory(source, target)


def converted(source: Number, target: Number) -> bool:
    """Whether both are one quantity in different units: 500 feet, 152 meter."""
    if source.unit == target.unit or source.unit not in UNITS or target.unit not in UNITS:
        return False
    if UNITS[source.unit].dimension != UNITS[target.unit].dimension:
        return False
    return any(
        math.isclose(in_base(a, source.unit), in_base(b, target.unit), rel_tol=CONVERTED)
        for a in source.values for b in target.values
    )


def rounded(source: Number, target: Number) -> bool:
    """Whether the target is the source to fewer places: 2.34 million, 2,3 juta."""
    if source.kind == "vague" or target.kind == "vague":
        return False
    return any(_rounds_to(a, b) for a in source.values for b in target.values)


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
