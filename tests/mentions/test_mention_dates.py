import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.mentions.dates import read_dates

PARTS = {
    "weekday": ("last Wednesday", "en", [("weekday", 2)]),
    "hari Rabu": ("pada hari Rabu", "id", [("weekday", 2)]),
    "Sunday": ("pada Minggu lalu", "id", [("weekday", 6)]),
    "week": ("pada minggu lalu", "id", [("relative", ("week", -1))]),
    "hari Minggu": ("pada hari minggu", "id", [("weekday", 6)]),
    "month and day": ("on Jan. 6", "en", [("month", 1), ("day", (1, 6))]),
    "day and month": ("6 Januari", "id", [("day", (1, 6)), ("month", 1)]),
    "full date": ("17 Agt. 1945", "id", [("day", (8, 17)), ("month", 8), ("year", 1945)]),
    "numeric": ("(14/1/2021)", "id", [("month", 1), ("day", (1, 14)), ("year", 2021)]),
    "modal": ("It may rain in May", "en", [("month", 5)]),
    "people are no year": ("2018 people", "en", []),
    "year": ("in 2018", "en", [("year", 2018)]),
    "next year": ("tahun depan", "id", [("relative", ("year", 1))]),
    "afternoon": ("at 5.30pm.", "en", [("clock", (17, 30, True))]),
    "noon": ("at 12 p.m.", "en", [("clock", (12, 0, True))]),
    "sore": ("pukul 5.30 sore", "id", [("clock", (17, 30, True))]),
    "twenty-four hours": ("pukul 17.30", "id", [("clock", (17, 30, True))]),
    "midnight hours": ("pukul 12 malam", "id", [("clock", (0, 0, True))]),
}


@pytest.mark.parametrize(("text", "language", "parts"), PARTS.values(), ids=PARTS)
def test_reads(text, language, parts):
    found = [(part.part, part.value) for part in read_dates(text, language)]
    assert sorted(map(repr, found)) == sorted(map(repr, parts))


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    for language in ("en", "id"):
        for part in read_dates(text, language):
            assert 0 <= part.start < part.end <= len(text)
