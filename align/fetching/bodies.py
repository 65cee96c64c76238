"""A response's body, inflated no further than it may be large."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from align.errors import FetchError
from align.fetching.outcomes import refusal

_STEP = 65_536  # bytes inflated at a time


class CutShortError(Exception):
    """The body ended before its compressed form did: a passing fault."""


def read_body(chunks: Iterable[bytes], encoding: str, largest: int, url: str) -> bytes:
    """The decoded body of at most `largest` bytes.

    Args:
        chunks: as they come from the network, still encoded.
        encoding: the Content-Encoding header.

    Raises:
        FetchError: larger than that, or of an encoding that was not asked for.
        CutShortError: it ends too early.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _joined(chunks, largest, url)
    if encoding not in ("gzip", "x-gzip"):
        raise refusal("failed", f"{url} answered in an encoding that was not asked for "
                                f"({encoding[:40]!r})")
    return _inflated(chunks, largest, url)


def _joined(chunks: Iterable[bytes], largest: int, url: str) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > largest:
            raise _too_large(url, largest)
    return bytes(body)


def _inflated(chunks: Iterable[bytes], largest: int, url: str) -> bytes:
    """Inflates a step at a time, so that a bomb never stands in memory whole."""
    body = bytearray()
    member = zlib.decompressobj(wbits=31)
    started = False
    for chunk in chunks:
        while chunk:
            if member.eof:  # a further gzip member
                member = zlib.decompressobj(wbits=31)
            try:
                body += member.decompress(chunk, _STEP)
            except zlib.error as error:
                if started and member.eof:
                    break  # padding after the last member
                raise refusal("failed", f"{url} answered with broken gzip data") from error
            started = True
            if len(body) > largest:
                raise _too_large(url, largest)
            chunk = member.unconsumed_tail or member.unused_data
    if started and not member.eof:
        raise CutShortError(f"{url} broke off in the middle")
    return bytes(body)


def _too_large(url: str, largest: int) -> FetchError:
    return refusal("too large", f"{url} is larger than {largest / 2**20:.3g} MB")
