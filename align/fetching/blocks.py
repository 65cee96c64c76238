"""Block pages: what a site sends in place of an article to those it takes for robots."""

from __future__ import annotations

import re

_SURE = re.compile(
    r"captcha-delivery\.com|geo\.captcha|Please enable JS and disable any ad blocker|"
    r"_cf_chl_opt|/cdn-cgi/challenge-platform/h/|cf-browser-verification|px-captcha|"
    r"_Incapsula_Resource|Pardon Our Interruption|id=[\"']challenge-form", re.I)
_LIKELY = re.compile(
    r"Just a moment\.\.\.|Attention Required!|Checking your browser before|"
    r"verif(?:y|ying) (?:that )?you are (?:a )?human|Are you a robot\?|"
    r"unusual (?:traffic|activity) from|"
    r"Access (?:to this page has been )?[Dd]enied|Enable JavaScript and cookies to continue|"
    r"You don't have permission to access|Request unsuccessful|Access to this page has been denied|"
    r"enable JavaScript (?:to|and)|needs JavaScript enabled|"
    r"<title>\s*(?:403|401|429)\b|Too Many Requests|Bot (?:detection|verification)", re.I)
_UNSEEN = re.compile(r"<(script|style|noscript|svg)\b", re.I)
_ENDS = {tag: re.compile(rf"</{tag}\s*>", re.I) for tag in ("script", "style", "noscript", "svg")}
_TAG = re.compile(r"<[^<>]*>")
_LARGEST = 1_000_000  # characters
_MANY_WORDS = 250  # an article that quotes such a phrase has more of its own


def is_block_page(html: str) -> bool:
    """Whether a page is a robot check: it carries a check's marks and has hardly any text."""
    if len(html) > _LARGEST:
        return False
    return bool(_SURE.search(html) or _LIKELY.search(html)) and _words(html) < _MANY_WORDS


def _words(html: str) -> int:
    """Words a reader would see, roughly and fast, in one pass however odd the page."""
    seen: list[str] = []
    at, unclosed = 0, set()
    for found in _UNSEEN.finditer(html):
        tag = found[1].lower()
        if found.start() < at or tag in unclosed:
            continue
        end = _ENDS[tag].search(html, found.end())
        if end is None:
            unclosed.add(tag)
            continue
        seen.append(html[at:found.start()])
        at = end.end()
    return len(_TAG.sub(" ", " ".join([*seen, html[at:]])).split())
