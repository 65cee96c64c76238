"""WARC and `.warc.gz`: web archives of any number of pages, read record by record.

A record's own claims are not believed: no more of it is read than a page may be large.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from typing import Any, BinaryIO

from align.errors import InputError
from align.reading.files import Blob, file_shape
from align.reading.files.zipped import inflated

LARGEST_PAGE = 8 * 2**20
LARGEST_RECORD = 2 * 2**30  # as claimed; skipping a larger one under gzip would take minutes
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml")
_MOST_RECORDS = 5_000_000


def _looks(blob: Blob) -> bool:
    head = blob.data[:65536]
    if head.startswith(b"\x1f\x8b"):
        try:
            head = inflated(head, 64)
        except InputError:
            return False
    return head.startswith(b"WARC/")


@file_shape(rank=5, looks=_looks)
def warc(blob: Blob) -> Iterator[Blob]:
    """Every page of the archive, or only those at the wanted address.

    Raises:
        InputError: the archive is broken or claims a record of an impossible size.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with closing(_stream(blob)) as stream:
        records = ArchiveIterator(stream)
        try:
            for record in records:
                _refuse_giant(record)
                page = _page(record, blob.wanted)
                if page is not None:
                    yield page
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, UnicodeError) as error:
            raise InputError(f"This web archive is broken ({str(error)[:120]}); download it "
                             "again.") from error


def _stream(blob: Blob) -> BinaryIO:
    return blob.path.open("rb") if blob.path else io.BytesIO(blob.data)


def _refuse_giant(record: Any) -> None:
    claimed = record.rec_headers.get_header("Content-Length") or "0"
    if not claimed.isdigit() or int(claimed) > LARGEST_RECORD:
        raise InputError(f"A record of this web archive claims to be {claimed[:20]} bytes long, "
                         "which no page is; download the archive again.")


def _page(record: Any, wanted: str) -> Blob | None:
    """A record's page, if it is a page that was found."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    address = address.strip("<>")
    if record.rec_type not in ("response", "resource"):
        return None
    if wanted and not same_address(address, wanted):
        return None
    headers = record.http_headers
    status = headers.get_statuscode() if headers else "200"
    kind = (headers.get_header("Content-Type") if headers
            else record.rec_headers.get_header("Content-Type")) or ""
    if status != "200" or not kind.lower().startswith(_PAGES):
        return None
    data = record.content_stream().read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        return None
    return Blob(data, kind, address)


def same_address(one: str, other: str) -> bool:
    """Whether two addresses name one page, scheme, "www." and fragment aside."""
    return _bare(one) == _bare(other)


def _bare(address: str) -> str:
    return address.partition("#")[0].rpartition("://")[2].removeprefix("www.").rstrip("/")
