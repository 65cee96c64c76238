"""A response's body, inflated no further than it may be large."""

from __future__ import annotations

from collections.abc import Iterable

from align.errors import FetchError
from align.fetching.inflating import InflateError, Limits, inflated
from align.fetching.outcomes import refusal


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
    # The client has a deadline of its own, which a slow network may well use up.
    limits = Limits(size=largest, seconds=float("inf"))
    try:
        return _joined(inflated(chunks, limits), largest, url)
    except InflateError as error:
        if error.fault == "cut short":
            raise CutShortError(f"{url} broke off in the middle") from error
        if error.fault == "too large":
            raise _too_large(url, largest) from error
        raise refusal("failed", f"{url} answered with broken gzip data") from error


def _joined(chunks: Iterable[bytes], largest: int, url: str) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > largest:
            raise _too_large(url, largest)
    return bytes(body)


def _too_large(url: str, largest: int) -> FetchError:
    return refusal("too large", f"{url} is larger than {largest / 2**20:.3g} MB")
