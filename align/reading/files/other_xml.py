"""XML that is no news: refused, and refused first of all if it declares entities of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.errors import InputError
from align.reading.draft import Draft
from align.reading.files import Blob, file_shape
from align.reading.xmltrees import refuse_entities

_HEAD = 4096
_PAGE = re.compile(rb"<(?:!doctype\s+)?html\b", re.I)


def _head(blob: Blob) -> bytes:
    return blob.data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def _declares_entities(blob: Blob) -> bool:
    head = _head(blob)
    return head.startswith(b"<") and b"<!ENTITY" in head


def _is_xml(blob: Blob) -> bool:
    head = _head(blob)
    return head.startswith(b"<?xml") and not _PAGE.search(head)


@file_shape(rank=25, looks=_declares_entities)
def entities(blob: Blob) -> Iterator[Draft]:
    """Nothing.

    Raises:
        InputError: always.
    """
    refuse_entities(_head(blob))
    return iter(())


@file_shape(rank=60, looks=_is_xml)
def other_xml(blob: Blob) -> Iterator[Draft]:
    """Nothing.

    Raises:
        InputError: always.
    """
    raise InputError("This XML is no news format that Selaras reads (NewsML-G2, RCV1); give the "
                     "story as .txt or .html.")
