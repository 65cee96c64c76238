"""gzip around any other shape, inflated no further than a file may be large."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from align.errors import InputError
from align.reading.files import Blob, file_shape

_LARGEST = 32 * 2**20  # bytes, inflated
_MARK = b"\x1f\x8b"


def inflated(data: bytes, most: int = _LARGEST) -> bytes:
    """The first `most` bytes of what a gzip file holds, all its members joined.

    Raises:
        InputError: it is broken.
    """
    pieces: list[bytes] = []
    left = most
    while data.startswith(_MARK) and left > 0:
        member = zlib.decompressobj(wbits=31)
        try:
            pieces.append(member.decompress(data, left))
        except zlib.error as error:
            raise InputError("This gzip file is broken; download it again.") from error
        left -= len(pieces[-1])
        data = member.unused_data
    return b"".join(pieces)


@file_shape(rank=10, looks=lambda blob: blob.data.startswith(_MARK))
def zipped(blob: Blob) -> Iterator[Blob]:
    """What is under the gzip."""
    data = blob.path.read_bytes() if blob.path else blob.data
    found = inflated(data, _LARGEST + 1)
    if len(found) > _LARGEST:
        raise InputError(f"This gzip file holds more than {_LARGEST // 2**20} MB; name a single "
                         "article.")
    yield Blob(found, blob.content_type, blob.url, wanted=blob.wanted)
