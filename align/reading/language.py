"""Which language an article is in: English, Indonesian (with Malay), or another.

Counts the commonest function words of each language, after Cavnar and Trenkle's observation that
they alone decide for running text. A page that declares its language is believed only where the
words do not decide, since Indonesian sites often declare English.
"""

from __future__ import annotations

import re
from collections import Counter

_WORDS = {
    "en": "the of and to in that is was for on with as his he at by from they it said be have has "
          "were are which who its their not an this but had will would been after she her or",
    "id": "yang dan di dari dengan untuk pada ini itu dalam tidak akan oleh telah kepada sebagai "
          "juga mereka bahwa dia atas para kata karena oleh tersebut adalah ada lebih bisa saat "
          "kami kita ia sudah antara namun setelah hari ke tak belum masih hingga dapat daripada",
    "nl": "de het een van en dat op te zijn voor niet met aan er om ook als werd hij maar naar "
          "door bij heeft uit nog wordt worden deze",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es "
          "an werden aus er hat dass sie nach wird bei",
    "fr": "le la les des et en un une du que est pour qui dans par sur au plus ne pas avec ce il "
          "sont aux été ses cette mais",
    "es": "el la los las de que y en un una del se por con no para es al lo como más pero sus le "
          "ha fue este su sobre",
    "pt": "o os as de que e do da em um uma para com não por mais dos das no na ao se foi como "
          "mas pelo pela seu sua são",
    "it": "il lo gli le di che e un una per con non del della dei nel alla sono da si ha più come "
          "anche questo dal",
    "tl": "ang ng sa mga na ay at si ni kay para hindi ito siya niya nang ito sila nila kung ang",
}
_TABLE = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")), ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")), ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")), ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")), ("el", re.compile("[\u0370-\u03ff]")),
)
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 8_000  # code points looked at
_SHARE = 0.06     # of all words: running text of any of these languages has far more
_MALAY = ("ms", "zsm", "zlm", "in", "ind", "may", "msa")


def language(text: str, declared: str = "") -> str:
    """The ISO 639-1 code of the text's language, "" if neither words nor page tell."""
    sample = text[:_ENOUGH].lower()
    words = _WORD.findall(sample)
    declared = _plain(declared)
    if sample and max(sample) >= "\u0370":
        letters = max(1, sum(map(str.isalpha, sample)))
        for code, script in _SCRIPTS:
            if len(script.findall(sample)) > 0.3 * letters:
                return code
    found = Counter(words)
    counts = {code: sum(found[word] for word in table) for code, table in _TABLE.items()}
    best = max(counts, key=lambda code: counts[code])
    if words and counts[best] >= max(1, _SHARE * len(words)):
        rivals = [code for code in counts if counts[code] == counts[best]]
        return declared if declared in rivals else best
    return declared


def _plain(code: str) -> str:
    """"en-US", "en_GB" and "eng" to "en"; the codes of Malay and old Indonesian to "id"."""
    code = re.split("[-_]", code.strip().lower())[0]
    if code in _MALAY:
        return "id"
    if code == "eng":
        return "en"
    return code if re.fullmatch("[a-z]{2,3}", code) else ""
