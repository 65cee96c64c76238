"""HTML files, whole pages or fragments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from align.reading.charset import decode
from align.reading.draft import Draft
from align.reading.files import Blob, file_shape
from align.reading.pages import read_page

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.I)
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")  # by a browser
_OPENING = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]*\?>\s*)*"
                      rb"<(?:!doctype\s+html|html|head|body|article|main|div|section|meta|title"
                      rb"|h1|p)\b", re.I | re.S)
_TAGS = re.compile(rb"</(?:p|div|html|body|h1|article|span)>", re.I)
_HEAD = 4096


def stated_charset(content_type: str) -> str:
    """The charset a Content-Type header names."""
    found = _CHARSET.search(content_type)
    return found[1] if found else ""


def _looks(blob: Blob) -> bool:
    if blob.content_type.lower().startswith(("text/html", "application/xhtml")):
        return True
    head = blob.data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _OPENING.match(head):
        return True
    return head.lstrip()[:1] == b"<" and len(_TAGS.findall(head)) > 2


@file_shape(rank=80, looks=_looks)
def html(blob: Blob) -> Iterator[Draft]:
    """The one story of a page."""
    text, charset = decode(blob.data, stated_charset(blob.content_type))
    saved = _SAVED.search(text[:_HEAD])
    draft = read_page(text, blob.url or (saved[1] if saved else ""))
    yield replace(draft, notes={**draft.notes, "charset": charset})
