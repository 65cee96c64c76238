"""The press's own house style, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading.noise import heard, is_noise, noise_in, without_noise

STORY = "Polisi menangkap dua orang di pelabuhan pada Senin."

DATELINES = ("NORRBY, 16 Agustus (Reuters) – ", "JAKARTA, KOMPAS.com - ",
             "Liputan6.com, London - ", "TEMPO.CO, Jakarta - ", "London (ANTARA) - ",
             "WASHINGTON, Jan 13 (Reuters) - ", "Jakarta, CNN Indonesia -- ")
HEADS = ("Dikutip suaramelm.com dari CNA, ", "Seperti diberitakan Reuters, ",
         "Melansir Reuters, Rabu (6/1), ", "Dilansir dari laman The Guardian, Jumat (3/4/2020), ",
         "Mengutip AFP, ", "Seperti dikutip dari AFP dan Reuters, ",
         "Dilansir BBC, Sabtu, 3 Mei 2020, ")
TAILS = (", seperti dinukil dari Reuters, Ahad (10/5)", ", demikian dilaporkan Antara",
         " seperti dikutip kantor berita Xinhua, Senin", ", dilansir dari Channel News Asia",
         " (ANTARA)", ", seperti diberitakan media asing Reuters pada Selasa (1/2/2021)")
DATES = (" (6/1)", " (14/1/2021)", " (6 Januari 2021)", " (6-1-2021)",
         " (Senin, 6/1)", " (Senin, 6 Januari 2021, 10.30 WIB)")
CALLS = ("Baca selengkapnya", "Baca juga: Harga beras naik", "Baca selengkapnya di sini.",
         "Simak video selengkapnya", "Read more: Rice prices rise", "Lihat juga: Banjir")


@given(st.sampled_from(("", *DATELINES)), st.sampled_from(("", *HEADS)),
       st.sampled_from(("", *DATES)), st.sampled_from(("", *TAILS)),
       st.sampled_from(("", *(f" {call}" for call in CALLS[:3]))))
def test_a_sentence_comes_back_as_it_was_before_noise_was_added(
        dateline: str, head: str, date: str, tail: str, call: str) -> None:
    said = f"{dateline}{head}{STORY[:-1]}{date}{tail}.{call}"
    assert without_noise(said) == STORY


def test_a_credit_between_commas_takes_both_with_it() -> None:
    said = "Matze, seperti dikutip dari Reuters, Rabu (6/1), mengatakan hal itu."
    assert without_noise(said) == "Matze mengatakan hal itu."


@pytest.mark.parametrize("sentence", [
    *CALLS, "Demikian dilansir dari laman The Guardian, Jumat (3/4/2020).",
    "Seperti diberitakan Reuters."])
def test_what_is_nothing_else_is_noise(sentence: str) -> None:
    assert is_noise(sentence)
    assert heard([sentence, STORY]) == ["", STORY]


@pytest.mark.parametrize("sentence", [
    "Matze mengatakan kepada Reuters pada Rabu bahwa ia tidak tahu.",
    "Ia mengutip Presiden Trump dalam pidatonya.",
    "Dua orang dilaporkan tewas, kata polisi.",
    "Dilaporkan Kementerian Kesehatan, tiga orang meninggal.",
    "Saham itu naik 3 persen (5/6 dari kenaikan pasar).",
    "Pasal 3 (1) tetap berlaku.",
    "Reuters melaporkan laba 2 miliar dolar AS.",
    "Dia membaca selengkapnya laporan itu.",
    "“Baca bukunya,” kata dia.",
    "The agency (Reuters Group) was sold in 2008.",
    "Ia mengutip dari pidato Presiden Obama.",
    "", "  ", "(",
])
def test_what_the_story_says_is_left_alone(sentence: str) -> None:
    assert without_noise(sentence) == sentence
    assert not is_noise(sentence)


@given(st.text(max_size=60))
def test_nothing_is_put_in(text: str) -> None:
    kept = without_noise(text)
    assert len(kept) <= len(text) + 2  # a capital may be two letters, as ŉ has
    assert without_noise(text * 3) is not None


@pytest.mark.parametrize(("sentence", "noise"), [
    ("Polisi mengatakan demikian, seperti dinukil dari Reuters, Ahad (10/5).",
     ", seperti dinukil dari Reuters, Ahad (10/5)"),
    ("JAKARTA, KOMPAS.com - Polisi menahan dua orang.", "JAKARTA, KOMPAS.com - "),
    ("Dikutip suaramelm.com dari CNA bahwa polisi menahan.",
     "Dikutip suaramelm.com dari CNA bahwa "),
])
def test_noise_is_told_by_its_place(sentence, noise):
    assert noise in [sentence[start:end] for start, end in noise_in(sentence)]


def test_a_plain_sentence_has_none():
    assert noise_in("Polisi menahan dua orang pada Rabu.") == ()
