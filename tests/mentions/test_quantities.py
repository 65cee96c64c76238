import pytest

from align.mentions.numbers import read_numbers
from align.mentions.quantities import converted, equal, rounded


def pair(source, target):
    return read_numbers(source, "en")[0], read_numbers(target, "id")[0]


@pytest.mark.parametrize(("source", "target"), [
    ("500 feet", "152 meter"), ("60 miles", "97 km"), ("200 pounds", "91 kilogram"),
    ("86 degrees Fahrenheit", "30 derajat Celsius"), ("two decades", "20 tahun"),
    ("1,000 acres", "405 hektare"), ("10 gallons", "38 liter"),
])
def test_converted(source, target):
    assert converted(*pair(source, target))


@pytest.mark.parametrize(("source", "target"), [
    ("500 feet", "500 meter"), ("60 miles", "60 km"), ("5 pounds", "5 hari"),
    ("5 years", "5 bulan"),
])
def test_not_converted(source, target):
    assert not converted(*pair(source, target))


@pytest.mark.parametrize(("source", "target", "fair"), [
    ("2.34 million", "2,3 juta", True), ("2.34 million", "2,4 juta", False),
    ("1,987", "2.000", True), ("1,000", "1.030", False), ("17", "20", False),
])
def test_rounded(source, target, fair):
    assert rounded(*pair(source, target)) is fair


def test_magnitudes_equal_only_magnitudes():
    assert equal(*pair("thousands", "ribuan"))
    assert not equal(*pair("thousands", "seribu"))
