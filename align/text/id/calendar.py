"""Days, months and relative dates of Indonesian, lower case."""

WEEKDAYS = {
    word: day for day, line in enumerate((
        "senin", "selasa", "rabu", "kamis", "jumat jum'at", "sabtu", "minggu ahad"))
    for word in line.split()
}
MONTHS = {
    word: month for month, line in enumerate((
        "januari jan", "februari pebruari feb peb", "maret mar mrt", "april apr", "mei", "juni jun",
        "juli jul", "agustus agt agu ags", "september sep sept", "oktober okt",
        "november nopember nov nop", "desember des"), 1)
    for word in line.split()
}

# (unit, direction): -1 the one before, 0 this one, +1 the one to come.
RELATIVE = {
    "kemarin": ("day", -1), "hari ini": ("day", 0), "malam ini": ("day", 0),
    "sore ini": ("day", 0), "pagi ini": ("day", 0), "siang ini": ("day", 0), "besok": ("day", 1),
    "esok": ("day", 1), "tadi malam": ("day", -1), "semalam": ("day", -1),
    "esok hari": ("day", 1), "keesokan": ("day", 1), "lusa": ("day", 2),
    "kemarin lusa": ("day", -2),
    "pekan lalu": ("week", -1), "minggu lalu": ("week", -1), "minggu kemarin": ("week", -1),
    "pekan kemarin": ("week", -1), "minggu sebelumnya": ("week", -1),
    "pekan sebelumnya": ("week", -1), "pekan silam": ("week", -1),
    "minggu ini": ("week", 0), "pekan ini": ("week", 0), "minggu depan": ("week", 1),
    "pekan depan": ("week", 1), "minggu berikutnya": ("week", 1), "pekan mendatang": ("week", 1),
    "minggu mendatang": ("week", 1), "pekan berikutnya": ("week", 1),
    "bulan lalu": ("month", -1), "bulan kemarin": ("month", -1), "bulan silam": ("month", -1),
    "bulan sebelumnya": ("month", -1), "bulan ini": ("month", 0), "bulan depan": ("month", 1),
    "bulan mendatang": ("month", 1), "bulan berikutnya": ("month", 1),
    "tahun lalu": ("year", -1), "tahun kemarin": ("year", -1), "tahun silam": ("year", -1),
    "tahun sebelumnya": ("year", -1), "tahun ini": ("year", 0), "tahun depan": ("year", 1),
    "tahun mendatang": ("year", 1), "tahun berikutnya": ("year", 1),
}
