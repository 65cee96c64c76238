import pytest

SENTENCE = "  The ferry will sail again on Monday."


def test_a_sentence_left_out_is_flagged_whole(told):
    assert told("omission", SENTENCE, "") == [("major", [SENTENCE.strip()], [])]


def test_a_sentence_put_in_is_flagged_whole(told):
    assert told("addition", "", SENTENCE) == [("major", [], [SENTENCE.strip()])]


def test_a_scrap_is_minor(told):
    assert told("addition", "", "Baca juga: Harga naik")[0][0] == "minor"


@pytest.mark.parametrize("check", ["omission", "addition"])
@pytest.mark.parametrize(("source", "target"), [("He left.", "Dia pergi."), ("", ""), (" ", " ")])
def test_silent_where_both_or_none_speak(told, check, source, target):
    assert told(check, source, target) == []


def test_a_long_sentence_is_cut_in_the_message(flags_of):
    finding, = flags_of("omission", "word " * 40, "")
    assert finding.message.endswith("…”.")
    assert len(finding.message) < 100
