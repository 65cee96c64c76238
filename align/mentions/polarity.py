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

from align.text import Language
from align.text.tokens import tokens

Cue = Literal["strong", "impossible", "inner", "weak", "unlikely", "possible"]
Table = tuple[tuple[Cue, str], ...]


class Mark(NamedTuple):
    """A cue at `text[start:end]`."""

    cue: Cue
    start: int
    end: int


# In order: the first that fits wins. Phrases are looked for in the text, words word by word.
_PHRASES: dict[Language, Table] = {
    "en": (
        ("strong", r"(?:have|has|had|is|are|was|were) yet to"),
        ("weak", r"not (?:only|just|merely|simply|necessarily|least)|\w+n't (?:just|only)|"
                 r"no\.? ?\d|no (?:doubt|matter|wonder|sooner|problem|fewer|less|later|earlier)|"
                 r"no more than|(?:or|if|why|nothing if|certainly) not|whether or not|nothing but|"
                 r"none other|never mind|(?:cannot|can't|couldn't) help|(?:Doctors|Reporters) "
                 r"Without Borders|(?:not|\w+n't) (?:\w+ ){1,5}until|"
                 r"(?:not|never|cannot|\w+n't) (?:be )?(?:yet )?rul(?:e|ed|ing) (?:\w+ ){0,3}out|"
                 r"(?:do|does|did|is|was|are|ca|wo)n't (?:you|it|they|we)|"
                 r"other than|far from|short of|free of|yet to|(?:have|has) yet|nowhere near|"
                 r"away from|out of|from \w+ing|in contrast|\w+-free|"
                 r"(?:hard|difficult) to|for good|no-\w+"),
        ("impossible", r"(?:can|could|may|might|would) not|(?:can|could) never|no (?:way|chance)|"
                       r"(?:not|no longer) (?:\w+ )?possible"),
        ("strong", r"no-one"),
        ("unlikely", r"(?:less|least) likely"),
    ),
    "id": (
        ("weak", r"(?:tidak|tak|bukan) (?:hanya|cuma|sekadar|sekedar|saja|semata|melulu|selalu|"
                 r"lain|kalah|sedikit|jarang|heran|mengherankan|urung|ayal|kurang dari|lebih dari|"
                 r"sengaja|terkecuali|langsung|tanggung|lama (?:kemudian|sebelum|setelah|lagi)|"
                 r"apa-apa|masalah|seperti)|tanpa (?:di)?sengaja|(?:atau|maupun|mau|apa) "
                 r"tidak(?: mau)?|setidak-tidaknya|paling tidak|bukan main|belum (?:lama|lagi)|"
                 r"bukan tidak mungkin|(?:tidak|bukan) ?[?]|(?:kalau|jika|bila) tidak,|"
                 r"alih-alih|lintas batas|di luar|seorang diri"),
        ("inner", r"(?:tak|tidak) ter(?:duga|batas|elak|hindar|sangka|lupa|kalah|hingga|nilai|"
                  r"bantah|tahan|bayang|pisah|tanding|kira|ganti|hitung|henti)\w*|"
                  r"tak (?:lama|ubahnya)"),
        ("impossible", r"(?:tidak|tak) mungkin|kecil kemungkinan\w*|kemungkinan(?:nya)? kecil"),
        ("possible", r"boleh jadi"),
    ),
}
_WORDS: dict[Language, Table] = {
    "en": (
        ("impossible", r"(?:ca|could|may|might|would)n't|cannot"),
        ("strong", r"not|never|no|none|nobody|nothing|nowhere|neither|without|\w+n't"),
        ("unlikely", r"impossibl[ey]|inconceivable|unthinkable|unlikely|hardly"),
        ("inner", r"un(?!der|til|cles?$|to$|i(?:t|on|q|v|f|s|c)|a?ware$)\w{3,}|"
                  r"in(?:acc|adeq|appropr|abilit|visib|compl|corr|compat|compet|consis|conven|"
                  r"credib|curab|decen|defin|direct|effec|effic|eligib|equal|equit|evitab|expens|"
                  r"explic|flexib|frequen|human|justic|nocen|secur|sensit|signific|stabil|suffic|"
                  r"toleran|valid|vinc|vulner|capa[bc]|conceiv|conclus|escap|formal|sane|sanity|"
                  r"separab|action|activ|disting|exhaust|sol[uv])\w*|"
                  r"im(?:pen|per[fms]|part|pat|pol|pra|prob|prop|mob|mat|mor|mea|mut|plaus|pot)\w*|"
                  r"ir(?:reg|relev|resp|rep|resis|rev|rat)\w*|il(?:leg|lit|log|lic)\w*|"
                  r"dis(?:agree|appear|approv|abl|adv|allow|belie|claim|connect|content|courag|"
                  r"credit|honest|inclin|interest|like|loyal|obe|order|organi|orient|own|pleas|prov|"
                  r"qualif|regard|respect|satisf|similar|trust|uni)\w*|"
                  r"under(?:pre|est|dev|rep|pai|fun)\w*|a(?:symp|typ|bnorm)\w+|non\w*|"
                  r"\w{3,}less(?:ly|ness)?|fail\w*|refus\w+|missing|absen\w+|den(?:y|ies|ied|ying|"
                  r"ials?)|lack\w*|gone|silent|anonym\w+|absurd\w*|preposter\w*|ridicul\w*"),
        ("weak", r"nor|barely|scarcely|rarely|seldom|few|little|unless|except\w*|instead|rather|"
                 r"avoid\w*|prevent\w*|stop\w*|ban(?:s|ned)?|reject\w*|ignor\w+|declin\w+|"
                 r"forbid\w*|prohibit\w*|exclu\w+|doubt\w*|too|until|only|abstain\w*|neglect\w*|loss|lost|"
                 r"offline|wrong\w*|poor(?:ly)?|bad(?:ly)?|scant\w*|outside|"
                 r"oppos\w+|against|before|boycott\w*|stranger\w*|still|remain\w*|await\w*|"
                 r"pending|soon|shortly|recent\w*|ill|challenging|less"),
        ("possible", r"may|might|maybe|perhaps|possib\w+|could|likely|potential\w*"),
    ),
    "id": (
        ("weak", r"setidak\w*|ketidak\w+|bukankah|tidaknya|tidakkah"),
        ("impossible", r"mustahil"),
        ("strong", r"tidak|tak|tdk|bukan|bukanlah|tidaklah|belum|belumlah|jangan|janganlah|tanpa|"
                   r"tiada|ndak|nggak|enggak|gak|takkan|bukannya"),
        ("weak", r"gagal\w*|kegagalan|menolak\w*|ditolak\w*|penolakan|tolak|membantah\w*|dibantah|"
                 r"bantahan|menyangkal\w*|menampik\w*|enggan|kurang|kekurangan|jarang|nyaris|"
                 r"kecuali|selain|sulit|melarang|dilarang|larangan|terlarang|mencegah|meng?hindari|"
                 r"hindari|dihindari|daripada|kosong|nol|bebas|anti\w*|mengabaikan|langka|absen|luput|"
                 r"minim|ilegal|nihil|nirlaba|non\w*|diragukan|meragukan|ragu\w*|sebaliknya|diluar|"
                 r"mangkir|batal|terlewat\w*|ogah|pantang|lepas"),
        ("possible", r"mungkin\w*|barangkali|kemungkinan|bisa|dapat|berpotensi|berpeluang|"
                     r"potensi\w*"),
    ),
}


def _compiled(table: Table) -> tuple[re.Pattern[str], tuple[Cue, ...]]:
    body = "|".join(f"({words})" for _, words in table)
    return re.compile(rf"\b(?:{body})(?!\w)", re.IGNORECASE), tuple(cue for cue, _ in table)


_LONG = {language: _compiled(table) for language, table in _PHRASES.items()}
_SHORT = {language: _compiled(table) for language, table in _WORDS.items()}


_NUMBERED = re.compile(r"\.? ?\d")  # No. 17


@lru_cache(maxsize=65536)
def _word_cue(word: str, language: Language) -> Cue | None:
    pattern, cues = _SHORT[language]
    match = pattern.fullmatch(word)
    return cues[(match.lastindex or 1) - 1] if match else None


@lru_cache(maxsize=4096)
def read_polarity(text: str, language: Language) -> tuple[Mark, ...]:
    """All cues of a text in that language, in order; they do not overlap."""
    pattern, cues = _LONG[language]
    found = [Mark(cues[(match.lastindex or 1) - 1], *match.span())
             for match in pattern.finditer(text.replace("’", "'"))]
    taken = [(mark.start, mark.end) for mark in found]
    for token in tokens(text):
        cue = _word_cue(token.lower, language)
        if cue and token.lower == "no" and _NUMBERED.match(text, token.end):
            continue
        if cue and not any(start < token.end and token.start < end for start, end in taken):
            found.append(Mark(cue, token.start, token.end))
    return tuple(sorted(found, key=lambda mark: mark.start))
