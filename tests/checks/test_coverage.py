"""Phrases left out and put in are flagged on their side; fair renderings are not."""

import pytest

from align import checks
from align.analysis import Pair, Side, Tools, analyse
from align.checks import Finding
from align.encoders import load

TOOLS = Tools(encoder=load())
RESCUE = ("Rescuers searched the flooded villages on Tuesday, using boats borrowed from "
          "local fishermen, officials said.")
SEARCH = ("Regu penyelamat menyisir desa-desa yang terendam banjir pada hari Selasa, "
          "kata para pejabat.")
WHOLE = ("Regu penyelamat menyisir desa-desa yang terendam banjir pada hari Selasa, memakai "
         "perahu pinjaman dari nelayan setempat, kata para pejabat.")


def found(source: str, target: str, next_door: str = "") -> list[Finding]:
    around = Side(next_door, "id") if next_door else None
    pair = Pair(Side(source, "en"), Side(target, "id", around))
    return checks.run(analyse([pair], TOOLS), ["coverage"])[0]


def test_an_omitted_phrase_is_named_on_the_source() -> None:
    finding = found(RESCUE, SEARCH)[0]
    assert (finding.kind, finding.target) == ("phrase-omitted", ())
    told = RESCUE[slice(*finding.source[0])]
    assert "boats borrowed from local fishermen" in told


@pytest.mark.parametrize(("source", "target", "phrase"), [
    pytest.param("The mayor opened a new market in the old harbour on Friday.",
                 "Wali kota yang sedang diperiksa dalam kasus suap itu membuka pasar baru di "
                 "pelabuhan lama pada hari Jumat.", "kasus suap", id="relative clause"),
    pytest.param("The plane landed safely in Surabaya.",
                 "Pesawat itu mendarat dengan selamat di Surabaya setelah roda depannya terbakar.",
                 "roda depannya terbakar", id="at the end"),
])
def test_an_added_phrase_is_named_on_the_target(source: str, target: str, phrase: str) -> None:
    finding = found(source, target)[0]
    assert (finding.category, finding.source) == ("addition", ())
    assert phrase in target[slice(*finding.target[0])]


@pytest.mark.parametrize(("source", "target"), [
    pytest.param(RESCUE, WHOLE, id="whole"),
    pytest.param("The governor, who is 61, said on Wednesday that schools would stay closed.",
                 "Gubernur berusia 61 tahun itu mengatakan pada Rabu (14/1/2021) bahwa sekolah "
                 "tetap ditutup.", id="date spelt out"),
    pytest.param("The store is 500 feet from the station.",
                 "Toko itu berjarak 152 meter dari stasiun.", id="units"),
    pytest.param("It was very, very cold.", "Dingin sekali.", id="small compression"),
    pytest.param("Officials said so.", "", id="nothing to compare"),
])
def test_leaves_alone(source: str, target: str) -> None:
    assert [f for f in found(source, target) if f.evidence["unrendered"] > 1] == []


def test_what_the_next_sentence_says_is_not_missing() -> None:
    elsewhere = "Mereka memakai perahu yang dipinjam dari nelayan setempat."
    assert not any("boats" in RESCUE[slice(*f.source[0])]
                   for f in found(RESCUE, SEARCH, elsewhere) if f.source)


def test_findings_do_not_depend_on_company() -> None:
    texts = [(RESCUE, SEARCH), (RESCUE, WHOLE), ("", "Hujan.")]
    together = checks.run(analyse([Pair.of(*text) for text in texts], TOOLS), ["coverage"])
    assert [[f.source for f in findings] for findings in together] == [
        [f.source for f in found(*text)] for text in texts]
