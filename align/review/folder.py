"""The decisions on the reviews of a folder.

They lie in `decisions/` beside the `review.json` they are about, so that they move with it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from align.errors import InputError, SchemaError
from align.model import Review
from align.review import journal
from align.review.fold import PairVerdict, fold, joint
from align.review.links import linked
from align.serial import loads

REVIEW = "review.json"


def reviews_in(folder: Path) -> tuple[Path, ...]:
    """The folders of all reviews at or below a folder, in alphabetical order.

    Raises:
        InputError: it is no folder, or holds no review.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder; name one that 'selaras check' wrote.")
    found = tuple(sorted(path.parent for path in folder.rglob(REVIEW)))
    if not found:
        raise InputError(f"There is no {REVIEW} in {folder}; run 'selaras check' with "
                         f"-o {folder} first.")
    return found


def load_review(folder: Path) -> Review:
    """The review in a folder.

    Raises:
        SchemaError: it is not one; the message names the file.
    """
    path = folder / REVIEW
    try:
        return loads(Review, path.read_text(encoding="utf-8"))
    except (SchemaError, UnicodeDecodeError) as error:
        raise SchemaError(f"{path}: {error}") from error


def pair_name(review: Review) -> str:
    """What an article pair is called in events: a hash of both headlines and of the rewrite's
    address. The folder tells which review an event is about; this tells where a mailed one goes."""
    heads = [article.sentences[0].text if article.sentences else article.title
             for article in (review.original, review.rewrite)]
    packed = json.dumps([*heads, review.rewrite.url], ensure_ascii=True)
    return hashlib.sha256(packed.encode()).hexdigest()[:16]


def judged(review: Review, folder: Path) -> tuple[Review, dict[str, PairVerdict]]:
    """The review with the beads that reviewers gave it, and the joint verdict on each of them.

    Args:
        folder: where the review's `review.json` lies.
    """
    events = journal.read(folder / journal.FOLDER).events
    changed = linked(review, events)
    return changed, joint(changed, fold(events))


def decided(review: Review, folder: Path) -> dict[str, PairVerdict]:
    """The joint verdict on each bead of the review, by its content name (`naming.bead_names`).

    Args:
        folder: where the review's `review.json` lies; without decisions there all are open.
    """
    return judged(review, folder)[1]
