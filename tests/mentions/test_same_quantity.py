"""One quantity as it is written in both languages, and quantities that differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.mentions.numbers import read_numbers
from align.mentions.quantities import converted, restated, same

SAME = [
    # a scale said once for both ends
    ("3.1 to 3.4 billion", "3,1 miliar hingga 3,4 miliar"),
    ("3.1 billion to 3.4 billion", "3,1-3,4 miliar"),
    ("five or six thousand", "lima ribu atau enam ribu"),
    ("between 7 and 8 trillion", "antara 7 triliun dan 8 triliun"),
    ("$4-5 million", "4 juta dolar sampai 5 juta dolar"), ("12 to 15 percent", "12% - 15%"),
    # letters
    ("£6.2m", "6,2 juta pound"), ("$7B", "US$7 miliar"), ("$1.5T", "1,5 triliun dolar"),
    ("8.4 billion rupiah", "Rp8,4 M"), ("2 trillion rupiah", "Rp 2 T"), ("4M views", "4 juta kali"),
    ("700 million rupiah", "Rp700 jt"), ("50,000 rupiah", "Rp50 rb"), ("1.7m viewers", "1,7 juta"),
    ("10K", "10 kilometer"), ("8K", "8K"), ("the 400m", "400 meter"), ("£2.3m", "£ 2.3m"),
    ("$900k", "900 ribu dolar"), ("6 millions", "6 juta"),
    # thousands set apart
    ("24,300", "24 300"), ("1,250,000", "1\u202f250\u202f000"), ("73,000", "73'000"),
    # words in full
    ("four-and-a-half million", "4,5 juta"), ("two and three quarters", "2,75"),
    ("three-point-two billion", "3,2 miliar"), ("a million and a half", "1,5 juta"),
    ("two and a half thousand", "2.500"), ("half a dozen", "enam"), ("half-million", "500.000"),
    ("a quarter of a million", "250.000"), ("thirty-five", "tigapuluh lima"),
    ("300,000", "tigaratus ribu"), ("15", "limabelas"), ("the three-hundredth", "ke-300"),
    ("the seventieth", "ketujuh puluh"), ("2.6 million", "dua koma enam juta"),
    ("one hundred and fifth", "ke-105"), ("World War II", "Perang Dunia II"),
    ("the 19th century", "abad XIX"), ("a dozen", "belasan"), ("tens of million", "puluhan juta"),
    ("several hundred", "beberapa ratus"), ("a few thousand", "beberapa ribu"),
    ("250,000", "seperempat juta"), ("3 trillion", "3 trilliun"), ("3 1/2", "3,5"),
    # sign
    ("-4 percent", "minus 4 persen"), ("minus $3 million", "-3 juta dolar"),
    ("shrank 1.8 percent", "tumbuh minus 1,8 persen"), ("fell by 4.5%", "-4,5%"),
    ("3 degrees below zero", "minus 3 derajat"), ("a deficit of 6 million", "minus 6 juta"),
    ("rose 3 percent", "naik 3 persen"), ("dropped 3 percent", "merosot 3 persen"),
    # labels
    ("version 3.1.4", "versi 3.1.4"), ("10.0.0.7", "10.0.0.7"), ("C.37.1", "C.37.1"),
]
CONVERTED = [
    ("half", "50 persen"), ("a quarter of", "25 persen"), ("two-thirds", "67 persen"),
    ("50 basis points", "0,5 poin persentase"), ("a half point", "50 basis poin"),
    ("three quarters of a percentage point", "75 basis poin"), ("23°F", "minus 5°C"),
    ("the hour mark", "menit ke-60"), ("on the half-hour", "menit ke-30"),
    ("5'10\"", "178 cm"), ("6 feet 1 inch", "185 cm"), ("2 hours and 30 minutes", "150 menit"),
    ("4 1/2 months", "4 bulan 15 hari"), ("5 feet", "1,5 meter"),
]
DIFFERENT = [
    ("-4 percent", "4 persen"), ("3 degrees", "minus 3 derajat"), ("minus $3 million", "3 juta"),
    ("contracted 1.8 percent", "tumbuh 1,8 persen"), ("rose by 4%", "turun 4 persen"),
    ("3.1 to 3.4 billion", "3,2 miliar hingga 3,4 miliar"), ("£6.2m", "6,2 miliar pound"),
    ("8.4 billion rupiah", "Rp8,4 jt"), ("$7B", "7 juta dolar"), ("24,300", "24 800"),
    ("four-and-a-half million", "4 juta"), ("three-point-two billion", "3,5 miliar"),
    ("thirty-five", "tigapuluh dua"), ("the three-hundredth", "ke-200"),
    ("several hundred", "beberapa ribu"), ("tens of thousands", "ribuan"),
    ("version 3.1.4", "versi 3.1.5"), ("10.0.0.7", "10.0.0.8"), ("half", "30 persen"),
    ("50 basis points", "50 persen"), ("the 2011-12 season", "musim 2013/2014"),
    ("5'10\"", "168 cm"), ("23°F", "5°C"), ("$5 million", "5 juta rupiah"),
]


def first(source, target):
    return read_numbers(source, "en")[0], read_numbers(target, "id")[0]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_same(source, target):
    ours, theirs = read_numbers(source, "en"), read_numbers(target, "id")
    assert ours
    assert len(ours) == len(theirs)
    assert all(same(one, other) for one, other in zip(ours, theirs, strict=True))


@pytest.mark.parametrize(("source", "target"), CONVERTED)
def test_converted(source, target):
    assert converted(*first(source, target))


@pytest.mark.parametrize(("source", "target"), DIFFERENT)
def test_different(source, target):
    one, other = first(source, target)
    assert not same(one, other)
    assert not converted(one, other)


@pytest.mark.parametrize(("text", "language"), [
    ("50 times per second", "en"), ("higher scores than last year", "en"),
    ("the test scores were low", "en"), ("Xi Jinping", "en"), ("tens and units", "en"),
])
def test_words_that_are_no_numbers(text, language):
    assert not [n for n in read_numbers(text, language) if n.written != "50"]


@pytest.mark.parametrize("text", ["a second guard", "every second week", "your million"])
def test_words_that_need_not_be_said_again(text):
    assert [number.kind for number in read_numbers(text, "en")] == ["small"]


def test_scores_of_people_are_many():
    assert read_numbers("Scores of people", "en")[0].kind == "vague"


@pytest.mark.parametrize(("text", "says_again"), [
    ("15,000 rupiah ($1.06)", True), ("500 feet (152 m)", True), ("Ali (34)", False),
    ("the firm (worth $5 million)", False), ("1 million euros, or $1.2 million", False),
])
def test_a_sum_in_brackets_restates(text, says_again):
    numbers = read_numbers(text, "en")
    assert restated(text, numbers[-1], numbers) is says_again


SCALES = {"": ("", 1), " thousand": (" ribu", 1e3), " million": (" juta", 1e6),
          " billion": (" miliar", 1e9), " trillion": (" triliun", 1e12)}


@given(st.integers(1, 999), st.integers(1, 99), st.sampled_from(sorted(SCALES)))
def test_a_figure_is_the_same_in_both_ways_of_writing(whole, part, scale):
    english, indonesian = f"{whole}.{part:02}{scale}", f"{whole},{part:02}{SCALES[scale][0]}"
    assert same(*first(english, indonesian))
    other = f"{whole + 1},{part:02}{SCALES[scale][0]}"
    assert not same(*first(english, other))


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(sorted(SCALES)[1:]))
def test_a_range_says_its_scale_once(low, more, scale):
    high, spoken = low + more, SCALES[scale][0]
    ours = read_numbers(f"{low} to {high}{scale}", "en")
    theirs = read_numbers(f"{low}{spoken} hingga {high}{spoken}", "id")
    assert [same(*both) for both in zip(ours, theirs, strict=True)] == [True, True]


@given(st.integers(10**4, 10**9), st.sampled_from("\u00a0\u2009\u202f' "))
def test_thousands_may_be_set_apart(value, gap):
    assert read_numbers(f"{value:,}".replace(",", gap), "id")[0].values[0] == value


@given(st.integers(1, 999), st.sampled_from(["−", "-", "minus ", "negatif "]))
def test_a_sign_is_part_of_the_number(value, minus):
    one, other = first(f"-{value} points", f"{minus}{value} poin")
    assert same(one, other)
    assert not same(one, read_numbers(f"{value} poin", "id")[0])
