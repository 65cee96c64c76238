"""The sign of a number: a minus before it, "below zero" behind it, or a verb that says it fell."""

from __future__ import annotations

import re

from align.mentions.number import Number
from align.text import Language

_MINUS = re.compile(
    r"(?:(?:^|(?<=[\s(\"“'‘:]))(?<!\d )[-−–]|\b(?:minus|negative|negatif)\s+)"
    r"(?:US|S|A|HK|Rp|\$|€|£|¥)*$", re.IGNORECASE)
_BELOW = re.compile(
    r"\W{0,2}(?:\s*(?:degrees?|derajat|celsius|fahrenheit|°?\s?[cf])\b)*\s+"
    r"(?:below zero|below freezing|di ?bawah nol)\b", re.IGNORECASE)

_FILL = {
    "en": r"(?:\s+(?:by|of|about|around|nearly|almost|some|a|an|another|just|only|over|at least|"
          r"more than|less than|up to|roughly|as much as))*\s*[-−–$€£]?$",
    "id": r"(?:\s+(?:sebesar|sebanyak|sekitar|hampir|nyaris|lebih dari|kurang dari|tipis|hanya|"
          r"setidaknya|tajam|minus|negatif|mencapai|sampai|US|Rp))*\s*[-−–$€£]?$",
}
_FALLS = {
    "en": r"f[ae]ll(?:s|en)?|falling|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|shr[aiu]nk(?:s|ing)?|"
          r"contract(?:s|ed|ing|ion)|decreas(?:es?|ed|ing)|slid(?:e|es|ing)?|slump(?:s|ed|ing)?|"
          r"plung(?:es?|ed|ing)|tumbl(?:es?|ed|ing)|lost|los(?:es?|ing)|down|dip(?:s|ped)?|sank|"
          r"sunk|slip(?:s|ped)?|shed|deficit|loss(?:es)?|reduced|cut|lower",
    "id": r"turun|menurun|penurunan|merosot|kemerosotan|anjlok|jatuh|susut|menyusut|penyusutan|"
          r"(?:ber|ter)?kontraksi|melemah|pelemahan|ambles|terpangkas|berkurang|tergelincir|"
          r"defisit|rugi|kerugian|terkoreksi|tertekan|tergerus",
}
_RISES = {
    "en": r"r[io]se(?:s|n)?|rising|gr[eo]w(?:s|n|ing)?|growth|climb(?:s|ed|ing)?|gain(?:s|ed|ing)?|"
          r"jump(?:s|ed|ing)?|surg(?:es?|ed|ing)|increas(?:es?|ed|ing)|up|advanc(?:es?|ed|ing)|"
          r"expand(?:s|ed|ing)?|expansion|soar(?:s|ed|ing)?|surplus",
    "id": r"naik|kenaikan|meningkat|peningkatan|tumbuh|bertumbuh|pertumbuhan|menguat|penguatan|"
          r"melonjak|lonjakan|melesat|bertambah|terkerek|ekspansi|surplus",
}
_TREND = {language: re.compile(
    rf"\b(?:(?P<fall>{_FALLS[language]})|(?P<rise>{_RISES[language]})){_FILL[language]}",
    re.IGNORECASE) for language in _FALLS}
_SEEN = 40  # code points looked at before a number


def signed(text: str, number: Number, language: Language) -> Number:
    """The number with the sign that its text gives it."""
    before = text[max(0, number.start - _SEEN):number.start]
    trend = _TREND[language].search(before)
    if trend:
        number = number._replace(trend=-1 if trend["fall"] else 1)
    if number.kind in ("ordinal", "vague", "small"):
        return number
    minus = _MINUS.search(before)
    below = _BELOW.match(text, number.end)
    if not minus and not below:
        return number
    start = number.start - len(before) + minus.start() if minus else number.start
    end = below.end() if below else number.end
    return number._replace(values=tuple(-abs(value) for value in number.values), start=start,
                           end=end, written=text[start:end])
