"""Text -> how possible, necessary or certain it calls things: cues of modality, from tables.

A class is stated by few words and answered by many: "may" need not become "mungkin", it may become
"bisa", "berpotensi" or "dikhawatirkan".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from align.text import Language
from align.text.tokens import lower_words

_MODAL = {
    "en": {
        "possible": r"maybe|perhaps|possibly|(?-i:may)|might|could(?! not)",
        "necessary": r"must|ha(?:ve|s|d) to|(?:is|are|was|were) (?:required|obliged|forced) to|"
                     r"shall",
        "certain": r"certainly|definitely|surely|undoubtedly|for sure|(?:is|are|was|were) certain",
    },
    "id": {
        "possible": r"(?<!sering )(?<!cepat )(?<!baik )(?<!banyak )(?<!bagaimana )(?<!sedikit )"
                    r"(?<!rendah )(?<!tinggi )(?<!lama )(?<!dini )(?<!besar )(?<!kecil )"
                    r"(?<!tidak )(?<!tak )mungkin|"
                    r"barangkali|boleh jadi|bisa jadi",
        "necessary": r"harus|wajib|mesti|diwajibkan|diharuskan|mewajibkan|mengharuskan",
        "certain": r"pasti|tentu saja|niscaya|dipastikan|sudah tentu",
    },
}
_ANSWERS = {
    "en": {
        "possible": r"may|likely|probabl\w+|possib\w+|potential\w*|seem\w*|appear\w*|apparent\w*|"
                    r"suggest\w*|think\w*|thought|believ\w+|expect\w*|would|should|can|can't|cannot|"
                    r"unlikely|chances?|suspect\w*|if|guess|suppos\w*|hop\w+|wonder\w*|allegedly|bet|"
                    r"presum\w+|danger\w*|risk\w*|odds|any|impossible|as \w+ as|likelihood|ever|"
                    r"prospect\w*|whether|feasible|maybe|opportunit\w+|often|sometimes|"
                    r"estimat\w+|conceiv\w+|speculat\w*|fear\w*|plausibl\w+|or|suscept\w*|probab\w*|"
                    r"able|capable|enable\w*|doubt\w*|unthinkable|predict\w*|consider\w*|about|"
                    r"allow\w*|let|presumably|arguabl\w+|afraid",
        "necessary": r"should|need\w*|requir\w*|oblig\w*|mandat\w*|compuls\w*|force[ds]?|forcing|"
                     r"order\w*|demand\w*|call\w*|ought|essential|necess\w*|supposed|shall|got to|"
                     r"gotta|deserv\w*|urg\w*|forbid|let|insist\w*|want\w*|duty|duties|due|"
                     r"to \w+|made|makes?|making|needn't|advis\w*|compel\w*|wants?|responsib\w*|"
                     r"instruct\w*|condition\w*|recommend\w*|better|will|would|too|face\w*|facing",
        "certain": r"sure\w*|certain\w*|no doubt|of course|confirm\w*|clear\w*|bound to|"
                   r"inevitabl\w+|"
                   r"ensur\w*|guarant\w*|must|know\w*|exact\w*|definite\w*|precise\w*|uncertain\w*|"
                   r"assur\w*|evident\w*|obvious\w*|absolute\w*|make certain|confident|always|will|"
                   r"would|simpl\w+|determin\w*|verif\w*|unclear|surely|course|regular\w*|natural\w*|"
                   r"wonder\w*|figure\w*|identif\w*|whether|secure\w*|unsure|unknown|clinch\w*|"
                   r"check\w*|settle\w*|doubt\w*|has to|have to|declare\w*|insist\w*",
    },
    "id": {
        "possible": r"mungkin\w*|kemungkinan\w*|memungkinkan|dimungkinkan|bisa\w*|dapat\w*|"
                    r"barangkali|berpotensi|potensi\w*|berpeluang|peluang\w*|boleh\w*|mampu|kalau|"
                    r"agaknya|tampaknya|kiranya|sekiranya|sepertinya|diduga|dugaan|"
                    r"diperkirakan|perkiraan|dikhawatirkan|jika|bila|apabila|entah|rasanya|"
                    r"kadang\w*|diyakini|sanggup|rawan|rentan|berisiko|konon|apa pun|apapun|"
                    r"siapa pun|"
                    r"semoga|andai\w*|seandainya|nyaris|hampir|semestinya|seharusnya|agar|supaya|"
                    r"bukan tidak|sempat|sulit|terancam|diancam",
        "necessary": r"harus\w*|keharusan|wajib|kewajiban|mewajibkan|diwajibkan|perlu|memerlukan|"
                     r"diperlukan|mesti\w*|semestinya|seharusnya|sepatutnya|terpaksa|dipaksa|memaksa|"
                     r"butuh|membutuhkan|dibutuhkan|diharuskan|mengharuskan|diminta|pasti|hendaknya|"
                     r"tentu|jangan|dituntut|harap\w*|hendaklah|disyaratkan|mensyaratkan|akan|agar|"
                     r"layak|patut|sebaiknya|dianjurkan|dilarang|cukup|tidak boleh|tak boleh|"
                     r"ditugaskan|diperintahkan|mau tidak mau|bakal|tinggal|berkewajiban|berhak",
        "certain": r"pasti\w*|tentu\w*|niscaya|memastikan|dipastikan|jelas\w*|yakin|sudah|memang|"
                   r"benar-benar|sungguh|diragukan|ragu|keraguan|kepastian|harus|akan|meyakini",
    },
}


class Cue(NamedTuple):
    """A word at `text[start:end]` that states the modal class `name`."""

    name: str
    start: int
    end: int


def _compile(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in table.items()}


_STATING = {language: _compile(table) for language, table in _MODAL.items()}
_ANSWERING = {language: _compile(table) for language, table in _ANSWERS.items()}


@lru_cache(maxsize=4096)
def read_modality(text: str, language: Language) -> tuple[Cue, ...]:
    """All words of a text in that language that state a modal class, in order."""
    found = [Cue(name, *match.span())
             for name, pattern in _STATING[language].items() for match in pattern.finditer(text)]
    return tuple(sorted(found, key=lambda cue: cue.start))


def answers(text: str, language: Language, name: str) -> bool:
    """Whether any word of the text could render that modal class."""
    return (_ANSWERING[language][name].search(text) is not None
            or _STATING[language][name].search(text) is not None)


# Single modal verbs: what each may become. A pair outside this is seen in under three of a hundred
# clean pairs that have one modal on either side.
_VERBS = {
    "en": {"may": r"(?-i:may|might)", "can": r"can|can't|cannot", "could": r"could|couldn't",
           "must": r"must|ha(?:ve|s|d) to", "should": r"should|shouldn't|ought to",
           "will": r"will|won't|shall", "would": r"would|wouldn't"},
    "id": {"bisa": r"bisa|dapat|mampu|sanggup", "harus": r"harus|wajib|mesti|diwajibkan|diharuskan",
           "mungkin": r"(?<!tidak )(?<!tak )mungkin|barangkali|boleh jadi|bisa jadi",
           "sebaiknya": r"sebaiknya|seharusnya|semestinya|hendaknya|sepatutnya|selayaknya|"
                        r"dianjurkan|disarankan",
           "akan": r"akan|bakal", "boleh": r"boleh", "perlu": r"perlu"},
}
FAIR_VERBS = {
    "may": "mungkin bisa boleh", "can": "bisa boleh mungkin sebaiknya perlu",
    "could": "bisa mungkin boleh", "must": "harus perlu sebaiknya",
    "should": "harus sebaiknya perlu", "will": "akan bisa perlu",
    "would": "akan bisa mungkin sebaiknya perlu boleh",
}
_VERB = {language: _compile(table) for language, table in _VERBS.items()}
_MODAL_WORDS = frozenset((
    "may", "might", "can", "can't", "cannot", "could", "couldn't", "must", "have", "has", "had",
    "should", "shouldn't", "ought", "will", "won't", "shall", "would", "wouldn't"))
DONE = re.compile(r"\b(?:telah|sudah)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_modal_verbs(text: str, language: Language) -> tuple[Cue, ...]:
    """All modal verbs of a text, in order: keys of FAIR_VERBS, or their renderings."""
    if language == "en" and _MODAL_WORDS.isdisjoint(lower_words(text)):
        return ()
    found = [Cue(name, *match.span())
             for name, pattern in _VERB[language].items() for match in pattern.finditer(text)]
    return tuple(sorted(found, key=lambda cue: cue.start))
