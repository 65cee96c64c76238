"""HTML to a tree, and a tree to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from align.errors import InputError

Element: TypeAlias = Any  # lxml.etree._Element, which is not imported until used

_BLOCK_TAGS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p "
    "pre section summary table tbody td tfoot th thead tr ul")
_UNREAD_TAGS = (
    "amp-ad amp-analytics amp-embed amp-iframe amp-img amp-social-share amp-video aside audio "
    "button canvas datalist dialog embed figcaption figure footer form head iframe input nav "
    "noframes noscript object option script select style svg template textarea title video")
_BLOCK = frozenset(_BLOCK_TAGS.split())
_UNREAD = frozenset(_UNREAD_TAGS.split())
_HIDDEN_STYLE = re.compile(
    r"clip\s*:\s*rect\(\s*0|display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDDEN_CLASS = re.compile(r"\b(?:sr-only|visually-?hidden|screen-reader-text|VisuallyHidden)\b")
_READ_MORE = re.compile(r"\W*read more\W*", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SOURCE_BLANKS = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


def html_tree(text: str) -> Element:
    """The root of an HTML page, as a forgiving parser sees it.

    Raises:
        InputError: the page holds nothing, or is nested deeper than any honest page.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True,
                              remove_pis=True)
    page = _XML_DECLARATION.sub("", text.replace("\0", "")).encode("utf-8", "ignore")
    try:
        root = etree.fromstring(page, parser)
    except etree.XMLSyntaxError:
        root = None
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise InputError("This page is nested too deeply to be an article; save its text as .txt.")
    if root is None:
        raise InputError("This page holds no text; save it again once it has loaded, or give the "
                         "article as .txt.")
    return root


def fragment_text(html: str) -> str:
    """The text of a piece of HTML, as feeds and page data keep paragraphs."""
    if "<" not in html and "&" not in html:
        return html
    return " ".join(paragraphs([html_tree(f"<div>{html}</div>")]))


def select(node: Element, *paths: str) -> list[Element]:
    """The elements of the first XPath that finds any, in document order."""
    for path in paths:
        found = node.xpath(path) if path else []
        if found:
            return list(found)
    return []


def first_text(node: Element, *paths: str) -> str:
    """The text of the first element (or attribute) of the first XPath that has any."""
    for path in paths:
        for found in node.xpath(path) if path else []:
            text = found if isinstance(found, str) else " ".join(paragraphs([found]))
            if text.strip():
                return str(text.strip())
    return ""


def paragraphs(roots: Iterable[Element], unwanted: Callable[[Element], bool] | None = None,
               ) -> list[str]:
    """The text of some elements, a string per block, `<br><br>` counting as a block's end.

    What no reader sees (scripts, hidden spans, buttons, captions) is left out, and every element
    for which `unwanted` holds.
    """
    blocks: list[str] = []
    for root in roots:
        blocks.extend(_blocks(root, unwanted or (lambda _: False)))
    return blocks


def _blocks(root: Element, unwanted: Callable[[Element], bool]) -> list[str]:
    from lxml import etree

    blocks: list[str] = []
    run: list[str] = []

    def flush() -> None:
        if not run:
            return
        split = (" ".join(block.split()) for block in _PARAGRAPH_BREAK.split("".join(run)))
        blocks.extend(block for block in split if block)
        run.clear()

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if node is not root and (is_unread(node) or unwanted(node)):
                if tag == "a":
                    run[:] = ["".join(run).rstrip()]
                walk.skip_subtree()
                continue
            if tag in _BLOCK:
                flush()
            if tag == "br":
                run.append("\n")
            run.append(_spaced(node, node.text, tag))
        else:
            if tag in _BLOCK:
                flush()
            if node is not root and node.tail:
                parent = node.getparent()
                run.append(_spaced(parent, node.tail, "" if parent is None else parent.tag))
    flush()
    return blocks


def _spaced(node: Element, text: str | None, tag: str) -> str:
    """Text as it shows: line breaks in the source are blanks, but not in `<pre>`."""
    if not text:
        return ""
    return text if tag == "pre" else _SOURCE_BLANKS.sub(" ", text)


def is_unread(node: Element) -> bool:
    """Whether no reader reads an element: a script, a button, a caption, a hidden span."""
    tag = node.tag
    if tag in _UNREAD:
        return True
    if tag == "a":
        text = "".join(node.itertext())
        return len(text) < 16 and _READ_MORE.fullmatch(text) is not None
    if tag in _BLOCK:
        return False
    return bool("hidden" in node.attrib or _HIDDEN_STYLE.search(node.get("style", ""))
                or _HIDDEN_CLASS.search(node.get("class", "")))


def spaced_text(node: Element) -> str:
    """All text under an element, its pieces apart: `<span>2021</span><span>6:05</span>`."""
    return " ".join(piece.strip() for piece in node.itertext() if piece.strip())
