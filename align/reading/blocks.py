"""A page's text as blocks: what stands together between the bounds that a reader sees.

A bound is the edge of a block element, whatever its tag; two `<br>` in a row; or one `<br>` (a
line end in `<pre>`) behind a sentence or a short line of its own, since some sites set whole
stories so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from align.reading.trees import BLOCK_TAGS, Element, html_tree, is_unread

Unwanted: TypeAlias = Callable[[Element], bool]
Range: TypeAlias = tuple[int, int]

_BLANKS = re.compile(r"\s+")
_ENDS = re.compile(r"[.!?…][\"”’)\]»]*$|[\"”»]$")
_BEGINS = re.compile(r"\s*[\"“‘'«(\[]*[^\W_a-zß-öø-ÿ]")
_BOLD = ("b", "strong")
_LABEL = 6  # words of a subhead or label at most


@dataclass(frozen=True, slots=True)
class Block:
    """Text on one line, and how its page has it.

    `node` is the nearest block element around it. `links` are the code point ranges of the text
    that lead elsewhere, `bold` those set in bold.
    """

    text: str
    node: Element
    links: tuple[Range, ...] = ()
    bold: tuple[Range, ...] = ()

    @property
    def linked(self) -> float:
        """The share of the text within links, 0..1."""
        return _share(self.links, self.text)

    @property
    def emphasised(self) -> float:
        """The share of the text in bold, 0..1."""
        return _share(self.bold, self.text)


def _share(ranges: Iterable[Range], text: str) -> float:
    return sum(end - start for start, end in ranges) / max(1, len(text))


def paragraphs(roots: Iterable[Element], unwanted: Unwanted | None = None) -> list[str]:
    """The text of some elements, a string per block.

    What no reader reads (scripts, hidden spans, buttons, captions) is left out, and every element
    for which `unwanted` holds.
    """
    def left_out(node: Element) -> bool:
        return is_unread(node) or (unwanted is not None and unwanted(node))

    return [block.text for root in roots for block in blocks(root, left_out)]


def fragment_text(html: str) -> str:
    """The text of a piece of HTML, as feeds and page data keep paragraphs."""
    if "<" not in html and "&" not in html:
        return html
    return " ".join(paragraphs([html_tree(f"<div>{html}</div>")]))


def first_text(node: Element, *paths: str) -> str:
    """The text of the first element (or attribute) of the first XPath that has any."""
    for path in paths:
        for found in node.xpath(path) if path else []:
            text = found if isinstance(found, str) else " ".join(paragraphs([found]))
            if text.strip():
                return str(text.strip())
    return ""


def blocks(root: Element, unwanted: Unwanted) -> list[Block]:
    """The blocks under an element in document order, without elements that are `unwanted`."""
    from lxml import etree

    found: list[Block] = []
    run = _Run(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped = None
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in BLOCK_TAGS:
            found.extend(run.taken())
        if event == "start" and node is not root and unwanted(node):
            skipped = node
            walk.skip_subtree()
            if tag == "a":
                run.close_up()
            continue
        if event == "start":
            run.enter(node, tag)
        elif node is not skipped:
            run.leave(node, tag)
        if event == "end" and node is not root:
            run.add(node.tail, node.getparent())
    found.extend(run.taken())
    return found


class _Piece(NamedTuple):
    text: str
    linked: bool = False
    bold: bool = False


class _Run:
    """The text since the last bound, and what is open around it."""

    def __init__(self, root: Element) -> None:
        self._owners = [root]
        self._pieces: list[_Piece] = []
        self._links = self._bolds = 0

    def enter(self, node: Element, tag: str) -> None:
        if tag in BLOCK_TAGS and node is not self._owners[0]:
            self._owners.append(node)
        self._links += tag == "a"
        self._bolds += tag in _BOLD
        if tag == "br":
            self._pieces.append(_Piece("\n"))
        self.add(node.text, node)

    def leave(self, node: Element, tag: str) -> None:
        if len(self._owners) > 1 and self._owners[-1] is node:
            self._owners.pop()
        self._links -= tag == "a"
        self._bolds -= tag in _BOLD

    def add(self, text: str | None, node: Element) -> None:
        """Text as it shows: line ends in the source are blanks, but not in `<pre>`."""
        if not text:
            return
        lines = text.split("\n") if node is not None and node.tag == "pre" else [text]
        for number, line in enumerate(lines):
            if number:
                self._pieces.append(_Piece("\n"))
            if line:
                shown = _BLANKS.sub(" ", line)
                self._pieces.append(_Piece(shown, self._links > 0, self._bolds > 0))

    def close_up(self) -> None:
        """Take off the blank before a link that is left out."""
        if self._pieces:
            self._pieces[-1] = self._pieces[-1]._replace(text=self._pieces[-1].text.rstrip(" "))

    def taken(self) -> list[Block]:
        """The blocks since the last bound; the run begins anew."""
        pieces, self._pieces = self._pieces, []
        made = (_block(part, self._owners[-1]) for part in _parts(pieces))
        return [block for block in made if block.text]


def _parts(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces, parted where their line breaks are bounds; other line breaks become blanks."""
    part: list[_Piece] = []
    breaks, lines = 0, 1
    for piece in pieces:
        if piece.text == "\n":
            breaks += 1
            continue
        if breaks and piece.text.strip():
            if breaks > 1 or (_BEGINS.match(piece.text) and _is_whole(part, lines)):
                yield part
                part, lines = [], 0
            part.append(_Piece(" "))
            breaks, lines = 0, lines + 1
        part.append(piece)
    yield part


def _is_whole(part: Sequence[_Piece], lines: int) -> bool:
    """Whether a line break ends a paragraph here: behind a sentence, or a label or subhead."""
    if _ENDS.search("".join(piece.text for piece in part[-4:]).rstrip()):
        return True
    if lines > 1 or len(part) > 8:
        return False
    text = "".join(piece.text for piece in part).strip()
    return len(text) < 80 and len(text.split()) <= _LABEL and text[-1:] not in (",", "-", "–", "—")


def _block(pieces: Iterable[_Piece], node: Element) -> Block:
    """The block that some pieces make, each run of blanks one blank."""
    texts: list[str] = []
    links: list[Range] = []
    bold: list[Range] = []
    at, blank = 0, True
    for piece in pieces:
        text = piece.text.lstrip(" ") if blank else piece.text
        if not text:
            continue
        blank = text.endswith(" ")
        texts.append(text)
        if piece.linked:
            links.append((at, at + len(text)))
        if piece.bold:
            bold.append((at, at + len(text)))
        at += len(text)
    whole = "".join(texts).rstrip()
    return Block(whole, node, _within(links, len(whole)), _within(bold, len(whole)))


def _within(ranges: Iterable[Range], end: int) -> tuple[Range, ...]:
    return tuple((start, min(stop, end)) for start, stop in ranges if start < end)
