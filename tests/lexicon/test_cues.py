"""What the company of a word tells of its sense, on sentences of our own."""

from pathlib import Path

import pytest

from align.errors import InputError
from align.lexicon import Lexicon, Sense
from align.lexicon.cues import Company, company, told
from align.text.tokens import words
from align.training.lexicon.tune import read_examples

PAID = Sense("compensation", ("ganti rugi",), ("court", "pay _", "_ claim", "=damages"))


def met(sentence: str, word: str, sense: Sense = PAID) -> Company:
    ours = words(sentence)
    return company(sense, ours, next(i for i, each in enumerate(ours) if each.text == word))


def test_each_shape_of_cue_is_counted() -> None:
    assert met("The court made them pay large damages.", "damages") == Company(1, 1, 1)
    assert met("A court damage was paid.", "damage") == Company(1, 2, 0)
    assert met("Damage claims rose.", "Damage") == Company(0, 1, 0)


def test_cues_are_lemmas() -> None:
    assert met("Courts heard that it paid no damage.", "damage") == Company(1, 1, 0)


def test_a_neighbour_stands_at_most_two_words_away() -> None:
    assert met("They pay the full agreed damage.", "damage").beside == 0
    assert met("They pay the full damage.", "damage").beside == 1


def test_a_participle_behind_says_what_the_verb_before_does() -> None:
    assert met("The damage was paid on Monday.", "damage").beside == 1
    assert met("The damage will pay off.", "damage").beside == 0


def test_a_word_is_no_cue_of_itself() -> None:
    assert met("The court sat.", "court", Sense("law", ("pengadilan",), ("court",))).near == 0


def test_what_a_sense_is_about_is_its_gloss_and_cues() -> None:
    assert told(PAID) == "compensation court pay claim"


@pytest.mark.parametrize(("sentence", "word", "gloss"), [
    ("Lawyers filed three exhibits with the judge.", "exhibits", "pameran"),
    ("The workers went on strike over pay.", "strike", "serangan"),
    ("The ship dropped anchor in the bay.", "anchor", "pembawa acara"),
])
def test_the_shipped_cues_prefer_another_sense(sentence: str, word: str, gloss: str) -> None:
    ours = words(sentence)
    at = next(i for i, each in enumerate(ours) if each.text == word)
    senses = [sense for sense in Lexicon.load().senses(word) if sense.gloss]
    best = max(senses, key=lambda sense: company(sense, ours, at).met)
    assert company(best, ours, at).met > 0
    assert gloss not in best.targets


def test_examples_are_read_with_their_word(tmp_path: Path) -> None:
    path = tmp_path / "examples.tsv"
    path.write_text("plant\tfactory\tThe [plant] shut.\t[Pabrik] itu tutup.\n")
    assert read_examples(path) == [("The plant shut.", "Pabrik itu tutup.", "plant")]
    path.write_text("plant\tfactory\tThe plant shut.\tPabrik itu tutup.\n")
    with pytest.raises(InputError, match="line 1"):
        read_examples(path)


def test_our_own_examples_can_be_read() -> None:
    path = Path(__file__).parents[2] / "data" / "senses" / "examples.tsv"
    assert len(read_examples(path)) > 6000
