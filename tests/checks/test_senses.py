"""Wrong senses and literal idioms are flagged with both words; right ones are left alone."""

import pytest

from align import checks
from align.analysis import Pair, Tools, analyse
from align.checks.senses import MOST
from align.decision import PairFlag, assess
from align.decision.weights import shipped
from align.encoders import load

TOOLS = Tools(encoder=load())


def found(*texts: tuple[str, str]) -> list[list[PairFlag]]:
    pairs = analyse([Pair.of(*text) for text in texts], TOOLS)
    return [assess(pair, findings, shipped())
            for pair, findings in zip(pairs, checks.run(pairs, ["senses"]), strict=True)]


def spans(source: str, target: str) -> list[tuple[str, str]]:
    return [(source[slice(*f.source[0])], target[slice(*f.target[0])])
            for f in found((source, target))[0]]


@pytest.mark.parametrize(("source", "target", "words"), [
    pytest.param("The current president of the republic will visit Jakarta.",
                 "Presiden arus republik itu akan mengunjungi Jakarta.",
                 ("current", "arus"), id="current as a flow"),
    pytest.param("The striker scored twice for the club and left with a knee injury.",
                 "Pemogok itu mencetak dua gol untuk klub dan keluar karena cedera lutut.",
                 ("striker", "Pemogok"), id="footballer on strike"),
    pytest.param("For the boxer the final bout was a piece of cake.",
                 "Bagi petinju itu pertarungan terakhir adalah sepotong kue.",
                 ("piece of cake", "sepotong kue"), id="idiom word by word"),
    pytest.param("The minister has been in hot water since March.",
                 "Menteri itu berada di air panas sejak Maret.",
                 ("in hot water", "di air panas"), id="idiom with a preposition"),
    pytest.param("One minister after another has resigned.",
                 "Prosesi menteri telah mengundurkan diri.",
                 ("One minister after another", "Prosesi menteri"), id="idiom of function words"),
])
def test_flags(source: str, target: str, words: tuple[str, str]) -> None:
    assert words in spans(source, target)


@pytest.mark.parametrize(("source", "target"), [
    pytest.param("The current president will seek a second term.",
                 "Presiden saat ini akan mencalonkan diri untuk masa jabatan kedua.", id="present"),
    pytest.param("A strong current swept the boat out to sea.",
                 "Arus kuat menyeret perahu itu ke laut.", id="flow"),
    pytest.param("The museum opened an exhibit of ancient coins.",
                 "Museum itu membuka pameran koin kuno.", id="exhibit at a museum"),
    pytest.param("The court sentenced him to ten years in prison.",
                 "Pengadilan menghukumnya sepuluh tahun penjara.", id="court of law"),
    pytest.param("Sales slid for the third time, one after another.",
                 "Penjualan turun ketiga kalinya, berturut-turut.", id="idiom rendered"),
    pytest.param("The bank raised its interest rate.", "Bank itu menaikkan suku bunganya.",
                 id="fixed phrase"),
    pytest.param("", "Tidak ada apa-apa.", id="nothing to compare"),
])
def test_leaves_alone(source: str, target: str) -> None:
    assert [f for f in found((source, target))[0] if f.evidence.get("contrast", 0) > 2] == []


def test_the_message_names_both_words_and_the_repair() -> None:
    source = "The striker scored twice for the club and left with a knee injury."
    target = "Pemogok itu mencetak dua gol untuk klub dan keluar karena cedera lutut."
    finding = found((source, target))[0][0]
    assert finding.category == "mistranslation"
    assert "“Pemogok”" in finding.message
    assert "“striker”" in finding.message
    assert "“Pemogok”" in finding.pesan


def test_findings_do_not_depend_on_company() -> None:
    texts = [("The current president resigned.", "Presiden arus mengundurkan diri."),
             ("Rain fell.", "Hujan turun.")]
    together = found(*texts)
    assert [[f.kind for f in each] for each in together] == [
        [f.kind for f in found(text)[0]] for text in texts]
    assert all(len(findings) <= MOST for findings in together)
