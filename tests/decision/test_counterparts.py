import csv
from pathlib import Path

import pytest

from align import checks
from align.analysis import Pair, analyse
from align.checks import Finding
from align.decision.counterparts import both_sides

PATH = Path(__file__).parents[2] / "data/pairs/handmade.tsv"
ONE_PAIR = ("addition", "dates", "hedges", "modality", "names", "negation", "numbers", "omission",
            "opposites", "quotes", "speakers", "titles", "untranslated")


def spans_of(category, source, target, here, there):
    """The words of the spans when a finding is about `here` in the source, `there` in the target"""
    def place(text, words):
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    whole = both_sides(Finding("any", category, place(source, here), place(target, there)),
                       analyse([Pair.of(source, target)])[0])
    return whole and ([source[a:b] for a, b in whole.source],
                      [target[a:b] for a, b in whole.target])


@pytest.mark.parametrize(("category", "source", "target", "here", "there", "wanted"), [
    pytest.param("mistranslation", "The council has not set a date.",
                 "Dewan itu telah menetapkan tanggal.", "not", "",
                 (["not"], ["telah menetapkan"]), id="verb that a lost word was about"),
    pytest.param("mistranslation", "The bridge is safe.", "Jembatan itu tidak aman.", "", "tidak",
                 (["is safe"], ["tidak"]), id="verb that an added word is about"),
    pytest.param("untranslated", "The ferry was thrown off services such as Visa.",
                 "Feri itu di-boot dari layanan seperti Visa.", "", "di-boot",
                 (["thrown off"], ["di-boot"]), id="words between the neighbours"),
    pytest.param("untranslated", "Cargo was rerouted to the north.", "Kargo di-reroute ke utara.",
                 "", "di-reroute", (["rerouted"], ["di-reroute"]), id="another inflection"),
    pytest.param("mistranslation", "The minister resigned.", "Menteri itu mundur.", "minister", "",
                 (["minister"], ["Menteri"]), id="the word that renders it"),
    pytest.param("mistranslation", "Qwx zvb.", "Hjk plm.", "zvb", "", (["zvb"], ["Hjk plm."]),
                 id="nothing known"),
    pytest.param("omission", "He left early.", "Dia pergi.", "early", "pergi", (["early"], []),
                 id="omission has no target"),
    pytest.param("addition", "He left.", "Dia pergi pagi-pagi.", "left", "pagi-pagi",
                 ([], ["pagi-pagi"]), id="addition has no source"),
    pytest.param("mistranslation", "He left.", " ", "left", "", None, id="no text to be wrong"),
])
def test_spans(category, source, target, here, there, wanted):
    assert spans_of(category, source, target, here, there) == wanted


def test_every_finding_has_the_sides_its_category_asks_for():
    with PATH.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
                if row["split"] == "tune"]
    pairs = analyse([Pair.of(row["source"], row[side]) for row in rows
                     for side in ("right", "wrong")])
    found = [both_sides(finding, pair)
             for pair, each in zip(pairs, checks.run(pairs, only=ONE_PAIR), strict=True)
             for finding in each]
    assert found
    for finding in found:
        assert bool(finding.source) == (finding.category != "addition")
        assert bool(finding.target) == (finding.category != "omission")
