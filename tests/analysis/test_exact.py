"""A phrase made of what the other side tells, too, and one that holds more."""

import pytest

from align.analysis.exact import is_told, told_in_source, told_in_target
from align.analysis.side import Side

TOLD = [
    ("The World Health Organization", "warned.", "WHO memperingatkan."),
    ("The United Arab Emirates", "signed it.", "UEA menandatanganinya."),
    ("at 2 p.m. (0700 GMT)", "it starts.", "Mulai pukul 14.00 WIB."),
    ("Susilo Bambang Yudhoyono", "left.", "SBY pergi."),
]
MORE = [
    ("The World Health Organization in Geneva", "warned.", "WHO memperingatkan."),
    ("at 2 p.m. in the palace", "it starts.", "Mulai pukul 14.00 WIB."),
    ("The World Bank", "warned.", "WHO memperingatkan."),
]


@pytest.mark.parametrize(("phrase", "rest", "target"), TOLD)
def test_nothing_is_left_out(phrase, rest, target):
    source = Side(f"{phrase} {rest}", "en")
    assert is_told(source, 0, len(phrase), told_in_source(source, Side(target, "id")))


@pytest.mark.parametrize(("phrase", "rest", "target"), MORE)
def test_something_is(phrase, rest, target):
    source = Side(f"{phrase} {rest}", "en")
    assert not is_told(source, 0, len(phrase), told_in_source(source, Side(target, "id")))


def test_a_share_in_other_words_is_no_addition() -> None:
    source, target = Side("Half of voters agreed.", "en"), Side("Sebanyak 50 persen setuju.", "id")
    assert is_told(target, 0, 18, told_in_target(source, target))
