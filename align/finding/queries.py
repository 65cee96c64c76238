"""Search queries from a rewrite, without translation software: names, English by the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from align.finding.evidence import day
from align.finding.openings import opening
from align.mentions.names import read_names
from align.model import Article

_SENTENCES = 6
_OWN = ("reuters", "kompas", "detik", "antara", "tempo", "afp", "cnn")  # sources, not subjects


def names(rewrite: Article, most: int) -> list[str]:
    """English names of a rewrite's opening, the most often named first.

    Names that follow one another are one ("John Matze"); a name that is part of a longer one
    counts with it.
    """
    counts: Counter[str] = Counter()
    for sentence in opening(rewrite, _SENTENCES):
        counts.update(_joined(sentence))
    full: Counter[str] = Counter()
    for name in sorted(counts, key=len, reverse=True):
        whole = next((other for other in full if name in other.split()), name)
        full[whole] += counts[name]
    return [name for name, _ in full.most_common() if name.lower() not in _OWN][:most]


def window(rewrite: Article, days: int) -> tuple[date, date] | None:
    """The days in which the original was published, if the rewrite states its own."""
    published = day(rewrite.published)
    return (published - timedelta(days=days), published + timedelta(days=1)) if published else None


def phrase(words: Sequence[str]) -> str:
    """Names as a query: those of several words in quotation marks."""
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def _joined(sentence: str) -> list[str]:
    found: list[str] = []
    end = -1
    for name in read_names(sentence, "id"):
        english = name.exonyms[0].english if name.exonyms else name.text
        if found and name.start == end + 1 and sentence[end] == " ":
            found[-1] += f" {english}"
        else:
            found.append(english)
        end = name.end
    return found
