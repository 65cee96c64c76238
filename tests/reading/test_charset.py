"""Bytes to text without mojibake, whatever is declared."""

# ruff: noqa: E501  (tables of examples)
import pytest
from ftfy import fix_encoding
from hypothesis import assume, given
from hypothesis import strategies as st

from align.errors import InputError
from align.reading import parse
from align.reading.charset import decode, unscrambled

QUOTED = "“Kami belum tahu,” kata Matze – CEO Parler… café, naïve, Zürich. Harganya €5."
PLAIN = "Parler mungkin tidak akan kembali, kata pendirinya pada hari Rabu."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be",
                                     "utf-32", "utf-32-le", "utf-32-be", "cp1252", "mac_roman"])
@pytest.mark.parametrize("text", [QUOTED, f"{PLAIN} {QUOTED}", PLAIN * 30], ids=["rare", "mixed", "long"])
def test_undeclared(charset, text):
    assert decode(text.encode(charset))[0].lstrip("\ufeff") == text


@pytest.mark.parametrize(("declared", "true"), [
    ("iso-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("utf-8", "cp1252"), ("iso-8859-1", "utf-8"),
    ("windows-1252", "utf-8"), ("utf-16", "utf-8"), ("no-such-charset", "utf-8"), ("utf-7", "utf-8"),
    ("no-such-charset", "cp1252"), ("rot13", "cp1252"), ("\udc80", "utf-8"), ("", "cp1252"),
])
@pytest.mark.parametrize("place", ["server", "page"])
def test_declared_wrongly(declared, true, place):
    if place == "server":
        assert decode(QUOTED.encode(true), declared)[0] == QUOTED
    else:
        meta = f'<meta charset="{declared}">'.encode("ascii", "ignore")
        assert decode(meta + QUOTED.encode(true))[0].endswith(QUOTED)


@pytest.mark.parametrize(("charset", "text"), [
    ("windows-1251", "Парлер может никогда не вернуться, сказал он."),
    ("shift_jis", "パーラーは戻らないかもしれない。"), ("iso-8859-2", "Žluťoučký kůň se vrátil domů.")])
def test_declared_rightly(charset, text):
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">{text}'
    assert decode(page.encode(charset))[0] == page


def test_stray_bytes_in_utf_8():
    data = "“Kami belum tahu,” kata Matze – café".encode() + b" \x93Tidak\x94 \x96 caf\xe9"
    assert decode(data)[0] == "“Kami belum tahu,” kata Matze – café “Tidak” – café"


def test_a_cut_last_character_is_dropped():
    assert decode("“Kami belum tahu” “kata”".encode()[:-1])[0] == "“Kami belum tahu” “kata"
    assert decode(QUOTED.encode("utf-16-le")[:-1])[0] == QUOTED[:-1]


@given(st.text(alphabet="abcdefg “”‘’–…éèüñ€£", max_size=40))
def test_what_was_scrambled_is_unscrambled(text):
    once = text.encode().decode("cp1252", "replace")
    if "\ufffd" not in once and any(mark in once for mark in ("â€œ", "â€™", "Ã©")):
        assume(fix_encoding(text) == text)  # what is no word may itself look scrambled: è£’
        assert unscrambled(once) == text


@pytest.mark.parametrize("charset", ["sloppy-windows-1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("text", ["“Tidak mungkin,” katanya.", "Ia berkata ‘ya’ – lalu pergi…", "Jum’at pagi",
                                  "Kafé di Zürich, kata José Muñoz.", "Harga naik 5 °C dan €3.", "Łódź dan Čapek"])
def test_text_scrambled_in_either_charset_and_twice(text, times, charset):
    import ftfy.bad_codecs  # noqa: F401  (it knows the sloppy one)

    scrambled = text
    for _ in range(times):
        scrambled = scrambled.encode().decode(charset)
    assert unscrambled(f"Baris lain: São Paulo.\n{scrambled}") == f"Baris lain: São Paulo.\n{text}"


def test_a_closing_mark_whose_last_byte_was_lost():
    assert unscrambled("â€œTidak,â€\ufffd katanya.") == "“Tidak,” katanya."


@pytest.mark.parametrize("text", ["São Paulo", "Â", "ÃO", "façade âme", "Ça va", "“€5”"])
def test_what_was_not_scrambled_stays(text):
    assert unscrambled(text) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        said = parse(data).text
    except InputError as error:
        said = str(error)
    said.encode()


def test_damage_that_is_there_already_is_told():
    article = parse("Judul \ufffd berita\n\nKata \ufffd dia pada hari Rabu.".encode())
    assert article.provenance["damaged_characters"] == 2
