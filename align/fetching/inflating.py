"""gzip, inflated within limits: the one way in for files, feeds, archives and the network.

A few kilobytes may hold gigabytes of one byte, or thousands of empty members. So inflating goes a
step at a time, nothing is held but that step, and size, ratio, members and time are bounded.
"""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from align.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP = b"\x1f\x8b"
Fault = Literal["cut short", "broken", "too large"]

_STEP = 65_536       # bytes inflated at a time
_FED = 16_384        # packed bytes at a time: what a member leaves over is copied
_RATIO_FROM = 2**23  # bytes inflated, below which no ratio is too high
_EMPTY_MEMBERS = 1000


@dataclass(frozen=True, slots=True)
class Limits:
    """How far to inflate: bytes in all, bytes for each packed one, seconds of work in all."""

    size: int = 32 * 2**20
    ratio: float = 250.0
    seconds: float = 60.0


STREAM = Limits(size=2**50, seconds=float("inf"))  # read piece by piece: only the ratio counts


class InflateError(InputError):
    """Compressed data that cannot be read to its end; `fault` says why."""

    def __init__(self, message: str, fault: Fault) -> None:
        super().__init__(message)
        self.fault = fault


def inflated(chunks: Iterable[bytes], limits: Limits = Limits()) -> Iterator[bytes]:
    """What some gzip data holds, all its members joined, in pieces of at most 64 kB.

    What follows the last member and is no gzip is padding, and passed over.

    Args:
        chunks: the packed bytes, cut anywhere.

    Raises:
        InflateError: they are cut short or broken, or hold more than the limits allow.
    """
    meter = _Meter(limits)
    member = zlib.decompressobj(wbits=31)
    for packed in _fed(chunks):
        meter.packed += len(packed)
        while packed:
            if member.eof:
                if not GZIP.startswith(packed[:2]):
                    return
                member = zlib.decompressobj(wbits=31)
            try:
                piece = member.decompress(packed, _STEP)
            except zlib.error as error:
                raise InflateError("This gzip data is broken; download it again.",
                                   "broken") from error
            meter.take(len(piece), ended=member.eof)
            if piece:
                yield piece
            packed = member.unused_data if member.eof else member.unconsumed_tail
    if meter.packed and not member.eof:
        raise InflateError("This gzip data is cut short: it ends in the middle; download it again.",
                           "cut short")


class _Meter:
    """Counts what goes in and comes out, and stops it at the limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.packed = limits, 0
        self._size = self._empty = self._within = 0
        self._end = time.monotonic() + limits.seconds

    def take(self, size: int, *, ended: bool) -> None:
        self._size += size
        self._within += size
        if ended:
            self._empty += not self._within
            self._within = 0
        if self._size > self.limits.size:
            raise _too_large(f"more than {self.limits.size / 2**20:.3g} MB")
        if self._size > max(_RATIO_FROM, self.limits.ratio * self.packed):
            raise _too_large(f"{self._size // max(1, self.packed)} times its own size")
        if self._empty > _EMPTY_MEMBERS:
            raise _too_large(f"more than {_EMPTY_MEMBERS} empty members")
        if time.monotonic() > self._end:
            raise _too_large(f"more than can be inflated in {self.limits.seconds:g} seconds")


def _too_large(what: str) -> InflateError:
    return InflateError(f"This gzip data holds {what}, which no article does; give a single "
                        "article.", "too large")


def _fed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for start in range(0, len(chunk), _FED):
            yield chunk[start:start + _FED]


class Pieces(io.RawIOBase):
    """Pieces of bytes as a file that is read once, from its beginning to its end."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        super().__init__()
        self._pieces = iter(pieces)
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = piece
        taken, self._left = self._left[:len(view)], self._left[len(view):]
        view[:len(taken)] = taken
        return len(taken)
