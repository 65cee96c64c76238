"""Phrases found word by word."""

from align.text.phrases import Phrases

RANKS = Phrases(("president", "vice president", "secretary-general", "presiden"))


def found(text: str) -> list[tuple[str, str]]:
    return [(phrase, text[start:end]) for phrase, start, end in RANKS.find(text)]


def test_the_longest_wins_and_none_overlap() -> None:
    assert found("The vice president met the president.") == [
        ("vice president", "vice president"), ("president", "president")]


def test_case_and_nya_do_not_matter() -> None:
    assert found("PRESIDENT; Presidennya datang.") == [
        ("president", "PRESIDENT"), ("presiden", "Presidennya")]


def test_a_hyphen_joins_and_other_marks_part() -> None:
    assert found("Vice-President Ito") == [("vice president", "Vice-President")]
    assert found("its vice, president Ito said") == [("president", "president")]
    assert found("the secretary general") == [("secretary-general", "secretary general")]


def test_nothing_to_find() -> None:
    assert found("") == found("presidents") == []
