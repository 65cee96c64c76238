"""The sign of a number: a minus before it, "below zero" behind it, or a verb that says it fell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from align.mentions.number import Number
from align.mentions.number_words import adjoins
from align.text import Language, table
from align.text.en.morphology import lemmas
from align.text.id.morphology import roots
from align.text.tokens import Token

_MINUS = re.compile(
    r"(?:(?:^|(?<=[\s(\"“'‘:]))(?<!\d )[-−–]|\b(?:minus|negative|negatif)\s+)"
    r"(?:US|S|A|HK|Rp|\$|€|£|¥)*$", re.IGNORECASE)
_BELOW = re.compile(
    r"\W{0,2}(?:\s*(?:degrees?|derajat|celsius|fahrenheit|°?\s?[cf])\b)*\s+"
    r"(?:below zero|below freezing|di ?bawah nol)\b", re.IGNORECASE)
_SEEN = 14  # code points looked at for a minus

# What may stand between a verb of rising or falling and its number; "to 5" is no change by 5.
_FILL = {
    "en": table("by of about around nearly almost some a an another just only over at least more "
                "than less up roughly as much net $ £ € ¥ us"),
    "id": table("sebesar sebanyak sekitar hampir nyaris lebih kurang dari tipis hanya setidaknya "
                "tajam minus negatif mencapai bersih $ £ € ¥ us rp"),
}
# English lemmas and Indonesian roots.
_FALLS = {
    "en": table("fall drop decline shrink contract contraction decrease slide slump plunge tumble "
                "lose down dip sink slip shed deficit loss reduce cut"),
    "id": table("turun merosot rosot anjlok jatuh susut kontraksi lemah ambles pangkas kurang "
                "gelincir defisit rugi koreksi gerus"),
}
_RISES = {
    "en": table("rise grow growth climb gain jump surge increase up advance expand expansion soar "
                "surplus"),
    "id": table("naik tingkat tumbuh kuat lonjak lesat tambah kerek ekspansi surplus"),
}


def signed(text: str, number: Number, trend: int) -> Number:
    """The number with its trend, and negative if the text says so."""
    if trend:
        number = number._replace(trend=trend)
    if number.kind in ("ordinal", "vague", "small"):
        return number
    before = text[max(0, number.start - _SEEN):number.start]
    minus = _MINUS.search(before)
    below = _BELOW.match(text, number.end)
    if not minus and not below:
        return number
    start = number.start - len(before) + minus.start() if minus else number.start
    end = below.end() if below else number.end
    return number._replace(values=tuple(-abs(value) for value in number.values), start=start,
                           end=end, written=text[start:end])


def trend(text: str, stream: Sequence[Token], at: int, language: Language) -> int:
    """-1 if the words before token `at` say that something fell by it, 1 if it rose, else 0."""
    fill, place = _FILL[language], at
    while place and adjoins(text, stream, place):
        place -= 1
        word = stream[place].lower
        if word in _FALLS[language] or word in _RISES[language] or word not in fill:
            forms = {*lemmas(word)} if language == "en" else {word, *roots(word)}
            return (not forms.isdisjoint(_RISES[language])) - (
                not forms.isdisjoint(_FALLS[language]))
    return 0
