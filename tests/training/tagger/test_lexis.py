"""Word alignment and senses."""

from __future__ import annotations

from align.training.tagger.lexis import learn, words

PAIRS = [("the red house", "rumah merah"), ("the house", "rumah"), ("the red car", "mobil merah"),
         ("a big house", "rumah besar"), ("a big car", "mobil besar")]


def test_links_join_words_that_translate_each_other() -> None:
    lexis = learn(PAIRS, [])
    source, target = words("the big red house"), words("rumah besar merah")
    linked = {(source[i].lower, target[j].lower) for i, j in lexis.links(source, target)}
    assert {("house", "rumah"), ("big", "besar"), ("red", "merah")} <= linked


def test_links_of_nothing_are_none() -> None:
    assert learn(PAIRS, []).links((), words("rumah")) == frozenset()


def test_senses_are_told_apart_by_the_words_they_share() -> None:
    lexis = learn(PAIRS, [("court", "pengadilan"), ("court", "mahkamah"), ("court", "lapangan"),
                          ("tribunal", "pengadilan"), ("tribunal", "mahkamah"),
                          ("field", "lapangan")])
    assert lexis.same_sense("pengadilan", "mahkamah", "court")
    assert not lexis.same_sense("pengadilan", "lapangan", "court")
    assert set(lexis.renderings("courts")) == {"pengadilan", "mahkamah", "lapangan"}


def test_forms_of_one_root_are_one_sense() -> None:
    lexis = learn(PAIRS, [])
    assert lexis.same_sense("mengadakan", "diadakan", "hold")
    assert not lexis.same_sense("mengadakan", "rumah", "hold")


def test_words_keep_their_place() -> None:
    text = "Ketua DPR-RI: 2,5 juta orang!"
    assert [text[w.start:w.end] for w in words(text)] == ["Ketua", "DPR-RI", "2,5", "juta", "orang"]
