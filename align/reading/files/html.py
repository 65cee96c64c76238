"""HTML files, whole pages or fragments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from align.errors import InputError
from align.reading.charset import decode
from align.reading.draft import Draft
from align.reading.files import Blob, file_shape
from align.reading.pages import read_page

LARGEST_PAGE = 12 * 2**20  # bytes
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.I)
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")  # by a browser
_OPENING = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]*\?>\s*)*"
                      rb"<(?:!doctype\s+html|html|head|body|article|main|div|section|meta|title"
                      rb"|h1|p)\b", re.I | re.S)
_TAGS = re.compile(rb"</(?:p|div|html|body|h1|article|span)>", re.I)
_HEAD = 4096


def page_text(blob: Blob) -> tuple[str, str]:
    """The text of a page or text file, and its charset.

    Raises:
        InputError: it is far larger than any article.
    """
    if len(blob.data) > LARGEST_PAGE:
        raise InputError(f"This is larger than {LARGEST_PAGE // 2**20} MB, which no article is; "
                         "give a single article.")
    stated = _CHARSET.search(blob.content_type)
    return decode(blob.data, stated[1] if stated else "")


def looks_like_html(data: bytes) -> bool:
    """Whether bytes begin as a page does, or soon have tags."""
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _OPENING.match(head):
        return True
    return head.lstrip()[:1] == b"<" and len(_TAGS.findall(head)) > 2


def _looks(blob: Blob) -> bool:
    kind = blob.content_type.lower()
    return kind.startswith(("text/html", "application/xhtml")) or looks_like_html(blob.data)


@file_shape(rank=80, looks=_looks)
def html(blob: Blob) -> Iterator[Draft]:
    """The one story of a page."""
    text, charset = page_text(blob)
    saved = _SAVED.search(text[:_HEAD])
    draft = read_page(text, blob.url or (saved[1] if saved else ""))
    yield replace(draft, notes={**draft.notes, "charset": charset})
