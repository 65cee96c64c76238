import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.mentions.numbers import digit_values, read_numbers

ENGLISH = {
    "two hundred and fifty thousand": 250_000, "twenty-one": 21, "a dozen": 12, "$2.3bn": 2.3e9,
    "12,500": 12_500, "1.5 million": 1.5e6, "half a million": 5e5, "two-thirds": 2 / 3,
    "one and a half": 1.5, "twenty-first": 21, "3rd": 3, "£30m": 3e7, "twice": 2, "2/5": 0.4,
    "1,234.5": 1234.5, "3½": 3.5,
}
INDONESIAN = {
    "dua ratus lima puluh ribu": 250_000, "dua puluh satu": 21, "selusin": 12, "12.500": 12_500,
    "1,5 juta": 1.5e6, "setengah juta": 5e5, "dua pertiga": 2 / 3, "satu setengah": 1.5,
    "kedua puluh satu": 21, "ke-3": 3, "seribu dua ratus": 1200, "sebelas": 11, "lima belas": 15,
    "seratus": 100, "tiga per lima": 0.6, "Rp33 triliun": 33e12, "1.234,5": 1234.5,
    "sepertiga": 1 / 3, "satu setengah juta": 1.5e6,
}
VAGUE = [("en", "tens of thousands", 1e4), ("en", "dozens", 10), ("id", "puluhan ribu", 1e4),
         ("id", "ratusan", 100), ("en", "hundreds of millions", 1e8)]


@pytest.mark.parametrize(("written", "value"), ENGLISH.items(), ids=ENGLISH)
def test_english(written, value):
    number, = read_numbers(f"It was {written}.", "en")
    assert number.values[0] == pytest.approx(value)


@pytest.mark.parametrize(("written", "value"), INDONESIAN.items(), ids=INDONESIAN)
def test_indonesian(written, value):
    number, = read_numbers(f"Itu {written}.", "id")
    assert number.values[0] == pytest.approx(value)


@pytest.mark.parametrize(("language", "written", "value"), VAGUE)
def test_magnitudes(language, written, value):
    number, = read_numbers(written, language)
    assert (number.kind, number.values) == ("vague", (value,))


@pytest.mark.parametrize(("text", "language", "unit"), [
    ("5 percent", "en", "%"), ("5%", "id", "%"), ("US$5", "en", "usd"), ("Rp5.000", "id", "idr"),
    ("5 dolar AS", "id", "usd"), ("500 feet", "en", "feet"), ("30°C", "id", "°c"),
    ("86 degrees Fahrenheit", "en", "°f"), ("two-year-old", "en", "year"), ("100m", "en", "m"),
])
def test_units(text, language, unit):
    assert read_numbers(text, language)[0].unit == unit


def test_a_span_of_years_is_read_both_ways():
    assert read_numbers("the 2019–20 season", "en")[1].values == (20.0, 2020.0)


@given(st.integers(0, 10**12))
def test_grouped_digits_return(value):
    assert digit_values(f"{value:,}", "en")[0] == value
    assert digit_values(f"{value:,}".replace(",", "."), "id")[0] == value


@given(st.text(alphabet="0123456789.,:/ -%$RpO½ratusjuthdnsemilwo°", max_size=60))
def test_spans_are_in_order_and_apart(text):
    for language in ("en", "id"):
        end = 0
        for number in read_numbers(text, language):
            assert end <= number.start < number.end <= len(text)
            assert number.written == text[number.start:number.end]
            end = number.end


SHARES = {
    "one in five": ("Fewer than one in five patients", "en", 0.2),
    "nine in 10": ("nine in 10 adults", "en", 0.9),
    "two out of every three": ("two out of every three voters", "en", 2 / 3),
    "satu dari lima": ("satu dari lima pasien", "id", 0.2),
    "dua dari setiap tiga": ("dua dari setiap tiga pemilih", "id", 2 / 3),
}


@pytest.mark.parametrize(("text", "language", "value"), SHARES.values(), ids=SHARES)
def test_two_numbers_may_be_a_share(text, language, value):
    [number] = read_numbers(text, language)
    assert number.values == pytest.approx((value,))


@pytest.mark.parametrize("text", ["one in five years", "born one of 2,400", "five in one"])
def test_two_numbers_that_are_no_share_stay_two(text):
    assert len(read_numbers(text, "en")) == 2


@pytest.mark.parametrize(("text", "language", "value", "unit"), [
    ("half an inch", "en", 0.5, "inch"), ("half a mile away", "en", 0.5, "mile"),
    ("a painting from the 1400s", "en", 15.0, ""), ("abad ke-15", "id", 15.0, "")])
def test_halves_of_units_and_centuries(text, language, value, unit):
    [number] = read_numbers(text, language)
    assert value in number.values
    assert number.unit == unit
