import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.mentions.clocks import Clock
from align.mentions.dates import agree, read_dates

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
    found = [(part.part, part.value[:3] if isinstance(part.value, Clock) else part.value)
             for part in read_dates(text, language)]
    assert sorted(map(repr, found)) == sorted(map(repr, parts))


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    for language in ("en", "id"):
        for part in read_dates(text, language):
            assert 0 <= part.start < part.end <= len(text)


SAME = [
    ("(6/7)", "(6/7)"), ("(12/8/2010)", "(12/8/2010)"), ("(03/01/2013)", "(3/01/2013)"),
    ("July 6, 2013", "6/7/2013"), ("Saturday night", "malam Minggu"),
    ("Thursday night", "malam Jumat"), ("November 13 or 14", "13 atau 14 November"),
    ("May 3-5", "3-5 Mei"), ("the 2019-20 season", "musim 2019/2020"),
    ("the 1998/99 season", "musim 1998-1999"), ("last April", "April lalu"),
    ("in March", "bulan maret"), ("since May", "sejak Mei"),
    ("at 9 p.m. Jakarta time", "pukul 21.00 WIB"), ("at 15:00 UTC", "pukul 22.00 WIB"),
    ("at 1200 GMT", "pukul 19.00 WIB"), ("at 0115 GMT", "pukul 08.15 WIB"),
    ("at 2 p.m.", "pukul 14.00 WIB"), ("8 AM to 9.30 AM", "pukul 08.00 hingga 09.30"),
    ("6 AM-6 PM", "jam 06.00 sampai 18.00"), ("1 PM to 2.30 PM", "pukul 13.00-14.30"),
    ("at 10 a.m. Tokyo time", "pukul 08.00 WIB"), ("the day after tomorrow", "lusa"),
]
OTHER = [
    ("Sunday night", "malam Minggu"), ("November 13", "14 November"),
    ("the 2019-20 season", "musim 2018/2019"), ("at 15:00 UTC", "pukul 21.00 WIB"),
    ("at 1200 GMT", "pukul 18.00 WIB"), ("6 AM-6 PM", "jam 06.00 sampai 17.00"),
    ("(28/02)", "(28/03)"), ("last April", "Mei lalu"), ("tomorrow", "lusa"),
]


def told(source, target):
    ours, theirs = read_dates(source, "en"), read_dates(target, "id")
    return bool(ours) and all(any(agree(one, other) for other in theirs) for one in ours)


@pytest.mark.parametrize(("source", "target"), SAME)
def test_one_date_in_both_languages(source, target):
    assert told(source, target)


@pytest.mark.parametrize(("source", "target"), OTHER)
def test_another_date(source, target):
    assert not told(source, target)


def test_a_score_is_no_date():
    assert read_dates("won 6-4, 7-6 (7/5)", "en") == ()


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_is_the_same_in_two_zones(hour, minute):
    assert told(f"at {hour:02}{minute:02} GMT", f"pukul {(hour + 7) % 24:02}.{minute:02} WIB")
    assert not told(f"at {hour:02}{minute:02} GMT", f"pukul {(hour + 8) % 24:02}.{minute:02} WIB")
