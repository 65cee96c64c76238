"""Text -> its cues of negation and of possibility, from tables.

Strong cues negate a clause in so many words, impossible ones also shut a possibility out. Inner
cues carry a negation inside a word (fail, unknown, tak terduga), weak ones are near to one (only,
rarely) or use a negating word for something else (not only, atau tidak): they may answer a strong
one on the other side, but demand nothing themselves. Unlikely ones are inner and answer an
impossible one too. Possible ones leave it open.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from align.mentions.numbers import Language

Cue = Literal["strong", "impossible", "inner", "weak", "unlikely", "possible"]


class Mark(NamedTuple):
    """A cue at `text[start:end]`."""

    cue: Cue
    start: int
    end: int


# In order: the first pattern that fits a place wins.
_ENGLISH: tuple[tuple[Cue, str], ...] = (
    ("weak", r"\bnot (?:only|just|merely|simply|necessarily|least)\b|n't (?:just|only)\b|"
             r"\bno\.? ?\d|\bno (?:doubt|matter|wonder|sooner|problem)\b|"
             r"\bno (?:fewer|less|later|earlier|more than)\b|"
             r"\b(?:or|if|why|nothing if|certainly) not\b|\bwhether or not\b|\bnothing but\b|"
             r"\bnone other\b|\bnever ?mind\b|\b(?:cannot|can't|couldn't) help\b|"
             r"\bnor\b|\b(?:don't|doesn't|didn't|isn't|wasn't|aren't|can't|won't) "
             r"(?:you|it|they|we)\b|\b(?:Doctors|Reporters) Without Borders\b"),
    ("impossible", r"\b(?:can|could|may|might|would)(?: not|n't)\b|\bcan(?:not|'t)\b|"
                   r"\b(?:can|could) never\b|\bno (?:way|chance)\b|\bnot (?:\w+ )?possible\b"),
    ("strong", r"\b(?:not|never|no|none|nobody|nothing|nowhere|neither|without|ain't|no-one)\b|"
               r"\b\w+n't\b"),
    ("unlikely", r"\b(?:impossible|impossibly|inconceivable|unthinkable|unlikely|hardly|"
                 r"(?:less|least) likely)\b"),
    ("inner", r"\b(?:un(?!der|til|cle|to\b|i(?:t|on|q|v|f|s|c)|a?ware\b)\w{3,}|"
              r"in(?:acc|adeq|appropr|abilit|visib|compl|corr|compat|compet|consis|conven|credib|"
              r"curab|decen|defin|direct|effec|effic|eligib|equal|equit|evitab|expens|explic|"
              r"flexib|frequen|human|justic|nocen|secur|sensit|signific|stabil|suffic|toleran|"
              r"valid|vinc|vulner|capa[bc]|conceiv|conclus|escap|formal|sane|sanity|separab|"
              r"action|activ)\w*|im(?:pen|per[fms]|part|pat|pol|pra|prob|prop|mob|mat|mor|mea|mut|"
              r"plaus|pot)\w*|ir(?:reg|relev|resp|rep|resis|rev|rat)\w*|il(?:leg|lit|log|lic)\w*|"
              r"dis(?!t|cuss|play|eas|ast|cover|pos|put|pat|solv|cip|cern|h|trib|may\b)\w{3,}|"
              r"a(?:symp|typ|bnorm)\w+|under(?:pre|est|dev|rep|pai|fun)\w*|preposter\w*|ridicul\w*|"
              r"in(?:disting|exhaust|solub|sol[uv])\w*|non\w*|\w{3,}less(?:ly|ness)?|fail\w*|refus\w+|missing|absen\w+|"
              r"den(?:y|ies|ied|ying|ials?)|lack\w*|gone|silent|anonym\w+|absurd\w*)\b"),
    ("weak", r"\b(?:barely|scarcely|rarely|seldom|few|little|unless|except\w*|instead|rather|"
             r"other than|avoid\w*|prevent\w*|stop\w*|ban(?:s|ned)?|reject\w*|ignor\w+|"
             r"declin\w+|forbid\w*|prohibit\w*|exclu\w+|doubt\w*|far from|short of|free of|"
             r"yet to|have yet|has yet|hard to|difficult to|too|until|only|abstain\w*|neglect\w*|"
             r"loss|lost|offline|oppos\w+|against|before|boycott\w*|stranger\w*|for good|still|"
             r"remain\w*|await\w*|pending|soon|shortly|recent\w*|ill|challenging|less|no-\w+)\b"),
    ("possible", r"\b(?:may|might|maybe|perhaps|possib\w+|could|likely|potential\w*)\b"),
)
_INDONESIAN: tuple[tuple[Cue, str], ...] = (
    ("weak", r"\b(?:tidak|tak|bukan) (?:hanya|cuma|sekadar|sekedar|saja|semata|melulu|selalu|lain|"
             r"kalah|sedikit|jarang|heran|mengherankan|urung|ayal|kurang dari|lebih dari|sengaja|"
             r"terkecuali|langsung|tanggung)\b|\b(?:atau|maupun|mau|apa) tidak(?: mau)?\b|"
             r"\bsetidak\w*(?:-tidaknya)?\b|\bpaling tidak\b|\bketidak\w+|\bbukan(?:kah| main)\b|"
             r"\bbelum (?:lama|lagi)\b|\btidaknya\b|\btidakkah\b|\btidak(?= ?[?])|\bbukan(?= ?[?])|"
             r"\bbukan tidak mungkin\b|\b(?:kalau|jika|bila) tidak,"),
    ("inner", r"\b(?:tak|tidak) ter(?:duga|batas|elak|hindar|sangka|lupa|kalah|hingga|nilai|bantah|"
              r"tahan|bayang|pisah|tanding|kira|ganti|hitung|henti)\w*"),
    ("impossible", r"\b(?:tidak|tak) mungkin\b|\bmustahil\b|\bkecil kemungkinan\w*\b|"
                   r"\bkemungkinan(?:nya)? kecil\b"),
    ("strong", r"\b(?:tidak|tak|tdk|bukan|bukanlah|tidaklah|belum|belumlah|jangan|janganlah|"
               r"tanpa|tiada|ndak|nggak|enggak|gak|takkan|bukannya|tanpa)\b"),
    ("weak", r"\b(?:gagal\w*|kegagalan|menolak\w*|ditolak\w*|penolakan|tolak|membantah\w*|"
             r"dibantah|bantahan|menyangkal\w*|menampik\w*|enggan|kurang|kekurangan|jarang|nyaris|"
             r"kecuali|selain|sulit|melarang|dilarang|larangan|terlarang|mencegah|"
             r"meng?hindari|hindari|dihindari|alih-alih|daripada|kosong|nol|"
             r"bebas|anti\w*|mengabaikan|langka|absen|luput|minim|ilegal|nihil|nirlaba|non\w*|"
             r"diragukan|meragukan|ragu\w*|lintas batas|sebaliknya|di ?luar|mangkir|batal|"
             r"terlewat\w*|ogah|pantang|lepas|seorang diri)\b"),
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
