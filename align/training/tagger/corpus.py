"""Parallel data for training: read, split by document, cleaned of bad links.

Held out whole, so that every measurement is of documents no part of training has seen: NTREX
documents 41 to 60 in order of first appearance, and Global Voices of 2014.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from align.bench.tables import ENTRIES, read_table
from align.encoders import Vectors
from align.errors import InputError

LEXICON = "lexicon_en_id.tsv.gz"
CLEAN = ("freedict", "tico", "cldr", "iso_codes")  # lexicon sources free of noise
# News first, and professional pairs before automatic links, whose gaps are nobody's errors.
WEIGHTS = {"ntrex_dev": 14.0, "globalvoices_links": 1.0, "geovedi": 0.8, "tico19": 1.5,
           "tatoeba": 0.7, "debian_handbook": 0.15, "debian_reference": 0.1}
TESTED = slice(40, 60)  # NTREX documents that only measure


@dataclass(frozen=True, slots=True)
class CorpusRow:
    """One aligned pair, its document, how often training draws it, and if links are automatic."""

    document: str
    source: str
    target: str
    weight: float
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Corpus:
    """Rows to train on, rows held out, and the lexicon's (source, target) entries, clean or not."""

    train: tuple[CorpusRow, ...]
    held: tuple[CorpusRow, ...]
    lexicon: tuple[tuple[str, str], ...]
    noisy: tuple[tuple[str, str], ...]


def load_corpus(data: Path) -> Corpus:
    """Read a folder of gzip TSV tables (`doc source target`), or one such table.

    Raises:
        InputError: there is no table, or one of another shape.
    """
    paths = sorted(data.glob("*.tsv*")) if data.is_dir() else [data]
    tables = [path for path in paths if path.name != LEXICON]
    if not tables or not all(path.is_file() for path in tables):
        raise InputError(f"'{data}' holds no tables; name a folder of .tsv.gz files "
                         "with the columns doc, source, target.")
    train: list[CorpusRow] = []
    held: list[CorpusRow] = []
    for path in tables:
        rows = [row for row in _rows(path) if is_clean(row.source, row.target)]
        apart = _held_documents(path.name.partition(".")[0], rows)
        train.extend(row for row in rows if row.document not in apart)
        held.extend(row for row in rows if row.document in apart)
    lexicon = data / LEXICON if data.is_dir() else data.with_name(LEXICON)
    entries = [(row[0], row[1], any(name in row[2] for name in CLEAN))
               for row in read_table(lexicon, ENTRIES)] if lexicon.exists() else []
    return Corpus(tuple(train), tuple(held), tuple((s, t) for s, t, clean in entries if clean),
                  tuple((s, t) for s, t, clean in entries if not clean))


LOOSE = 0.35  # share of the loosest automatic links that are left out
AUTOMATIC = "globalvoices"


def without_loose(corpus: Corpus, encode: Callable[[Sequence[str]], Vectors]) -> Corpus:
    """The corpus less the automatic links whose two sides are least alike by an encoder.

    What a free translation leaves out or puts in would teach the network that gaps are fine.
    """
    linked = [row for row in corpus.train if row.automatic]
    if not linked:
        return corpus
    likeness = np.sum(encode([row.source for row in linked])
                      * encode([row.target for row in linked]), axis=1)
    floor = np.quantile(likeness, LOOSE)
    tight = iter(likeness >= floor)
    return replace(corpus, train=tuple(row for row in corpus.train
                                       if not row.automatic or next(tight)))


def more_text(data: Path) -> Iterator[str]:
    """Texts of the folder's `*articles.jsonl.gz`, each fifth: they only widen the vocabulary."""
    for path in sorted(data.glob("*articles.jsonl.gz")) if data.is_dir() else []:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number % 5 == 0:
                    yield str(json.loads(line).get("text", ""))


def _held_documents(name: str, rows: Sequence[CorpusRow]) -> frozenset[str]:
    documents = list(dict.fromkeys(row.document for row in rows))
    if name.startswith("ntrex"):
        return frozenset(documents[TESTED])
    if name.startswith("globalvoices"):
        return frozenset(name for name in documents if name.startswith("2014"))
    return frozenset()


def is_clean(source: str, target: str) -> bool:
    """Whether two texts can be translations by their looks: length, ratio, not the same text."""
    long, short = max(len(source), len(target)), min(len(source), len(target))
    return short >= 8 and long <= 420 and long <= 1.9 * short + 12 and source != target


def _rows(path: Path) -> Iterator[CorpusRow]:
    name = path.name.partition(".")[0]
    weight = WEIGHTS.get(name, 1.0)
    for document, source, target in read_table(path):
        yield CorpusRow(document, source, target, weight, name.startswith(AUTOMATIC))
