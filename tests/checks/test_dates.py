import pytest

FLAGGED = {
    "weekday": ("He left on Tuesday.", "Dia pergi pada hari Kamis.",
                "critical", ["Tuesday"], ["Kamis"]),
    "month": ("It starts in March.", "Itu dimulai pada Mei.", "critical", ["March"], ["Mei"]),
    "day": ("It starts on Jan. 6.", "Itu dimulai pada 7 Januari.", "critical", ["6"], ["7"]),
    "year": ("The law of June 2016 stands.", "Undang-undang Juni 2006 tetap berlaku.",
             "critical", ["2016"], ["2006"]),
    "next for last": ("They meet next year.", "Mereka bertemu tahun lalu.",
                      "critical", ["next year"], ["tahun lalu"]),
    "today for tomorrow": ("They meet tomorrow.", "Mereka bertemu hari ini.",
                           "critical", ["tomorrow"], ["hari ini"]),
    "clock": ("Doors open at 5.30pm.", "Pintu dibuka pukul 15.30.",
              "critical", ["5.30pm"], ["pukul 15.30"]),
    "morning for evening": ("Doors open at 7 p.m. sharp.", "Pintu dibuka tepat pukul 7 pagi.",
                            "critical", ["7 p.m."], ["pukul 7 pagi"]),
    "noon for midnight": ("It struck at noon.", "Itu terjadi tengah malam.",
                          "critical", ["noon"], ["tengah malam"]),
    "late for early": ("It was imposed in late 2016.", "Itu diberlakukan awal 2016.",
                       "critical", ["late 2016"], ["awal 2016"]),
    "a week for a day": ("He left a day after the vote.", "Dia pergi sepekan setelah pemilu.",
                         "critical", ["a day"], ["sepekan"]),
    "weekday behind for ahead": ("It reports next Wednesday.", "Laporannya terbit Rabu pekan lalu.",
                                 "critical", ["next Wednesday"], ["Rabu pekan lalu"]),
    "another unit": ("It was put off until next month.", "Itu ditunda hingga tahun depan.",
                     "critical", ["next month"], ["tahun depan"]),
    "year gone": ("The mill closed in 1998 for good.", "Pabrik itu tutup selamanya.",
                  "major", ["1998"], []),
}

FAIR = {
    "night as dini hari": ("They fought all night.", "Mereka bertempur hingga dini hari."),
    "midday as siang": ("It opens at midday.", "Itu dibuka siang hari."),
    "weekend": ("It ended late in the week.", "Itu berakhir pada akhir pekan."),
    "dinner": ("They met for dinner that morning.", "Pagi itu mereka makan malam."),
    "weekday": ("He left on Wednesday.", "Dia pergi pada hari Rabu."),
    "weekday with its date": ("They met last Wednesday.", "Mereka bertemu Rabu (14/1/2021)."),
    "Sunday": ("He left on Sunday.", "Dia pergi pada Minggu."),
    "last week": ("He left last week.", "Dia pergi minggu lalu."),
    "last week, pekan": ("He left last week.", "Dia pergi pekan lalu."),
    "month and day": ("the events of Jan. 6", "peristiwa 6 Januari"),
    "short month": ("on 17 Aug 1945", "pada 17 Agustus 1945"),
    "numeric date": ("on March 5, 2020", "pada 5/3/2020"),
    "modal may": ("It may rain.", "Mungkin hujan."),
    "verb march": ("March on, he said.", "Maju terus, katanya."),
    "clock of twelve hours": ("at 5.30pm", "pukul 5.30 sore"),
    "clock of another zone": ("It starts at 3 p.m. in London.", "Itu dimulai pukul 22.00 WIB."),
    "weekday for a date": ("He left on Monday, June 3.", "Dia pergi pada 3 Juni."),
    "empty side": ("He left on Monday.", ""),
}


@pytest.mark.parametrize(("source", "target", "severity", "was", "became"),
                         FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, severity, was, became):
    assert told("dates", source, target) == [(severity, was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("dates", source, target) == []


def test_the_published_day_tells_which_weekday_today_is(told):
    ran = "", "", "2024-05-15T08:00:00Z"  # a Wednesday
    assert told("dates", "He resigned today.", "Dia mundur pada Rabu.", *ran) == []
    assert told("dates", "He resigned on Tuesday.", "Dia mundur kemarin.", *ran) == []
