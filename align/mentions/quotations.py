"""Text -> its quoted stretches, and who is said to have said what."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from align.text import Language

MARKS = "\"“”«»„‟″"
_STRETCH = re.compile(rf"[{MARKS}]([^{MARKS}]+)[{MARKS}]")
_NAME = r"([A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]+){0,3})"
_SAID_EN = (r"(?:said|says|told|added|adds|tells|warned|announced|argued|claimed|stated|wrote|"
            r"noted|explained|insisted|replied|tweeted|testified|confirmed|denied|admitted)")
_SAID_ID = (r"(?:kata|ujar|ucap|tutur|tegas|jelas|tambah|imbuh|papar|ungkap|sebut|tulis|cetus|"
            r"lanjut|terang|beber)")
_TOLD_ID = (r"(?:mengatakan|menyatakan|berkata|menambahkan|menegaskan|menjelaskan|mengungkapkan|"
            r"menyebut|menulis|menuturkan|memaparkan|memperingatkan|mengumumkan|mengklaim|"
            r"bersaksi|membantah|mengakui|mengungkap|menuding|berpendapat|berujar|bertutur)")
_SPEAKERS = {
    "en": re.compile(rf"{_NAME}\s+(?:also\s+|later\s+|has\s+|had\s+)?{_SAID_EN}\b"
                     rf"|\b(?:said|says|added|wrote)\s+{_NAME}"),
    "id": re.compile(rf"{_NAME}\s+(?:juga\s+|kemudian\s+|telah\s+|pun\s+|lalu\s+)?{_TOLD_ID}\b"
                     rf"|\b{_SAID_ID}(?:nya)?\s+{_NAME}"),
}


# Words that ascribe a statement to somebody, and all that may render them.
ASCRIBED = re.compile(
    r"(?:,? according to [\w ]{2,40}|[\w' ]{2,40}\b(?:said|says))\b")
SAYING: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:said|says|say|told|tells|according to|believes?|expects?|warned|warns|"
                     r"estimates?|announced|argued|claimed|claims|stated|states|added|called|calls|"
                     r"reported|noted|explained|insisted|wrote|thinks?|suggested|denied|confirmed|"
                     r"reports)\b", re.IGNORECASE),
    "id": re.compile(
        r"\b(?:me(?:ngata|nyata|negas|njelas|ngungkap|ngumum|ngabar|nerang|ngaku|ngklaim)\w*|"
        r"menyebut\w*|menulis\w*|menutur\w*|memapar\w*|melapor\w*|memperingat\w*|mengklaim|"
        r"menambah\w*|menilai|menganggap|menduga|memperkira\w*|meyakini|berpendapat|berujar|"
        r"bertutur|berkata\w*|berkomentar|menurut\w*|kata\w*|ujar\w*|ucap\w*|tutur\w*|tegas\w*|"
        r"jelas\w*|tambah\w*|imbuh\w*|papar\w*|ungkap\w*|sebut\w*|tulis\w*|terang\w*|bilang|"
        r"dikata\w*|disebut\w*|dilapor\w*|dikabar\w*|dinyata\w*|diungkap\w*|konon|kabarnya|"
        r"mengingatkan|memberi ?tahu\w*|memberitakan|diberitakan|bersaksi|berargumen\w*|beralasan|"
        r"mengisyarat\w*|menunjuk\w*|membantah|menuduh|mengkritik|mengemuka\w*|berbicara|bicara|"
        r"bercerita|mencerita\w*|menyampai\w*|menyatakan|mengusul\w*|menyaran\w*|berdasar\w*|"
        r"berjanji|meminta|mengimbau|mengutip|dikutip|merilis|menyimpul\w*|mencatat|tanya\w*|"
        r"bertanya|menjawab|jawab\w*|seru\w*|mengajak|mengakui|mengeluh\w*|laporan|pernyataan|"
        r"keterangan|percaya|mempercayai|merasa|beri tahu|berkeyakinan|informasi|dituturkan|"
        r"dijelaskan|mengonfirmasi|mengkonfirmasi|cerita\w*|berteriak|bersikeras|menduga|ramalan|"
        r"diperkirakan|dianggap|berpikir|memprediksi|prediksi|lanjut\w*|sambung\w*|tukas\w*|"
        r"pesan\w*|versi|sabda|firman|petuah|mengharap\w*|ingat\w*|kisah\w*)\b",
        re.IGNORECASE),
}


class Stretch(NamedTuple):
    """A quoted stretch without its marks: `text[start:end]`."""

    start: int
    end: int


@lru_cache(maxsize=4096)
def read_quotes(text: str) -> tuple[Stretch, ...]:
    """Stretches between two quotation marks of the text, in order."""
    return tuple(Stretch(*match.span(1)) for match in _STRETCH.finditer(text))


def has_marks(text: str) -> bool:
    """Whether any double quotation mark stands in the text, paired or not."""
    return any(mark in text for mark in MARKS) or "''" in text or "’’" in text or "‘" in text


@lru_cache(maxsize=4096)
def read_speakers(text: str, language: Language) -> tuple[tuple[str, int, int], ...]:
    """Named speakers: (name, start, end) of each "NAME said" or "kata NAME"."""
    found = []
    for match in _SPEAKERS[language].finditer(text):
        group = 1 if match[1] else 2
        found.append((match[group], *match.span(group)))
    return tuple(found)
