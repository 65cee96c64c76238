"""WARC and `.warc.gz`: web archives of any number of pages, read record by record.

A record's own claims are not believed: no more of it is read than a page may be large, and an
archive that ends within a record is said to be cut short, once its whole pages are read. gzip is
undone here, so that it does not matter whether each record is compressed by itself.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import Any

from align.errors import InputError
from align.fetching.inflating import GZIP, STREAM, InflateError, Pieces, inflated
from align.reading.files import Blob, file_shape
from align.reading.files.html import looks_like_html

LARGEST_PAGE = 8 * 2**20
LARGEST_RECORD = 2 * 2**30  # as claimed; skipping a larger one would take minutes
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml")
_HEAD = 65_536


def _looks(blob: Blob) -> bool:
    head = blob.data[:_HEAD]
    if head.startswith(GZIP):
        pieces = inflated([head], STREAM)
        head = b""
        with suppress(InflateError):
            while len(head) < 8:
                head += next(pieces, b"WARC-less")
    return head.startswith(b"WARC/")


@file_shape(rank=5, looks=_looks)
def warc(blob: Blob) -> Iterator[Blob]:
    """Every page of the archive, or only those at the wanted address.

    Raises:
        InputError: the archive is broken or cut short, or claims a record of an impossible size.
    """
    from warcio.exceptions import ArchiveLoadFailed

    with blob.chunks() as chunks:
        first = next(chunks)
        whole = chain([first], chunks)
        pieces = inflated(whole, STREAM) if first.startswith(GZIP) else whole
        try:
            yield from _pages(pieces, blob.wanted)
        except InflateError as error:
            raise InputError(str(error).replace("gzip data", "web archive")) from error
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, UnicodeError, AttributeError,
                TypeError) as error:
            why = textwrap.shorten(str(error), 120, placeholder=" …")
            raise InputError(f"This web archive is broken ({why}); download it again.") from error


def _pages(pieces: Iterator[bytes], wanted: str) -> Iterator[Blob]:
    from warcio.archiveiterator import ArchiveIterator

    # Headers of the page are read here: warcio fails on a record without an address.
    for record in ArchiveIterator(Pieces(pieces), no_record_parse=True):
        _refuse_giant(record)
        page = _page(record, wanted)
        if page is not None:
            yield page
        _refuse_cut(record)


def _refuse_giant(record: Any) -> None:
    claimed = record.rec_headers.get_header("Content-Length") or "no"
    if not claimed.isdigit() or int(claimed[:20]) > LARGEST_RECORD:
        raise InputError(f"A record of this web archive claims to be {claimed[:20]} bytes long, "
                         "which no page is; download the archive again.")


def _refuse_cut(record: Any) -> None:
    """Read what is left of a record; there must be as much as it claims."""
    while record.raw_stream.read(_HEAD):
        pass
    if getattr(record.raw_stream, "limit", 0):
        raise InputError("This web archive is cut short: it ends within a record; download it "
                         "again.")


def _page(record: Any, wanted: str) -> Blob | None:
    """A record's page, if it is a page that was found."""
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    if record.rec_type not in ("response", "resource"):
        return None
    if wanted and not same_address(address, wanted):
        return None
    headers = _http_headers(record)
    stated = headers or record.rec_headers
    kind = (stated.get_header("Content-Type") or "").lower()
    if (headers and headers.get_statuscode() != "200") or (kind and not kind.startswith(_PAGES)):
        return None
    data = _content(record.raw_stream, headers)
    is_page = bool(kind) or data.startswith(GZIP) or looks_like_html(data)
    return Blob(data, kind, address) if is_page and len(data) <= LARGEST_PAGE else None


def _http_headers(record: Any) -> Any:
    """The headers of a page as its server sent them; None for a record that has none."""
    from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

    kind = record.rec_headers.get_header("Content-Type") or ""
    if record.rec_type != "response" or not kind.lower().startswith("application/http"):
        return None
    try:
        return StatusAndHeadersParser(["HTTP/"], verify=False).parse(record.raw_stream)
    except StatusAndHeadersParserException:
        return None


def _content(stream: Any, headers: Any) -> bytes:
    """A page's bytes, chunks joined; gzip, which is a file shape of its own, stays."""
    from warcio.bufferedreaders import BufferedReader, ChunkedDataReader

    stated = "" if headers is None else ",".join(
        headers.get_header(name) or "" for name in ("Content-Encoding", "Transfer-Encoding"))
    codings = {coding.strip().lower() for coding in stated.split(",")}
    data = _read(ChunkedDataReader(stream) if "chunked" in codings else stream)
    for coding in ("deflate", "br"):
        if coding in codings:
            data = _read(BufferedReader(io.BytesIO(data), decomp_type=coding))
    return data


def _read(stream: Any) -> bytes:
    """At most one byte more than a page may have; some streams give less at a time."""
    pieces, left = [], LARGEST_PAGE + 1
    while left > 0 and (piece := stream.read(min(left, _HEAD))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def same_address(one: str, other: str) -> bool:
    """Whether two addresses name one page, scheme, "www." and fragment aside."""
    return _bare(one) == _bare(other)


def _bare(address: str) -> str:
    return address.partition("#")[0].rpartition("://")[2].removeprefix("www.").rstrip("/")
