import pytest

SENTENCE = "  The ferry will sail again on Monday."


def test_a_sentence_left_out_is_flagged_whole(told):
    assert told("omission", SENTENCE, "") == [("major", [SENTENCE.strip()], [])]


def test_a_sentence_put_in_is_flagged_whole(told):
    assert told("addition", "", SENTENCE) == [("major", [], [SENTENCE.strip()])]


def test_a_scrap_is_minor(told):
    assert told("addition", "", "Harga naik lagi")[0][0] == "minor"


@pytest.mark.parametrize("noise", ["Baca juga: Harga naik", "Seperti diberitakan Reuters."])
def test_what_only_the_press_adds_is_no_addition(told, noise):
    assert told("addition", "", noise) == []


@pytest.mark.parametrize("check", ["omission", "addition"])
@pytest.mark.parametrize(("source", "target"), [("He left.", "Dia pergi."), ("", ""), (" ", " ")])
def test_silent_where_both_or_none_speak(told, check, source, target):
    assert told(check, source, target) == []


def test_a_long_sentence_is_cut_in_the_message(flags_of):
    finding, = flags_of("omission", "word " * 40, "")
    assert finding.message.endswith("…”.")
    assert len(finding.message) < 100
