"""The folded state of the reviews of a folder, as JSON values and in words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from align.review import journal
from align.review.fold import Judgement, Opinion, fold, joint
from align.review.folder import load_review, pair_name, reviews_in
from align.review.links import linked
from align.review.standing import standing


def state(root: Path) -> dict[str, Any]:
    """Each review at or below a folder: what every reviewer said, and the joint verdict on pairs.

    `notes` are sentences on lines that could not be read.
    """
    return {"reviews": [_state(folder, folder.relative_to(root).as_posix())
                        for folder in reviews_in(root)]}


def told(found: dict[str, Any]) -> str:
    """The state in a line for each review and reviewer, and the notes."""
    lines = []
    for review in found["reviews"]:
        pairs = Counter(review["pairs"].values())
        lines.append(f"{review['place']}: {pairs['accepted']} pairs accepted, "
                     f"{pairs['rejected']} rejected, {pairs['open']} open")
        for by, own in review["reviewers"].items():
            said = Counter(word["verdict"] for word in own["flags"].values())
            counts = ", ".join(f"{said[name]} {name}" for name in ("true", "false", "unsure"))
            after = "".join(f", {len(own[name])} {name}" for name in ("stale", "repaired")
                            if own[name])
            lines.append(f"  {by}: {counts}{after}{', done' if own['done'] else ''}")
        lines += [f"  {note}" for note in review["notes"]]
    return "\n".join(lines)


def _state(folder: Path, place: str) -> dict[str, Any]:
    kept = journal.read(folder / journal.FOLDER)
    review, opinions = linked(load_review(folder), kept.events), fold(kept.events)
    return {"place": place, "pair": pair_name(review), "pairs": dict(joint(review, opinions)),
            "reviewers": {by: _opinion(opinion) | _since(standing(review, opinion))
                          for by, opinion in opinions.items()},
            "notes": list(kept.notes)}


def _opinion(opinion: Opinion) -> dict[str, Any]:
    return {"done": bool(opinion.done),
            "flags": {name: _word(word) for name, word in opinion.flags.items()},
            "pairs": {name: {"verdict": word.verdict, "comment": word.comment}
                      for name, word in opinion.pairs.items()}}


def _word(word: Judgement) -> dict[str, Any]:
    return {"verdict": word.verdict, "category": word.category, "severity": word.severity,
            "comment": word.comment, "added": word.added}


def _since(found: Any) -> dict[str, Any]:
    return {"stale": {name: word.verdict for name, word in found.stale.items()},
            "repaired": list(found.repaired)}
