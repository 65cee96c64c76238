"""What speaks for an article being a rewrite's original: likenesses of openings, marks, dates."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from datetime import date

import numpy as np
import numpy.typing as npt

from align.encoders import Vectors
from align.finding.marks import Marks, share

_LEAD = 6  # sentences of a rewrite that an original must account for
_PAIRS = 3
_GRACE = 2  # days an original may be dated after its rewrite: time zones, and later updates


@dataclass(frozen=True, slots=True)
class Evidence:
    """Each is between 0 and 1 (cosines may be below 0), more is better, except `late`."""

    whole: float  # cosine of the mean vectors of both openings
    rewrite_covered: float  # of the rewrite's lead, the mean best cosine in the candidate's opening
    opening_covered: float  # of the candidate's opening, the mean best cosine in the rewrite
    best_pairs: float  # mean cosine of the three best pairs of sentences, each used once
    names: float  # weighted share of the rewrite's names that the candidate holds
    numbers: float  # the same of its numbers
    late: float  # 1 if the candidate is dated after the rewrite


NAMES = tuple(field.name for field in fields(Evidence))


def evidence(rewrite: Vectors, candidate: Vectors, marks: Marks, words: frozenset[str],
             rewritten: date | None, published: date | None) -> Evidence:
    """Weigh one candidate.

    Args:
        rewrite: unit vectors of the rewrite's first sentences, (m, d).
        candidate: unit vectors of the candidate's opening, (n, d).
        words: folded words of the candidate's whole text.
    """
    likeness = rewrite @ candidate.T
    late = rewritten and published and (published - rewritten).days > _GRACE
    return Evidence(
        whole=float(_mean(rewrite[:len(candidate)]) @ _mean(candidate)),
        rewrite_covered=float(likeness[:_LEAD].max(axis=1).mean()),
        opening_covered=float(likeness.max(axis=0).mean()),
        best_pairs=_best_pairs(likeness),
        names=share(marks.names, words, nothing=0.0),
        numbers=share(marks.numbers, words, nothing=0.5),
        late=float(bool(late)))


def table(found: list[Evidence]) -> npt.NDArray[np.float64]:
    """Evidence as rows, (len(found), len(NAMES))."""
    return np.array([astuple(one) for one in found], dtype=float).reshape(-1, len(NAMES))


def day(stated: str) -> date | None:
    """The day of an ISO 8601 date or time, None if there is none."""
    try:
        return date.fromisoformat(stated[:10])
    except ValueError:
        return None


def _mean(vectors: Vectors) -> Vectors:
    mean = vectors.mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)


def _best_pairs(likeness: Vectors) -> float:
    """Greedy one-to-one: a sentence that is like everything counts once."""
    left = likeness.copy()
    best = []
    for _ in range(min(_PAIRS, *left.shape)):
        row, column = np.unravel_index(int(left.argmax()), left.shape)
        best.append(float(left[row, column]))
        left[row, :] = left[:, column] = -2.0
    return sum(best) / len(best)
