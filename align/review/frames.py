"""Decisions and flags as pandas tables, a row a flag."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.errors import MissingExtraError
from align.model import Review
from align.review import journal
from align.review.fold import Judgement, fold
from align.review.folder import load_review, reviews_in
from align.review.links import linked
from align.review.standing import shown

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = ("id", "severity", "category", "check", "kind", "confidence", "message", "suggestion",
           "source", "target")


def flags_frame(review: Review) -> DataFrame:
    """The flags shown, in their order, with the words they mark.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    return _frame([_flag_row(review, flag) for flag in review.flags], COLUMNS)


def decisions(folder: str | Path) -> DataFrame:
    """What reviewers said of each flag of the reviews at or below a folder.

    Columns: `place`, `outlet`, `reviewer`, `verdict`, `comment`, `done`, then those of
    `Review.frame()`; category and severity are the reviewer's where changed. A flag that nobody
    judged has one row without a reviewer.

    Raises:
        InputError: there is no review in the folder.
        MissingExtraError: pandas is not installed.
    """
    root = Path(folder)
    rows = []
    for place in reviews_in(root):
        events = journal.read(place / journal.FOLDER).events
        review, opinions = linked(load_review(place), events), fold(events)
        about = {"place": place.relative_to(root).as_posix(), "outlet": review.rewrite.source_mark}
        for flag in review.flags:
            said = [(by, opinion.flags[flag.id], bool(opinion.done))
                    for by, opinion in opinions.items() if flag.id in opinion.flags]
            for by, word, done in said or [("", Judgement(), False)]:
                row = _flag_row(review, flag) | {name: text for name, text in (
                    ("category", word.category), ("severity", word.severity)) if text}
                rows.append({**about, "reviewer": by, "verdict": word.verdict,
                             "comment": word.comment, "done": done, **row})
    return _frame(rows, ("place", "outlet", "reviewer", "verdict", "comment", "done", *COLUMNS))


def _flag_row(review: Review, flag: Any) -> dict[str, Any]:
    source, target = (" … ".join(words) for words in shown(review, flag)["words"])
    return {"id": flag.id, "severity": flag.severity, "category": flag.category,
            "check": flag.check, "kind": flag.kind, "confidence": flag.confidence,
            "message": flag.message, "suggestion": flag.suggestion,
            "source": source, "target": target}


def _frame(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> DataFrame:
    try:
        from pandas import DataFrame
    except ImportError as error:
        raise MissingExtraError("Tables need pandas; install it with: "
                                'pip install "selaras[notebook]"') from error
    return DataFrame(rows, columns=list(columns))
