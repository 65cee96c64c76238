"""Reuters NewsML-G2: one file, any number of stories, three forms of body.

The body is HTML paragraphs; or one paragraph (or `<pre>`) in which four blanks begin each
paragraph and the first line may be a note such as "(Adds comments, detail)"; or inline data, plain
text or escaped HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from align.reading.blocks import paragraphs
from align.reading.draft import Draft
from align.reading.files import Blob, file_shape
from align.reading.trees import Element, html_tree
from align.reading.xmltrees import find, local, text_at, xml_tree

_LOOKS = re.compile(rb"<(?:\w+:)?(?:newsMessage|newsItem|packageItem)[\s>]")
_INDENT = re.compile(r"(?:^|\n)[ \t]{2,}|[ \t]{4,}|\n\s*\n")
_WITHDRAWN = ("canceled", "cancelled", "withheld")
_BLOCKS = ("p", "pre", "h1", "h2", "h3", "h4", "li")
_HEAD = 8192


@file_shape(rank=30, looks=lambda blob: bool(_LOOKS.search(blob.data[:_HEAD].replace(b"\0", b""))))
def newsml(blob: Blob) -> Iterator[Draft]:
    """Every story of a news message that has not been withdrawn."""
    root = xml_tree(blob.data)
    items = [root] if local(root) == "newsItem" else find(root, "newsItem")
    for item in items:
        status = next((found.get("qcode", "") for found in find(item, "itemMeta", "pubStatus")), "")
        if status.rpartition(":")[2] not in _WITHDRAWN:
            draft = _draft(item)
            if draft.paragraphs:
                yield draft


def _draft(item: Element) -> Draft:
    notes: dict[str, Any] = {"id": item.get("guid", ""), "version": item.get("version", "")}
    tag = next((found.get("tag", "") for found in find(item, "contentMeta", "language")), "")
    return Draft(
        reader="newsml",
        title=text_at(item, "contentMeta", "headline") or text_at(item, "itemMeta", "title"),
        paragraphs=tuple(_body(item)),
        authors=tuple(filter(None, [text_at(item, "contentMeta", "by")])),
        dateline=text_at(item, "contentMeta", "dateline"),
        published=text_at(item, "itemMeta", "firstCreated")
        or text_at(item, "contentMeta", "contentCreated")
        or text_at(item, "itemMeta", "versionCreated"),
        updated=text_at(item, "itemMeta", "versionCreated"),
        url=next((found.get("href") for found in find(item, "itemMeta", "link")
                  if re.match(r"https?://\S*reuters\.com/", found.get("href", ""))), ""),
        language=tag or item.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
        slug=text_at(item, "contentMeta", "slugline"),
        notes={**notes, "alt_id": text_at(item, "contentMeta", "altId")},
    )


def _body(item: Element) -> list[str]:
    for place in find(item, "contentSet", "body"):
        blocks = [node for node in place.iter()
                  if local(node) in _BLOCKS or (local(node) == "div" and not len(node))]
        found = [piece for node in blocks for piece in _pieces(_raw(node))]
        return found or _pieces(_raw(place))
    for place in find(item, "contentSet", "inlineData"):
        text = "".join(place.itertext())
        if re.search(r"<(?:p|br|body|div)\b", text, re.I):
            text = "\n\n".join(paragraphs([html_tree(text)]))
        return _pieces(text)
    return []


def _raw(node: Element) -> str:
    """Text with its line breaks and blanks, which mark paragraphs here."""
    parts = [node.text or ""]
    for child in node:
        if local(child) in ("p", "pre", "li", "div", "table"):
            continue
        parts.append("\n\n" if local(child) == "br" else _raw(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _pieces(text: str) -> list[str]:
    """Paragraphs of a text that marks them by indents or blank lines."""
    return [" ".join(piece.split()) for piece in _INDENT.split(text) if piece.strip()]
