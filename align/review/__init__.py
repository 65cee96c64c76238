"""What reviewers decided, kept as events; and the page's loopback server.

`events` are the lines, `journal` the files they stand in, `fold` what they amount to, `standing`
what became of them after a re-check, `folder` where they lie.
"""

from __future__ import annotations

from align.review.events import Event
from align.review.fold import Judgement, Opinion, fold, joint, pair_verdicts, verdict_of_pair
from align.review.folder import decided, load_review, pair_name, reviews_in
from align.review.journal import Journal, NotSavedError, append, read

__all__ = [
    "Event", "Journal", "Judgement", "NotSavedError", "Opinion", "append", "decided", "fold",
    "joint", "load_review", "pair_name", "pair_verdicts", "read", "reviews_in", "verdict_of_pair",
]
