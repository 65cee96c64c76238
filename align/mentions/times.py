"""Text -> what it says of time without figures: time of day, part of a period, one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from align.text import Language
from align.text.en import calendar as english
from align.text.id import calendar as indonesian
from align.text.tokens import lower_words


class Time(NamedTuple):
    """A phrase at `text[start:end]`, in its language's key."""

    value: str
    start: int
    end: int


# English time of day → what it may be called in Indonesian.
DAYTIMES = {
    "morning": "pagi|dini hari|subuh|siang", "noon": "siang|tengah hari",
    "midday": "siang|tengah hari", "afternoon": "siang|sore|petang",
    "evening": "malam|petang|sore|senja", "night": "malam|dini hari|semalam|semalaman|tengah malam",
    "tonight": "malam", "overnight": "malam|semalam|dini hari|semalaman",
    "midnight": "tengah malam|malam|dini hari", "dawn": "fajar|subuh|dini hari|pagi",
    "daybreak": "fajar|subuh|dini hari|pagi", "sunrise": "pagi|fajar|subuh",
    "dusk": "senja|petang|magrib|maghrib|sore", "sunset": "senja|petang|magrib|maghrib|sore",
}
_DAYTIME = {
    "en": re.compile(rf"\b({'|'.join(DAYTIMES)})\b", re.IGNORECASE),
    "id": re.compile(r"\b(tengah malam|tengah hari|dini hari|semalaman|semalam|subuh|fajar|pagi|"
                     r"(?<!makan )siang|sore|petang|senja|magrib|maghrib|(?<!makan )malam)\b",
                     re.IGNORECASE),
}
_MONTHS_EN, _MONTHS_ID = (
    "|".join(word for word in table if len(word) > 3 or word in ("may", "mei"))
    for table in (english.MONTHS, indonesian.MONTHS))
_PERIOD_EN = (rf"(?:\d{{4}}s?|{_MONTHS_EN}|(?:this|last|next|the) (?:year|month|century|decade)|"
              r"\d\dth century)")
_PERIOD_ID = (rf"(?:\d{{4}}-?an|\d{{4}}|{_MONTHS_ID}|tahun|bulan|abad|dekade|dasawarsa|musim)")
_PHASES = {
    "en": (("early", rf"early(?: in| on)? {_PERIOD_EN}|(?:beginning|start) of {_PERIOD_EN}"),
           ("mid", rf"mid[- ]{_PERIOD_EN}|(?:middle|midway through|halfway through) (?:of )?"
                   rf"{_PERIOD_EN}"),
           ("late", rf"late(?: in)? {_PERIOD_EN}|end of {_PERIOD_EN}")),
    "id": (("early", rf"(?:awal|permulaan) {_PERIOD_ID}"),
           ("mid", rf"pertengahan {_PERIOD_ID}"),
           ("late", rf"(?:akhir|penghujung|pengujung) {_PERIOD_ID}")),
}
_PHASE = {language: re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in rows),
                               re.IGNORECASE) for language, rows in _PHASES.items()}
_UNITS = {"second": "detik", "minute": "menit", "hour": "jam", "day": "hari", "week": "pekan",
          "month": "bulan", "year": "tahun", "decade": "dekade", "century": "abad"}
_BACK = {word: unit for unit, word in _UNITS.items()} | {"minggu": "week", "dasawarsa": "decade"}
_ONE = {
    "en": re.compile(rf"\b(?:a|an|one) ({'|'.join(_UNITS)})\b", re.IGNORECASE),
    "id": re.compile(rf"\b(?:se|satu )({'|'.join(_BACK)})\b", re.IGNORECASE),
}
_WEEKDAY_EN = re.compile(
    r"\b(next|coming|last|past) ("
    rf"{'|'.join(word for word in english.WEEKDAYS if len(word) > 5)})\b",
    re.IGNORECASE)
_WEEKDAY_ID = re.compile(
    rf"\b({'|'.join(indonesian.WEEKDAYS)})(?: (?:pekan|minggu))? "
    r"(lalu|kemarin|silam|depan|mendatang|nanti|berikutnya)\b", re.IGNORECASE)
_NEAR_WORDS = frozenset({"next", "coming", "last", "past"})
_PHASE_WORDS = frozenset({"early", "beginning", "start", "mid", "middle", "midway", "halfway",
                          "late", "end"})
_FORTH = frozenset({"next", "coming", "depan", "mendatang", "nanti", "berikutnya"})


def daytimes(text: str, language: Language) -> Iterator[Time]:
    """Times of day: keys of DAYTIMES in English, the words themselves in Indonesian."""
    if language == "en" and not lower_words(text) & DAYTIMES.keys():
        return
    for match in _DAYTIME[language].finditer(text):
        yield Time(match[1].lower(), *match.span())


def phases(text: str, language: Language) -> Iterator[Time]:
    """Parts of a year, month or century: "early", "mid" or "late"."""
    if language == "en" and not lower_words(text) & _PHASE_WORDS:
        return
    for match in _PHASE[language].finditer(text):
        yield Time(match.lastgroup or "", *match.span())


def single_units(text: str, language: Language) -> Iterator[Time]:
    """Lengths of one unit (a week, sepekan): the unit in English."""
    for match in _ONE[language].finditer(text):
        word = match[1].lower()
        yield Time(word if language == "en" else _BACK[word], *match.span())


def near_weekdays(text: str, language: Language) -> Iterator[Time]:
    """Weekdays said to lie behind or ahead (last Friday, Jumat depan): "back" or "forth"."""
    if language == "en" and not lower_words(text) & _NEAR_WORDS:
        return
    pattern, place = (_WEEKDAY_EN, 1) if language == "en" else (_WEEKDAY_ID, 2)
    for match in pattern.finditer(text):
        yield Time("forth" if match[place].lower() in _FORTH else "back", *match.span())
