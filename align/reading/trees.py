"""HTML to a tree, and what of a tree a reader sees. `blocks` makes paragraphs of it."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from align.errors import InputError

Element: TypeAlias = Any  # lxml.etree._Element, which is not imported until used

_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p "
    "pre section summary table tbody td tfoot th thead tr ul")
_UNSEEN_TAGS = (
    "amp-ad amp-analytics amp-embed amp-iframe amp-img amp-social-share amp-video audio canvas "
    "datalist embed head iframe input noframes noscript object option script select style svg "
    "template textarea title video")
_BESIDE_TAGS = "aside button dialog figcaption figure footer form nav"
BLOCK_TAGS = frozenset(_BLOCKS.split())
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_BESIDE = frozenset(_BESIDE_TAGS.split())
_HIDDEN_STYLE = re.compile(
    r"clip\s*:\s*rect\(\s*0|display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDDEN_CLASS = re.compile(r"\b(?:sr-only|visually-?hidden|screen-reader-text|VisuallyHidden)\b")
_READ_MORE = re.compile(r"\W*read more\W*", re.I)
_MOST_ATTRIBUTES = 1000
# A tag with so many, in one pass: the parser compares each with all before it.
_CROWDED = re.compile(
    r"<[A-Za-z](?:[\s/]*+(?:[^\s/<>=\"']++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')|[^\s/<>]++))"
    rf"{{{_MOST_ATTRIBUTES}}}")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def html_tree(text: str) -> Element:
    """The root of an HTML page, as a forgiving parser sees it.

    Raises:
        InputError: the page holds nothing, is nested deeper than any honest page, or has a tag
            with more attributes.
    """
    from lxml import etree

    if len(text) > 2 * _MOST_ATTRIBUTES and _CROWDED.search(text):
        raise InputError(f"This page has a tag with more than {_MOST_ATTRIBUTES:,} attributes, "
                         "which no article has; save its text as .txt.")
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


def select(node: Element, *paths: str) -> list[Element]:
    """The elements of the first XPath that finds any, in document order."""
    for path in paths:
        found = node.xpath(path) if path else []
        if found:
            return list(found)
    return []


def is_unread(node: Element) -> bool:
    """Whether no reader reads an element: a script, a button, a caption, a hidden span."""
    return is_beside(node) or is_unseen(node)


def is_beside(node: Element) -> bool:
    """Whether an element's tag says that it stands beside the text: a menu, a form, a caption."""
    return node.tag in _BESIDE


def is_unseen(node: Element) -> bool:
    """Whether an element shows no text: a script, a hidden span, "read more"."""
    tag = node.tag
    if tag in _UNSEEN:
        return True
    if tag == "a":
        text = "".join(node.itertext())
        return len(text) < 16 and _READ_MORE.fullmatch(text) is not None
    if tag in BLOCK_TAGS:
        return False
    return bool("hidden" in node.attrib or _HIDDEN_STYLE.search(node.get("style", ""))
                or _HIDDEN_CLASS.search(node.get("class", "")))


def spaced_text(node: Element) -> str:
    """All text under an element, its pieces apart: `<span>2021</span><span>6:05</span>`."""
    return " ".join(piece.strip() for piece in node.itertext() if piece.strip())
