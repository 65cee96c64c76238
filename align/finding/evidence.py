"""What speaks for an article being a rewrite's original: likenesses of openings, marks, dates."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from align.encoders import Vectors
from align.finding.marks import Marks, share
from align.store import lead_mean

_LEAD = 6  # sentences of a rewrite that an original must account for
_PAIRS = 3
_GRACE = 2  # days an original may be dated after its rewrite: time zones, and later updates


@dataclass(frozen=True, slots=True)
class Evidence:
    """Each is at most 1, more is better, except `late`. Cosines may be below 0."""

    whole: float  # cosine of the lead means of both openings
    rewrite_covered: float  # of the rewrite's lead, the mean best cosine in the candidate's opening
    opening_covered: float  # of the candidate's opening, the mean best cosine in the rewrite
    best_pairs: float  # mean cosine of the three best pairs of sentences, each used once
    late: float  # 1 if the candidate is dated after the rewrite
    names: float = 0.0  # weighted share of the rewrite's names that the candidate holds
    numbers: float = 0.0  # the same of its numbers


NAMES = tuple(field.name for field in fields(Evidence))


def from_openings(rewrite: Vectors, candidate: Vectors, rewritten: date | None,
                  published: date | None) -> Evidence:
    """What vectors and dates say, `names` and `numbers` still 0.

    Args:
        rewrite: unit vectors of the rewrite's first sentences, (m, d).
        candidate: unit vectors of the candidate's opening, (n, d).
    """
    likeness = rewrite @ candidate.T
    late = rewritten and published and (published - rewritten).days > _GRACE
    return Evidence(
        whole=_cosine(lead_mean(rewrite[:_LEAD]), lead_mean(candidate)),
        rewrite_covered=float(likeness[:_LEAD].max(axis=1).mean()),
        opening_covered=float(likeness.max(axis=0).mean()),
        best_pairs=_best_pairs(likeness),
        late=float(bool(late)))


def with_marks(known: Evidence, marks: Marks, words: frozenset[str]) -> Evidence:
    """Add what the folded words of the candidate's whole text say."""
    return replace(known, names=share(marks.names, words, nothing=0.0),
                   numbers=share(marks.numbers, words, nothing=0.5))


def table(found: list[Evidence]) -> npt.NDArray[np.float64]:
    """Evidence as rows, (len(found), len(NAMES))."""
    rows = [[getattr(one, name) for name in NAMES] for one in found]
    return np.array(rows, dtype=float).reshape(-1, len(NAMES))


def day(stated: str) -> date | None:
    """The day of an ISO 8601 date or time, None if there is none."""
    try:
        return date.fromisoformat(stated[:10])
    except ValueError:
        return None


def _cosine(one: Vectors, other: Vectors) -> float:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / max(lengths, 1e-9)


def _best_pairs(likeness: Vectors) -> float:
    """Greedy one-to-one: a sentence that is like everything counts once."""
    left = likeness.copy()
    best = []
    for _ in range(min(_PAIRS, *left.shape)):
        row, column = divmod(int(left.argmax()), left.shape[1])
        best.append(float(left[row, column]))
        left[row, :] = left[:, column] = -2.0
    return sum(best) / len(best)
