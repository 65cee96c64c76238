"""A name of one side is known on the other: acronyms, bodies, nations, abbreviations, spellings."""

import pytest

from align.mentions.names import read_names, read_possible_names
from align.mentions.same_name import known, told

SAME = [
    ("SME owners", "pemilik UKM"), ("The OIC met.", "OKI bersidang."),
    ("The Organisation of Islamic Cooperation met.", "OKI bersidang."),
    ("UNHCR warned them.", "Badan Pengungsi PBB memperingatkan mereka."),
    ("The Indonesian Ulema Council agreed.", "MUI setuju."),
    ("a Montenegrin minister", "seorang menteri Montenegro"),
    ("a Gabonese court", "pengadilan Gabon"), ("the Aegean Sea", "Laut Aegea"),
    ("Yudhoyono spoke.", "SBY berbicara."), ("Basuki Tjahaja Purnama won.", "Ahok menang."),
    ("The Jakarta provincial government paid.", "Pemprov DKI membayar."),
    ("police in South Jakarta", "polisi di Jaksel"), ("in Guyana", "di Guyana"),
    ("Manchester City beat Paris Saint-Germain.", "Man City mengalahkan PSG."),
    ("MoRA officials", "pejabat Kandepag"), ("from Britain", "dari Inggeris"),
]
OTHER = [
    ("SME owners", "pemilik BUMN"), ("The OIC met.", "OPEC bersidang."),
    ("a Montenegrin minister", "seorang menteri Makedonia"), ("in Guyana", "di Ghana"),
    ("a Gabonese court", "pengadilan Gambia"), ("Yudhoyono spoke.", "Jokowi berbicara."),
    ("The National Police agreed.", "TNI setuju."), ("in South Jakarta", "di Jakut"),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_known_on_both_sides(source, target):
    names = read_names(source, "en")
    assert all(told(name, target) for name in names)
    assert all(known(name, source, names) for name in read_names(target, "id"))


@pytest.mark.parametrize(("source", "target"), OTHER)
def test_another_is_not_known(source, target):
    assert not all(told(name, target) for name in read_names(source, "en"))


@pytest.mark.parametrize("city", ["Bekasi", "Padang", "Malang", "Sorong", "Serang", "Budi"])
def test_what_is_a_word_in_indonesian_is_a_name_in_english(city):
    assert [name.text for name in read_names(f"They arrested two men in {city}.", "en")] == [city]
    assert city in [name.text for name in (
        *read_names(f"Mereka menangkap dua pria di {city}.", "id"),
        *read_possible_names(f"Mereka menangkap dua pria di {city}.", "id"))]


@pytest.mark.parametrize("text", [
    "Moreover, he left.", "Absorption of water takes time.", "Killer Pig Attacks Farmer at Home"])
def test_a_capital_that_says_nothing(text):
    assert read_names(text, "en") == ()


@pytest.mark.parametrize("text", [
    "Badan Penanggulangan Bencana datang.", "kata Yang Mulia itu", "para Menteri itu pulang",
])
def test_an_office_is_no_possible_name(text):
    assert not {"Penanggulangan", "Yang", "Menteri"} & {
        name.text for name in read_possible_names(text, "id")}
