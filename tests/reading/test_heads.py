"""Datelines, times, marks, versions and languages."""

# ruff: noqa: E501  (tables of examples)
import pytest

from align.reading import parse
from align.reading.datelines import split_dateline
from align.reading.language import language
from align.reading.marks import is_version_note, source_mark, split_kicker
from align.reading.moments import moment

REST = "Parler mungkin tidak akan kembali, kata pendirinya."


@pytest.mark.parametrize("dateline", [
    "WASHINGTON, Jan 13 (Reuters) - ", "Jan 13 (Reuters) - ", "(Reuters) - ", "VARNHOLM (Reuters) - ",
    "LONDON/PARIS, Sept 3 (Reuters) - ", "NEW YORK, April 30, 2021 (Reuters) -- ", "ST. PETERSBURG, "
    "Russia, May 1 (Reuters) – ", "BEIJING (Reuters) – ", "TOKYO, 13 Jan (AFP) — ",
    "WINSTON-SALEM, N.C., Jan 4 (Reuters) - ", "London (Reuters) - ", "RIO DE JANEIRO, Jan 13 (AP) - ",
    "Jan 13 (Reuters Breakingviews) - ", "Jakarta, CNN Indonesia -- ", "JAKARTA, KOMPAS.com - ",
    "TEMPO.CO, Jakarta - ", "Jakarta (ANTARA) - ", "Liputan6.com, Jakarta - ", "Bisnis.com, JAKARTA - ",
    "REPUBLIKA.CO.ID, WASHINGTON -- ", "WASHINGTON, KOMPAS.TV - ", "Jakarta, Beritasatu.com – ",
    "Jakarta, CNBC Indonesia - ", "WASHINGTON - ", "Jakarta - ", "Merdeka.com - ",
])
def test_datelines(dateline):
    found, rest = split_dateline(dateline + REST)
    assert rest == REST
    assert found == dateline.strip(" -–—").rstrip(",")


@pytest.mark.parametrize("text", [
    REST, "Reuters - yes, Reuters - said no.", "Parler - the app - is gone.", "“No,” he said - twice.",
    "Matze (Parler) - its founder - spoke.", "Amazon.com Inc - the retailer - said no.",
    "The U.S. - and no one else - agreed.", "CEO - kepala - Parler pergi.",
    "Jan 6 was a Wednesday - a cold one.", "Parler, the app, said.", "(Reuters) -",
])
def test_no_datelines(text):
    assert split_dateline(text) == ("", text)


@pytest.mark.parametrize(("text", "expected"), [
    ("2021-01-13T10:15:00Z", "2021-01-13T10:15:00Z"), ("20210113T101500Z", "2021-01-13T10:15:00Z"),
    ("2021-01-13T10:15:00.250+0700", "2021-01-13T10:15:00.250+07:00"),
    ("2021-01-13 10:15", "2021-01-13T10:15:00"), ("2021-01-13", "2021-01-13"), ("20210113", "2021-01-13"),
    ("Wed Jan 13 10:15:30 UTC 2021", "2021-01-13T10:15:30Z"),
    ("Wed Jan 13, 2021 9:12am EST", "2021-01-13T09:12:00-05:00"),
    ("January 13, 2021 / 7:30 PM / Updated 2 hours ago", "2021-01-13T19:30:00"),
    ("January 13, 2021 12:05 AM UTC", "2021-01-13T00:05:00Z"), ("13 January 2021", "2021-01-13"),
    ("Rabu, 13 Jan 2021 10:15 WIB", "2021-01-13T10:15:00+07:00"),
    ("Rabu, 13 Januari 2021 | 10:15 WITA", "2021-01-13T10:15:00+08:00"),
    ("Rabu (13/1/2021) pukul 10.15 WIT", "2021-01-13T10:15:00+09:00"),
    ("13/01/2021, 10:15 WIB", "2021-01-13T10:15:00+07:00"), ("Kamis (28/1/2021)", "2021-01-28"),
    ("Jum'at, 15 Pebruari 2019 pukul 07.30 WIB", "2019-02-15T07:30:00+07:00"),
    ("17 Agt. 1945", "1945-08-17"), ("Senin, 3 Mei 2021", "2021-05-03"), ("1 Des 2020", "2020-12-01"),
    ("Wed, 13 Jan 2021 10:15:00 +0700", "2021-01-13T10:15:00+07:00"), ("31 February 2021", ""),
    ("2 minute read", ""), ("", ""), ("99/99/9999", ""), ("2021-13-45", ""), ("maybe 3, 5", ""),
])
def test_moments(text, expected):
    assert moment(text) == expected


@pytest.mark.parametrize(("text", "mark"), [
    ("Sumber : Reuters", "Sumber : Reuters"), ("Sumber: Reuters/Antara", "Sumber: Reuters/Antara"),
    ("Parler pergi, dikutip dari Reuters, Kamis (28/1/2021).", "dikutip dari Reuters, Kamis (28/1/2021)"),
    ("Dilansir Reuters, ia pergi.", "Dilansir Reuters"), ("Ia pergi. (Reuters)", "(Reuters)"),
    ("Mengutip kantor berita Reuters, ia pergi.", "Mengutip kantor berita Reuters"),
    ("Kantor berita Reuters melaporkan ia pergi.", "Kantor berita Reuters"),
    ("Ia pergi, seperti dilansir dari laman Reuters.com.", "dilansir dari laman Reuters.com"),
    ("Ia pergi, dilansir dari AFP, Rabu (13/1).", "dilansir dari AFP, Rabu (13/1)"),
    ("Foto: REUTERS/Ola Brink", ""), ("(Foto: REUTERS/Ola Brink)", ""), ("Ia pergi.", ""),
    ("Matze berbicara kepada Reuters.", ""),
])
def test_source_marks(text, mark):
    assert source_mark([REST, text]) == mark


def test_a_credit_line_counts_before_a_credit_in_a_sentence():
    assert source_mark(["Ia pergi, dikutip dari Reuters.", "Sumber: Reuters"]) == "Sumber: Reuters"


@pytest.mark.parametrize(("title", "kicker", "proper"), [
    ("UPDATE 2-Oil rises on dam news", "UPDATE 2", "Oil rises on dam news"),
    ("RPT-UPDATE 1-Oil rises", "RPT-UPDATE 1", "Oil rises"), ("WRAPUP 3-Oil - up", "WRAPUP 3", "Oil - up"),
    ("CORRECTED-Oil falls", "CORRECTED", "Oil falls"), ("EXCLUSIVE-Oil falls", "EXCLUSIVE", "Oil falls"),
    ("Exclusive: Oil falls", "", "Exclusive: Oil falls"), ("UPDATE-free day", "", "UPDATE-free day"),
    ("Oil UPDATE 1-2", "", "Oil UPDATE 1-2"),
])
def test_kickers(title, kicker, proper):
    assert split_kicker(title) == (kicker, proper)


@pytest.mark.parametrize("note", [
    "(Adds comments, detail)", "(Adds Parler comment in paragraph 3)", "(Updates with closing prices)",
    "(This Oct. 30 story has been corrected to fix the name in paragraph 2)",
    "(This January 13 story corrects headline to say Tuesday)", "(Corrects spelling in paragraph 4)",
    "(In Jan 13 story, corrects paragraph 5 to say Amazon)", "(Refiles to remove extra word)",
    "(Recasts, adds quotes, background)", "(Removes extraneous word in headline)",
    "This story has been corrected to fix a typo in paragraph 3.",
    "(This version of the story fixes a typo in paragraph 3)",
])
def test_version_notes(note):
    assert is_version_note(note)
    article = parse(f"Oil rises\n\n{note}\n\nLONDON, Jan 13 (Reuters) - Oil rose, it was said.".encode())
    assert article.provenance["versions"] == [note]
    assert article.paragraphs == ("Oil rises", "Oil rose, it was said.")
    assert article.dateline == "LONDON, Jan 13 (Reuters)"


@pytest.mark.parametrize("text", ["(Maybe never, he said.)", "The story has been told before.",
                                  "(The dam was built in 1931.)", "(Added sugar is bad.)",
                                  "This story was a long one, and he told it well."])
def test_no_version_notes(text):
    assert not is_version_note(text)


@pytest.mark.parametrize(("text", "declared", "expected"), [
    ("Dia mengatakan bahwa aplikasi itu tidak akan kembali dari server mereka.", "en-US", "id"),
    ("He said that the app would not come back from their servers.", "id", "en"),
    ("Parler Amazon Twilio", "id-ID", "id"), ("Parler Amazon Twilio", "ms", "id"),
    ("Parler Amazon Twilio", "", ""), ("Beliau berkata bahawa aplikasi itu tidak akan kembali.", "ms", "id"),
    ("De minister zei dat het niet meer kan, en dat hij het niet wist.", "", "nl"),
    ("Der Minister sagte, dass es nicht mehr geht und er es nicht wusste.", "", "de"),
    ("Министр сказал, что он этого не знает.", "", "ru"), ("部長はそれを知らないと言った。", "", "ja"),
    ("Menteri itu berkata.", "", "id"), ("Maybe never, he said.", "", "en"), ("", "xx-YY-zz", "xx"),
])
def test_languages(text, declared, expected):
    assert language(text, declared) == expected
