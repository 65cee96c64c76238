"""What training needs besides the network: sifted rows, word tables, the cut base.

It takes a minute or two, so it is kept in the output folder and read from there the next time.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from align.errors import InputError
from align.tagger.vocabulary import Vocabulary
from align.training.tagger.base import Base, cut, load_base
from align.training.tagger.corpus import Corpus, CorpusRow, load_corpus, more_text, without_loose
from align.training.tagger.lexis import Lexis, learn
from align.training.tagger.wordpieces import kept_rows, model_bytes
from align.writing import write_whole

PREPARED = "prepared.json.gz"
VOCABULARY = "vocabulary.model"


@dataclass(frozen=True, eq=False)
class Prepared:
    """The base cut to size with its vocabulary, rows to train on and held out, word tables."""

    base: Base
    vocabulary: Vocabulary
    train: tuple[CorpusRow, ...]
    held: tuple[CorpusRow, ...]
    lexis: Lexis


def prepare(data: Path, out: Path, base: str, layers: int, pieces: int) -> Prepared:
    """Prepare in `out`, or read what was prepared there before.

    Raises:
        InputError: no data, no base, or the folder holds something else's preparations.
    """
    signature = [str(data), base, layers, pieces]
    start = load_base(base)
    path = out / PREPARED
    if not path.exists():
        _make(data, out, start, pieces, signature)
    plain = _read(path)
    if plain["signature"] != signature:
        raise InputError(f"'{path}' was prepared from other data; name an empty folder.")
    small = cut(start, plain["rows"], min(layers, start.layers))
    return Prepared(small, Vocabulary((out / VOCABULARY).read_bytes()),
                    tuple(CorpusRow(*row) for row in plain["train"]),
                    tuple(CorpusRow(*row) for row in plain["held"]), _lexis(plain["lexis"]))


def _make(data: Path, out: Path, base: Base, pieces: int, signature: list[Any]) -> None:
    corpus = _sifted(load_corpus(data))
    rows = kept_rows(base.pieces, base.scores, _texts(corpus, data), min(pieces, len(base.pieces)))
    write_whole(out / VOCABULARY, model_bytes([base.pieces[row] for row in rows],
                                              [base.scores[row] for row in rows]))
    lexis = learn([(row.source, row.target) for row in corpus.train], corpus.lexicon, corpus.noisy)
    plain = {"signature": signature, "rows": rows, "train": [astuple(row) for row in corpus.train],
             "held": [astuple(row) for row in corpus.held], "lexis": _plain(lexis)}
    write_whole(out / PREPARED, gzip.compress(json.dumps(plain).encode(), 1))


def _sifted(corpus: Corpus) -> Corpus:
    if not any(row.automatic for row in corpus.train):
        return corpus
    from align.encoders import load

    return without_loose(corpus, load().encode)


def _texts(corpus: Corpus, data: Path) -> Iterator[str]:
    return chain((text for row in corpus.train for text in (row.source, row.target)),
                 (text for pair in corpus.lexicon for text in pair), more_text(data))


def _plain(lexis: Lexis) -> dict[str, Any]:
    return {"forward": lexis.forward, "backward": lexis.backward, "dictionary": lexis.dictionary,
            "thesaurus": {word: sorted(others) for word, others in lexis.thesaurus.items()},
            "seen_source": lexis.seen_source, "seen_target": lexis.seen_target}


def _lexis(plain: dict[str, Any]) -> Lexis:
    return Lexis(plain["forward"], plain["backward"],
                 {word: tuple(others) for word, others in plain["dictionary"].items()},
                 {word: frozenset(others) for word, others in plain["thesaurus"].items()},
                 plain["seen_source"], plain["seen_target"])


def _read(path: Path) -> dict[str, Any]:
    try:
        plain: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
        return plain
    except (OSError, EOFError, ValueError) as error:
        raise InputError(f"'{path}' is damaged ({error}); delete it to prepare anew.") from error
