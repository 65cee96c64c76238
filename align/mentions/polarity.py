"""Text -> its cues of negation and of possibility, from tables.

Strong cues negate a clause in so many words. Weak cues carry a negation inside a word (fail,
unable, gagal): they may answer a strong one on the other side, but demand nothing themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from align.mentions.numbers import Language

Cue = Literal["strong", "weak", "not-only", "impossible", "possible"]


class Mark(NamedTuple):
    """A cue at `text[start:end]`."""

    cue: Cue
    start: int
    end: int


# In order: the first pattern that fits a place wins.
_ENGLISH: tuple[tuple[Cue, str], ...] = (
    ("not-only", r"\bnot (?:only|just|merely|simply|necessarily)\b|n't (?:just|only)\b"),
    ("weak", r"\bno\.? ?\d|\bno doubt\b|\bnone other\b|\bnot least\b|\bcan(?:not|'t) help\b|"
             r"\bwhy not\b|\bif not\b|\bwhether or not\b|\bor not\b|\bno matter\b|\bno wonder\b|"
             r"\bno sooner\b|\bnever ?mind\b|\bno one knows\b|\bno-one\b|\bnothing but\b|"
             r"\bno (?:more|less|fewer|later) than\b|\bisn't it\b|\bno problem\b|\bnon-"),
    ("impossible", r"\b(?:impossible|impossibly|not possible|no way|inconceivable|unthinkable)\b|"
                   r"\b(?:could|can) never\b|\b(?:can|could) hardly\b|\bunlikely\b|\bcannot\b|"
                   r"\b(?:can|could|may|might|would)(?: not|n't)\b|\bno chance\b|\bcan't\b"),
    ("strong", r"\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|without)\b|\w+n't\b|"
               r"\bno one\b"),
    ("weak", r"\b(?:fail\w*|unable|refus\w+|den(?:y|ies|ied|ying|ial)|lack\w*|hardly|barely|"
             r"scarcely|rarely|seldom|few|little|unless|except\w*|instead|rather|avoid\w*|"
             r"prevent\w*|stop\w*|ban(?:s|ned)?|reject\w*|absen\w+|minus|only|until|but|"
             r"unclear|unknown|unlike|yet|too|against|ignor\w+|declin\w+|illegal\w*|"
             r"away|out|forbid\w*|prohibit\w*|block\w*|miss\w*|free|zero|end\w*|lose|lost|off|"
             r"cease\w*|bar(?:s|red)|abstain\w*|exclud\w+|oppos\w+|wrong\w*|neglect\w*|"
             r"disagree\w*|dis\w{4,}|mis\w{4,}|un\w{3,}|in(?!g|d|t|s|f|v|c)\w{4,}|in[vscf]\w{5,}|"
             r"im[mp]\w{4,}|ir[r]\w{4,}|il[l]\w{3,}|\w+less(?:ly|ness)?|ambiguous\w*|"
             r"doubt\w*|struggl\w+|hard|difficult\w*|remain\w*|still|any\w*|ever|despite|"
             r"although|though|however|rest|other than|short of|cut|drop\w*|quit\w*|"
             r"resist\w*|bad\w*|poor\w*|weak\w*|strange\w*|odd\w*|anomal\w*|vague\w*|scoreless)\b"),
    ("possible", r"\b(?:may|might|maybe|perhaps|possib\w+|could|likely|potential\w*)\b"),
)
_INDONESIAN: tuple[tuple[Cue, str], ...] = (
    ("not-only", r"\b(?:tidak|tak|bukan) (?:hanya|cuma|sekadar|sekedar|saja|semata|melulu|selalu)"
                 r"\b|\bbukan lagi sekadar\b"),
    ("impossible", r"\b(?:tidak|tak|bukan tidak|bukan tak) mungkin\b|\bmustahil\b|"
                   r"\bkecil kemungkinan\w*\b|\bkemungkinan(?:nya)? kecil\b"),
    ("weak", r"\b(?:tidak|tak) (?:lain|kalah|sedikit|jarang|heran|apa|mengherankan|salah lagi|"
             r"urung|ayal|luput|peduli|masalah|lebih dari|kurang dari|ada salahnya|terkecuali|"
             r"tahu|diragukan|langsung|sengaja|lama)\b|\b(?:atau|maupun) tidak\b|"
             r"\bmau tidak mau\b|"
             r"\bapa tidak\b|\btidak(?= ?[?])|\btidaknya\b|\bsetidak\w*\b|\bpaling tidak\b|"
             r"\bbukan(?:kah)?(?= ?[?])|\bketidak\w+|\bbukankah\b|\bbukan main\b|"
             r"\bbelum (?:lama|pasti|jelas)\b|\bsebelum\w*\b|\btak(?:-|\s)?ter\w+|"
             r"\bmelainkan\b|\bkalau tidak\b|\bjika tidak\b|\btidak sebanding\b|\bnon-?\w+|"
             r"\bsebaliknya\b"),
    ("strong", r"\b(?:tidak|tak|tdk|bukan|bukanlah|tidaklah|belum|belumlah|jangan|janganlah|"
               r"tanpa|tiada|nihil|nirlaba|jangankan|ndak|nggak|enggak|gak|takkan|bukannya|tidakkah)"
               r"\b"),
    ("weak", r"\b(?:gagal\w*|kegagalan|menolak\w*|ditolak\w*|penolakan|tolak|membantah\w*|dibantah|"
             r"bantahan|menyangkal\w*|menampik\w*|enggan|kurang|kekurangan|jarang|hampir|nyaris|"
             r"kecuali|selain|hanya|cuma|sulit|susah|sukar|melarang|dilarang|larangan|terlarang|"
             r"mencegah|dicegah|hindari|menghindari|dihindari|berhenti|menghentikan|hilang|"
             r"kehilangan|lupa|alih-alih|daripada|kosong|nol|bebas|anti\w*|mengabaikan|"
             r"sedikit|langka|absen|luput|minim|lain|mangkir|batal|dibatalkan|membatalkan|"
             r"menentang|abai|ilegal|salah|satu pun|sama sekali|pun|lepas|meski\w*|walau\w*|"
             r"namun|tetapi|tapi|dibebaskan|putus\w*|hapus\w*|menghapus|keluar|meninggalkan|"
             r"terlalu|diam|bungkam|sekalipun|ragu\w*|buruk|habis|masih|tetap|tanpa|"
             r"memblokir|diblokir|menangguhkan|menahan|lolos|terlewat\w*|melewatkan)\b"),
    ("possible", r"\b(?:mungkin\w*|barangkali|kemungkinan|bisa|dapat|boleh jadi|berpotensi|"
                 r"berpeluang|potensi\w*)\b"),
)


def _compiled(table: tuple[tuple[Cue, str], ...]) -> tuple[re.Pattern[str], tuple[Cue, ...]]:
    pattern = "|".join(f"({words})" for _, words in table)
    return re.compile(pattern, re.IGNORECASE), tuple(cue for cue, _ in table)


_TABLES = {"en": _compiled(_ENGLISH), "id": _compiled(_INDONESIAN)}


@lru_cache(maxsize=8192)
def read_polarity(text: str, language: Language) -> tuple[Mark, ...]:
    """All cues of a text in that language, in order; they do not overlap."""
    pattern, cues = _TABLES[language]
    text = text.replace("’", "'")
    return tuple(Mark(cues[(match.lastindex or 1) - 1], *match.span())
                 for match in pattern.finditer(text))
