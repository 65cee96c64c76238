"""Made errors and fair variations: each kind changes what it should and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from align.training.tagger.errors import (
    ERRORS,
    FAIR,
    Draft,
    Edit,
    Material,
    apply,
    clean,
    compatible,
    inverse,
)
from align.training.tagger.errors.concepts import sightings, table
from align.training.tagger.errors.matched import _FACTS
from align.training.tagger.errors.senses import passives
from align.training.tagger.lexis import Lexis, words

PAIRS = [
    ("The court accepted 12 exhibits from Harlan on Monday.",
     "Pengadilan menerima 12 barang-bukti dari Harlan pada Senin."),
    ("The police arrested Brenner after Osman filed a report in Jakarta.",
     "Polisi menangkap Brenner setelah Osman membuat laporan di Jakarta."),
    ("Osman said the price may rise and at least 40 houses are not safe.",
     "Osman mengatakan harga mungkin naik dan setidaknya 40 rumah tidak aman."),
    ("The mayor and the governor met in the village.",
     "Wali kota dan gubernur bertemu di desa."),
    ("“The water is high,” said Brenner.", "“Air sudah tinggi,” kata Brenner."),
    ("The allegedly stolen car was found by the mayor before dawn.",
     "Mobil yang diduga dicuri itu ditemukan oleh wali kota sebelum fajar."),
    ("The United States will support Japan, the president said on Friday.",
     "Amerika Serikat akan mendukung Jepang, kata presiden pada Jumat."),
    ("Brenner said he believes the mother of Harlan is in Tokyo.",
     "Brenner mengatakan dia percaya ibu Harlan berada di Tokyo."),
    ("Three years later the company confirmed it had lost two million dollars.",
     "Tiga tahun kemudian perusahaan itu menegaskan telah kehilangan dua juta dolar."),
    ("The mayor opened the school in the village with the governor.",
     "Wali kota membuka sekolah di desa bersama gubernur."),
]
LINKED = """
court pengadilan|accepted menerima|exhibits barang-bukti|12 12|monday senin|police
polisi|arrested menangkap|after setelah|filed membuat|report laporan|in di|said
mengatakan|price harga|may mungkin|rise naik|and dan|at setidaknya|40 40|houses
rumah|not tidak|safe aman|water air|high tinggi|allegedly diduga|stolen dicuri|car
mobil|found ditemukan|mayor wali|before sebelum|dawn fajar|united amerika|states
serikat|will akan|support mendukung|japan jepang|president presiden|on pada|friday
jumat|believes percaya|he dia|mother ibu|is berada|three tiga|years tahun|later
kemudian|company perusahaan|confirmed menegaskan|lost kehilangan|two dua|million
juta|dollars dolar|opened membuka|school sekolah|village desa|with bersama|governor
gubernur|from dari|brenner brenner|osman osman|harlan harlan|jakarta jakarta|tokyo
tokyo"""
SENSES = {"court": ("pengadilan", "lapangan"), "exhibit": ("barang-bukti", "pameran"),
          "price": ("harga", "hadiah"), "high": ("tinggi", "mabuk"), "report": ("laporan",),
          "house": ("rumah", "majelis"), "mayor": ("wali",), "found": ("ditemukan", "mendirikan"),
          "support": ("mendukung", "menopang"), "company": ("perusahaan", "rombongan")}
PIVOTS = {"lapangan": {"field"}, "pameran": {"exhibition"}, "hadiah": {"prize"},
          "mabuk": {"drunk"}, "majelis": {"assembly"}, "mendirikan": {"establish"}}


@pytest.fixture(scope="module")
def lexis() -> Lexis:
    pairs = [entry.split() for entry in LINKED.replace("\n", " ").split("|")]
    seen = dict.fromkeys((w.lower for _, target in PAIRS for w in words(target)), 5)
    seen |= dict.fromkeys(("ditangkap", "menemukan", "dibuka", *PIVOTS), 5)
    return Lexis({s: {t: 0.9} for s, t in pairs}, {t: {s: 0.9} for s, t in pairs}, SENSES,
                 {t: frozenset(s) for t, s in PIVOTS.items()}, dict.fromkeys(["the", "of"], 500),
                 seen)


def made(maker: Callable[[Material, Random], tuple[Edit, ...]], lexis: Lexis,
         seeds: int = 12) -> list[tuple[tuple[str, str], tuple[Edit, ...], Draft]]:
    found = []
    for seed in range(seeds):
        for pair in PAIRS:
            mates = [mate for mate in PAIRS if mate != pair]
            edits = maker(Material(*pair, lexis, mates), Random(seed))
            if edits:
                found.append((pair, edits, apply(clean(*pair), edits)))
    return found


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_marks_something_and_is_undone_by_its_inverse(kind: str, lexis: Lexis) -> None:
    found = made(ERRORS[kind][1], lexis)
    if kind != "neighbour":  # which wants more words of one shape than these few sentences have
        assert found
    for pair, edits, draft in found:
        assert (draft.source, draft.target) != pair
        assert not draft.faithful
        back = apply(clean(draft.source, draft.target), inverse(compatible(edits)))
        assert (back.source, back.target) == pair


@pytest.mark.parametrize("kind", FAIR)
def test_a_fair_variation_marks_nothing_and_is_undone_by_its_inverse(
        kind: str, lexis: Lexis) -> None:
    for pair, edits, draft in made(FAIR[kind][1], lexis):
        assert (draft.source, draft.target) != pair
        assert draft.faithful
        back = apply(clean(draft.source, draft.target), inverse(compatible(edits)))
        assert (back.source, back.target) == pair


def test_another_sense_is_another_translation_of_the_same_word(lexis: Lexis) -> None:
    put = {(edit.old.lower(), edit.new.lower())
           for _, edits, _ in made(ERRORS["sense"][1], lexis, 30) for edit in edits}
    assert ("pengadilan", "lapangan") in put
    assert ("barang-bukti", "pameran") in put


def test_a_negation_is_dropped_where_both_sides_negate(lexis: Lexis) -> None:
    targets = {draft.target for pair, _, draft in made(ERRORS["negation"][1], lexis)
               if pair == PAIRS[2]}
    assert "Osman mengatakan harga mungkin naik dan setidaknya 40 rumah aman." in targets


def test_names_change_places(lexis: Lexis) -> None:
    targets = {draft.target for _, _, draft in made(ERRORS["swapped names"][1], lexis)}
    assert "Polisi menangkap Osman setelah Brenner membuat laporan di Jakarta." in targets


def test_the_doer_becomes_the_done_to(lexis: Lexis) -> None:
    targets = {draft.target for _, _, draft in made(ERRORS["voice"][1], lexis)}
    assert "Polisi ditangkap Brenner setelah Osman membuat laporan di Jakarta." in targets


@pytest.mark.parametrize(("active", "passive"), [
    ("menulis", "ditulis"), ("mengejar", "dikejar"), ("memukul", "dipukul"),
    ("menyapu", "disapu"), ("membuka", "dibuka"), ("melihat", "dilihat")])
def test_passives(active: str, passive: str) -> None:
    assert passive in passives(active)


def test_every_group_of_concepts_has_two_members_with_forms() -> None:
    groups = [concept.group for concept in table()]
    assert all(groups.count(group) > 1 for group in groups)
    assert all(all(forms) for concept in table() for forms in concept.forms)


def test_concepts_are_seen_only_where_both_sides_say_them(lexis: Lexis) -> None:
    seen = {s.concept.name for s in sightings(Material(*PAIRS[2], lexis))}
    assert {"at least", "up", "safe"} <= seen
    assert "at most" not in seen


@pytest.mark.parametrize("fact", _FACTS, ids=lambda fact: fact.__name__.strip("_"))
def test_a_fact_is_said_rightly_and_wrongly(
        fact: Callable[[Random], tuple[str, list[str]]]) -> None:
    for seed in range(40):
        english, (right, wrong) = fact(Random(seed))
        assert english
        assert right
        assert wrong
