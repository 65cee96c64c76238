"""Words keep their places, doubled words stay whole, lemmas and roots meet."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.en.morphology import lemmas
from align.text.id.morphology import clitic, inflect_like, kin, neutral, passive, roots, undouble
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import compounds, is_content, words


@given(st.text(max_size=80), st.booleans())
def test_words_stand_where_they_say(text: str, doubling: bool) -> None:
    found = words(text, doubling=doubling)
    assert all(text[word.start:word.end] == word.text for word in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("Anak-anak bermain.", ["Anak-anak", "bermain", "."], id="doubled"),
    pytest.param("berlari-lari pro-demokrasi", ["berlari-lari", "pro", "-", "demokrasi"],
                 id="only doubling joins"),
    pytest.param("1.500,5 ton", ["1.500,5", "ton"], id="figure whole"),
    pytest.param("database-nya", ["database", "-", "nya"], id="clitic apart"),
])
def test_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text, doubling=True)] == expected


def test_possessive_s_falls_away() -> None:
    assert [word.text for word in words("the mayor’s office, don't")] == [
        "the", "mayor", "office", ",", "don't"]


def test_function_words_carry_no_content() -> None:
    assert [is_content(word, INDONESIAN_STOP) for word in words("yang menteri di 12")] == [
        False, True, False, False]


@pytest.mark.parametrize(("form", "lemma"), [
    ("filed", "file"), ("stopped", "stop"), ("called", "call"), ("left", "leave"),
    ("studies", "study"), ("women", "woman"), ("dying", "die"), ("boxes", "box"),
    ("Sought", "seek"), ("bigger", "big"),
])
def test_lemma_is_among_the_answers(form: str, lemma: str) -> None:
    assert lemma in lemmas(form)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", max_size=20))
def test_a_word_is_its_own_first_lemma_and_its_own_kin(word: str) -> None:
    assert lemmas(word)[0] == word
    assert word in roots(word)
    assert kin(word, word)


@pytest.mark.parametrize(("one", "other"), [
    ("memerintahkan", "perintah"), ("diajukan", "pengajuan"), ("ditahannya", "menahan"),
    ("anak-anak", "anaknya"), ("berlari-lari", "lari"), ("penyerangan", "diserang"),
    ("menulis", "tertulis"), ("dikirimkan", "mengirim"),
])
def test_kin(one: str, other: str) -> None:
    assert kin(one, other)
    assert kin(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("makan", "makna"), ("pameran", "bukti"), ("hakim", "hukum"), ("menteri", "mentah"),
])
def test_not_kin(one: str, other: str) -> None:
    assert not kin(one, other)


@pytest.mark.parametrize(("active", "di"), [
    ("memerintahkan", "diperintahkan"), ("menahan", "ditahan"), ("mengirim", "dikirim"),
    ("mengambil", "diambil"), ("menyerang", "diserang"), ("melihat", "dilihat"),
    ("mendakwa", "didakwa"), ("pameran", "pameran"),
])
def test_passive(active: str, di: str) -> None:
    assert passive(active) == di
    assert active == di or neutral(active) == neutral(di)


@pytest.mark.parametrize(("base", "model", "dressed"), [
    pytest.param("menahan", "Ditangkapnya", "Ditahannya", id="voice, clitic, capital"),
    pytest.param("barang bukti", "pamerannya", "barang buktinya", id="clitic on the last word"),
    pytest.param("pengadilan", "LAPANGAN", "PENGADILAN", id="all capitals"),
    pytest.param("rumah", "gedung", "rumah", id="nothing to take over"),
])
def test_inflect_like(base: str, model: str, dressed: str) -> None:
    assert inflect_like(base, model) == dressed


def test_endings_come_off_and_doubling_too() -> None:
    assert clitic("bukunyalah") == ("buku", "nyalah")
    assert [undouble(word) for word in ("anak-anak", "rumah-rumahnya", "bermil-mil", "buku")] == [
        "anak", "rumahnya", "mil", "buku"]


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("Ketua DPR-RI: 2,5 juta", ["Ketua", "DPR-RI", ":", "2,5", "juta"], id="joined"),
    pytest.param("dan/atau B737, $5.", ["dan/atau", "B737", ",", "$", "5", "."], id="glued"),
    pytest.param("U.S.-led 17.30", ["U.S.-led", "17.30"], id="dotted"),
    pytest.param("ia - dia", ["ia", "-", "dia"], id="a dash alone"),
])
def test_compounds(text: str, expected: list[str]) -> None:
    assert [token.text for token in compounds(text)] == expected


@given(st.text(max_size=80))
def test_compounds_leave_out_nothing_but_blanks_and_low_lines(text: str) -> None:
    found = compounds(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    covered = {at for token in found for at in range(token.start, token.end)}
    assert all(not char.strip(" _") or char.isspace() for at, char in enumerate(text)
               if at not in covered)
