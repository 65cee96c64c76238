"""Where a story's own words lead: the links within its paragraphs, to other sites.

A rewrite's "dikutip dari Reuters" often is a link to the very story. Menus, related stories and
footers link too; so a link counts only if the paragraph it stands in is one of the story's, or a
credit line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from align.reading.blocks import first_text, paragraphs
from align.reading.marks import is_credit_line
from align.reading.trees import Element

MOST = 20  # links kept of one story
_LOOKED_AT = 300  # links of one page
_LONGEST = 20_000  # code points of a paragraph
_LONGEST_URL = 2000
_FIRST_MARK = 0x100000  # of Unicode's last plane, for private use: no page's text is written in it
_MARKS = re.compile("[\U00100000-\U0010fffd]")
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+(?:[a-z]{2}_)?/(?=https?://)")
_GENERIC = ("co", "com", "or", "org", "go", "gov", "ac", "edu", "net", "ne", "web", "my", "sch",
            "desa", "mil", "biz")  # before a country's two letters


@dataclass(frozen=True, slots=True)
class Linked:
    """A paragraph as the page has it, and in their order the words linked in it and to where."""

    paragraph: str
    links: tuple[tuple[str, str], ...]


def linked(root: Element, own: Sequence[str], unwanted: Callable[[Element], bool],
           ) -> tuple[Linked, ...]:
    """The paragraphs of a page that link to other sites.

    Changes the tree: each link leaves a mark in the text, which tells the paragraph it ends up in.

    Args:
        own: addresses of the page, the first of them what its links are relative to.
        unwanted: elements to pass over.
    """
    found: list[tuple[str, str]] = []
    base = first_text(root, "//base/@href") or next(iter(own), "")
    sites = {site(unarchived(url)) for url in own if url}
    for node in root.iter("a"):
        url = _absolute(node.get("href", ""), base)
        if url and site(url) not in sites:
            words = "".join(node.itertext())[:_LONGEST]
            node.text = chr(_FIRST_MARK + len(found)) + (node.text or "")
            found.append((words, url))
        if len(found) == _LOOKED_AT:
            break
    return tuple(_paragraphs(root, found, unwanted)) if found else ()


def links_within(passages: Iterable[Linked], body: Sequence[str]) -> list[str]:
    """The links that stand in some body paragraphs or in credit lines, each once, at most MOST."""
    kept = [bare for bare in map(_bare, body) if bare]
    found: dict[str, None] = {}
    for passage in passages:
        credit = is_credit_line(passage.paragraph)
        place = _bare(passage.paragraph)
        texts = [text for text in kept if _is_of(place, text)]
        for words, url in passage.links:
            shown = _bare(words)
            if shown and (credit or any(shown in text for text in texts)):
                found[url] = None
    return list(found)[:MOST]


def unarchived(url: str) -> str:
    """A page's own address in place of the Wayback Machine's."""
    return _ARCHIVE.sub("", url)


def plain(url: str) -> str:
    """An address as its site would give it: without an archive's or a tracker's additions."""
    from courlan import clean_url

    url = unarchived(url.strip())
    return (clean_url(url) or url) if url.lower().startswith(("http://", "https://")) else url


def site(url: str) -> str:
    """What all pages of one publisher share: "situs.co.id" of "https://m.situs.co.id/a"."""
    try:
        host = (urlsplit(url).hostname or "").strip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    many = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _GENERIC
    return ".".join(labels[-3 if many else -2:])


def _absolute(href: str, base: str) -> str:
    """The address a link leads to, "" if it is none on the web."""
    href = re.sub(r"[\t\r\n]", "", href).strip()
    if not href or len(href) > _LONGEST_URL:
        return ""
    try:
        url = urldefrag(unarchived(urljoin(base or "https:", href))).url
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return url if url.lower().startswith(("http://", "https://")) and "." in host else ""


def _paragraphs(root: Element, links: Sequence[tuple[str, str]],
                unwanted: Callable[[Element], bool]) -> Iterator[Linked]:
    for text in paragraphs([root], unwanted):
        marks = [ord(mark) - _FIRST_MARK for mark in _MARKS.findall(text)]
        within = tuple(links[mark] for mark in marks if mark < len(links))
        if within and len(text) <= _LONGEST:
            yield Linked(" ".join(_MARKS.sub("", text).split()), within)


def _is_of(place: str, text: str) -> bool:
    """Whether a paragraph of the page is one of the story, but for a dateline or leftovers."""
    return text in place or (place in text and len(place) * 2 >= len(text))


def _bare(text: str) -> str:
    """Letters and digits only: cleaning changes blanks and marks."""
    return "".join(filter(str.isalnum, text)).casefold()
