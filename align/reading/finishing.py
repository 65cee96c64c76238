"""A reader's draft to an `Article`: cleaned, leftovers gone, marks found, language told."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from align.errors import InputError
from align.model import Article
from align.reading.characters import fold, strip_markup
from align.reading.datelines import split_dateline
from align.reading.draft import Draft
from align.reading.language import language
from align.reading.links import links_within, plain
from align.reading.marks import is_version_note, source_mark, split_kicker, version_marks
from align.reading.moments import moment
from align.reading.stripping import is_sign_off, strip
from align.text.calendar import EVERY_WEEKDAY

_BYLINE = re.compile(r"(?:By|Oleh|Penulis|Reporter|Pewarta|Laporan|BY|OLEH)\s?:?\s+(.{3,120})")
_BYLINE_AT_SITE = re.compile(
    r"(.{3,60}?) ?[-–|,] ?(?:detik\w*|[\w-]{2,20}\.(?:com|co\.id|id|co|net)|CN[NB]C? Indonesia)")
_PERSON = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|bin|binti|de|van|von|al|el|da)){0,4}")
_DATE_WORDS = re.compile(
    r"(?i)\b(?:" + "|".join(EVERY_WEEKDAY)
    + r"|published|posted|updated|last|diperbarui|terbit|pukul|jam|wib|wita|wit|utc|gmt|est|edt"
    r"|am|pm|ago|hours?|on|at)\b|\W|\d")
_HEAD = 5  # paragraphs in which a byline or a line with the date may stand
_DATELINE_WITHIN = 3  # paragraphs
_MOST_PARAGRAPHS = 200_000
_MOST_TOLD, _LONGEST_TOLD = 40, 300  # passages left out that are told of, code points of each
_MOST_LOOKED_AT = 400
_WORD_SLACK = 0.05  # how far a body may miss its stated word count


def finished(draft: Draft, *, data: bytes = b"", source: str = "", address: str = "") -> Article:
    """The article a draft makes, without sentences.

    `data` are the bytes it was read from, `address` where those were found on the web.

    Raises:
        InputError: nothing is left once page leftovers are gone, or there is far too much.
    """
    kicker, title = split_kicker(fold(strip_markup(draft.title)))
    found = _paragraphs(draft)
    mark = source_mark(found, draft.dateline)
    body, byline, stated = _head(_without_title(found, title))
    notes = [text for text in body if is_version_note(text)]
    signed = [text for text in body if is_sign_off(text)] + [fold(draft.sign_off)]
    whole = [text for text in body if text not in notes]
    body = strip(whole)
    left = [text for text in (*map(fold, draft.left_out), *whole) if text]
    dateline, body = _dateline(fold(draft.dateline), body)
    if not title and not body:
        raise InputError("No story is left once page leftovers are gone; give the text of the "
                         "article itself.")
    authors = [fold(strip_markup(author)) for author in draft.authors] or byline or _signers(signed)
    text = "\n\n".join([title, *body] if title else body)
    checked = _word_check(draft.word_count, [*body, dateline], title)
    return Article(
        title=title,
        byline=", ".join(dict.fromkeys(name for name in authors if name)),
        dateline=dateline,
        published=moment(draft.published) or stated,
        updated=moment(draft.updated),
        url=plain(draft.url),
        language=language(text, draft.language),
        source_mark=mark,
        text=text,
        provenance=_provenance({
            "source": source, "reader": draft.reader,
            "address": address if address != draft.url else "",
            "sha256": hashlib.sha256(data).hexdigest() if data else "",
            "slug": fold(draft.slug),
            "versions": version_marks(kicker, draft.slug, notes),
            "links": links_within(draft.linked, body),
            "sign_off": next((text for text in signed if text), ""),
            "left_out": _told(left, body),
            "damaged_characters": text.count("\ufffd"),
            **checked, **draft.notes,
        }),
    )


def _paragraphs(draft: Draft) -> list[str]:
    if len(draft.paragraphs) > _MOST_PARAGRAPHS:
        raise InputError(f"This has more than {_MOST_PARAGRAPHS:,} paragraphs, which no article "
                         "has; give a single article.")
    return [text for text in map(fold, draft.paragraphs) if text]


def _provenance(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Only the facts there are."""
    return {name: fact for name, fact in facts.items() if fact not in ("", [], 0, None)}


def _told(left: Sequence[str], body: Sequence[str]) -> list[str]:
    """What of a page's text was not taken for the story, so that a loss can be seen."""
    kept = "\n".join(body)
    told: dict[str, None] = {}
    for text in left[:_MOST_LOOKED_AT]:
        if text not in kept and not any(part in text for part in body):
            told[text[:_LONGEST_TOLD]] = None
    return list(told)[:_MOST_TOLD]


def _without_title(paragraphs: Sequence[str], title: str) -> list[str]:
    """Pages often repeat the headline above the body; a kicker or case may differ."""
    for index, text in enumerate(paragraphs[:3]):
        if title and split_kicker(text)[1].casefold() == title.casefold():
            return [*paragraphs[:index], *paragraphs[index + 1:]]
    return list(paragraphs)


def _head(paragraphs: list[str]) -> tuple[list[str], list[str], str]:
    """Body, byline and date of a text whose byline or date stands in lines of its own."""
    body: list[str] = []
    authors: list[str] = []
    stated = ""
    for index, text in enumerate(paragraphs):
        if index < _HEAD and len(text) < 160:
            found = _BYLINE.fullmatch(text) or _BYLINE_AT_SITE.fullmatch(text)
            if found and _are_names(found[1]):
                authors = authors or _names(found[1])
                continue
            if len(text) < 60 and _is_only_date(text):
                stated = stated or moment(text)
                continue
        body.append(text)
    return body, authors, stated


def _is_only_date(text: str) -> bool:
    """A line that holds a date and a clock, and no other words."""
    if not moment(text):
        return False
    return len(_DATE_WORDS.sub(" ", text).split()) <= 1  # the month


def _are_names(text: str) -> bool:
    return all(_PERSON.fullmatch(name) for name in _names(text)) and bool(_names(text))


def _names(text: str) -> list[str]:
    text = re.sub(r"\s*[|/(].*", "", text)
    return [name.strip(" .,") for name in re.split(r",? and |, | & |; | dan ", text)
            if name.strip(" .,")]


def _signers(signed: Sequence[str]) -> list[str]:
    """Who reported, from "Reporting by A and B in London; Editing by C"."""
    for text in signed:
        found = re.search(r"(?i:reporting(?: and writing)? by)\s+([^;()]+)", text)
        if found:
            names = re.split(r",? and (?!the\b)|, ", found[1].strip(" ."))
            return [re.sub(r" (?:in|at|from) .*", "", name).strip(" .") for name in names]
    return []


def _dateline(stated: str, body: list[str]) -> tuple[str, list[str]]:
    if not body:
        return stated, body
    if len(body) > 1 and split_dateline(f"{body[0]} x")[1] == "x":  # a line of its own
        body = [f"{body[0]} {body[1]}", *body[2:]]
    place, found, rest = 0, *split_dateline(body[0])
    for index, text in enumerate(body[1:_DATELINE_WITHIN], start=1):
        if not found:  # below a line that is no part of the story and that no table knows
            place, found, rest = index, *split_dateline(text, credited=True)
    if found.startswith("(") and stated and "(" not in stated:  # a page that keeps the place apart
        stated = f"{stated} {found}"
    if found:
        body = [*body[:place], rest, *body[place + 1:]]
    return (stated if "(" in stated or not found else found), body


def _word_check(stated: int, parts: Sequence[str], title: str) -> dict[str, Any]:
    """The publisher's word count is body and dateline, with or without the headline.

    A free check that nothing was lost.
    """
    if stated <= 0:
        return {}
    words = sum(len(text.split()) for text in parts)
    slack = max(3.0, _WORD_SLACK * stated)
    off = min(abs(words - stated), abs(words + len(title.split()) - stated))
    return {"word_count": {"stated": stated, "read": words, "agrees": off <= slack}}
