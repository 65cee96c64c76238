"""MHTML: a page a browser saved with all its parts; the story is in the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message

from align.errors import InputError
from align.reading.files import Blob, file_shape

MOST_PARTS = 2000
_HEAD = 8192
_HEADERS = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+")
_MULTIPART = re.compile(rb"^content-type:\s*multipart/(?:related|mixed|alternative)", re.I | re.M)
_PART = re.compile(rb"^--[^\r\n]{1,100}$|^content-type\s*:", re.I | re.M)


def _looks(blob: Blob) -> bool:
    headers = _HEADERS.match(blob.data[:_HEAD].lstrip())
    return bool(headers and _MULTIPART.search(headers.group()))


@file_shape(rank=20, looks=_looks)
def mhtml(blob: Blob) -> Iterator[Blob]:
    """The page of a saved page.

    Raises:
        InputError: more parts than any page has, or no page among them.
    """
    if sum(1 for _ in _PART.finditer(blob.data)) > 3 * MOST_PARTS:
        raise InputError(f"This saved page has more than {MOST_PARTS} parts, which no article has; "
                         "save it again as .html.")
    try:
        message = message_from_bytes(blob.data.lstrip(), policy=policy.compat32)
        parts = [part for part in message.walk() if part.get_content_type() in _PAGES]
    except RecursionError as error:
        raise InputError("This saved page has parts within parts without end; save it again as "
                         ".html.") from error
    address = _header(message, "Snapshot-Content-Location") or blob.url
    pages = sorted(parts, key=lambda part: _header(part, "Content-Location") != address)
    if not pages:
        raise InputError("This saved page holds no page, only its parts; save it again as .html.")
    payload = pages[0].get_payload(decode=True)
    yield Blob(payload if isinstance(payload, bytes) else b"", _header(pages[0], "Content-Type"),
               address or _header(pages[0], "Content-Location"))


_PAGES = ("text/html", "application/xhtml+xml")


def _header(part: Message, name: str) -> str:
    return " ".join(str(part.get(name, "")).split())
