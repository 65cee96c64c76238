"""Acronyms that stand for one another, and long forms with their acronyms, from parallel rows."""

from align.training.names import acronyms, build, countries, definitions

ROWS = [("SME credit grew.", "Kredit UKM tumbuh."),
        ("SMEs and OECD agreed.", "UKM dan OECD setuju."),
        ("The SME fund", "Dana UKM"), ("Help for SME owners", "Bantuan bagi pemilik UKM")]


def test_an_acronym_that_stands_for_another_often() -> None:
    assert list(acronyms(ROWS)) == [("SME", "UKM")]
    assert list(acronyms(ROWS[:2])) == []


def test_lines_in_capitals_say_nothing() -> None:
    rows = [(f"RED ZONE AHEAD {n}", f"ZONA MERAH ITU {n}") for n in range(9)]
    assert list(acronyms(rows)) == []


def test_long_forms_are_taken_with_their_acronyms() -> None:
    row = ("the Human Development Index (HDI) rose", "Indeks Pembangunan Manusia (IPM) naik")
    assert list(definitions([row])) == [
        (("Human Development Index", "HDI"), ("Indeks Pembangunan Manusia", "IPM"))]
    other = ("the World Food Programme (WFP) said", "Jaring Pengaman Sosial (JPS) kata")
    assert list(definitions([other])) == []


def test_countries_come_from_trusted_lists_alone() -> None:
    lexicon = [("Chad", "Chad", "omw,cldr"), ("Turkey", "kalkun", "freedict"),
               ("Greece", "Yunani", "cldr")]
    assert list(countries(lexicon, ["Chad", "Turkey", "Greece"])) == [
        ("Chad", "Chad"), ("Greece", "Yunani")]
    assert build(ROWS, lexicon, ["Greece"]) == {"Greece": ["Yunani"], "SME": ["UKM"]}
