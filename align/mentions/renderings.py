"""Near-negations that each language has a plain word for: only, hanya; lack, kurang.

A cue that its plain word renders is accounted for, so it cannot answer a negation as well. Words
that take a plain word and a negation (prevent, mencegah agar tidak; still, masih belum) are not
here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from align.text import Language

_PAIRS: tuple[tuple[str, str], ...] = (
    (r"before", r"sebelum\w*|menjelang|pernah|di ?depan|di hadapan"),
    (r"only", r"hanya|cuma|saja|satu-satunya|baru"),
    (r"lack\w*|less", r"\w*kurang\w*|minim\w*|ketiadaan|lebih rendah|lebih sedikit"),
    (r"reject\w*|refus\w+|declin\w+|den(?:y|ies|ied|ying|ials?)|oppos\w+|against",
     r"\w*tolak\w*|menolak\w*|penolakan|\w*bantah\w*|menyangkal\w*|menampik\w*|menentang\w*|"
     r"oposisi|melawan|lawan|terhadap|enggan|menurun\w*|penurunan|menyusut|\w*tentang"),
    (r"stop\w*", r"berhenti|\w*henti\w*|stop"),
    (r"avoid\w*", r"\w*hindar\w*"),
    (r"until", r"hingga|sampai"),
    (r"few", r"beberapa|sedikit|segelintir|sejumlah"),
    (r"little", r"sedikit|kecil|agak"),
    (r"fail\w*", r"\w*gagal\w*"),
    (r"lost|loss", r"\w*hilang\w*|kalah|kekalahan|\w*rugi\w*"),
    (r"too", r"terlalu|juga|pun"),
    (r"recent\w*", r"baru-baru|terbaru|terakhir|belakangan|baru saja|akhir-akhir"),
    (r"soon|shortly", r"segera|sebentar|sesaat|secepat\w*"),
    (r"missing|gone|absen\w+", r"hilang|absen|lenyap|pergi"),
    (r"illegal\w*", r"ilegal"),
    (r"ban(?:s|ned)?|forbid\w*|prohibit\w*", r"\w*larang\w*|\w*cekal\w*"),
    (r"unless|except\w*|exclu\w+", r"kecuali|pengecualian|eksklusif"),
    (r"ignor\w+|neglect\w*", r"\w*abai\w*|\w*acuh\w*"),
    (r"doubt\w*", r"\w*ragu\w*"),
    (r"boycott\w*", r"\w*boikot\w*"),
    (r"rarely|seldom", r"jarang|langka"),
    (r"anonym\w+", r"anonim\w*"),
    (r"disqualif\w+", r"\w*diskualifikasi\w*"),
    (r"ill", r"sakit|penyakit"),
    (r"challenging", r"menantang|sulit"),
    (r"stranger\w*", r"asing"),
    (r"non\w*", r"non\w*"),
    (r"silent", r"diam|bisu|senyap|hening"),
    (r"ridicul\w*|absurd\w*", r"konyol|absurd|menggelikan"),
)
_COMPILED = tuple(
    {"en": re.compile(rf"\b(?:{english})\b", re.IGNORECASE),
     "id": re.compile(rf"\b(?:{indonesian})\b", re.IGNORECASE)}
    for english, indonesian in _PAIRS)


@lru_cache(maxsize=4096)
def _rows_of(word: str, language: Language) -> tuple[int, ...]:
    return tuple(row for row, pair in enumerate(_COMPILED) if pair[language].fullmatch(word))


def is_rendered(word: str, language: Language, other: str) -> bool:
    """Whether the text of the other language has the plain word for this cue."""
    opposite = "id" if language == "en" else "en"
    return any(_COMPILED[row][opposite].search(other) for row in _rows_of(word.lower(), language))
