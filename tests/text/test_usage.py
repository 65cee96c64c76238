"""How usual a word is in Indonesian."""

from align.text.usage import per_million, usualness


def test_common_words_are_commoner_than_loans_and_those_than_english() -> None:
    assert usualness("yang") > usualness("link") > usualness("whistleblower") == 0.0


def test_a_million_words_have_a_million_places() -> None:
    assert 10_000 < per_million("yang") < 60_000
