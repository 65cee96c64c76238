"""How well sentences are found: boundary F1 on documents whose sentences are known.

The documents' rows, one sentence each, are joined to running text: the first row is the headline on
its own line, the others follow it with a space between. A boundary is the number of characters,
white space left out, that stand before it; those between two sentences are compared, headline's
included, those at a document's ends are not. So spaces around quotation marks cannot matter.

F1 is micro-averaged over all documents. 1.0 cannot be reached: some rows end without any
punctuation (`unmarked`), and some hold two sentences, whose inner boundary counts as wrong.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from align.bench.tables import read_documents
from align.model import Article
from align.sentences import segment

Splitter = Callable[[str, str], Iterable[str]]
_STOPS = ".!?…"
_CLOSERS = "\"'“”„«»‘’)]}"


@dataclass(frozen=True, slots=True)
class BoundaryScore:
    """One splitter on one language: counts of boundaries, and the seconds of processor time.

    `marked` of the `gold` boundaries follow a stop; the others no splitter can see.
    """

    splitter: str
    language: str
    right: int
    proposed: int
    gold: int
    marked: int
    seconds: float

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0..1."""
        return 2 * self.right / (self.proposed + self.gold) if self.proposed + self.gold else 0.0

    @property
    def ceiling(self) -> float:
        """The F1 of finding exactly the boundaries that punctuation marks."""
        return 2 * self.marked / (self.marked + self.gold) if self.marked + self.gold else 0.0

    @property
    def speed(self) -> float:
        """Sentences a second."""
        return (self.proposed + 1) / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class SentenceBench:
    """Scores on one file: for each language ours first, then the bare libraries."""

    path: str
    documents: int
    rows: int
    scores: tuple[BoundaryScore, ...]


def measure(path: str | Path, languages: tuple[str, str] = ("en", "id"),
            splitters: dict[str, Splitter] | None = None, *,
            documents: slice = slice(None)) -> SentenceBench:
    """Measure splitters on a table of documents.

    Args:
        path: TSV, also gzipped, with the header `doc source target`: one sentence pair a row,
            a document's rows in order and together.
        languages: of the source and the target column.
        splitters: by name; `(text, language) -> sentences`. Ours and the installed libraries
            if not given.
        documents: which of the documents, in file order: `slice(0, None, 2)` is every other.

    Raises:
        InputError: the file is missing, not such a table, or empty.
    """
    chosen = list(read_documents(Path(path)).values())[documents]
    if splitters is None:
        splitters = available()
    scores = []
    for column, language in enumerate(languages):
        sides = [[row[column] for row in rows if row[column]] for rows in chosen]
        for name, splitter in splitters.items():
            scores.append(_score(name, splitter, language, sides))
    return SentenceBench(str(path), len(chosen), sum(map(len, chosen)), tuple(scores))


def available() -> dict[str, Splitter]:
    """Ours, and those of the libraries `sentencex` and `yasbd-lib` that are installed."""
    bare = {"sentencex": ("sentencex", _sentencex), "yasbd-lib": ("yasbd", _yasbd)}
    found = {name: run for name, (module, run) in bare.items() if find_spec(module)}
    return {"selaras": _ours, **found}


def boundaries(sentences: Iterable[str]) -> set[int]:
    """The inner boundaries of a text so divided, counted in characters without white space."""
    lengths = [length for length in (len("".join(part.split())) for part in sentences) if length]
    return set(accumulate(lengths[:-1]))


def _score(name: str, splitter: Splitter, language: str,
           documents: Sequence[Sequence[str]]) -> BoundaryScore:
    right = proposed = gold = marked = 0
    seconds = 0.0
    for rows in documents:
        text = "\n\n".join(filter(None, (rows[0], " ".join(rows[1:])))) if rows else ""
        begun = time.process_time()
        found = list(splitter(text, language))
        seconds += time.process_time() - begun
        wanted, got = boundaries(rows), boundaries(found)
        right, proposed, gold = right + len(wanted & got), proposed + len(got), gold + len(wanted)
        marked += bool(rows[1:]) + sum(_ends_marked(row) for row in rows[1:-1])
    return BoundaryScore(name, language, right, proposed, gold, marked, seconds)


def _ends_marked(row: str) -> bool:
    return row.rstrip(_CLOSERS + " ")[-1:] in tuple(_STOPS)


def _ours(text: str, language: str) -> Iterable[str]:
    title = text.partition("\n")[0]
    article = segment(Article(title=title, text=text, language=language))
    return [sentence.text for sentence in article.sentences]


def _sentencex(text: str, language: str) -> Iterable[str]:
    import sentencex

    sentences: list[str] = sentencex.segment(language, text)
    return sentences


def _yasbd(text: str, language: str) -> Iterable[str]:
    import yasbd

    known = language if language in yasbd.get_supported_langs() else "en"
    sentences: Iterable[str] = yasbd.BoundaryDetector(known).segment(text)
    return sentences
