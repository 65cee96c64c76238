"""gzip around any other shape, inflated no further than a file may be large."""

from __future__ import annotations

from collections.abc import Iterator

from align.fetching.inflating import GZIP, inflated
from align.reading.files import Blob, file_shape


@file_shape(rank=10, looks=lambda blob: blob.data.startswith(GZIP))
def zipped(blob: Blob) -> Iterator[Blob]:
    """What is under the gzip.

    Raises:
        InputError: it is cut short or broken, or holds more than any article.
    """
    with blob.chunks() as chunks:
        found = b"".join(inflated(chunks))
    yield Blob(found, blob.content_type, blob.url, wanted=blob.wanted)
