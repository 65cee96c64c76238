"""Words before a number that hedge it, and the same words where they do not."""

import pytest

from align.mentions.hedges import hedge_of
from align.mentions.numbers import read_numbers


def bound(text, language="en"):
    number = read_numbers(text, language)[0]
    hedge = hedge_of(text, number.start, number.end, language)
    return hedge and hedge.bound


@pytest.mark.parametrize("text", [
    "They handed over 254 prisoners.", "The tour lasts over four days.",
    "He asked about 12 missing books.", "It took over 30 stores.", "She won over 300 doubters.",
    "They talked about six proposals.",
])
def test_a_preposition_is_no_hedge(text):
    assert bound(text) is None


@pytest.mark.parametrize(("text", "language", "kind"), [
    ("It has over 254 rooms.", "en", "more"), ("About 12 books were lost.", "en", "about"),
    ("men over 30 years old", "en", "more"), ("lebih dari 30 toko", "id", "more"),
    ("at least six proposals", "en", "floor"),
])
def test_a_hedge(text, language, kind):
    assert bound(text, language) == kind
