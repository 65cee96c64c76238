"""What the press puts into a sentence that says nothing of the story: its own house style.

A date in brackets after a weekday ("Rabu (6/1)"), a dateline, a credit ("seperti dinukil dari
Reuters, Ahad (10/5)"), a call to read on. A rewriter adds these and an original has none of them,
so they must neither move a bead nor count as added. Whatever a sentence says of its story, also
who said it to whom ("kepada Reuters"), is no noise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from align.reading.datelines import split_dateline
from align.text.calendar import EVERY_MONTH, EVERY_WEEKDAY

_LONGEST = 5_000  # code points; a longer sentence is none, and is left alone


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_WEEKDAY = rf"(?:(?i:{_any_of(EVERY_WEEKDAY)})\b)"
_MONTH = rf"(?:(?i:{_any_of(EVERY_MONTH)})\b)"
_DIGITS = r"\d{1,4}(?:\s?[/.-]\s?\d{1,4}){1,2}"
_CLOCK = r"(?:pukul\s)?\d{1,2}[.:]\d{2}"
_ZONE = r"(?:WIB|WITA|WIT|GMT|UTC|waktu setempat|local time)"
_DATE = rf"(?:\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|{_DIGITS})"
_BRACKETED = (rf"\((?:{_WEEKDAY}[,\s]\s?)?{_DATE}(?:,?\s{_CLOCK})?(?:\s{_ZONE})?"
              r"(?:\s(?:pagi|siang|sore|malam))?\)")

_AGENCY = (r"(?:Thomson )?(?:Reuters|REUTERS|AFP|ANTARA|Antara|Xinhua|Bloomberg|dpa|BBC|CNN|CNBC|"
           r"UPI|Anadolu|Kyodo|Sputnik|TASS|Al Jazeera|Aljazeera|VOA|DW|AP|ABC|CNA|NHK|NPR)"
           r"(?: (?:News|Indonesia|World|Agency|International))?")
_DOMAIN = r"[\w-]+(?:\.(?:com|co|id|net|org|tv|uk|au|my|sg))+\b"
_CARRIER = (r"(?:(?:kantor|laman|situs|media|harian|koran|majalah|portal|kanal|saluran|stasiun|"
            r"surat|berita|kabar|resmi|web|televisi|TV|lokal|setempat|asing|laporan|website)\s+)")
_TITLE = r"(?:the\s)?[A-Z][\w'’&-]*(?:\.\w+)?(?:\s[A-Z][\w'’&-]*(?:\.\w+)?){0,4}"
_SOURCE = rf"(?:{_CARRIER}{{1,4}}(?:{_DOMAIN}|{_TITLE})|{_DOMAIN}|{_AGENCY})"
_LIKE = r"(?i:(?:demikian|seperti|sebagaimana|seperti yang|sebagaimana yang|begitu)\s+)"
_QUOTED = (r"(?i:dikutip|dilansir|dinukil|disadur|dirangkum|dihimpun|dilansir kembali|melansir|"
           r"mengutip|menukil|menyadur|mewartakan|dilangsir)")
_TOLD = r"(?i:dilaporkan|diberitakan|diwartakan|dilapor|lapor|warta)"
_FROM = r"(?i:(?:kembali|dari|oleh|melalui|via|lewat)\s+)"
_ON = (rf"(?:,?\s(?:(?:pada|edisi)\s)?(?:hari\s)?{_WEEKDAY}"
       rf"(?:\s(?:pagi|siang|sore|malam))?(?:,?\s\(?{_DATE}\)?)?|,?\s\(?{_DATE}\)?"
       r"|\s\(\))?")
_CREDIT = (rf"{_LIKE}?(?:{_QUOTED}\s+(?:{_SOURCE}\s+)?{_FROM}{{0,3}}(?:{_SOURCE}|{_TITLE})"
           rf"|{_TOLD}\s+{_FROM}{{0,3}}{_SOURCE})"
           rf"(?:\s(?:dan|serta)\s{_SOURCE})?{_ON}")

_CALL = re.compile(
    r"\W*(?i:(?:baca|lihat|simak|tonton|saksikan)\s(?:juga|pula|selengkapnya|berita (?:lain|se)"
    r"\w*|artikel \w+|video\w*)|(?:read|see|watch)\s(?:more|also))\b.{0,200}")
_TRAILING_CALL = re.compile(
    r"(?<=[.!?”\"’)])\s+[(\[]?(?:Baca|BACA|Simak|Lihat|Read|READ)\s"
    r"(?i:juga|selengkapnya|pula|more|also)\b.{0,200}$")
_WITHIN = (
    re.compile(rf"\s?{_BRACKETED}"),
    re.compile(rf"\s?\((?:[A-Za-z]+/)*{_AGENCY}(?:/[A-Za-z0-9-]+)*\)"),
)
# A credit may stand at the head, before the end, or between commas; each with its own commas.
_CREDITS = (
    re.compile(rf"^\W{{0,3}}{_CREDIT}\s?(?:,|bahwa\b|$|(?=[.]$))\s*"),
    re.compile(rf"(?:\s?[,;–—-])?\s{_CREDIT}(?=\s?[.!?]?[”\"’)]*$)"),
    re.compile(rf"\s?,\s{_CREDIT}\s?,"),
)
_SPOKEN = re.compile(r"[^\W\d_]{2}")


def without_noise(sentence: str) -> str:
    """The sentence as it would stand without the noise; empty where it is nothing else.

    A sentence without noise comes back as it is.
    """
    if len(sentence) > _LONGEST:
        return sentence
    if _CALL.fullmatch(sentence.strip()):
        return ""
    kept = _TRAILING_CALL.sub("", split_dateline(sentence)[1])
    for form in _WITHIN:
        kept = form.sub("", kept)
    headed = _CREDITS[0].sub("", kept, count=1)
    for form in _CREDITS[1:]:
        headed = form.sub("", headed)
    if headed == sentence:
        return sentence
    if not _SPOKEN.search(headed):
        return ""
    return headed[:1].upper() + headed[1:] if kept[:1].isupper() else headed


def noise_in(sentence: str) -> tuple[tuple[int, int], ...]:
    """The stretches [start, end) of the sentence that are noise, in order."""
    if len(sentence) > _LONGEST:
        return ()
    found = [match.span() for form in (_TRAILING_CALL, *_WITHIN, *_CREDITS)
             for match in form.finditer(sentence)]
    told = split_dateline(sentence)[1]
    if told != sentence and sentence.endswith(told):
        found.append((0, len(sentence) - len(told)))
    return tuple(sorted(found))


def heard(sentences: Iterable[str]) -> list[str]:
    """Sentences as the aligner is to hear them, in order: without noise."""
    return [without_noise(sentence) for sentence in sentences]


def is_noise(sentence: str) -> bool:
    """Whether nothing of the sentence is of the story."""
    return bool(sentence.strip()) and not without_noise(sentence)

