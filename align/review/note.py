"""The correction note: what the editor of the rewrite should mend, as an editor would write it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.errors import InputError
from align.messages import section
from align.model import SEVERITIES, Article, Bead, Flag, Review
from align.naming import bead_names
from align.review import journal
from align.review.fold import Judgement, Opinion, fold
from align.review.folder import load_review
from align.review.links import linked
from align.review.standing import shown, shown_pair


@dataclass(frozen=True, slots=True)
class Correction:
    """One place to be mended; `wrong` is empty where something is missing from the rewrite."""

    place: str
    wrong: str
    original: str
    should: str
    why: str
    comment: str
    severity: str


def corrections(review: Review, opinion: Opinion, language: str = "id",
                ) -> tuple[Correction, ...]:
    """What a reviewer judged to be true errors, as the rewrite is read."""
    names = {name: number for number, name in enumerate(bead_names(review))}
    found: list[tuple[tuple[int, int], Correction]] = []
    for flag in (*review.flags, *review.quiet):
        word = opinion.flags.get(flag.id, Judgement())
        if word.verdict == "true" and 0 <= flag.bead < len(review.beads):
            found.append((_order(review, flag.bead, flag), _flagged(review, flag, word, language)))
    for word in opinion.flags.values():
        if word.added and word.bead in names:
            bead = names[word.bead]
            found.append((_order(review, bead), _added(review, bead, word, language)))
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def markdown(review: Review, found: Sequence[Correction], language: str = "id") -> str:
    """The note as Markdown; what comes from the articles and reviewers stands as text."""
    title = review.rewrite.title or _first(review.rewrite)
    lines = [f"# {_say('title', language, _plain(title))}", ""]
    if not found:
        return "\n".join([*lines, _say("none", language), ""])
    source = _plain(review.original.title or _first(review.original))
    lead = (_say("lead_one", language, source) if len(found) == 1
            else _say("lead", language, source, str(len(found))))
    lines += [lead, ""]
    for number, each in enumerate(found, start=1):
        lines.append(f"{number}. **{each.place}** ({each.severity})")
        lines += [f"   - {_say(name, language)}: {_plain(text)}" for name, text in (
            ("is", f"“{each.wrong}”" if each.wrong else _say("missing", language)),
            ("original", f"“{each.original}”" if each.original else ""),
            ("should", each.should), ("why", each.why), ("comment", each.comment)) if text]
    return "\n".join([*lines, ""])


def table(found: Sequence[Correction], language: str = "id") -> str:
    """The note as CSV; a cell that a spreadsheet would take for a formula begins with an
    apostrophe (OWASP, CSV injection)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_say(name, language) for name in (
        "place", "severity", "is", "original", "should", "why", "comment")])
    for each in found:
        writer.writerow([_cell(text) for text in (
            each.place, each.severity, each.wrong, each.original, each.should, each.why,
            each.comment)])
    return out.getvalue()


def noted(folder: Path, by: str = "", language: str = "id") -> dict[str, str]:
    """The note on the review in a folder, by file name: `note.md` and `note.csv`.

    Raises:
        InputError: several reviewers judged it and none is named, or the named one did not.
    """
    events = journal.read(folder / journal.FOLDER).events
    review, opinions = linked(load_review(folder), events), fold(events)
    if by not in opinions and (by or len(opinions) > 1):
        names = ", ".join(opinions) or "nobody"
        raise InputError(f"{folder} was judged by {names}; name one of them with --as.")
    own = opinions.get(by) or next(iter(opinions.values()), Opinion())
    found = corrections(review, own, language)
    return {"note.md": markdown(review, found, language), "note.csv": table(found, language)}


def _flagged(review: Review, flag: Flag, word: Judgement, language: str) -> Correction:
    seen = shown(review, flag)
    original, wrong = (" … ".join(words) for words in seen["words"])
    category = word.category or flag.category
    return Correction(
        place=_place(review, flag.bead, flag, language), wrong=wrong, original=original,
        should=f"“{flag.suggestion}”" if flag.suggestion else _by_category(category, language),
        why=flag.said(language),
        comment=word.comment, severity=_severity(word.severity or flag.severity, language))


def _added(review: Review, bead: int, word: Judgement, language: str) -> Correction:
    said: Mapping[str, Any] = {**shown_pair(review, bead), **word.shown}
    return Correction(
        place=_place(review, bead, None, language), wrong=str(said.get("target", "")),
        original=str(said.get("source", "")), should=_by_category(word.category, language),
        why="", comment=word.comment,
        severity=_severity(word.severity if word.severity in SEVERITIES else "major", language))


def _by_category(category: str, language: str) -> str:
    name = {"omission": "put_in", "addition": "take_out"}.get(category, "")
    return _say(name, language) if name else ""


def _place(review: Review, bead: int, flag: Flag | None, language: str) -> str:
    linked = review.beads[bead]
    if flag is not None and flag.target:
        return _paragraph(review.rewrite, flag.target[0].sentence, language)
    if linked.target:
        return _paragraph(review.rewrite, linked.target[0], language)
    before = _before(review, linked)
    paragraph = review.rewrite.sentences[before].paragraph if before >= 0 else 0
    return (_say("after", language, str(paragraph)) if paragraph
            else _say("after_headline", language))


def _paragraph(article: Article, sentence: int, language: str) -> str:
    number = article.sentences[sentence].paragraph
    return _say("paragraph", language, str(number)) if number else _say("headline", language)


def _before(review: Review, missing: Bead) -> int:
    """The last sentence of the rewrite that says what stands before a missing one; -1 for none."""
    return max((bead.target[-1] for bead in review.beads if bead.source and bead.target
                and not bead.moved and bead.source[0] < missing.source[0]), default=-1)


def _order(review: Review, bead: int, flag: Flag | None = None) -> tuple[int, int]:
    linked = review.beads[bead]
    if flag is not None and flag.target:
        return flag.target[0].sentence, flag.target[0].start
    return (linked.target[0], 0) if linked.target else (_before(review, linked), 1 << 30)


def _first(article: Article) -> str:
    return article.sentences[0].text if article.sentences else ""


def _severity(severity: str, language: str) -> str:
    return section(language, "severities")[severity].lower()


def _say(name: str, language: str, *parts: str) -> str:
    text = section(language, "corrections")[name]
    for part in parts:
        text = text.replace("{}", part, 1)
    return text


def _plain(text: str) -> str:
    """Text that Markdown does not read as markup, on one line."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", " ".join(text.split()))


def _cell(text: str) -> str:
    text = " ".join(text.split())
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
