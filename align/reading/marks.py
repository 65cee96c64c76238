"""Marks a story carries about itself: where it was taken from, and which filing it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from align.text.id.calendar import WEEKDAYS

_REUTERS = r"(?:Thomson )?(?:Reuters|REUTERS|reuters)(?:\.com|\.COM)?"
_NAME = rf"(?:{_REUTERS}|[A-Z][\w.]*(?: [A-Z][\w.]*){{0,3}})"
_SAID = (r"(?:[Dd]ikutip|[Dd]ilansir|[Mm]elansir|[Mm]engutip|[Dd]isadur|[Dd]ilaporkan|"
         r"[Dd]iberitakan|[Mm]enukil|[Dd]inukil|[Ll]apor|[Ww]arta)")
_VIA = r"(?:(?:dari|oleh|melalui|laman|situs|kantor berita|media|Kantor Berita|laporan)\s+){0,3}"
_DAY = (r"(?:,? (?:pada )?(?:hari )?(?:"
        + "|".join(map(str.capitalize, WEEKDAYS)) + r")"
        r"(?:,? ?\(?[\d/.-]+\)?)?)?")

_LINE = re.compile(r"(?i:sumber(?: berita| artikel)?)\s?:\s?\S.{0,80}")
# In order of preference; within one, the first in the text.
_WITHIN = tuple(re.compile(form) for form in (
    rf"{_SAID}\s+{_VIA}{_REUTERS}{_DAY}",
    rf"[Kk]antor [Bb]erita (?:\w+ )?{_REUTERS}{_DAY}",
    rf"\((?:[A-Za-z]+/)*{_REUTERS}(?:/[A-Za-z]+)*\)",
    rf"{_SAID}\s+{_VIA}{_NAME}{_DAY}",
))
_PHOTO = re.compile(r"(?i:^[(\[]?(?:foto|photo|file photo|gambar|ilustrasi|caption)\b)|REUTERS/\w")

_SEARCHED = 20_000  # code points of a paragraph

_KICKER = re.compile(
    r"(?:(?:EXCLUSIVE|UPDATE \d+|WRAPUP(?: \d+)?|CORRECTED|REFILE|RPT|REPEAT|ANALYSIS|FACTBOX|"
    r"INSIGHT|INTERVIEW|FEATURE|SPECIAL REPORT|TIMELINE|NEWSMAKER|PREVIEW|POLL|OFFICIAL|"
    r"CORRECTED-UPDATE \d+|RPT-UPDATE \d+|RECAST|CLARIFICATION|ADVISORY)\s?[-–—]\s?)+")
_FILED = re.compile(
    r"\b(UPDATE \d+|WRAPUP \d+|CORRECTED|OFFICIAL CORRECTION|REFILE|RPT|EXCLUSIVE)\b")
_REFILED = (r"(?:adds?|updates?|corrects?|corrected|recasts?|rewrites?|refiles?|repeats?|removes?|"
            r"fixes|clarifies|changes|amends|writes through|deletes|drops|restores|inserts|"
            r"includes|new throughout)\b")
_NOTE = re.compile(
    rf"\((?i:{_REFILED}|(?:in )?(?:this|the)?\s?.{{0,40}}\b(?:story|article|version|item|"
    rf"paragraph|headline)\b.{{0,60}}\b(?:correct|refil|updat|amend|add|remov|clarif|fix|chang|"
    rf"restor|delet|recast)\w*).{{0,700}}\)\.?")
_STORY_NOTE = re.compile(
    r"(?i:(?:this|the) (?:[A-Z]\w+\.? \d{1,2} )?(?:story|article|version of (?:this|the) (?:story|"
    r"article))(?: from .{0,30}| of .{0,30})? (?:has been|was|is|corrects|refiles|removes|adds|"
    r"fixes|clarifies)\b.{0,500}(?:correct|refile|paragraph|headline|typo|clarif|throughout)"
    r".{0,300})")


def source_mark(paragraphs: Sequence[str], dateline: str = "") -> str:
    """The credit as it stands in the text: "Sumber : Reuters", "dikutip dari Reuters".

    A credit line counts before a credit within a sentence, Reuters before other sources, and
    a photo credit not at all.
    """
    lines = [text for text in paragraphs if is_credit_line(text)]
    for text in sorted(lines, key=lambda line: "reuters" not in line.lower()):
        return text
    prose = [text[:_SEARCHED] for text in paragraphs if not _PHOTO.search(text[:_SEARCHED])]
    for form in _WITHIN:
        for text in (*prose, dateline):
            found = form.search(text)
            if found:
                return found.group()
    return ""


def is_credit_line(text: str) -> bool:
    """"Sumber : Reuters", a line of its own."""
    return _LINE.fullmatch(text) is not None


def split_kicker(title: str) -> tuple[str, str]:
    """"UPDATE 1-" at the head of a wire headline, and the headline proper."""
    found = _KICKER.match(title)
    if not found or found.end() == len(title):
        return "", title
    return found.group().rstrip(" -–—"), title[found.end():]


def is_version_note(paragraph: str) -> bool:
    """"(Adds comments, detail)", "(This Oct. 30 story has been corrected to …)"."""
    return bool(_NOTE.fullmatch(paragraph) or _STORY_NOTE.fullmatch(paragraph))


def version_marks(kicker: str, slug: str, notes: Iterable[str]) -> list[str]:
    """All that says which filing this is, each once: headline kicker, slug, notes in the body."""
    found = [kicker, *_FILED.findall(slug), *notes]
    return list(dict.fromkeys(mark for mark in found if mark))
