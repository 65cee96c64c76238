"""Word alignment and senses."""

from __future__ import annotations

import pytest

from align.training.tagger.lexis import bare, base_forms, learn, model_one, words

PAIRS = [("the red house", "rumah merah"), ("the house", "rumah"), ("the red car", "mobil merah"),
         ("a big house", "rumah besar"), ("a big car", "mobil besar")]


def test_model_one_finds_the_translations() -> None:
    table = model_one([(s.split(), t.split()) for s, t in PAIRS])
    assert max(table["house"], key=lambda t: table["house"][t]) == "rumah"
    assert max(table["red"], key=lambda t: table["red"][t]) == "merah"
    assert all(sum(row.values()) <= 1 + 1e-9 for row in table.values())


def test_links_join_words_that_translate_each_other() -> None:
    lexis = learn(PAIRS, [])
    source, target = words("the big red house"), words("rumah besar merah")
    linked = {(source[i].lower, target[j].lower) for i, j in lexis.links(source, target)}
    assert {("house", "rumah"), ("big", "besar"), ("red", "merah")} <= linked


def test_links_of_nothing_are_none() -> None:
    assert learn(PAIRS, []).links((), words("rumah")) == frozenset()


@pytest.mark.parametrize(("form", "base"), [
    ("exhibits", "exhibit"), ("parties", "party"), ("dropped", "drop"), ("closed", "close"),
    ("making", "make"), ("running", "run"), ("court", "court")])
def test_base_forms(form: str, base: str) -> None:
    assert base in base_forms(form)


def test_senses_are_told_apart_by_the_words_they_share() -> None:
    lexis = learn(PAIRS, [("court", "pengadilan"), ("court", "mahkamah"), ("court", "lapangan"),
                          ("tribunal", "pengadilan"), ("tribunal", "mahkamah"),
                          ("field", "lapangan")])
    assert lexis.same_sense("pengadilan", "mahkamah", "court")
    assert not lexis.same_sense("pengadilan", "lapangan", "court")
    assert set(lexis.renderings("courts")) == {"pengadilan", "mahkamah", "lapangan"}


@pytest.mark.parametrize(("one", "other"), [
    ("cerita", "cerita-cerita"), ("menjual", "dijual"), ("mengadakan", "diadakan")])
def test_forms_of_one_stem_are_bare_alike(one: str, other: str) -> None:
    assert bare(one) == bare(other)


def test_words_keep_their_place() -> None:
    text = "Ketua DPR-RI: 2,5 juta orang!"
    assert [text[w.start:w.end] for w in words(text)] == ["Ketua", "DPR-RI", "2,5", "juta", "orang"]
