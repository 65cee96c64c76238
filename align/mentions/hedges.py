"""Text -> its hedges: words that bound or blur a number, and words that mark mere allegation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from align.text import Language

Bound = Literal["floor", "ceiling", "more", "less", "nearly", "about", "exact", "reach"]

# Immediately before a number, in order: the first that fits wins.
_BEFORE: dict[Language, tuple[tuple[Bound, str], ...]] = {
    "en": (
        ("floor", r"at least|a minimum of|not less than|no less than|no fewer than|minimum"),
        ("ceiling", r"at most|up to|as (?:much|many|high) as|"
                    r"(?:no|not)(?: be)? (?:more|longer|greater|higher|later) than|"
                    r"a maximum of|maximum|at the most|capped at"),
        ("more", r"(?:slightly |just |well |a little )?(?:more than|over|above|exceed(?:s|ed|ing)?|"
                 r"in excess of|upwards of|greater than|topped|surpass(?:ed|ing))"),
        ("less", r"(?:slightly |just |well |a little |far )?(?:less than|fewer than|under|below|"
                 r"lower than|short of)"),
        ("nearly", r"nearly|almost|close to|just shy of|approaching|near|virtually"),
        ("about", r"about|around|approximately|roughly|some|an estimated|estimated|circa|or so|"
                  r"in the region of|more or less"),
    ),
    "id": (
        ("floor", r"setidaknya|setidak-tidaknya|sedikitnya|paling tidak|paling sedikit|"
                  r"sekurang-kurangnya|sekurangnya|minimal|minimum|tidak kurang dari|"
                  r"tak kurang dari|paling kurang"),
        ("ceiling", r"hingga|sampai|paling banyak|maksimal|maksimum|sebanyak-banyaknya|"
                    r"tidak lebih dari|tak lebih dari|sampai dengan|"
                    r"selama-lamanya|paling lama|paling tinggi"),
        ("more", r"(?:sedikit |jauh )?"
                 r"(?:lebih dari|(?:di|ke) ?atas|melebihi|melampaui|lebih besar dari|"
                 r"lebih banyak dari|lebih tinggi dari|lebih)"),
        ("less", r"(?:sedikit |jauh )?"
                 r"(?:kurang dari|(?:di|ke) ?bawah|lebih sedikit dari|lebih kecil dari|"
                 r"lebih rendah dari|tidak sampai|tak sampai|belum sampai)"),
        ("nearly", r"hampir|nyaris|mendekati|menjelang|hampir mencapai"),
        ("about", r"sekitar|kira-kira|kurang lebih|diperkirakan|lebih kurang|perkiraan|berkisar|"
                  r"kisaran|taksiran|ditaksir"),
        ("exact", r"tepat|persis|pas|genap"),
        # Says how much without a bound, but may render "as many as".
        ("reach", r"sebanyak|mencapai|setinggi|sebesar"),
    ),
}
_FILL = {"en": r"(?:\s+(?:the|a|an|another|its|their|his|her|than|US|USD|Rp|for|by))*\s*[$£€]?$",
         "id": r"(?:\s+(?:dari|sebesar|sebanyak|mencapai|senilai|USD|Rp|angka|pukul|usia|untuk|"
               r"lainnya|sejumlah|selama|ke))*\s*[$£€]?$"}
_AFTER: dict[Language, tuple[tuple[Bound, str], ...]] = {
    "en": (("more", r"\s*(?:plus(?! \w)|and over|and above|or older|and older|or over)\b|\+"),
           ("less", r"\s*(?:or less|or fewer|or under|or younger|and under)\b"),
           ("about", r"\s*(?:or so|-odd)\b")),
    "id": (("more", r"(?:\s+\w+){0,2}\s+(?:atau lebih|lebih|ke atas)\b|\+"),
           ("less", r"(?:\s+\w+){0,2}\s+(?:atau kurang|ke bawah)\b"),
           ("about", r"(?:\s+\w+){0,2}\s+(?:atau lebih|-?an\b)|-an\b")),
}


class Hedge(NamedTuple):
    """What bounds a number, at `text[start:end]`."""

    bound: Bound
    start: int
    end: int


def _compiled(table: dict[Language, tuple[tuple[Bound, str], ...]], before: bool
              ) -> dict[Language, re.Pattern[str]]:
    patterns: dict[Language, re.Pattern[str]] = {}
    for language, rows in table.items():
        body = "|".join(f"(?P<{bound}>{words})" for bound, words in rows)
        patterns[language] = re.compile(
            rf"\b(?:{body}){_FILL[language]}" if before else rf"(?:{body})", re.IGNORECASE)
    return patterns


_FRONT, _BACK = _compiled(_BEFORE, True), _compiled(_AFTER, False)
_ANYWHERE = {
    language: re.compile(
        rf"\b(?:{'|'.join(f'(?P<{bound}>{words})' for bound, words in rows)})\b", re.IGNORECASE)
    for language, rows in _BEFORE.items()
}
WINDOW = 44  # characters before a number in which its hedge must end


# "over" behind these is a part of the verb, "about" says of what.
_OVER = re.compile(r"\b(?:hand|turn|t[ao]ke|took|g[io]ve|gave|pass|pull|w[io]n|carr[yi]|pa[yi]|"
                   r"sign|bring|brought|all|victor|triumph|lead|led|rul|r[ua]n|go|went|c[ao]me|"
                   r"argu|fight|fought|disput|tak)\w*(?: it| them| him| her)?\s+$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:ask|talk|sp[eo]ke?|sa[yi]|think|thought|kn[eo]w|hear|complain|worr|"
                    r"t[eo]l|learn|wr[io]te?|question|concern|stor|inform|warn|joke|argu|doubt|detail|"
                    r"all|car|forg[eo]t|read|song|book|film|movie|report|clear)\w*\s+$",
                    re.IGNORECASE)
_LASTING = re.compile(r"[\s-]*(?:second|minute|hour|day|night|week|weekend|month|year|season|"
                      r"decade)s?\b(?! (?:old|ago|earlier|later))", re.IGNORECASE)


def _is_preposition(text: str, start: int, end: int, after: int) -> bool:
    """Whether "over" or "about" is no hedge: handed over 254, over four days, asked about five.

    Args:
        start: where the word begins; `end` where it ends; `after` where its number ends.
    """
    word, before = text[start:end].lower(), text[max(0, start - 24):start]
    if word == "over":
        return _OVER.search(before) is not None or _LASTING.match(text, after) is not None
    return word == "about" and _ABOUT.search(before) is not None


@lru_cache(maxsize=4096)
def hedge_of(text: str, start: int, end: int, language: Language) -> Hedge | None:
    """The hedge of the number at `text[start:end]`, or None."""
    first = max(0, start - WINDOW)
    match = _FRONT[language].search(text[first:start])
    if match and match.lastgroup and not (language == "en" and _is_preposition(
            text, first + match.start(match.lastgroup), first + match.end(match.lastgroup), end)):
        at, stop = match.span(match.lastgroup)
        return Hedge(match.lastgroup, first + at, first + stop)  # type: ignore[arg-type]
    match = _BACK[language].match(text, end)
    if match and match.lastgroup:
        start = match.end() - len(match.group().lstrip())
        return Hedge(match.lastgroup, start, match.end())  # type: ignore[arg-type]
    return None


@lru_cache(maxsize=4096)
def bounds_in(text: str, language: Language) -> frozenset[Bound]:
    """The bounds that occur anywhere in a text, beside a number or not."""
    return frozenset(match.lastgroup for match in _ANYWHERE[language].finditer(text)  # type: ignore[misc]
                     if match.lastgroup)


ALLEGED = {
    "en": re.compile(r"\b(?:alleged|allegedly|alleges?|purported|purportedly|reportedly|suspected|"
                     r"supposedly|apparently|(?:is|are|was|were) (?:believed|thought) to)\b",
                     re.IGNORECASE),
    "id": re.compile(r"\b(?:\w*duga\w*|\w*tuduh\w*|\w*sangka\w*|konon|kabarnya|dilaporkan|"
                     r"dikabarkan|disebut\w*|katanya|diyakini|diklaim|klaim|mengklaim|dakwa\w*|"
                     r"terdakwa|didakwa|kecurigaan|dicurigai|mencurigai|curiga|laporan|"
                     r"menurut|mengaku|rumor|isu|konon|gugat\w*|menggugat|tudingan|dituding|menuding|"
                     r"mengatakan|kata|menyebut|seolah\w*|diisukan|disinyalir|ditengarai|dikatakan|"
                     r"melaporkan|dianggap|terlapor|tampak\w*|rupanya|agaknya|kelihatan\w*|terlihat|"
                     r"sepertinya|kiranya|mungkin|kemungkinan|diperkirakan|perkiraan|percaya|"
                     r"dipercaya|rasanya|kesan\w*|terkesan|ternyata|nampak\w*|yakin|meyakini|dikira)\b",
                     re.IGNORECASE),
}
