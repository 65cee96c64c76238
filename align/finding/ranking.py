"""Which articles of a store a rewrite may have been made from, best first.

Three steps, each dearer and on fewer. A shortlist: the nearest lead means (a rewrite keeps its
original's lead, if not in order), and the articles that share its rarest names and numbers. Their
openings are compared sentence by sentence. The best are read for names and numbers, and a logistic
model makes of their `Evidence` a probability.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder, Vectors
from align.finding.evidence import NAMES, Evidence, day, from_openings, table, with_marks
from align.finding.marks import marks
from align.finding.openings import ASKED, STORED, opening
from align.model import Article
from align.store import Store, fingerprint, lead_mean
from align.text.folding import index_words

NEAREST = 80  # on the shortlist by vectors
SHARING = 40  # by names and numbers
READ = 24  # read in whole
_RARE = 12  # words asked for

# Fitted by `selaras train finding` on every second of 411 rewrites among 18,554 articles, but for
# `late`, which is set by hand.
WEIGHTS = {"whole": 2.6, "rewrite_covered": 3.4, "opening_covered": 4.1, "best_pairs": 3.9,
           "late": -2.0, "names": 2.5, "numbers": 1.2}
BIAS = -10.2


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article of the store, the probability that it is the original, and why."""

    id: int
    score: float
    evidence: Evidence


def rank(rewrite: Article, store: Store, encoder: Encoder, *,
         without: Iterable[int] = ()) -> list[Ranked]:
    """The best of the shortlist for a rewrite, best first.

    Articles in the rewrite's own language are not considered, unless all are, nor is the rewrite
    itself.

    Args:
        without: ids of further articles to leave out.

    Raises:
        InputError: the store is of another encoder.
    """
    store.demand_encoder(encoder.signature)
    sentences = opening(rewrite, ASKED)
    vectors = encoder.encode(sentences)
    said = marks(sentences, len(store), store.frequency)
    barred = _barred(rewrite, store) | set(without)
    ids = _nearest(lead_mean(vectors[:STORED]), store, encoder.dimension, barred)
    ids += (one for one in store.with_words(said.rarest(_RARE), SHARING) if one not in barred)
    best = _compared(vectors, rewrite, list(dict.fromkeys(ids)), store)[:READ]
    read = [with_marks(one.evidence, said, frozenset(index_words(store.article(one.id).text)))
            for one in best]
    return _ordered([one.id for one in best], read)


def _barred(rewrite: Article, store: Store) -> set[int]:
    own = set(store.with_text(fingerprint(rewrite)))
    alike = store.in_language(rewrite.language) if rewrite.language else frozenset()
    return own | alike if len(own | alike) < len(store) else own


def probabilities(found: Sequence[Evidence]) -> npt.NDArray[np.float64]:
    """The logistic model over evidence, (len(found),)."""
    logits = table(list(found)) @ np.array([WEIGHTS[name] for name in NAMES]) + BIAS
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def _compared(rewrite: Vectors, article: Article, ids: list[int], store: Store) -> list[Ranked]:
    rewritten = day(article.published)
    openings = store.openings(ids, rewrite.shape[1])
    found = [from_openings(rewrite, candidate, rewritten, day(published))
             for candidate, published in zip(openings, map(store.published, ids), strict=True)]
    return _ordered(ids, found)


def _ordered(ids: list[int], found: list[Evidence]) -> list[Ranked]:
    scores = map(float, probabilities(found))
    ranked = [Ranked(*one) for one in zip(ids, scores, found, strict=True)]
    return sorted(ranked, key=lambda one: (-one.score, one.id))


def _nearest(mean: Vectors, store: Store, dimension: int, barred: set[int]) -> list[int]:
    """Ids of the nearest lead means, block by block: one product each."""
    ids: list[npt.NDArray[np.int64]] = []
    likes: list[Vectors] = []
    for first, lengths, rows in store.means(dimension):
        ids.append(np.arange(first, first + len(rows)))
        scaled = np.maximum(lengths, 1.0, dtype=np.float32)
        likes.append(np.asarray(rows.astype(np.float32) @ mean / scaled, dtype=np.float32))
    if not ids:
        return []
    every, like = np.concatenate(ids), np.concatenate(likes)
    if barred:
        like[np.isin(every, list(barred))] = -np.inf
    best = np.argpartition(-like, min(NEAREST, len(like) - 1))[:NEAREST]
    best = best[np.lexsort((every[best], -like[best]))]
    return [int(every[n]) for n in best if np.isfinite(like[n])]
