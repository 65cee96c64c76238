"""The tagger's word on a wrong sense."""

from align.checks.second import doubts, weighed
from align.tagger.run import Tagged, Token

SOURCE, TARGET = "the plant", "tanaman itu"


def tagged(score: float, word: float, stands: float) -> Tagged:
    return Tagged(score, (Token(0, 3, "fine", 0.0, 0.0), Token(4, 9, "fine", word, 0.0)),
                  (Token(0, 7, "fine", stands, 0.0), Token(8, 11, "fine", 0.0, 0.0)))


def test_doubts_are_of_these_two_words_and_the_pair() -> None:
    doubt = doubts(SOURCE, TARGET, tagged(0.5, 0.5, 0.9), (4, 9), (0, 7))
    assert doubt["pair"] == doubt["source"] == 0
    assert doubt["target"] > 2
    elsewhere = doubts(SOURCE, TARGET, tagged(0.5, 0.5, 0.9), (0, 3), (8, 11))
    assert elsewhere["source"] == elsewhere["target"] < -9


def test_both_doubting_the_same_word_weighs_more_than_either() -> None:
    calm = doubts(SOURCE, TARGET, tagged(0.9, 0.01, 0.01), (4, 9), (0, 7))
    loud = doubts(SOURCE, TARGET, tagged(0.2, 0.8, 0.9), (4, 9), (0, 7))
    assert weighed(1.0, calm) < weighed(1.0, loud)
    assert weighed(0.0, loud) < weighed(2.0, loud)
